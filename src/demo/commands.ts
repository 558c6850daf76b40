import type { Command } from 'commander'
import { done, refused } from '../../values/outcome.ts'
import { hasAccounts } from '../platform/accounts.ts'
import type { WordedRefusal } from '../platform/refusal.ts'
import { atDesk, type CommonOptions, withCommonOptions } from '../platform/terminal.ts'
import { demoAccounts } from './accounts.ts'
import { seedDemo } from './demo.ts'

type DemoOptions = CommonOptions & { people: string }

export function registerDemoCommand(program: Command): void {
  withCommonOptions(
    program
      .command('demo')
      .description('isi basis data kosong dengan daerah contoh / fill an empty database with the demonstration'),
  )
    .option('--people <n>', 'jumlah orang / people', '5000')
    .action((options: DemoOptions) =>
      atDesk({ region: '51.03', ...options }, async ({ platform }) => {
        if (await hasAccounts(platform)) return refused(notEmpty)
        await seedDemo(platform, { people: Number(options.people) })
        const accounts = demoAccounts.map((account) => account.username)
        return done({
          json: { accounts },
          text: (language) =>
            ({
              id: `Daerah contoh siap. Akun: ${accounts.join(', ')}`,
              en: `The demonstration is ready. Accounts: ${accounts.join(', ')}`,
            })[language],
        })
      }),
    )
}

const notEmpty: WordedRefusal = {
  reason: 'not-empty',
  status: 409,
  title: { id: 'Basis data ini sudah berisi. Tidak ada yang diubah.', en: 'This database is in use. Nothing was changed.' },
  why: { id: 'Daerah contoh tidak boleh bercampur dengan data sungguhan.', en: 'A demonstration must not mix with real data.' },
  todo: { id: 'Pilih folder lain dengan --data.', en: 'Choose another folder with --data.' },
}
