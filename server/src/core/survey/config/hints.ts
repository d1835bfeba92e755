import { matchesGlob } from '../../text/glob'
import type { Config } from '../config'
import type { Hints } from '../detect'

/** What a `.survey.json` says of one file, whose path is relative to its folder and has parts separated by `/`. */
export function hintsFrom(config: Config | undefined, path: string): Hints {
  if (!config) return {}
  const configListsAs = config.files.find((glob) => matchesGlob(glob, path))
  return { config, ...(configListsAs !== undefined && { configListsAs }) }
}
