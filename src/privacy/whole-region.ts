import { areasOf } from '../platform/actor.ts'
import type { Context } from '../platform/context.ts'
import type { WordedRefusal } from '../platform/refusal.ts'

export type PartOnly = { reason: 'whole-region-only' }

/** Tells whether the reader works for the whole region: registers of the region as such are not for those of a part of it. */
export function seesWholeRegion(ctx: Context): boolean {
  return areasOf(ctx.actor, ctx.region) === 'all'
}

export const wholeRegionOnly: WordedRefusal = {
  reason: 'whole-region-only',
  status: 403,
  title: { id: 'Halaman ini untuk yang bertugas di seluruh daerah.', en: 'This is for those who work for the whole region.' },
  why: { id: 'Wilayah tugas Anda hanya sebagian dari daerah ini.', en: 'The area you work for is a part of this region.' },
  todo: { id: 'Sampaikan kepada petugas atau administrator daerah.', en: 'Turn to the officer or administrator of the region.' },
}
