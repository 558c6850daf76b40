import { parameter } from '../kit/parameter.ts'
import { hours, years } from '../kit/units.ts'
import { readOn, startOfLaw } from './checked.ts'

export const firstReportHours = parameter({
  name: 'accident-first-report',
  title: { id: 'Laporan kecelakaan tahap I (formulir 3 KK1)', en: 'First accident report (form 3 KK1)' },
  unit: 'hours',
  history: [
    {
      from: startOfLaw,
      value: hours(48),
      law: { law: 'pp-44-2015' },
      checkedOn: readOn,
      verified: true,
      sources: ['S30', 'S85'],
    },
  ],
})
export const secondReportHours = parameter({
  name: 'accident-second-report',
  title: { id: 'Laporan kecelakaan tahap II (formulir 3a KK2)', en: 'Second accident report (form 3a KK2)' },
  unit: 'hours',
  history: [
    { from: startOfLaw, value: hours(48), law: { law: 'pp-44-2015' }, checkedOn: readOn, verified: true, sources: ['S32'] },
  ],
})
export const diseaseYearsAfterWork = parameter({
  name: 'occupational-disease-after-work',
  title: { id: 'Dugaan penyakit akibat kerja setelah berhenti bekerja', en: 'Suspected occupational disease after work ended' },
  unit: 'years',
  history: [{ from: startOfLaw, value: years(3), law: { law: 'pp-44-2015' }, checkedOn: readOn, verified: false }],
})
export const minimumAgeAtEntry = parameter({
  name: 'minimum-age-at-entry',
  title: { id: 'Umur paling rendah saat didaftarkan (kebiasaan daerah)', en: 'Lowest age at entry (as regions set it)' },
  unit: 'years',
  history: [
    {
      from: startOfLaw,
      value: years(18),
      law: { law: 'regional-rule' },
      checkedOn: readOn,
      verified: true,
      sources: ['S33', 'S34'],
      note: { id: 'Batas nasional BPU tidak ditemukan.', en: 'A national floor was not found.' },
    },
  ],
})
export const maximumAgeAtEntry = parameter({
  name: 'maximum-age-at-entry',
  title: { id: 'Umur batas saat didaftarkan', en: 'Age limit at entry' },
  unit: 'years',
  history: [
    {
      from: startOfLaw,
      value: years(65),
      law: { law: 'perdir-22-2022' },
      checkedOn: readOn,
      verified: false,
      sources: ['S13'],
      conflict: {
        readings: [
          { says: { id: 'Belum mencapai 65 tahun', en: 'Has not reached 65' }, sources: [] },
          { says: { id: '18–65 tahun', en: '18–65 years' }, sources: ['S33'] },
        ],
        chosen: 0,
        why: {
          id: 'Yang lebih ketat tidak menimbulkan iuran yang ditolak; daerah dapat memilih yang lain.',
          en: 'The stricter reading causes no refused contribution; a region may choose the other.',
        },
      },
    },
  ],
})
