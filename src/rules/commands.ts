import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { type Day, findDay } from '../../values/days.ts'
import { type Language, languages } from '../../values/language.ts'
import { type Outcome, refused } from '../../values/outcome.ts'
import { rules } from '../../rules/book.ts'
import { languageOf, print } from '../platform/terminal.ts'
import { type BatchRefusal, runBatch } from './batch.ts'
import { answerOf, askRule, describeFacts, getRule } from './operations.ts'
import { batchText, decisionText, ruleText } from './text.ts'
import { type AskRefusal, problemsOf, refusalText } from './refusals.ts'

type Options = { json?: boolean; lang?: string; on?: string; facts?: string; in?: string; out?: string }

/** The terminal door of the law: list the rules, describe one, ask one, or send a whole table through one. */
export function registerRulesCommands(program: Command): void {
  const law = program.command('rules').description('hukum sebagai aturan yang dapat ditanya / the law as rules that can be asked')
  withLanguage(law.command('list').description('semua aturan / every rule')).action(list)
  withLanguage(law.command('describe <rule>').description('fakta yang diperlukan sebuah aturan / the facts a rule takes')).action(
    describe,
  )
  withLanguage(law.command('ask <rule>').description('tanyakan sebuah aturan / ask a rule'))
    .option('--on <date>', 'hari, misalnya 2026-11-01; bila kosong hari ini / day; today when empty')
    .option('--facts <json>', 'fakta sebagai JSON, atau @berkas.json / facts as JSON, or @file.json', '{}')
    .action(ask)
  withLanguage(law.command('batch <rule>').description('satu tabel CSV lewat sebuah aturan / a CSV table through a rule'))
    .requiredOption('--in <file>', 'CSV masukan, kolom = fakta / CSV in, columns = facts')
    .requiredOption('--out <file>', 'CSV jawaban / CSV of answers')
    .option('--on <date>', 'hari bagi baris tanpa kolom "on" / day for rows without a column "on"')
    .action(batch)
}

function withLanguage(command: Command): Command {
  return command.option('--json', 'jawab dengan JSON / answer in JSON').option('--lang <id|en>', 'bahasa / language')
}

function list(options: Options): void {
  const language = languageOf(options)
  const json = rules.map(({ name, title, description }) => ({ name, title: title[language], description: description[language] }))
  print(options.json ? JSON.stringify(json) : json.map((rule) => `${rule.name.padEnd(16)} ${rule.title}`).join('\n'))
}

function describe(name: string, options: Options): void {
  const rule = getRule(name)
  if (!rule.ok) return complain(rule.refusal, options)
  const { title, description, dayMeans, facts } = rule.value
  const json = { name, title, description, on: dayMeans, facts: describeFacts(facts) }
  print(options.json ? JSON.stringify(json) : ruleText(json, languageOf(options)))
}

async function ask(name: string, options: Options): Promise<void> {
  const on = dayOf(options)
  if (!on.ok) return complain(on.refusal, options)
  const facts = await readJson(options.facts ?? '{}')
  if (!facts.ok) return complain(facts.refusal, options)
  const decided = askRule(name, on.value, facts.value)
  if (!decided.ok) return complain(decided.refusal, options)
  const language = languageOf(options)
  print(options.json ? JSON.stringify(answerOf(decided.value, language)) : decisionText(decided.value, language))
}

async function batch(name: string, options: Options): Promise<void> {
  const rule = getRule(name)
  if (!rule.ok) return complain(rule.refusal, options)
  const on = dayOf(options)
  if (!on.ok) return complain(on.refusal, options)
  const language = languageOf(options)
  const order = { rule: rule.value, input: options.in ?? '', output: options.out ?? '', on: on.value, language }
  const outcome = await runBatch({ ...order, ...(process.stderr.isTTY ? { progress: showRows(language) } : {}) })
  if (!outcome.ok) return complain(outcome.refusal, options)
  print(options.json ? JSON.stringify(outcome.value) : batchText(outcome.value, language))
}

function showRows(language: Language): (rows: number) => void {
  return (rows) => void process.stderr.write(`\r\u001B[K${rows} ${language === 'id' ? 'baris' : 'rows'}`)
}

function dayOf(options: Options): Outcome<Day, AskRefusal> {
  if (options.on === undefined) return { ok: true, value: Temporal.Now.plainDateISO('Asia/Jakarta') }
  const found = findDay(options.on)
  return found === undefined ? refused({ reason: 'not-a-day', text: options.on }) : { ok: true, value: found }
}

async function readJson(text: string): Promise<Outcome<unknown, AskRefusal>> {
  try {
    return { ok: true, value: JSON.parse(text.startsWith('@') ? await readFile(text.slice(1), 'utf8') : text) }
  } catch (error) {
    return refused({ reason: 'not-json', because: error instanceof Error ? error.message : String(error) })
  }
}

/** Says in both languages what is missing or wrong, by name; the exit code is 1. */
function complain(refusal: AskRefusal | BatchRefusal, options: Options): void {
  process.exitCode = 1
  if (options.json) print(JSON.stringify({ refusal: { reason: refusal.reason, problems: problemsOf(refusal) } }))
  for (const language of languages) process.stderr.write(`${refusalText(refusal, language)}\n`)
}
