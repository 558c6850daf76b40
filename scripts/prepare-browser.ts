import { prepareBrowser } from '../test/browser.ts'

const browser = await prepareBrowser()
process.stdout.write(`${browser.executablePath}\n`)
