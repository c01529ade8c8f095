create table notification (
  id bigint generated always as identity primary key,
  person_id bigint not null references person,
  kind text not null check (kind in ('interest', 'case', 'listing', 'match', 'release', 'organisation')),
  -- a message key with its arguments, so that it is shown in the reader's language
  message text not null,
  arguments jsonb not null default '[]',
  link text not null,
  at timestamptz not null,
  read_at timestamptz,
  -- looked at by the mail round: put into a mail, or not wanted as one
  mailed_at timestamptz,
  event_id text not null,
  unique (person_id, event_id)
);
create index notification_person on notification (person_id, id desc);
create index notification_unread on notification (person_id) where read_at is null;
create index notification_unmailed on notification (at) where mailed_at is null;

-- What a person wants by mail, where it differs from what is usual for the kind.
create table mail_preference (
  person_id bigint not null references person,
  kind text not null check (kind in ('interest', 'case', 'listing', 'match', 'release', 'organisation')),
  wanted boolean not null,
  primary key (person_id, kind)
);

-- Mail waits here until the SMTP server has taken it.
create table mail_outbox (
  id bigint generated always as identity primary key,
  recipient text not null,
  subject text not null,
  body text not null,
  created_at timestamptz not null,
  sent_at timestamptz,
  attempts int not null default 0,
  next_attempt_at timestamptz not null,
  last_error text
);
create index mail_outbox_waiting on mail_outbox (next_attempt_at) where sent_at is null;
