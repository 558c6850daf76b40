import { intakeText } from '../text/intake.ts'
import { repairText } from '../text/intake-repairs.ts'
import { useText } from '../text/language.tsx'
import type { MendableField } from './mending.tsx'

/** What the columns of a list are called here. */
export function useFieldName(): (field: MendableField | 'village') => string {
  const text = useText(intakeText)
  const words = useText(repairText)
  const names: Record<MendableField | 'village', string> = {
    fullName: text.name,
    nik: text.nik,
    familyCard: words.familyCard,
    birthPlace: words.birthPlace,
    birthDate: text.birthDate,
    sex: text.sex,
    motherName: words.motherName,
    address: text.address,
    hamlet: words.hamlet,
    rtRw: words.rtRw,
    occupation: text.occupation,
    income: words.income,
    phone: words.phone,
    village: words.village,
  }
  return (field) => names[field]
}
