-- What somebody whose area is a village may read of work, of the audit trail and of lists that were handed in before.

drop policy own_area on task;
create policy own_area on task for all to ucok_app
  using (region = (select current_setting('ucok.region', true))
    and ((select current_setting('ucok.villages', true)) = '*' or created_by = (select current_setting('ucok.actor', true))))
  with check (region = (select current_setting('ucok.region', true)));
comment on policy own_area on task is 'The titles of work name the lists of other villages: somebody of a village follows the work they began.';

drop policy own_area on audit_line;
create policy own_region on audit_line for insert to ucok_app with check (region = (select current_setting('ucok.region', true)));
create policy own_area on audit_line for select to ucok_app
  using (region = (select current_setting('ucok.region', true))
    and ((select current_setting('ucok.villages', true)) = '*' or actor_id = (select current_setting('ucok.actor', true))
      or case when subject_kind = 'worker' and subject_id ~ '^[0-9]{1,18}$'
        then exists (select from worker w where w.region = audit_line.region and w.id = audit_line.subject_id::bigint) else false end));
comment on policy own_area on audit_line is 'Somebody of a village reads their own acts and what happened to the workers they may see.';

drop index the_same_list_once;
create unique index the_same_list_once on intake_file (region, village, sha256, name) where undone_at is null;
comment on index the_same_list_once is 'A list is told from another of the same bytes by its village: else a refusal would tell what another village handed in.';
