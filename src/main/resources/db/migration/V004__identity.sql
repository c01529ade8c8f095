create table account (
  id bigint generated always as identity primary key,
  person_id bigint not null unique references person,
  username text not null,
  password_hash text,
  state text not null check (state in ('active', 'locked', 'left')),
  lang text not null default 'zh',
  large_type boolean not null default false,
  -- raised when the password changes or the person leaves; older sessions end
  session_epoch int not null default 0,
  created_at timestamptz not null,
  last_sign_in_at timestamptz
);
create unique index account_username on account (lower(username));

-- Authority is a grant, never a column of the account.
create table authority (
  id bigint generated always as identity primary key,
  person_id bigint not null references person,
  role text not null check (role in ('secretariat-administrator', 'secretariat', 'auditor', 'council-member',
    'park-administrator', 'liaison', 'organisation-administrator', 'organisation-member')),
  scope_kind text not null check (scope_kind in ('alliance', 'park', 'organisation', 'industry-alliance', 'fund')),
  scope_id bigint,
  valid_from timestamptz not null,
  valid_until timestamptz,
  granted_by bigint references person,
  ended_by bigint references person,
  check ((scope_kind = 'alliance') = (scope_id is null)),
  check (valid_until is null or valid_until >= valid_from)
);
create index authority_person on authority (person_id);
create index authority_scope on authority (scope_kind, scope_id, role);

-- A person may take up an authority by a mail link; there is no person or grant before that. Only the token's hash is kept.
create table invitation (
  id bigint generated always as identity primary key,
  email text not null,
  name text not null,
  role text not null,
  scope_kind text not null,
  scope_id bigint,
  valid_until timestamptz,
  invited_by bigint references person,
  invited_at timestamptz not null,
  expires_at timestamptz not null,
  token_hash text not null unique,
  token_algorithm text not null,
  accepted_at timestamptz,
  accepted_by bigint references person,
  withdrawn_at timestamptz,
  check ((accepted_at is null) = (accepted_by is null)),
  check ((scope_kind = 'alliance') = (scope_id is null))
);
create unique index invitation_open on invitation (email, role, scope_kind, coalesce(scope_id, 0))
  where accepted_at is null and withdrawn_at is null;

-- Someone who signed up for an organisation that is here already; its administrator decides.
create table join_request (
  id bigint generated always as identity primary key,
  organisation_id bigint not null references organisation,
  person_id bigint not null references person,
  requested_at timestamptz not null,
  decided_at timestamptz,
  decided_by bigint references person,
  accepted boolean,
  check ((decided_at is null) = (accepted is null))
);
create unique index join_request_open on join_request (organisation_id, person_id) where decided_at is null;

create table password_reset (
  token_hash text primary key,
  token_algorithm text not null,
  person_id bigint not null references person,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index password_reset_person on password_reset (person_id);

create table api_client (
  id bigint generated always as identity primary key,
  park_id bigint not null references park,
  name text not null,
  token_hash text not null unique,
  token_algorithm text not null,
  token_hint text not null,
  created_at timestamptz not null,
  created_by bigint references person,
  last_used_at timestamptz,
  revoked_at timestamptz,
  revoked_by bigint references person
);

-- Tries that count against someone (failed sign-ins, sign-ups, resets), for throttling across restarts.
-- The subject is a digest of an account name, an address or a known browser.
create table attempt (
  id bigint generated always as identity primary key,
  subject text not null,
  at timestamptz not null
);
create index attempt_subject on attempt (subject, at);

-- Browsers in which a person has signed in before: strangers' failures do not keep them out.
create table known_browser (
  token_hash text not null,
  token_algorithm text not null,
  person_id bigint not null references person,
  used_at timestamptz not null,
  primary key (token_hash, person_id)
);

-- Alliance-wide settings; a change is proposed by one and confirmed by a second person of another founding park.
create table setting (
  key text primary key,
  value text not null,
  updated_at timestamptz not null
);
create table setting_proposal (
  id bigint generated always as identity primary key,
  key text not null,
  value text not null,
  reason text not null,
  proposed_by bigint not null references person,
  proposed_park bigint references park,
  proposed_at timestamptz not null,
  decided_by bigint references person,
  decided_at timestamptz,
  accepted boolean,
  check ((decided_by is null) = (decided_at is null) and (decided_by is null) = (accepted is null)),
  -- who proposed may take it back, never confirm it
  check (decided_by is null or decided_by <> proposed_by or not accepted)
);
create unique index setting_proposal_open on setting_proposal (key) where decided_at is null;
