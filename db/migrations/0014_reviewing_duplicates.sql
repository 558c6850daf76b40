-- Pairs know where their people live and which pairs hang together, so that a queue of any length is counted and shown at once.

alter table duplicate_pair
  add column left_village text,
  add column right_village text,
  add column group_worker bigint,
  add column group_probability double precision not null default 0,
  add column likelihood text constraint words_for_a_probability check (likelihood in ('certain', 'probable', 'possible'));
comment on column duplicate_pair.left_village is 'Where the left worker lives; nothing once that record has left the registry.';
comment on column duplicate_pair.right_village is 'Where the right worker lives; nothing once that record has left the registry.';
comment on column duplicate_pair.group_worker is 'The lowest worker of those who hang together by probable pairs; nothing for a pair that is only possible.';
comment on column duplicate_pair.likelihood is 'How sure it is, in a word; nothing for a pair that is hardly one person: it is kept, but nobody is asked.';
comment on column duplicate_pair.group_probability is 'The highest probability in the group: pairs of one group are asked about one after the other.';

update duplicate_pair p set group_probability = probability,
  likelihood = case when probability >= 0.99 then 'certain' when probability >= 0.9 then 'probable' when probability >= 0.5 then 'possible' end,
  left_village = (select village from worker w where w.region = p.region and w.id = p.left_worker and w.removed_at is null),
  right_village = (select village from worker w where w.region = p.region and w.id = p.right_worker and w.removed_at is null);

drop index pairs_that_wait;
create index pairs_by_probability on duplicate_pair (region, state, probability desc, left_worker, right_worker);
create index pairs_in_order_of_review on duplicate_pair (region, state, group_probability desc, group_worker, probability desc, left_worker, right_worker)
  where likelihood is not null and left_village is not null and right_village is not null;
create index pairs_by_right_worker on duplicate_pair (region, right_worker);
create index pairs_by_group on duplicate_pair (region, group_worker) where group_worker is not null;

-- Whoever works for some villages sees a pair only when both of its people live there.
drop policy own_area on duplicate_pair;
create policy own_area on duplicate_pair for all to ucok_app using (region = (select current_setting('ucok.region', true))
  and ((select current_setting('ucok.villages', true)) = '*'
    or (left_village = any ((select string_to_array(current_setting('ucok.villages', true), ','))::text[])
      and right_village = any ((select string_to_array(current_setting('ucok.villages', true), ','))::text[]))));

create function pairs_follow_workers() returns trigger language plpgsql security definer set search_path = ucok, public, pg_temp as $$
begin
  if not exists (select from before b join after a on a.region = b.region and a.id = b.id
    where (a.village, a.removed_at) is distinct from (b.village, b.removed_at)) then return null; end if;
  update duplicate_pair p set left_village = case when w.removed_at is null then w.village end
  from after w where p.region = w.region and p.left_worker = w.id;
  update duplicate_pair p set right_village = case when w.removed_at is null then w.village end
  from after w where p.region = w.region and p.right_worker = w.id;
  return null;
end $$;
comment on function pairs_follow_workers is 'Keeps with each pair where its people live, whoever moves them or ends their entry: a merge, the undoing of an intake, a correction.';
revoke execute on function pairs_follow_workers from public;
create trigger pairs_follow_workers after update on worker referencing old table as before new table as after
  for each statement execute function pairs_follow_workers();

alter table worker_merge add column undo_reason text;
comment on column worker_merge.undo_reason is 'Why somebody took the merge back.';
