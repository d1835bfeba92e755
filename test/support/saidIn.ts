import type { Choices } from '../../server/src/core'

/** The options that a note tells to give on a command line, as a shell would read them; none where no note does. */
export function saidIn(notes: readonly string[]): Choices {
  const line = notes.find((note) => note.includes('survey convert ')) ?? ''
  return Object.fromEntries(
    [...line.matchAll(/--(\S+) '?([^\s']+)/gu)].map(([, name = '', value = '']) => [name, value]),
  )
}
