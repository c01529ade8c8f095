-- Officers of a park and who stands in for whom; the authority itself is a grant of role liaison.
create table liaison_officer (
  person_id bigint not null references person,
  park_id bigint not null references park,
  substitute_id bigint references person,
  primary key (person_id, park_id),
  check (substitute_id <> person_id)
);
create index liaison_officer_park on liaison_officer (park_id);

-- Days an officer is away, both included; the substitute stands in.
create table officer_absence (
  id bigint generated always as identity primary key,
  person_id bigint not null references person,
  first_day date not null,
  last_day date not null,
  noted_by bigint references person,
  noted_at timestamptz not null,
  check (first_day <= last_day)
);
create index officer_absence_person on officer_absence (person_id, last_day);

-- Working-day calendar: exceptions announced by the State Council; a year without rows is not announced.
create table working_day_exception (
  day date primary key,
  name text not null,
  workday boolean not null
);
insert into working_day_exception (day, name, workday) values
  ('2024-01-01', '元旦', false),
  ('2024-02-04', '春节', true),
  ('2024-02-10', '春节', false),
  ('2024-02-11', '春节', false),
  ('2024-02-12', '春节', false),
  ('2024-02-13', '春节', false),
  ('2024-02-14', '春节', false),
  ('2024-02-15', '春节', false),
  ('2024-02-16', '春节', false),
  ('2024-02-17', '春节', false),
  ('2024-02-18', '春节', true),
  ('2024-04-04', '清明节', false),
  ('2024-04-05', '清明节', false),
  ('2024-04-06', '清明节', false),
  ('2024-04-07', '清明节', true),
  ('2024-04-28', '劳动节', true),
  ('2024-05-01', '劳动节', false),
  ('2024-05-02', '劳动节', false),
  ('2024-05-03', '劳动节', false),
  ('2024-05-04', '劳动节', false),
  ('2024-05-05', '劳动节', false),
  ('2024-05-11', '劳动节', true),
  ('2024-06-10', '端午节', false),
  ('2024-09-14', '中秋节', true),
  ('2024-09-15', '中秋节', false),
  ('2024-09-16', '中秋节', false),
  ('2024-09-17', '中秋节', false),
  ('2024-09-29', '国庆节', true),
  ('2024-10-01', '国庆节', false),
  ('2024-10-02', '国庆节', false),
  ('2024-10-03', '国庆节', false),
  ('2024-10-04', '国庆节', false),
  ('2024-10-05', '国庆节', false),
  ('2024-10-06', '国庆节', false),
  ('2024-10-07', '国庆节', false),
  ('2024-10-12', '国庆节', true),
  ('2025-01-01', '元旦', false),
  ('2025-01-26', '春节', true),
  ('2025-01-28', '春节', false),
  ('2025-01-29', '春节', false),
  ('2025-01-30', '春节', false),
  ('2025-01-31', '春节', false),
  ('2025-02-01', '春节', false),
  ('2025-02-02', '春节', false),
  ('2025-02-03', '春节', false),
  ('2025-02-04', '春节', false),
  ('2025-02-08', '春节', true),
  ('2025-04-04', '清明节', false),
  ('2025-04-05', '清明节', false),
  ('2025-04-06', '清明节', false),
  ('2025-04-27', '劳动节', true),
  ('2025-05-01', '劳动节', false),
  ('2025-05-02', '劳动节', false),
  ('2025-05-03', '劳动节', false),
  ('2025-05-04', '劳动节', false),
  ('2025-05-05', '劳动节', false),
  ('2025-05-31', '端午节', false),
  ('2025-06-01', '端午节', false),
  ('2025-06-02', '端午节', false),
  ('2025-09-28', '国庆节、中秋节', true),
  ('2025-10-01', '国庆节、中秋节', false),
  ('2025-10-02', '国庆节、中秋节', false),
  ('2025-10-03', '国庆节、中秋节', false),
  ('2025-10-04', '国庆节、中秋节', false),
  ('2025-10-05', '国庆节、中秋节', false),
  ('2025-10-06', '国庆节、中秋节', false),
  ('2025-10-07', '国庆节、中秋节', false),
  ('2025-10-08', '国庆节、中秋节', false),
  ('2025-10-11', '国庆节、中秋节', true),
  ('2026-01-01', '元旦', false),
  ('2026-01-02', '元旦', false),
  ('2026-01-03', '元旦', false),
  ('2026-01-04', '元旦', true),
  ('2026-02-14', '春节', true),
  ('2026-02-15', '春节', false),
  ('2026-02-16', '春节', false),
  ('2026-02-17', '春节', false),
  ('2026-02-18', '春节', false),
  ('2026-02-19', '春节', false),
  ('2026-02-20', '春节', false),
  ('2026-02-21', '春节', false),
  ('2026-02-22', '春节', false),
  ('2026-02-23', '春节', false),
  ('2026-02-28', '春节', true),
  ('2026-04-04', '清明节', false),
  ('2026-04-05', '清明节', false),
  ('2026-04-06', '清明节', false),
  ('2026-05-01', '劳动节', false),
  ('2026-05-02', '劳动节', false),
  ('2026-05-03', '劳动节', false),
  ('2026-05-04', '劳动节', false),
  ('2026-05-05', '劳动节', false),
  ('2026-05-09', '劳动节', true),
  ('2026-06-19', '端午节', false),
  ('2026-06-20', '端午节', false),
  ('2026-06-21', '端午节', false),
  ('2026-09-20', '国庆节', true),
  ('2026-09-25', '中秋节', false),
  ('2026-09-26', '中秋节', false),
  ('2026-09-27', '中秋节', false),
  ('2026-10-01', '国庆节', false),
  ('2026-10-02', '国庆节', false),
  ('2026-10-03', '国庆节', false),
  ('2026-10-04', '国庆节', false),
  ('2026-10-05', '国庆节', false),
  ('2026-10-06', '国庆节', false),
  ('2026-10-07', '国庆节', false),
  ('2026-10-10', '国庆节', true);

create table interest (
  id bigint generated always as identity primary key,
  need_id bigint not null references listing,
  offer_id bigint not null references listing,
  from_side text not null check (from_side in ('need', 'offer')),
  from_organisation bigint references organisation,
  to_organisation bigint references organisation,
  from_park bigint not null references park,
  to_park bigint not null references park,
  message text not null default '',
  state text not null check (state in ('waiting', 'accepted', 'refused', 'withdrawn', 'settled')),
  expressed_by bigint references person,
  expressed_at timestamptz not null,
  decided_by bigint references person,
  decided_at timestamptz,
  refusal_reason text check (refusal_reason in ('too-early', 'benefit-unclear', 'route-unclear', 'description-unclear',
    'price-or-terms', 'out-of-scope', 'has-partner', 'capacity-or-time', 'other')),
  refusal_note text not null default '',
  check ((state = 'waiting') = (decided_at is null)),
  check ((state = 'refused') = (refusal_reason is not null))
);
-- One open interest a pair; once its case is closed (settled) the two may try again.
create unique index interest_open on interest (need_id, offer_id) where state in ('waiting', 'accepted');
create index interest_to on interest (to_park, to_organisation, id desc);
create index interest_from on interest (from_park, from_organisation, id desc);

-- The last number given in a year. Its row is locked until the case that took the number is there, so no number is lost.
create table case_number (
  year int primary key,
  last int not null
);

create table introduction_case (
  id bigint generated always as identity primary key,
  number text not null unique,
  title text not null,
  interest_id bigint references interest unique,
  need_id bigint references listing,
  offer_id bigint references listing,
  state text not null check (state in ('waiting', 'taken', 'in-contact', 'met', 'letter-of-intent', 'agreement', 'realised',
    'not-reached', 'closed')),
  opened_at timestamptz not null,
  state_at timestamptz not null,
  closing_result text check (closing_result in ('helped', 'nothing-available', 'unreachable', 'refused')),
  closing_reason text check (closing_reason in ('too-early', 'benefit-unclear', 'route-unclear', 'description-unclear',
    'price-or-terms', 'out-of-scope', 'has-partner', 'capacity-or-time', 'other')),
  check ((state = 'closed') = (closing_result is not null)),
  check ((closing_reason is not null) = (coalesce(closing_result, '') in ('unreachable', 'refused')))
);
create index introduction_case_state on introduction_case (state, state_at);

-- Two or more sides; each with its park, its officer and its clock. due_at null: nothing is expected of this side now.
create table case_side (
  case_id bigint not null references introduction_case,
  position int not null,
  role text not null check (role in ('need', 'offer', 'partner', 'investor')),
  organisation_id bigint references organisation,
  park_id bigint not null references park,
  officer_id bigint references person,
  substitute_id bigint references person,
  assigned_at timestamptz not null,
  due_at timestamptz,
  due_provisional boolean not null default false,
  taken_at timestamptz,
  taken_by bigint references person,
  -- the first answer was late: since when, and whether the substitute has had it
  late_at timestamptz,
  primary key (case_id, position),
  check (substitute_id <> officer_id)
);
create index case_side_organisation on case_side (organisation_id);
create index case_side_officer on case_side (officer_id);
create index case_side_park on case_side (park_id);
create index case_side_due on case_side (due_at) where due_at is not null;

-- The timeline. Whoever did it is a person, a park's system (client_id) or, with neither, the platform itself.
create table case_event (
  id bigint generated always as identity primary key,
  case_id bigint not null references introduction_case,
  kind text not null check (kind in ('opened', 'taken', 'step', 'note', 'document', 'handover', 'late', 'closed')),
  -- the state reached by a step
  state text,
  -- the side whose officer took it, handed it over or was late
  position int,
  -- who it was handed to
  officer_id bigint references person,
  result text,
  reason text,
  text text not null default '',
  -- officers: seen by the parks' officers only; parties: by everyone on the case
  visibility text not null check (visibility in ('parties', 'officers')),
  person_id bigint references person,
  client_id bigint references api_client,
  at timestamptz not null
);
create index case_event_case on case_event (case_id, id);

create table case_document (
  id bigint generated always as identity primary key,
  case_id bigint not null references introduction_case,
  event_id bigint not null references case_event,
  file_name text not null,
  media_type text not null,
  size_bytes bigint not null check (size_bytes >= 0),
  digest text not null,
  algorithm text not null,
  content bytea not null,
  visibility text not null check (visibility in ('parties', 'officers')),
  uploaded_by bigint references person,
  removed_at timestamptz,
  removed_by bigint references person,
  -- what was removed is gone; its name, size and digest stay on record
  check ((removed_at is not null) = (content = ''::bytea))
);
create index case_document_case on case_document (case_id, id);

-- Who has opened a document, so that both sides can see it was read.
create table case_document_reading (
  document_id bigint not null references case_document,
  person_id bigint not null references person,
  at timestamptz not null,
  primary key (document_id, person_id)
);
