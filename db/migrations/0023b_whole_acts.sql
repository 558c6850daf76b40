-- Accepting a large intake, or taking it back, is a task as mending many of its rows is.

comment on column intake.mending_task is 'The task that mends many rows of this intake, accepts it or takes it back now; while it runs nothing else changes them. Empty when none does.';
