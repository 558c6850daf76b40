import { openRegion } from '../src/places/operations.ts'
import { systemActor } from '../src/platform/actor.ts'
import { carryOut } from '../src/platform/context.ts'
import { openPlatform } from '../src/platform/platform.ts'
import { readSettings } from '../src/platform/settings.ts'
import { region } from '../values/areas.ts'

// Makes an empty registry of Badung with all areas loaded: where a bench begins.
const platform = await openPlatform(readSettings({ data: process.argv[2] ?? '' }))
await carryOut(platform, { actor: systemActor, region: region('51.03') }, (ctx) => openRegion(ctx))
await platform.stop()
