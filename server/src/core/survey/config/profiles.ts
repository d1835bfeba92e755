import type { Profile } from '../profile'
import { profiles } from '../profiles'
import type { WrittenProfile } from './format'
import type { Report } from './problem'
import { hasWord, sectionsFrom, surveySectionsFrom } from './sections'
import type { Written } from './shapes'
import { INFERRED } from '../structure/inferred'

/** The profiles that a `.survey.json` describes, by the name that front matter has for them. Each is whole: what it leaves out it has from what it extends. */
export function profilesFrom(
  written: readonly (readonly [name: Written, profile: WrittenProfile])[],
  report: Report,
): ReadonlyMap<string, Profile> {
  const described = new Map(written.map(([name, profile]) => [keyOf(name.value), { name, profile }]))
  const made = new Map<string, Profile>()

  const make = (key: string, way: readonly string[]): Profile | undefined => {
    const known = made.get(key) ?? (described.has(key) ? undefined : shippedNamed(key))
    const own = described.get(key)
    if (known || !own) return known
    const profile = profileFrom(
      own.name.value.trim(),
      own.profile,
      baseOf(key, own.profile.extends, [...way, key]),
      report,
    )
    made.set(key, profile)
    return profile
  }

  const baseOf = (key: string, wanted: Written | undefined, way: readonly string[]): Profile => {
    const otherwise = shippedNamed(key) ?? profiles[0]
    if (!wanted || (shippedNamed(key) && keyOf(wanted.value) === key)) return otherwise
    const base = keyOf(wanted.value)
    if (way.includes(base)) {
      report(
        wanted.span,
        base === key
          ? 'A profile cannot extend itself.'
          : `“${wanted.value}” extends this profile, so this one cannot extend it.`,
      )
      return otherwise
    }
    const found = make(base, way)
    if (!found)
      report(
        wanted.span,
        noSuchProfile(
          wanted.value,
          [...described.keys()].filter((each) => each !== key),
        ),
      )
    return found ?? otherwise
  }

  for (const [key, { name }] of described) {
    if (!NAME.test(name.value))
      report(
        name.span,
        'The name of a profile has only letters, digits, `-` and `_`: else front matter cannot name it.',
      )
    if (TAKEN.has(key))
      report(
        name.span,
        `A profile cannot be called “${name.value}”: in front matter \`survey: ${key}\` means something else.`,
      )
    make(key, [])
  }
  return made
}

/** Whether front matter can name a profile so. */
export const isName = (name: string): boolean => NAME.test(name) && !TAKEN.has(keyOf(name))

const NAME = /^[\p{L}\p{N}_-]+$/u

/** What front matter means something else by. */
const TAKEN: ReadonlySet<string> = new Set(['true', 'false', INFERRED])

/** Front matter and settings take no notice of case. */
export const keyOf = (name: string): string => name.trim().toLowerCase()

export const noSuchProfile = (name: string, own: readonly string[]): string =>
  `The profile “${name}” does not exist. There are ${[...new Set([...own, ...profiles.map((profile) => profile.name)])].join(', ')}.`

const shippedNamed = (key: string): Profile | undefined => profiles.find(({ name }) => name === key)

function profileFrom(name: string, written: WrittenProfile, base: Profile, report: Report): Profile {
  const { initiatives, initiative, survey, suffixes, placeholders, none, own } = written
  return {
    name,
    initiatives: {
      title: titleFrom(initiatives?.title, report) ?? base.initiatives.title,
      endings: valuesOf(initiatives?.endings) ?? base.initiatives.endings,
      numbered: initiatives?.numbered ?? base.initiatives.numbered,
      isTelling: base.initiatives.isTelling && !initiatives?.title && !initiatives?.endings,
    },
    initiative: initiativeFrom(initiative, base, report),
    survey: surveyFrom(survey, base, report),
    suffixes: valuesOf(suffixes) ?? base.suffixes,
    placeholders: valuesOf(placeholders) ?? base.placeholders,
    none: valuesOf(none) ?? base.none,
    own: valuesOf(own) ?? base.own,
  }
}

const titleFrom = (title: Written | undefined, report: Report): string | undefined =>
  title && hasWord(title.value, title.span, report) ? title.value : undefined

function initiativeFrom(written: WrittenProfile['initiative'], base: Profile, report: Report): Profile['initiative'] {
  if (!written) return base.initiative
  const sections = sectionsFrom(written.value, base.initiative, true, report)
  if (sections.length === 0) report(written.span, `No section here can be used; those of “${base.name}” are used.`)
  return sections.length === 0 ? base.initiative : sections
}

function surveyFrom(written: WrittenProfile['survey'], base: Profile, report: Report): Profile['survey'] {
  return written ? surveySectionsFrom(written.value, base.survey, written.span, report) : base.survey
}

const valuesOf = (written: readonly Written[] | undefined): readonly string[] | undefined =>
  written?.map(({ value }) => value)
