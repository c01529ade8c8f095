-- What a person has typed into a release's form and not sent yet; release_id is null for a new one.
create table release_draft (
  person_id bigint not null references person,
  park_id bigint not null references park,
  release_id bigint references release,
  form jsonb not null,
  saved_at timestamptz not null,
  unique nulls not distinct (person_id, park_id, release_id)
);

-- The release a form has made, so that the same form sent twice makes one.
create table written_release (
  form_key text not null primary key,
  release_id bigint not null references release
);

create index release_park_updated on release (park_id, updated_at desc, id desc);
