import { readFileSync } from 'node:fs'
import { writeXlsx } from 'hucre'
import type { Page } from '@playwright/test'
import { listRows } from '../../src/reading/read-list.ts'
import { textOf } from '../../src/reading/rows.ts'
import { expect, expectAccessible, test } from './stage.ts'

/** The cells of a workbook, row by row. */
async function cellsOf(path: string): Promise<string[][]> {
  const rows: string[][] = []
  for await (const batch of listRows({ name: 'permintaan.xlsx', bytes: readFileSync(path) }))
    for (const { cells } of batch) rows.push(cells.map((cell) => textOf(cell)))
  return rows
}

/** Answers a request as Dukcapil does: a workbook with a banner, the status, and whether each value agrees. */
async function answered(path: string): Promise<Buffer> {
  const [head = [], ...people] = await cellsOf(path)
  const filled = people.map((cells, at) => {
    const said: Record<string, string> = {
      STATUS: at === 0 ? 'NIK tidak ditemukan' : 'DITEMUKAN',
      HASIL_NAMA: at === 0 ? '' : at === 1 ? 'Tidak Sesuai (62)' : 'Sesuai (100)',
      HASIL_TANGGAL_LAHIR: at === 0 ? '' : at === 2 ? 'TIDAK SESUAI' : 'SESUAI',
      HASIL_JENIS_KELAMIN: at === 0 ? '' : 'SESUAI',
    }
    return head.map((title, column) => said[title] ?? cells[column] ?? '')
  })
  const stranger = head.map((title) => (title === 'NIK' ? '5103010101809999' : title.startsWith('HASIL') ? 'SESUAI' : ''))
  const rows = [['DINAS KEPENDUDUKAN DAN PENCATATAN SIPIL'], ['Hasil verifikasi'], [''], head, ...filled, stranger]
  return Buffer.from(await writeXlsx({ sheets: [{ name: 'Hasil', rows: [...rows, ['', 'JUMLAH', String(rows.length)]] }] }))
}

async function handIn(page: Page, name: string, buffer: Buffer, register?: string): Promise<void> {
  await page.goto('/pencocokan')
  await page.getByRole('button', { name: 'Terima jawaban register' }).first().click()
  const form = page.getByRole('dialog')
  if (register !== undefined) {
    await form.getByRole('combobox', { name: 'Register', exact: true }).click()
    await page.getByRole('option', { name: register }).click()
  }
  await form.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer })
  await form.getByRole('button', { name: 'Terima jawaban' }).click()
}

test('Dukcapil is asked by file and compares; its workbook is read, refused as another’s, and known again', async ({
  page,
  signIn,
}) => {
  await signIn('petugas')
  await page.goto('/pencocokan/permintaan')
  await expect(page.getByRole('table', { name: 'Umur jawaban' })).toBeVisible()
  await page.getByRole('button', { name: 'Buat permintaan' }).first().click()
  const form = page.getByRole('dialog')
  await form.getByRole('combobox', { name: 'Siapa yang ditanyakan' }).click()
  await page.getByRole('option', { name: 'Semua pekerja' }).click()
  await form.getByRole('combobox', { name: 'Yang kami sampaikan' }).click()
  await page.getByRole('option', { name: /Dibandingkan per kolom/ }).click()
  await form.getByRole('button', { name: 'Buat berkas' }).click()
  await expect(page.getByText(/Berkas siap: [\d.]+ orang ditanyakan/)).toBeVisible()
  const saving = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Unduh berkas permintaan' }).click()
  const saved = await saving
  expect(saved.suggestedFilename()).toMatch(/^permintaan-dukcapil.*\.xlsx$/)
  await expectAccessible(page)
  const path = await saved.path()

  await handIn(page, 'permintaan.xlsx', readFileSync(path))
  await expect(page.getByText('Kolom jawaban di berkas ini masih kosong.')).toBeVisible()
  const answer = await answered(path)
  await handIn(page, 'hasil-verifikasi.xlsx', answer, 'BPJS Ketenagakerjaan')
  await expect(page.getByText('Ini tampaknya jawaban Dukcapil, bukan BPJS Ketenagakerjaan.')).toBeVisible()
  await handIn(page, 'hasil-verifikasi.xlsx', answer)
  await expect(page.getByText(/1 NIK di dalamnya bukan milik pekerja mana pun/)).toBeVisible()
  await page.getByRole('link', { name: 'Lihat' }).first().click()
  await expect(page.getByRole('table', { name: 'Kolom sebagaimana dibaca' })).toContainText('sesuai atau tidak')
  await expectAccessible(page)
  await handIn(page, 'hasil-verifikasi.xlsx', answer)
  await expect(page.getByText(/Berkas ini sudah diterima oleh .* tidak ada yang berubah/)).toBeVisible()

  await page.goto('/pencocokan/perbedaan?field=full_name')
  await expect(page.getByText('62 % mirip')).toBeVisible()
  await expectAccessible(page)
})

test('Differences are taken over as a whole and taken back as a whole; who is due is asked about again with one click', async ({
  page,
  signIn,
}) => {
  await signIn('petugas')
  await page.goto('/pencocokan/perbedaan')
  await page.getByRole('combobox', { name: 'Kolom', exact: true }).click()
  await page.getByRole('option', { name: /^Nama ibu \([1-9]/ }).click()
  const all = page.getByRole('button', { name: /^Ambil semua \([\d.]+\)/ })
  const before = await all.textContent()
  await expectAccessible(page)
  await all.click()
  await page.getByRole('dialog').getByRole('button', { name: 'Ambil nilai Dukcapil' }).click()
  await expect(page.getByText(/[\d.]+ nilai diambil dari Dukcapil/)).toBeVisible()
  await expect(all).toHaveCount(0)
  await page.getByRole('link', { name: 'Semua keputusan' }).click()
  await expect(page.getByRole('heading', { name: /Keputusan tentang perbedaan/ })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Batalkan' }).first().click()
  await page.getByRole('dialog').getByRole('button', { name: 'Batalkan', exact: true }).click()
  await expect(page.getByText(/Keputusan dibatalkan untuk [\d.]+ orang/)).toBeVisible()
  await page.goto('/pencocokan/perbedaan?field=mother_name')
  await expect(all).toHaveText(before ?? '')

  await page.getByRole('link', { name: /^Perlu ditanyakan lagi \([1-9]/ }).click()
  const ask = page.getByRole('button', { name: /^Tanyakan lagi [\d.]+ orang/ })
  await expect(ask).toBeVisible()
  await expectAccessible(page)
  await ask.click()
  await expect(page.getByText(/Berkas siap: [\d.]+ orang ditanyakan/)).toBeVisible()
  await expect(ask).toHaveCount(0)
})
