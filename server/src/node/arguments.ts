/** How a server and its editor reach each other. */
export type Channel =
  | { readonly kind: 'stdio' }
  | { readonly kind: 'ipc' }
  | { readonly kind: 'socket'; readonly port: number }
  | { readonly kind: 'pipe'; readonly name: string }

export type ServerArguments =
  | { readonly wants: 'help' }
  | { readonly wants: 'version' }
  | { readonly wants: 'correction'; readonly problem: string }
  /** `ignored` are arguments that mean nothing. Editors add some of their own, which must not keep a server from serving. */
  | { readonly wants: 'serve'; readonly channel: Channel; readonly ignored: readonly string[] }

/** What stands behind `survey-language-server`. Never throws: what is wrong comes back as one line. */
export function readServerArguments(args: readonly string[]): ServerArguments {
  const channels: Channel[] = []
  const ignored: string[] = []
  for (let at = 0; at < args.length; at++) {
    const [name = '', ...rest] = (args[at] ?? '').split('=')
    const hasValue = rest.length > 0
    const value = (): string => (hasValue ? rest.join('=') : (args[++at] ?? ''))
    if (name === '--help' || name === '-h') return { wants: 'help' }
    if (name === '--version') return { wants: 'version' }
    if (name === '--stdio') channels.push({ kind: 'stdio' })
    else if (name === '--node-ipc') channels.push({ kind: 'ipc' })
    else if (name === '--socket') {
      const given = value()
      const port = /^\d{1,5}$/u.test(given) ? Number(given) : 0
      if (port < 1 || port > 65_535) return wrong(`--socket needs a port from 1 to 65535, not '${given}'`)
      channels.push({ kind: 'socket', port })
    } else if (name === '--pipe') {
      const given = value()
      if (given === '') return wrong('--pipe needs the name of a pipe')
      channels.push({ kind: 'pipe', name: given })
    } else if (name === '--clientProcessId') value()
    else ignored.push(args[at] ?? '')
  }
  const [channel, another] = channels
  if (another) return wrong(`one of ${CHANNELS} is enough`)
  if (channel) return { wants: 'serve', channel, ignored }
  const [unknown] = ignored
  return wrong(
    unknown === undefined ? `which channel? Give ${CHANNELS}` : `there is no option ${unknown}; give ${CHANNELS}`,
  )
}

const wrong = (problem: string): ServerArguments => ({ wants: 'correction', problem })

const CHANNELS = '--stdio, --node-ipc, --socket or --pipe'

export const serverHelp = `Serves technology-landscape surveys in Markdown to an editor, by the Language Server Protocol.

Usage: survey-language-server CHANNEL [OPTION…]

Channels:
  --stdio                Speak over standard input and output; what most editors want
  --node-ipc             Speak over the channel of the Node.js process that started this one
  --socket=PORT          Connect to a port of this computer, where the editor listens
  --pipe=NAME            Connect to a named pipe or a socket file, where the editor listens

Options:
  --clientProcessId=PID  End when that process has ended
  --help                 Print this
  --version              Print the version

The survey command checks surveys without an editor: survey --help.
`
