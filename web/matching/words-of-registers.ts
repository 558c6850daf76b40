import type { listExchanges, registers } from '../../src/matching/api.ts'
import type { AnswerOf } from '../../src/platform/endpoint.ts'
import { matchingText } from '../text/matching.ts'
import { useText } from '../text/language.tsx'

export type Register = (typeof registers)[number]

/** The columns without which nothing of an answer can be used, as registers head them. */
export const neededColumns: Record<Register, string> = {
  dukcapil: 'NIK, STATUS / SESUAI – TIDAK SESUAI',
  bpjs: 'NIK, STATUS',
  dtsen: 'NIK, DESIL',
  deaths: 'NIK, TANGGAL_MENINGGAL',
}

/** Names a register in the reader's language. */
export function useRegisterName(): (register: Register) => string {
  const text = useText(matchingText)
  const names: Record<Register, string> = {
    dukcapil: text.civilRegistry,
    bpjs: text.insurer,
    dtsen: text.welfare,
    deaths: text.deaths,
  }
  return (register) => names[register]
}

type ColumnField = AnswerOf<typeof listExchanges>['exchanges'][number]['columns'][number]['field']

/** Names what a column of an answer is about in the reader's language. */
export function useFieldName(): (field: ColumnField) => string {
  const text = useText(matchingText)
  const names: Record<ColumnField, string> = {
    nik: text.nik,
    familyCard: text.family_card,
    name: text.full_name,
    birthPlace: text.birth_place,
    birthDate: text.birth_date,
    sex: text.sex,
    motherName: text.mother_name,
    address: text.address,
    village: text.village,
    status: text.status,
    segment: text.segment,
    programmes: text.programmes,
    memberNumber: text.memberNumber,
    decile: text.decile,
    diedOn: text.diedOn,
    certificate: text.certificate,
  }
  return (field) => names[field]
}
