-- A year's programme: its money and quota, who stands where, and the decree that freezes the list.

create table programme (
  region text not null,
  id uuid not null,
  code text not null,
  name text not null,
  year int not null,
  first_month text not null,
  last_month text not null,
  package text not null constraint packages_on_offer check (package in ('JKK_JKM', 'JKK_JKM_JHT')),
  payer text not null default 'APBD',
  quota int not null constraint a_quota_is_positive check (quota > 0),
  rule_set_id uuid not null,
  eligibility_run_id uuid,
  legal_basis text,
  made_by text not null,
  made_by_name text not null,
  made_at timestamptz not null default now(),
  primary key (region, id),
  foreign key (region, rule_set_id) references rule_set,
  foreign key (region, eligibility_run_id) references eligibility_run,
  constraint programme_codes_are_unique unique (region, code),
  constraint months_are_written_with_year check (first_month ~ '^\d{4}-(0[1-9]|1[0-2])$' and last_month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  constraint programmes_end_after_they_begin check (last_month >= first_month)
);
comment on table programme is 'A programme that pays contributions for vulnerable workers over some months of a year.';

create table budget_line (
  region text not null,
  id uuid not null,
  programme_id uuid not null,
  fiscal_year int not null,
  source text not null constraint sources_of_money check (source in ('APBD', 'APBD-PROVINSI', 'APBDES', 'DBH-CHT', 'DBH-SAWIT', 'CSR', 'BAZNAS')),
  account_code text,
  ceiling bigint not null constraint a_ceiling_is_positive check (ceiling > 0),
  primary key (region, id),
  foreign key (region, programme_id) references programme,
  constraint one_line_per_source_and_year unique (region, programme_id, fiscal_year, source)
);
comment on table budget_line is 'How much a source of money may pay for a programme in a fiscal year, in rupiah.';

create table ranking (
  region text not null,
  programme_id uuid not null,
  worker_id bigint not null,
  village text not null,
  position int not null,
  place text not null constraint places_in_a_ranking check (place in ('quota', 'waiting')),
  decile smallint,
  primary key (region, programme_id, worker_id),
  foreign key (region, programme_id) references programme,
  constraint positions_are_unique unique (region, programme_id, position)
);
comment on table ranking is 'The order of the eligible: those within the quota, and the waiting list after them.';

create table decree (
  region text not null,
  id uuid not null,
  programme_id uuid not null,
  number text not null,
  decided_on date not null,
  people int not null,
  waiting int not null,
  list_sha256 text not null,
  rule_set_id uuid not null,
  eligibility_run_id uuid not null,
  frozen_by text not null,
  frozen_by_name text not null,
  frozen_at timestamptz not null default now(),
  primary key (region, id),
  foreign key (region, programme_id) references programme,
  constraint decree_numbers_are_unique unique (region, number),
  constraint one_decree_per_programme unique (region, programme_id)
);
comment on table decree is 'The list frozen with number and date (SK). It is never changed; later changes are membership changes.';

create table decree_line (
  region text not null,
  decree_id uuid not null,
  position int not null,
  place text not null,
  worker_id bigint not null,
  village text not null,
  nik text not null,
  full_name text not null,
  birth_date date not null,
  sex text,
  address text,
  occupation text,
  decile smallint,
  primary key (region, decree_id, position),
  foreign key (region, decree_id) references decree,
  constraint a_worker_once_per_decree unique (region, decree_id, worker_id)
);
comment on table decree_line is 'A person of the frozen list, as they were known on that day.';

create table decree_call (
  region text not null,
  decree_id uuid not null,
  worker_id bigint not null,
  called_at timestamptz not null default now(),
  primary key (region, decree_id, worker_id),
  foreign key (region, decree_id) references decree
);
comment on table decree_call is 'A person of the waiting list who was called up to the place of somebody who left. The frozen list itself never changes.';

select scope_rows('decree_call');
select scope_rows('programme'), scope_rows('budget_line'), scope_rows('ranking', 'village'), scope_rows('decree'), scope_rows('decree_line', 'village');
grant select, insert, update on programme to ucok_app;
grant select, insert, update, delete on budget_line, ranking to ucok_app;
grant select, insert on decree, decree_line, decree_call to ucok_app;
