import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { measureProcess, say, ucokProgram } from './measured.ts'

// `ucok intake` of a folder of lists against the bare reading of the same files with the spreadsheet libraries, each a process of its own.
// node bench/intake.ts [LISTS] [ROUNDS]
const folder = process.argv[2] ?? '../shared/data/badung/lists'
const rounds = Number(process.argv[3] ?? 3)
const most = { ratio: 6, megabytes: 400 }

const bareReading = fileURLToPath(new URL('bare-reading.ts', import.meta.url))
const bare: number[] = []
const own: number[] = []
let peak = 0
for (let round = 1; round <= rounds; round += 1) {
  const reading = await measureProcess([bareReading, folder])
  const data = mkdtempSync(join(tmpdir(), 'ucok-bench-'))
  try {
    await measureProcess([fileURLToPath(new URL('open-region.ts', import.meta.url)), data])
    const intake = await measureProcess([
      ucokProgram,
      'intake',
      folder,
      '--region',
      '51.03',
      '--on',
      '2026-11-01',
      '--data',
      data,
      '--json',
    ])
    say(
      `round ${round}: bare reading ${reading.seconds.toFixed(2)} s, ucok intake ${intake.seconds.toFixed(2)} s (processor ${processor(reading)} and ${processor(intake)} s), ${Math.round(intake.peakMegabytes)} MB`,
    )
    bare.push(reading.seconds)
    own.push(intake.seconds)
    peak = Math.max(peak, intake.peakMegabytes)
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
}
const ratio = median(own) / median(bare)
say(`ratio of medians ${ratio.toFixed(2)} (at most ${most.ratio}); peak ${Math.round(peak)} MB (at most ${most.megabytes})`)
if (ratio > most.ratio || peak > most.megabytes) process.exitCode = 1

function processor(measured: { processorSeconds: number }): string {
  return measured.processorSeconds.toFixed(2)
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
