-- Lists follow the policies of fairness. rank orders a list: the score, less where policies let an entry step back.
-- features are the values behind the score as they were shown, by code; null is unknown.
alter table match add column rank double precision, add column features jsonb not null default '{}';
update match set rank = score;
alter table match alter column rank set not null, add check (rank between 0 and score);
drop index match_need;
drop index match_offer;
create index match_need on match (for_side, need_id, rank desc);
create index match_offer on match (for_side, offer_id, rank desc);

-- How a listing stands among others of its kind: what its text says in 64 bytes (null: not looked at yet), its open
-- cases, and how many lists of others it has ever come into.
create table match_standing (
  listing_id bigint primary key references listing,
  sketch bytea check (length(sketch) = 64),
  open_cases int not null default 0 check (open_cases >= 0),
  shown int not null default 0 check (shown >= 0)
);
create index match_standing_sketch on match_standing (sketch);
insert into match_standing (listing_id, shown)
select case for_side when 'need' then offer_id else need_id end, count(*) from match group by 1;

create index introduction_case_need on introduction_case (need_id);
create index introduction_case_offer on introduction_case (offer_id);

-- again: computed once more because the model changed; whatever else is due comes first.
alter table match_due add column again boolean not null default false;
drop index match_due_order;
create index match_due_order on match_due (urgent desc, again, due_at);

-- The reason that was called wrong.
alter table match_feedback add column wrong_reason text;

-- What people did with a pair, as evidence of how well it fits. One row for each pair, side and origin; the last word
-- counts. about: only these features are in doubt, not the pair.
create table match_training (
  id bigint generated always as identity primary key,
  need_id bigint not null references listing,
  offer_id bigint not null references listing,
  for_side text not null check (for_side in ('need', 'offer')),
  origin text not null check (origin in ('interest', 'case', 'judgement', 'reason')),
  outcome text not null,
  reason text,
  features jsonb not null,
  about text[],
  target double precision not null check (target between 0 and 1),
  weight double precision not null check (weight > 0),
  model text not null,
  at timestamptz not null,
  unique (need_id, offer_id, for_side, origin),
  check ((origin = 'reason') = (about is not null))
);
create index match_training_at on match_training (at);

-- Every model and every try to make one. parent: what it was fitted from and compared with; null: it came with the
-- product. base: the one of the product it descends from. why: what kept it from being used.
create table match_model (
  id bigint generated always as identity primary key,
  name text not null unique,
  base text not null,
  parent_id bigint references match_model,
  file jsonb,
  figures jsonb not null default '{}',
  state text not null check (state in ('fitting', 'current', 'former', 'not-kept', 'failed')),
  why text not null default '',
  started_at timestamptz not null,
  started_by bigint references person,
  finished_at timestamptz,
  step int not null default 0,
  steps int not null default 0,
  beat_at timestamptz not null,
  check (file is not null or state in ('fitting', 'failed')),
  check ((state = 'fitting') = (finished_at is null))
);
create unique index match_model_current on match_model (state) where state = 'current';
create unique index match_model_fitting on match_model (state) where state = 'fitting';
