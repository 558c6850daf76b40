import { readFileSync } from 'node:fs'
import { askServer, expect, expectAccessible, test } from './stage.ts'

test.describe.configure({ mode: 'serial' })

test('A whole NIK is shown on a ground, and the person’s log tells who saw it and why', async ({ page, signIn }) => {
  await signIn('petugas')
  const { answer } = await askServer(page, 'GET', '/api/membership/periods')
  const workerId = (answer as { rows: { workerId: number }[] }).rows[0]?.workerId ?? 0
  await page.goto(`/pekerja/${workerId}`)
  await page.getByRole('button', { name: 'Tampilkan data utuh' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('button', { name: 'Tampilkan data utuh' })).toBeDisabled()
  await dialog.getByRole('combobox', { name: 'Untuk apa' }).click()
  await page.getByRole('option', { name: /Mencocokkan identitas/ }).click()
  await dialog.getByRole('button', { name: 'Tampilkan data utuh' }).click()
  await expect(page.getByText(/^\d{16}$/).first()).toBeVisible()

  await page.getByRole('tab', { name: 'Privasi' }).click()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Catatan akses' }).click()
  const shown = page.getByRole('row').filter({ hasText: 'NIK, KK, HP dan nama ibu dilihat utuh' })
  await expect(shown.first()).toContainText('Mencocokkan identitas dengan KTP atau KK')
  await expect(page.getByRole('row').filter({ hasText: 'Berkas Anda dibuka' }).first()).toBeVisible()
  await expectAccessible(page)
  const log = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Unduh PDF' }).click()
  expect(
    readFileSync(await (await log).path())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-')
})

test('What is confidential is closed until it is opened on a ground, and comes with the copy of everything', async ({
  page,
  signIn,
}) => {
  await signIn('petugas')
  const { answer } = await askServer(page, 'GET', '/api/membership/periods')
  const workerId = (answer as { rows: { workerId: number }[] }).rows[0]?.workerId ?? 0
  await page.goto(`/pekerja/${workerId}?tab=rahasia`)
  const part = page.getByRole('region', { name: 'Rekening bank' })
  await part.getByRole('button', { name: 'Catat' }).click()
  await page.getByLabel('Bank', { exact: true }).fill('BPD Contoh')
  await page.getByLabel('Nomor rekening').fill('0012345678')
  await page.getByLabel('Atas nama').fill('NI CONTOH')
  await page.getByLabel('Alasan mencatat').fill('Buku tabungan ditunjukkan')
  await page.getByRole('dialog').getByRole('button', { name: 'Catat' }).click()
  await expect(part.getByText(/dicatat oleh/)).toBeVisible()
  await expect(page.getByText('0012345678')).toHaveCount(0)
  await part.getByRole('button', { name: 'Buka: Rekening bank' }).click()
  await page.getByRole('combobox', { name: 'Untuk apa' }).click()
  await page.getByRole('option', { name: 'Klaim atau beasiswa' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Buka' }).click()
  await expect(part.getByText('0012345678')).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('tab', { name: 'Privasi' }).click()
  const copy = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Salinan seluruh data (JSON)' }).click()
  const held = JSON.parse(readFileSync(await (await copy).path(), 'utf8')) as { sections: { table: string; rows: unknown[] }[] }
  expect(held.sections.find((section) => section.table === 'worker_confidential')?.rows).toMatchObject([
    { content: { bank: 'BPD Contoh', number: '0012345678' } },
  ])
  expect(held.sections.filter((section) => section.rows.length > 0).length).toBeGreaterThan(6)
})

test('A breach has its clock, on its page and on the first page, until people and authority were told', async ({
  page,
  signIn,
}) => {
  await signIn('admin')
  for (const name of ['Permintaan warga', 'Retensi', 'Pemrosesan', 'Insiden']) {
    if (name === 'Permintaan warga') await page.getByRole('link', { name: 'Privasi' }).first().click()
    else await page.getByRole('link', { name, exact: true }).click()
    await expect(page.getByRole('link', { name, exact: true })).toHaveAttribute('aria-current', 'page')
    await expectAccessible(page)
  }
  await page.getByRole('button', { name: 'Catat insiden' }).click()
  await page.getByLabel('Nama singkat').fill('Laptop petugas hilang')
  await page.getByLabel('Kapan dan bagaimana terjadi').fill('Malam hari, di parkiran kantor')
  await page.getByLabel('Sebab').fill('Pencurian')
  await page.getByRole('dialog').getByRole('button', { name: 'Catat' }).click()
  await expect(page.getByRole('heading', { name: 'Laptop petugas hilang' })).toBeVisible()
  await expect(page.getByText(/7[12] jam lagi/).first()).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('tab', { name: /Warga terdampak/ }).click()
  await page.getByRole('button', { name: 'Tambah dari saringan' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Tambahkan' }).click()
  await expect(page.getByText(/orang ditambahkan/)).toBeVisible()
  await page.getByRole('link', { name: 'Beranda' }).first().click()
  await expect(page.getByRole('link', { name: /Insiden data: Laptop petugas hilang/ })).toBeVisible()
  await page.getByRole('link', { name: /Insiden data: Laptop petugas hilang/ }).click()
  for (const step of ['Catat penilaian', 'Catat penanganan', 'Catat surat warga', 'Catat surat lembaga']) {
    await page.getByRole('button', { name: step }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Catat', exact: true }).click()
    await expect(page.getByRole('button', { name: step })).toHaveCount(0)
  }
  await page.getByRole('button', { name: 'Tutup insiden' }).click()
  await page.getByLabel(/^Laporan/).fill('Laptop kini wajib tersandi')
  await page.getByRole('dialog').getByRole('button', { name: 'Tutup insiden' }).click()
  await expect(page.getByText('ditutup').first()).toBeVisible()
})

test('The audit trail is verified on its page and narrowed to a person and to days', async ({ page, signIn }) => {
  await signIn('auditor')
  await page.getByRole('link', { name: 'Jejak audit' }).first().click()
  await page.getByRole('button', { name: 'Periksa keutuhan' }).click()
  await expect(page.getByRole('dialog').getByText('Utuh', { exact: true })).toBeVisible()
  await expect(page.getByRole('dialog').getByText(/^\d+:[0-9a-f]{64}$/)).toBeVisible()
  await page.getByRole('dialog').getByRole('button', { name: 'Tutup' }).last().click()
  await page.getByLabel('Dari').fill('2099-01-01')
  await expect(page.getByText(/Tidak ada yang cocok/)).toBeVisible()
  await expectAccessible(page)
})
