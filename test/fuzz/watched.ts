import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Ending } from './reading.ts'

/** What one file may take, on the slowest machine we know. */
export const limits = { seconds: 90, megabytes: 900 }

/** What a run of hostile files gave: every ending, and what broke the run if something did. */
export type Watched = { endings: Ending[]; broke?: string }

/** Reads hostile files in a process of its own and watches it from outside: a crash, and a file that takes too long, is told with its name. */
export function watch(what: 'traps' | 'giants' | 'mutants', from = 0, count = 1000): Promise<Watched> {
  const program = fileURLToPath(new URL('./reading.ts', import.meta.url))
  const child = spawn(process.execPath, [program, what, String(from), String(count)], { stdio: ['ignore', 'pipe', 'pipe'] })
  const endings: Ending[] = []
  let begun = 'the beginning'
  let rest = ''
  let errors = ''
  let broke: string | undefined
  let alarm = setTimeout(() => {}, 0)
  const wind = () => {
    clearTimeout(alarm)
    alarm = setTimeout(() => {
      broke = `${begun}: not done after ${limits.seconds} s`
      child.kill('SIGKILL')
    }, limits.seconds * 1000)
  }
  wind()
  child.stderr.on('data', (chunk: Buffer) => (errors = (errors + chunk.toString()).slice(-2000)))
  child.stdout.on('data', (chunk: Buffer) => {
    const lines = (rest + chunk.toString()).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      const told = JSON.parse(line) as Ending | { begun: string }
      if ('begun' in told) begun = told.begun
      else endings.push(told)
      wind()
    }
  })
  return new Promise((resolve) => {
    child.once('close', (code) => {
      clearTimeout(alarm)
      broke ??= code === 0 ? undefined : `${begun}: ended with code ${code}: ${errors}`
      resolve({ endings, ...(broke !== undefined && { broke }) })
    })
  })
}
