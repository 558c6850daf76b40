-- Rows mended here before they are accepted, how far the reading of each list is, and what keeps lists quick.

alter table intake_row add repaired jsonb;
comment on column intake_row.repaired is 'What cells were mended to, by field; the cells as the village wrote them stay in original.';

alter table intake_file add rows_read int not null default 0, add reading_began_at timestamptz, add reading_ended_at timestamptz;
comment on column intake_file.rows_read is 'How far the reading has come, written beside the work: what a browser shows after a reload.';

create table intake_repair (
  region text not null,
  id uuid not null,
  intake_id uuid not null,
  file_id uuid not null,
  sheet text not null,
  row_number int not null,
  field text not null,
  village text not null,
  code text,
  written text not null,
  repaired text not null,
  made_by text not null,
  made_by_name text not null,
  made_at timestamptz not null default now(),
  undone_by text,
  undone_by_name text,
  undone_at timestamptz,
  constraint a_cell_is_mended_once_an_act primary key (region, id, file_id, sheet, row_number, field),
  foreign key (region, intake_id) references intake,
  foreign key (region, file_id) references intake_file,
  constraint who_takes_a_repair_back_is_known check ((undone_at is null) = (undone_by is null))
);
comment on table intake_repair is 'A cell of a handed-in row that was mended here: what stood there, what stands now, who and when. Cells mended in one act share its id.';
create index repairs_of_an_intake on intake_repair (region, intake_id, made_at desc, id);
create index repairs_of_a_row on intake_repair (region, file_id, sheet, row_number);

select scope_rows('intake_repair', 'village');
grant select, insert, update on intake_repair to ucok_app;
