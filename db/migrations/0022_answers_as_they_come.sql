-- Answers of registers as they really come: verdicts per field beside values, what a file held besides, and decisions that can be taken back as a whole.

alter table civil_record add column values_on date, add column verdicts jsonb, add column verdicts_on date;
comment on column civil_record.values_on is 'The day of the answer that told the values; null when it told none.';
comment on column civil_record.verdicts is 'Where it compared instead of telling: by field {agrees, similarity 0-100, about: our value it was compared with}.';
comment on column civil_record.verdicts_on is 'The day of the answer that compared.';
update civil_record set values_on = answered_on
where coalesce(full_name, birth_date::text, sex, mother_name, family_card) is not null;

create function verdict_of(verdicts jsonb, field text, ours text) returns boolean language sql immutable parallel safe as $$
  select case when (verdicts -> field) ? 'about' and (
      (verdicts -> field ->> 'about') is not distinct from ours
      or (field in ('full_name', 'mother_name') and plain_name(verdicts -> field ->> 'about') = plain_name(ours)))
    then (verdicts -> field ->> 'agrees')::boolean end
$$;
comment on function verdict_of is 'Whether the civil registry found our value to agree; null when it did not say, or said it about a value that we have no longer.';

alter table register_difference drop constraint fields_that_may_differ;
alter table register_difference add constraint fields_that_may_differ
  check (field in ('full_name', 'birth_date', 'sex', 'mother_name', 'family_card', 'birth_place', 'address'));
alter table register_difference alter column theirs drop not null;
alter table register_difference add column similarity smallint, add column decision_id uuid;
comment on column register_difference.theirs is 'Null where the register only said that our value is another than its own.';
comment on column register_difference.similarity is 'How near the register says the two values are, 0 to 100.';
comment on column register_difference.decision_id is 'The decision by which our value was kept.';
create index differences_of_a_decision on register_difference (region, decision_id) where decision_id is not null;

alter table register_exchange add column left_out int not null default 0, add column not_found int not null default 0,
  add column strangers int not null default 0, add column unasked int, add column columns jsonb not null default '[]';
comment on column register_exchange.left_out is 'Lines that are about nobody: titles, totals, signatures, repeated headings.';
comment on column register_exchange.not_found is 'People of whom the register says that it does not know them.';
comment on column register_exchange.strangers is 'NIKs in the answer that nobody in the registry has.';
comment on column register_exchange.unasked is 'NIKs of the registry that were in no request to this register; null when the file answers no request.';
comment on column register_exchange.columns is 'What each column was taken for: [{sheet, head, field, verdict}].';

create table register_decision (
  region text not null,
  id uuid not null,
  kind text not null constraint kinds_of_decision check (kind in ('taken-over', 'ours-kept')),
  field text not null,
  village text references area,
  chosen boolean not null,
  people int not null,
  answered_on date,
  made_by text not null,
  made_by_name text not null,
  made_at timestamptz not null default now(),
  undone_people int,
  undone_by_name text,
  undone_at timestamptz,
  primary key (region, id),
  constraint undone_by_somebody check ((undone_at is null) = (undone_by_name is null))
);
comment on table register_decision is 'A decision about differences, of some people, a village or everybody: which value stands, who said so, and whether it was taken back.';
comment on column register_decision.chosen is 'Whether the people were chosen one by one.';
create index decisions_by_age on register_decision (region, made_at desc);
select scope_rows('register_decision');
grant select, insert, update on register_decision to ucok_app;

alter table worker_correction add column batch_id uuid;
comment on column worker_correction.batch_id is 'The decision that set many right at once, by which all can be found again.';
create index corrections_of_a_batch on worker_correction (region, batch_id) where batch_id is not null;

create index standings_by_age on register_standing (region, register, greatest(answered_on, asked_on), worker_id);

-- The tally of differences also tells how many there are whose value can be taken over.
drop trigger difference_tally_on_insert on register_difference;
drop trigger difference_tally_on_update on register_difference;
drop trigger difference_tally_on_delete on register_difference;
drop table difference_tally;
create table difference_tally (
  region text not null,
  part bigint generated always as identity,
  state text not null,
  field text not null,
  village text not null,
  people bigint not null,
  told bigint not null,
  primary key (region, part)
);
comment on table difference_tally is 'How many differences from the civil registry stand in each field, by village; told are those whose value it told.';
select tally_rows('register_difference', 'difference_tally', array[['state', 'state'], ['field', 'field'], ['village', 'village']],
  array[['people', 'true'], ['told', 'theirs is not null']]);
select scope_rows('difference_tally', 'village');
grant select on difference_tally to ucok_app;
