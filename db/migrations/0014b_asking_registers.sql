-- What we asked other registers and when, how old their answers are, and where they differ from us.

create table register_request (
  region text not null,
  id uuid not null,
  register text not null constraint registers_we_may_ask check (register in ('dukcapil', 'bpjs', 'dtsen', 'deaths')),
  layout text not null,
  who text not null constraint whom_we_ask_about check (who in ('all', 'never', 'due')),
  village text references area,
  format text not null constraint formats_of_a_request check (format in ('csv', 'xlsx')),
  columns text[] not null,
  people int not null,
  left_out int not null,
  file_id uuid not null,
  file_name text not null,
  asked_on date not null,
  made_by text not null,
  made_by_name text not null,
  made_at timestamptz not null default now(),
  answered_by uuid,
  primary key (region, id)
);
comment on table register_request is 'A file with which a register was asked: whom about, which columns, who made it. The file itself is kept.';
comment on column register_request.left_out is 'People of the scope who have no NIK: no register can be asked about them.';
create index register_requests_by_age on register_request (region, made_at desc);

create table register_standing (
  region text not null,
  register text not null constraint registers_that_answer check (register in ('dukcapil', 'bpjs', 'dtsen', 'deaths')),
  worker_id bigint not null,
  village text not null,
  asked_on date,
  request_id uuid,
  answered_on date,
  primary key (region, register, worker_id)
);
comment on table register_standing is 'For each register and worker the day they were last asked about and the day of the last answer, also where it was that nothing is known.';
create index standings_by_request on register_standing (region, request_id) where request_id is not null;

create table register_period (
  region text not null,
  register text not null,
  days int not null constraint periods_are_sensible check (days between 1 and 3650),
  set_by_name text not null,
  set_at timestamptz not null default now(),
  primary key (region, register)
);
comment on table register_period is 'After how many days an answer of a register is due for asking again, where the region set its own.';

create table register_difference (
  region text not null,
  worker_id bigint not null,
  field text not null constraint fields_that_may_differ check (field in ('full_name', 'birth_date', 'sex', 'mother_name', 'family_card')),
  village text not null,
  ours text,
  theirs text not null,
  answered_on date not null,
  state text not null default 'open' constraint states_of_a_difference check (state in ('open', 'ours')),
  decided_by_name text,
  decided_at timestamptz,
  primary key (region, worker_id, field)
);
comment on table register_difference is 'Where the civil registry has another value than we: it stands until one of the two changes, or ours is kept (state ours).';
create index differences_by_field on register_difference (region, state, field, village, worker_id);

alter table register_exchange add column request_id uuid;
comment on column register_exchange.request_id is 'The request this file answers, where it answers one.';

-- What was answered before requests were written down.
insert into register_standing (region, register, worker_id, village, answered_on)
select w.region, a.register, w.id, w.village, a.answered_on
from worker w join (
  select region, 'dukcapil' as register, nik, answered_on from civil_record
  union all select region, 'bpjs', nik, max(answered_on) from insured_record group by 1, 3
  union all select region, 'dtsen', nik, answered_on from welfare_record
  union all select region, 'deaths', nik, answered_on from death_record) a on a.region = w.region and a.nik = w.nik
where w.removed_at is null;

select scope_rows('register_request'), scope_rows('register_period'), scope_rows('register_standing', 'village'),
  scope_rows('register_difference', 'village');
grant select, insert, update on register_request, register_period to ucok_app;
grant select, insert, update, delete on register_standing, register_difference to ucok_app;
