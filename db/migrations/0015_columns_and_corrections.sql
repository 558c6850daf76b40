-- Columns as a clerk points them out, remembered for the next list; and lists that come back corrected.

alter table intake_file add sender text references area;
comment on column intake_file.sender is 'Whose habits its columns follow: the village of the operator who handed it in, else the region. What is said of its columns is remembered for them.';
alter table intake_file add columns_said jsonb;
comment on column intake_file.columns_said is 'What a clerk said about the columns of this list, by sheet and heading; nothing while it is read by recognition alone.';
alter table intake_file add correction jsonb;
comment on column intake_file.correction is 'Of a list that corrects earlier ones: which, and how many of its rows are corrected, still faulty, unchanged, new, or came too late.';

create table column_mapping (
  region text not null,
  sender text not null references area,
  fingerprint text not null,
  columns jsonb not null,
  from_list text not null,
  remembered_by text not null,
  remembered_by_name text not null,
  remembered_at timestamptz not null default now(),
  primary key (region, sender, fingerprint)
);
comment on table column_mapping is 'What a clerk said about the columns of a list, for the next list of the same sender under the same heading.';

alter table intake_row add mark text;
comment on column intake_row.mark is 'Which row of an earlier list this one says it is, in a workbook that was returned for mending.';
alter table intake_row add replaced_by_file uuid;
alter table intake_row add replaced_by_sheet text;
alter table intake_row add replaced_by_row int;
alter table intake_row add constraint replaced_rows_name_the_row_that_stands_for_them check (num_nulls(replaced_by_file, replaced_by_sheet, replaced_by_row) in (0, 3));
alter table intake_row add constraint replaced_rows_are_left_out check (replaced_by_file is null or decision = 'dismiss');
comment on column intake_row.replaced_by_file is 'A corrected list gave this row anew: it stays as it was written, is left out, and the row named here stands for it.';
create index rows_by_what_replaced_them on intake_row (region, replaced_by_file) where replaced_by_file is not null;

select scope_rows('column_mapping', 'sender');
grant select, insert, update, delete on column_mapping to ucok_app;
grant delete on intake_row to ucok_app;
