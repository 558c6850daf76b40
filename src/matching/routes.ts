import { randomUUID } from 'node:crypto'
import { findDay } from '../../values/days.ts'
import { done, refused } from '../../values/outcome.ts'
import { discardFile, keepFile, receiveFile } from '../platform/files.ts'
import { type WordedRefusal, worded } from '../platform/refusal.ts'
import { type Call, type Route, route } from '../platform/route.ts'
import { enqueue } from '../platform/tasks.ts'
import { faultWordings } from './answers/faults.ts'
import * as api from './api.ts'
import { askingRoutes } from './asking-routes.ts'
import { differencesRoutes } from './differences-routes.ts'
import { wordMatchingRefusal } from './refusals.ts'
import { registerNames, type Register, registers } from './registers.ts'
import { listExchanges, summariseMatches } from './store.ts'
import { type ReceivingPayload, receivingKind } from './work.ts'
import { findWorkerAnswers } from './worker-answers.ts'

export const matchingRoutes: Route[] = [
  ...askingRoutes,
  ...differencesRoutes,
  route(api.readMatchSummary, async ({ look }) => done(await look(summariseMatches))),
  route(api.listExchanges, async ({ look }) => {
    const exchanges = await look(listExchanges)
    return done({
      exchanges: exchanges.map(({ isNew: _isNew, ...exchange }) => ({
        ...exchange,
        faults: exchange.faults.map((fault) => ({ ...fault, wording: faultWordings[fault.reason] })),
      })),
    })
  }),
  route(api.sendAnswer, async (call) => {
    const sent = await receiveUpload(call)
    if ('title' in sent) return refused(sent)
    const { register, answeredOn, requestId, file } = sent
    return call.carryOut(async (ctx) => {
      await keepFile(ctx, file)
      const payload: ReceivingPayload = { register, fileId: file.id, fileName: file.name, answeredOn, requestId }
      const name = registerNames[register]
      const title = { id: `Jawaban ${name.id}: ${file.name}`, en: `Answer of ${name.en}: ${file.name}` }
      return done({ taskId: await enqueue(ctx, { kind: receivingKind, title, payload }) })
    })
  }),
  route(api.readWorkerAnswers, async ({ look, params }) => {
    const answers = await look((ctx) => findWorkerAnswers(ctx, params.id))
    return answers === undefined ? worded(refused({ reason: 'no-such-worker' }), wordMatchingRefusal) : done(answers)
  }),
]

type Uploaded = {
  register: Register
  answeredOn: string | null
  requestId: string | null
  file: Awaited<ReturnType<typeof receiveFile>>
}

/** Reads the form: which register, which day, one file. A file that is not wanted is thrown away again. */
async function receiveUpload({ request, platform }: Call<typeof api.sendAnswer>): Promise<Uploaded | WordedRefusal> {
  const fields = new Map<string, string>()
  let file: Uploaded['file'] | undefined
  for await (const part of request.parts({ limits: { files: 1 } })) {
    if (part.type === 'field') fields.set(part.fieldname, String(part.value))
    else {
      const { filename, mimetype, file: bytes } = part
      file = await receiveFile(platform, { id: randomUUID(), name: filename, mediaType: mimetype, bytes })
    }
  }
  const register = registers.find((known) => known === fields.get('register'))
  const answeredOn = fields.get('answeredOn') || null
  const given = fields.get('requestId') ?? ''
  const requestId = /^[0-9a-f-]{36}$/.test(given) ? given : null
  if (file === undefined) return noFile
  if (register !== undefined && (answeredOn === null || findDay(answeredOn) !== undefined))
    return { register, answeredOn, requestId, file }
  await discardFile(platform, file.id)
  return register === undefined ? whichRegister : whichDay
}

const noFile: WordedRefusal = {
  reason: 'no-file',
  status: 400,
  title: { id: 'Belum ada berkas yang dipilih.', en: 'No file was chosen.' },
  todo: { id: 'Pilih berkas jawaban register.', en: 'Choose the file the register answered with.' },
}

const whichRegister: WordedRefusal = {
  reason: 'which-register',
  status: 400,
  title: { id: 'Belum jelas register mana yang menjawab.', en: 'It is not clear which register answered.' },
  todo: { id: 'Pilih Dukcapil, BPJS, DTSEN, atau kematian.', en: 'Choose Dukcapil, BPJS, DTSEN or deaths.' },
}

const whichDay: WordedRefusal = {
  reason: 'which-day',
  status: 400,
  title: { id: 'Tanggal jawaban tidak terbaca.', en: 'The day of the answer cannot be read.' },
  todo: { id: 'Tulis tahun-bulan-hari, misalnya 2026-11-01.', en: 'Write year-month-day, for example 2026-11-01.' },
}
