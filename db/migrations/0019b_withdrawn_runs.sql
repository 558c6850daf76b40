-- Whoever computed a run may take it back while it waits, and a run whose data changed is void: both end as refused, by nobody else's decision.

alter table contribution_run drop constraint a_decided_run_says_who, add constraint a_decided_run_says_who
  check (state = 'computed' or (decided_at is not null and (state = 'refused' or decided_by is not null)));
comment on column contribution_run.decided_by is 'Who approved or refused it last; empty where it was taken back by whoever computed it.';
