-- Accounts as officials use them: invited by a link, roles from day to day, a second factor, sessions that can be seen and ended.

alter table account
  add column region text,
  add column provider_identity text,
  add column provider_issuer text,
  add column provider_subject text,
  add column is_password_temporary boolean not null default false,
  add column password_set_at timestamptz,
  add column deactivated_at timestamptz;
update account a set password_set_at = a.created_at where password_hash is not null;
update account a set region = coalesce(
  (select left(r.area, 2) || substr(r.area, 4, 2) from account_role r where r.account_id = a.id and length(r.area) >= 5 order by r.area limit 1),
  (select region from region_profile order by opened_at limit 1), '');
alter table account alter column region set not null, alter column region set default '';
alter table account add constraint a_person_of_the_provider_has_one_account unique (provider_issuer, provider_subject);
create unique index one_account_per_identity_at_the_provider on account (lower(provider_identity));
comment on column account.region is 'The region whose administrators keep this account. Its roles may also come from a province or from the nation.';
comment on column account.provider_identity is 'What a sign-in provider (OIDC) must have verified of this person before the account is bound to them: an e-mail address, a staff number.';
comment on column account.provider_subject is 'Whom the provider named when the account was first used through it; from then on nobody else fits.';
comment on column account.is_password_temporary is 'Somebody else knew this password: nothing but changing it is open until it is changed.';

alter table account_role add column id uuid not null default gen_random_uuid();
alter table account_role drop constraint one_grant_per_role_and_area;
alter table account_role add primary key (id);
alter table account_role add constraint one_grant_per_role_and_area_at_a_time
  exclude using gist (account_id with =, role with =, area with =, daterange(first_day, last_day, '[]') with &&);
create index roles_of_an_account on account_role (account_id);
comment on table account_role is 'A role given on an area (a code of Kemendagri, or 51.03.adat-12 for a customary village) from a day to a day; it reaches that area and all inside it.';

alter table session
  add column id uuid not null default gen_random_uuid() constraint sessions_have_a_name unique,
  add column last_used_at timestamptz not null default now(),
  add column second_factor_at timestamptz,
  add column opened_by text not null default 'password' constraint ways_to_sign_in check (opened_by in ('password', 'provider')),
  add column address text,
  add column browser text;
create index sessions_of_an_account on session (account_id) where ended_at is null;
comment on column session.second_factor_at is 'When the second factor was shown in this session, to us or to the provider; empty where it was not.';
comment on column session.last_used_at is 'Kept to the minute; a session that nobody used for long has ended.';

create table second_factor (
  account_id uuid primary key references account,
  secret_sealed text,
  candidate_sealed text,
  confirmed_at timestamptz,
  last_step bigint,
  constraint a_confirmed_factor_has_a_secret check (confirmed_at is null or secret_sealed is not null)
);
comment on table second_factor is 'The secret of a person''s authenticator (TOTP), sealed with a key outside the database, and the last step of time whose code was used.';
comment on column second_factor.candidate_sealed is 'A secret that was shown and not yet confirmed by a code; the one before it counts until then.';

create table recovery_code (
  account_id uuid not null references account,
  position int not null,
  code_hash text not null,
  used_at timestamptz,
  primary key (account_id, position)
);
comment on table recovery_code is 'Codes that stand in for a lost authenticator, each once. Only their argon2id hashes are kept.';

create table account_link (
  id uuid primary key,
  account_id uuid not null references account,
  token_hash bytea not null constraint links_are_unique unique,
  purpose text not null constraint purposes_of_links check (purpose in ('invitation', 'reset')),
  made_by_name text not null,
  made_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz
);
create index links_of_an_account on account_link (account_id);
comment on table account_link is 'A link with which a person sets a password of their own, once and for some days. Only the hash of its token is kept.';

create table known_device (
  token_hash bytea not null,
  account_id uuid not null references account,
  last_used_at timestamptz not null default now(),
  primary key (account_id, token_hash)
);
comment on table known_device is 'A browser in which a person has signed in before: tries from elsewhere do not lock it out.';

create table sign_in_brake (
  subject text primary key,
  tries int not null,
  last_try_at timestamptz not null,
  blocked_until timestamptz not null
);
comment on table sign_in_brake is 'Tries to sign in without success, by user name, by known device and by address; each further one waits longer.';

create function grants_of_account(wanted uuid) returns table (role text, area text, given_on text, first_day date, last_day date)
language sql stable security definer set search_path = ucok, pg_temp as $$
  select r.role, coalesce(c.village, r.area), r.area, r.first_day, r.last_day
  from account_role r
  left join customary_village_area c on r.area = left(c.region, 2) || '.' || right(c.region, 2) || '.adat-' || c.customary_village_id
  where r.account_id = wanted
$$;
comment on function grants_of_account is 'The roles of a person before anybody is signed in; a role on a customary village is one on each of its villages.';

create function is_account_of(wanted uuid, home text, asked text) returns boolean
language sql stable security definer set search_path = ucok, pg_temp as $$
  select home = asked or exists (select from account_role r where r.account_id = wanted
    and (r.area = left(left(asked, 2) || '.' || right(asked, 2), length(r.area)) or r.area like left(asked, 2) || '.' || right(asked, 2) || '.%'))
$$;
comment on function is_account_of is 'Whether an account is kept by a region or holds a role that reaches into it.';

create function is_username_taken(wanted text) returns boolean language sql stable security definer set search_path = ucok, pg_temp as $$
  select exists (select from account where lower(username) = lower(wanted))
$$;
create function is_identity_taken(wanted text) returns boolean language sql stable security definer set search_path = ucok, pg_temp as $$
  select exists (select from account where lower(provider_identity) = lower(wanted))
$$;
comment on function is_username_taken is 'User names are unique in the whole deployment, also those of regions that the reader does not see.';
comment on function is_identity_taken is 'So are identities at the sign-in provider.';

/* Before anybody is signed in no region is set, and sign-in reads every account; a transaction of a person sees those of its region. */
alter table account enable row level security;
create policy own_region on account for all to ucok_app
  using ((select coalesce(current_setting('ucok.region', true), '')) = '' or is_account_of(id, region, (select current_setting('ucok.region', true))))
  with check ((select coalesce(current_setting('ucok.region', true), '')) in ('', region) or is_account_of(id, region, (select current_setting('ucok.region', true))));

do $$
declare
  part text;
begin
  foreach part in array array['account_role', 'session', 'second_factor', 'recovery_code', 'account_link', 'known_device'] loop
    execute format('alter table %I enable row level security', part);
    execute format('create policy own_region on %I for all to ucok_app using (exists (select from account a where a.id = account_id))', part);
  end loop;
end $$;

grant select, insert, update on second_factor, account_link to ucok_app;
grant select, insert, update, delete on recovery_code, known_device, sign_in_brake to ucok_app;
