-- What a listing about capital says of financing: a thesis its stages, instruments and the industries it never invests
-- in, a project its stage and the instruments it accepts.
alter table listing
  add stages text[] not null default '{}'
    check (stages <@ array['seed', 'angel', 'series-a', 'series-b', 'series-c', 'pre-ipo']),
  add instruments text[] not null default '{}'
    check (instruments <@ array['equity', 'convertible', 'debt', 'guarantee', 'lease', 'factoring']),
  add exclusions text[] not null default '{}',
  add check (type = 'capital' or (stages = '{}' and instruments = '{}' and exclusions = '{}')),
  add check (side = 'offer' or exclusions = '{}');

-- A thesis and a financing project have forms of their own, and a draft for each.
alter table listing_draft drop constraint listing_draft_side_check;
alter table listing_draft rename column side to form_code;
alter table listing_draft add check (form_code in ('need', 'offer', 'thesis', 'project'));

-- What is about capital is found and ranked by what it says of money from now on.
insert into search_change (kind, id) select side, id from listing where type = 'capital';
insert into match_due (listing_id, urgent, spread, since, due_at)
  select id, false, true, now(), now() from listing
  where type = 'capital' and state in ('park-check', 'alliance-check', 'returned', 'open', 'paused')
  on conflict do nothing;

-- Industry chains as given by a user: who stands upstream of whom. A node carries the codes of GB/T 4754 by which
-- firms are found on it; none: it only links others.
create table chain (
  id bigint generated always as identity primary key,
  name text not null unique,
  source text not null default '',
  imported_at timestamptz not null
);

create table chain_node (
  id bigint generated always as identity primary key,
  chain_id bigint not null references chain on delete cascade,
  name text not null,
  industries text[] not null default '{}',
  unique (chain_id, name)
);

create table chain_edge (
  upstream_id bigint not null references chain_node on delete cascade,
  downstream_id bigint not null references chain_node on delete cascade,
  primary key (upstream_id, downstream_id),
  check (upstream_id <> downstream_id)
);
create index chain_edge_downstream on chain_edge (downstream_id);
