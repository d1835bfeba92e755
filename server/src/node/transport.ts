import { createConnection } from 'node:net'
import { getSystemErrorMap } from 'node:util'
import {
  IPCMessageReader,
  IPCMessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
  type MessageReader,
  type MessageWriter,
} from 'vscode-languageserver/node'
import type { Channel } from './arguments'
import { createHeaderWatch } from './headerWatch'

/** Both directions to an editor. */
export interface Transport {
  readonly reader: MessageReader
  readonly writer: MessageWriter
}

/** Opens a channel. `ended` is told when nothing can be read from it any more, with the reason where that is a fault; perhaps several times. */
export function openTransport(channel: Channel, ended: (fault?: string) => void): Transport {
  if (channel.kind === 'ipc') {
    if (process.send) process.on('disconnect', () => ended())
    else setImmediate(() => ended('--node-ipc is for a server that another Node.js process has started'))
    return { reader: new IPCMessageReader(process), writer: new IPCMessageWriter(process) }
  }
  if (channel.kind === 'stdio') return overStreams(process.stdin, process.stdout, 'standard input', ended)
  const socket =
    channel.kind === 'socket' ? createConnection(channel.port, '127.0.0.1') : createConnection(channel.name)
  return overStreams(socket, socket, channel.kind === 'socket' ? `port ${channel.port}` : `pipe ${channel.name}`, ended)
}

function overStreams(
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
  name: string,
  ended: (fault?: string) => void,
): Transport {
  // Listens first, so that nobody takes what stands behind a broken header for messages for long.
  input.on(
    'data',
    createHeaderWatch((why) => ended(`${why}, so what follows cannot be read`)),
  )
  input.on('end', () => ended())
  input.on('close', () => ended())
  input.on('error', (error: NodeJS.ErrnoException) => ended(`${name}: ${reasonOf(error)}`))
  // Nobody listens any more, and there is nobody to tell.
  output.on('error', () => ended())
  return { reader: new StreamMessageReader(input), writer: new StreamMessageWriter(output) }
}

const reasonOf = (error: NodeJS.ErrnoException): string =>
  getSystemErrorMap().get(error.errno ?? 0)?.[1] ?? error.message
