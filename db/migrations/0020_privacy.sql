-- What the law on personal data (UU 27/2022) asks for: a sealed place for what is specially protected, corrections, requests of the people,
-- breaches with their clock, and what the region adds to the register of processing.

create table worker_confidential (
  region text not null,
  worker_id bigint not null,
  part text not null constraint parts_of_a_confidential_record check (part in ('bank-account', 'health', 'children')),
  village text not null,
  content_sealed text not null,
  entered_by text not null,
  entered_by_name text not null,
  entered_at timestamptz not null default now(),
  primary key (region, worker_id, part),
  foreign key (region, worker_id) references worker,
  constraint what_is_confidential_is_sealed check (content_sealed ~ '^s1\.')
);
comment on table worker_confidential is 'What UU 27/2022 art. 4 protects specially (health, children, bank account), each part sealed with a key outside the database.';
alter table worker_confidential enable row level security;
create policy own_area on worker_confidential for all to ucok_app
  using (region = (select current_setting('ucok.region', true)) and ((select current_setting('ucok.villages', true)) = '*'
    or (entered_by = (select current_setting('ucok.actor', true)) and village = any ((select string_to_array(current_setting('ucok.villages', true), ','))::text[]))))
  with check (region = (select current_setting('ucok.region', true)) and ((select current_setting('ucok.villages', true)) = '*'
    or (entered_by = (select current_setting('ucok.actor', true)) and village = any ((select string_to_array(current_setting('ucok.villages', true), ','))::text[]))));
comment on policy own_area on worker_confidential is 'Somebody whose area is less than the region sees only what they entered themselves.';

create table worker_correction (
  region text not null,
  id uuid not null,
  worker_id bigint not null,
  village text not null,
  field text not null,
  before_value text,
  after_value text,
  ground text not null,
  request_id uuid,
  made_by text not null,
  made_by_name text not null,
  made_at timestamptz not null default now(),
  primary key (region, id),
  foreign key (region, worker_id) references worker
);
comment on table worker_correction is 'A field of a worker set right, with what stood before and on which ground. Never changed or deleted but when the whole person is.';
create index corrections_of_a_worker on worker_correction (region, worker_id, made_at);

create table subject_request (
  region text not null,
  id uuid not null,
  worker_id bigint,
  village text,
  kind text not null constraint kinds_of_request check (kind in ('access', 'correction', 'erasure', 'objection', 'restriction')),
  wish text not null,
  channel text not null constraint channels_of_a_request check (channel in ('in-person', 'letter', 'phone', 'online')),
  received_at timestamptz not null,
  due_at timestamptz not null,
  received_by text not null,
  received_by_name text not null,
  state text not null default 'open' constraint states_of_a_request check (state in ('open', 'granted', 'refused')),
  ground text,
  answer text,
  decided_by text,
  decided_by_name text,
  decided_at timestamptz,
  primary key (region, id),
  foreign key (region, worker_id) references worker,
  constraint a_request_is_due_after_it_came check (due_at > received_at),
  constraint a_decided_request_says_who_why_and_when check (state = 'open' or (decided_by is not null and decided_at is not null and answer is not null)),
  constraint a_refused_request_names_its_ground check (state <> 'refused' or ground is not null)
);
comment on table subject_request is 'What a person asked for under UU 27/2022 (access, correction, erasure, objection, restriction), by when the law wants an answer, and the answer.';
create index requests_by_due on subject_request (region, state, due_at);

create table breach (
  region text not null,
  id uuid not null,
  title text not null,
  noticed_at timestamptz not null,
  due_at timestamptz not null,
  happened text not null,
  revealed text[] not null,
  cause text not null,
  handling text not null default '',
  needs_public_notice boolean,
  assessed_at timestamptz,
  assessed_by_name text,
  contained_at timestamptz,
  contained_by_name text,
  persons_notified_at timestamptz,
  persons_notified_by_name text,
  authority_notified_at timestamptz,
  authority_notified_by_name text,
  closed_at timestamptz,
  closed_by_name text,
  report text,
  recorded_by text not null,
  recorded_by_name text not null,
  recorded_at timestamptz not null default now(),
  primary key (region, id),
  constraint the_clock_of_a_breach_is_three_days check (due_at = noticed_at + interval '72 hours'),
  constraint a_breach_reveals_something check (cardinality(revealed) > 0),
  constraint a_closed_breach_went_through_its_steps check (closed_at is null or (assessed_at is not null and contained_at is not null
    and persons_notified_at is not null and authority_notified_at is not null and report is not null))
);
comment on table breach is 'A failure to protect personal data: what happened, its 3×24 hours (UU 27/2022 art. 46), and the steps taken.';
create index breaches_by_age on breach (region, noticed_at desc);

create table breach_person (
  region text not null,
  breach_id uuid not null,
  worker_id bigint not null,
  village text not null,
  primary key (region, breach_id, worker_id),
  foreign key (region, breach_id) references breach,
  foreign key (region, worker_id) references worker
);
comment on table breach_person is 'Whose data a breach revealed.';

create table processing_activity (
  region text not null,
  id uuid not null,
  purpose text not null,
  legal_basis text not null,
  categories text not null,
  recipients text not null,
  retention text not null,
  measures text not null,
  added_by text not null,
  added_by_name text not null,
  added_at timestamptz not null default now(),
  ended_at timestamptz,
  primary key (region, id)
);
comment on table processing_activity is 'What the region adds to the register of processing (UU 27/2022 art. 31) beside what UCOK itself does.';

select scope_rows('worker_correction', 'village'), scope_rows('subject_request', 'village'), scope_rows('breach'), scope_rows('breach_person', 'village'),
  scope_rows('processing_activity');
grant select, insert, update, delete on worker_confidential to ucok_app;
grant select, insert on worker_correction to ucok_app;
grant select, insert, update on subject_request, breach, processing_activity to ucok_app;
grant select, insert, delete on breach_person to ucok_app;

-- What is due for deletion can be deleted, and nothing else; the bytes of a file go, what it was stays on record.
alter table stored_file add column erased_at timestamptz;
comment on column stored_file.erased_at is 'When the bytes of the file were deleted because they are kept no longer.';
grant update (erased_at) on stored_file to ucok_app;
grant delete on session, task, civil_record, insured_record, welfare_record, death_record to ucok_app;

-- One person's lines of the trail are read by what was done to them.
create index audit_lines_by_time on audit_line (region, at);
