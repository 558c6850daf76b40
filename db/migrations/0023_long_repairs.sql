-- Mending many rows of an intake takes longer than a request: it is a task, and one at a time.

alter table intake add mending_task uuid;
comment on column intake.mending_task is 'The task that mends many rows of this intake now; while it runs nothing else changes them. Empty when none does.';
