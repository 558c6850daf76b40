-- Old and new keep the order in which they were written down, and whoever asked for a merge may take it back.

alter table approval_request alter column before drop default, alter column after drop default;
alter table approval_request alter column before type json using before::json, alter column after type json using after::json;
alter table approval_request alter column before set default '{}', alter column after set default '{}';

alter table worker_merge drop constraint who_asks_does_not_approve, add constraint who_asks_does_not_approve
  check (not needs_approval or state = 'refused' or decided_by <> requested_by);
comment on constraint who_asks_does_not_approve on worker_merge is 'Whoever asked may take the request back, which ends it as refused; never carry it out.';

-- Merges that were asked for before and wait: they stand in the inbox from now on. What their records were like then was not written down,
-- so an approval makes them void and the pair is asked about again; a refusal ends them as ever.
insert into approval_request (region, id, operation, subject_kind, subject_id, title, people, payload, fingerprint, needed, roles,
  asked_by, asked_by_name, asked_at)
select m.region, gen_random_uuid(), 'duplicates.merge', 'worker-merge', m.id::text,
  jsonb_build_object('id', 'Gabungkan dua catatan ' || k.full_name, 'en', 'Merge two records of ' || k.full_name), 1,
  jsonb_build_object('kept', m.kept_worker, 'merged', m.merged_worker), 'before-requests', 1, array['approver', 'officer', 'administrator'],
  m.requested_by, m.requested_by_name, m.requested_at
from worker_merge m join worker k on k.region = m.region and k.id = m.kept_worker where m.state = 'waiting';
