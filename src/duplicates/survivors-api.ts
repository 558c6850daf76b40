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
