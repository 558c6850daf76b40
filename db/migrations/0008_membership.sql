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
  end_reason text constraint reasons_to_end check (end_reason in ('DECEASED', 'MOVED_OUT', 'BECAME_PU', 'BECAME_ASN', 'PAID_BY_OTHER', 'STOPPED_WORKING',
    'RELEASED_TO_SELF_PAY', 'OVER_AGE', 'NIK_INVALID', 'DUPLICATE', 'OBJECTION_UPHELD', 'QUOTA_CUT', 'LAPSED')),
  ended_by text,
  ended_at timestamptz,
  primary key (region, id),
  foreign key (region, worker_id) references worker,
  foreign key (region, programme_id) references programme,
  constraint periods_end_after_they_begin check (last_day >= first_day - 1),
  constraint one_cover_per_programme_at_a_time exclude using gist (worker_id with =, programme_id with =, daterange(first_day, last_day, '[]') with &&, region with =)
);
comment on table membership_period is 'A worker''s cover in a programme, first and last day counted. An early end moves last_day and names the reason.';
create index periods_of_a_programme on membership_period (region, programme_id, village);
create index periods_of_a_worker on membership_period (region, worker_id);

select scope_rows('membership_period', 'village');
grant select, insert, update on membership_period to ucok_app;
