import { SegmentedControl } from '@mantine/core'
import { useMemo } from 'react'
import { isLanguage } from '../../values/language.ts'
import { galleryText } from '../text/gallery.ts'
import { LanguageProvider, useText } from '../text/language.tsx'
import { useAddress } from './address.ts'
import { SampleReport } from './gallery-report.tsx'
import { sampleWorkers, type SampleWorker } from './gallery-samples.ts'
import { SampleList, SampleRecord, SampleTask, SampleWork } from './gallery-shells.tsx'
import style from './gallery.module.css'
import type { PageState } from './states.ts'

const shells = { list: SampleList, record: SampleRecord, task: SampleTask, work: SampleWork, report: SampleReport }

const states: Record<string, () => PageState<SampleWorker[]>> = {
  typical: () => ({ is: 'here', value: sampleWorkers(240) }),
  full: () => ({ is: 'here', value: sampleWorkers(100_000) }),
  empty: () => ({ is: 'here', value: [] }),
  loading: () => ({ is: 'loading' }),
  failed: () => ({ is: 'failed', problem: { title: galleryText.failedTitle, requestNumber: 'req-1f' }, retry: () => {} }),
  forbidden: () => ({ is: 'forbidden' }),
}

/** Every kind of page in every state and both languages, with invented people: for looking, and for the accessibility test. */
export function Gallery() {
  const { address } = useAddress()
  const language = address['language']
  return (
    <LanguageProvider {...(isLanguage(language) && { only: language })}>
      <Chosen />
    </LanguageProvider>
  )
}

function Chosen() {
  const text = useText(galleryText)
  const { address, change } = useAddress()
  const shell = address['shell'] ?? 'list'
  const stands = address['state'] ?? 'typical'
  const Shell = shells[shell as keyof typeof shells] ?? SampleList
  const state = useMemo(() => states[stands]?.() ?? { is: 'loading' as const }, [stands])
  return (
    <div className={style.gallery}>
      <header className={style.choices} aria-label={text.gallery}>
        <SegmentedControl
          size="xs"
          aria-label={text.shell}
          value={shell}
          onChange={(wanted) => change({ shell: wanted })}
          data={Object.keys(shells)}
        />
        <SegmentedControl
          size="xs"
          aria-label={text.state}
          value={stands}
          onChange={(wanted) => change({ state: wanted })}
          data={Object.keys(states)}
        />
      </header>
      <main className={style.shown}>
        <Shell key={`${shell} ${stands}`} state={state} />
      </main>
    </div>
  )
}
