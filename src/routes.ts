import { intakeRoutes } from './intake/routes.ts'
import { intakeWorks } from './intake/works.ts'
import { placesRoutes } from './places/routes.ts'
import type { Route } from './platform/route.ts'
import { platformRoutes } from './platform/routes.ts'
import type { TaskWork } from './platform/tasks.ts'

/** Every address of the web door. */
export const routes: readonly Route[] = [...platformRoutes, ...placesRoutes, ...intakeRoutes]

/** Every kind of work the queue carries. */
export const works: Record<string, TaskWork> = { ...intakeWorks }
