import { makeProgram } from './commands.ts'

const program = await makeProgram(process.argv.slice(2))
await program.parseAsync()
