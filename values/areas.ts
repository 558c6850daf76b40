/** A Kemendagri area code with dots: province `51`, regency `51.03`, district `51.03.01`, village `51.03.01.1001`. */
export type AreaCode = string & { readonly __unit: 'area' }

/** A regency or city as four digits without dots (`5103`): the unit one registry belongs to. */
export type Region = string & { readonly __unit: 'region' }

export type AreaLevel = 'province' | 'regency' | 'district' | 'village'

const levels: Record<number, AreaLevel> = { 2: 'province', 5: 'regency', 8: 'district', 13: 'village' }

/** Finds an area code in text with or without dots (`5103011001`), or nothing. */
export function findAreaCode(text: string): AreaCode | undefined {
  const digits = text.replaceAll('.', '')
  if (!/^\d+$/.test(digits)) return undefined
  const parts = /^(\d{2})(\d{2})?(\d{2})?(\d{4})?$/.exec(digits)
  if (parts === null) return undefined
  const code = parts.slice(1).filter(Boolean).join('.')
  return code.length in levels ? (code as AreaCode) : undefined
}

/** Makes an area code; throws when the text is none. */
export function areaCode(text: string): AreaCode {
  const found = findAreaCode(text)
  if (found === undefined) throw new RangeError(`not an area code: ${text}`)
  return found
}

export function levelOf(code: AreaCode): AreaLevel {
  const level = levels[code.length]
  if (level === undefined) throw new RangeError(`not an area code: ${code}`)
  return level
}

/** Finds the region an area lies in; nothing for a province. */
export function findRegion(text: string): Region | undefined {
  const code = findAreaCode(text)
  return code !== undefined && code.length >= 5 ? ((code.slice(0, 2) + code.slice(3, 5)) as Region) : undefined
}

/** The region an area lies in; throws for a province or for text that is no area. */
export function region(text: string): Region {
  const found = findRegion(text)
  if (found === undefined) throw new RangeError(`not a regency or city: ${text}`)
  return found
}

/** The regency's own area code: `5103` → `51.03`. */
export function areaOfRegion(value: Region): AreaCode {
  return `${value.slice(0, 2)}.${value.slice(2, 4)}` as AreaCode
}

/** Tells whether an area is another or lies inside it. */
export function isWithin(inner: string, outer: string): boolean {
  return inner === outer || inner.startsWith(`${outer}.`)
}

/** A customary village (desa adat) as an area of work: its region and its number there, `51.03.adat-12`. It lies in the region and in no district. */
export function customaryCode(value: Region, id: number): string {
  return `${areaOfRegion(value)}.adat-${id}`
}

/** Finds the customary village in a text such as `51.03.adat-12`, or nothing. */
export function findCustomaryCode(text: string): { region: Region; id: number } | undefined {
  const found = /^(\d{2})\.(\d{2})\.adat-(\d{1,9})$/.exec(text)
  return found === null ? undefined : { region: `${found[1]}${found[2]}` as Region, id: Number(found[3]) }
}
