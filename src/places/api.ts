import { z } from 'zod'
import { endpoint } from '../platform/endpoint.ts'

const place = z.object({
  code: z.string(),
  name: z.string(),
  level: z.string(),
  kind: z.string(),
  parentName: z.string().nullable(),
})

export const searchPlaces = endpoint({
  method: 'GET',
  path: '/api/places/search',
  summary: { id: 'Cari wilayah Kemendagri', en: 'Search Kemendagri areas' },
  roles: 'signed-in',
  query: z.object({
    text: z.string().trim().min(2).max(100),
    everywhere: z.stringbool().default(true),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  answer: z.object({ places: z.array(place) }),
})

export const readVillages = endpoint({
  method: 'GET',
  path: '/api/places/villages',
  summary: { id: 'Kecamatan dan desa wilayah ini', en: 'Districts and villages of this region' },
  roles: 'signed-in',
  answer: z.object({
    villages: z.array(
      z.object({ code: z.string(), name: z.string(), kind: z.string(), districtCode: z.string(), districtName: z.string() }),
    ),
  }),
})

export const readCustomaryVillages = endpoint({
  method: 'GET',
  path: '/api/places/customary-villages',
  summary: { id: 'Desa adat dan desa yang dicakupnya', en: 'Customary villages and the villages they reach into' },
  roles: 'signed-in',
  answer: z.object({
    customaryVillages: z.array(
      z.object({
        id: z.number(),
        name: z.string(),
        isDemo: z.boolean(),
        banjars: z.number(),
        villages: z.array(z.object({ code: z.string(), name: z.string() })),
      }),
    ),
  }),
})

export const readUniverse = endpoint({
  method: 'GET',
  path: '/api/places/universe',
  summary: { id: 'Semesta pekerja per wilayah', en: 'Universe of workers by area' },
  roles: 'signed-in',
  query: z.object({ year: z.coerce.number().int().optional() }),
  answer: z.object({
    figures: z.array(
      z.object({
        area: z.string(),
        name: z.string(),
        level: z.string(),
        year: z.number(),
        segment: z.string(),
        workers: z.number(),
        source: z.string(),
        sourceDate: z.string(),
        isDemo: z.boolean(),
      }),
    ),
  }),
})
