-- Which node feeds the SolrCloud collections behind an alias. One at a time: whoever took the place last, as long as
-- it says so again before `until`. `epoch` grows whenever the place changes hands; it is part of every version that is
-- written to Solr, and nobody of an older epoch changes this row.
-- collection: the one that answers; null before the first is there.
-- durable: what it holds whatever happens, the cursor of whoever feeds next; null while it is not whole.
-- applied: what can be found in it.
create table search_feeding (
  alias text primary key,
  node text not null,
  epoch bigint not null,
  until timestamptz not null,
  collection text,
  durable pg_snapshot,
  applied pg_snapshot,
  builds_asked bigint not null default 0,
  builds_done bigint not null default 0
);
