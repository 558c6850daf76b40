import { Command } from 'commander'

type Register = (program: Command) => unknown

/** A part of the terminal door: the commands it holds, and where they are made. Only what is asked for is loaded. */
type Part = { holds: readonly string[]; load: () => Promise<Register> }

const parts: readonly Part[] = [
  { holds: ['start'], load: async () => (await import('./start.ts')).registerStartCommand },
  { holds: ['demo'], load: async () => (await import('./demo/commands.ts')).registerDemoCommand },
  { holds: ['places'], load: async () => (await import('./places/commands.ts')).registerPlacesCommands },
  { holds: ['intake'], load: async () => (await import('./intake/commands.ts')).registerIntakeCommands },
  {
    holds: ['match'],
    load: async () => {
      await import('./reactions.ts')
      return (await import('./matching/commands.ts')).registerMatchingCommands
    },
  },
  { holds: ['registry'], load: async () => (await import('./registry/commands.ts')).registerRegistryCommands },
  {
    holds: ['duplicates'],
    load: async () => (await import('./duplicates/commands.ts')).registerDuplicatesCommands,
  },
  { holds: ['eligibility'], load: async () => (await import('./eligibility/commands.ts')).registerEligibilityCommands },
  {
    holds: ['programme', 'eligibility', 'decree'],
    load: async () => (await import('./programmes/commands.ts')).registerProgrammesCommands,
  },
  { holds: ['decree'], load: async () => (await import('./decree-door.ts')).registerDecreeCommand },
  { holds: ['membership'], load: async () => (await import('./membership/commands.ts')).registerMembershipCommands },
  {
    holds: ['approvals'],
    load: async () => {
      const { registerApprovalsCommands } = await import('./approvals/commands.ts')
      const { approvedWorks } = await import('./approved-works.ts')
      return (program) => registerApprovalsCommands(program, approvedWorks)
    },
  },
  { holds: ['contributions'], load: async () => (await import('./contributions/commands.ts')).registerContributionsCommands },
  { holds: ['coverage'], load: async () => (await import('./coverage/commands.ts')).registerCoverageCommands },
  { holds: ['rules'], load: async () => (await import('./rules/commands.ts')).registerRulesCommands },
  {
    holds: ['db', 'account', 'audit', 'keys'],
    load: async () => (await import('./platform/commands.ts')).registerPlatformCommands,
  },
  { holds: ['audit', 'person', 'privacy'], load: async () => (await import('./privacy/commands.ts')).registerPrivacyCommands },
]

/** The terminal door for the arguments given: the parts that hold the command named, or all of them when none does. */
export async function makeProgram(args: readonly string[]): Promise<Command> {
  const program = new Command('ucok')
    .description('Perlindungan semua pekerja suatu daerah / Employment social security for every worker of a region')
    .helpOption('-h, --help', 'tampilkan bantuan / show help')
    .helpCommand('help [command]', 'bantuan suatu perintah / help on a command')
    .showHelpAfterError()
  const wanted = args[0] ?? ''
  const named = parts.filter((part) => part.holds.includes(wanted))
  for (const part of named.length > 0 ? named : parts) {
    const register = await part.load()
    register(program)
  }
  return program
}
