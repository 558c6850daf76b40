-- From when to when somebody is covered, by which programme.

create table membership_period (
  region text not null,
  id bigint generated always as identity,
  worker_id bigint not null,
  programme_id uuid not null,
  decree_id uuid not null,
  village text not null,
  package text not null,
  payer text not null,
  member_number text,
  first_day date not null,
  last_day date not null,
  replaces bigint,
  end_reason text constraint reasons_to_end check (end_reason in ('DECEASED', 'MOVED_OUT', 'BECAME_PU', 'BECAME_ASN', 'PAID_BY_OTHER', 'STOPPED_WORKING',
    'RELEASED_TO_SELF_PAY', 'OVER_AGE', 'NIK_INVALID', 'DUPLICATE', 'OBJECTION_UPHELD', 'QUOTA_CUT', 'LAPSED')),
  ended_by text,
  ended_by_name text,
  ended_at timestamptz,
  primary key (region, id),
  foreign key (region, worker_id) references worker,
  foreign key (region, programme_id) references programme,
  foreign key (region, replaces) references membership_period,
  constraint periods_begin_with_a_month check (extract(day from first_day) = 1),
  constraint periods_end_after_they_begin check (last_day >= first_day - 1),
  constraint an_early_end_says_who_and_when check (end_reason is null or (ended_by is not null and ended_at is not null)),
  constraint one_cover_at_a_time exclude using gist (worker_id with =, daterange(first_day, last_day, '[]') with &&, region with =)
);
comment on table membership_period is 'A worker''s cover by a programme, first and last day counted. An early end moves last_day and names the reason; last_day = first_day - 1 says that it never began.';
comment on constraint periods_begin_with_a_month on membership_period is 'With one cover at a time this gives every worker at most one period in a month: a month is never paid twice.';
comment on column membership_period.replaces is 'The ended period whose place this one takes.';
create index periods_of_a_programme on membership_period (region, programme_id, village);
create index periods_of_a_worker on membership_period (region, worker_id);
create index periods_of_a_decree on membership_period (region, decree_id, worker_id);
create unique index a_place_is_taken_once on membership_period (region, replaces) where replaces is not null;

create table paid_month (
  region text not null,
  programme_id uuid not null,
  month text not null constraint months_that_are_paid check (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  paid_on date,
  primary key (region, programme_id, month),
  foreign key (region, programme_id) references programme
);
comment on table paid_month is 'The months a programme has paid for everyone it covers in them; paid_on is empty again when the payment came back.';

select scope_rows('membership_period', 'village'), scope_rows('paid_month');
grant select, insert, update on membership_period, paid_month to ucok_app;
