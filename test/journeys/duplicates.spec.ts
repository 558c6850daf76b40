import type { Page } from '@playwright/test'
import { expect, expectAccessible, test } from './stage.ts'

// The demonstration has people who stand in the registry twice, looked for and not yet answered.

const queue = (page: Page, name: RegExp) => page.getByRole('navigation', { name: 'Antrean' }).getByRole('link', { name })

/** How many pairs a queue says it holds. */
const waitingIn = async (page: Page, name: RegExp) => Number(/\((\d+)\)/.exec((await queue(page, name).textContent()) ?? '')?.[1])

/** Gives an answer by its letter and waits for the next pair. */
async function answerBy(page: Page, key: string): Promise<void> {
  const before = await waitingIn(page, /^Belum dijawab/)
  await expect(page.getByRole('button', { name: /^Berbeda/ })).toBeEnabled()
  await page.keyboard.press(key)
  await expect.poll(() => waitingIn(page, /^Belum dijawab/)).toBeLessThan(before)
  await expect(page.getByRole('heading', { name: 'Apakah keduanya satu orang?' })).toBeFocused()
}

test('An officer has the registry searched and reviews twenty pairs by keyboard alone', async ({ page, signIn }) => {
  await signIn('petugas')
  await page
    .getByRole('navigation')
    .first()
    .getByRole('link', { name: /Duplikat/ })
    .click()
  await expect(page.getByRole('heading', { name: 'Apakah keduanya satu orang?' })).toBeVisible()
  await page.getByRole('button', { name: 'Cari duplikat' }).click()
  await expect(page.getByText(/pekerja dibandingkan: \d+ pasangan mungkin satu orang/)).toBeVisible()
  await expectAccessible(page)
  await expect.poll(() => waitingIn(page, /^Belum dijawab/)).toBeGreaterThan(20)

  for (let answered = 0; answered < 20; answered++)
    await answerBy(page, answered % 4 === 2 ? 't' : answered % 4 === 3 ? 'b' : 's')
  // Of somebody written three times a pair that nobody could tell goes when the other two are joined.
  expect(await waitingIn(page, /^Tidak tahu/)).toBeGreaterThan(2)
  const told = await waitingIn(page, /^Dua orang/)
  expect(told).toBeGreaterThan(2)
  const joined = (await waitingIn(page, /^Digabungkan/)) + (await waitingIn(page, /^Menunggu persetujuan/))
  expect(joined).toBe(10)

  await answerBy(page, 'b')
  await page.keyboard.press('u')
  await expect.poll(() => waitingIn(page, /^Dua orang/)).toBe(told)
})

test('A merge shows what it will leave, and is taken back with a reason', async ({ page, signIn }) => {
  await signIn('petugas')
  await page.goto('/duplikat')
  const table = page.getByRole('table', { name: 'Dua catatan berdampingan' })
  await expect(table.getByRole('columnheader', { name: 'Hasil penggabungan' })).toBeVisible()
  await expect(table.getByText(/sangat menguatkan, bobot \+/).first()).toBeVisible()
  await page.goto('/duplikat?queue=merged')
  await expect.poll(() => waitingIn(page, /^Digabungkan/)).toBeGreaterThan(0)
  const merges = await waitingIn(page, /^Digabungkan/)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Pisahkan lagi' }).first().click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('button', { name: 'Pisahkan lagi' })).toBeDisabled()
  await dialog.getByLabel('Alasan').fill('Ternyata kakak beradik')
  await dialog.getByRole('button', { name: 'Pisahkan lagi' }).click()
  await expect.poll(() => waitingIn(page, /^Digabungkan/)).toBe(merges - 1)
  await queue(page, /^Dipisahkan lagi/).click()
  await expect(page.getByText(/Ternyata kakak beradik/)).toBeVisible()
})
