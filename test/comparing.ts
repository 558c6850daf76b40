import { duplicatesWorks } from '../src/duplicates/run.ts'
import { openPlatform } from '../src/platform/platform.ts'
import { readSettings } from '../src/platform/settings.ts'
import { startWorking } from '../src/platform/tasks.ts'

// A process to be killed: it takes a search for duplicates from the queue of the database at DATABASE_URL and says when it compares.
const platform = await openPlatform(readSettings({}, process.env), { migrates: false })
const [kind = '', work] = Object.entries(duplicatesWorks)[0] ?? []
await startWorking(platform, {
  [kind]: async (given, asked) => {
    if (work === undefined) throw new Error('there is no work about duplicates')
    const progress = (share: number) => void (share > 20 && process.stdout.write('comparing\n'))
    return work(given, { ...asked, progress })
  },
})
