import { done } from '../../values/outcome.ts'
import { type Route, route } from '../platform/route.ts'
import * as api from './api.ts'
import { listCustomaryVillages, listUniverse, listVillages, searchAreas } from './store.ts'

export const placesRoutes: Route[] = [
  route(api.searchPlaces, async ({ look, query, asking }) =>
    done({
      places: await look((ctx) => searchAreas(ctx.db, query.text, query.everywhere ? undefined : asking.region, query.limit)),
    }),
  ),
  route(api.readVillages, async ({ look, asking }) =>
    done({ villages: await look((ctx) => listVillages(ctx.db, asking.region)) }),
  ),
  route(api.readCustomaryVillages, async ({ look, asking }) =>
    done({
      customaryVillages: (await look((ctx) => listCustomaryVillages(ctx.db, asking.region))).map((row) => ({
        ...row,
        villages: row.villages ?? [],
      })),
    }),
  ),
  route(api.readUniverse, async ({ look, query, asking }) =>
    done({ figures: await look((ctx) => listUniverse(ctx.db, asking.region, query.year)) }),
  ),
]
