import { FRONT_MATTER_LIMIT, frontMatterLength, mayOpenFrontMatter } from '../markdown'
import type { Span } from '../text/span'
import type { Text } from '../text/text'
import type { Profile, SectionTemplate } from './profile'
import { normalTitle } from './titles'

/** What the front matter says after `survey-omit:`, and where the whole of it stands. Offsets are UTF-16 units. */
export interface Omission {
  readonly names: readonly string[]
  readonly span: Span
}

const OMISSION =
  /^survey-omit[ \t]*:[ \t]*(?:\[([^\]\n]{0,1000})\]|([^\s[#][^\n#]{0,200}))?[ \t]*(?:#.*)?\r?$((?:\n[ \t]*-[ \t]+[^\n]{1,200})*)/imu

/** The sections that a file does without: `survey-omit: [threats]`, `survey-omit: threats`, or a list below it. */
export function omissionIn(text: Text): Omission | undefined {
  if (!mayOpenFrontMatter(text.slice(0, 4))) return undefined
  const beginning = text.slice(0, FRONT_MATTER_LIMIT)
  const match = OMISSION.exec(beginning.slice(0, frontMatterLength(beginning)))
  if (!match) return undefined
  const [whole, flow, word, block = ''] = match
  const written = [...(flow ?? word ?? '').split(','), ...block.split(/\n[ \t]*-[ \t]+/u)]
  const names = written.map((name) => name.trim().replace(/^(["'])(.*)\1$/u, '$2')).filter((name) => name !== '')
  return { names, span: { from: match.index, to: match.index + whole.trimEnd().length } }
}

/** A profile that does not require some of its sections, which are named by kind or title. The same object for the same names. */
export function omitting(profile: Profile, names: readonly string[]): Profile {
  if (names.length === 0) return profile
  const known = lessened.get(profile) ?? new Map<string, Profile>()
  lessened.set(profile, known)
  const key = names.map(normalTitle).sort().join('\n')
  const found = known.get(key) ?? { ...profile, omits: names, initiative: lessRequired(profile.initiative, names) }
  known.set(key, found)
  return found
}

const lessened = new WeakMap<Profile, Map<string, Profile>>()

function lessRequired(templates: readonly SectionTemplate[], names: readonly string[]): readonly SectionTemplate[] {
  const wanted = new Set(names.map(normalTitle))
  return templates.map((template) =>
    [template.kind, template.title, ...template.aliases].some((name) => wanted.has(normalTitle(name)))
      ? { ...template, required: false }
      : template,
  )
}
