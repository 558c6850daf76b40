import type { Platform } from '../src/platform/platform.ts'

const given = 'ASEP DEDI UJANG AGUS RUDI IWAN HENDRA DENI EMAN MAMAN'.split(' ')
const last = 'HIDAYAT GUNAWAN SAPUTRA MULYANA PERMANA NUGRAHA RUSMANA SOBARI'.split(' ')

/** Writes three hundred invented workers straight into the table, and a second record with a slip in the NIK for the first twenty-five. */
export async function fillWithTwins(platform: Platform): Promise<void> {
  const rows: unknown[] = []
  for (let at = 0; at < 300; at++) {
    const birth = `19${60 + ((at * 7) % 39)}-${String(1 + ((at * 5) % 12)).padStart(2, '0')}-${String(1 + ((at * 11) % 28)).padStart(2, '0')}`
    const nik = `510301${birth.slice(8)}${birth.slice(5, 7)}${birth.slice(2, 4)}${String(1000 + ((at * 37) % 8999))}`
    const person = {
      nik,
      full_name: `${given[at % 10]} ${last[(at * 3) % 8]} ${given[(at * 7 + 3) % 10]}`,
      birth_date: birth,
      phone: `0812${String(3000000 + at * 7919)}`,
      occupation: 'Petani',
    }
    rows.push(person)
    if (at < 25) rows.push({ ...person, nik: `${nik.slice(0, 15)}${(Number(nik.slice(15)) + 4) % 10}`, occupation: 'Buruh' })
  }
  await platform.owner.query(
    `insert into worker (region, village, nik, full_name, birth_date, phone, occupation, sex, recorded_at)
     select '5103', '51.03.01.1002', nik, full_name, birth_date, phone, occupation, 'L', timestamptz '2026-01-01' + n * interval '1 minute'
     from rows from (jsonb_to_recordset($1) as (nik text, full_name text, birth_date date, phone text, occupation text)) with ordinality
       as r (nik, full_name, birth_date, phone, occupation, n)`,
    [JSON.stringify(rows)],
  )
}
