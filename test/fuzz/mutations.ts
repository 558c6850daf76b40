import { writeOds, writeXlsx } from 'hucre'

/** Chance that can be repeated: the same seed gives the same files (mulberry32). */
export function chanceOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const rows = [
  ['PEMERINTAH DESA CONTOH', '', '', '', ''],
  ['NO', 'NIK', 'NAMA', 'TGL LAHIR', 'PEKERJAAN'],
  ...Array.from({ length: 60 }, (_, at) => [
    at + 1,
    `51030101018${50_001 + at}`,
    `I KETUT CONTOH ${at}`,
    `0${(at % 9) + 1}-05-1985`,
    ['Petani', 'PNS', '=1+1', '-'][at % 4] ?? '',
  ]),
  ['', 'JUMLAH', 60, '', ''],
]
const text = rows.map((cells) => cells.join(';')).join('\r\n')

/** Whole files to begin from: what villages send, in every kind. */
async function wholeFiles(): Promise<Buffer[]> {
  const sheets = [
    { name: 'Br. Kaja', rows, merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 4 }] },
    { name: 'Rekap', rows: [['Jumlah', 60]] },
  ]
  return [
    Buffer.from(await writeXlsx({ sheets })),
    Buffer.from(await writeOds({ sheets })),
    Buffer.from(text),
    Buffer.from(`\ufeff${text}`, 'utf16le'),
    Buffer.from(text.replaceAll(';', '\t').replaceAll('CONTOH', 'CONTOH D\u00e9sa'), 'latin1'),
    Buffer.from(rows.map((cells) => cells.map((cell) => `"${cell}"`).join(',')).join('\n')),
  ]
}

type Mutation = (file: Buffer, chance: () => number) => Buffer

const at = (file: Buffer, chance: () => number) => Math.floor(chance() * file.length)

/** Ways in which a file goes wrong on its way, or is made to. */
const mutations: readonly Mutation[] = [
  (file, chance) => file.subarray(0, at(file, chance)),
  (file, chance) => file.subarray(at(file, chance)),
  (file, chance) => Buffer.from(file.with(at(file, chance), Math.floor(chance() * 256))),
  (file, chance) => {
    const changed = Buffer.from(file)
    for (let count = 0; count < 30; count++) changed[at(file, chance)] = Math.floor(chance() * 256)
    return changed
  },
  (file, chance) => {
    const [from, to] = [at(file, chance), at(file, chance)].sort((left, right) => left - right)
    return Buffer.concat([file.subarray(0, from), file.subarray(to)])
  },
  (file, chance) => {
    const from = at(file, chance)
    const piece = file.subarray(from, from + 200)
    return Buffer.concat([file.subarray(0, from), ...Array.from({ length: 50 }, () => piece), file.subarray(from)])
  },
  (file, chance) => {
    const from = at(file, chance)
    const sign = ['"', ';', '\0', '<', '&#xD800;', '\r', '\u202e', "'"][Math.floor(chance() * 8)] ?? ''
    return Buffer.concat([file.subarray(0, from), Buffer.from(sign.repeat(1 + Math.floor(chance() * 2000))), file.subarray(from)])
  },
  (file, chance) => {
    const from = at(file, chance)
    return Buffer.concat([file.subarray(0, from), Buffer.alloc(500, Math.floor(chance() * 256)), file.subarray(from + 500)])
  },
  (file) => (file.length % 2 === 0 ? Buffer.from(file).swap16() : file.subarray(1)),
]

/** The mutated file of a number: begun from a whole one, gone wrong one to three times. */
export async function mutantMaker(): Promise<(seed: number) => Buffer> {
  const whole = await wholeFiles()
  return (seed) => {
    const chance = chanceOf(seed)
    let file = whole[Math.floor(chance() * whole.length)] ?? Buffer.alloc(0)
    for (let count = 1 + Math.floor(chance() * 3); count > 0; count--) {
      const mutation = mutations[Math.floor(chance() * mutations.length)]
      if (mutation !== undefined && file.length > 0) file = mutation(file, chance)
    }
    return file
  }
}
