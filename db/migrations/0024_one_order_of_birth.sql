-- People of a birth date are found in the order of birth of those who stand in the registry: one index less to keep for everybody who enters.
drop index workers_by_birth_date;
