import { commandLine } from './cli/commandLine'
import { run } from './cli/run'
import { terminalOf } from './cli/terminal'

/** The `survey` command. The exit code is the worst of what was found and what went wrong on the way out. */
void run(commandLine(), process.env, terminalOf(process)).then((code) => {
  process.exitCode = Math.max(Number(process.exitCode ?? 0), code)
})
