create table park (
  id bigint generated always as identity primary key,
  code text not null unique,
  name text not null unique,
  short_name text not null,
  name_en text not null,
  pinyin text not null,
  province char(6) not null,
  region char(6) not null,
  city text not null,
  longitude double precision not null check (longitude between -180 and 180),
  latitude double precision not null check (latitude between -90 and 90),
  founder boolean not null default false,
  state text not null check (state in ('applied', 'checked', 'before-council', 'member', 'suspended', 'left')),
  joined_on date,
  website text,
  introduction text not null default '',
  introduction_en text not null default '',
  industries text[] not null default '{}',
  version int not null default 0
);

create table person (
  id bigint generated always as identity primary key,
  name text not null,
  email text,
  phone text,
  erased_at timestamptz
);
create unique index person_email on person (lower(email));

create table organisation (
  id bigint generated always as identity primary key,
  park_id bigint not null references park,
  name text not null,
  kind text not null check (kind in ('enterprise', 'institute', 'investor', 'service')),
  uscc text check (length(uscc) = 18),
  foreign_country char(2),
  foreign_number text,
  region char(6),
  founded int,
  employees int check (employees >= 0),
  industries text[] not null default '{}',
  qualifications text[] not null default '{}',
  website text,
  introduction text not null default '',
  contact_name text,
  contact_title text,
  contact_phone text,
  contact_email text,
  lang text not null default 'zh',
  state text not null check (state in ('pending', 'admitted', 'refused', 'left')),
  state_reason text,
  decided_at timestamptz,
  decided_by bigint references person,
  created_at timestamptz not null,
  version int not null default 0,
  check ((foreign_country is null) = (foreign_number is null)),
  check (uscc is null or foreign_country is null)
);
-- A code is taken only while its bearer stands; one refused or gone frees it.
create unique index organisation_uscc on organisation (uscc) where state in ('pending', 'admitted');
create unique index organisation_foreign on organisation (foreign_country, foreign_number) where state in ('pending', 'admitted');
create index organisation_park on organisation (park_id, state);
create index organisation_name on organisation (name);
