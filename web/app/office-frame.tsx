import { Frame } from './frame.tsx'
import { SessionGate } from './session.tsx'

/** The frame for whoever is signed in; others see the sign-in page at the same address. */
export function OfficeFrame() {
  return (
    <SessionGate>
      <Frame />
    </SessionGate>
  )
}
