-- What keeps the searches quick, and the same search the same.

-- A name that fits a tenth of a region is looked up in the order in which people stand, always from the beginning: a second look, or the next
-- page, goes through the same people.
create or replace function workers_found(patterns text[], among text[], most int) returns setof bigint language plpgsql stable security definer
  set search_path = ucok, public, pg_temp set synchronize_seqscans = off set max_parallel_workers_per_gather = 0 rows 2000 as $$
declare
  scope constant text := coalesce(current_setting('ucok.villages', true), '');
  wanted text := format('region = %L', current_setting('ucok.region', true));
begin
  if scope <> '*' then
    wanted := wanted || format(' and village = any (%L::text[])', string_to_array(scope, ','));
  end if;
  -- Villages are compared sooner than names.
  if among is not null then
    wanted := wanted || format(' and village = any (%L::text[])', among);
  end if;
  return query execute format('select id from worker where %s%s limit %s', wanted,
    (select string_agg(format(' and full_name ilike %L', pattern), '') from unnest(patterns) as pattern), most);
end $$;

-- Nobody who left is found by NIK through the index of those who stand.
create index workers_who_left_by_nik on worker (region, nik) where removed_at is not null;

create index periods_by_member_number on membership_period (region, member_number collate "C") where member_number is not null;

-- A frozen list is searched as the people were known on its day, so by names of its own.
create index decree_lines_by_name on decree_line using gin (full_name gin_trgm_ops);
create index decree_lines_by_nik on decree_line (region, decree_id, nik);
create index decree_lines_by_end_of_nik on decree_line (region, decree_id, ("right"(nik, 4)));

create function decree_lines_where(decree uuid, wanted text, most int) returns setof int language plpgsql stable
  set synchronize_seqscans = off set max_parallel_workers_per_gather = 0 rows 2000 as $$
declare
  scope constant text := coalesce(current_setting('ucok.villages', true), '');
begin
  return query execute format('select position from decree_line where region = %L and decree_id = %L and (%L = ''*'' or village = any (%L::text[])) and %s limit %s',
    current_setting('ucok.region', true), decree, scope, string_to_array(scope, ','), wanted, most);
end $$;
comment on function decree_lines_where is 'Places of at most so many of a decree''s people who fit a condition, among the actor''s villages. Only for the two functions that look on the actor''s behalf.';
revoke execute on function decree_lines_where from public;

create function decree_lines_named(decree uuid, patterns text[], most int) returns setof int language sql stable security definer
  set search_path = ucok, public, pg_temp rows 2000 as $$
  select decree_lines_where(decree, (select string_agg(format('full_name ilike %L', pattern), ' and ') from unnest(patterns) as pattern), most)
$$;
comment on function decree_lines_named is 'Places of at most so many of a decree''s people whose name fits every pattern.';

create function decree_lines_numbered(decree uuid, first text, last text, ending text, most int) returns setof int language sql stable security definer
  set search_path = ucok, public, pg_temp rows 100 as $$
  select decree_lines_where(decree, format('"right"(nik, %s) = %L and nik >= %L and nik <= %L', length(ending), ending, first, last), most)
$$;
comment on function decree_lines_numbered is 'Places of at most so many of a decree''s people whose NIK lies in a stretch and ends so.';
revoke execute on function decree_lines_named, decree_lines_numbered from public;
grant execute on function decree_lines_named, decree_lines_numbered to ucok_app;
