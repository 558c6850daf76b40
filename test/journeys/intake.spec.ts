import type { Page } from '@playwright/test'
import { expect, expectAccessible, test } from './stage.ts'

const heading =
  'NO;NIK;NO KK;NAMA LENGKAP;TEMPAT LAHIR;TANGGAL LAHIR;JENIS KELAMIN;NAMA IBU KANDUNG;ALAMAT;RT/RW;PEKERJAAN;PENGHASILAN;NO HP'
const first = 'Sudarma Artawan Suardana Wirawan Parwata Sutama Mahendra Widnyana Suparta Arnawa Sukerta Yasa Budiarta'.split(' ')
const second = 'Kariasa Winata Darmada Suantara Merta Adnyana Subagia Astika Wijaya Ardika Gunawan'.split(' ')
const rowsPerList = 12
const two = (value: number) => String(value).padStart(2, '0')

/** An invented man whose NIK and birth date nobody else has. */
function person(number: number, list: number, row: number): string {
  const [day, month, year] = [1 + (number % 28), 1 + (Math.floor(number / 28) % 12), 65 + (Math.floor(number / 336) % 34)]
  const nik = `510302${two(day)}${two(month)}${two(year)}${String(1000 + (number % 9000)).padStart(4, '0')}`
  const name = `${first[number % first.length]} ${second[Math.floor(number / first.length) % second.length]} ${first[list % first.length]}`
  const born = list === 1 && row === 1 ? 'lupa' : `${two(day)}-${two(month)}-19${year}`
  const occupation = row <= 2 ? 'KRJ QWLX' : 'Petani'
  return `${row};${nik};;${name};Badung;${born};L;Ibu ${second[number % second.length]};Br. ${list};001;${occupation};800000;`
}

const lists = Array.from({ length: 62 }, (_, index) => {
  const list = index + 1
  const rows = Array.from({ length: rowsPerList }, (_row, row) => person(index * rowsPerList + row, list, row + 1))
  // One file was cut short on its way.
  return {
    name: `desa-${two(list)}.${list === 62 ? 'xlsx' : 'csv'}`,
    text: list === 62 ? 'PK\u0003\u0004 putus' : [heading, ...rows].join('\r\n'),
  }
})

/** Drops files onto the page as a hand does. */
async function drop(page: Page, files: readonly { name: string; text: string }[]): Promise<void> {
  await page.evaluate((dropped) => {
    const carried = new DataTransfer()
    for (const { name, text } of dropped) carried.items.add(new File([text], name))
    window.dispatchEvent(new DragEvent('dragover', { dataTransfer: carried, bubbles: true, cancelable: true }))
    window.dispatchEvent(new DragEvent('drop', { dataTransfer: carried, bubbles: true, cancelable: true }))
  }, files)
}

test('62 files are dropped at once: progress survives a reload, errors come first, rows are mended by keyboard and in bulk, taken back, and accepted', async ({
  page,
  signIn,
}) => {
  await signIn('petugas')
  await page.goto('/pendataan')
  await expect(page.getByRole('button', { name: 'Kirim daftar' }).first()).toBeVisible()
  await drop(page, lists)
  const queue = page.getByRole('dialog')
  await expect(queue.getByText(/^62 berkas/)).toBeVisible()
  await expect(queue.getByRole('listitem')).toHaveCount(62)
  await queue.getByRole('button', { name: 'Kirim 62 daftar' }).click()
  await expect(page).toHaveURL(/\/pendataan\/[0-9a-f-]{36}/)

  const reading = page.getByRole('region', { name: 'Pembacaan per daftar' })
  await expect(reading.getByRole('row')).toHaveCount(63)
  await page.reload()
  await expect(page.getByRole('region', { name: /Pembacaan per daftar|Yang ditemukan/ })).toBeVisible()

  const found = page.getByRole('region', { name: 'Yang ditemukan' })
  await expect(found).toBeVisible()
  await expect(page.getByText('732', { exact: true }).first()).toBeVisible()
  const broken = page.getByRole('row').filter({ hasText: 'desa-62.xlsx' })
  await expect(broken).toContainText('tidak terbaca')
  await expectAccessible(page)

  await found.getByRole('button', { name: 'Lihat barisnya: Tanggal lahir tidak terbaca' }).click()
  const grid = page.getByRole('grid')
  await expect(grid.getByRole('row').filter({ hasText: 'lupa' })).toHaveCount(1)
  await grid.focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(grid.getByRole('textbox', { name: /Tanggal lahir/ })).toBeFocused()
  await page.keyboard.type('01/01/1965')
  await page.keyboard.press('Enter')
  const made = page.getByRole('region', { name: 'Perbaikan di sini' })
  await expect(made.getByText('Tanggal lahir: lupa → 1 Januari 1965')).toBeVisible()
  await expect(grid).toBeFocused()
  await expect(grid.getByText('Di daftar: lupa')).toBeAttached()

  await found.getByText(/Catatan: tetap diterima/).click()
  await found.getByRole('button', { name: 'Perbaiki yang serupa: Pekerjaan belum dikenal' }).click()
  const drawer = page.getByRole('dialog')
  await drawer.getByLabel('Isi yang benar: Pekerjaan').fill('Nelayan')
  await expect(drawer.getByText('122 baris akan diperbaiki')).toBeVisible()
  await expect(drawer.getByRole('row')).toHaveCount(6)
  await page.keyboard.press('Escape')
  await drawer.getByRole('button', { name: 'Perbaiki 122 baris' }).click()
  await expect(made.getByText('Pekerjaan: KRJ QWLX → Nelayan')).toBeVisible()
  await expect(found.getByText('Pekerjaan belum dikenal')).toHaveCount(0)
  await expectAccessible(page)

  await made.getByRole('button', { name: /^Tarik kembali perbaikan Pekerjaan/ }).click()
  await expect(made.getByText(/^ditarik kembali oleh/)).toBeVisible()
  await expect(found.getByText('Pekerjaan belum dikenal')).toBeAttached()

  await expect(found.getByText('Orang tanpa desa, dalam 61 daftar')).toBeVisible()
  await found.getByRole('button', { name: 'Tetapkan desa' }).click()
  const village = drawer.getByRole('combobox', { name: 'Desa/kelurahan' })
  await village.fill('legian')
  await page.getByRole('option', { name: 'Legian' }).click()
  await drawer.getByRole('checkbox', { name: 'desa-61.csv' }).click()
  await drawer.getByRole('button', { name: 'Tetapkan desa 720 baris' }).click()
  await expect(made.getByText('Desa: (kosong) → Legian')).toBeVisible()
  await expect(found.getByText('Orang tanpa desa, dalam 1 daftar')).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Terima ke registri' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Terima ke registri' }).click()
  await expect(page.getByText('Diterima', { exact: true }).first()).toBeVisible()
  await expect(made.getByRole('button', { name: /^Tarik kembali/ })).toHaveCount(0)

  await page.goto('/pendataan')
  await expect(page.getByRole('button', { name: 'Kirim daftar' }).first()).toBeVisible()
  await drop(page, [lists[0] ?? { name: '', text: '' }, { name: 'kosong.csv', text: '' }])
  await queue.getByRole('button', { name: 'Kirim 2 daftar' }).click()
  await expect(queue.getByText('sudah pernah dikirim:')).toBeVisible()
  await expect(queue.getByRole('link', { name: /62 daftar/ })).toBeVisible()
  await expect(queue.getByText(/Berkas ini kosong/)).toBeVisible()
})
