import { execFileSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { readXlsx, writeXlsx } from 'hucre/xlsx'
import { expect, expectAccessible, test } from './stage.ts'

/** Headings nobody could know: the names under KEDUA are of the mothers, those under KETIGA of the workers. */
const people = ['SATU', 'DUA', 'TIGA'].map(
  (name, at) => `${at + 1};IBU KORSA ${name};I KETUT KORSA ${name};510301050${at + 1}85880${at + 1};05-0${at + 1}-1985;Petani`,
)
const faulty = '4;IBU KORSA EMPAT;I KETUT KORSA EMPAT;51030105048588;05-04-1985;Nelayan'
const list = {
  name: '5103011002-kuta-korsa.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(['DESA CONTOH', 'PERTAMA;KEDUA;KETIGA;KEEMPAT;KELIMA;KEENAM', ...people, faulty].join('\r\n')),
}

async function handIn(page: Page, file: typeof list): Promise<void> {
  await page.goto('/pendataan/baru')
  await page.locator('input[type=file]').setInputFiles(file)
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Kirim/ })
    .click()
  await expect(page).toHaveURL(/\/pendataan\/[0-9a-f-]{36}/)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Selesai diperiksa')
}

test('Columns are pointed out by keyboard; the list goes back, comes back mended and is known again', async ({
  page,
  signIn,
  stage,
}) => {
  await signIn('petugas')
  await handIn(page, list)
  await page.getByRole('button', { name: list.name }).click()
  await page.getByRole('link', { name: 'Perbaiki kolom' }).click()
  await expect(page.getByRole('heading', { name: /^Kolom 5103011002/ })).toBeVisible()

  const second = page.getByRole('combobox', { name: 'Kolom B, KEDUA, dibaca sebagai' })
  await expect(second).toHaveValue('fullName')
  await expectAccessible(page)
  await second.focus()
  await page.keyboard.type('Nama ibu')
  await expect(second).toHaveValue('motherName')
  const third = page.getByRole('combobox', { name: 'Kolom C, KETIGA, dibaca sebagai' })
  await third.focus()
  await page.keyboard.type('Nama lengkap')
  await expect(third).toHaveValue('fullName')
  await expect(page.getByRole('row', { name: /I KETUT KORSA SATU .*IBU KORSA SATU/ })).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: '4 orang, 3 baik, 1 ditinjau' })).toBeVisible()
  await page.getByRole('button', { name: 'Baca ulang' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toContainText('4 baris daftar ini dibaca ulang')
  await page.getByRole('dialog').getByRole('button', { name: 'Baca ulang' }).press('Enter')
  await expect(page).toHaveURL(/\/pendataan\/[0-9a-f-]{36}$/)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Selesai diperiksa')
  await expect(page.getByRole('row').filter({ hasText: 'I KETUT KORSA EMPAT' })).toBeVisible()

  const downloading = page.waitForEvent('download')
  await page
    .getByRole('link', { name: /Unduh untuk diperbaiki/ })
    .first()
    .click()
  const returned = await (await downloading).path()
  const rows = (await readXlsx(await readFile(returned))).sheets[0]?.rows.map((cells) => [...cells]) ?? []
  for (const cells of rows) if (cells[3] === '51030105048588') cells[3] = '5103010504858804'
  const bytes = await writeXlsx({ sheets: [{ name: 'Daftar', rows }] })
  await handIn(page, { name: 'sudah diperbaiki.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) })
  const correction = page.getByRole('region', { name: 'Koreksi' })
  await expect(correction).toContainText('dikenali sebagai koreksi dari 5103011002-kuta-korsa.csv')
  for (const count of ['diperbaiki1', 'masih bermasalah0', 'tidak berubah3', 'baru0'])
    await expect(correction).toContainText(count)
  await correction.getByRole('button', { name: 'Yang diubah' }).click()
  await expect(correction.getByRole('row', { name: /I KETUT KORSA EMPAT/ })).toContainText('510301******8804')
  await expectAccessible(page)

  const told = corrections(stage.data, returned)
  expect(told).toMatchObject([
    { corrects: expect.arrayContaining([list.name]), corrected: 0, unchanged: 4, unchangedFaulty: 0, added: 0, late: 0 },
  ])

  await handIn(page, {
    ...list,
    name: '5103011004-legian-korsa.csv',
    buffer: Buffer.from(list.buffer.toString().replaceAll('KORSA', 'LAIN').replaceAll('51030105', '51030106')),
  })
  await page.getByRole('button', { name: '5103011004-legian-korsa.csv' }).click()
  await page.getByRole('link', { name: 'Perbaiki kolom' }).click()
  await expect(page.getByText(/Diingat dari 5103011002-kuta-korsa.csv/)).toBeVisible()
  await page.getByRole('button', { name: 'Lupakan' }).click()
  await expect(page.getByText(/^Dilupakan/)).toBeVisible()
})

/** What the command line counts of a workbook that comes back. */
function corrections(data: string, file: string): unknown {
  const program = fileURLToPath(new URL('../../bin/ucok.js', import.meta.url))
  const args = ['intake', file, '--check-only', '--region', '51.03', '--data', data, '--json']
  const said = execFileSync(process.execPath, [program, ...args], { encoding: 'utf8', env: { ...process.env, DATABASE_URL: '' } })
  return (JSON.parse(said) as { corrections: unknown }).corrections
}
