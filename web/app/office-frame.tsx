import { Frame } from './frame.tsx'
import { useQueueCounts } from './queue-counts.ts'
import { SessionGate } from './session.tsx'

/** The frame for whoever is signed in; others see the sign-in page at the same address. */
export function OfficeFrame() {
  return (
    <SessionGate>
      <CountedFrame />
    </SessionGate>
  )
}

function CountedFrame() {
  return <Frame counts={useQueueCounts()} />
}
