-- A need or an offer. An investor's thesis is an offer of type capital.
create table listing (
  id bigint generated always as identity primary key,
  side text not null check (side in ('need', 'offer')),
  park_id bigint not null references park,
  organisation_id bigint references organisation,
  external_id text,
  title text not null,
  text text not null,
  type text not null check (type in ('technology', 'business', 'joint-rd', 'service', 'capital', 'site', 'people')),
  industries text[] not null default '{}',
  regions text[] not null default '{}',
  keywords text[] not null default '{}',
  amount_min bigint check (amount_min >= 0),
  amount_max bigint check (amount_max >= 0),
  currency char(3) not null default 'CNY',
  maturity text check (maturity in ('concept', 'lab', 'prototype', 'pilot', 'production')),
  contact text,
  lang text not null default 'zh',
  state text not null check (state in ('draft', 'park-check', 'alliance-check', 'returned', 'open', 'paused', 'expired', 'solved', 'withdrawn')),
  state_reason text,
  digest text not null,
  created_by bigint references person,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  opened_at timestamptz,
  expires_on date not null,
  version int not null default 1,
  check (amount_min is null or amount_max is null or amount_min <= amount_max),
  check (opened_at is not null or state not in ('open', 'paused', 'expired', 'solved'))
);
-- Notices that the same words are posted again.
create index listing_digest on listing (park_id, organisation_id, digest);

-- What a person typed into the form and did not send yet.
create table listing_draft (
  person_id bigint not null references person,
  side text not null check (side in ('need', 'offer')),
  form jsonb not null,
  saved_at timestamptz not null,
  primary key (person_id, side)
);
create unique index listing_external on listing (park_id, side, external_id);
create index listing_state on listing (side, state, opened_at desc, id desc);
create index listing_organisation on listing (organisation_id, id desc);
create index listing_park on listing (park_id, state, id desc);
create index listing_expiry on listing (expires_on) where state = 'open';
