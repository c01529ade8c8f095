-- The search index is a function of this log. A lower seq may commit after a higher one, so readers
-- follow the log by snapshots: what the last snapshot did not see is new.
create table search_change (
  xid xid8 not null default pg_current_xact_id(),
  seq bigint generated always as identity,
  kind text not null,
  id bigint not null,
  primary key (xid, seq)
);

-- How far each node's index has come; the log is pruned below all of them.
create table search_node (
  node text primary key,
  snapshot pg_snapshot not null,
  seen_at timestamptz not null
);

-- Everything below is gone from the log: an index whose snapshot begins below is built anew.
create table search_pruned (
  only_row boolean primary key default true check (only_row),
  xid xid8 not null
);
insert into search_pruned (xid) values ('0');

-- Vectors live beside the row they describe and are never recomputed on re-index.
-- part: 'title' or 'text'; digest: of the embedded text, so that an unchanged text keeps its vector;
-- vector: 512 floats of unit length, little endian.
create table embedding (
  kind text not null,
  id bigint not null,
  part text not null check (part in ('title', 'text')),
  model text not null,
  digest text not null,
  vector bytea not null check (length(vector) = 2048),
  primary key (kind, id, part, model)
);
alter table embedding alter column vector set storage plain;
create index embedding_digest on embedding (digest, model);
