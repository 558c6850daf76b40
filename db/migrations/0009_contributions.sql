-- The monthly run and the double-entry ledger.

create table contribution_run (
  region text not null,
  id uuid not null,
  programme_id uuid not null,
  month text not null constraint months_of_runs check (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  state text not null default 'computed' constraint states_of_a_run check (state in ('computed', 'approved', 'refused', 'paid')),
  people int not null,
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
  disbursement_number text,
  receipt_number text,
  paid_on date,
  paid_by text,
  paid_by_name text,
  primary key (region, id),
  foreign key (region, programme_id) references programme,
  constraint nobody_approves_their_own_run check (decided_by <> made_by),
  constraint a_decided_run_says_who check (state = 'computed' or (decided_by is not null and decided_at is not null)),
  constraint a_paid_run_says_when_and_how check (state <> 'paid' or (paid_on is not null and disbursement_number is not null and billing_code is not null))
);
comment on table contribution_run is 'The contributions of a programme for a month: frozen and computed by one person, approved or refused by another, billed, paid.';
create unique index one_run_per_programme_and_month on contribution_run (region, programme_id, month) where state <> 'refused';

create table contribution_line (
  region text not null,
  run_id uuid not null,
  worker_id bigint not null,
  period_id bigint not null,
  village text not null,
  amount bigint not null,
  constraint a_worker_once_per_run primary key (region, run_id, worker_id),
  foreign key (region, run_id) references contribution_run
);
comment on table contribution_line is 'One person-month: a worker''s contribution for the month of the run, in rupiah.';

create table run_funding (
  region text not null,
  run_id uuid not null,
  budget_line_id uuid not null,
  amount bigint not null,
  primary key (region, run_id, budget_line_id),
  foreign key (region, run_id) references contribution_run,
  foreign key (region, budget_line_id) references budget_line
);
comment on table run_funding is 'Which budget line carries how much of a run.';

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
  kind text not null constraint kinds_of_entries check (kind in ('recognised', 'paid')),
  entered_on date not null,
  memo text not null,
  made_by text not null,
  made_at timestamptz not null default now(),
  primary key (region, id),
  foreign key (region, run_id) references contribution_run,
  constraint each_step_is_entered_once unique (region, run_id, kind)
);
comment on table ledger_entry is 'One happening in the books: contributions owed, contributions paid.';

create table ledger_posting (
  region text not null,
  entry_id uuid not null,
  account text not null references ledger_account,
  budget_line_id uuid not null,
  amount bigint not null constraint postings_move_money check (amount <> 0),
  primary key (region, entry_id, account, budget_line_id),
  foreign key (region, entry_id) references ledger_entry
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

select scope_rows('contribution_run'), scope_rows('contribution_line', 'village'), scope_rows('run_funding'), scope_rows('ledger_entry'), scope_rows('ledger_posting');
grant select on ledger_account to ucok_app;
grant select, insert, update on contribution_run to ucok_app;
grant select, insert on contribution_line, run_funding, ledger_entry, ledger_posting to ucok_app;
