-- One index of villages for those who stand and those who left: how many stand is in the tally, and a search in a village goes through both.
drop index workers_that_stand;
create index workers_by_village on worker (region, village, id);

create index insured_by_day on insured_record (region, answered_on);
