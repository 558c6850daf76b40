import { PassThrough, type Readable } from 'node:stream'
import { formatDay } from '../../values/days.ts'
import type { Context } from '../platform/context.ts'
import { grey, line, numberPages, openSheet, type Sheet } from '../rules/book-page.ts'

/** A sheet of paper of the region: its letterhead, a title, what `write` puts on it, and a foot that says when and by whom on every page. */
export function printPaper(head: PaperHead, title: string, write: (sheet: Sheet) => void): Readable {
  const sheet = openSheet(title)
  const into = new PassThrough()
  sheet.pipe(into)
  line(sheet, { text: head.regionName.toUpperCase(), size: 11, isBold: true })
  line(sheet, { text: 'Perlindungan jaminan sosial ketenagakerjaan', size: 8.5, colour: grey }, 14)
  line(sheet, { text: title, size: 15, isBold: true }, 8)
  write(sheet)
  line(sheet, { text: toConfirm, size: 8, colour: grey }, 0)
  numberPages(sheet, `UCOK · ${formatDay(head.madeOn, 'id')} · ${head.madeBy}`)
  sheet.end()
  return into
}

const toConfirm =
  'Pasal dan tenggat UU 27/2022 di kertas ini dibaca dari sumber kedua dan perlu dipastikan bagian hukum pada naskah resminya sebelum dikirim.'

/** What stands on every paper: of which region, when and by whom it was made. */
export type PaperHead = { regionName: string; madeOn: string; madeBy: string }

export async function paperHead(ctx: Context): Promise<PaperHead> {
  const profile = await ctx.db.selectFrom('region_profile').select('name').where('region', '=', ctx.region).executeTakeFirst()
  return { regionName: profile?.name ?? ctx.region, madeOn: ctx.today.toString(), madeBy: ctx.actor.name }
}

/** A moment as officials write it, in Indonesian: `1 November 2026 09.30`, by the clock of the zone. */
export function momentText(iso: string, zone: string): string {
  const at = Temporal.Instant.from(iso).toZonedDateTimeISO(zone)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${formatDay(at.toPlainDate(), 'id')} ${two(at.hour)}.${two(at.minute)}`
}
