import { withoutZero } from './rows.ts'

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/**
 * Turns the text between two tags into what a person reads: entities and Excel's `_x000D_` escapes resolved. Entities that a file declares
 * itself stay as they are written: nothing is ever fetched or multiplied. Halves of characters, which no text can hold, are replaced.
 */
export function xmlText(text: string): string {
  const hasEntities = text.includes('&')
  const hasEscapes = text.includes('_x')
  if (!hasEntities && !hasEscapes) return text
  const plain = hasEntities ? text.replace(/&(#x?[0-9a-fA-F]+|\w+);/g, entity) : text
  const read = plain.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return withoutZero(read).toWellFormed()
}

function entity(whole: string, name: string): string {
  if (!name.startsWith('#')) return named[name] ?? whole
  const code = name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10)
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
}

/** The value of an attribute inside a tag, or undefined; `name` is given without quotes or equals sign. */
export function attributeOf(tag: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag)
  const value = found?.[1] ?? found?.[2]
  return value === undefined ? undefined : xmlText(value)
}

/** All texts of `<t>` inside a string item, joined; the reading aids of phonetic runs are left out. */
export function joinedTexts(xml: string): string {
  const body = xml.includes('<rPh') ? xml.replace(/<rPh[\s\S]*?<\/rPh>/g, '') : xml
  let joined = ''
  for (let at = body.indexOf('<t'); at !== -1; at = body.indexOf('<t', at)) {
    const next = body.charCodeAt(at + 2)
    const open = body.indexOf('>', at)
    if (open === -1) break
    at = open + 1
    if ((next !== 62 && next !== 32) || body.charCodeAt(open - 1) === 47) continue
    const close = body.indexOf('</t>', open)
    if (close === -1) break
    joined += body.slice(open + 1, close)
    at = close + 4
  }
  return xmlText(joined)
}
