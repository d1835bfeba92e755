import { getSystemErrorMap } from 'node:util'
import { printable } from '../core'
import { painter, type Paint } from './paint'

export { printable }

/** Where a command writes. */
export interface Terminal {
  /** To standard output. */
  write(text: string): void
  /** To standard error, as one line: something could not be done. */
  problem(message: string): void
  /** To standard error, as one line: all is well, but perhaps not as the author thinks. */
  note(message: string): void
  /** Whether anything could not be done. */
  hadProblems(): boolean
  /** Colours text for standard output, where a person is looking at it. */
  readonly paint: Paint
}

export function terminalOf({ stdout, stderr }: Pick<NodeJS.Process, 'stdout' | 'stderr'>): Terminal {
  let problems = 0
  const tell = (message: string): void => void stderr.write(`survey: ${printable(message)}\n`)
  // The reader may leave before the end, as `head` does: what follows is then written to nobody.
  stderr.on('error', () => undefined)
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return
    if (problems++ === 0)
      tell(`cannot write the result: ${getSystemErrorMap().get(error.errno ?? 0)?.[1] ?? error.message}`)
    process.exitCode = 2
  })
  return {
    write: (text) => void stdout.write(text),
    problem(message) {
      problems++
      tell(message)
    },
    note: tell,
    hadProblems: () => problems > 0,
    paint: painter(stdout.isTTY && stdout.hasColors()),
  }
}
