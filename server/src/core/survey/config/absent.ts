import type { Config } from '../config'
import { isGlob } from '../../text/glob'
import type { ConfigProblem } from './problem'

/**
 * What of the `references` of a `.survey.json` nothing can be read of, at its words there. Only whoever looks at the files can tell:
 * `messages` says why, by what is written. Nothing is wrong with the file itself, and a bibliography may still come.
 */
export const referenceProblems = (
  { references }: Config,
  messages: ReadonlyMap<string, string>,
): readonly ConfigProblem[] =>
  references.flatMap(({ value, span }) => {
    const message = messages.get(value)
    return message === undefined ? [] : [{ span, message, severity: 'warning' as const }]
  })

/** Why nothing is read of a path or a glob that no file can be found for. */
export const absentMessage = (glob: string): string =>
  /^[a-z][a-z\d+.-]+:\/\//iu.test(glob)
    ? `“${glob}” is an address, and nothing is fetched from the network. Save the file here and name it by its path.`
    : isGlob(glob)
      ? `No bibliography matches “${glob}” yet, so no sources are offered from there. A file that does is read as soon as it is there.`
      : `“${glob}” is not there, or cannot be read, so no sources are offered from it. It is read as soon as it is there.`
