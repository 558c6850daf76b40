import type { Browser, BrowserContext, Page } from '@playwright/test'
import { TOTP } from 'otpauth'
import { expect, expectAccessible, test } from './stage.ts'

const password = 'kelapa muda tembok hijau'

/** Somebody else, at a computer of their own. */
async function elsewhere(browser: Browser, address: string): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext({ baseURL: address, locale: 'id-ID' })
  return { context, page: await context.newPage() }
}

test('A person is invited, chooses a password, sets up a second factor, is given a role by two people, and is kept out at once', async ({
  page,
  browser,
  signIn,
  stage,
}) => {
  await signIn('admin')
  await page.goto('/administrasi/orang')
  await page.getByRole('button', { name: 'Undang orang' }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel('Nama lengkap').fill('I Wayan Contoh Verifikator')
  await form.getByLabel('Nama pengguna').fill('wayan.verifikator')
  await form.getByLabel('Kantor dan jabatan').fill('Disperinaker, verifikator')
  await form.getByRole('combobox', { name: 'Peran' }).click()
  await page.getByRole('option', { name: 'bendahara' }).click()
  await form.getByLabel('Sampai (opsional)').fill('2099-12-31')
  await form.getByRole('button', { name: 'Undang orang' }).click()
  const link = (await page.getByTestId('account-link').textContent()) ?? ''
  await page.getByRole('button', { name: 'Selesai' }).click()
  await expectAccessible(page)
  await page.getByText('I Wayan Contoh Verifikator').click()
  await expect(page.getByText(/diminta oleh I Nyoman Contoh Admin dan menunggu orang kedua/)).toBeVisible()
  await expectAccessible(page)

  const guest = await elsewhere(browser, stage.address)
  await guest.page.goto(link)
  await expect(guest.page.getByRole('heading', { name: 'Selamat datang, I Wayan Contoh Verifikator' })).toBeVisible()
  await choose(guest.page, 'bpjs ketenagakerjaan')
  await expect(guest.page.getByText('Kata sandi ini mudah ditebak.').first()).toBeVisible()
  await expectAccessible(guest.page)
  await choose(guest.page, password)
  await guest.page.getByRole('link', { name: 'Ke halaman masuk' }).click()
  await enter(guest.page)
  await expect(guest.page.getByRole('heading', { name: 'Belum ada peran untuk Anda' })).toBeVisible()
  const { secret, recoveryCode } = await enrol(guest.page)

  await signIn('kabid')
  await page.goto('/persetujuan')
  await page.getByRole('button', { name: /Peran untuk I Wayan Contoh Verifikator/ }).click()
  await expect(page.getByText(/Kabupaten Badung, .* sampai 31 Desember 2099/).first()).toBeVisible()
  await page.keyboard.press('a')
  await page.getByRole('dialog').getByRole('button', { name: 'Setujui' }).click()
  await expect(page.getByText('Disetujui dan dikerjakan.')).toBeVisible()

  await guest.page.getByRole('button', { name: 'Muat ulang' }).click()
  await expect(guest.page.getByRole('navigation').first()).toBeVisible()
  await guest.context.clearCookies()
  await guest.page.goto('/akun')
  await enter(guest.page)
  await guest.page.getByLabel('Kode faktor kedua').fill(new TOTP({ secret }).generate({ timestamp: Date.now() + 30_000 }))
  await guest.page.getByRole('button', { name: 'Masuk' }).click()
  await expect(guest.page.getByText('Faktor kedua terpasang.')).toBeVisible()
  await expect(guest.page.getByRole('list', { name: 'Sesi' }).getByRole('listitem')).toHaveCount(2)
  await expectAccessible(guest.page)
  await comesBackToTheirPage(guest, recoveryCode)
  await guest.page.getByRole('button', { name: 'Akhiri semua sesi lain' }).click()
  await expect(guest.page.getByRole('list', { name: 'Sesi' }).getByRole('listitem')).toHaveCount(1)

  await signIn('admin')
  await page.goto('/administrasi/orang?search=verifikator')
  await page.getByText('I Wayan Contoh Verifikator').click()
  await expect(page.getByText('berlaku', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Nonaktifkan' }).click()
  await page.getByRole('dialog').getByLabel('Alasan').fill('Pindah tugas')
  await page.getByRole('dialog').getByRole('button', { name: 'Nonaktifkan' }).click()
  await expect(page.getByText('tidak aktif').first()).toBeVisible()
  await expect(page.getByText('Akun dinonaktifkan').first()).toBeVisible()
  expect((await guest.page.request.get('/api/session')).status()).toBe(401)
  await guest.page.reload()
  await expect(guest.page.getByLabel('Nama pengguna')).toBeVisible()
  await guest.context.close()
})

async function choose(page: Page, chosen: string): Promise<void> {
  await page.getByLabel('Kata sandi baru', { exact: true }).fill(chosen)
  await page.getByLabel('Kata sandi baru, sekali lagi').fill(chosen)
  await page.getByRole('button', { name: 'Simpan kata sandi' }).click()
}

async function enter(page: Page): Promise<void> {
  await page.getByLabel('Nama pengguna').fill('wayan.verifikator')
  await page.getByLabel('Kata sandi').first().fill(password)
  await page.getByRole('button', { name: 'Masuk', exact: true }).click()
}

/** Whoever signs in again above a page, password and recovery code, finds there what they had typed. */
async function comesBackToTheirPage({ page, context }: { page: Page; context: BrowserContext }, code: string): Promise<void> {
  await page.getByLabel('Kata sandi baru', { exact: true }).fill('setengah jadi')
  await context.clearCookies({ name: 'ucok_session' })
  await page.getByRole('button', { name: 'Akhiri semua sesi lain' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Nama pengguna').fill('wayan.verifikator')
  await dialog.getByLabel('Kata sandi').first().fill(password)
  await dialog.getByRole('button', { name: 'Masuk', exact: true }).click()
  await dialog.getByLabel('Kode faktor kedua').fill(code)
  await dialog.getByRole('button', { name: 'Masuk', exact: true }).click()
  await expect(dialog).toHaveCount(0)
  await expect(page.getByLabel('Kata sandi baru', { exact: true })).toHaveValue('setengah jadi')
}

/** Sets up an authenticator as a phone would, and gives its secret and one of its recovery codes. */
async function enrol(page: Page): Promise<{ secret: string; recoveryCode: string }> {
  await page.getByLabel('Kata sandi saat ini').fill(password)
  await page.getByRole('button', { name: 'Pasang faktor kedua' }).click()
  const shown = await page.locator('code').first().textContent()
  const secret = (shown ?? '').replaceAll(' ', '')
  await page.getByLabel(/Ketik kode enam angka/).fill(new TOTP({ secret }).generate())
  await page.getByRole('button', { name: 'Pasang', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Simpan kode cadangan ini' })).toBeVisible()
  await expectAccessible(page)
  const recoveryCode = (await page.locator('li code').first().textContent()) ?? ''
  await page.getByRole('button', { name: 'Sudah saya simpan' }).click()
  return { secret, recoveryCode }
}
