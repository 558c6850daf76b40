import './reactions.ts'
import { Command } from 'commander'
import { registerContributionsCommands } from './contributions/commands.ts'
import { registerCoverageCommands } from './coverage/commands.ts'
import { registerDecreeCommand } from './decree-door.ts'
import { registerDuplicatesLink } from './duplicates/link-command.ts'
import { registerEligibilityCommands } from './eligibility/commands.ts'
import { registerIntakeCommands } from './intake/commands.ts'
import { registerMatchingCommands } from './matching/commands.ts'
import { registerMembershipCommands } from './membership/commands.ts'
import { registerPlacesCommands } from './places/commands.ts'
import { registerPlatformCommands } from './platform/commands.ts'
import { registerProgrammesCommands } from './programmes/commands.ts'
import { registerRegistryCommands } from './registry/commands.ts'
import { registerRulesCommands } from './rules/commands.ts'
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
  registerMatchingCommands(program)
  registerRegistryCommands(program)
  registerDuplicatesLink(program.command('duplicates').description('siapa orang yang sama / who is who'))
  registerEligibilityCommands(program)
  registerProgrammesCommands(program)
  registerDecreeCommand(program)
  registerMembershipCommands(program)
  registerContributionsCommands(program)
  registerCoverageCommands(program)
  registerRulesCommands(program)
  registerPlatformCommands(program)
  return program
}
