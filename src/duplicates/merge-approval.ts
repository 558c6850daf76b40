import type { Wording } from '../../values/language.ts'
import { maskNik } from '../../values/nik.ts'
import { done, refused } from '../../values/outcome.ts'
import type { ApprovedWork } from '../approvals/approvals.ts'
import type { Fact, Facts } from '../approvals/facts-api.ts'
import { requestApproval } from '../approvals/operations.ts'
import { audit } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import { holdWorkers, type MergeableValues } from '../registry/merging.ts'
import { carryMerge, type HeldWorker, inOrder } from './merging.ts'
import { decideMergeRow, findCovers, findMergeToChange } from './merges.ts'
import { type DuplicatesRefusal, wordDuplicatesRefusal } from './refusals.ts'
import { findFingerprint, setPairState } from './store.ts'

type Asked = { mergeId: number; kept: HeldWorker; merged: HeldWorker; chosen: Partial<MergeableValues> }

/** Asks for a merge of somebody with a membership: another person approves it. */
export async function requestMerge(ctx: Context, { mergeId, kept, merged, chosen }: Asked): Promise<void> {
  const asked = await requestApproval(ctx, {
    operation: 'duplicates.merge',
    subject: { kind: 'worker-merge', id: mergeId },
    title: { id: `Gabungkan dua catatan ${kept.full_name}`, en: `Merge two records of ${kept.full_name}` },
    before: { records: { label: labels.records, count: 2 }, ...factsOf(chosen, kept) },
    after: { records: { label: labels.records, count: 1 }, ...factsOf(chosen, chosen) },
    people: 1,
    payload: { kept: kept.id, merged: merged.id },
    fingerprint: (await findFingerprint(ctx, ...inOrder(kept.id, merged.id))) ?? '',
  })
  if (!asked.ok) throw new Error(`whoever reviews may ask for a merge: ${asked.refusal.reason}`)
}

/** What two people do with a merge: the one record goes on with the values chosen, or the pair is asked about again. */
export const mergeWork: ApprovedWork = {
  fingerprint: async (ctx, { subject }) => {
    const merge = await findMergeToChange(ctx, Number(subject.id))
    return merge?.state === 'waiting' ? findFingerprint(ctx, ...inOrder(merge.kept_worker, merge.merged_worker)) : undefined
  },
  carryOut: async (ctx, { subject }) => {
    const merge = await heldMerge(ctx, subject.id)
    const [kept, merged] = await holdWorkers(ctx, [merge.kept_worker, merge.merged_worker])
    if (kept === undefined || merged === undefined) return no({ reason: 'person-left' })
    const covers = await findCovers(ctx, [merged.id])
    if (covers.open.length > 0) return no({ reason: 'cover-not-ended', name: merged.full_name })
    const before = await carryMerge(ctx, { kept, merged, values: merge.chosen as Partial<MergeableValues> })
    await decideMergeRow(ctx, merge.id, { state: 'merged', before })
    await audit(ctx, 'duplicates.merged', { kind: 'worker', id: kept.id }, { other: merged.id, askedBy: merge.requested_by_name })
    return done({ kept: kept.id, merged: merged.id })
  },
  letGo: async (ctx, { subject }) => {
    const merge = await heldMerge(ctx, subject.id)
    await setPairState(ctx, ...inOrder(merge.kept_worker, merge.merged_worker), 'open')
    await decideMergeRow(ctx, merge.id, { state: 'refused', before: null })
    await audit(ctx, 'duplicates.merge-refused', { kind: 'worker', id: merge.kept_worker }, { other: merge.merged_worker })
  },
}

const no = (refusal: DuplicatesRefusal) => refused(wordDuplicatesRefusal(refusal))

async function heldMerge(ctx: Context, id: string) {
  const merge = await findMergeToChange(ctx, Number(id))
  if (merge === undefined) throw new Error(`the merge ${id} that was to be decided is not there`)
  return merge
}

const labels = {
  records: { id: 'Catatan orang ini', en: 'Records of this person' },
  nik: { id: 'NIK (disamarkan)', en: 'NIK (masked)' },
  family_card: { id: 'Nomor KK (disamarkan)', en: 'Family card (masked)' },
  full_name: { id: 'Nama', en: 'Name' },
  birth_place: { id: 'Tempat lahir', en: 'Birth place' },
  birth_date: { id: 'Tanggal lahir', en: 'Birth date' },
  sex: { id: 'Jenis kelamin', en: 'Sex' },
  mother_name: { id: 'Nama ibu', en: 'Mother’s name' },
  occupation: { id: 'Pekerjaan', en: 'Occupation' },
  monthly_income: { id: 'Penghasilan sebulan', en: 'Monthly income' },
  phone: { id: 'Telepon', en: 'Phone' },
} satisfies Record<string, Wording>

type Shown = Exclude<keyof typeof labels, 'records'>

/** Confidential values are not written into a request: it says that they change, and the records themselves show how. */
const confidential: readonly Shown[] = ['mother_name', 'phone']

function factsOf(chosen: Partial<MergeableValues>, values: Partial<MergeableValues>): Facts {
  const fields = (Object.keys(labels) as Shown[]).filter((field) => field in chosen)
  const isKept = values !== chosen
  return Object.fromEntries(fields.map((field) => [field, factOf(field, values[field] ?? null, isKept)]))
}

function factOf(field: Shown, value: string | number | null, isKept: boolean): Fact {
  const label = labels[field]
  if (value === null) return { label, text: '' }
  if (confidential.includes(field)) return { label, words: isKept ? ofKept : ofMerged }
  if (field === 'nik' || field === 'family_card') {
    const masked = maskNik(String(value))
    const from = isKept ? ofKept : ofMerged
    return { label, words: { id: `${masked}, ${from.id}`, en: `${masked}, ${from.en}` } }
  }
  if (field === 'birth_date') return { label, day: String(value) }
  return field === 'monthly_income' ? { label, rupiah: Number(value) } : { label, text: String(value) }
}

const ofKept: Wording = { id: 'dari catatan yang dipertahankan', en: 'of the record kept' }
const ofMerged: Wording = { id: 'dari catatan yang digabungkan', en: 'of the record merged' }
