-- What the first page counts, and the records of one person, without reading whole lists.

drop index rows_undecided;
create index rows_undecided on intake_row (region, file_id, village) where verdict = 'review' and decision is null;

drop index matches_of_the_dead;
create index matches_of_the_dead on worker_match (region, village, worker_id) include (died_on, matched_at) where is_deceased;

create index workers_merged_into on worker (region, merged_into) where merged_into is not null;
