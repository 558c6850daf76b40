import { makeProgram } from './commands.ts'

await makeProgram().parseAsync()
