-- Written by "npm run schema" from a freshly migrated database. A test compares it.

table account
  id uuid not null
  username text not null
  full_name text not null
  office text
  password_hash text
  language text not null default 'id'::text
  is_active boolean not null default true
  is_demo boolean not null default false
  created_at timestamp with time zone not null default now()
  region text not null default ''::text
  provider_identity text
  provider_issuer text
  provider_subject text
  is_password_temporary boolean not null default false
  password_set_at timestamp with time zone
  deactivated_at timestamp with time zone
  constraint a_person_of_the_provider_has_one_account UNIQUE (provider_issuer, provider_subject)
  constraint account_pkey PRIMARY KEY (id)
  constraint languages_we_speak CHECK ((language = ANY (ARRAY['id'::text, 'en'::text])))
  constraint usernames_are_unique UNIQUE (username)
  index CREATE UNIQUE INDEX one_account_per_identity_at_the_provider ON ucok.account USING btree (lower(provider_identity))
  policy own_region using ((( SELECT COALESCE(current_setting('ucok.region'::text, true), ''::text) AS "coalesce") = ''::text) OR is_account_of(id, region, ( SELECT current_setting('ucok.region'::text, true) AS current_setting)))
  grant INSERT, SELECT, UPDATE to ucok_app

table account_link
  id uuid not null
  account_id uuid not null
  token_hash bytea not null
  purpose text not null
  made_by_name text not null
  made_at timestamp with time zone not null default now()
  expires_at timestamp with time zone not null
  used_at timestamp with time zone
  revoked_at timestamp with time zone
  constraint account_link_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id)
  constraint account_link_pkey PRIMARY KEY (id)
  constraint links_are_unique UNIQUE (token_hash)
  constraint purposes_of_links CHECK ((purpose = ANY (ARRAY['invitation'::text, 'reset'::text])))
  index CREATE INDEX links_of_an_account ON ucok.account_link USING btree (account_id)
  policy own_region using (EXISTS ( SELECT FROM account a WHERE (a.id = account_link.account_id)))
  grant INSERT, SELECT, UPDATE to ucok_app

table account_role
  account_id uuid not null
  role text not null
  area text not null
  first_day date not null default '2020-01-01'::date
  last_day date
  id uuid not null default gen_random_uuid()
  constraint account_role_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id)
  constraint account_role_pkey PRIMARY KEY (id)
  constraint known_roles CHECK ((role = ANY (ARRAY['administrator'::text, 'officer'::text, 'approver'::text, 'treasurer'::text, 'village-operator'::text, 'task-force'::text, 'insurer'::text, 'planner'::text, 'assessor'::text, 'auditor'::text])))
  constraint one_grant_per_role_and_area_at_a_time EXCLUDE USING gist (account_id WITH =, role WITH =, area WITH =, daterange(first_day, last_day, '[]'::text) WITH &&)
  constraint roles_end_after_they_begin CHECK ((last_day >= first_day))
  index CREATE INDEX roles_of_an_account ON ucok.account_role USING btree (account_id)
  policy own_region using (EXISTS ( SELECT FROM account a WHERE (a.id = account_role.account_id)))
  grant DELETE, INSERT, SELECT, UPDATE to ucok_app

table approval_answer
  region text not null
  request_id uuid not null
  answered_by text not null
  answered_by_name text not null
  asked_by text not null
  concerns text not null
  verdict text not null
  reason text
  answered_at timestamp with time zone not null default now()
  constraint a_refusal_says_why CHECK (((verdict = 'approve'::text) OR (length(TRIM(BOTH FROM reason)) > 0)))
  constraint an_answer_belongs_to_its_request FOREIGN KEY (region, request_id, asked_by, concerns) REFERENCES approval_request(region, id, asked_by, concerns)
  constraint nobody_answers_about_themselves CHECK ((answered_by <> concerns))
  constraint one_answer_per_person PRIMARY KEY (region, request_id, answered_by)
  constraint verdicts CHECK ((verdict = ANY (ARRAY['approve'::text, 'refuse'::text])))
  constraint who_asks_does_not_answer CHECK ((answered_by <> asked_by))
  policy answered_in_ones_own_name with check (sees_whole_region(region) AND (answered_by = ( SELECT current_setting('ucok.actor'::text, true) AS current_setting)))
  policy whole_region_reads using sees_whole_region(region)
  grant INSERT, SELECT to ucok_app

table approval_request
  region text not null
  id uuid not null
  operation text not null
  subject_kind text not null
  subject_id text not null
  title jsonb not null
  because text
  before json not null default '{}'::json
  after json not null default '{}'::json
  people integer
  amount bigint
  payload jsonb not null default '{}'::jsonb
  fingerprint text not null
  concerns text not null default ''::text
  needed integer not null
  roles text[] not null
  asked_by text not null
  asked_by_name text not null
  asked_at timestamp with time zone not null default now()
  expires_on date
  state text not null default 'waiting'::text
  ended_at timestamp with time zone
  ended_because jsonb
  result jsonb
  constraint an_answer_knows_who_asked UNIQUE (region, id, asked_by, concerns)
  constraint an_ended_request_says_when CHECK (((state = 'waiting'::text) OR (ended_at IS NOT NULL)))
  constraint approval_request_pkey PRIMARY KEY (region, id)
  constraint approvals_needed_are_counted CHECK ((needed >= 0))
  constraint only_the_installation_acts_alone CHECK (((needed >= 1) OR (asked_by = '00000000-0000-0000-0000-000000000000'::text)))
  constraint somebody_may_answer CHECK ((cardinality(roles) > 0))
  constraint states_of_a_request CHECK ((state = ANY (ARRAY['waiting'::text, 'approved'::text, 'refused'::text, 'withdrawn'::text, 'void'::text, 'expired'::text])))
  index CREATE INDEX requests_about_a_record ON ucok.approval_request USING btree (region, subject_kind, subject_id, asked_at DESC)
  index CREATE INDEX requests_by_age ON ucok.approval_request USING btree (region, state, asked_at DESC)
  index CREATE UNIQUE INDEX one_request_waits_per_subject ON ucok.approval_request USING btree (region, operation, subject_id) WHERE (state = 'waiting'::text)
  policy asked_in_ones_own_name with check (sees_whole_region(region) AND (asked_by = ( SELECT current_setting('ucok.actor'::text, true) AS current_setting)))
  policy whole_region_ends using sees_whole_region(region)
  policy whole_region_reads using sees_whole_region(region)
  grant SELECT to ucok_app

table approval_rule
  region text not null
  operation text not null
  needed integer not null
  roles text[] not null
  request_id uuid not null
  set_at timestamp with time zone not null default now()
  constraint approval_rule_region_request_id_fkey FOREIGN KEY (region, request_id) REFERENCES approval_request(region, id)
  constraint one_rule_per_operation PRIMARY KEY (region, operation)
  constraint rules_name_somebody CHECK ((cardinality(roles) > 0))
  constraint rules_need_somebody CHECK (((needed >= 1) AND (needed <= 5)))
  policy own_area using (region = ( SELECT current_setting('ucok.region'::text, true) AS current_setting))
  grant INSERT, SELECT, UPDATE to ucok_app

table area
  code text not null
  parent text
  level text not null
  name text not null
  kind text not null
  constraint area_parent_fkey FOREIGN KEY (parent) REFERENCES area(code)
  constraint area_pkey PRIMARY KEY (code)
  constraint levels_of_areas CHECK ((level = ANY (ARRAY['province'::text, 'regency'::text, 'district'::text, 'village'::text])))
  index CREATE INDEX areas_by_name ON ucok.area USING gin (name gin_trgm_ops)
  index CREATE INDEX areas_by_parent ON ucok.area USING btree (parent)
  grant INSERT, SELECT, UPDATE to ucok_app

table area_release
  source text not null
  loaded_at timestamp with time zone not null default now()
  areas integer not null
  constraint area_release_pkey PRIMARY KEY (source)
  grant INSERT, SELECT, UPDATE to ucok_app

table assessment
  region text not null
  run_id uuid not null
  worker_id bigint not null
  village text not null
  is_eligible boolean not null
  unmet text[] not null
  unknown text[] not null
  decile smallint
  constraint assessment_pkey PRIMARY KEY (region, run_id, worker_id)
  index CREATE INDEX assessments_by_result ON ucok.assessment USING btree (region, run_id, is_eligible, village)
  policy own_area using ((region = ( SELECT current_setting('ucok.region'::text, true) AS current_setting)) AND ((( SELECT current_setting('ucok.villages'::text, true) AS current_setting) = '*'::text) OR (village = ANY (( SELECT string_to_array(current_setting('ucok.villages'::text, true), ','::text) AS string_to_array)::text[]))))
  grant INSERT, SELECT to ucok_app

table audit_line
  region text not null
  id bigint not null default identity
  at timestamp with time zone not null default now()
  actor_id text not null
  actor_name text not null
  act text not null
  subject_kind text not null
  subject_id text not null
  details jsonb not null default '{}'::jsonb
  constraint audit_line_pkey PRIMARY KEY (region, id)
  constraint audit_lines_are_sealed TRIGGER DEFERRABLE INITIALLY DEFERRED
  index CREATE INDEX audit_lines_by_time ON ucok.audit_line USING btree (region, at)
  index CREATE INDEX audit_lines_of_a_subject ON ucok.audit_line USING btree (region, subject_kind, subject_id, id DESC)
  policy own_area using ((region = ( SELECT current_setting('ucok.region'::text, true) AS current_setting)) AND ((( SELECT current_setting('ucok.villages'::text, true) AS current_setting) = '*'::text) OR (actor_id = ( SELECT current_setting('ucok.actor'::text, true) AS current_setting)) OR CASE WHEN ((subject_kind = 'worker'::text) AND (subject_id ~ '^[0-9]{1,18}$'::text)) THEN (EXISTS ( SELECT FROM worker w WHERE ((w.region = audit_line.region) AND (w.id = (audit_line.subject_id)::bigint)))) ELSE false END))
  policy own_region with check (region = ( SELECT current_setting('ucok.region'::text, true) AS current_setting))
  grant INSERT, SELECT to ucok_app

table audit_seal
  region text not null
  position bigint not null
  line_id bigint not null
  previous_hash bytea not null
  own_hash bytea not null
  constraint audit_seal_pkey PRIMARY KEY (region, "position")
  constraint one_seal_per_line UNIQUE (region, line_id)
  policy own_area using (region = ( SELECT current_setting('ucok.region'::text, true) AS current_setting))
  grant SELECT to ucok_app

table banjar
  region text not null
  id integer not null
  customary_village_id integer not null
  name text not null
  is_demo boolean not null default false
  constraint banjar_pkey PRIMARY KEY (region, id)
  constraint banjar_region_customary_village_id_fkey FOREIGN KEY (region, customary_village_id) REFERENCES customary_village(region, id)
  policy own_area using (region = ( SELECT current_setting('ucok.region'::text, true) AS current_setting))
  grant INSERT, SELECT, UPDATE to ucok_app

table breach
  region text not null
  id uuid not null
  title text not null
  noticed_at timestamp with time zone not null
  due_at timestamp with time zone not null
  happened text not null
  revealed text[] not null
  cause text not null
  handling text not null default ''::text
  needs_public_notice boolean
  assessed_at timestamp with time zone
  assessed_by_name text
  contained_at timestamp with time zone
  contained_by_name text
  persons_notified_at timestamp with time zone
  persons_notified_by_name text
  authority_notified_at timestamp with time zone
  authority_notified_by_name text
  closed_at timestamp with time zone
  closed_by_name text
  report text
  recorded_by text not null
  recorded_by_name text not null
  recorded_at timestamp with time zone not null default now()
  constraint a_breach_reveals_something CHECK ((cardinality(revealed) > 0))
  constraint a_closed_breach_went_through_its_steps CHECK (((closed_at IS NULL) OR ((assessed_at IS NOT NULL) AND (contained_at IS NOT NULL) AND (persons_notified_at IS NOT NULL) AND (authority_notified_at IS NOT NULL) AND (report IS NOT NULL))))
  constraint breach_pkey PRIMARY KEY (region, id)
  constraint the_clock_of_a_breach_is_three_days CHECK ((due_at = (noticed_at + '72:00:00'::interval)))
  index CREATE INDEX breaches_by_age ON ucok.breach USING btree (region, noticed_at DESC)
  policy own_area using (region = ( SELECT current_setting('ucok.region'::text, true) AS current_setting))
  grant INSERT, SELECT, UPDATE to ucok_app

table breach_person
  region text not null
  breach_id uuid not null
  worker_id bigint not null
  village text not null
  constraint breach_person_pkey PRIMARY KEY (region, breach_id, worker_id)
  constraint breach_person_region_breach_id_fkey FOREIGN KEY (region, breach_id) REFERENCES breach(region, id)
  constraint breach_person_region_worker_id_fkey FOREIGN KEY (region, worker_id) REFERENCES worker(region, id)
  policy own_area using ((region = ( SELECT current_setting('ucok.region'::text, true) AS current_setting)) AND ((( SELECT current_setting('ucok.villages'::text, true) AS current_setting) = '*'::text) OR (village = ANY (( SELECT string_to_array(current_setting('ucok.villages'::text, true), ','::text) AS string_to_array)::text[]))))
  grant DELETE, INSERT, SELECT to ucok_app

table budget_line
  region text not null
  id uuid not null
  programme_id uuid not null
  fiscal_year integer not null
  source text not null
  account_code text
  ceiling bigint not null
  constraint a_ceiling_is_positive CHECK ((ceiling > 0))
  constraint budget_line_pkey PRIMARY KEY (region, id)
  constraint budget_line_region_programme_id_fkey FOREIGN KEY (region, programme_id) REFERENCES programme(region, id)
  constraint one_line_per_source_and_year UNIQUE (region, programme_id, fiscal_year, source)
  constraint sources_of_money CHECK ((source = ANY (ARRAY['APBD'::text, 'APBD-PROVINSI'::text, 'APBDES'::text, 'DBH-CHT'::text, 'DBH-SAWIT'::text, 'CSR'::text, 'BAZNAS'::text])))
  policy own_area using (region = ( SELECT current_setting('ucok.region'::text, true) AS current_setting))
  grant DELETE, INSERT, SELECT, UPDATE to ucok_app

table civil_record
  region text not null
  nik text not null
  family_card text
  full_name text
  birth_date date
  sex text
  mother_name text
  village text
  is_alive boolean not null
  answered_on date not null
  exchange_id uuid not null
  values_on date
  verdicts jsonb
  verdicts_on date
  constraint civil_record_pkey PRIMARY KEY (region, nik)
  policy own_area using (region = ( SELECT current_setting('ucok.region'::text, true) AS current_setting))
  grant DELETE, INSERT, SELECT, UPDATE to ucok_app

table column_mapping
  region text not null
  sender text not null
  fingerprint text not null
  columns jsonb not null
  from_list text not null
  remembered_by text not null
  remembered_by_name text not null
  remembered_at timestamp with time zone not null default now()
  constraint column_mapping_pkey PRIMARY KEY (region, sender, fingerprint)
  constraint column_mapping_sender_fkey FOREIGN KEY (sender) REFERENCES area(code)
  policy own_area using ((region = ( SELECT current_setting('ucok.region'::text, true) AS current_setting)) AND ((( SELECT current_setting('ucok.villages'::text, true) AS current_setting) = '*'::text) OR (sender = ANY (( SELECT string_to_array(current_setting('ucok.villages'::text, true), ','::text) AS string_to_array)::text[]))))
  grant DELETE, INSERT, SELECT, UPDATE to ucok_app

table contribution_line
  region text not null
  run_id uuid not null
  worker_id bigint not null
  period_id bigint not null
  village text not null
  budget_line_id uuid not null
  amount bigint not null
  constraint a_month_costs_something CHECK ((amount > 0))
  constraint a_month_is_carried_by_a_line_of_its_run FOREIGN KEY (region, run_id, budget_line_id) REFERENCES run_funding(region, run_id, budget_line_id)
  constraint a_worker_once_per_run PRIMARY KEY (region, run_id, worker_id)
  policy own_area using ((region = ( SELECT current_setting('ucok.region'::text, true) AS current_setting)) AND ((( SELECT current_setting('ucok.villages'::text, true) AS current_setting) = '*'::text) OR (village = ANY (( SELECT string_to_array(current_setting('ucok.villages'::text, true), ','::text) AS string_to_array)::text[]))))
  grant INSERT, SELECT to ucok_app

table contribution_omission
  region text not null
  run_id uuid not null
  worker_id bigint not null
  period_id bigint not null
  village text not null
  reason text not null
  detail text
  since date
  constraint a_worker_is_left_out_once PRIMARY KEY (region, run_id, worker_id)
  constraint contribution_omission_region_run_id_fkey FOREIGN KEY (region, run_id) REFERENCES contribution_run(region, id)
  constraint reasons_to_leave_out CHECK ((reason = ANY (ARRAY['deceased'::text, 'death-undated'::text, 'removed'::text, 'ended'::text])))
  policy own_area using ((region = ( SELECT current_setting('ucok.region'::text, true) AS current_setting)) AND ((( SELECT current_setting('ucok.villages'::text, true) AS current_setting) = '*'::text) OR (village = ANY (( SELECT string_to_array(current_setting('ucok.villages'::text, true), ','::text) AS string_to_array)::text[]))))
  grant INSERT, SELECT to ucok_app

table contribution_run
  region text not null
  id uuid not null
  programme_id uuid not null
  month text not null
  state text not null default 'computed'::text
  people integer not null
  left_out integer not null default 0
  amount bigint not null
  rate bigint not null
  grounds jsonb not null
  due_on date not null
  made_by text not null
  made_by_name text not null
  made_at timestamp with time zone not null default now()
  decided_by text
  decided_by_name text
  decided_at timestamp with time zone
  decision_reason text
  billing_code text
  billed_on date
  billed_by_name text
  disbursement_number text
  receipt_number text
  paid_on date
  paid_by text
  paid_by_name text
  receipt_amount bigint
  minutes_number text
  difference_reason text
  reconciled_on date
  reconciled_by_name text
  payment_asked_by text
  payment_asked_by_name text
  constraint a_billed_run_has_its_code CHECK (((state <> ALL (ARRAY['billed'::text, 'paid'::text, 'reconciled'::text])) OR ((billing_code IS NOT NULL) AND (billed_on IS NOT NULL))))
  constraint a_decided_run_says_who CHECK (((state = 'computed'::text) OR ((decided_at IS NOT NULL) AND ((state = 'refused'::text) OR (decided_by IS NOT NULL)))))
  constraint a_difference_is_explained CHECK (((state <> 'reconciled'::text) OR (receipt_amount = amount) OR (difference_reason IS NOT NULL)))
  constraint a_paid_run_says_when_and_how CHECK (((state <> ALL (ARRAY['paid'::text, 'reconciled'::text])) OR ((paid_on IS NOT NULL) AND (disbursement_number IS NOT NULL))))
  constraint a_refused_run_says_why CHECK (((state <> 'refused'::text) OR (decision_reason IS NOT NULL)))
  constraint a_run_is_not_negative CHECK ((amount >= 0))
  constraint an_amount_is_people_times_rate CHECK ((amount = (people * rate)))
  constraint contribution_run_pkey PRIMARY KEY (region, id)
  constraint contribution_run_region_programme_id_fkey FOREIGN KEY (region, programme_id) REFERENCES programme(region, id)
  constraint months_of_runs CHECK ((month ~ '^\d{4}-(0[1-9]|1[0-2])$'::text))
  constraint nobody_approves_their_own_run CHECK ((decided_by <> made_by))
  constraint states_of_a_run CHECK ((state = ANY (ARRAY['computed'::text, 'approved'::text, 'refused'::text, 'billed'::text, 'paid'::text, 'reconciled'::text])))
  constraint who_records_a_payment_does_not_confirm_it CHECK ((payment_asked_by <> paid_by))
  index CREATE UNIQUE INDEX one_run_per_programme_and_month ON ucok.contribution_run USING btree (region, programme_id, month) WHERE (state <> 'refused'::text)
  policy own_area using (region = ( SELECT current_setting('ucok.region'::text, true) AS current_setting))
  grant INSERT, SELECT, UPDATE to ucok_app

table coverage_target
  region text not null
  year integer not null
  segment text not null
  share numeric(6,5) not null
  source text not null
  constraint coverage_target_pkey PRIMARY KEY (region, year, segment)
  constraint targets_are_shares CHECK (((share >= (0)::numeric) AND (share <= (1)::numeric)))
  policy own_area using (region = ( SELECT current_setting('ucok.region'::text, true) AS current_setting))
  grant INSERT, SELECT, UPDATE to ucok_app

table customary_village
  region text not null
  id integer not null
  name text not null
  is_demo boolean not null default false
  constraint customary_village_pkey PRIMARY KEY (region, id)
  constraint customary_villages_have_one_name UNIQUE (region, name)
  policy own_area using (region = ( SELECT current_setting('ucok.region'::text, true) AS current_setting))
  grant INSERT, SELECT, UPDATE to ucok_app

table customary_village_area
  region text not null
  customary_village_id integer not null
  village text not null
  constraint customary_village_area_pkey PRIMARY KEY (region, customary_village_id, village)
  constraint customary_village_area_region_customary_village_id_fkey FOREIGN KEY (region, customary_village_id) REFERENCES customary_village(region, id)
  constraint customary_village_area_village_fkey FOREIGN KEY (village) REFERENCES area(code)
  policy own_area using (region = ( SELECT current_setting('ucok.region'::text, true) AS current_setting))
  grant INSERT, SELECT, UPDATE to ucok_app

table death_record
  region text not null
  nik text not null
  full_name text
  died_on date
  certificate_number text
  answered_on date not null
  exchange_id uuid not null
  constraint death_record_pkey PRIMARY KEY (region, nik)
  policy own_area using (region = ( SELECT current_setting('ucok.region'::text, true) AS current_setting))
  grant DELETE, INSERT, SELECT, UPDATE to ucok_app

table decree
  region text not null
  id uuid not null
  programme_id uuid not null
  number text not null
  decided_on date not null
  people integer not null
  waiting integer not null
  list_sha256 text not null
  rule_set_id uuid not null
  eligibility_run_id uuid not null
  frozen_by text not null
  frozen_by_name text not null
  frozen_at timestamp with time zone not null default now()
  asked_by text
  asked_by_name text
  constraint decree_numbers_are_unique UNIQUE (region, number)
  constraint decree_pkey PRIMARY KEY (region, id)
  constraint decree_region_programme_id_fkey FOREIGN KEY (region, programme_id) REFERENCES programme(region, id)
  constraint one_decree_per_programme UNIQUE (region, programme_id)
  constraint who_asks_for_a_decree_does_not_freeze_it CHECK (((asked_by <> frozen_by) OR (asked_by = '00000000-0000-0000-0000-000000000000'::text)))
  policy own_area using (region = ( SELECT current_setting('ucok.region'::text, true) AS current_setting))
  grant INSERT, SELECT to ucok_app

table decree_call
  region text not null
  decree_id uuid not null
  worker_id bigint not null
  called_at timestamp with time zone not null default now()
  constraint decree_call_pkey PRIMARY KEY (region, decree_id, worker_id)
  constraint decree_call_region_decree_id_fkey FOREIGN KEY (region, decree_id) REFERENCES decree(region, id)
  policy own_area using (region = ( SELECT current_setting('ucok.region'::text, true) AS current_setting))
  grant INSERT, SELECT to ucok_app

table decree_line
  region text not null
  decree_id uuid not null
  position integer not null
  place text not null
  worker_id bigint not null
  village text not null
  nik text not null
  full_name text not null
  birth_date date not null
  sex text
  address text
  occupation text
  decile smallint
  constraint a_worker_once_per_decree UNIQUE (region, decree_id, worker_id)
  constraint decree_line_pkey PRIMARY KEY (region, decree_id, "position")
  constraint decree_line_region_decree_id_fkey FOREIGN KEY (region, decree_id) REFERENCES decree(region, id)
  index CREATE INDEX decree_lines_by_end_of_nik ON ucok.decree_line USING btree (region, decree_id, "right"(nik, 4))
  index CREATE INDEX decree_lines_by_name ON ucok.decree_line USING gin (full_name gin_trgm_ops)
  index CREATE INDEX decree_lines_by_nik ON ucok.decree_line USING btree (region, decree_id, nik)
  policy own_area using ((region = ( SELECT current_setting('ucok.region'::text, true) AS current_setting)) AND ((( SELECT current_setting('ucok.villages'::text, true) AS current_setting) = '*'::text) OR (village = ANY (( SELECT string_to_array(current_setting('ucok.villages'::text, true), ','::text) AS string_to_array)::text[]))))
  grant INSERT, SELECT to ucok_app

table decree_tally
  region text not null
  part bigint not null default identity
  decree_id uuid not null
  village text not null
  place text not null
  people bigint not null
  constraint decree_tally_pkey PRIMARY KEY (region, part)
  policy own_area using ((region = ( SELECT current_setting('ucok.region'::text, true) AS current_setting)) AND ((( SELECT current_setting('ucok.villages'::text, true) AS current_setting) = '*'::text) OR (village = ANY (( SELECT string_to_array(current_setting('ucok.villages'::text, true), ','::text) AS string_to_array)::text[]))))
  grant SELECT to ucok_app

table difference_tally
  region text not null
  part bigint not null default identity
  state text not null
  field text not null
  village text not null
  people bigint not null
  told bigint not null
  constraint difference_tally_pkey PRIMARY KEY (region, part)
  policy own_area using ((region = ( SELECT current_setting('ucok.region'::text, true) AS current_setting)) AND ((( SELECT current_setting('ucok.villages'::text, true) AS current_setting) = '*'::text) OR (village = ANY (( SELECT string_to_array(current_setting('ucok.villages'::text, true), ','::text) AS string_to_array)::text[]))))
  grant SELECT to ucok_app

table duplicate_pair
  region text not null
  left_worker bigint not null
  right_worker bigint not null
  probability double precision not null
  reasons jsonb not null
  fingerprint text not null
  state text not null default 'open'::text
  run_id uuid not null
  found_at timestamp with time zone not null default now()
  decided_by text
  decided_by_name text
  decided_at timestamp with time zone
  left_village text
  right_village text
  group_worker bigint
  group_probability double precision not null default 0
  likelihood text
  constraint a_pair_stands_once CHECK ((left_worker < right_worker))
  constraint answers_about_a_pair CHECK ((state = ANY (ARRAY['open'::text, 'same'::text, 'different'::text, 'unsure'::text])))
  constraint answers_say_who_and_when CHECK (((state = 'open'::text) OR ((decided_by IS NOT NULL) AND (decided_at IS NOT NULL))))
  constraint duplicate_pair_pkey PRIMARY KEY (region, left_worker, right_worker)
  constraint duplicate_pair_region_left_worker_fkey FOREIGN KEY (region, left_worker) REFERENCES worker(region, id)
  constraint duplicate_pair_region_right_worker_fkey FOREIGN KEY (region, right_worker) REFERENCES worker(region, id)
  constraint probabilities_lie_between_none_and_one CHECK (((probability >= (0)::double precision) AND (probability <= (1)::double precision)))
  constraint words_for_a_probability CHECK ((likelihood = ANY (ARRAY['certain'::text, 'probable'::text, 'possible'::text])))
  index CREATE INDEX pairs_by_group ON ucok.duplicate_pair USING btree (region, group_worker) WHERE (group_worker IS NOT NULL)
  index CREATE INDEX pairs_by_probability ON ucok.duplicate_pair USING btree (region, state, probability DESC, left_worker, right_worker)
  index CREATE INDEX pairs_by_right_worker ON ucok.duplicate_pair USING btree (region, right_worker)
  index CREATE INDEX pairs_in_order_of_review ON ucok.duplicate_pair USING btree (region, state, group_probability DESC, group_worker, probability DESC, left_worker, right_worker) WHERE ((likelihood IS NOT NULL) AND (left_village IS NOT NULL) AND (right_village IS NOT NULL))
  policy own_area using ((region = ( SELECT current_setting('ucok.region'::text, true) AS current_setting)) AND ((( SELECT current_setting('ucok.villages'::text, true) AS current_setting) = '*'::text) OR ((left_village = ANY (( SELECT string_to_array(current_setting('ucok.villages'::text, true), ','::text) AS string_to_array)::text[])) AND (right_village = ANY (( SELECT string_to_array(current_setting('ucok.villages'::text, true), ','::text) AS string_to_array)::text[])))))
  grant DELETE, INSERT, SELECT, UPDATE to ucok_app

table duplicate_run
  region text not null
  id uuid not null
  model_version integer not null
  trained_on date not null
  model jsonb not null
  workers integer not null
  pairs integer not null
  made_by text not null
  made_by_name text not null
  made_at timestamp with time zone not null default now()
  constraint duplicate_run_pkey PRIMARY KEY (region, id)
  index CREATE INDEX duplicate_runs_by_age ON ucok.duplicate_run USING btree (region, made_at DESC)
  policy own_area using (region = ( SELECT current_setting('ucok.region'::text, true) AS current_setting))
  grant INSERT, SELECT to ucok_app

table eligibility_run
  region text not null
  id uuid not null
  rule_set_id uuid not null
  judged_on date not null
  people integer not null default 0
  eligible integer not null default 0
  never_asked text[] not null default '{}'::text[]
  made_by text not null
  made_by_name text not null
  made_at timestamp with time zone not null default now()
  judged_up_to bigint not null default 0
  constraint eligibility_run_pkey PRIMARY KEY (region, id)
  constraint eligibility_run_region_rule_set_id_fkey FOREIGN KEY (region, rule_set_id) REFERENCES rule_set(region, id)
  policy own_area using (region = ( SELECT current_setting('ucok.region'::text, true) AS current_setting))
  grant INSERT, SELECT, UPDATE to ucok_app

table insured_record
  region text not null
  nik text not null
  segment text not null
  is_active boolean not null
  programmes text not null
  answered_on date not null
  exchange_id uuid not null
  constraint insured_record_pkey PRIMARY KEY (region, nik, segment)
  index CREATE INDEX insured_by_day ON ucok.insured_record USING btree (region, answered_on)
  policy own_area using (region = ( SELECT current_setting('ucok.region'::text, true) AS current_setting))
  grant DELETE, INSERT, SELECT, UPDATE to ucok_app

table intake
  region text not null
  id uuid not null
  title text not null
  state text not null default 'waiting'::text
  judged_on date not null
  task_id uuid
  created_by text not null
  created_by_name text not null
  created_at timestamp with time zone not null default now()
  accepted_by text
  accepted_by_name text
  accepted_at timestamp with time zone
  mending_task uuid
  constraint intake_pkey PRIMARY KEY (region, id)
  constraint states_of_an_intake CHECK ((state = ANY (ARRAY['waiting'::text, 'reading'::text, 'checked'::text, 'accepted'::text, 'undone'::text, 'failed'::text])))
  index CREATE INDEX intakes_by_age ON ucok.intake USING btree (region, created_at DESC)
  policy own_area using (region = ( SELECT current_setting('ucok.region'::text, true) AS current_setting))
  grant INSERT, SELECT, UPDATE to ucok_app

table intake_file
  region text not null
  id uuid not null
  intake_id uuid not null
  position integer not null
  stored_file_id uuid not null
  name text not null
  sha256 text not null
  village text not null
  state text not null default 'waiting'::text
  rows integer not null default 0
  accepted integer not null default 0
  review integer not null default 0
  refused integer not null default 0
  layouts jsonb
  left_out jsonb
  refusal jsonb
  undone_at timestamp with time zone
  sender text
  columns_said jsonb
  correction jsonb
  rows_read integer not null default 0
  reading_began_at timestamp with time zone
  reading_ended_at timestamp with time zone
  constraint intake_file_pkey PRIMARY KEY (region, id)
  constraint intake_file_region_intake_id_fkey FOREIGN KEY (region, intake_id) REFERENCES intake(region, id)
  constraint intake_file_sender_fkey FOREIGN KEY (sender) REFERENCES area(code)
  constraint intake_file_village_fkey FOREIGN KEY (village) REFERENCES area(code)
  constraint states_of_a_list CHECK ((state = ANY (ARRAY['waiting'::text, 'read'::text, 'unreadable'::text])))
  index CREATE INDEX lists_of_an_intake ON ucok.intake_file USING btree (region, intake_id, "position")
  index CREATE UNIQUE INDEX the_same_list_once ON ucok.intake_file USING btree (region, village, sha256, name) WHERE (undone_at IS NULL)
  policy own_area using ((region = ( SELECT current_setting('ucok.region'::text, true) AS current_setting)) AND ((( SELECT current_setting('ucok.villages'::text, true) AS current_setting) = '*'::text) OR (village = ANY (( SELECT string_to_array(current_setting('ucok.villages'::text, true), ','::text) AS string_to_array)::text[]))))
  grant INSERT, SELECT, UPDATE to ucok_app

table intake_repair
  region text not null
  id uuid not null
  intake_id uuid not null
  file_id uuid not null
  sheet text not null
  row_number integer not null
  field text not null
  village text not null
  code text
  written text not null
  repaired text not null
  made_by text not null
  made_by_name text not null
  made_at timestamp with time zone not null default now()
  undone_by text
  undone_by_name text
  undone_at timestamp with time zone
  constraint a_cell_is_mended_once_an_act PRIMARY KEY (region, id, file_id, sheet, row_number, field)
  constraint intake_repair_region_file_id_fkey FOREIGN KEY (region, file_id) REFERENCES intake_file(region, id)
  constraint intake_repair_region_intake_id_fkey FOREIGN KEY (region, intake_id) REFERENCES intake(region, id)
  constraint who_takes_a_repair_back_is_known CHECK (((undone_at IS NULL) = (undone_by IS NULL)))
  index CREATE INDEX repairs_of_a_row ON ucok.intake_repair USING btree (region, file_id, sheet, row_number)
  index CREATE INDEX repairs_of_an_intake ON ucok.intake_repair USING btree (region, intake_id, made_at DESC, id)
  policy own_area using ((region = ( SELECT current_setting('ucok.region'::text, true) AS current_setting)) AND ((( SELECT current_setting('ucok.villages'::text, true) AS current_setting) = '*'::text) OR (village = ANY (( SELECT string_to_array(current_setting('ucok.villages'::text, true), ','::text) AS string_to_array)::text[]))))
  grant INSERT, SELECT, UPDATE to ucok_app

table intake_row
  region text not null
  file_id uuid not null
  sheet text not null
  row_number integer not null
  village text not null
  verdict text not null
  decision text
  decided_by_name text
  nik text
  nik_written text not null
  family_card text
  full_name text not null
  name_key text not null
  birth_place text not null
  birth_date date
  sex text
  mother_name text not null
  address text not null
  hamlet text not null
  rt_rw text not null
  village_written text not null
  occupation text not null
  occupation_kind text not null
  occupation_code text not null
  income bigint
  phone text not null
  findings jsonb
  original jsonb
  mark text
  replaced_by_file uuid
  replaced_by_sheet text
  replaced_by_row integer
  repaired jsonb
  constraint decisions_on_a_row CHECK ((decision = ANY (ARRAY['enter'::text, 'dismiss'::text])))
  constraint intake_row_pkey PRIMARY KEY (region, file_id, sheet, row_number)
  constraint intake_row_region_file_id_fkey FOREIGN KEY (region, file_id) REFERENCES intake_file(region, id)
  constraint replaced_rows_are_left_out CHECK (((replaced_by_file IS NULL) OR (decision = 'dismiss'::text)))
  constraint replaced_rows_name_the_row_that_stands_for_them CHECK ((num_nulls(replaced_by_file, replaced_by_sheet, replaced_by_row) = ANY (ARRAY[0, 3])))
  constraint verdicts_of_a_row CHECK ((verdict = ANY (ARRAY['accepted'::text, 'review'::text, 'refused'::text])))
  index CREATE INDEX rows_by_nik ON ucok.intake_row USING btree (region, nik) WHERE (nik IS NOT NULL)
  index CREATE INDEX rows_by_verdict ON ucok.intake_row USING btree (region, file_id, verdict, sheet, row_number)
  index CREATE INDEX rows_by_what_replaced_them ON ucok.intake_row USING btree (region, replaced_by_file) WHERE (replaced_by_file IS NOT NULL)
  index CREATE INDEX rows_decided ON ucok.intake_row USING btree (region, file_id) WHERE (decision IS NOT NULL)
  index CREATE INDEX rows_that_enter ON ucok.intake_row USING btree (region, file_id) WHERE ((verdict = 'accepted'::text) AND (nik IS NOT NULL) AND (decision IS NULL))
  index CREATE INDEX rows_undecided ON ucok.intake_row USING btree (region, file_id, village) WHERE ((verdict = 'review'::text) AND (decision IS NULL))
  index CREATE INDEX rows_with_findings ON ucok.intake_row USING btree (region, file_id, verdict, sheet, row_number) WHERE (findings IS NOT NULL)
  policy own_area using ((region = ( SELECT current_setting('ucok.region'::text, true) AS current_setting)) AND ((( SELECT current_setting('ucok.villages'::text, true) AS current_setting) = '*'::text) OR (village = ANY (( SELECT string_to_array(current_setting('ucok.villages'::text, true), ','::text) AS string_to_array)::text[]))))
  grant DELETE, INSERT, SELECT, UPDATE to ucok_app

table known_device
  token_hash bytea not null
  account_id uuid not null
  last_used_at timestamp with time zone not null default now()
  constraint known_device_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id)
  constraint known_device_pkey PRIMARY KEY (account_id, token_hash)
  policy own_region using (EXISTS ( SELECT FROM account a WHERE (a.id = known_device.account_id)))
  grant DELETE, INSERT, SELECT, UPDATE to ucok_app

table ledger_account
  code text not null
  name_id text not null
  name_en text not null
  constraint ledger_account_pkey PRIMARY KEY (code)
  grant SELECT to ucok_app

table ledger_entry
  region text not null
  id uuid not null
  run_id uuid not null
  kind text not null
  attempt integer not null default 1
  entered_on date not null
  memo text not null
  made_by text not null
  made_by_name text not null
  made_at timestamp with time zone not null default now()
  constraint attempts_count_from_one CHECK ((attempt >= 1))
  constraint each_step_is_entered_once UNIQUE (region, run_id, kind, attempt)
  constraint kinds_of_entries CHECK ((kind = ANY (ARRAY['recognised'::text, 'paid'::text, 'payment-returned'::text])))
  constraint ledger_entry_pkey PRIMARY KEY (region, id)
  constraint ledger_entry_region_run_id_fkey FOREIGN KEY (region, run_id) REFERENCES contribution_run(region, id)
  index CREATE INDEX entries_by_day ON ucok.ledger_entry USING btree (region, entered_on DESC, id)
  policy own_area using (region = ( SELECT current_setting('ucok.region'::text, true) AS current_setting))
  grant INSERT, SELECT to ucok_app

table ledger_posting
  region text not null
  entry_id uuid not null
  account text not null
  budget_line_id uuid not null
  amount bigint not null
  constraint entries_balance TRIGGER DEFERRABLE INITIALLY DEFERRED
  constraint ledger_posting_account_fkey FOREIGN KEY (account) REFERENCES ledger_account(code)
  constraint ledger_posting_pkey PRIMARY KEY (region, entry_id, account, budget_line_id)
  constraint ledger_posting_region_budget_line_id_fkey FOREIGN KEY (region, budget_line_id) REFERENCES budget_line(region, id)
  constraint ledger_posting_region_entry_id_fkey FOREIGN KEY (region, entry_id) REFERENCES ledger_entry(region, id)
  constraint postings_move_money CHECK ((amount <> 0))
  policy own_area using (region = ( SELECT current_setting('ucok.region'::text, true) AS current_setting))
  grant INSERT, SELECT to ucok_app

table linkage_weights
  region text not null
  id uuid not null
  version integer not null
  trained_on date not null
  records integer not null
  weights jsonb not null
  made_by text not null
  made_by_name text not null
  made_at timestamp with time zone not null default now()
  constraint linkage_weights_pkey PRIMARY KEY (region, id)
  index CREATE INDEX linkage_weights_by_age ON ucok.linkage_weights USING btree (region, made_at DESC)
  policy own_area using (region = ( SELECT current_setting('ucok.region'::text, true) AS current_setting))
  grant INSERT, SELECT to ucok_app

table match_tally
  region text not null
  part bigint not null default identity
  village text not null
  covered_by text not null
  people bigint not null
  asked bigint not null
  clear bigint not null
  deceased bigint not null
  unknown bigint not null
  name_differs bigint not null
  birth_date_differs bigint not null
  with_decile bigint not null
  constraint match_tally_pkey PRIMARY KEY (region, part)
  policy own_area using ((region = ( SELECT current_setting('ucok.region'::text, true) AS current_setting)) AND ((( SELECT current_setting('ucok.villages'::text, true) AS current_setting) = '*'::text) OR (village = ANY (( SELECT string_to_array(current_setting('ucok.villages'::text, true), ','::text) AS string_to_array)::text[]))))
  grant SELECT to ucok_app

table membership_period
  region text not null
  id bigint not null default identity
  worker_id bigint not null
  programme_id uuid not null
  decree_id uuid not null
  village text not null
  package text not null
  payer text not null
  member_number text
  first_day date not null
  last_day date not null
  replaces bigint
  end_reason text
  ended_by text
  ended_by_name text
  ended_at timestamp with time zone
  constraint an_early_end_says_who_and_when CHECK (((end_reason IS NULL) OR ((ended_by IS NOT NULL) AND (ended_at IS NOT NULL))))
  constraint membership_period_pkey PRIMARY KEY (region, id)
  constraint membership_period_region_programme_id_fkey FOREIGN KEY (region, programme_id) REFERENCES programme(region, id)
  constraint membership_period_region_replaces_fkey FOREIGN KEY (region, replaces) REFERENCES membership_period(region, id)
  constraint membership_period_region_worker_id_fkey FOREIGN KEY (region, worker_id) REFERENCES worker(region, id)
  constraint one_cover_at_a_time EXCLUDE USING gist (worker_id WITH =, daterange(first_day, last_day, '[]'::text) WITH &&, region WITH =)
  constraint periods_begin_with_a_month CHECK ((EXTRACT(day FROM first_day) = (1)::numeric))
  constraint periods_end_after_they_begin CHECK ((last_day >= (first_day - 1)))
  constraint reasons_to_end CHECK ((end_reason = ANY (ARRAY['DECEASED'::text, 'MOVED_OUT'::text, 'BECAME_PU'::text, 'BECAME_ASN'::text, 'PAID_BY_OTHER'::text, 'STOPPED_WORKING'::text, 'RELEASED_TO_SELF_PAY'::text, 'OVER_AGE'::text, 'NIK_INVALID'::text, 'DUPLICATE'::text, 'OBJECTION_UPHELD'::text, 'QUOTA_CUT'::text, 'LAPSED'::text])))
  index CREATE INDEX periods_by_member_number ON ucok.membership_period USING btree (region, member_number COLLATE "C") WHERE (member_number IS NOT NULL)
  index CREATE INDEX periods_of_a_decree ON ucok.membership_period USING btree (region, decree_id, worker_id)
  index CREATE INDEX periods_of_a_programme ON ucok.membership_period USING btree (region, programme_id, village)
  index CREATE INDEX periods_of_a_worker ON ucok.membership_period USING btree (region, worker_id)
  index CREATE UNIQUE INDEX a_place_is_taken_once ON ucok.membership_period USING btree (region, replaces) WHERE (replaces IS NOT NULL)
  policy own_area using ((region = ( SELECT current_setting('ucok.region'::text, true) AS current_setting)) AND ((( SELECT current_setting('ucok.villages'::text, true) AS current_setting) = '*'::text) OR (village = ANY (( SELECT string_to_array(current_setting('ucok.villages'::text, true), ','::text) AS string_to_array)::text[]))))
  grant INSERT, SELECT, UPDATE to ucok_app

table migration
  name text not null
  sha256 text not null
  applied_at timestamp with time zone not null default now()
  constraint migration_pkey PRIMARY KEY (name)
  grant SELECT to ucok_app

table paid_month
  region text not null
  programme_id uuid not null
  month text not null
  paid_on date
  constraint months_that_are_paid CHECK ((month ~ '^\d{4}-(0[1-9]|1[0-2])$'::text))
  constraint paid_month_pkey PRIMARY KEY (region, programme_id, month)
  constraint paid_month_region_programme_id_fkey FOREIGN KEY (region, programme_id) REFERENCES programme(region, id)
  policy own_area using (region = ( SELECT current_setting('ucok.region'::text, true) AS current_setting))
  grant INSERT, SELECT, UPDATE to ucok_app

table period_tally
  region text not null
  part bigint not null default identity
  programme_id uuid not null
  village text not null
  first_day date not null
  last_day date not null
  end_reason text not null
  people bigint not null
  constraint period_tally_pkey PRIMARY KEY (region, part)
  index CREATE INDEX period_tallies_by_days ON ucok.period_tally USING btree (region, programme_id, village, first_day, last_day)
  policy own_area using ((region = ( SELECT current_setting('ucok.region'::text, true) AS current_setting)) AND ((( SELECT current_setting('ucok.villages'::text, true) AS current_setting) = '*'::text) OR (village = ANY (( SELECT string_to_array(current_setting('ucok.villages'::text, true), ','::text) AS string_to_array)::text[]))))
  grant SELECT to ucok_app

table processing_activity
  region text not null
  id uuid not null
  purpose text not null
  legal_basis text not null
  categories text not null
  recipients text not null
  retention text not null
  measures text not null
  added_by text not null
  added_by_name text not null
  added_at timestamp with time zone not null default now()
  ended_at timestamp with time zone
  constraint processing_activity_pkey PRIMARY KEY (region, id)
  policy own_area using (region = ( SELECT current_setting('ucok.region'::text, true) AS current_setting))
  grant INSERT, SELECT, UPDATE to ucok_app

table programme
  region text not null
  id uuid not null
  code text not null
  name text not null
  year integer not null
  first_month text not null
  last_month text not null
  package text not null
  payer text not null default 'APBD'::text
  quota integer not null
  rule_set_id uuid not null
  eligibility_run_id uuid
  legal_basis text
  made_by text not null
  made_by_name text not null
  made_at timestamp with time zone not null default now()
  constraint a_quota_is_positive CHECK ((quota > 0))
  constraint months_are_written_with_year CHECK (((first_month ~ '^\d{4}-(0[1-9]|1[0-2])$'::text) AND (last_month ~ '^\d{4}-(0[1-9]|1[0-2])$'::text)))
  constraint packages_on_offer CHECK ((package = ANY (ARRAY['JKK_JKM'::text, 'JKK_JKM_JHT'::text])))
  constraint programme_codes_are_unique UNIQUE (region, code)
  constraint programme_pkey PRIMARY KEY (region, id)
  constraint programme_region_eligibility_run_id_fkey FOREIGN KEY (region, eligibility_run_id) REFERENCES eligibility_run(region, id)
  constraint programme_region_rule_set_id_fkey FOREIGN KEY (region, rule_set_id) REFERENCES rule_set(region, id)
  constraint programmes_end_after_they_begin CHECK ((last_month >= first_month))
  policy own_area using (region = ( SELECT current_setting('ucok.region'::text, true) AS current_setting))
  grant INSERT, SELECT, UPDATE to ucok_app

table ranking
  region text not null
  programme_id uuid not null
  worker_id bigint not null
  village text not null
  position integer not null
  place text not null
  decile smallint
  constraint places_in_a_ranking CHECK ((place = ANY (ARRAY['quota'::text, 'waiting'::text])))
  constraint positions_are_unique UNIQUE (region, programme_id, "position")
  constraint ranking_pkey PRIMARY KEY (region, programme_id, worker_id)
  constraint ranking_region_programme_id_fkey FOREIGN KEY (region, programme_id) REFERENCES programme(region, id)
  policy own_area using ((region = ( SELECT current_setting('ucok.region'::text, true) AS current_setting)) AND ((( SELECT current_setting('ucok.villages'::text, true) AS current_setting) = '*'::text) OR (village = ANY (( SELECT string_to_array(current_setting('ucok.villages'::text, true), ','::text) AS string_to_array)::text[]))))
  grant DELETE, INSERT, SELECT, UPDATE to ucok_app

table ranking_tally
  region text not null
  part bigint not null default identity
  programme_id uuid not null
  village text not null
  place text not null
  people bigint not null
  constraint ranking_tally_pkey PRIMARY KEY (region, part)
  policy own_area using ((region = ( SELECT current_setting('ucok.region'::text, true) AS current_setting)) AND ((( SELECT current_setting('ucok.villages'::text, true) AS current_setting) = '*'::text) OR (village = ANY (( SELECT string_to_array(current_setting('ucok.villages'::text, true), ','::text) AS string_to_array)::text[]))))
  grant SELECT to ucok_app

table recovery_code
  account_id uuid not null
  position integer not null
  code_hash text not null
  used_at timestamp with time zone
  constraint recovery_code_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id)
  constraint recovery_code_pkey PRIMARY KEY (account_id, "position")
  policy own_region using (EXISTS ( SELECT FROM account a WHERE (a.id = recovery_code.account_id)))
  grant DELETE, INSERT, SELECT, UPDATE to ucok_app

table region_profile
  region text not null
  name text not null
  office text not null
  city text not null
  is_demo boolean not null default false
  opened_at timestamp with time zone not null default now()
  constraint region_profile_pkey PRIMARY KEY (region)
  grant INSERT, SELECT, UPDATE to ucok_app

table register_decision
  region text not null
  id uuid not null
  kind text not null
  field text not null
  village text
  chosen boolean not null
  people integer not null
  answered_on date
  made_by text not null
  made_by_name text not null
  made_at timestamp with time zone not null default now()
  undone_people integer
  undone_by_name text
  undone_at timestamp with time zone
  constraint kinds_of_decision CHECK ((kind = ANY (ARRAY['taken-over'::text, 'ours-kept'::text])))
  constraint register_decision_pkey PRIMARY KEY (region, id)
  constraint register_decision_village_fkey FOREIGN KEY (village) REFERENCES area(code)
  constraint undone_by_somebody CHECK (((undone_at IS NULL) = (undone_by_name IS NULL)))
  index CREATE INDEX decisions_by_age ON ucok.register_decision USING btree (region, made_at DESC)
  policy own_area using (region = ( SELECT current_setting('ucok.region'::text, true) AS current_setting))
  grant INSERT, SELECT, UPDATE to ucok_app

table register_difference
  region text not null
  worker_id bigint not null
  field text not null
  village text not null
  ours text
  theirs text
  answered_on date not null
  state text not null default 'open'::text
  decided_by_name text
  decided_at timestamp with time zone
  similarity smallint
  decision_id uuid
  constraint fields_that_may_differ CHECK ((field = ANY (ARRAY['full_name'::text, 'birth_date'::text, 'sex'::text, 'mother_name'::text, 'family_card'::text, 'birth_place'::text, 'address'::text])))
  constraint register_difference_pkey PRIMARY KEY (region, worker_id, field)
  constraint states_of_a_difference CHECK ((state = ANY (ARRAY['open'::text, 'ours'::text])))
  index CREATE INDEX differences_by_field ON ucok.register_difference USING btree (region, state, field, village, worker_id)
  index CREATE INDEX differences_of_a_decision ON ucok.register_difference USING btree (region, decision_id) WHERE (decision_id IS NOT NULL)
  policy own_area using ((region = ( SELECT current_setting('ucok.region'::text, true) AS current_setting)) AND ((( SELECT current_setting('ucok.villages'::text, true) AS current_setting) = '*'::text) OR (village = ANY (( SELECT string_to_array(current_setting('ucok.villages'::text, true), ','::text) AS string_to_array)::text[]))))
  grant DELETE, INSERT, SELECT, UPDATE to ucok_app

table register_exchange
  region text not null
  id uuid not null
  register text not null
  file_name text not null
  sha256 text not null
  answered_on date not null
  records integer not null default 0
  faulty integer not null default 0
  faults jsonb not null default '[]'::jsonb
  received_by text not null
  received_at timestamp with time zone not null default now()
  request_id uuid
  left_out integer not null default 0
  not_found integer not null default 0
  strangers integer not null default 0
  unasked integer
  columns jsonb not null default '[]'::jsonb
  constraint register_exchange_pkey PRIMARY KEY (region, id)
  constraint registers_we_ask CHECK ((register = ANY (ARRAY['dukcapil'::text, 'bpjs'::text, 'dtsen'::text, 'deaths'::text])))
  constraint the_same_answer_once UNIQUE (region, register, sha256)
  policy own_area using (region = ( SELECT current_setting('ucok.region'::text, true) AS current_setting))
  grant INSERT, SELECT, UPDATE to ucok_app

table register_period
  region text not null
  register text not null
  days integer not null
  set_by_name text not null
  set_at timestamp with time zone not null default now()
  constraint periods_are_sensible CHECK (((days >= 1) AND (days <= 3650)))
  constraint register_period_pkey PRIMARY KEY (region, register)
  policy own_area using (region = ( SELECT current_setting('ucok.region'::text, true) AS current_setting))
  grant INSERT, SELECT, UPDATE to ucok_app

table register_request
  region text not null
  id uuid not null
  register text not null
  layout text not null
  who text not null
  village text
  format text not null
  columns text[] not null
  people integer not null
  left_out integer not null
  file_id uuid not null
  file_name text not null
  asked_on date not null
  made_by text not null
  made_by_name text not null
  made_at timestamp with time zone not null default now()
  answered_by uuid
  constraint formats_of_a_request CHECK ((format = ANY (ARRAY['csv'::text, 'xlsx'::text])))
  constraint register_request_pkey PRIMARY KEY (region, id)
  constraint register_request_village_fkey FOREIGN KEY (village) REFERENCES area(code)
  constraint registers_we_may_ask CHECK ((register = ANY (ARRAY['dukcapil'::text, 'bpjs'::text, 'dtsen'::text, 'deaths'::text])))
  constraint whom_we_ask_about CHECK ((who = ANY (ARRAY['all'::text, 'never'::text, 'due'::text])))
  index CREATE INDEX register_requests_by_age ON ucok.register_request USING btree (region, made_at DESC)
  policy own_area using (region = ( SELECT current_setting('ucok.region'::text, true) AS current_setting))
  grant INSERT, SELECT, UPDATE to ucok_app

table register_standing
  region text not null
  register text not null
  worker_id bigint not null
  village text not null
  asked_on date
  request_id uuid
  answered_on date
  constraint register_standing_pkey PRIMARY KEY (region, register, worker_id)
  constraint registers_that_answer CHECK ((register = ANY (ARRAY['dukcapil'::text, 'bpjs'::text, 'dtsen'::text, 'deaths'::text])))
  index CREATE INDEX standings_by_age ON ucok.register_standing USING btree (region, register, GREATEST(answered_on, asked_on), worker_id)
  index CREATE INDEX standings_by_request ON ucok.register_standing USING btree (region, request_id) WHERE (request_id IS NOT NULL)
  policy own_area using ((region = ( SELECT current_setting('ucok.region'::text, true) AS current_setting)) AND ((( SELECT current_setting('ucok.villages'::text, true) AS current_setting) = '*'::text) OR (village = ANY (( SELECT string_to_array(current_setting('ucok.villages'::text, true), ','::text) AS string_to_array)::text[]))))
  grant DELETE, INSERT, SELECT, UPDATE to ucok_app

table rule_set
  region text not null
  id uuid not null
  year integer not null
  version integer not null
  title text not null
  legal_basis text not null
  rules jsonb not null
  made_by text not null
  made_at timestamp with time zone not null default now()
  asked_by text
  approved_by text
  approved_by_name text
  constraint one_rule_set_per_version UNIQUE (region, year, version)
  constraint rule_set_pkey PRIMARY KEY (region, id)
  constraint who_writes_rules_does_not_approve_them CHECK ((asked_by <> approved_by))
  policy own_area using (region = ( SELECT current_setting('ucok.region'::text, true) AS current_setting))
  grant INSERT, SELECT to ucok_app

table run_funding
  region text not null
  run_id uuid not null
  budget_line_id uuid not null
  people integer not null
  amount bigint not null
  constraint a_line_carries_money CHECK ((amount > 0))
  constraint a_line_carries_someone CHECK ((people > 0))
  constraint run_funding_pkey PRIMARY KEY (region, run_id, budget_line_id)
  constraint run_funding_region_budget_line_id_fkey FOREIGN KEY (region, budget_line_id) REFERENCES budget_line(region, id)
  constraint run_funding_region_run_id_fkey FOREIGN KEY (region, run_id) REFERENCES contribution_run(region, id)
  index CREATE INDEX fundings_of_a_line ON ucok.run_funding USING btree (region, budget_line_id)
  policy own_area using (region = ( SELECT current_setting('ucok.region'::text, true) AS current_setting))
  grant INSERT, SELECT to ucok_app

table second_factor
  account_id uuid not null
  secret_sealed text
  candidate_sealed text
  confirmed_at timestamp with time zone
  last_step bigint
  constraint a_confirmed_factor_has_a_secret CHECK (((confirmed_at IS NULL) OR (secret_sealed IS NOT NULL)))
  constraint second_factor_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id)
  constraint second_factor_pkey PRIMARY KEY (account_id)
  policy own_region using (EXISTS ( SELECT FROM account a WHERE (a.id = second_factor.account_id)))
  grant INSERT, SELECT, UPDATE to ucok_app

table session
  token_hash bytea not null
  account_id uuid not null
  csrf_token text not null
  region text not null
  created_at timestamp with time zone not null default now()
  expires_at timestamp with time zone not null
  ended_at timestamp with time zone
  id uuid not null default gen_random_uuid()
  last_used_at timestamp with time zone not null default now()
  second_factor_at timestamp with time zone
  opened_by text not null default 'password'::text
  address text
  browser text
  constraint session_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id)
  constraint session_pkey PRIMARY KEY (token_hash)
  constraint sessions_have_a_name UNIQUE (id)
  constraint ways_to_sign_in CHECK ((opened_by = ANY (ARRAY['password'::text, 'provider'::text])))
  index CREATE INDEX sessions_of_an_account ON ucok.session USING btree (account_id) WHERE (ended_at IS NULL)
  policy own_region using (EXISTS ( SELECT FROM account a WHERE (a.id = session.account_id)))
  grant DELETE, INSERT, SELECT, UPDATE to ucok_app

table sign_in_brake
  subject text not null
  tries integer not null
  last_try_at timestamp with time zone not null
  blocked_until timestamp with time zone not null
  constraint sign_in_brake_pkey PRIMARY KEY (subject)
  grant DELETE, INSERT, SELECT, UPDATE to ucok_app

table standing_tally
  region text not null
  part bigint not null default identity
  register text not null
  village text not null
  asked_on date not null
  answered_on date not null
  people bigint not null
  constraint standing_tally_pkey PRIMARY KEY (region, part)
  policy own_area using ((region = ( SELECT current_setting('ucok.region'::text, true) AS current_setting)) AND ((( SELECT current_setting('ucok.villages'::text, true) AS current_setting) = '*'::text) OR (village = ANY (( SELECT string_to_array(current_setting('ucok.villages'::text, true), ','::text) AS string_to_array)::text[]))))
  grant SELECT to ucok_app

table stored_file
  region text not null
  id uuid not null
  name text not null
  media_type text not null
  byte_size bigint not null
  sha256 text not null
  created_by text not null
  created_at timestamp with time zone not null default now()
  erased_at timestamp with time zone
  constraint stored_file_pkey PRIMARY KEY (region, id)
  policy own_area using (region = ( SELECT current_setting('ucok.region'::text, true) AS current_setting))
  grant INSERT, SELECT to ucok_app

table subject_request
  region text not null
  id uuid not null
  worker_id bigint
  village text
  kind text not null
  wish text not null
  channel text not null
  received_at timestamp with time zone not null
  due_at timestamp with time zone not null
  received_by text not null
  received_by_name text not null
  state text not null default 'open'::text
  ground text
  answer text
  decided_by text
  decided_by_name text
  decided_at timestamp with time zone
  constraint a_decided_request_says_who_why_and_when CHECK (((state = 'open'::text) OR ((decided_by IS NOT NULL) AND (decided_at IS NOT NULL) AND (answer IS NOT NULL))))
  constraint a_refused_request_names_its_ground CHECK (((state <> 'refused'::text) OR (ground IS NOT NULL)))
  constraint a_request_is_due_after_it_came CHECK ((due_at > received_at))
  constraint channels_of_a_request CHECK ((channel = ANY (ARRAY['in-person'::text, 'letter'::text, 'phone'::text, 'online'::text])))
  constraint kinds_of_request CHECK ((kind = ANY (ARRAY['access'::text, 'correction'::text, 'erasure'::text, 'objection'::text, 'restriction'::text])))
  constraint states_of_a_request CHECK ((state = ANY (ARRAY['open'::text, 'granted'::text, 'refused'::text])))
  constraint subject_request_pkey PRIMARY KEY (region, id)
  constraint subject_request_region_worker_id_fkey FOREIGN KEY (region, worker_id) REFERENCES worker(region, id)
  index CREATE INDEX requests_by_due ON ucok.subject_request USING btree (region, state, due_at)
  policy own_area using ((region = ( SELECT current_setting('ucok.region'::text, true) AS current_setting)) AND ((( SELECT current_setting('ucok.villages'::text, true) AS current_setting) = '*'::text) OR (village = ANY (( SELECT string_to_array(current_setting('ucok.villages'::text, true), ','::text) AS string_to_array)::text[]))))
  grant INSERT, SELECT, UPDATE to ucok_app

table task
  region text not null
  id uuid not null
  kind text not null
  title jsonb not null
  payload jsonb not null default '{}'::jsonb
  state text not null default 'waiting'::text
  done bigint not null default 0
  total bigint
  note jsonb
  result jsonb
  created_by text not null
  created_by_name text not null
  created_at timestamp with time zone not null default now()
  started_at timestamp with time zone
  finished_at timestamp with time zone
  constraint states_of_a_task CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text, 'refused'::text, 'failed'::text])))
  constraint task_pkey PRIMARY KEY (region, id)
  index CREATE INDEX tasks_by_age ON ucok.task USING btree (region, created_at DESC)
  policy own_area using ((region = ( SELECT current_setting('ucok.region'::text, true) AS current_setting)) AND ((( SELECT current_setting('ucok.villages'::text, true) AS current_setting) = '*'::text) OR (created_by = ( SELECT current_setting('ucok.actor'::text, true) AS current_setting))))
  grant DELETE, INSERT, SELECT, UPDATE to ucok_app

table universe
  region text not null
  area text not null
  year integer not null
  segment text not null
  workers integer not null
  source text not null
  source_date date not null
  is_demo boolean not null default false
  constraint a_universe_is_not_negative CHECK ((workers >= 0))
  constraint segments_of_workers CHECK ((segment = ANY (ARRAY['ALL'::text, 'PU'::text, 'BPU'::text, 'JAKON'::text, 'PMI'::text, 'RENTAN'::text])))
  constraint universe_area_fkey FOREIGN KEY (area) REFERENCES area(code)
  constraint universe_pkey PRIMARY KEY (region, area, year, segment)
  policy own_area using (region = ( SELECT current_setting('ucok.region'::text, true) AS current_setting))
  grant INSERT, SELECT, UPDATE to ucok_app

table welfare_record
  region text not null
  nik text not null
  decile smallint
  answered_on date not null
  exchange_id uuid not null
  constraint deciles_run_from_one_to_ten CHECK (((decile >= 1) AND (decile <= 10)))
  constraint welfare_record_pkey PRIMARY KEY (region, nik)
  policy own_area using (region = ( SELECT current_setting('ucok.region'::text, true) AS current_setting))
  grant DELETE, INSERT, SELECT, UPDATE to ucok_app

table worker
  region text not null
  id bigint not null default identity
  village text not null
  nik text
  family_card text
  full_name text not null
  birth_place text
  birth_date date
  sex text
  mother_name text
  address text
  neighbourhood text
  occupation text
  occupation_kind text not null default 'unknown'::text
  monthly_income bigint
  phone text
  intake_file_id uuid
  recorded_at timestamp with time zone not null default now()
  removed_at timestamp with time zone
  merged_into bigint
  returned_at timestamp with time zone
  constraint a_nik_has_sixteen_digits CHECK ((nik ~ '^[0-9]{16}$'::text))
  constraint kinds_of_occupation CHECK ((occupation_kind = ANY (ARRAY['working'::text, 'barred'::text, 'not-working'::text, 'unknown'::text])))
  constraint merged_into_somebody_known FOREIGN KEY (region, merged_into) REFERENCES worker(region, id)
  constraint merged_people_have_left CHECK (((merged_into IS NULL) OR ((removed_at IS NOT NULL) AND (merged_into <> id))))
  constraint sexes_on_the_card CHECK ((sex = ANY (ARRAY['L'::text, 'P'::text])))
  constraint worker_village_fkey FOREIGN KEY (village) REFERENCES area(code)
  constraint workers PRIMARY KEY (region, id)
  index CREATE INDEX workers_by_end_of_nik ON ucok.worker USING btree (region, "right"(nik, 4)) WHERE (removed_at IS NULL)
  index CREATE INDEX workers_by_name ON ucok.worker USING gin (full_name gin_trgm_ops)
  index CREATE INDEX workers_by_village ON ucok.worker USING btree (region, village, id)
  index CREATE INDEX workers_in_order_of_birth ON ucok.worker USING btree (region, COALESCE(birth_date, '0001-01-01'::date), id) WHERE (removed_at IS NULL)
  index CREATE INDEX workers_in_order_of_name ON ucok.worker USING btree (region, full_name, id) WHERE (removed_at IS NULL)
  index CREATE INDEX workers_merged_into ON ucok.worker USING btree (region, merged_into) WHERE (merged_into IS NOT NULL)
  index CREATE INDEX workers_of_a_list ON ucok.worker USING btree (region, intake_file_id) WHERE (removed_at IS NULL)
  index CREATE INDEX workers_that_returned ON ucok.worker USING btree (region, id) WHERE (returned_at IS NOT NULL)
  index CREATE INDEX workers_who_left_by_nik ON ucok.worker USING btree (region, nik) WHERE (removed_at IS NOT NULL)
  index CREATE UNIQUE INDEX one_worker_per_nik ON ucok.worker USING btree (region, nik) WHERE (removed_at IS NULL)
  policy own_area using ((region = ( SELECT current_setting('ucok.region'::text, true) AS current_setting)) AND ((( SELECT current_setting('ucok.villages'::text, true) AS current_setting) = '*'::text) OR (village = ANY (( SELECT string_to_array(current_setting('ucok.villages'::text, true), ','::text) AS string_to_array)::text[]))))
  grant INSERT, SELECT, UPDATE to ucok_app

table worker_confidential
  region text not null
  worker_id bigint not null
  part text not null
  village text not null
  content_sealed text not null
  entered_by text not null
  entered_by_name text not null
  entered_at timestamp with time zone not null default now()
  constraint parts_of_a_confidential_record CHECK ((part = ANY (ARRAY['bank-account'::text, 'health'::text, 'children'::text])))
  constraint what_is_confidential_is_sealed CHECK ((content_sealed ~ '^s1\.'::text))
  constraint worker_confidential_pkey PRIMARY KEY (region, worker_id, part)
  constraint worker_confidential_region_worker_id_fkey FOREIGN KEY (region, worker_id) REFERENCES worker(region, id)
  policy own_area using ((region = ( SELECT current_setting('ucok.region'::text, true) AS current_setting)) AND ((( SELECT current_setting('ucok.villages'::text, true) AS current_setting) = '*'::text) OR ((entered_by = ( SELECT current_setting('ucok.actor'::text, true) AS current_setting)) AND (village = ANY (( SELECT string_to_array(current_setting('ucok.villages'::text, true), ','::text) AS string_to_array)::text[])))))
  grant DELETE, INSERT, SELECT, UPDATE to ucok_app

table worker_correction
  region text not null
  id uuid not null
  worker_id bigint not null
  village text not null
  field text not null
  before_value text
  after_value text
  ground text not null
  request_id uuid
  made_by text not null
  made_by_name text not null
  made_at timestamp with time zone not null default now()
  batch_id uuid
  constraint worker_correction_pkey PRIMARY KEY (region, id)
  constraint worker_correction_region_worker_id_fkey FOREIGN KEY (region, worker_id) REFERENCES worker(region, id)
  index CREATE INDEX corrections_of_a_batch ON ucok.worker_correction USING btree (region, batch_id) WHERE (batch_id IS NOT NULL)
  index CREATE INDEX corrections_of_a_worker ON ucok.worker_correction USING btree (region, worker_id, made_at)
  policy own_area using ((region = ( SELECT current_setting('ucok.region'::text, true) AS current_setting)) AND ((( SELECT current_setting('ucok.villages'::text, true) AS current_setting) = '*'::text) OR (village = ANY (( SELECT string_to_array(current_setting('ucok.villages'::text, true), ','::text) AS string_to_array)::text[]))))
  grant INSERT, SELECT to ucok_app

table worker_match
  region text not null
  worker_id bigint not null
  village text not null
  civil text not null
  name_agrees boolean
  birth_date_agrees boolean
  covered_by text
  decile smallint
  died_on date
  is_deceased boolean not null default false
  matched_at timestamp with time zone not null default now()
  constraint answers_of_the_civil_registry CHECK ((civil = ANY (ARRAY['not-asked'::text, 'alive'::text, 'deceased'::text, 'unknown'::text])))
  constraint worker_match_pkey PRIMARY KEY (region, worker_id)
  index CREATE INDEX matches_by_decile ON ucok.worker_match USING btree (region, decile, village)
  index CREATE INDEX matches_of_another_birth ON ucok.worker_match USING btree (region, village) WHERE (NOT birth_date_agrees)
  index CREATE INDEX matches_of_another_name ON ucok.worker_match USING btree (region, village) WHERE (NOT name_agrees)
  index CREATE INDEX matches_of_the_dead ON ucok.worker_match USING btree (region, village, worker_id) INCLUDE (died_on, matched_at) WHERE is_deceased
  index CREATE INDEX matches_of_the_insured ON ucok.worker_match USING btree (region, village) WHERE (covered_by IS NOT NULL)
  index CREATE INDEX matches_of_unknown_people ON ucok.worker_match USING btree (region, village) WHERE (civil = 'unknown'::text)
  policy own_area using ((region = ( SELECT current_setting('ucok.region'::text, true) AS current_setting)) AND ((( SELECT current_setting('ucok.villages'::text, true) AS current_setting) = '*'::text) OR (village = ANY (( SELECT string_to_array(current_setting('ucok.villages'::text, true), ','::text) AS string_to_array)::text[]))))
  grant DELETE, INSERT, SELECT, UPDATE to ucok_app

table worker_merge
  region text not null
  id bigint not null default identity
  kept_worker bigint not null
  merged_worker bigint not null
  chosen jsonb not null
  before jsonb
  state text not null
  needs_approval boolean not null
  requested_by text not null
  requested_by_name text not null
  requested_at timestamp with time zone not null default now()
  decided_by text
  decided_by_name text
  decided_at timestamp with time zone
  undone_by text
  undone_by_name text
  undone_at timestamp with time zone
  undo_reason text
  constraint a_decision_says_who_and_when CHECK (((state = 'waiting'::text) OR ((decided_by IS NOT NULL) AND (decided_at IS NOT NULL))))
  constraint a_merge_can_be_undone CHECK (((state <> ALL (ARRAY['merged'::text, 'undone'::text])) OR (before IS NOT NULL)))
  constraint states_of_a_merge CHECK ((state = ANY (ARRAY['waiting'::text, 'merged'::text, 'refused'::text, 'undone'::text])))
  constraint two_people_are_merged CHECK ((kept_worker <> merged_worker))
  constraint who_asks_does_not_approve CHECK (((NOT needs_approval) OR (state = 'refused'::text) OR (decided_by <> requested_by)))
  constraint worker_merge_pkey PRIMARY KEY (region, id)
  constraint worker_merge_region_kept_worker_fkey FOREIGN KEY (region, kept_worker) REFERENCES worker(region, id)
  constraint worker_merge_region_merged_worker_fkey FOREIGN KEY (region, merged_worker) REFERENCES worker(region, id)
  index CREATE INDEX merges_by_age ON ucok.worker_merge USING btree (region, state, id DESC)
  index CREATE UNIQUE INDEX nobody_is_merged_twice ON ucok.worker_merge USING btree (region, merged_worker) WHERE (state = ANY (ARRAY['waiting'::text, 'merged'::text]))
  policy own_area using (region = ( SELECT current_setting('ucok.region'::text, true) AS current_setting))
  grant INSERT, SELECT, UPDATE to ucok_app

table worker_tally
  region text not null
  part bigint not null default identity
  village text not null
  people bigint not null
  constraint worker_tally_pkey PRIMARY KEY (region, part)
  policy own_area using ((region = ( SELECT current_setting('ucok.region'::text, true) AS current_setting)) AND ((( SELECT current_setting('ucok.villages'::text, true) AS current_setting) = '*'::text) OR (village = ANY (( SELECT string_to_array(current_setting('ucok.villages'::text, true), ','::text) AS string_to_array)::text[]))))
  grant SELECT to ucok_app
