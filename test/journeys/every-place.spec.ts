import { expect, expectAccessible, test } from './stage.ts'

// The policy of the page is watched by the stage: a style or script it keeps out fails the journey.
for (const username of ['admin', 'bendahara'])
  test(`Every place in the navigation of ${username} opens whole, says what it is, and keeps nobody out`, async ({
    page,
    signIn,
  }) => {
    const broken: string[] = []
    page.on('pageerror', (error) => broken.push(`${page.url()}: ${error.message}`))
    await signIn(username)
    const addresses = await page
      .getByRole('navigation')
      .first()
      .getByRole('link')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
    expect(addresses.length).toBeGreaterThan(5)
    for (const address of new Set(addresses)) {
      await page.goto(address)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expect(page.locator('[aria-busy="true"]')).toHaveCount(0)
      await test.step(`${address} is accessible`, () => expectAccessible(page))
    }
    expect(broken).toEqual([])
  })

test('The page says which styles and scripts it takes: none that are written into it', async ({ request }) => {
  const served = await request.get('/')
  const policy = served.headers()['content-security-policy'] ?? ''
  const nonce = /style-src [^;]*'nonce-([^']+)'/.exec(policy)?.[1] ?? 'none'
  expect(policy).not.toContain('unsafe')
  expect(await served.text()).toContain(`nonce="${nonce}"`)
  const again = await request.get('/')
  expect(again.headers()['content-security-policy']).not.toContain(nonce)
})
