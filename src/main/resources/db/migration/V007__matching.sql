-- Both sides' best counterparts as rows: for_side says whose list the row is in.
create table match (
  for_side text not null check (for_side in ('need', 'offer')),
  need_id bigint not null references listing,
  offer_id bigint not null references listing,
  score double precision not null check (score between 0 and 1),
  reasons jsonb not null,
  model text not null,
  computed_at timestamptz not null,
  primary key (for_side, need_id, offer_id)
);
create index match_need on match (for_side, need_id, score desc);
create index match_offer on match (for_side, offer_id, score desc);

-- Lists to be computed. A worker claims a row by moving due_at into the future and deletes it when done, so that
-- nothing is lost when it dies. spread: the others' lists are concerned too.
create table match_due (
  listing_id bigint primary key references listing,
  urgent boolean not null,
  spread boolean not null,
  since timestamptz not null,
  due_at timestamptz not null
);
create index match_due_order on match_due (urgent, due_at);

-- What people said of a match: not suitable with a coded reason, or the reason given was wrong.
create table match_feedback (
  id bigint generated always as identity primary key,
  need_id bigint not null references listing,
  offer_id bigint not null references listing,
  kind text not null check (kind in ('not-suitable', 'wrong-reason')),
  reason text check (reason in ('too-early', 'benefit-unclear', 'route-unclear', 'description-unclear', 'price-or-terms',
    'out-of-scope', 'has-partner', 'capacity-or-time', 'other')),
  note text not null default '',
  shown_reasons jsonb not null,
  score double precision,
  model text not null,
  for_side text not null check (for_side in ('need', 'offer')),
  person_id bigint not null references person,
  at timestamptz not null,
  withdrawn_at timestamptz,
  check ((kind = 'not-suitable') = (reason is not null))
);
create index match_feedback_pair on match_feedback (need_id, offer_id);
