import { rule } from '../kit/rule.ts'
import { jhtCases } from './jht.cases.ts'
import { jht, jhtFacts, jhtParameters } from './jht.ts'
import { injuryFacts } from './injury.ts'
import { careCases, transportCases } from './jkk-costs.cases.ts'
import { careFacts, careParameters, jkkCare, jkkTransport, transportFacts, transportParameters } from './jkk-costs.ts'
import { jkkDeathCases } from './jkk-death.cases.ts'
import { jkkDeath, jkkDeathParameters } from './jkk-death.ts'
import { disabilityCases } from './jkk-disability.cases.ts'
import { disabilityFacts, disabilityParameters, jkkDisability } from './jkk-disability.ts'
import { incapacityCases } from './jkk-incapacity.cases.ts'
import { incapacityFacts, incapacityParameters, jkkIncapacity } from './jkk-incapacity.ts'
import { jkmCases } from './jkm.cases.ts'
import { jkm, jkmFacts, jkmParameters } from './jkm.ts'
import { scholarshipCases } from './scholarship.cases.ts'
import { scholarship, scholarshipFacts, scholarshipParameters } from './scholarship.ts'

const accidentDay = {
  id: 'hari kecelakaan, kecuali accidentDate diisi',
  en: 'the day of the accident, unless accidentDate is given',
}

export const jkmRule = rule({
  name: 'jkm',
  title: { id: 'Jaminan Kematian (JKM)', en: 'Death benefit (JKM)' },
  description: {
    id: 'Santunan bagi keluarga pekerja yang meninggal bukan karena kecelakaan kerja.',
    en: 'What the family receives when a worker dies of a cause other than work.',
  },
  dayMeans: { id: 'hari meninggal, kecuali deathDate diisi', en: 'the day of death, unless deathDate is given' },
  facts: jkmFacts,
  parameters: jkmParameters,
  cases: jkmCases,
  decide: jkm,
})

export const jkkDeathRule = rule({
  name: 'jkk-death',
  title: { id: 'JKK: meninggal karena kecelakaan kerja', en: 'JKK: death by work accident' },
  description: { id: 'Santunan kematian, berkala, dan pemakaman.', en: 'Death, periodic and funeral benefit.' },
  dayMeans: accidentDay,
  facts: injuryFacts,
  parameters: jkkDeathParameters,
  cases: jkkDeathCases,
  decide: jkkDeath,
})

export const jkkDisabilityRule = rule({
  name: 'jkk-disability',
  title: { id: 'JKK: cacat tetap', en: 'JKK: permanent disability' },
  description: {
    id: 'Santunan cacat sebagian anatomis, cacat sebagian fungsi, atau cacat total tetap.',
    en: 'Cash for partial anatomical, partial functional or total permanent disability.',
  },
  dayMeans: accidentDay,
  facts: disabilityFacts,
  parameters: disabilityParameters,
  cases: disabilityCases,
  decide: jkkDisability,
})

export const jkkIncapacityRule = rule({
  name: 'jkk-incapacity',
  title: { id: 'JKK: sementara tidak mampu bekerja (STMB)', en: 'JKK: temporarily unable to work' },
  description: { id: 'Pengganti upah selama masa pemulihan.', en: 'Replacement of income during recovery.' },
  dayMeans: accidentDay,
  facts: incapacityFacts,
  parameters: incapacityParameters,
  cases: incapacityCases,
  decide: jkkIncapacity,
})

export const jkkTransportRule = rule({
  name: 'jkk-transport',
  title: { id: 'JKK: pengangkutan', en: 'JKK: transport' },
  description: { id: 'Penggantian biaya angkutan darat, laut, dan udara.', en: 'Repayment of transport by land, sea and air.' },
  dayMeans: accidentDay,
  facts: transportFacts,
  parameters: transportParameters,
  cases: transportCases,
  decide: jkkTransport,
})

export const jkkCareRule = rule({
  name: 'jkk-care',
  title: { id: 'JKK: perawatan di rumah dan alat bantu', en: 'JKK: home care and aids' },
  description: {
    id: 'Perawatan di rumah, gigi tiruan, alat bantu dengar, kacamata, orthose dan prothese.',
    en: 'Home care, dentures, hearing aids, glasses, orthoses and prostheses.',
  },
  dayMeans: accidentDay,
  facts: careFacts,
  parameters: careParameters,
  cases: careCases,
  decide: jkkCare,
})

export const jhtRule = rule({
  name: 'jht',
  title: { id: 'Jaminan Hari Tua (JHT), perkiraan', en: 'Old-age savings (JHT), estimated' },
  description: {
    id: 'Perkiraan saldo dan bagian yang boleh diambil.',
    en: 'An estimate of the balance and of what may be drawn.',
  },
  dayMeans: { id: 'hari pengambilan', en: 'the day it is drawn' },
  facts: jhtFacts,
  parameters: jhtParameters,
  cases: jhtCases,
  decide: jht,
})

export const scholarshipRule = rule({
  name: 'scholarship',
  title: { id: 'Beasiswa anak', en: 'Scholarship' },
  description: {
    id: 'Seluruh sisa hak beasiswa, per anak dan tahun ajaran, sampai syaratnya berakhir.',
    en: 'The whole remaining entitlement, per child and school year, until the conditions end.',
  },
  dayMeans: { id: 'hari kejadian, kecuali eventDate diisi', en: 'the day of the event, unless eventDate is given' },
  facts: scholarshipFacts,
  parameters: scholarshipParameters,
  cases: scholarshipCases,
  decide: scholarship,
})
