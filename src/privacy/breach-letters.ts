import type { Readable } from 'node:stream'
import { formatCount } from '../../values/numbers.ts'
import { contentWidth, grey, line, row, type Sheet } from '../rules/book-page.ts'
import type { ListedBreach } from './breach-list.ts'
import { revealedKinds, revealedNames } from './breach-steps.ts'
import { momentText, type PaperHead, printPaper } from './paper.ts'

/** To whom a letter goes: the persons whose data were revealed, or the authority. */
export const addressees = ['persons', 'authority'] as const
export type Addressee = (typeof addressees)[number]

const pairs = [
  { left: 0, width: 140 },
  { left: 150, width: contentWidth - 150 },
]

/** The written notice of UU 27/2022 art. 46 (2): the data revealed, when and how, and what is done about it; or the closing report when it is closed. */
export function breachLetter(head: PaperHead, breach: ListedBreach, to: Addressee, zone: string): Readable {
  const title = 'Pemberitahuan kegagalan pelindungan data pribadi'
  return printPaper(head, title, (sheet) => {
    line(
      sheet,
      {
        text: to === 'authority' ? 'Kepada lembaga pelindungan data pribadi' : 'Kepada warga yang datanya terungkap',
        size: 10,
        isBold: true,
      },
      6,
    )
    line(sheet, { text: openings[to], size: 10 }, 8)
    writeFacts(sheet, breach, to, zone)
    sheet.y += 10
    line(sheet, { text: closings[to], size: 10 }, 16)
    line(sheet, { text: `${head.regionName}, ${momentText(Temporal.Now.instant().toString(), zone)}`, size: 10 }, 40)
    line(sheet, { text: '(nama, jabatan, tanda tangan)', size: 9, colour: grey })
  })
}

const openings: Record<Addressee, string> = {
  authority:
    'Sesuai UU 27/2022 tentang Pelindungan Data Pribadi Pasal 46, dengan ini kami memberitahukan secara tertulis terjadinya kegagalan pelindungan data pribadi pada sistem kami, paling lambat 3 × 24 jam sejak kami mengetahuinya.',
  persons:
    'Dengan menyesal kami memberitahukan bahwa data pribadi Anda dalam program perlindungan pekerja terungkap kepada yang tidak berhak. Menurut UU 27/2022 Pasal 46 Anda berhak mengetahui hal berikut.',
}

const closings: Record<Addressee, string> = {
  authority: 'Laporan lengkap kami sampaikan setelah penanganan selesai.',
  persons:
    'Waspadalah pada orang yang menelepon atau berkirim pesan dengan menyebut data Anda dan meminta sandi, kode OTP, atau uang. Pertanyaan dan permintaan Anda kami layani di kantor ini tanpa biaya.',
}

function writeFacts(sheet: Sheet, breach: ListedBreach, to: Addressee, zone: string): void {
  const known = revealedKinds.filter((kind) => breach.revealed.includes(kind)).map((kind) => revealedNames[kind].id)
  const facts: [string, string][] = [
    ['Data yang terungkap', known.join('; ')],
    ['Kapan dan bagaimana terungkap', breach.happened],
    ['Sebab', breach.cause],
    ['Diketahui', momentText(breach.noticed_at, zone)],
    ['Penanganan dan pemulihan', breach.handling || 'Sedang dilakukan.'],
  ]
  if (to === 'authority') {
    facts.unshift(['Insiden', breach.title])
    facts.push(['Jumlah orang', formatCount(breach.affected, 'id')])
    if (breach.needs_public_notice !== null)
      facts.push(['Pengumuman kepada publik', breach.needs_public_notice ? 'dilakukan' : 'tidak diperlukan'])
  }
  if (to === 'authority' && breach.report !== null) facts.push(['Laporan akhir', breach.report])
  for (const [name, text] of facts) row(sheet, pairs, [[{ text: name, size: 9.5, colour: grey }], [{ text, size: 9.5 }]])
}
