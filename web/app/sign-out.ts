import { useMutation } from '@tanstack/react-query'
import { closeSession } from '../../src/platform/session-api.ts'
import { call } from './call.ts'

/** Signs out and begins anew, so that nothing of the last reader stays in memory. */
export function useSignOut(): () => void {
  const closing = useMutation({ mutationFn: () => call(closeSession), onSettled: () => location.assign('/') })
  return () => closing.mutate()
}
