create table release (
  id bigint generated always as identity primary key,
  -- null: published by the alliance's secretariat itself
  park_id bigint references park,
  external_id text,
  kind text not null check (kind in ('policy', 'notice', 'news')),
  title text not null,
  summary text not null default '',
  -- body_source is what was sent, in body_format; body_html is what it became after sanitising
  body_source text not null,
  body_format text not null check (body_format in ('markdown', 'html', 'text')),
  body_html text not null,
  -- its first words; lists show the summary, or these where there is none
  body_lead text not null,
  lead text not null generated always as (case when summary = '' then body_lead else summary end) stored,
  document_number text,
  document_agency text,
  document_year int,
  document_serial int,
  issuer text,
  published_on date not null,
  valid_until date,
  industries text[] not null default '{}',
  regions text[] not null default '{}',
  audience text[] not null default '{}',
  source_url text,
  lang text not null default 'zh',
  state text not null check (state in ('draft', 'in-review', 'returned', 'published', 'stale', 'withdrawn', 'merged')),
  state_reason text,
  merged_into bigint references release,
  -- digest of what was last delivered, for "the same content again changes nothing"
  digest text not null,
  -- when the sender says it was; an older delivery that arrives late changes nothing
  delivered_at timestamptz,
  -- fields that a person confirmed in the console and that a redelivery must not overwrite
  confirmed text[] not null default '{}',
  -- the alliance returned or withdrew it: the next change waits for its check whatever the kind
  held boolean not null default false,
  -- the version the alliance has looked at; a later one of a checked kind is shown for a second look
  checked_version int,
  -- the title's letters and digits, by which twins are found
  title_key text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  released_at timestamptz,
  version int not null default 1,
  check ((state = 'merged') = (merged_into is not null)),
  check (released_at is not null or state not in ('published', 'stale')),
  unique (park_id, external_id)
);
create index release_state on release (state, published_on desc, id desc);
create index release_park on release (park_id, state, published_on desc, id desc);
create index release_title_key on release (title_key);
create index release_expiry on release (valid_until) where state = 'published';
create index release_document on release (document_agency, document_year, document_serial);

create table release_clause (
  release_id bigint not null references release,
  position int not null,
  title text not null,
  audience text not null default '',
  conditions text[] not null default '{}',
  support text not null default '',
  amount_max bigint,
  delivery text check (delivery in ('exempt', 'fast', 'apply')),
  office text,
  primary key (release_id, position)
);

create table release_version (
  release_id bigint not null references release,
  version int not null,
  content jsonb not null,
  at timestamptz not null,
  author text not null,
  primary key (release_id, version)
);

-- A delivery of many rows; verdicts of each row are kept so that the result can be downloaded.
create table import_job (
  id bigint generated always as identity primary key,
  park_id bigint references park,
  kind text not null check (kind in ('release', 'need', 'offer')),
  format text not null check (format in ('ndjson', 'xlsx', 'csv')),
  file_name text,
  started_at timestamptz not null,
  -- the latest batch; a job without an end that has made no progress for minutes was interrupted
  progress_at timestamptz not null,
  finished_at timestamptz,
  created int not null default 0,
  updated int not null default 0,
  unchanged int not null default 0,
  refused int not null default 0,
  actor text not null,
  person_id bigint references person
);
create index import_job_park on import_job (park_id, id desc);
-- Verdicts of rows: of every row of an uploaded spreadsheet, else of the refused ones. content is what a refused row held.
create table import_verdict (
  job_id bigint not null references import_job,
  row_number int not null,
  external_id text,
  status text not null check (status in ('created', 'updated', 'unchanged', 'refused')),
  object_id bigint,
  content jsonb,
  errors jsonb,
  primary key (job_id, row_number),
  check ((status = 'refused') = (errors is not null))
);

-- Idempotency-Key of POST calls, kept with its answer in the same transaction.
create table idempotency_record (
  client_id bigint not null,
  key text not null,
  request_digest text not null,
  status int not null,
  answer jsonb not null,
  at timestamptz not null,
  primary key (client_id, key)
);

create table feed_source (
  id bigint generated always as identity primary key,
  park_id bigint not null references park,
  url text not null,
  kind text not null check (kind in ('policy', 'notice', 'news')),
  active boolean not null default true,
  etag text,
  last_modified text,
  last_polled_at timestamptz,
  last_success_at timestamptz,
  last_error text,
  failures int not null default 0,
  created_at timestamptz not null,
  unique (park_id, url)
);
create table feed_proposal (
  id bigint generated always as identity primary key,
  source_id bigint not null references feed_source,
  guid text not null,
  digest text not null,
  title text not null,
  body_html text not null,
  source_url text,
  published_on date,
  release_id bigint references release,
  state text not null check (state in ('open', 'approved', 'rejected', 'superseded')),
  found_at timestamptz not null,
  decided_at timestamptz,
  decided_by bigint references person,
  check ((state in ('approved', 'rejected')) = (decided_at is not null)),
  unique (source_id, guid, digest)
);

create table saved_search (
  id bigint generated always as identity primary key,
  person_id bigint not null references person,
  name text not null,
  query text not null,
  created_at timestamptz not null,
  last_sent_at timestamptz
);
