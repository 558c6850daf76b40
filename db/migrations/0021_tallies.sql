-- How many rows of a long list stand how in each village, kept in the same transaction as the rows themselves: nobody counts a million of them
-- to say how many there are.
--
-- The rows of a tally with the same key add up. Whoever changes the list folds those that nobody else holds into one and leaves the others
-- alone: two transactions never wait for each other here, and no order of villages can lock them up.

create function keep_tally() returns trigger language plpgsql security definer set search_path = ucok, public, pg_temp as $$
begin
  execute replace(tg_argv[0], '@moved', case tg_op
    when 'INSERT' then 'select *, 1 as change from after'
    when 'DELETE' then 'select *, -1 as change from before'
    else 'select *, 1 as change from after union all select *, -1 from before' end);
  return null;
end $$;
comment on function keep_tally is 'Adds to a tally what a statement changed in its list. The argument is the statement that tally_rows made.';
revoke execute on function keep_tally from public;

create function tally_rows(list text, tally text, keys text[], counts text[]) returns void language plpgsql as $$
declare
  key_names constant text := 'region' || (select string_agg(format(', %I', keys[n][1]), '') from generate_subscripts(keys, 1) as n);
  count_names constant text := (select string_agg(format('%I', counts[n][1]), ', ') from generate_subscripts(counts, 1) as n);
  sums constant text := (select string_agg(format('sum(%I) as %1$I', counts[n][1]), ', ') from generate_subscripts(counts, 1) as n);
  is_any constant text := (select string_agg(format('sum(%I) <> 0', counts[n][1]), ' or ') from generate_subscripts(counts, 1) as n);
  same_key constant text := 'tally.region = changed.region'
    || (select string_agg(format(' and tally.%I = changed.%1$I', keys[n][1]), '') from generate_subscripts(keys, 1) as n);
  each_row constant text := 'select region'
    || (select string_agg(format(', %s as %I', keys[n][2], keys[n][1]), '') from generate_subscripts(keys, 1) as n)
    || (select string_agg(format(', case when %s then change else 0 end as %I', counts[n][2], counts[n][1]), '') from generate_subscripts(counts, 1) as n);
  statement constant text := format(
    'with changed as materialized (select %1$s, %2$s from (%3$s from (@moved) as moved) as each group by %1$s having %4$s),
      held as (select tally.region, tally.part from %5$I as tally join changed on %6$s for update of tally skip locked),
      folded as (delete from %5$I as tally using held where tally.region = held.region and tally.part = held.part returning tally.*)
    insert into %5$I (%1$s, %7$s) select %1$s, %2$s from (select %1$s, %7$s from changed union all select %1$s, %7$s from folded) as each
      group by %1$s having %4$s', key_names, sums, each_row, is_any, tally, same_key, count_names);
  event text;
begin
  execute replace(statement, '@moved', format('select *, 1 as change from %I', list));
  foreach event in array array['insert', 'update', 'delete'] loop
    execute format('create trigger %I after %s on %I referencing %s for each statement execute function keep_tally(%L)',
      tally || '_on_' || event, event, list,
      case event when 'insert' then 'new table as after' when 'delete' then 'old table as before' else 'old table as before new table as after' end,
      statement);
  end loop;
end $$;
comment on function tally_rows is 'Counts the rows of a list into a tally and keeps it true: keys are [name, value], counts [name, condition of a row]. The tally has region, part and these.';
revoke execute on function tally_rows from public;

create table worker_tally (
  region text not null,
  part bigint generated always as identity,
  village text not null,
  people bigint not null,
  primary key (region, part)
);
comment on table worker_tally is 'How many workers stand in the registry, by village.';
select tally_rows('worker', 'worker_tally', array[['village', 'village']], array[['people', 'removed_at is null']]);

-- Whoever left the registry is said nothing of any more: what stands in worker_match are workers of the registry, also between two answers.
create function matches_leave_with_workers() returns trigger language plpgsql security definer set search_path = ucok, public, pg_temp as $$
begin
  delete from worker_match m using before b join after a on a.region = b.region and a.id = b.id
  where m.region = a.region and m.worker_id = a.id and b.removed_at is null and a.removed_at is not null;
  return null;
end $$;
comment on function matches_leave_with_workers is 'Takes away what registers said of workers whose entry ends: by a merge or the undoing of an intake.';
revoke execute on function matches_leave_with_workers from public;
create trigger matches_leave_with_workers after update on worker referencing old table as before new table as after
  for each statement execute function matches_leave_with_workers();
delete from worker_match m using worker w where w.region = m.region and w.id = m.worker_id and w.removed_at is not null;

create table match_tally (
  region text not null,
  part bigint generated always as identity,
  village text not null,
  covered_by text not null,
  people bigint not null,
  asked bigint not null,
  clear bigint not null,
  deceased bigint not null,
  unknown bigint not null,
  name_differs bigint not null,
  birth_date_differs bigint not null,
  with_decile bigint not null,
  primary key (region, part)
);
comment on table match_tally is 'How many workers the registers say what of, by village and by the segment in which they are insured (empty: in none).';
comment on column match_tally.people is 'Workers of whom anything was worked out; the others of the village have not been asked about.';
select tally_rows('worker_match', 'match_tally', array[['village', 'village'], ['covered_by', 'coalesce(covered_by, '''')']], array[
  ['people', 'true'],
  ['asked', 'civil <> ''not-asked'''],
  ['clear', 'civil = ''alive'' and not is_deceased and covered_by is null and name_agrees is not false and birth_date_agrees is not false'],
  ['deceased', 'is_deceased'],
  ['unknown', 'civil = ''unknown'''],
  ['name_differs', 'not name_agrees'],
  ['birth_date_differs', 'not birth_date_agrees'],
  ['with_decile', 'decile is not null']]);

create table standing_tally (
  region text not null,
  part bigint generated always as identity,
  register text not null,
  village text not null,
  asked_on date not null,
  answered_on date not null,
  people bigint not null,
  primary key (region, part)
);
comment on table standing_tally is 'How many workers each register was last asked about and answered about on which day, by village; -infinity is never.';
select tally_rows('register_standing', 'standing_tally', array[['register', 'register'], ['village', 'village'],
  ['asked_on', 'coalesce(asked_on, ''-infinity'')'], ['answered_on', 'coalesce(answered_on, ''-infinity'')']], array[['people', 'true']]);

create table difference_tally (
  region text not null,
  part bigint generated always as identity,
  state text not null,
  field text not null,
  village text not null,
  people bigint not null,
  primary key (region, part)
);
comment on table difference_tally is 'How many differences from the civil registry stand in each field, by village.';
select tally_rows('register_difference', 'difference_tally', array[['state', 'state'], ['field', 'field'], ['village', 'village']], array[['people', 'true']]);

create table ranking_tally (
  region text not null,
  part bigint generated always as identity,
  programme_id uuid not null,
  village text not null,
  place text not null,
  people bigint not null,
  primary key (region, part)
);
comment on table ranking_tally is 'How many people of a ranking stand within the quota and wait, by village.';
select tally_rows('ranking', 'ranking_tally', array[['programme_id', 'programme_id'], ['village', 'village'], ['place', 'place']], array[['people', 'true']]);

create table decree_tally (
  region text not null,
  part bigint generated always as identity,
  decree_id uuid not null,
  village text not null,
  place text not null,
  people bigint not null,
  primary key (region, part)
);
comment on table decree_tally is 'How many people of a decree stand within the quota and wait, by village.';
select tally_rows('decree_line', 'decree_tally', array[['decree_id', 'decree_id'], ['village', 'village'], ['place', 'place']], array[['people', 'true']]);

create table period_tally (
  region text not null,
  part bigint generated always as identity,
  programme_id uuid not null,
  village text not null,
  first_day date not null,
  last_day date not null,
  end_reason text not null,
  people bigint not null,
  primary key (region, part)
);
comment on table period_tally is 'How many covers of a programme run from which day to which and why they ended early (empty: they did not), by village.';
create index period_tallies_by_days on period_tally (region, programme_id, village, first_day, last_day);
select tally_rows('membership_period', 'period_tally', array[['programme_id', 'programme_id'], ['village', 'village'], ['first_day', 'first_day'],
  ['last_day', 'last_day'], ['end_reason', 'coalesce(end_reason, '''')']], array[['people', 'true']]);

select scope_rows('worker_tally', 'village'), scope_rows('match_tally', 'village'), scope_rows('standing_tally', 'village'),
  scope_rows('difference_tally', 'village'), scope_rows('ranking_tally', 'village'), scope_rows('decree_tally', 'village'),
  scope_rows('period_tally', 'village');
grant select on worker_tally, match_tally, standing_tally, difference_tally, ranking_tally, decree_tally, period_tally to ucok_app;
