import { configFormat } from './config/format'
import { parseJson } from './config/json'
import type { ConfigProblem, Report } from './config/problem'
import { keyOf, profilesFrom, noSuchProfile } from './config/profiles'
import type { Written } from './config/shapes'
import { endOfLine } from '../text/lines'
import type { Profile } from './profile'
import { profileNamed } from './profiles'
import { INFERRED } from './structure/inferred'

/** A file of this name speaks for the surveys in its folder and below, down to the next one. */
export const CONFIG_NAME = '.survey.json'

/** What a `.survey.json` says. A value: nothing is looked up later. */
export interface Config {
  /** The profiles that it describes, by their names in lower case. */
  readonly profiles: ReadonlyMap<string, Profile>
  /** The one that files are read by which name none themselves; the default where it says nothing. */
  readonly profile?: Profile
  /** Whether it asks for a profile that is inferred from each file. */
  readonly isInferred: boolean
  /** Globs of surveys, relative to its folder. */
  readonly files: readonly string[]
  /** Globs of bibliographies whose sources its surveys may cite, relative to its folder, and where they stand in it. */
  readonly references: readonly Written[]
}

/** Reads the text of a `.survey.json`: what is right in it, and what is not, in text order. Never fails. */
export function readConfig(text: string): { readonly config: Config; readonly problems: readonly ConfigProblem[] } {
  const problems: ConfigProblem[] = []
  const report: Report = ({ from, to }, message) =>
    void problems.push({ span: { from, to: Math.min(to, endOfLine(text, from)) }, message })
  const tree = parseJson(text, report)
  const written = tree && configFormat(tree, CONFIG_NAME, report)
  const profiles = profilesFrom(written?.profiles ?? [], report)
  const wanted = written?.profile
  const profile = wanted && profileNamed(keyOf(wanted.value), profiles)
  const isInferred = wanted !== undefined && keyOf(wanted.value) === INFERRED
  if (wanted && !profile && !isInferred) report(wanted.span, noSuchProfile(wanted.value, [...profiles.keys()]))
  return {
    config: {
      profiles,
      isInferred,
      files: written?.files?.map(({ value }) => value) ?? [],
      references: written?.references ?? [],
      ...(profile && { profile }),
    },
    problems: problems.sort((a, b) => a.span.from - b.span.from),
  }
}
