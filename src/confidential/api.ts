import { z } from 'zod'
import { endpoint } from '../platform/endpoint.ts'
import { accessGround } from '../registry/api.ts'
import { type Child, type Part, partNames, parts, schoolLevels } from './confidential.ts'

export { type Child, type Part, partNames, parts, schoolLevels }

/**
 * Officers need it for the work; a village operator writes down what a family tells and sees that alone. The insurer gets it with a claim,
 * the auditor sees that and why it was opened, administrators have no use for it.
 */
const readers = ['officer', 'village-operator'] as const

const params = z.object({ workerId: z.coerce.number().int().positive() })
const text = (most: number) => z.string().trim().min(1).max(most)

const bankAccount = z.object({
  bank: text(60),
  number: z
    .string()
    .trim()
    .regex(/^[\d\s.-]{5,30}$/),
  holder: text(120),
})
const health = z.object({ note: text(2000) })
const child = z.object({ name: text(120), birthDate: z.iso.date(), level: z.enum(schoolLevels).nullable() })
const children = z.object({ children: z.array(child).min(1).max(20) })

export const listParts = endpoint({
  method: 'GET',
  path: '/api/confidential/:workerId',
  summary: {
    id: 'Bagian rahasia mana yang tercatat, tanpa isinya',
    en: 'Which confidential parts are recorded, without their content',
  },
  roles: readers,
  params,
  answer: z.object({ parts: z.array(z.object({ part: z.enum(parts), enteredByName: z.string(), enteredAt: z.string() })) }),
})

export const openPart = endpoint({
  method: 'POST',
  path: '/api/confidential/:workerId/open',
  summary: { id: 'Buka satu bagian rahasia; tercatat', en: 'Open one confidential part; logged' },
  roles: readers,
  params,
  body: z.intersection(z.object({ part: z.enum(parts) }), accessGround),
  answer: z.object({
    bankAccount: bankAccount.nullable(),
    health: health.nullable(),
    children: children.shape.children.nullable(),
  }),
})

const why = z.string().trim().min(3).max(200)

export const writePart = endpoint({
  method: 'PUT',
  path: '/api/confidential/:workerId',
  summary: { id: 'Catat atau hapus satu bagian rahasia', en: 'Record or remove one confidential part' },
  roles: readers,
  params,
  body: z.discriminatedUnion('part', [
    z.object({ part: z.literal('bank-account'), content: bankAccount.nullable(), because: why }),
    z.object({ part: z.literal('health'), content: health.nullable(), because: why }),
    z.object({ part: z.literal('children'), content: children.nullable(), because: why }),
  ]),
  answer: 'nothing',
})
