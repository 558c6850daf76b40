import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { handInFiles } from '../../src/intake/hand-in.ts'
import { look } from '../../src/platform/context.ts'
import { findIntakeSummary, listIntakes } from '../../src/intake/views.ts'
import { badung, openListDesk } from '../lists.ts'
import { mutantMaker } from './mutations.ts'
import { traps } from './traps.ts'

/** Traps that are read to the end give the database what no decent file holds: zero signs, halves of characters, rows named twice. */
const kept = traps.filter(({ ends, name }) => ends.includes('read') && !/columns|separators|merged|every line/.test(name))

/** Mutated lists beside them. */
const mutants = 12

test('What hostile lists hold is kept by the database like any other, and the good lists beside them are read', async () => {
  const desk = await openListDesk()
  const folder = mkdtempSync(join(tmpdir(), 'ucok-hostile-'))
  try {
    const mutant = await mutantMaker()
    for (let seed = 1; seed <= mutants; seed++) writeFileSync(join(folder, `5103011002-${seed}.csv`), mutant(seed))
    for (const [at, trap] of kept.entries()) writeFileSync(join(folder, `5103011003-${at}.xlsx`), trap.make())
    writeFileSync(join(folder, '5103011004-baik.csv'), 'NIK;NAMA;TGL LAHIR\n5103010101850001;NI LUH BAIK CONTOH;01-01-1985')
    const names = [
      ...Array.from({ length: mutants }, (_, at) => `5103011002-${at + 1}.csv`),
      ...kept.map((_, at) => `5103011003-${at}.xlsx`),
    ]
    const paths = [...names, '5103011004-baik.csv'].map((name) => join(folder, name))
    const handed = await handInFiles(desk.platform, badung, { paths, judgedOn: '2026-11-01', accepts: false, progress: () => {} })
    expect(handed).toMatchObject({ ok: true })
    const summary = await look(desk.platform, badung, async (ctx) =>
      findIntakeSummary(ctx, (await listIntakes(ctx, { limit: 1 })).rows[0]?.id ?? ''),
    )
    expect(summary?.intake.state).toBe('checked')
    expect(summary?.lists.filter(({ state }) => state === 'waiting')).toEqual([])
    expect(summary?.lists.filter(({ state }) => state === 'read').length).toBeGreaterThan(12)
    expect(summary?.lists.find(({ name }) => name === '5103011004-baik.csv')).toMatchObject({ state: 'read', rows: 1 })
    const macros = summary?.lists
      .flatMap(({ leftOut }) => leftOut.map(({ kind }) => kind))
      .filter((kind) => kind === 'macros' || kind === 'links')
    expect(macros).toEqual(['macros', 'links'])
  } finally {
    rmSync(folder, { recursive: true, force: true })
    await desk.stop()
  }
}, 60_000)
