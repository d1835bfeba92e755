import type { Command } from './command'

export const generalHelp = (
  commands: readonly Command[],
): string => `Reads and checks technology-landscape surveys in Markdown.

Usage: survey COMMAND [OPTION…] FILE…
       FILE is a path, or - for standard input.

Commands:
${table(commands.map(({ name, summary }) => [name, summary]))}

Options:
${table([
  ['--help', 'Show help for survey, or for a command'],
  ['--version', 'Print the version'],
])}

${EXIT_CODES}
`

export const commandHelp = (command: Command): string => `${command.summary}

Usage: survey ${command.name} [OPTION…] ${command.usage ?? 'FILE…'}
       FILE is a path, or - for standard input.

Options:
${table([...Object.entries(command.options).map(([name, { value, summary }]): Row => [`--${name} ${value}`.trimEnd(), summary]), ['--help', 'Show this help']])}

${[...command.details, EXIT_CODES].join('\n\n')}
`

const EXIT_CODES = `Exit code: 0 when all is well, 1 when there are findings that matter (see check --fail-on) or
when a survey cannot be changed safely, 2 when the command line is wrong, a file could not be read or
written, or a .survey.json is broken.`

type Row = readonly [left: string, right: string]

/** Two columns; a left side that is too wide for its column gets a line of its own. */
function table(rows: readonly Row[]): string {
  const width = Math.min(24, Math.max(...rows.map(([left]) => left.length)))
  return rows
    .map(([left, right]) =>
      left.length > width ? `  ${left}\n  ${''.padEnd(width)}  ${right}` : `  ${left.padEnd(width)}  ${right}`,
    )
    .join('\n')
}
