import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AccessStage, callEndpoint, openAccessStage } from './stage.ts'
import { downloadTemplate } from '../../src/intake/api.ts'

let stage: AccessStage
beforeAll(async () => void (stage = await openAccessStage(0)))
afterAll(() => stage.stop())

test('A program that takes files away without end is held up, and nobody else with it', async () => {
  const [greedy, other] = [await stage.signIn('officer', '51.03'), await stage.signIn('officer', '51.03.01')]
  for (let turn = 0; turn < 60; turn += 1)
    expect((await callEndpoint(stage.app, downloadTemplate, greedy)).statusCode, `time ${turn + 1}`).toBe(200)
  const refused = await callEndpoint(stage.app, downloadTemplate, greedy)
  expect([refused.statusCode, refused.json().reason]).toEqual([429, 'too-many'])
  expect((await callEndpoint(stage.app, downloadTemplate, other)).statusCode).toBe(200)
})
