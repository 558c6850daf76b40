// Written by "npm run schema" from a freshly migrated database. Days and moments are ISO text, money whole rupiah.
import type { ColumnType, Generated } from 'kysely'

/** A JSON column: read as a parsed value, written as text. */
export type Json = ColumnType<unknown, string, string>

export type AccountTable = {
  id: string
  username: string
  full_name: string
  office: string | null
  password_hash: string | null
  language: Generated<string>
  is_active: Generated<boolean>
  is_demo: Generated<boolean>
  created_at: Generated<string>
  region: Generated<string>
  provider_identity: string | null
  provider_issuer: string | null
  provider_subject: string | null
  is_password_temporary: Generated<boolean>
  password_set_at: string | null
  deactivated_at: string | null
}

export type AccountLinkTable = {
  id: string
  account_id: string
  token_hash: Buffer
  purpose: string
  made_by_name: string
  made_at: Generated<string>
  expires_at: string
  used_at: string | null
  revoked_at: string | null
}

export type AccountRoleTable = {
  account_id: string
  role: string
  area: string
  first_day: Generated<string>
  last_day: string | null
  id: Generated<string>
}

export type ApprovalAnswerTable = {
  region: string
  request_id: string
  answered_by: string
  answered_by_name: string
  asked_by: string
  concerns: string
  verdict: string
  reason: string | null
  answered_at: Generated<string>
}

export type ApprovalRequestTable = {
  region: string
  id: string
  operation: string
  subject_kind: string
  subject_id: string
  title: Json
  because: string | null
  before: ColumnType<unknown, string | undefined, string>
  after: ColumnType<unknown, string | undefined, string>
  people: number | null
  amount: number | null
  payload: ColumnType<unknown, string | undefined, string>
  fingerprint: string
  concerns: Generated<string>
  needed: number
  roles: string[]
  asked_by: string
  asked_by_name: string
  asked_at: Generated<string>
  expires_on: string | null
  state: Generated<string>
  ended_at: string | null
  ended_because: ColumnType<unknown, string | null, string | null>
  result: ColumnType<unknown, string | null, string | null>
}

export type ApprovalRuleTable = {
  region: string
  operation: string
  needed: number
  roles: string[]
  request_id: string
  set_at: Generated<string>
}

export type AreaTable = {
  code: string
  parent: string | null
  level: string
  name: string
  kind: string
}

export type AreaReleaseTable = {
  source: string
  loaded_at: Generated<string>
  areas: number
}

export type AssessmentTable = {
  region: string
  run_id: string
  worker_id: number
  village: string
  is_eligible: boolean
  unmet: string[]
  unknown: string[]
  decile: number | null
}

export type AuditLineTable = {
  region: string
  id: Generated<number>
  at: Generated<string>
  actor_id: string
  actor_name: string
  act: string
  subject_kind: string
  subject_id: string
  details: ColumnType<unknown, string | undefined, string>
}

export type AuditSealTable = {
  region: string
  position: number
  line_id: number
  previous_hash: Buffer
  own_hash: Buffer
}

export type BanjarTable = {
  region: string
  id: number
  customary_village_id: number
  name: string
  is_demo: Generated<boolean>
}

export type BreachTable = {
  region: string
  id: string
  title: string
  noticed_at: string
  due_at: string
  happened: string
  revealed: string[]
  cause: string
  handling: Generated<string>
  needs_public_notice: boolean | null
  assessed_at: string | null
  assessed_by_name: string | null
  contained_at: string | null
  contained_by_name: string | null
  persons_notified_at: string | null
  persons_notified_by_name: string | null
  authority_notified_at: string | null
  authority_notified_by_name: string | null
  closed_at: string | null
  closed_by_name: string | null
  report: string | null
  recorded_by: string
  recorded_by_name: string
  recorded_at: Generated<string>
}

export type BreachPersonTable = {
  region: string
  breach_id: string
  worker_id: number
  village: string
}

export type BudgetLineTable = {
  region: string
  id: string
  programme_id: string
  fiscal_year: number
  source: string
  account_code: string | null
  ceiling: number
}

export type CivilRecordTable = {
  region: string
  nik: string
  family_card: string | null
  full_name: string | null
  birth_date: string | null
  sex: string | null
  mother_name: string | null
  village: string | null
  is_alive: boolean
  answered_on: string
  exchange_id: string
  values_on: string | null
  verdicts: ColumnType<unknown, string | null, string | null>
  verdicts_on: string | null
}

export type ColumnMappingTable = {
  region: string
  sender: string
  fingerprint: string
  columns: Json
  from_list: string
  remembered_by: string
  remembered_by_name: string
  remembered_at: Generated<string>
}

export type ContributionLineTable = {
  region: string
  run_id: string
  worker_id: number
  period_id: number
  village: string
  budget_line_id: string
  amount: number
}

export type ContributionOmissionTable = {
  region: string
  run_id: string
  worker_id: number
  period_id: number
  village: string
  reason: string
  detail: string | null
  since: string | null
}

export type ContributionRunTable = {
  region: string
  id: string
  programme_id: string
  month: string
  state: Generated<string>
  people: number
  left_out: Generated<number>
  amount: number
  rate: number
  grounds: Json
  due_on: string
  made_by: string
  made_by_name: string
  made_at: Generated<string>
  decided_by: string | null
  decided_by_name: string | null
  decided_at: string | null
  decision_reason: string | null
  billing_code: string | null
  billed_on: string | null
  billed_by_name: string | null
  disbursement_number: string | null
  receipt_number: string | null
  paid_on: string | null
  paid_by: string | null
  paid_by_name: string | null
  receipt_amount: number | null
  minutes_number: string | null
  difference_reason: string | null
  reconciled_on: string | null
  reconciled_by_name: string | null
  payment_asked_by: string | null
  payment_asked_by_name: string | null
}

export type CoverageTargetTable = {
  region: string
  year: number
  segment: string
  share: string
  source: string
}

export type CustomaryVillageTable = {
  region: string
  id: number
  name: string
  is_demo: Generated<boolean>
}

export type CustomaryVillageAreaTable = {
  region: string
  customary_village_id: number
  village: string
}

export type DeathRecordTable = {
  region: string
  nik: string
  full_name: string | null
  died_on: string | null
  certificate_number: string | null
  answered_on: string
  exchange_id: string
}

export type DecreeTable = {
  region: string
  id: string
  programme_id: string
  number: string
  decided_on: string
  people: number
  waiting: number
  list_sha256: string
  rule_set_id: string
  eligibility_run_id: string
  frozen_by: string
  frozen_by_name: string
  frozen_at: Generated<string>
  asked_by: string | null
  asked_by_name: string | null
}

export type DecreeCallTable = {
  region: string
  decree_id: string
  worker_id: number
  called_at: Generated<string>
}

export type DecreeLineTable = {
  region: string
  decree_id: string
  position: number
  place: string
  worker_id: number
  village: string
  nik: string
  full_name: string
  birth_date: string
  sex: string | null
  address: string | null
  occupation: string | null
  decile: number | null
}

export type DecreeTallyTable = {
  region: string
  part: Generated<number>
  decree_id: string
  village: string
  place: string
  people: number
}

export type DifferenceTallyTable = {
  region: string
  part: Generated<number>
  state: string
  field: string
  village: string
  people: number
  told: number
}

export type DuplicatePairTable = {
  region: string
  left_worker: number
  right_worker: number
  probability: number
  reasons: Json
  fingerprint: string
  state: Generated<string>
  run_id: string
  found_at: Generated<string>
  decided_by: string | null
  decided_by_name: string | null
  decided_at: string | null
  left_village: string | null
  right_village: string | null
  group_worker: number | null
  group_probability: Generated<number>
  likelihood: string | null
}

export type DuplicateRunTable = {
  region: string
  id: string
  model_version: number
  trained_on: string
  model: Json
  workers: number
  pairs: number
  made_by: string
  made_by_name: string
  made_at: Generated<string>
}

export type EligibilityRunTable = {
  region: string
  id: string
  rule_set_id: string
  judged_on: string
  people: Generated<number>
  eligible: Generated<number>
  never_asked: Generated<string[]>
  made_by: string
  made_by_name: string
  made_at: Generated<string>
  judged_up_to: Generated<number>
}

export type InsuredRecordTable = {
  region: string
  nik: string
  segment: string
  is_active: boolean
  programmes: string
  answered_on: string
  exchange_id: string
}

export type IntakeTable = {
  region: string
  id: string
  title: string
  state: Generated<string>
  judged_on: string
  task_id: string | null
  created_by: string
  created_by_name: string
  created_at: Generated<string>
  accepted_by: string | null
  accepted_by_name: string | null
  accepted_at: string | null
  mending_task: string | null
}

export type IntakeFileTable = {
  region: string
  id: string
  intake_id: string
  position: number
  stored_file_id: string
  name: string
  sha256: string
  village: string
  state: Generated<string>
  rows: Generated<number>
  accepted: Generated<number>
  review: Generated<number>
  refused: Generated<number>
  layouts: ColumnType<unknown, string | null, string | null>
  left_out: ColumnType<unknown, string | null, string | null>
  refusal: ColumnType<unknown, string | null, string | null>
  undone_at: string | null
  sender: string | null
  columns_said: ColumnType<unknown, string | null, string | null>
  correction: ColumnType<unknown, string | null, string | null>
  rows_read: Generated<number>
  reading_began_at: string | null
  reading_ended_at: string | null
}

export type IntakeRepairTable = {
  region: string
  id: string
  intake_id: string
  file_id: string
  sheet: string
  row_number: number
  field: string
  village: string
  code: string | null
  written: string
  repaired: string
  made_by: string
  made_by_name: string
  made_at: Generated<string>
  undone_by: string | null
  undone_by_name: string | null
  undone_at: string | null
}

export type IntakeRowTable = {
  region: string
  file_id: string
  sheet: string
  row_number: number
  village: string
  verdict: string
  decision: string | null
  decided_by_name: string | null
  nik: string | null
  nik_written: string
  family_card: string | null
  full_name: string
  name_key: string
  birth_place: string
  birth_date: string | null
  sex: string | null
  mother_name: string
  address: string
  hamlet: string
  rt_rw: string
  village_written: string
  occupation: string
  occupation_kind: string
  occupation_code: string
  income: number | null
  phone: string
  findings: ColumnType<unknown, string | null, string | null>
  original: ColumnType<unknown, string | null, string | null>
  mark: string | null
  replaced_by_file: string | null
  replaced_by_sheet: string | null
  replaced_by_row: number | null
  repaired: ColumnType<unknown, string | null, string | null>
}

export type KnownDeviceTable = {
  token_hash: Buffer
  account_id: string
  last_used_at: Generated<string>
}

export type LedgerAccountTable = {
  code: string
  name_id: string
  name_en: string
}

export type LedgerEntryTable = {
  region: string
  id: string
  run_id: string
  kind: string
  attempt: Generated<number>
  entered_on: string
  memo: string
  made_by: string
  made_by_name: string
  made_at: Generated<string>
}

export type LedgerPostingTable = {
  region: string
  entry_id: string
  account: string
  budget_line_id: string
  amount: number
}

export type LinkageWeightsTable = {
  region: string
  id: string
  version: number
  trained_on: string
  records: number
  weights: Json
  made_by: string
  made_by_name: string
  made_at: Generated<string>
}

export type MatchTallyTable = {
  region: string
  part: Generated<number>
  village: string
  covered_by: string
  people: number
  asked: number
  clear: number
  deceased: number
  unknown: number
  name_differs: number
  birth_date_differs: number
  with_decile: number
}

export type MembershipPeriodTable = {
  region: string
  id: Generated<number>
  worker_id: number
  programme_id: string
  decree_id: string
  village: string
  package: string
  payer: string
  member_number: string | null
  first_day: string
  last_day: string
  replaces: number | null
  end_reason: string | null
  ended_by: string | null
  ended_by_name: string | null
  ended_at: string | null
}

export type MigrationTable = {
  name: string
  sha256: string
  applied_at: Generated<string>
}

export type PaidMonthTable = {
  region: string
  programme_id: string
  month: string
  paid_on: string | null
}

export type PeriodTallyTable = {
  region: string
  part: Generated<number>
  programme_id: string
  village: string
  first_day: string
  last_day: string
  end_reason: string
  people: number
}

export type ProcessingActivityTable = {
  region: string
  id: string
  purpose: string
  legal_basis: string
  categories: string
  recipients: string
  retention: string
  measures: string
  added_by: string
  added_by_name: string
  added_at: Generated<string>
  ended_at: string | null
}

export type ProgrammeTable = {
  region: string
  id: string
  code: string
  name: string
  year: number
  first_month: string
  last_month: string
  package: string
  payer: Generated<string>
  quota: number
  rule_set_id: string
  eligibility_run_id: string | null
  legal_basis: string | null
  made_by: string
  made_by_name: string
  made_at: Generated<string>
}

export type RankingTable = {
  region: string
  programme_id: string
  worker_id: number
  village: string
  position: number
  place: string
  decile: number | null
}

export type RankingTallyTable = {
  region: string
  part: Generated<number>
  programme_id: string
  village: string
  place: string
  people: number
}

export type RecoveryCodeTable = {
  account_id: string
  position: number
  code_hash: string
  used_at: string | null
}

export type RegionProfileTable = {
  region: string
  name: string
  office: string
  city: string
  is_demo: Generated<boolean>
  opened_at: Generated<string>
}

export type RegisterDecisionTable = {
  region: string
  id: string
  kind: string
  field: string
  village: string | null
  chosen: boolean
  people: number
  answered_on: string | null
  made_by: string
  made_by_name: string
  made_at: Generated<string>
  undone_people: number | null
  undone_by_name: string | null
  undone_at: string | null
}

export type RegisterDifferenceTable = {
  region: string
  worker_id: number
  field: string
  village: string
  ours: string | null
  theirs: string | null
  answered_on: string
  state: Generated<string>
  decided_by_name: string | null
  decided_at: string | null
  similarity: number | null
  decision_id: string | null
}

export type RegisterExchangeTable = {
  region: string
  id: string
  register: string
  file_name: string
  sha256: string
  answered_on: string
  records: Generated<number>
  faulty: Generated<number>
  faults: ColumnType<unknown, string | undefined, string>
  received_by: string
  received_at: Generated<string>
  request_id: string | null
  left_out: Generated<number>
  not_found: Generated<number>
  strangers: Generated<number>
  unasked: number | null
  columns: ColumnType<unknown, string | undefined, string>
}

export type RegisterPeriodTable = {
  region: string
  register: string
  days: number
  set_by_name: string
  set_at: Generated<string>
}

export type RegisterRequestTable = {
  region: string
  id: string
  register: string
  layout: string
  who: string
  village: string | null
  format: string
  columns: string[]
  people: number
  left_out: number
  file_id: string
  file_name: string
  asked_on: string
  made_by: string
  made_by_name: string
  made_at: Generated<string>
  answered_by: string | null
}

export type RegisterStandingTable = {
  region: string
  register: string
  worker_id: number
  village: string
  asked_on: string | null
  request_id: string | null
  answered_on: string | null
}

export type RuleSetTable = {
  region: string
  id: string
  year: number
  version: number
  title: string
  legal_basis: string
  rules: Json
  made_by: string
  made_at: Generated<string>
  asked_by: string | null
  approved_by: string | null
  approved_by_name: string | null
}

export type RunFundingTable = {
  region: string
  run_id: string
  budget_line_id: string
  people: number
  amount: number
}

export type SecondFactorTable = {
  account_id: string
  secret_sealed: string | null
  candidate_sealed: string | null
  confirmed_at: string | null
  last_step: number | null
}

export type SessionTable = {
  token_hash: Buffer
  account_id: string
  csrf_token: string
  region: string
  created_at: Generated<string>
  expires_at: string
  ended_at: string | null
  id: Generated<string>
  last_used_at: Generated<string>
  second_factor_at: string | null
  opened_by: Generated<string>
  address: string | null
  browser: string | null
}

export type SignInBrakeTable = {
  subject: string
  tries: number
  last_try_at: string
  blocked_until: string
}

export type StandingTallyTable = {
  region: string
  part: Generated<number>
  register: string
  village: string
  asked_on: string
  answered_on: string
  people: number
}

export type StoredFileTable = {
  region: string
  id: string
  name: string
  media_type: string
  byte_size: number
  sha256: string
  created_by: string
  created_at: Generated<string>
  erased_at: string | null
}

export type SubjectRequestTable = {
  region: string
  id: string
  worker_id: number | null
  village: string | null
  kind: string
  wish: string
  channel: string
  received_at: string
  due_at: string
  received_by: string
  received_by_name: string
  state: Generated<string>
  ground: string | null
  answer: string | null
  decided_by: string | null
  decided_by_name: string | null
  decided_at: string | null
}

export type TaskTable = {
  region: string
  id: string
  kind: string
  title: Json
  payload: ColumnType<unknown, string | undefined, string>
  state: Generated<string>
  done: Generated<number>
  total: number | null
  note: ColumnType<unknown, string | null, string | null>
  result: ColumnType<unknown, string | null, string | null>
  created_by: string
  created_by_name: string
  created_at: Generated<string>
  started_at: string | null
  finished_at: string | null
}

export type UniverseTable = {
  region: string
  area: string
  year: number
  segment: string
  workers: number
  source: string
  source_date: string
  is_demo: Generated<boolean>
}

export type WelfareRecordTable = {
  region: string
  nik: string
  decile: number | null
  answered_on: string
  exchange_id: string
}

export type WorkerTable = {
  region: string
  id: Generated<number>
  village: string
  nik: string | null
  family_card: string | null
  full_name: string
  birth_place: string | null
  birth_date: string | null
  sex: string | null
  mother_name: string | null
  address: string | null
  neighbourhood: string | null
  occupation: string | null
  occupation_kind: Generated<string>
  monthly_income: number | null
  phone: string | null
  intake_file_id: string | null
  recorded_at: Generated<string>
  removed_at: string | null
  merged_into: number | null
  returned_at: string | null
}

export type WorkerConfidentialTable = {
  region: string
  worker_id: number
  part: string
  village: string
  content_sealed: string
  entered_by: string
  entered_by_name: string
  entered_at: Generated<string>
}

export type WorkerCorrectionTable = {
  region: string
  id: string
  worker_id: number
  village: string
  field: string
  before_value: string | null
  after_value: string | null
  ground: string
  request_id: string | null
  made_by: string
  made_by_name: string
  made_at: Generated<string>
  batch_id: string | null
}

export type WorkerMatchTable = {
  region: string
  worker_id: number
  village: string
  civil: string
  name_agrees: boolean | null
  birth_date_agrees: boolean | null
  covered_by: string | null
  decile: number | null
  died_on: string | null
  is_deceased: Generated<boolean>
  matched_at: Generated<string>
}

export type WorkerMergeTable = {
  region: string
  id: Generated<number>
  kept_worker: number
  merged_worker: number
  chosen: Json
  before: ColumnType<unknown, string | null, string | null>
  state: string
  needs_approval: boolean
  requested_by: string
  requested_by_name: string
  requested_at: Generated<string>
  decided_by: string | null
  decided_by_name: string | null
  decided_at: string | null
  undone_by: string | null
  undone_by_name: string | null
  undone_at: string | null
  undo_reason: string | null
}

export type WorkerTallyTable = {
  region: string
  part: Generated<number>
  village: string
  people: number
}

export type DB = {
  account: AccountTable
  account_link: AccountLinkTable
  account_role: AccountRoleTable
  approval_answer: ApprovalAnswerTable
  approval_request: ApprovalRequestTable
  approval_rule: ApprovalRuleTable
  area: AreaTable
  area_release: AreaReleaseTable
  assessment: AssessmentTable
  audit_line: AuditLineTable
  audit_seal: AuditSealTable
  banjar: BanjarTable
  breach: BreachTable
  breach_person: BreachPersonTable
  budget_line: BudgetLineTable
  civil_record: CivilRecordTable
  column_mapping: ColumnMappingTable
  contribution_line: ContributionLineTable
  contribution_omission: ContributionOmissionTable
  contribution_run: ContributionRunTable
  coverage_target: CoverageTargetTable
  customary_village: CustomaryVillageTable
  customary_village_area: CustomaryVillageAreaTable
  death_record: DeathRecordTable
  decree: DecreeTable
  decree_call: DecreeCallTable
  decree_line: DecreeLineTable
  decree_tally: DecreeTallyTable
  difference_tally: DifferenceTallyTable
  duplicate_pair: DuplicatePairTable
  duplicate_run: DuplicateRunTable
  eligibility_run: EligibilityRunTable
  insured_record: InsuredRecordTable
  intake: IntakeTable
  intake_file: IntakeFileTable
  intake_repair: IntakeRepairTable
  intake_row: IntakeRowTable
  known_device: KnownDeviceTable
  ledger_account: LedgerAccountTable
  ledger_entry: LedgerEntryTable
  ledger_posting: LedgerPostingTable
  linkage_weights: LinkageWeightsTable
  match_tally: MatchTallyTable
  membership_period: MembershipPeriodTable
  migration: MigrationTable
  paid_month: PaidMonthTable
  period_tally: PeriodTallyTable
  processing_activity: ProcessingActivityTable
  programme: ProgrammeTable
  ranking: RankingTable
  ranking_tally: RankingTallyTable
  recovery_code: RecoveryCodeTable
  region_profile: RegionProfileTable
  register_decision: RegisterDecisionTable
  register_difference: RegisterDifferenceTable
  register_exchange: RegisterExchangeTable
  register_period: RegisterPeriodTable
  register_request: RegisterRequestTable
  register_standing: RegisterStandingTable
  rule_set: RuleSetTable
  run_funding: RunFundingTable
  second_factor: SecondFactorTable
  session: SessionTable
  sign_in_brake: SignInBrakeTable
  standing_tally: StandingTallyTable
  stored_file: StoredFileTable
  subject_request: SubjectRequestTable
  task: TaskTable
  universe: UniverseTable
  welfare_record: WelfareRecordTable
  worker: WorkerTable
  worker_confidential: WorkerConfidentialTable
  worker_correction: WorkerCorrectionTable
  worker_match: WorkerMatchTable
  worker_merge: WorkerMergeTable
  worker_tally: WorkerTallyTable
}
