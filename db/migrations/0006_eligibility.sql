-- Who may be covered, judged by a rule set on a day, with every ground kept.

create table rule_set (
  region text not null,
  id uuid not null,
  year int not null,
  version int not null,
  title text not null,
  legal_basis text not null,
  rules jsonb not null,
  made_by text not null,
  made_at timestamptz not null default now(),
  primary key (region, id),
  constraint one_rule_set_per_version unique (region, year, version)
);
comment on table rule_set is 'A region''s rules of vulnerability for a year, tied to the decree that set them. Never changed: a new version is added.';

create table eligibility_run (
  region text not null,
  id uuid not null,
  rule_set_id uuid not null,
  judged_on date not null,
  people int not null default 0,
  eligible int not null default 0,
  never_asked text[] not null default '{}',
  made_by text not null,
  made_by_name text not null,
  made_at timestamptz not null default now(),
  primary key (region, id),
  foreign key (region, rule_set_id) references rule_set
);
comment on table eligibility_run is 'One judgement of the whole registry by one rule set on one day.';
comment on column eligibility_run.never_asked is 'Registers that had handed in nothing by then: what only they know stayed open.';

create table assessment (
  region text not null,
  run_id uuid not null,
  worker_id bigint not null,
  village text not null,
  is_eligible boolean not null,
  unmet text[] not null,
  unknown text[] not null,
  decile smallint,
  primary key (region, run_id, worker_id)
);
comment on table assessment is 'One worker in one run: eligible or not, the grounds not met, and those nothing is known about yet. The met ones follow from the rule set. It is always made from worker itself, so no foreign key asks a million times whether they exist.';
create index assessments_by_result on assessment (region, run_id, is_eligible, village);

select scope_rows('rule_set'), scope_rows('eligibility_run'), scope_rows('assessment', 'village');
grant select, insert on rule_set, assessment to ucok_app;
grant select, insert, update on eligibility_run to ucok_app;
