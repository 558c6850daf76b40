-- Lists that villages hand in, row by row as they stood, what was found in them, and what became of them.

create table intake (
  region text not null,
  id uuid not null,
  title text not null,
  state text not null default 'waiting' constraint states_of_an_intake check (state in ('waiting', 'reading', 'checked', 'accepted', 'undone', 'failed')),
  judged_on date not null,
  task_id uuid,
  created_by text not null,
  created_by_name text not null,
  created_at timestamptz not null default now(),
  accepted_by text,
  accepted_by_name text,
  accepted_at timestamptz,
  primary key (region, id)
);
comment on table intake is 'A hand-in of one or more lists: read, checked, and then accepted into the registry or undone.';
create index intakes_by_age on intake (region, created_at desc);

create table intake_file (
  region text not null,
  id uuid not null,
  intake_id uuid not null,
  position int not null,
  stored_file_id uuid not null,
  name text not null,
  sha256 text not null,
  village text not null references area,
  state text not null default 'waiting' constraint states_of_a_list check (state in ('waiting', 'read', 'unreadable')),
  rows int not null default 0,
  accepted int not null default 0,
  review int not null default 0,
  refused int not null default 0,
  layouts jsonb,
  left_out jsonb,
  refusal jsonb,
  undone_at timestamptz,
  primary key (region, id),
  foreign key (region, intake_id) references intake
);
comment on table intake_file is 'One list of a hand-in: whose it is, how its columns were read, and how many rows got which verdict.';
create unique index the_same_list_once on intake_file (region, sha256, name) where undone_at is null;
create index lists_of_an_intake on intake_file (region, intake_id, position);

create table intake_row (
  region text not null,
  file_id uuid not null,
  sheet text not null,
  row_number int not null,
  village text not null,
  verdict text not null constraint verdicts_of_a_row check (verdict in ('accepted', 'review', 'refused')),
  decision text constraint decisions_on_a_row check (decision in ('enter', 'dismiss')),
  decided_by_name text,
  nik text,
  nik_written text not null,
  family_card text,
  full_name text not null,
  name_key text not null,
  birth_place text not null,
  birth_date date,
  sex text,
  mother_name text not null,
  address text not null,
  hamlet text not null,
  rt_rw text not null,
  village_written text not null,
  occupation text not null,
  occupation_kind text not null,
  occupation_code text not null,
  income bigint,
  phone text not null,
  findings jsonb,
  original jsonb,
  primary key (region, file_id, sheet, row_number),
  foreign key (region, file_id) references intake_file
);
comment on table intake_row is 'A row of a list as it stood (original) and as we read it, with its findings and its verdict.';
create index rows_by_nik on intake_row (region, nik) where nik is not null;

select scope_rows('intake'), scope_rows('intake_file', 'village'), scope_rows('intake_row', 'village');
grant select, insert, update on intake, intake_file, intake_row to ucok_app;
