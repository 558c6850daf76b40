import { sql } from 'kysely'
import { type Asking, type Context, look } from '../platform/context.ts'
import type { Platform } from '../platform/platform.ts'
import type { FileAnswer } from '../platform/route.ts'
import { type Cell, pagesOf, tableFile, type TableFormat } from '../membership/table-file.ts'
import type { RunDetail } from './runs.ts'

/** The columns a branch usually asks for; the branch's own template may differ. */
const header = [
  'NO',
  'NIK',
  'NAMA',
  'TEMPAT_LAHIR',
  'TGL_LAHIR',
  'JENIS_KELAMIN',
  'NAMA_IBU_KANDUNG',
  'ALAMAT',
  'DESA_KELURAHAN',
  'KECAMATAN',
  'NO_HP',
  'PEKERJAAN',
  'NOMOR_PESERTA',
  'PROGRAM',
  'BULAN_IURAN',
  'JUMLAH_IURAN',
]

type Person = {
  workerId: number
  nik: string | null
  fullName: string
  birthPlace: string | null
  birthDate: string | null
  sex: string | null
  motherName: string | null
  address: string | null
  village: string
  district: string | null
  phone: string | null
  occupation: string | null
  memberNumber: string | null
  amount: number
}

/** Rows read at a time. */
const pageSize = 5000

/** The list of a run for BPJS: everyone with their full NIK and the month's contribution. Rows are read while the file travels. */
export function bpjsFile(
  from: { platform: Platform; asking: Asking },
  run: Pick<RunDetail, 'id' | 'month' | 'programmeCode' | 'grounds'>,
  format: TableFormat,
): FileAnswer {
  return tableFile({
    title: `iuran-${run.programmeCode}-${run.month}`,
    on: `${run.month}-01`,
    format,
    header,
    rows: rowsOf(from, run),
  })
}

async function* rowsOf(
  { platform, asking }: { platform: Platform; asking: Asking },
  run: Pick<RunDetail, 'id' | 'month' | 'grounds'>,
): AsyncGenerator<Cell[]> {
  const programmes = programmesBought(run.grounds.decision.lines.length)
  let number = 0
  const read = (after: number) => look(platform, asking, (ctx) => listPeople(ctx, run.id, after))
  for await (const person of pagesOf(0, read, (last: Person) => last.workerId)) {
    number += 1
    yield [
      number,
      person.nik,
      person.fullName,
      person.birthPlace,
      writtenDay(person.birthDate),
      person.sex,
      person.motherName,
      person.address,
      person.village,
      person.district,
      person.phone,
      person.occupation,
      person.memberNumber,
      programmes,
      run.month,
      person.amount,
    ]
  }
}

/** `JKK,JKM` or `JKK,JKM,JHT`: one programme to each line of the price. */
function programmesBought(linesOfPrice: number): string {
  return ['JKK', 'JKM', 'JHT'].slice(0, linesOfPrice).join(',')
}

function writtenDay(iso: string | null): string | null {
  return iso === null ? null : iso.split('-').toReversed().join('-')
}

async function listPeople(ctx: Context, runId: string, after: number): Promise<Person[]> {
  const { rows } = await sql<Person>`
    select l.worker_id as "workerId", w.nik, w.full_name as "fullName", w.birth_place as "birthPlace", w.birth_date as "birthDate", w.sex,
      w.mother_name as "motherName", w.address, a.name as village, d.name as district, w.phone, w.occupation,
      m.member_number as "memberNumber", l.amount
    from contribution_line l
    join worker w on w.region = l.region and w.id = l.worker_id
    join membership_period m on m.region = l.region and m.id = l.period_id
    join area a on a.code = l.village
    left join area d on d.code = a.parent
    where l.region = ${ctx.region} and l.run_id = ${runId} and l.worker_id > ${after}
    order by l.worker_id limit ${pageSize}`.execute(ctx.db)
  return rows
}
