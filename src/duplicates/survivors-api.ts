/** The values that may be chosen by hand when two records are joined. Where somebody lives and works stays that of the record kept. */
export const choosable = [
  'nik',
  'family_card',
  'full_name',
  'birth_place',
  'birth_date',
  'sex',
  'mother_name',
  'occupation',
  'monthly_income',
  'phone',
] as const
export type Choosable = (typeof choosable)[number]

/** Which of the two records of a pair. */
export type Side = 'left' | 'right'

/** Why a value is proposed: the civil registry confirms it, it stands in the newer record, or the other record has none. */
export const grounds = ['civil', 'newer', 'only'] as const
export type Ground = (typeof grounds)[number]
