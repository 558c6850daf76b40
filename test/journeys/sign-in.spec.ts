import { expect, expectAccessible, test } from './stage.ts'

test('A demonstration shows its accounts; a wrong password is refused in words; the right one leads home', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByText('Kabupaten Badung').first()).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel('Nama pengguna').fill('petugas')
  await page.getByLabel('Kata sandi', { exact: false }).first().fill('bukan ini')
  await page.getByRole('button', { name: 'Masuk', exact: true }).click()
  await expect(page.getByText('Nama pengguna atau kata sandi tidak cocok.')).toBeVisible()
})

test('Home greets the officer with navigation in officials’ words, and is accessible', async ({ page, signIn }) => {
  await signIn('petugas')
  for (const name of ['Pendataan', 'Pekerja', 'Iuran & Anggaran', 'Cakupan'])
    await expect(page.getByRole('link', { name }).first()).toBeVisible()
  await expectAccessible(page)
})

test('The whole app speaks English one click away', async ({ page, signIn }) => {
  await signIn('auditor')
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.getByRole('link', { name: 'Coverage' }).first()).toBeVisible()
})
