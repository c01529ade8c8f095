-- What a feed's park calls it, how its last reading went, when the next is due.
alter table feed_source add column name text;
update feed_source set name = url;
alter table feed_source
  alter column name set not null,
  -- a code of the messages harvest.error.…, and what it is about (a status, an address)
  add column error_detail text not null default '',
  -- items of the last good reading, and those of them that could not be taken
  add column items int not null default 0,
  add column skipped int not null default 0,
  add column next_poll_at timestamptz not null default now(),
  -- whoever reads it holds it until then; the moment itself tells one reader from the next
  add column leased_until timestamptz,
  add column removed_at timestamptz,
  add check (failures >= 0);
create index feed_source_due on feed_source (next_poll_at) where active and removed_at is null;

-- The same content may come, go and come again; what may not be is two open proposals of one item.
alter table feed_proposal
  drop constraint feed_proposal_source_id_guid_digest_key,
  add check (state <> 'approved' or release_id is not null);
create unique index feed_proposal_open on feed_proposal (source_id, guid) where state = 'open';
create index feed_proposal_item on feed_proposal (source_id, guid, id desc);
create index feed_proposal_state on feed_proposal (source_id, state, id desc);
