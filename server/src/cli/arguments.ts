import { parseArgs } from 'node:util'
import type { Command } from './command'

export type Arguments =
  | { readonly wants: 'help' }
  | { readonly wants: 'correction'; readonly problem: string }
  | { readonly wants: 'run'; readonly files: readonly string[]; readonly options: Readonly<Record<string, string>> }

/** What stands after the command's name. Never throws: what is wrong comes back as one line. */
export function readArguments(command: Command, args: readonly string[], environment: NodeJS.ProcessEnv): Arguments {
  const known = Object.entries(command.options)
  const { tokens } = parseArgs({
    args: [...args],
    options: {
      help: { type: 'boolean', short: 'h' },
      ...Object.fromEntries(
        known.map(([name, { value }]) => [name, { type: value === '' ? ('boolean' as const) : ('string' as const) }]),
      ),
    },
    allowPositionals: true,
    // Node's own messages run over several sentences; ours are below.
    strict: false,
    tokens: true,
  })
  const files: string[] = []
  const given = new Map<string, string>()
  for (const token of tokens) {
    if (token.kind === 'positional') files.push(token.value)
    if (token.kind !== 'option') continue
    if (token.name === 'help') return { wants: 'help' }
    const option = Object.hasOwn(command.options, token.name) ? command.options[token.name] : undefined
    if (!option) return wrong(`there is no option ${token.rawName}`)
    if (option.value === '' && token.value !== undefined) return wrong(`${token.rawName} has no value`)
    if (option.value === '') {
      given.set(token.name, 'yes')
      continue
    }
    if (token.value === undefined) return wrong(`${token.rawName} needs a value: ${option.value}`)
    given.set(token.name, token.value)
  }
  if (files.length === 0) return wrong('which file?')
  const options: Record<string, string> = {}
  for (const [name, option] of known) {
    const fromVariable = option.variable === undefined ? undefined : environment[option.variable] || undefined
    const value = given.get(name) ?? fromVariable
    if (value !== undefined && !option.accepts(value)) {
      return wrong(`${given.has(name) ? `--${name}` : option.variable} must be ${option.wanted}, not '${value}'`)
    }
    if (value === undefined && option.required) return wrong(`--${name} is needed: ${option.summary}`)
    options[name] = value ?? option.otherwise()
  }
  return { wants: 'run', files, options }
}

const wrong = (problem: string): Arguments => ({ wants: 'correction', problem })
