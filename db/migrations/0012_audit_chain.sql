-- Every audit line is sealed: its seal carries the hash of the seal before, so that a line altered, removed or slipped in is found,
-- whoever did it. Seals are made when a transaction commits: no operation waits for another while it works.

create table audit_seal (
  region text not null,
  position bigint not null,
  line_id bigint not null,
  previous_hash bytea not null,
  own_hash bytea not null,
  primary key (region, position),
  constraint one_seal_per_line unique (region, line_id)
);
comment on table audit_seal is 'The chain over the audit lines of a region, in the order in which their transactions committed. Written by the database alone.';

create function audit_hash(previous bytea, line audit_line) returns bytea language sql stable set search_path = ucok, pg_temp as $$
  select sha256(previous || convert_to(jsonb_build_array(line.region, line.id, (extract(epoch from line.at) * 1000000)::bigint, line.actor_id, line.actor_name,
    line.act, line.subject_kind, line.subject_id, line.details)::text, 'UTF8'))
$$;
comment on function audit_hash is 'The hash of an audit line: SHA-256 over the hash before it and every column of the line, the moment in microseconds.';

create function seal_audit_line() returns trigger language plpgsql security definer set search_path = ucok, pg_temp as $$
declare
  before audit_seal;
begin
  perform pg_advisory_xact_lock(hashtextextended('ucok.audit.' || new.region, 0));
  select * into before from audit_seal where region = new.region order by position desc limit 1;
  insert into audit_seal (region, position, line_id, previous_hash, own_hash)
  values (new.region, coalesce(before.position, 0) + 1, new.id, coalesce(before.own_hash, ''), audit_hash(coalesce(before.own_hash, ''), new));
  return null;
end $$;
comment on function seal_audit_line is 'Seals a line at the end of its transaction, one transaction of a region after the other.';

do $$
declare
  line audit_line;
  hash bytea;
  counted bigint;
  known text := '';
begin
  for line in select * from audit_line order by region, id loop
    if line.region <> known then hash := ''; counted := 0; known := line.region; end if;
    counted := counted + 1;
    insert into audit_seal values (line.region, counted, line.id, hash, audit_hash(hash, line));
    hash := audit_hash(hash, line);
  end loop;
end $$;

create constraint trigger audit_lines_are_sealed after insert on audit_line deferrable initially deferred for each row execute function seal_audit_line();

select scope_rows('audit_seal');
grant select on audit_seal to ucok_app;
