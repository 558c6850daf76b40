import { Command } from 'commander'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { registerRulesCommands } from './commands.ts'

let out: string
let err: string
beforeEach(() => {
  out = ''
  err = ''
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += String(text)
    return true
  })
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    err += String(text)
    return true
  })
})
afterEach(() => {
  vi.restoreAllMocks()
  process.exitCode = undefined
})

async function ucok(...args: string[]): Promise<void> {
  const program = new Command('ucok')
  registerRulesCommands(program)
  await program.parseAsync(['node', 'ucok', 'rules', ...args])
}

test('every rule of the contract is listed', async () => {
  await ucok('list', '--json')
  const names = (JSON.parse(out) as { name: string }[]).map((rule) => rule.name)
  const contract =
    'contribution jkm jkk-death jkk-disability jkk-incapacity jkk-transport scholarship heirs eligibility lapse documents deadline'
  expect(names).toEqual(expect.arrayContaining(contract.split(' ')))
})

test('an answer carries amount, lines, grounds with their law, and whether it is an estimate', async () => {
  await ucok('ask', 'jkm', '--on', '2026-05-01', '--facts', '{"memberSince":"2026-02-01"}', '--json', '--lang', 'en')
  const answer: unknown = JSON.parse(out)
  expect(answer).toMatchObject({
    granted: true,
    amount: 42_000_000,
    estimate: true,
    lines: [{ label: 'Death sum', amount: 20_000_000 }, {}, {}],
  })
  expect(answer).toHaveProperty('grounds.3', expect.objectContaining({ met: true, law: 'Permenaker 1/2025' }))
  expect(process.exitCode).toBeUndefined()
})

test('bad facts are listed by name in both languages, and the exit code is 1', async () => {
  await ucok('ask', 'contribution', '--facts', '{"payers":"SELF","income":-4}', '--json')
  expect(process.exitCode).toBe(1)
  const { refusal } = JSON.parse(out) as { refusal: { reason: string; problems: { fact: string }[] } }
  expect(refusal.reason).toBe('bad-facts')
  expect(refusal.problems.map((each) => each.fact)).toEqual(['payer', 'income', 'payers'])
  expect(err).toContain('payer: belum diisi')
  expect(err).toContain('payer: is missing')
})

test('a fact inside a list is named by its place', async () => {
  const facts = { cause: 'jkk-death', children: [{ birthDate: '2020-01-01' }, { birthDate: 'soon' }] }
  await ucok('ask', 'scholarship', '--facts', JSON.stringify(facts), '--json')
  expect(out).toContain('"children[2].birthDate"')
})

test.each([
  ['ask', 'lottery'],
  ['describe', 'lottery'],
  ['ask', 'jkm', '--on', '2026-02-30'],
  ['ask', 'jkm', '--facts', '{'],
  ['batch', 'lottery', '--in', 'a.csv', '--out', 'b.csv'],
])('%s %s %s %s is refused', async (...args) => {
  await ucok(...args)
  expect(process.exitCode).toBe(1)
  expect(err).not.toBe('')
})

test('a description names every fact with its type, whether it is required, and its meaning', async () => {
  await ucok('describe', 'jkk-disability', '--json')
  const { facts } = JSON.parse(out) as { facts: { name: string; type: string; required: boolean; of?: unknown[] }[] }
  expect(facts.find((fact) => fact.name === 'kind')).toMatchObject({ type: 'choice', required: true })
  expect(facts.find((fact) => fact.name === 'losses')?.of).toHaveLength(4)
})

test('a person at the terminal sees every condition and its article', async () => {
  await ucok('ask', 'heirs', '--on', '2026-03-01', '--facts', '{"siblings":2}')
  expect(out).toContain('✓ Tidak ada sebelumnya; saudara kandung [PP 44/2015 Pasal 40]')
  expect(out).toContain('Rp42.000.000')
})
