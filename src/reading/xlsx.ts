import { type Archive, openArchive } from './zip-archive.ts'
import { mergeFiller, mergesOfWorksheet } from './merged-cells.ts'
import { isDateFormat } from './number-cells.ts'
import { readingLimits } from './limits.ts'
import { type ListSource, ReadingRefused, type SheetRow, withoutZero } from './rows.ts'
import { type WorkbookContext, worksheetRows } from './worksheet.ts'
import { attributeOf, joinedTexts } from './xml-text.ts'

type SheetPart = { readonly name: string; readonly path: string }

/** Tells which zipped format an archive is, by the parts it holds. */
export function zippedFormat(paths: readonly string[]): 'xlsx' | 'xlsb' | 'ods' | undefined {
  if (paths.some((path) => path.endsWith('workbook.bin'))) return 'xlsb'
  if (paths.some((path) => /(^|\/)workbook\d*\.xml$/.test(path))) return 'xlsx'
  return paths.includes('content.xml') && paths.includes('mimetype') ? 'ods' : undefined
}

/**
 * Reads every sheet of an XLSX workbook, in the order of its tabs, hidden sheets and rows included; formulas give their cached value. With
 * `perSheet` only about so many first rows of each.
 */
export async function* xlsxRows(source: ListSource, opened?: Archive, perSheet = Infinity): AsyncGenerator<SheetRow[]> {
  const archive = opened ?? (await openArchive(source))
  try {
    const { sheets, context } = await openWorkbook(archive)
    for (const { name, path } of sheets) {
      const fill = mergeFiller(await mergesOfWorksheet(archive, path))
      let rows = 0
      for await (const batch of worksheetRows(name, await archive.stream(path), context)) {
        yield batch.map(fill)
        rows += batch.length
        if (rows >= perSheet) break
      }
    }
  } catch (cause) {
    throw cause instanceof ReadingRefused ? cause : new ReadingRefused({ reason: 'unreadable' }, cause)
  } finally {
    archive.close()
  }
}

async function openWorkbook(archive: Archive): Promise<{ sheets: SheetPart[]; context: WorkbookContext }> {
  const root = relationsOf((await archive.text('_rels/.rels')) ?? '', '')
  const path = root.find(({ type }) => type.endsWith('/officeDocument'))?.path ?? 'xl/workbook.xml'
  const workbook = await archive.text(path)
  if (workbook === undefined) throw new ReadingRefused({ reason: 'unreadable' })
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  const relations = relationsOf((await archive.text(`${folder}_rels/${path.slice(folder.length)}.rels`)) ?? '', folder)
  const pathOf = (ending: string) => relations.find(({ type }) => type.endsWith(ending))?.path
  const sheets = sheetsIn(workbook, relations)
  const styles = pathOf('/styles')
  const strings = pathOf('/sharedStrings')
  return {
    sheets,
    context: {
      strings: strings === undefined ? [] : await sharedStrings(archive, strings),
      dateStyles: dateStylesOf(styles === undefined ? '' : ((await archive.text(styles)) ?? '')),
      is1904: /date1904\s*=\s*["'](1|true)/.test(workbook),
    },
  }
}

/** The sheets in the order of their tabs: each part once, each name once, as no spreadsheet would write them otherwise. */
function sheetsIn(workbook: string, relations: readonly Relation[]): SheetPart[] {
  const paths = new Map(relations.filter(({ type }) => type.endsWith('/worksheet')).map(({ id, path }) => [id, path]))
  const names = new Set<string>()
  const sheets: SheetPart[] = []
  for (const [, tag = ''] of workbook.matchAll(/<(?:\w+:)?sheet\s([^>]*)>/g)) {
    const path = paths.get(attributeOf(tag, 'id') ?? '')
    if (path === undefined) continue
    paths.delete(attributeOf(tag, 'id') ?? '')
    const name = ownName(attributeOf(tag, 'name') ?? '', names)
    sheets.push({ name, path })
    if (sheets.length >= readingLimits.sheets) break
  }
  return sheets
}

/** A name no other sheet has: rows are known by the sheet they stand in. */
export function ownName(wanted: string, taken: Set<string>): string {
  const short = wanted.slice(0, 200)
  let name = short
  for (let count = 2; taken.has(name); count++) name = `${short} (${count})`
  taken.add(name)
  return name
}

type Relation = { id: string; type: string; path: string }

function relationsOf(xml: string, folder: string): Relation[] {
  return [...xml.matchAll(/<(?:\w+:)?Relationship\s([^>]*)>/g)].map(([, tag = '']) => {
    const target = attributeOf(tag, 'Target') ?? ''
    const path = target.startsWith('/') ? target.slice(1) : new URL(folder + target, 'zip:///').pathname.slice(1)
    return { id: attributeOf(tag, 'Id') ?? '', type: attributeOf(tag, 'Type') ?? '', path: decodeURI(path) }
  })
}

/** For every cell style in order: does it show a date? */
export function dateStylesOf(xml: string): boolean[] {
  const codes = new Map(
    [...xml.matchAll(/<(?:\w+:)?numFmt\s([^>]*)>/g)].map(([, tag = '']) => [
      attributeOf(tag, 'numFmtId'),
      attributeOf(tag, 'formatCode'),
    ]),
  )
  const cellXfs = /<(?:\w+:)?cellXfs[\s>]([\s\S]*?)<\/(?:\w+:)?cellXfs>/.exec(xml)?.[1] ?? ''
  return [...cellXfs.matchAll(/<(?:\w+:)?xf\s([^>]*)>/g)].map(([, tag = '']) => {
    const id = attributeOf(tag, 'numFmtId') ?? '0'
    return isDateFormat(Number(id), codes.get(id))
  })
}

async function sharedStrings(archive: Archive, path: string): Promise<string[]> {
  if (!archive.paths.includes(path)) return []
  if (archive.sizeOf(path) > readingLimits.sharedStringBytes) {
    const megabytes = Math.round(archive.sizeOf(path) / 1024 / 1024)
    throw new ReadingRefused({ reason: 'too-large', megabytes, limit: readingLimits.sharedStringBytes / 1024 / 1024 })
  }
  const strings: string[] = []
  const decoder = new TextDecoder('utf-8')
  let rest = ''
  for await (const piece of await archive.stream(path)) {
    let text = rest + withoutZero(decoder.decode(piece as Uint8Array, { stream: true }))
    if (text.includes(':si')) text = text.replace(/<(\/?)\w+:(sst|si|t|r|rPh)\b/g, '<$1$2')
    let at = 0
    for (let close = text.indexOf('</si>'); close !== -1; close = text.indexOf('</si>', at)) {
      strings.push(joinedTexts(text.slice(at, close)))
      at = close + 5
    }
    rest = text.slice(at)
  }
  return strings
}
