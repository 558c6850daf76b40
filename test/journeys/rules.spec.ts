import { expect, expectAccessible, test } from './stage.ts'

test('A figure of the law shows its history, its source and both readings where sources differ, on any day', async ({
  page,
  signIn,
}) => {
  await signIn('operator')
  await page.getByRole('link', { name: 'Aturan' }).first().click()
  await expect(page.getByRole('heading', { name: 'Aturan', level: 1 })).toBeVisible()
  await page.getByLabel('Cari angka atau peraturan').fill('JKM santunan sekaligus')
  const figure = page.getByRole('listitem').filter({ hasText: 'JKM: santunan sekaligus' })
  await expect(figure).toContainText('Rp20.000.000')
  await page.getByRole('textbox', { name: 'Berlaku pada' }).fill('1 Desember 2019')
  await expect(figure).toContainText('Rp16.200.000')
  await expect(figure).toContainText('menjadi Rp20.000.000 pada 2 Desember 2019')
  await page.goto('/aturan?figure=jkm-waiting-sum')
  await expect(page.getByText('Santunan Rp8.000.000 dan pemakaman Rp2.000.000')).toBeVisible()
  await expect(page.getByText('Bantuan pemakaman Rp10.000.000')).toBeVisible()
  await expectAccessible(page)
})

test('Figures nobody has checked are found by a filter and say so in words', async ({ page, signIn }) => {
  await signIn('auditor')
  await page.goto('/aturan?show=unverified')
  await expect(page.getByText('JKK: hari kerja pembayaran sejak berkas lengkap')).toBeVisible()
  await expect(page.getByText('Belum diperiksa').nth(1)).toBeVisible()
  await expect(page.getByText('JKM: biaya pemakaman', { exact: true })).toBeHidden()
})

test('A worked case opens to its grounds and can be tried; the day before the law changed pays what it paid then', async ({
  page,
  signIn,
}) => {
  await signIn('petugas')
  await page.goto('/aturan/jkm')
  await page.getByRole('button', { name: 'Meninggal 2 Desember 2019: Rp42.000.000' }).click()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Coba kasus ini' }).click()
  const answer = page.getByRole('region', { name: 'Jaminan Kematian (JKM)' })
  await expect(answer.getByRole('status')).toContainText('Rp42.000.000')
  await page.getByRole('textbox', { name: 'Hari pertanyaan' }).fill('1/12/2019')
  await expect(answer.getByRole('status')).toContainText('Rp24.000.000')
  await expect(answer.getByText('Perkiraan: BPJS Ketenagakerjaan yang memutuskan.')).toBeVisible()
  await expect(page).toHaveURL(/on=2019-12-01/)
  await page.reload()
  await expect(answer.getByRole('status')).toContainText('Rp24.000.000')
})

test('A form asks for what a rule needs, repeats for each child, and the address shares the calculation', async ({
  page,
  signIn,
}) => {
  await signIn('kabid')
  await page.goto('/aturan?tab=calculator&rule=scholarship&on=2026-05-01')
  await expect(page.getByText('Isi dahulu yang wajib:')).toBeVisible()
  await page.getByRole('combobox', { name: 'Sebab beasiswa' }).click()
  await page.getByRole('option', { name: 'Meninggal karena kecelakaan kerja (JKK)' }).click()
  await page.getByRole('button', { name: 'Tambah anak' }).click()
  await page.getByRole('button', { name: 'Tambah anak' }).click()
  const children = page.getByRole('textbox', { name: 'Tanggal lahir anak' })
  await children.first().fill('3 Mei 2015')
  await children.nth(1).fill('31/2/2019')
  await expect(page.getByText('Perbaiki:')).toBeVisible()
  await children.nth(1).fill('3/5/2019')
  await expect(page.getByRole('status').filter({ hasText: 'Syarat terpenuhi' })).toContainText('Rp')
  await expectAccessible(page)
})

test('The rule book downloads as a PDF and as one page', async ({ page, signIn }) => {
  await signIn('petugas')
  const pdf = await page.request.get('/api/rules/book?format=pdf&language=id')
  expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-')
  const html = await page.request.get('/api/rules/book?format=html&language=en')
  expect(await html.text()).toContain('<title>Rule book UCOK</title>')
})
