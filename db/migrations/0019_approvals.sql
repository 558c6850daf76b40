-- What needs two people: somebody asks, somebody else answers, and only then is it done. One place for all of it.

create table approval_request (
  region text not null,
  id uuid not null,
  operation text not null,
  subject_kind text not null,
  subject_id text not null,
  title jsonb not null,
  because text,
  before jsonb not null default '{}',
  after jsonb not null default '{}',
  people int,
  amount bigint,
  payload jsonb not null default '{}',
  fingerprint text not null,
  concerns text not null default '',
  needed int not null constraint approvals_needed_are_counted check (needed >= 0),
  roles text[] not null constraint somebody_may_answer check (cardinality(roles) > 0),
  asked_by text not null,
  asked_by_name text not null,
  asked_at timestamptz not null default now(),
  expires_on date,
  state text not null default 'waiting' constraint states_of_a_request check (state in ('waiting', 'approved', 'refused', 'withdrawn', 'void', 'expired')),
  ended_at timestamptz,
  ended_because jsonb,
  result jsonb,
  primary key (region, id),
  constraint only_the_installation_acts_alone check (needed >= 1 or asked_by = '00000000-0000-0000-0000-000000000000'),
  constraint an_ended_request_says_when check (state = 'waiting' or ended_at is not null),
  constraint an_answer_knows_who_asked unique (region, id, asked_by, concerns)
);
comment on table approval_request is 'Something that one person asked for and another must approve: what, about which record, what it changes, and how it ended.';
comment on column approval_request.fingerprint is 'Of the record when this was asked: if it is another when the answer comes, the request is void.';
comment on column approval_request.concerns is 'The account that the request is about; its holder may not answer. Empty when it is about nobody who works here.';
comment on column approval_request.needed is 'How many different people must approve; settled when it was asked. 0: the command line without an account, which is the installation itself.';
create unique index one_request_waits_per_subject on approval_request (region, operation, subject_id) where state = 'waiting';
create index requests_by_age on approval_request (region, state, asked_at desc);
create index requests_about_a_record on approval_request (region, subject_kind, subject_id, asked_at desc);

create table approval_answer (
  region text not null,
  request_id uuid not null,
  answered_by text not null,
  answered_by_name text not null,
  asked_by text not null,
  concerns text not null,
  verdict text not null constraint verdicts check (verdict in ('approve', 'refuse')),
  reason text,
  answered_at timestamptz not null default now(),
  constraint one_answer_per_person primary key (region, request_id, answered_by),
  constraint an_answer_belongs_to_its_request foreign key (region, request_id, asked_by, concerns) references approval_request (region, id, asked_by, concerns),
  constraint who_asks_does_not_answer check (answered_by <> asked_by),
  constraint nobody_answers_about_themselves check (answered_by <> concerns),
  constraint a_refusal_says_why check (verdict = 'approve' or length(trim(reason)) > 0)
);
comment on table approval_answer is 'One person''s answer to a request. Never changed or deleted.';

create table approval_rule (
  region text not null,
  operation text not null,
  needed int not null constraint rules_need_somebody check (needed between 1 and 5),
  roles text[] not null constraint rules_name_somebody check (cardinality(roles) > 0),
  request_id uuid not null,
  set_at timestamptz not null default now(),
  constraint one_rule_per_operation primary key (region, operation),
  foreign key (region, request_id) references approval_request
);
comment on table approval_rule is 'Where a region asks for more than our own table of two-person operations: how many approvals, and by whom. Itself set by two people.';

create function check_request_moves_lawfully() returns trigger language plpgsql as $$
begin
  if old.state <> 'waiting' then
    raise exception 'an_ended_request_stays: request % ended as %', old.id, old.state using errcode = 'check_violation', constraint = 'an_ended_request_stays';
  end if;
  if new.state = 'approved' and (select count(*) from approval_answer a where a.region = new.region and a.request_id = new.id
      and a.verdict = 'approve') < new.needed then
    raise exception 'an_approved_request_has_its_answers: request % lacks approvals', new.id
      using errcode = 'check_violation', constraint = 'an_approved_request_has_its_answers';
  end if;
  return new;
end $$;
create trigger requests_move_lawfully before update of state on approval_request for each row execute function check_request_moves_lawfully();

create function check_rule_was_approved() returns trigger language plpgsql as $$
begin
  if not exists (select from approval_request r where r.region = new.region and r.id = new.request_id and r.operation = 'approvals.rule'
      and r.subject_id = new.operation and r.state = 'approved') then
    raise exception 'a_rule_is_set_by_two_people: no approved request for the rule of %', new.operation
      using errcode = 'check_violation', constraint = 'a_rule_is_set_by_two_people';
  end if;
  return new;
end $$;
create trigger a_rule_is_set_by_two_people before insert or update on approval_rule for each row execute function check_rule_was_approved();

/* Requests name people of every village, so only whoever sees the whole region reads them; and each is written in its writer's own name. */
create function sees_whole_region(own text) returns boolean language sql stable as $$
  select own = current_setting('ucok.region', true) and current_setting('ucok.villages', true) = '*'
$$;
comment on function sees_whole_region is 'Whether the transaction is one of this region by somebody who sees all of it.';

alter table approval_request enable row level security;
create policy whole_region_reads on approval_request for select to ucok_app using (sees_whole_region(region));
create policy asked_in_ones_own_name on approval_request for insert to ucok_app
  with check (sees_whole_region(region) and asked_by = (select current_setting('ucok.actor', true)));
create policy whole_region_ends on approval_request for update to ucok_app using (sees_whole_region(region)) with check (sees_whole_region(region));
alter table approval_answer enable row level security;
create policy whole_region_reads on approval_answer for select to ucok_app using (sees_whole_region(region));
create policy answered_in_ones_own_name on approval_answer for insert to ucok_app
  with check (sees_whole_region(region) and answered_by = (select current_setting('ucok.actor', true)));
select scope_rows('approval_rule');

grant select on approval_request to ucok_app;
grant insert (region, id, operation, subject_kind, subject_id, title, because, before, after, people, amount, payload, fingerprint, concerns, needed, roles,
  asked_by, asked_by_name, expires_on) on approval_request to ucok_app;
grant update (state, ended_at, ended_because, result) on approval_request to ucok_app;
grant select, insert on approval_answer to ucok_app;
grant select, insert, update on approval_rule to ucok_app;

-- What was asked for by one person and done by another says so itself, too.
alter table decree add column asked_by text, add column asked_by_name text,
  add constraint who_asks_for_a_decree_does_not_freeze_it check (asked_by <> frozen_by or asked_by = '00000000-0000-0000-0000-000000000000');
comment on column decree.asked_by is 'Who asked for the freezing; `frozen_by` is who approved it last. Empty for decrees older than the two-person rule.';
alter table contribution_run add column payment_asked_by text, add column payment_asked_by_name text,
  add constraint who_records_a_payment_does_not_confirm_it check (payment_asked_by <> paid_by);
comment on column contribution_run.payment_asked_by is 'Who recorded the payment; `paid_by` is who confirmed it. Empty for payments older than the two-person rule.';
alter table rule_set add column asked_by text, add column approved_by text, add column approved_by_name text,
  add constraint who_writes_rules_does_not_approve_them check (asked_by <> approved_by);
comment on column rule_set.approved_by is 'Who approved the version last. Empty for the rules of a region that has not written its own.';

-- Runs that were computed before and wait: they wait in the inbox from now on.
insert into approval_request (region, id, operation, subject_kind, subject_id, title, after, people, amount, fingerprint, needed, roles,
  asked_by, asked_by_name, asked_at)
select r.region, gen_random_uuid(), 'contributions.run', 'contribution-run', r.id::text,
  jsonb_build_object('id', 'Iuran ' || r.month || ', program ' || p.code, 'en', 'Contributions of ' || r.month || ', programme ' || p.code),
  jsonb_build_object(
    'people', jsonb_build_object('label', jsonb_build_object('id', 'Orang', 'en', 'People'), 'count', r.people),
    'amount', jsonb_build_object('label', jsonb_build_object('id', 'Jumlah', 'en', 'Amount'), 'rupiah', r.amount)),
  r.people, r.amount, r.people || '|' || r.amount, 1, array['approver'], r.made_by, r.made_by_name, r.made_at
from contribution_run r join programme p on p.region = r.region and p.id = r.programme_id where r.state = 'computed';
