import { day } from '../../values/days.ts'
import { month } from '../../values/months.ts'
import type { Case } from '../kit/case.ts'
import type { LapseFacts } from './lapse.ts'

const facts = { paidThrough: month('2026-01') } as const

export const lapseCases: readonly Case<LapseFacts>[] = [
  {
    name: { id: 'Februari belum jatuh tempo: tidak ada tunggakan', en: 'February is not due yet: nothing owed' },
    on: day('2026-02-10'),
    facts,
    granted: true,
    amount: 0,
  },
  {
    name: {
      id: '15 Februari 2026 hari Minggu: jatuh tempo Senin 16 Februari',
      en: '15 February 2026 is a Sunday: due on Monday the 16th',
    },
    on: day('2026-02-16'),
    facts,
    granted: true,
    amount: 0,
  },
  {
    name: { id: 'Sehari setelah jatuh tempo: satu bulan tertunggak', en: 'The day after: one month owed' },
    on: day('2026-02-17'),
    facts,
    granted: true,
    amount: 16_800,
    unmet: ['nothing-owed'],
    sources: ['S07'],
  },
  {
    name: { id: 'Tiga bulan tertunggak masih dapat diselamatkan', en: 'Three months owed can still be saved' },
    on: day('2026-04-20'),
    facts,
    granted: true,
    amount: 50_400,
    sources: ['S13'],
  },
  {
    name: { id: 'Hari terakhir: jatuh tempo bulan keempat', en: 'The last day: the due day of the fourth month' },
    on: day('2026-05-15'),
    facts,
    granted: true,
    amount: 50_400,
  },
  {
    name: { id: 'Lebih dari tiga bulan berturut-turut: berakhir', en: 'More than three months in a row: ended' },
    on: day('2026-05-16'),
    facts,
    granted: false,
    amount: null,
    unmet: ['not-lapsed', 'nothing-owed'],
    sources: ['S13', 'S14'],
  },
  {
    name: { id: 'Yang membayar sendiri menunggak dengan harga keringanan', en: 'A self-payer owes the reduced price' },
    on: day('2026-06-20'),
    facts: { paidThrough: month('2026-03'), payer: 'SELF' },
    granted: true,
    amount: 25_200,
  },
]
