-- What keeps every list and search quick with a million people in the registry.

create index workers_that_stand on worker (region, village, id) where removed_at is null;
create index workers_in_order_of_birth on worker (region, (coalesce(birth_date, '0001-01-01'::date)), id) where removed_at is null;
create index workers_by_end_of_nik on worker (region, ("right"(nik, 4))) where removed_at is null;
create index matches_by_decile on worker_match (region, decile, worker_id);
create index matches_by_segment on worker_match (region, covered_by, worker_id) where covered_by is not null;
create index matches_of_another_name on worker_match (region, worker_id) where not name_agrees;
create index matches_of_another_birth on worker_match (region, worker_id) where not birth_date_agrees;

create index rows_by_verdict on intake_row (region, file_id, verdict, sheet, row_number);
create index rows_with_findings on intake_row (region, file_id, verdict, sheet, row_number) where findings is not null;
create index workers_of_a_list on worker (region, intake_file_id) where removed_at is null;
create index rows_that_enter on intake_row (region, file_id) where verdict = 'accepted' and nik is not null and decision is null;
create index rows_decided on intake_row (region, file_id) where decision is not null;
create index rows_undecided on intake_row (region, file_id) where verdict = 'review' and decision is null;

-- Row-level security may not hand a row to an operator that could leak it, and ILIKE counts as one that could; this function looks on the
-- actor's behalf, in the same region and villages. It stops at `most`: a name that fits a tenth of a region is not looked up to its end.
create function workers_found(patterns text[], among text[], most int) returns setof bigint language plpgsql stable security definer
  set search_path = ucok, public, pg_temp rows 2000 as $$
declare
  scope constant text := coalesce(current_setting('ucok.villages', true), '');
  wanted text := (select string_agg(format('full_name ilike %L', pattern), ' and ') from unnest(patterns) as pattern);
begin
  if scope <> '*' then
    wanted := wanted || format(' and village = any (%L::text[])', string_to_array(scope, ','));
  end if;
  if among is not null then
    wanted := wanted || format(' and village = any (%L::text[])', among);
  end if;
  return query execute format('select id from worker where %s and region = %L limit %s',
    wanted, current_setting('ucok.region', true), most);
end $$;
comment on function workers_found is 'Ids of at most so many of the actor''s workers whose name fits every pattern, in some villages where these are named.';
revoke execute on function workers_found from public;
grant execute on function workers_found to ucok_app;

create function workers_numbered(first text, last text, ending text, most int) returns setof bigint language plpgsql stable security definer
  set search_path = ucok, public, pg_temp rows 100 as $$
declare
  scope constant text := coalesce(current_setting('ucok.villages', true), '');
begin
  return query execute format('select id from worker where region = %L and removed_at is null and "right"(nik, %s) = %L and nik >= %L and nik <= %L and (%L = ''*'' or village = any (%L::text[])) limit %s',
    current_setting('ucok.region', true), length(ending), ending, first, last, scope, string_to_array(scope, ','), most);
end $$;
comment on function workers_numbered is 'Ids of at most so many of the actor''s workers whose NIK lies in a stretch and ends so: a masked NIK is looked up by its last digits.';
revoke execute on function workers_numbered from public;
grant execute on function workers_numbered to ucok_app;
