-- What other registers know of a NIK, when they said so, and what follows for each worker.

create table register_exchange (
  region text not null,
  id uuid not null,
  register text not null constraint registers_we_ask check (register in ('dukcapil', 'bpjs', 'dtsen', 'deaths')),
  file_name text not null,
  sha256 text not null,
  answered_on date not null,
  records int not null default 0,
  faulty int not null default 0,
  faults jsonb not null default '[]',
  received_by text not null,
  received_at timestamptz not null default now(),
  primary key (region, id),
  constraint the_same_answer_once unique (region, register, sha256)
);
comment on table register_exchange is 'One answer file of a register: who handed it in, and the day its content speaks of.';
comment on column register_exchange.faults is 'The first faulty lines with their reasons: [{line, reason, value}].';

create table civil_record (
  region text not null,
  nik text not null,
  family_card text,
  full_name text,
  birth_date date,
  sex text,
  mother_name text,
  village text,
  is_alive boolean not null,
  answered_on date not null,
  exchange_id uuid not null,
  primary key (region, nik)
);
comment on table civil_record is 'The newest answer of the civil registry (Dukcapil) for a NIK.';

create table insured_record (
  region text not null,
  nik text not null,
  segment text not null,
  is_active boolean not null,
  programmes text not null,
  answered_on date not null,
  exchange_id uuid not null,
  primary key (region, nik, segment)
);
comment on table insured_record is 'The newest answer of BPJS Ketenagakerjaan: who is insured already, in which segment, by which payer.';

create table welfare_record (
  region text not null,
  nik text not null,
  decile smallint constraint deciles_run_from_one_to_ten check (decile between 1 and 10),
  answered_on date not null,
  exchange_id uuid not null,
  primary key (region, nik)
);
comment on table welfare_record is 'The newest welfare decile of DTSEN for a NIK.';

create table death_record (
  region text not null,
  nik text not null,
  full_name text,
  died_on date,
  certificate_number text,
  answered_on date not null,
  exchange_id uuid not null,
  primary key (region, nik)
);
comment on table death_record is 'A death that Dukcapil, a village or the task force reported, with its certificate.';

create table worker_match (
  region text not null,
  worker_id bigint not null,
  village text not null,
  civil text not null constraint answers_of_the_civil_registry check (civil in ('not-asked', 'alive', 'deceased', 'unknown')),
  name_agrees boolean,
  birth_date_agrees boolean,
  covered_by text,
  decile smallint,
  died_on date,
  is_deceased boolean not null default false,
  matched_at timestamptz not null default now(),
  primary key (region, worker_id)
);
comment on table worker_match is 'What the registers say of each worker, worked out set-wise after every answer and every intake. It is always made from worker itself, so no foreign key asks a million times whether they exist.';
create index matches_that_stand_out on worker_match (region, village) where is_deceased or covered_by is not null or civil = 'unknown';

create function plain_name(name text) returns text language sql immutable strict parallel safe as $$
  select regexp_replace(
    regexp_replace(
      regexp_replace(upper(name), ',.*$', ''),
      '^(\s*(H|HJ|HAJI|HAJJAH|DRS|DRA|DR|DRG|IR|PROF|KH|USTADZ|TN|NY|NN|BPK|IBU|SDR|SDRI|ALM)\M\.?\s*)+', ''),
    '[^A-Z]', '', 'g')
$$;
comment on function plain_name is 'A name without titles, degrees, signs and spaces, for comparing what two registers wrote.';

select scope_rows('register_exchange'), scope_rows('civil_record'), scope_rows('insured_record'), scope_rows('welfare_record'), scope_rows('death_record'),
  scope_rows('worker_match', 'village');
grant select, insert, update on register_exchange, civil_record, insured_record, welfare_record, death_record to ucok_app;
grant select, insert, update, delete on worker_match to ucok_app;
