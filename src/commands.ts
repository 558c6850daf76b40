import { Command } from 'commander'
import { registerIntakeCommands } from './intake/commands.ts'
import { registerPlacesCommands } from './places/commands.ts'
import { registerPlatformCommands } from './platform/commands.ts'
import { registerStartCommand } from './start.ts'

/** Every command of the terminal door. */
export function makeProgram(): Command {
  const program = new Command('ucok')
    .description('Perlindungan semua pekerja suatu daerah / Employment social security for every worker of a region')
    .helpOption('-h, --help', 'tampilkan bantuan / show help')
    .helpCommand('help [command]', 'bantuan suatu perintah / help on a command')
    .showHelpAfterError()
  registerStartCommand(program)
  registerPlacesCommands(program)
  registerIntakeCommands(program)
  registerPlatformCommands(program)
  return program
}
