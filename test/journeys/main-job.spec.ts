import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { askServer, expect, expectAccessible, test } from './stage.ts'

const heading =
  'NO;NIK;NO KK;NAMA LENGKAP;TEMPAT LAHIR;TANGGAL LAHIR;JENIS KELAMIN;NAMA IBU KANDUNG;ALAMAT;RT/RW;PEKERJAAN;PENGHASILAN;NO HP'
const good = ['SATU', 'DUA', 'TIGA', 'EMPAT'].map(
  (name, index) =>
    `${index + 1};510301010${index + 1}85990${index + 1};510301100510000${index};I WAYAN JURNI ${name};Badung;01-0${index + 1}-1985;L;SARI ${name};Br. Kaja;001;Petani;800000;`,
)
const faulty = [
  '5;51030101018599;5103011005100009;NI LUH JURNI KURANG;Badung;05-05-1990;P;MIRAH;Br. Kaja;001;Nelayan;800000;',
  '6;5103010505509906;5103011005100010;I KETUT JURNI TUA;Badung;05-05-1950;L;WATI;Br. Kelod;002;Ojek;900000;',
]
const list = {
  name: '5103011002-kuta-jurni.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from([heading, ...good, ...faulty].join('\r\n')),
}
const niks = good.map((row) => row.split(';')[1] ?? '')
const deciles = {
  name: 'dtsen-jurni.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(['nik,desil', ...niks.map((nik) => `${nik},1`), ''].join('\n')),
}
const civil = {
  name: 'dukcapil-jurni.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(
    [
      'nik,no_kk,nama,tanggal_lahir,jenis_kelamin,nama_ibu,kode_desa,status',
      ...good
        .map((row) => row.split(';'))
        .map((cells, index) => `${cells[1]},${cells[2]},${cells[3]},1985-0${index + 1}-01,L,${cells[7]},51.03.01.1002,HIDUP`),
      '',
    ].join('\n'),
  ),
}

/** Members of the vulnerable, as the coverage page's own request counts them. */
async function membersNow(page: Page): Promise<number> {
  const { answer } = await askServer(page, 'GET', '/api/coverage/areas?segment=RENTAN')
  return (answer as { whole: { members: number } }).whole.members
}

async function takeAnswer(page: Page, register: string, file: typeof list): Promise<void> {
  await page.goto('/pencocokan')
  await page.getByRole('button', { name: 'Terima jawaban register' }).click()
  const form = page.getByRole('dialog')
  await form.getByRole('combobox', { name: 'Register' }).click()
  await page.getByRole('option', { name: register }).click()
  await form.locator('input[type=file]').setInputFiles(file)
  await form.getByRole('button', { name: 'Terima jawaban' }).click()
  await expect(page.getByText(/Jawaban diterima: 4 baris terpakai/).first()).toBeVisible()
}

test('From a village’s list to a paid-for month: hand in, see errors first, accept, match, rank, freeze, run, approve as another person; coverage grows', async ({
  page,
  signIn,
  stage,
}) => {
  const today = new Date().toLocaleDateString('sv', { timeZone: 'Asia/Makassar' })
  const month = today.slice(0, 7)

  await signIn('petugas')
  const before = await membersNow(page)

  await page.goto('/pendataan/baru')
  await page.locator('input[type=file]').setInputFiles(list)
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Kirim/ })
    .click()
  await expect(page).toHaveURL(/\/pendataan\/[0-9a-f-]{36}/)
  await expect(page.getByRole('region', { name: 'Yang ditemukan' })).toBeVisible()
  const rows = page.getByRole('row').filter({ hasText: 'JURNI' })
  await expect(rows.first()).toContainText('JURNI TUA')
  await expect(rows.nth(1)).toContainText('JURNI KURANG')
  await expectAccessible(page)

  const downloading = page.waitForEvent('download')
  await page
    .getByRole('link', { name: /Unduh untuk diperbaiki/ })
    .first()
    .click()
  const returned = await downloading
  expect(returned.suggestedFilename()).toBe('5103011002-kuta-jurni-perlu-diperbaiki.xlsx')
  expect(
    readFileSync(await returned.path())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK')

  await page.getByRole('button', { name: 'Terima ke registri' }).click()
  await expect(page.getByRole('dialog')).toContainText('4 orang')
  await page.getByRole('dialog').getByRole('button', { name: 'Terima ke registri' }).click()
  await expect(page.getByText('Diterima', { exact: true }).first()).toBeVisible()

  await takeAnswer(page, 'Dukcapil', civil)
  await takeAnswer(page, 'DTSEN', deciles)

  await page.goto('/program/baru')
  const form = page.getByRole('dialog')
  await form.getByLabel('Kode', { exact: false }).first().fill('JURNI')
  await form.getByLabel('Nama program').fill('Program perjalanan uji')
  await form.getByLabel('Bulan pertama').fill(month)
  await form.getByLabel('Bulan terakhir').fill(month)
  await form.getByLabel('Kuota (orang)').fill('6')
  await form.getByLabel('Pagu').first().fill('1000000')
  await form.getByRole('button', { name: 'Buat program' }).click()
  await expect(page).toHaveURL(/\/program\/JURNI/)

  await page.getByRole('button', { name: 'Nilai kelayakan' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Nilai kelayakan' }).click()
  await expect(page.getByRole('button', { name: 'Bekukan daftar' })).toBeEnabled()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Bekukan daftar' }).click()
  await page.getByRole('dialog').getByLabel('Nomor SK').fill('1/JURNI')
  await expect(page.getByRole('dialog')).toContainText('Membekukan 6 orang')
  await page.getByRole('dialog').getByRole('button', { name: 'Minta pembekuan' }).click()
  await expect(page.getByText('menunggu persetujuan orang lain').first()).toBeVisible()
  expect(await membersNow(page)).toBe(before)

  await signIn('kabid')
  await page
    .getByRole('link', { name: /Persetujuan/ })
    .first()
    .click()
  await page.getByRole('button', { name: /Bekukan daftar JURNI dengan SK 1\/JURNI/ }).click()
  await page.getByRole('button', { name: /^Setujui/ }).click()
  await expect(page.getByRole('dialog')).toContainText('Menyangkut 6 orang.')
  await page.getByRole('dialog').getByRole('button', { name: 'Setujui' }).click()
  await expect(page.getByText('Disetujui dan dikerjakan.')).toBeVisible()
  await page.goto('/program/JURNI')
  await expect(page.getByText('1/JURNI').first()).toBeVisible()
  expect(await membersNow(page)).toBe(before + 6)

  const both = makeAccount(stage.data, 'rangkap', 'officer,approver')
  await signIn('rangkap', both)
  await page.goto('/iuran')
  await page.getByRole('button', { name: 'Hitung iuran bulan' }).click()
  await page.getByRole('dialog').getByRole('combobox', { name: 'Program' }).click()
  await page.getByRole('option', { name: /JURNI/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Bekukan dan hitung' }).click()
  await expect(page).toHaveURL(/\/iuran\/[0-9a-f-]{36}/)
  const runId = page.url().split('/').at(-1) ?? ''
  await expect(page.getByText('Rp100.800').first()).toBeVisible()

  const own = page.getByRole('button', { name: 'Setujui' })
  await expect(own).toBeDisabled()
  await expect(own).toHaveAttribute('title', /orang lain harus menyetujuinya/)
  const forced = await askServer(page, 'POST', `/api/contributions/runs/${runId}/approval`, {})
  expect(forced).toMatchObject({ status: 403, answer: { reason: 'own-run' } })

  await signIn('kabid')
  await page.goto(`/iuran/${runId}`)
  await page.getByRole('button', { name: 'Setujui' }).click()
  await expect(page.getByRole('dialog')).toContainText('Menyetujui pembayaran Rp100.800 untuk 6 orang.')
  await page.getByRole('dialog').getByRole('button', { name: 'Setujui' }).click()
  await expect(page.getByText('Menunggu bendahara.').first()).toBeVisible()
  await expectAccessible(page)

  await page.goto('/cakupan')
  await expect(page.getByText(new Intl.NumberFormat('id-ID').format(before + 6)).first()).toBeVisible()
  await expectAccessible(page)
})

/** Adds a person from the command line, which joins the running database; gives their password. */
function makeAccount(data: string, username: string, roles: string): string {
  const program = fileURLToPath(new URL('../../bin/ucok.js', import.meta.url))
  const args = [
    'account',
    'add',
    '--username',
    username,
    '--name',
    'Contoh Rangkap',
    '--role',
    roles,
    '--area',
    '51.03',
    '--demo',
    '--data',
    data,
    '--json',
  ]
  const made = execFileSync(process.execPath, [program, ...args], { encoding: 'utf8', env: { ...process.env, DATABASE_URL: '' } })
  return (JSON.parse(made) as { password: string }).password
}
