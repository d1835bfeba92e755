import manifest from '../../package.json'
import { readArguments } from './arguments'
import { commands } from './commands'
import { commandHelp, generalHelp } from './help'
import type { Terminal } from './terminal'

const BAD_USAGE = 2

/** Runs one command line and answers the exit code. Never rejects on any arguments or files. */
export async function run(
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
  terminal: Terminal,
): Promise<number> {
  const [name, ...rest] = args
  if (name === '--help' || name === '-h') {
    terminal.write(generalHelp(commands))
    return 0
  }
  if (name === '--version') {
    terminal.write(`${manifest.version}\n`)
    return 0
  }
  const command = commands.find((each) => each.name === name)
  if (!command) {
    const names = commands.map((each) => each.name).join(', ')
    terminal.problem(
      name === undefined
        ? `which command? There are ${names}; see survey --help`
        : `there is no command '${name}', only ${names}`,
    )
    return BAD_USAGE
  }
  const read = readArguments(command, rest, environment)
  if (read.wants === 'help') {
    terminal.write(commandHelp(command))
    return 0
  }
  if (read.wants === 'correction') {
    terminal.problem(`${read.problem} (see survey ${command.name} --help)`)
    return BAD_USAGE
  }
  const code = await command.run({ files: read.files, options: read.options, terminal })
  return terminal.hadProblems() ? BAD_USAGE : code
}
