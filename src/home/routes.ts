import { done } from '../../values/outcome.ts'
import { type Route, route } from '../platform/route.ts'
import * as api from './api.ts'
import { lookAround } from './look.ts'
import { listQueues } from './queues.ts'

export const homeRoutes: Route[] = [
  route(api.readQueues, async ({ look }) => done({ queues: await look(listQueues) })),
  route(api.readHome, async ({ look, query }) => done(await look((ctx) => lookAround(ctx, query.year ?? ctx.today.year)))),
]
