-- Every act that changes something is one row, written in the acting transaction.
create table audit_entry (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  actor_kind text not null check (actor_kind in ('person', 'client', 'system', 'visitor')),
  actor_id bigint,
  authority text,
  act text not null,
  object_kind text not null,
  object_id text not null,
  park_id bigint,
  detail jsonb not null default '{}',
  -- field to the salted commitment to its personal value; salt and value lie in audit_secret and can be erased
  commitments jsonb,
  xid xid8 not null default pg_current_xact_id()
);
create index audit_entry_sealing on audit_entry (xid, id);
create index audit_entry_object on audit_entry (object_kind, object_id, id);
create index audit_entry_actor on audit_entry (actor_kind, actor_id, id);
create index audit_entry_day on audit_entry using brin (at);

create table audit_secret (
  entry_id bigint not null references audit_entry,
  field text not null,
  salt text not null,
  value text not null,
  primary key (entry_id, field)
);

-- The hash chain, sealed asynchronously over committed entries: one position after the other, without gaps.
create table audit_seal (
  position bigint primary key check (position >= 1),
  entry_id bigint not null unique,
  entry_digest text not null,
  hash text not null,
  algorithm text not null
);

-- Every entry of a transaction below this one is sealed.
create table audit_horizon (
  single boolean primary key default true check (single),
  xid xid8 not null
);
insert into audit_horizon (xid) values ('0');

-- The public keys with which heads of the chain were ever signed; the private one never leaves its file.
create table audit_key (
  public_key text primary key,
  algorithm text not null,
  created_at timestamptz not null
);

-- Signed heads of the chain, handed to every park.
create table audit_head (
  id bigint generated always as identity primary key,
  position bigint not null,
  hash text not null,
  hash_algorithm text not null,
  signed_at timestamptz not null,
  signature text not null,
  signature_algorithm text not null,
  public_key text not null references audit_key
);

-- Runs of the verification, so that whoever started one may leave the page.
create table audit_check (
  id bigint generated always as identity primary key,
  started_at timestamptz not null,
  started_by bigint,
  total bigint not null,
  checked bigint not null default 0,
  beat_at timestamptz not null,
  finished_at timestamptz,
  result jsonb
);

-- What was recorded stays as it was recorded, whatever the program does.
create function audit_kept() returns trigger language plpgsql as $$
begin
  raise exception '% is never changed', tg_table_name using errcode = 'restrict_violation';
end
$$;
create trigger audit_entry_kept before update or delete or truncate on audit_entry execute function audit_kept();
create trigger audit_seal_kept before update or delete or truncate on audit_seal execute function audit_kept();
create trigger audit_head_kept before update or delete or truncate on audit_head execute function audit_kept();
create trigger audit_key_kept before update or delete or truncate on audit_key execute function audit_kept();
