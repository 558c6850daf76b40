import type { Command } from 'commander'
import { done } from '../../values/outcome.ts'
import { look } from '../platform/context.ts'
import { atDesk, type CommonOptions, withCommonOptions } from '../platform/terminal.ts'
import { searchAreas } from './store.ts'

export function registerPlacesCommands(program: Command): void {
  const places = program.command('places').description('wilayah Kemendagri / Kemendagri areas')
  withCommonOptions(
    places
      .command('search <text>')
      .description('cari wilayah / search areas')
      .option('--limit <n>', 'paling banyak / at most', '50'),
  ).action((text: string, options: CommonOptions & { limit: string }) =>
    atDesk(options, async ({ platform, asking }) => {
      const found = await look(platform, asking, (ctx) => searchAreas(ctx.db, text, undefined, Number(options.limit)))
      return done({
        json: { places: found },
        text: () => found.map((place) => `${place.code}\t${place.name}\t${place.kind}\t${place.parentName ?? ''}`).join('\n'),
      })
    }),
  )
}
