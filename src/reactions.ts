import { afterMerge } from './duplicates/merging.ts'
import { refreshRegisterFindings } from './intake/register-findings.ts'
import { afterAnswer, rematch } from './matching/operations.ts'

// Where an earlier slice lets later ones react: the doors join them, since an earlier slice may not import a later one.
afterAnswer.push(refreshRegisterFindings)
afterMerge.push(async (ctx, workerIds) => void (await rematch(ctx, { workerIds })))
