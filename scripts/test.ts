import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

// Everything that must hold: types, style, unit and database tests, the built app in a real browser. Prints the sum at the end.
const root = fileURLToPath(new URL('..', import.meta.url))
const reports = `${root}dist/reports`
mkdirSync(reports, { recursive: true })

type Step = { name: string; command: string[]; report?: string }

const steps: Step[] = [
  { name: 'types', command: ['tsc', '--noEmit'] },
  { name: 'lint', command: ['oxlint', '--quiet'] },
  { name: 'format', command: ['prettier', '--check', '--log-level', 'warn', '.'] },
  {
    name: 'unit and database',
    command: ['vitest', 'run', '--reporter=dot', '--reporter=json', `--outputFile.json=${reports}/vitest.json`],
    report: `${reports}/vitest.json`,
  },
  { name: 'build', command: ['vite', 'build', '--logLevel', 'error'] },
  { name: 'browser', command: ['playwright', 'test'], report: `${reports}/playwright.json` },
]

let passed = 0
let failed = 0
let skipped = 0
for (const step of steps) {
  const started = Date.now()
  if (step.report !== undefined) rmSync(step.report, { force: true })
  const [command = '', ...args] = step.command
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PATH: `${root}node_modules/.bin:${process.env['PATH']}` },
  })
  const counted =
    step.report === undefined ? { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: 0 } : countIn(step.report)
  passed += counted.passed
  failed += counted.failed + (status !== 0 && counted.failed === 0 ? 1 : 0)
  skipped += counted.skipped
  say(`${status === 0 ? 'ok' : 'FAILED'}  ${step.name}  ${((Date.now() - started) / 1000).toFixed(1)} s`)
}
say(`${passed} passed, ${failed} failed, ${skipped} skipped`)
process.exitCode = failed === 0 ? 0 : 1

function countIn(path: string): { passed: number; failed: number; skipped: number } {
  try {
    const report = JSON.parse(readFileSync(path, 'utf8')) as Record<string, number> & {
      stats?: { expected: number; unexpected: number; flaky: number; skipped: number }
    }
    if (report.stats !== undefined)
      return {
        passed: report.stats.expected + report.stats.flaky,
        failed: report.stats.unexpected,
        skipped: report.stats.skipped,
      }
    return {
      passed: report['numPassedTests'] ?? 0,
      failed: report['numFailedTests'] ?? 0,
      skipped: report['numPendingTests'] ?? 0,
    }
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
