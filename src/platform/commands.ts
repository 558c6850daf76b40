import type { Command } from 'commander'
import { areaCode, findAreaCode } from '../../values/areas.ts'
import { done, refused } from '../../values/outcome.ts'
import { addAccount, hasDemoAccounts, listAccounts, wordAccountRefusal } from './accounts.ts'
import { type Role, roles } from './actor.ts'
import { registerAuditCommands } from './audit-commands.ts'
import { carryOut, look } from './context.ts'
import { registerKeysCommands } from './keys-commands.ts'
import { migrationStatus } from './migrations.ts'
import { demoPassword, inventPassword } from './passwords.ts'
import { openPlatform } from './platform.ts'
import { type WordedRefusal, worded } from './refusal.ts'
import { readSettings } from './settings.ts'
import { atDesk, type CommonOptions, complain, languageOf, print, withCommonOptions } from './terminal.ts'
import { Trouble } from './trouble.ts'

export function registerPlatformCommands(program: Command): void {
  registerDatabaseCommands(program.command('db').description('basis data / the database'))
  registerAuditCommands(program.command('audit').description('jejak audit / the audit trail'))
  registerKeysCommands(program.command('keys').description('kunci penyegel data rahasia / keys that seal confidential data'))
  registerAccountCommands(program.command('account').description('orang yang boleh masuk / people who may sign in'))
}

type DatabaseOptions = Pick<CommonOptions, 'data' | 'json' | 'lang'>

function registerDatabaseCommands(db: Command): void {
  withCommonOptions(db.command('migrate').description('perbarui skema / bring the schema up to date')).action(
    (options: DatabaseOptions) => migrations(options, true),
  )
  withCommonOptions(
    db.command('status').description('migrasi yang sudah dan belum dijalankan / migrations applied and not'),
  ).action((options: DatabaseOptions) => migrations(options, false))
}

async function migrations(options: DatabaseOptions, migrates: boolean): Promise<void> {
  const language = languageOf(options)
  try {
    const platform = await openPlatform(readSettings({ data: options.data }, { UCOK_LOG: 'warn', ...process.env }), { migrates })
    const status = await migrationStatus(platform.owner)
    await platform.stop()
    const missing = status.filter((migration) => migration.appliedAt === undefined).length
    const summary = {
      id: `${status.length} migrasi, ${missing} belum dijalankan`,
      en: `${status.length} migrations, ${missing} not applied`,
    }
    print(
      options.json
        ? JSON.stringify({ migrations: status, missing })
        : [...status.map((m) => `${m.appliedAt ?? '-'}\t${m.name}`), summary[language]].join('\n'),
    )
  } catch (error) {
    if (!(error instanceof Trouble)) throw error
    complain({ reason: 'trouble', status: 409, title: error.wording }, options, language)
  }
}

type NewAccountOptions = CommonOptions & {
  username: string
  name: string
  office: string
  role: string
  area: string
  demo?: boolean
}

function registerAccountCommands(account: Command): void {
  withCommonOptions(account.command('list').description('daftar akun / list accounts')).action((options: CommonOptions) =>
    atDesk(options, async ({ platform, asking }) => {
      const accounts = await look(platform, asking, listAccounts)
      const line = (one: (typeof accounts)[number]) =>
        [one.username, one.fullName, one.grants.map((grant) => `${grant.role}@${grant.area}`).join(' ')].join('\t')
      return done({ json: { accounts }, text: () => accounts.map(line).join('\n') })
    }),
  )
  withCommonOptions(
    account.command('add').description('tambah akun; kata sandi dicetak sekali / add an account; the password is printed once'),
  )
    .requiredOption('--username <name>', 'nama pengguna / user name')
    .requiredOption('--name <name>', 'nama lengkap / full name')
    .requiredOption('--role <roles>', `satu atau beberapa, dipisah koma / one or several, by commas: ${roles.join(', ')}`)
    .requiredOption('--area <code>', 'wilayah tugas / area of work')
    .option('--office <office>', 'kantor / office', '')
    .option('--demo', 'akun peragaan dengan kata sandi peragaan / an account of the demonstration, with its password')
    .action((options: NewAccountOptions) =>
      atDesk(options, async ({ platform, asking }) => {
        const wanted = options.role.split(',').map((role) => role.trim())
        if (!wanted.every(isRole) || findAreaCode(options.area) === undefined) return refused(wrongGrant(options))
        const isDemo = options.demo ?? false
        if (isDemo && !(await hasDemoAccounts(platform))) return refused(noDemonstration)
        const password = isDemo ? demoPassword : inventPassword()
        const account = {
          username: options.username,
          fullName: options.name,
          office: options.office,
          password,
          isPasswordTemporary: !isDemo,
          isDemo,
          grants: wanted.map((role) => ({ role, area: areaCode(options.area) })),
        }
        const outcome = worded(await carryOut(platform, asking, (ctx) => addAccount(ctx, account)), wordAccountRefusal)
        return outcome.ok
          ? done({
              json: { id: outcome.value.id, username: options.username, password },
              text: () => `${options.username}\t${password}`,
            })
          : outcome
      }),
    )
}

function isRole(text: string): text is Role {
  return roles.some((role) => role === text)
}

const noDemonstration: WordedRefusal = {
  reason: 'no-demonstration',
  status: 409,
  title: { id: 'Ini bukan daerah peragaan.', en: 'This is no demonstration.' },
  why: {
    id: 'Kata sandi akun peragaan diketahui semua orang.',
    en: 'Everybody knows the password of an account of the demonstration.',
  },
  todo: { id: 'Tambahkan akun tanpa --demo.', en: 'Add the account without --demo.' },
}

function wrongGrant(options: NewAccountOptions): WordedRefusal {
  return {
    reason: 'wrong-grant',
    status: 400,
    title: {
      id: `Peran "${options.role}" atau wilayah "${options.area}" tidak dikenal.`,
      en: `The role "${options.role}" or the area "${options.area}" is not known.`,
    },
    todo: {
      id: `Peran: ${roles.join(', ')}. Wilayah: kode Kemendagri seperti 51.03.`,
      en: `Roles: ${roles.join(', ')}. Area: a Kemendagri code such as 51.03.`,
    },
  }
}
