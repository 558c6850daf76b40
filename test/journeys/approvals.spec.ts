import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { askServer, expect, expectAccessible, test } from './stage.ts'

/** Asks for another version of the rules of eligibility, and gives the address of the request. */
async function askForRules(page: Page, title: string, decile: string): Promise<string> {
  await page.goto('/kelayakan/aturan')
  await page.getByRole('button', { name: 'Tambah versi' }).first().click()
  const form = page.getByRole('dialog')
  await form.getByLabel('Tahun', { exact: true }).fill('2031')
  await form.getByLabel('Nama', { exact: true }).fill(title)
  await form.getByRole('combobox', { name: /Desil/ }).first().click()
  await page.getByRole('option', { name: decile, exact: true }).click()
  await form.getByLabel('Mengapa aturan ini diubah').fill('Anggaran tahun depan terbatas')
  await form.getByRole('button', { name: 'Minta persetujuan' }).click()
  await expect(page).toHaveURL(/\/persetujuan\/permintaan\/[0-9a-f-]{36}/)
  return page.url().split('/').at(-1) ?? ''
}

const answer = (page: Page, id: string) => askServer(page, 'POST', `/api/approvals/${id}/answer`, { verdict: 'approve' })

test('What one asked for another answers: never oneself, by button or by request; refused with a reason that the first reads', async ({
  page,
  signIn,
  stage,
}) => {
  const both = makeAccount(stage.data)
  await signIn('dwiperan', both)
  const own = await askForRules(page, 'Perbup uji kedua', '4')
  await expect(page.getByText('Permintaan Anda sendiri: orang lain harus menjawabnya.').first()).toBeVisible()
  await expect(page.getByRole('button', { name: /^Setujui/ })).toHaveAttribute('aria-disabled', 'true')
  await expectAccessible(page)
  expect(await answer(page, own)).toMatchObject({ status: 403, answer: { reason: 'own-request' } })

  await signIn('petugas')
  expect(await answer(page, own)).toMatchObject({ status: 403, answer: { reason: 'role-missing' } })

  await signIn('kabid')
  await expect(page.getByText('Permintaan menunggu persetujuan Anda')).toBeVisible()
  await page
    .getByRole('link', { name: /^Persetujuan/ })
    .first()
    .click()
  await page.getByRole('button', { name: /Perbup uji kedua/ }).click()
  await expect(page.getByRole('row', { name: /Desil tertinggi/ })).toContainText('berubah')
  await expect(page.getByText('Anggaran tahun depan terbatas')).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('r')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('button', { name: 'Tolak' })).toBeDisabled()
  await dialog.getByLabel('Alasan').fill('Desil 4 terlalu rendah')
  await dialog.getByRole('button', { name: 'Tolak' }).click()
  await expect(page.getByText('Ditolak; pengaju membaca alasannya.')).toBeVisible()

  await signIn('dwiperan', both)
  await page.goto(`/persetujuan/permintaan/${own}`)
  await expect(page.getByText('Desil 4 terlalu rendah').first()).toBeVisible()
})

test('A run is approved from the inbox, and the history keeps who asked and who answered, for export too', async ({
  page,
  signIn,
}) => {
  await signIn('kabid')
  await page.goto('/persetujuan')
  await page.getByRole('button', { name: /^Iuran .*program RENTAN/ }).click()
  await expect(page.getByRole('heading', { name: /^Iuran .*program RENTAN/ })).toBeVisible()
  await page.keyboard.press('a')
  await page.getByRole('dialog').getByRole('button', { name: 'Setujui' }).click()
  await expect(page.getByText('Disetujui dan dikerjakan.')).toBeVisible()
  await page.getByRole('link', { name: 'Semua dan riwayat' }).click()
  const decided = page.getByRole('row').filter({ hasText: 'Disetujui' })
  await expect(decided.first()).toContainText('I Made Contoh Kabid')
  await expectAccessible(page)
  const csv = await page.request.get('/api/approvals/export?format=csv&operation=programmes.decree')
  expect(await csv.text()).toMatch(/Bekukan daftar RENTAN.*DISETUJUI.*I Made Contoh Kabid/)
})

test('A region may ask for more than the table, as long as anybody could ever approve', async ({ page, signIn }) => {
  await signIn('admin')
  await page.goto('/persetujuan/aturan')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Minta aturan lain: Bekukan daftar dengan SK' }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel('Jumlah penyetuju').fill('5')
  await form.getByRole('button', { name: 'Minta aturan lain' }).click()
  await expect(form.getByText(/sedangkan yang berwenang/)).toBeVisible()
})

/** Adds somebody who may ask and approve, from the command line, which joins the running database; gives their password. */
function makeAccount(data: string): string {
  const program = fileURLToPath(new URL('../../bin/ucok.js', import.meta.url))
  const who = ['--username', 'dwiperan', '--name', 'Contoh Dwiperan', '--role', 'officer,approver', '--area', '51.03', '--demo']
  const made = execFileSync(process.execPath, [program, 'account', 'add', ...who, '--data', data, '--json'], {
    encoding: 'utf8',
    env: { ...process.env, DATABASE_URL: '' },
  })
  return (JSON.parse(made) as { password: string }).password
}
