import { rupiah } from '../../values/rupiah.ts'
import { parameter } from '../kit/parameter.ts'
import { percent, workingDays, years } from '../kit/units.ts'
import { readOn, startOfLaw } from './checked.ts'

const law = { from: startOfLaw, law: { law: 'pp-46-2015' }, checkedOn: readOn, verified: true, sources: ['S67'] } as const

export const jhtAge = parameter({
  name: 'jht-age',
  title: { id: 'JHT: umur pembayaran', en: 'JHT: age of payment' },
  unit: 'years',
  history: [{ ...law, value: years(56) }],
})
export const jhtYearsForPart = parameter({
  name: 'jht-years-for-part',
  title: { id: 'JHT: tahun kepesertaan sebelum pengambilan sebagian', en: 'JHT: years of membership before a part may be drawn' },
  unit: 'years',
  history: [{ ...law, value: years(10) }],
})
export const jhtPartShare = parameter({
  name: 'jht-part-share',
  title: { id: 'JHT: pengambilan sebagian, paling banyak', en: 'JHT: part that may be drawn, at most' },
  unit: 'percent',
  history: [{ ...law, value: percent(10) }],
})
export const jhtHousingShare = parameter({
  name: 'jht-housing-share',
  title: { id: 'JHT: pengambilan untuk perumahan, paling banyak', en: 'JHT: part for housing, at most' },
  unit: 'percent',
  history: [{ ...law, value: percent(30) }],
})
export const jhtTaxNumberAbove = parameter({
  name: 'jht-tax-number-above',
  title: { id: 'JHT: saldo yang memerlukan NPWP', en: 'JHT: balance above which a tax number is needed' },
  unit: 'rupiah',
  history: [{ ...law, law: { law: 'bpjs-form' }, sources: ['S27'], value: rupiah(50_000_000) }],
})
export const jhtPaymentDays = parameter({
  name: 'jht-payment-days',
  title: { id: 'JHT: hari kerja pembayaran sejak berkas lengkap', en: 'JHT: working days to pay a complete claim' },
  unit: 'working-days',
  history: [{ from: startOfLaw, value: workingDays(5), law: { law: 'permenaker-4-2022' }, checkedOn: readOn, verified: false }],
})
