-- What the lists of a region taught about records of one person, for the comparison of lists that come in.

create table linkage_weights (
  region text not null,
  id uuid not null,
  version int not null,
  trained_on date not null,
  records int not null,
  weights jsonb not null,
  made_by text not null,
  made_by_name text not null,
  made_at timestamptz not null default now(),
  primary key (region, id)
);
comment on table linkage_weights is 'Weights learned from lists that came in while no search of the registry had taught any. The newest of these and of the searches counts.';
create index linkage_weights_by_age on linkage_weights (region, made_at desc);

select scope_rows('linkage_weights');
grant select, insert on linkage_weights to ucok_app;
