-- The monthly run and the double-entry ledger.

create table contribution_run (
  region text not null,
  id uuid not null,
  programme_id uuid not null,
  month text not null constraint months_of_runs check (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  state text not null default 'computed' constraint states_of_a_run check (state in ('computed', 'approved', 'refused', 'billed', 'paid', 'reconciled')),
  people int not null,
  left_out int not null default 0,
  amount bigint not null constraint a_run_is_not_negative check (amount >= 0),
  rate bigint not null,
  grounds jsonb not null,
  due_on date not null,
  made_by text not null,
  made_by_name text not null,
  made_at timestamptz not null default now(),
  decided_by text,
  decided_by_name text,
  decided_at timestamptz,
  decision_reason text,
  billing_code text,
  billed_on date,
  billed_by_name text,
  disbursement_number text,
  receipt_number text,
  paid_on date,
  paid_by text,
  paid_by_name text,
  receipt_amount bigint,
  minutes_number text,
  difference_reason text,
  reconciled_on date,
  reconciled_by_name text,
  primary key (region, id),
  foreign key (region, programme_id) references programme,
  constraint an_amount_is_people_times_rate check (amount = people * rate),
  constraint nobody_approves_their_own_run check (decided_by <> made_by),
  constraint a_decided_run_says_who check (state = 'computed' or (decided_by is not null and decided_at is not null)),
  constraint a_refused_run_says_why check (state <> 'refused' or decision_reason is not null),
  constraint a_billed_run_has_its_code check (state not in ('billed', 'paid', 'reconciled') or (billing_code is not null and billed_on is not null)),
  constraint a_paid_run_says_when_and_how check (state not in ('paid', 'reconciled') or (paid_on is not null and disbursement_number is not null)),
  constraint a_difference_is_explained check (state <> 'reconciled' or receipt_amount = amount or difference_reason is not null)
);
comment on table contribution_run is 'The contributions of a programme for a month: frozen and computed by one person, approved or refused by another, billed by BPJS, paid, reconciled.';
comment on column contribution_run.grounds is 'The decision of the law on the price of one month: facts, day, lines and every ground.';
create unique index one_run_per_programme_and_month on contribution_run (region, programme_id, month) where state <> 'refused';

create table run_funding (
  region text not null,
  run_id uuid not null,
  budget_line_id uuid not null,
  people int not null constraint a_line_carries_someone check (people > 0),
  amount bigint not null constraint a_line_carries_money check (amount > 0),
  primary key (region, run_id, budget_line_id),
  foreign key (region, run_id) references contribution_run,
  foreign key (region, budget_line_id) references budget_line
);
comment on table run_funding is 'Which budget line carries how many person-months of a run, and how much.';
create index fundings_of_a_line on run_funding (region, budget_line_id);

create table contribution_line (
  region text not null,
  run_id uuid not null,
  worker_id bigint not null,
  period_id bigint not null,
  village text not null,
  budget_line_id uuid not null,
  amount bigint not null constraint a_month_costs_something check (amount > 0),
  constraint a_worker_once_per_run primary key (region, run_id, worker_id),
  constraint a_month_is_carried_by_a_line_of_its_run foreign key (region, run_id, budget_line_id) references run_funding
);
comment on table contribution_line is 'One person-month: a worker''s contribution for the month of the run, in rupiah, and the budget line that carries it.';

create table contribution_omission (
  region text not null,
  run_id uuid not null,
  worker_id bigint not null,
  period_id bigint not null,
  village text not null,
  reason text not null constraint reasons_to_leave_out check (reason in ('deceased', 'death-undated', 'removed', 'ended')),
  detail text,
  since date,
  constraint a_worker_is_left_out_once primary key (region, run_id, worker_id),
  foreign key (region, run_id) references contribution_run
);
comment on table contribution_omission is 'Who of a programme was left out of a run, and why.';

create table ledger_account (
  code text primary key,
  name_id text not null,
  name_en text not null
);
comment on table ledger_account is 'The accounts of the ledger.';
insert into ledger_account values
  ('contribution-expense', 'Beban iuran', 'Contribution expense'),
  ('contribution-payable', 'Utang iuran kepada BPJS Ketenagakerjaan', 'Contributions payable to BPJS Ketenagakerjaan'),
  ('regional-treasury', 'Kas umum daerah', 'Regional treasury');

create table ledger_entry (
  region text not null,
  id uuid not null,
  run_id uuid not null,
  kind text not null constraint kinds_of_entries check (kind in ('recognised', 'paid', 'payment-returned')),
  attempt int not null default 1 constraint attempts_count_from_one check (attempt >= 1),
  entered_on date not null,
  memo text not null,
  made_by text not null,
  made_by_name text not null,
  made_at timestamptz not null default now(),
  primary key (region, id),
  foreign key (region, run_id) references contribution_run,
  constraint each_step_is_entered_once unique (region, run_id, kind, attempt)
);
comment on table ledger_entry is 'One happening in the books: contributions owed, contributions paid, a payment that came back. Corrections are further entries.';
comment on column ledger_entry.attempt is 'Which payment of the run this is: one more than the payments that came back.';
create index entries_by_day on ledger_entry (region, entered_on desc, id);

create table ledger_posting (
  region text not null,
  entry_id uuid not null,
  account text not null references ledger_account,
  budget_line_id uuid not null,
  amount bigint not null constraint postings_move_money check (amount <> 0),
  primary key (region, entry_id, account, budget_line_id),
  foreign key (region, entry_id) references ledger_entry,
  foreign key (region, budget_line_id) references budget_line
);
comment on table ledger_posting is 'One side of an entry: positive is debit, negative is credit; every entry sums to nothing.';

create function check_entry_balances() returns trigger language plpgsql as $$
begin
  if (select sum(amount) from ledger_posting where region = new.region and entry_id = new.entry_id) <> 0 then
    raise exception 'entries_balance: entry % does not sum to nothing', new.entry_id using errcode = 'check_violation', constraint = 'entries_balance';
  end if;
  return null;
end $$;
create constraint trigger entries_balance after insert on ledger_posting deferrable initially deferred for each row execute function check_entry_balances();

create function check_line_is_not_overdrawn() returns trigger language plpgsql as $$
declare
  allowed bigint;
begin
  select ceiling into allowed from budget_line where region = new.region and id = new.budget_line_id for update;
  if (select sum(f.amount) from run_funding f join contribution_run r on r.region = f.region and r.id = f.run_id
      where f.region = new.region and f.budget_line_id = new.budget_line_id and r.state <> 'refused') > allowed then
    raise exception 'no_line_is_overdrawn: budget line % would pay more than its ceiling', new.budget_line_id
      using errcode = 'check_violation', constraint = 'no_line_is_overdrawn';
  end if;
  return null;
end $$;
create trigger no_line_is_overdrawn after insert on run_funding for each row execute function check_line_is_not_overdrawn();

create function check_run_adds_up() returns trigger language plpgsql as $$
begin
  if (select coalesce(sum(amount), 0) from contribution_line where region = new.region and run_id = new.id) <> new.amount
    or (select coalesce(sum(amount), 0) from run_funding where region = new.region and run_id = new.id) <> new.amount then
    raise exception 'an_approved_run_adds_up: run % is not the sum of its lines', new.id using errcode = 'check_violation', constraint = 'an_approved_run_adds_up';
  end if;
  return null;
end $$;
create trigger an_approved_run_adds_up after update of state on contribution_run for each row when (old.state = 'computed' and new.state = 'approved')
  execute function check_run_adds_up();

select scope_rows('contribution_run'), scope_rows('contribution_line', 'village'), scope_rows('contribution_omission', 'village'), scope_rows('run_funding'),
  scope_rows('ledger_entry'), scope_rows('ledger_posting');
grant select on ledger_account to ucok_app;
grant select, insert, update on contribution_run to ucok_app;
grant select, insert on contribution_line, contribution_omission, run_funding, ledger_entry, ledger_posting to ucok_app;
