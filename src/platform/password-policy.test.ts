import { expect, test } from 'vitest'
import { findPasswordFault } from './password-policy.ts'

const own = ['made.kabid', 'I Made Sudiarta', 'Disperinaker Badung']

test.each([
  ['tembok bata', 'password-short'],
  ['🔒🔒🔒🔒🔒🔒🔒🔒🔒🔒🔒', 'password-short'],
  ['passwordpassword', 'password-guessable'],
  ['123456789012', 'password-guessable'],
  ['qwertyuiop12', 'password-guessable'],
  ['aaaaaaaaaaaaaaaaaaaa', 'password-guessable'],
  ['kabupatenbadung', 'password-guessable'],
  ['disperinaker1', 'password-guessable'],
  ['made.kabid2026', 'password-guessable'],
  ['kelapa muda tembok hijau', undefined],
  ['k8#vTq2!mZpL', undefined],
  ['ᬓᬾᬮᬧᬫᬸᬤᬢᬾᬫ᭄ᬩᭀᬓ᭄', undefined],
])('The password "%s" of I Made Sudiarta: %s', async (password, fault) => {
  expect((await findPasswordFault(password, own))?.reason).toBe(fault)
})

test('A password of two hundred signs is judged at once', async () => {
  const started = Date.now()
  expect((await findPasswordFault('a1'.repeat(100), own))?.reason).toBe('password-guessable')
  expect(Date.now() - started).toBeLessThan(2_000)
})
