-- The ground of every other table: people who sign in, what they did, work that runs, files that were handed in.

create extension if not exists pg_trgm;
create extension if not exists btree_gist;

grant usage on schema ucok to ucok_app;

/* Restricts a table to the region of the transaction and, where its rows belong to a village, to the villages the actor may look into.
   The settings are made per transaction by the app; a sub-select lets the planner read them once, not once a row. */
create function scope_rows(scoped regclass, village_column text default null) returns void language plpgsql as $$
declare
  own_region constant text := $e$region = (select current_setting('ucok.region', true))$e$;
  own_village text := '';
begin
  if village_column is not null then
    own_village := format($e$ and ((select current_setting('ucok.villages', true)) = '*'
      or %I = any ((select string_to_array(current_setting('ucok.villages', true), ','))::text[]))$e$, village_column);
  end if;
  execute format('alter table %s enable row level security', scoped);
  execute format('create policy own_area on %s for all to ucok_app using (%s%s) with check (%s%s)', scoped, own_region, own_village, own_region, own_village);
end $$;
comment on function scope_rows is 'Gives a table its row-level security: the region of the transaction, and the villages of the actor.';

create table account (
  id uuid primary key,
  username text not null,
  full_name text not null,
  office text,
  password_hash text,
  language text not null default 'id' constraint languages_we_speak check (language in ('id', 'en')),
  is_active boolean not null default true,
  is_demo boolean not null default false,
  created_at timestamptz not null default now(),
  constraint usernames_are_unique unique (username)
);
comment on table account is 'A person who may sign in. Never deleted, only made inactive.';

create table account_role (
  account_id uuid not null references account,
  role text not null constraint known_roles check (role in ('administrator', 'officer', 'approver', 'treasurer', 'village-operator',
    'task-force', 'insurer', 'planner', 'assessor', 'auditor')),
  area text not null,
  first_day date not null default '2020-01-01',
  last_day date,
  constraint one_grant_per_role_and_area primary key (account_id, role, area),
  constraint roles_end_after_they_begin check (last_day >= first_day)
);
comment on table account_role is 'A role given on an area; it reaches that area and all inside it.';

create table session (
  token_hash bytea primary key,
  account_id uuid not null references account,
  csrf_token text not null,
  region text not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  ended_at timestamptz
);
comment on table session is 'A signed-in browser. Only the hash of its token is kept.';

create table audit_line (
  region text not null,
  id bigint generated always as identity,
  at timestamptz not null default now(),
  actor_id text not null,
  actor_name text not null,
  act text not null,
  subject_kind text not null,
  subject_id text not null,
  details jsonb not null default '{}',
  primary key (region, id)
);
comment on table audit_line is 'Who did what to which record, when, with what numbers. Written in the transaction of the act; never changed or deleted.';
create index audit_lines_of_a_subject on audit_line (region, subject_kind, subject_id, id desc);

create table task (
  region text not null,
  id uuid not null,
  kind text not null,
  title jsonb not null,
  payload jsonb not null default '{}',
  state text not null default 'waiting' constraint states_of_a_task check (state in ('waiting', 'running', 'done', 'refused', 'failed')),
  done bigint not null default 0,
  total bigint,
  note jsonb,
  result jsonb,
  created_by text not null,
  created_by_name text not null,
  created_at timestamptz not null default now(),
  started_at timestamptz,
  finished_at timestamptz,
  primary key (region, id)
);
comment on table task is 'Work that runs longer than a second: what it is, how far it is, how it ended.';
create index tasks_by_age on task (region, created_at desc);

create table stored_file (
  region text not null,
  id uuid not null,
  name text not null,
  media_type text not null,
  byte_size bigint not null,
  sha256 text not null,
  created_by text not null,
  created_at timestamptz not null default now(),
  primary key (region, id)
);
comment on table stored_file is 'A file that was handed in. Its bytes lie in the files folder under this id, outside the web root.';

create function enqueue_task(task_region text, task_id uuid) returns void language plpgsql security definer set search_path = ucok, pg_temp as $$
begin
  perform graphile_worker.add_job('ucok', json_build_object('region', task_region, 'id', task_id), max_attempts := 10000, job_key := task_id::text);
end $$;
comment on function enqueue_task is 'Puts a task into the queue; the working role may do that and nothing else with it. Only a killed process makes it run again.';

select scope_rows('audit_line'), scope_rows('task'), scope_rows('stored_file');
grant select, insert, update on account, session, task to ucok_app;
grant select, insert, update, delete on account_role to ucok_app;
grant select, insert on audit_line, stored_file to ucok_app;
grant select on migration to ucok_app;
