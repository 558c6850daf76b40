import { type Day, isBefore } from '../../values/days.ts'
import type { Wording } from '../../values/language.ts'
import { type Decision, decideYesNo } from '../kit/decide.ts'
import { choiceFact, type FactSchema, wordsFact, yesNoFact } from '../kit/facts.ts'
import { groundKind, type GroundKind, judge } from '../kit/ground.ts'
import { lawInForce } from '../kit/in-force.ts'
import type { SourceId } from '../law/sources.ts'
import { startOfLaw } from '../parameters/checked.ts'

/** Claims that need papers. */
export const claimKinds = ['jkm', 'jkk-care', 'jkk-incapacity', 'jkk-disability', 'jkk-death', 'scholarship', 'jht'] as const
export type ClaimKind = (typeof claimKinds)[number]

/** Circumstances under which a paper is asked for. */
type Circumstance = 'spouse-heir' | 'traffic' | 'tax-number' | 'proxy' | 'transport'

type Paper = {
  readonly label: Wording
  readonly for: readonly ClaimKind[]
  readonly when?: Circumstance
  readonly sources: readonly SourceId[]
}

const injury: readonly ClaimKind[] = ['jkk-care', 'jkk-incapacity', 'jkk-disability', 'jkk-death']
const deaths: readonly ClaimKind[] = ['jkm', 'jkk-death']
const jkm: readonly SourceId[] = ['S27', 'S27b']
const jkk: readonly SourceId[] = ['S29', 'S30', 'S31', 'S32']

/** Every paper BPJS asks for, what it is called, and for which claims. */
export const papers = {
  'bpjs-card': {
    label: { id: 'Kartu peserta BPJS Ketenagakerjaan', en: 'BPJS Ketenagakerjaan card' },
    for: ['jkm', ...injury, 'jht'],
    sources: jkm,
  },
  'worker-ktp': { label: { id: 'KTP pekerja', en: 'Worker’s identity card' }, for: ['jkm', ...injury, 'jht'], sources: jkm },
  'heir-ktp': { label: { id: 'KTP ahli waris', en: 'Heir’s identity card' }, for: deaths, sources: jkm },
  'guardian-ktp': { label: { id: 'KTP wali anak', en: 'Guardian’s identity card' }, for: ['scholarship'], sources: ['S23'] },
  'family-card': {
    label: { id: 'Kartu keluarga pekerja dan ahli waris', en: 'Family cards of worker and heir' },
    for: [...deaths, 'scholarship', 'jht'],
    sources: jkm,
  },
  'death-certificate': {
    label: {
      id: 'Akta kematian (sejak 2025 sebaiknya akta, bukan surat keterangan)',
      en: 'Death certificate (since 2025 the civil-registry deed)',
    },
    for: deaths,
    sources: ['S06', 'S27', 'S96'],
  },
  'heir-statement': {
    label: { id: 'Surat keterangan ahli waris', en: 'Statement of heirs' },
    for: deaths,
    sources: ['S06', 'S27'],
  },
  'marriage-book': { label: { id: 'Buku nikah', en: 'Marriage book' }, for: deaths, when: 'spouse-heir', sources: jkm },
  'bank-book': {
    label: { id: 'Buku rekening penerima', en: 'Recipient’s bank book' },
    for: ['jkm', ...injury, 'scholarship', 'jht'],
    sources: jkm,
  },
  'tax-number': {
    label: { id: 'NPWP (saldo di atas Rp50.000.000)', en: 'Tax number (balance above Rp50.000.000)' },
    for: ['jkm', ...injury, 'jht'],
    when: 'tax-number',
    sources: ['S27'],
  },
  'form-kk1': { label: { id: 'Formulir 3 KK1 (laporan tahap I)', en: 'Form 3 KK1 (first report)' }, for: injury, sources: jkk },
  'form-kk2': {
    label: { id: 'Formulir 3a KK2 (laporan tahap II)', en: 'Form 3a KK2 (second report)' },
    for: injury,
    sources: jkk,
  },
  'form-kk3': {
    label: { id: 'Formulir 3b KK3 (surat keterangan dokter)', en: 'Form 3b KK3 (doctor’s statement)' },
    for: injury,
    sources: jkk,
  },
  chronology: { label: { id: 'Kronologi kejadian', en: 'Account of what happened' }, for: injury, sources: jkk },
  'witness-ktp': { label: { id: 'KTP dua saksi', en: 'Identity cards of two witnesses' }, for: injury, sources: jkk },
  'police-report': {
    label: {
      id: 'Laporan polisi atau surat Jasa Raharja (kecelakaan lalu lintas)',
      en: 'Police report or Jasa Raharja letter (traffic)',
    },
    for: injury,
    when: 'traffic',
    sources: jkk,
  },
  receipts: {
    label: {
      id: 'Kuitansi asli terinci, resep, hasil laboratorium, resume medis',
      en: 'Original itemised receipts, prescriptions, laboratory results, medical résumé',
    },
    for: ['jkk-care', 'jkk-death'],
    sources: jkk,
  },
  'sick-leave': {
    label: { id: 'Surat keterangan istirahat asli', en: 'Original sick-leave letters' },
    for: ['jkk-incapacity'],
    sources: ['S30'],
  },
  'transport-receipts': {
    label: { id: 'Kuitansi pengangkutan', en: 'Transport receipts' },
    for: injury,
    when: 'transport',
    sources: jkk,
  },
  'proof-of-work': {
    label: { id: 'Keterangan bekerja dari desa atau kelompok', en: 'Statement of work from the village or group' },
    for: injury,
    sources: jkk,
  },
  'birth-certificate': {
    label: { id: 'Akta lahir anak', en: 'Child’s birth certificate' },
    for: ['scholarship'],
    sources: ['S23'],
  },
  'school-statement': {
    label: { id: 'Surat keterangan sekolah', en: 'School statement' },
    for: ['scholarship'],
    sources: ['S23'],
  },
  'report-card': {
    label: { id: 'Rapor atau transkrip terakhir', en: 'Latest report card or transcript' },
    for: ['scholarship'],
    sources: ['S23'],
  },
  'application-form': {
    label: { id: 'Formulir pengajuan', en: 'Application form' },
    for: ['scholarship', 'jht'],
    sources: ['S23'],
  },
  'power-of-attorney': {
    label: { id: 'Surat kuasa dan KTP penerima kuasa', en: 'Power of attorney and the proxy’s identity card' },
    for: claimKinds,
    when: 'proxy',
    sources: ['S27c'],
  },
} as const satisfies Record<string, Paper>

export type PaperCode = keyof typeof papers

/** Codes of all papers. */
export const paperCodes: readonly PaperCode[] = Object.keys(papers) as PaperCode[]

export type DocumentFacts = {
  readonly claim: ClaimKind
  readonly have?: readonly PaperCode[] | undefined
  readonly spouseHeir?: boolean | undefined
  readonly traffic?: boolean | undefined
  readonly taxNumber?: boolean | undefined
  readonly proxy?: boolean | undefined
  readonly transport?: boolean | undefined
}

export const documentFacts: FactSchema<DocumentFacts> = {
  claim: choiceFact(claimKinds, { id: 'jenis klaim', en: 'kind of claim' }),
  have: wordsFact(paperCodes, { id: 'berkas yang sudah ada', en: 'papers already there' }),
  spouseHeir: yesNoFact({ id: 'ahli waris adalah janda atau duda', en: 'the heir is the widow or widower' }, { absent: false }),
  traffic: yesNoFact({ id: 'kecelakaan lalu lintas', en: 'a traffic accident' }, { absent: false }),
  taxNumber: yesNoFact({ id: 'saldo di atas Rp50.000.000', en: 'balance above Rp50.000.000' }, { absent: false }),
  proxy: yesNoFact({ id: 'diurus orang lain dengan kuasa', en: 'filed by a proxy' }, { absent: false }),
  transport: yesNoFact({ id: 'biaya pengangkutan ikut diklaim', en: 'transport is claimed too' }, { absent: false }),
}

/** The papers a claim needs in its circumstances, in the order of the checklist. */
export function papersFor(facts: DocumentFacts): PaperCode[] {
  const circumstances: Record<Circumstance, boolean | undefined> = {
    'spouse-heir': facts.spouseHeir,
    traffic: facts.traffic,
    'tax-number': facts.taxNumber,
    proxy: facts.proxy,
    transport: facts.transport,
  }
  return paperCodes.filter((code) => {
    const paper: Paper = papers[code]
    return paper.for.includes(facts.claim) && (paper.when === undefined || circumstances[paper.when] === true)
  })
}

/** Whether a claim’s papers are complete; every paper it needs is a ground. */
export function documents(facts: DocumentFacts, on: Day): Decision {
  if (isBefore(on, startOfLaw)) return decideYesNo([judge(lawInForce, false)], true)
  return decideYesNo(
    papersFor(facts).map((code) => judge(paperGrounds[code], facts.have?.includes(code) ?? false)),
    true,
  )
}

const paperGrounds = Object.fromEntries(
  paperCodes.map((code) => [
    code,
    groundKind({ id: code, condition: papers[code].label, law: { law: 'bpjs-form', sources: papers[code].sources } }),
  ]),
) as Record<PaperCode, GroundKind>
