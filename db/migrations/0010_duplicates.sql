-- Who is who: what was learned about records of one person, pairs that may be one, what people answered, and whose records were joined.

alter table worker add merged_into bigint;
alter table worker add constraint merged_into_somebody_known foreign key (region, merged_into) references worker;
alter table worker add constraint merged_people_have_left check (merged_into is null or (removed_at is not null and merged_into <> id));
comment on column worker.merged_into is 'The same person''s other record, which goes on; taken back when the merge is.';

create table duplicate_run (
  region text not null,
  id uuid not null,
  model_version int not null,
  trained_on date not null,
  model jsonb not null,
  workers int not null,
  pairs int not null,
  made_by text not null,
  made_by_name text not null,
  made_at timestamptz not null default now(),
  primary key (region, id)
);
comment on table duplicate_run is 'A search of the whole registry for people who stand in it twice, with the model it learned.';
create index duplicate_runs_by_age on duplicate_run (region, made_at desc);

create table duplicate_pair (
  region text not null,
  left_worker bigint not null,
  right_worker bigint not null,
  probability double precision not null constraint probabilities_lie_between_none_and_one check (probability between 0 and 1),
  reasons jsonb not null,
  fingerprint text not null,
  state text not null default 'open' constraint answers_about_a_pair check (state in ('open', 'same', 'different', 'unsure')),
  run_id uuid not null,
  found_at timestamptz not null default now(),
  decided_by text,
  decided_by_name text,
  decided_at timestamptz,
  primary key (region, left_worker, right_worker),
  foreign key (region, left_worker) references worker,
  foreign key (region, right_worker) references worker,
  constraint a_pair_stands_once check (left_worker < right_worker),
  constraint answers_say_who_and_when check (state = 'open' or (decided_by is not null and decided_at is not null))
);
comment on table duplicate_pair is 'Two workers who may be one person, how probable it is, why, and what somebody answered.';
comment on column duplicate_pair.fingerprint is 'Of the data of both when they were last compared or judged: an answer stands until they change.';
create index pairs_that_wait on duplicate_pair (region, state, probability desc, left_worker, right_worker);

create table worker_merge (
  region text not null,
  id bigint generated always as identity,
  kept_worker bigint not null,
  merged_worker bigint not null,
  chosen jsonb not null,
  before jsonb,
  state text not null constraint states_of_a_merge check (state in ('waiting', 'merged', 'refused', 'undone')),
  needs_approval boolean not null,
  requested_by text not null,
  requested_by_name text not null,
  requested_at timestamptz not null default now(),
  decided_by text,
  decided_by_name text,
  decided_at timestamptz,
  undone_by text,
  undone_by_name text,
  undone_at timestamptz,
  primary key (region, id),
  foreign key (region, kept_worker) references worker,
  foreign key (region, merged_worker) references worker,
  constraint two_people_are_merged check (kept_worker <> merged_worker),
  constraint who_asks_does_not_approve check (not needs_approval or decided_by <> requested_by),
  constraint a_decision_says_who_and_when check (state = 'waiting' or (decided_by is not null and decided_at is not null)),
  constraint a_merge_can_be_undone check (state not in ('merged', 'undone') or before is not null)
);
comment on table worker_merge is 'Two records of one person joined, or asked to be: which goes on, which values were taken from the other, and what stood before.';
create unique index nobody_is_merged_twice on worker_merge (region, merged_worker) where state in ('waiting', 'merged');
create index merges_by_age on worker_merge (region, state, id desc);

select scope_rows('duplicate_run'), scope_rows('duplicate_pair'), scope_rows('worker_merge');
grant select, insert on duplicate_run to ucok_app;
grant select, insert, update, delete on duplicate_pair to ucok_app;
grant select, insert, update on worker_merge to ucok_app;
