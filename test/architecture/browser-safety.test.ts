import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const web = fileURLToPath(new URL('../../web/', import.meta.url))

/** Ways in which text becomes code or markup in a browser. */
const ways =
  /dangerouslySetInnerHTML|\.(inner|outer)HTML\b|insertAdjacentHTML|document\.write|\beval\(|new Function\(|srcDoc|setAttribute\('(style|on)|postMessage/

test('Nothing a person wrote can become markup or code in the browser: no page uses a way in which it could', () => {
  expect(ways.test('place.innerHTML = name')).toBe(true)
  const files = readdirSync(web, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name))
  expect(files.length).toBeGreaterThan(100)
  expect(files.filter((name) => ways.test(readFileSync(web + name, 'utf8')))).toEqual([])
})
