-- What keeps the lists of workers quick that are filtered by what registers and runs say.

-- Few pages each: many workers share a village, so an entry holds little more than where the row stands.
drop index matches_that_stand_out, matches_of_another_name, matches_of_another_birth, matches_by_segment, matches_by_decile;
create index matches_of_the_dead on worker_match (region, village) where is_deceased;
create index matches_of_unknown_people on worker_match (region, village) where civil = 'unknown';
create index matches_of_the_insured on worker_match (region, village) where covered_by is not null;
create index matches_of_another_name on worker_match (region, village) where not name_agrees;
create index matches_of_another_birth on worker_match (region, village) where not birth_date_agrees;
create index matches_by_decile on worker_match (region, decile, village);

-- The same villages without those who left (workers_that_stand) serve every question this one did.
drop index workers_by_village;

-- Who was not judged by a run is whoever came later: with a higher number, or back out of a merge.
alter table eligibility_run add column judged_up_to bigint not null default 0;
comment on column eligibility_run.judged_up_to is 'Of the workers up to this number the run judged everybody who stood in the registry; nobody enters below it any more.';
alter table worker add column returned_at timestamptz;
comment on column worker.returned_at is 'When the entry began again because a merge was taken back.';
create index workers_that_returned on worker (region, id) where returned_at is not null;
update eligibility_run r set judged_up_to = coalesce(
  (select min(w.id) - 1 from worker w where w.region = r.region and w.removed_at is null
    and not exists (select from assessment a where a.region = r.region and a.run_id = r.id and a.worker_id = w.id)),
  (select max(w.id) from worker w where w.region = r.region), 0);
