-- Finding people by part of a name. Row-level security may not hand a row to an operator that could leak it, and ILIKE counts as one that
-- could: asked directly, PostgreSQL would read every row instead of the index of names. This function looks on the actor's behalf, in the
-- same region and villages, and gives back ids alone; reading the rows behind them is scoped once more.

create function workers_named(patterns text[]) returns setof bigint language sql stable security definer
  set search_path = ucok, public, pg_temp rows 2000 as $$
  select id from worker
  where full_name ilike patterns[1] and full_name ilike all (patterns) and region = current_setting('ucok.region', true)
    and (current_setting('ucok.villages', true) = '*' or village = any (string_to_array(current_setting('ucok.villages', true), ',')))
$$;
comment on function workers_named is 'Ids of the actor''s workers whose name fits every pattern, through the index of names; the most telling pattern comes first.';
revoke execute on function workers_named from public;
grant execute on function workers_named to ucok_app;

create index workers_in_order_of_name on worker (region, full_name, id) where removed_at is null;
