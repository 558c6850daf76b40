import { type ComparedField, isCompared, meaningOf } from './fields.ts'

/** What a register says of one field: whether our value agrees with its own, and how near the two are (0–100) where it tells. */
export type Verdict = { readonly agrees: boolean; readonly similarity?: number }

const saying =
  /^(?:(tidak|tdk|tak|belum|kurang|bukan|not?|non)[\s_-]*)?(sesuai|ssuai|padan|cocok|sama|identik|match(?:ed)?|valid|benar)\b\s*[:(=-]*\s*(?:(\d{1,3})(?:[.,]\d+)?\s*%?)?\s*\)?\s*$/i
const unlike = /^(beda|berbeda|salah|keliru|mismatch|ts)\b\s*[:(=-]*\s*(?:(\d{1,3})(?:[.,]\d+)?\s*%?)?\s*\)?\s*$/i

/**
 * Reads a cell of Dukcapil's comparison: `SESUAI`, `Sesuai (90)`, `TIDAK SESUAI`, `Tidak Sesuai (45)`, `PADAN`. Where the heading says that the
 * column holds results, a bare yes or no counts too. Nothing when the cell is no verdict.
 */
export function readVerdict(text: string, isResult = false): Verdict | undefined {
  const bare = text.trim()
  const said = saying.exec(bare)
  if (said !== null) return verdict(said[1] === undefined, said[3])
  const other = unlike.exec(bare)
  if (other !== null) return verdict(false, other[2])
  if (!isResult) return undefined
  if (/^(y|ya|yes|true|1|s|ok)$/i.test(bare)) return { agrees: true }
  return /^(t|tidak|tdk|no|n|false|0)$/i.test(bare) ? { agrees: false } : undefined
}

function verdict(agrees: boolean, number: string | undefined): Verdict {
  const similarity = Number(number ?? Number.NaN)
  return similarity >= 0 && similarity <= 100 ? { agrees, similarity } : { agrees }
}

/** What the words of a status say: alive or not, not known at all, and of which fields our value agrees or not. */
export type CivilStatus = {
  readonly isKnown: boolean
  /** Absent when it says nothing of life and death. */
  readonly isAlive?: boolean
  readonly verdicts: ReadonlyMap<ComparedField, Verdict>
  /** It only says that something differs, not what: the verdict is a guess. */
  readonly isVague?: boolean
}

const notDead = /\b(tidak|tdk|belum|bukan|not)\b[\s:]+(?:\w+\s+)?(meninggal|wafat|mati|dead|deceased)/i
const dead = /^m$|\b(meninggal|mati|wafat|almarhum|almarhumah|alm|deceased|dead)\b/i
const unknown =
  /\b(tidak|tdk|tak|belum|not?)\b[\s-]*(di ?)?(temu(kan)?|kenal|ketahui|terdaftar|tercatat|ada|found|known|valid)\b|\bunknown\b|\bnihil\b|\bnik\b[\w\s]*\b(salah|invalid)\b/i
const alive = /^h$|\b(hidup|alive)\b/i
const found = /\b(ada|ditemukan|dikenal|found|terdaftar|tercatat|valid)\b/i
const differing = /\b(tidak|tdk|tak|belum|not?|non)[\s_-]*(sesuai|padan|cocok|sama|match)|\b(berbeda|beda|mismatch)\b/i
const agreeing = /\b(sesuai|padan|cocok|sama|match(ed)?)\b/i

/** Reads the status of a person as the civil registry words it; nothing when it cannot be read. Death goes before everything else that is said. */
export function readCivilStatus(text: string): CivilStatus | undefined {
  const isDead = dead.test(text) && !notDead.test(text)
  if (!isDead && unknown.test(text)) return { isKnown: false, verdicts: new Map() }
  const life = isDead ? { isAlive: false } : alive.test(text) || notDead.test(text) ? { isAlive: true } : {}
  const said = { isKnown: true, ...life, verdicts: verdictsIn(text) }
  if (differing.test(text)) return said.verdicts.size > 0 ? said : { ...said, verdicts: wholePerson, isVague: true }
  return 'isAlive' in life || agreeing.test(text) || found.test(text) ? said : undefined
}

/** `TIDAK SESUAI` of the whole person: which field it is does not stand there; the name is what is compared in every such file (assumed). */
const wholePerson: ReadonlyMap<ComparedField, Verdict> = new Map([['name', { agrees: false }]])

/** Verdicts in a sentence: `NIK SESUAI, NAMA TIDAK SESUAI`, `Tidak sesuai: nama, tgl lahir`, `NAMA/TGL LAHIR TIDAK PADAN`. */
function verdictsIn(text: string): Map<ComparedField, Verdict> {
  const said = new Map<ComparedField, Verdict>()
  let waiting: ComparedField[] = []
  let last: Verdict | undefined
  for (const clause of text.split(/[,;|\n]+/)) {
    const named = fieldsIn(clause)
    const told = differing.test(clause) ? { agrees: false } : agreeing.test(clause) ? { agrees: true } : undefined
    if (told === undefined && last === undefined) {
      waiting = [...waiting, ...named]
      continue
    }
    last = told ?? last
    if (last === undefined) continue
    for (const field of [...waiting, ...named]) said.set(field, last)
    waiting = []
  }
  return said
}

function fieldsIn(clause: string): ComparedField[] {
  const parts = clause
    .toLowerCase()
    .replace(/\b(tidak|tdk|tak|sesuai|padan|cocok|sama|berbeda|beda|data)\b/g, ' ')
    .split(/\s+dan\s+|[&/+:]/)
  return parts.flatMap((part) => {
    const field = meaningOf(part.trim())?.field
    return isCompared(field) ? [field] : []
  })
}
