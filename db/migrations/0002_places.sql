-- Kemendagri areas, the customary villages beside them, and how many workers live where.

create table area (
  code text primary key,
  parent text references area,
  level text not null constraint levels_of_areas check (level in ('province', 'regency', 'district', 'village')),
  name text not null,
  kind text not null
);
comment on table area is 'Every area of the Kemendagri code list (51, 51.03, 51.03.01, 51.03.01.1001).';
comment on column area.kind is 'provinsi, kabupaten, kota, kecamatan, desa, kelurahan or desa adat, told by the code.';
create index areas_by_parent on area (parent);
create index areas_by_name on area using gin (name gin_trgm_ops);

create table area_release (
  source text primary key,
  loaded_at timestamptz not null default now(),
  areas int not null
);
comment on table area_release is 'Which release of the code list is loaded.';

create table region_profile (
  region text primary key,
  name text not null,
  office text not null,
  city text not null,
  is_demo boolean not null default false,
  opened_at timestamptz not null default now()
);
comment on table region_profile is 'A region that this deployment serves, with what its letterhead says.';

create table customary_village (
  region text not null,
  id int not null,
  name text not null,
  is_demo boolean not null default false,
  primary key (region, id),
  constraint customary_villages_have_one_name unique (region, name)
);
comment on table customary_village is 'A desa adat: its borders cut across the villages of the code list.';

create table customary_village_area (
  region text not null,
  customary_village_id int not null,
  village text not null references area,
  primary key (region, customary_village_id, village),
  foreign key (region, customary_village_id) references customary_village
);
comment on table customary_village_area is 'Which villages a desa adat reaches into, many to many.';

create table banjar (
  region text not null,
  id int not null,
  customary_village_id int not null,
  name text not null,
  is_demo boolean not null default false,
  primary key (region, id),
  foreign key (region, customary_village_id) references customary_village
);
comment on table banjar is 'A banjar adat, the neighbourhood of a desa adat.';

create table universe (
  region text not null,
  area text not null references area,
  year int not null,
  segment text not null constraint segments_of_workers check (segment in ('ALL', 'PU', 'BPU', 'JAKON', 'PMI', 'RENTAN')),
  workers int not null constraint a_universe_is_not_negative check (workers >= 0),
  source text not null,
  source_date date not null,
  is_demo boolean not null default false,
  primary key (region, area, year, segment)
);
comment on table universe is 'How many workers there are (the denominator of coverage) per area, year and segment, with source and date.';

create table coverage_target (
  region text not null,
  year int not null,
  segment text not null,
  share numeric(6, 5) not null constraint targets_are_shares check (share between 0 and 1),
  source text not null,
  primary key (region, year, segment)
);
comment on table coverage_target is 'The share of workers to be covered at the end of a year.';

select scope_rows('customary_village'), scope_rows('customary_village_area'), scope_rows('banjar'), scope_rows('universe'), scope_rows('coverage_target');
grant select, insert, update on area, area_release, region_profile, customary_village, customary_village_area, banjar, universe, coverage_target to ucok_app;
