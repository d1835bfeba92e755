import { isReferencesTitle } from '../survey/referenceTitles'
import { openDocument, type Document } from '../document'
import { readConfig } from '../survey/config'
import { hintsFrom } from '../survey/config/hints'
import { globFor } from '../survey/config/list'
import { declaredProfile } from '../survey/detect'
import { REFERENCES, type Profile } from '../survey/profile'
import type { Survey } from '../survey/model'
import { profiles } from '../survey/profiles'
import { INFERRED } from '../survey/structure/inferred'
import { mostCommon } from '../text/mostCommon'
import { lastAtMost } from '../text/search'
import type { Span } from '../text/span'
import { normalTitle, startsUnspaced, titleMatcher } from '../survey/titles'
import { labelsOf, type FreeLabel } from './deriveProfile/labels'
import { membersOf, type Members } from './deriveProfile/members'
import { derivedSections, type DerivedSection } from './deriveProfile/sections'
import { NONE_WORDS, PLACEHOLDER_WORDS } from './deriveProfile/words'

/**
 * The text of a `.survey.json` by which a file is read as it is written: what its sibling headings have in common below them are
 * the sections. Undefined where they have nothing in common. `name` is the file's own in its folder, if it has one.
 */
export function derivedProfile(document: Document, name?: string): string | undefined {
  const derived = derivedByHeadings(document, name)
  if (document.survey.profile.name !== INFERRED) return derived
  return derived !== undefined && isSameBy(derived, document, name) ? derived : writtenDown(document, name)
}

/** Whether a file has the same initiatives and sections by a config as by its own structure. */
function isSameBy(config: string, { text, survey }: Document, name: string | undefined): boolean {
  const other = openDocument(text, hintsFrom(readConfig(config).config, name ?? ''))
  const placesIn = ({ initiatives }: Survey): string =>
    JSON.stringify(
      initiatives.map(({ label, sections }) => [
        label.span.from,
        sections.filter(({ kind }) => kind !== undefined).map((section) => section.label.span.from),
      ]),
    )
  return other.recognition.survey && placesIn(other.survey) === placesIn(survey)
}

/** What is inferred from a file, as its config. */
function writtenDown({ buffer, survey: { profile } }: Document, name: string | undefined): string {
  const declared = declaredProfile(buffer)
  const own = declared !== undefined && !['true', 'false', INFERRED].includes(declared) ? declared : 'own'
  const lines = [
    listProperty(
      'initiative',
      profile.initiative.map(({ kind, title, aliases, required }) => ({ kind, title, aliases, required, hint: '' })),
    ),
  ]
  return wholeConfig(own, name, lines)
}

function derivedByHeadings(document: Document, name: string | undefined): string | undefined {
  const labels = labelsOf(document)
  const found = membersOf(document, labels)
  if (!found) return undefined
  const base = closestProfile(document, found)
  const sections = derivedSections(found.members, base)
  if (sections.length === 0) return undefined
  const parts = { document, labels, found, base, sections }
  const attempts = [
    configText(parts, { isOpened: (found.opening?.level ?? 1) > 1 }),
    configText(parts, { isOpened: found.opening !== undefined }),
    ...(name === undefined ? [] : [configText(parts, { isOpened: found.opening !== undefined, file: name })]),
  ]
  // Each is tried by reading the whole text.
  return [...new Set(attempts)].find((text) => isRightFor(document, found, text, name)) ?? attempts.at(-1)
}

interface Parts {
  readonly document: Document
  readonly labels: readonly FreeLabel[]
  readonly found: Members
  readonly base: Profile
  readonly sections: readonly DerivedSection[]
}

/** The profile that knows most of what stands there; what is derived extends it. */
function closestProfile({ survey }: Document, { members }: Members): Profile {
  const titles = members.flatMap(({ children }) => children.map(({ normal }) => normal))
  const knows = (profile: Profile): number => {
    const match = titleMatcher(profile.initiative, profile.suffixes)
    return titles.filter((title) => match(title)).length
  }
  const shipped = profiles.find(({ name }) => name === survey.profile.name)
  const [first = profiles[0], ...others] = shipped
    ? [shipped, ...profiles.filter((profile) => profile !== shipped)]
    : profiles
  return others.reduce((best, profile) => (knows(profile) > knows(best) ? profile : best), first)
}

/** Whether a file is a survey by a config, and has the same initiatives, of which those lack nothing that have every section. */
function isRightFor({ text }: Document, { members }: Members, config: string, name: string | undefined): boolean {
  const { survey, recognition } = openDocument(text, hintsFrom(readConfig(config).config, name ?? ''))
  const starts = new Set(members.map(({ label }) => label.at))
  return (
    recognition.survey &&
    survey.initiatives.length === starts.size &&
    survey.initiatives.every(({ label }) => starts.has(label.span.from))
  )
}

function configText(parts: Parts, { isOpened, file }: { readonly isOpened: boolean; readonly file?: string }): string {
  const { document, found, base, sections } = parts
  const declared = declaredProfile(document.buffer)
  // Front matter goes on naming what it names.
  const name = declared !== undefined && !['true', 'false'].includes(declared) ? declared : 'own'
  const extended = profiles.some((profile) => profile.name === name) ? name : profiles[0].name
  const numbered = found.members.filter(({ label }) => label.isNumbered).length * 2 >= found.members.length
  const placeholders = wordsFound(base.placeholders, PLACEHOLDER_WORDS, parts)
  const none = wordsFound(base.none, NONE_WORDS, parts)
  const lines = [
    ...(base.name === extended ? [] : [property('extends', base.name)]),
    property('initiatives', { ...(isOpened && found.opening && headingOf(found.opening)), numbered }),
    listProperty(
      'initiative',
      sections.map((section) => ({ ...section, hint: '' })),
    ),
    listProperty('survey', ownSections(parts)),
    ...(placeholders.length > 0 ? [property('placeholders', [...base.placeholders, ...placeholders])] : []),
    ...(none.length > 0 ? [property('none', [...base.none, ...none])] : []),
  ]
  return wholeConfig(name, file, lines)
}

/** The config that selects a profile and describes it, line by line, and lists a file where one is given. */
function wholeConfig(name: string, file: string | undefined, lines: readonly string[]): string {
  return `{\n  "profile": ${JSON.stringify(name)},\n${file === undefined ? '' : `  "files": ${onOneLine([globFor(file)])},\n`}  "profiles": {\n    ${JSON.stringify(name)}: {\n${lines.join(',\n')}\n    }\n  }\n}\n`
}

const property = (name: string, value: unknown): string => `      ${JSON.stringify(name)}: ${onOneLine(value)}`

const listProperty = (name: string, items: readonly unknown[]): string =>
  `      ${JSON.stringify(name)}: [\n${items.map((item) => `        ${onOneLine(item)}`).join(',\n')}\n      ]`

/** A raw line break can only be layout: in strings they are escaped. */
const onOneLine = (value: unknown): string => JSON.stringify(value, null, 1).replace(/\n\s*/gu, ' ')

/** Its last word is what such headings end with, in a language that has words. */
function headingOf({ title, normal }: FreeLabel): { readonly title: string; readonly endings: readonly string[] } {
  return { title, endings: [startsUnspaced(normal) ? normal : (normal.split(' ').at(-1) ?? normal)] }
}

/** The sections of the survey itself: what stands as high as the heading above the initiatives, and the list of references. */
function ownSections({ document, labels, found: { opening, members }, base }: Parts): readonly object[] {
  const level = opening && opening.level > 1 ? opening.level : Math.max(2, members[0]?.label.level ?? 2)
  const starts = new Set(members.map(({ label }) => label.at))
  const [from, to] = [members[0]?.label.at ?? 0, members.at(-1)?.label.at ?? 0]
  // What stands among the initiatives, and as high as they do, is more likely one of them.
  const own = labels.filter(
    (label) =>
      label.level === level &&
      label.normal !== '' &&
      label !== opening &&
      !starts.has(label.at) &&
      (label.at < from || label.at > to || level !== members[0]?.label.level),
  )
  const match = titleMatcher(base.survey, base.suffixes)
  const list = referenceList(document, own)
  const sections = new Map<
    string,
    { readonly kind?: string | undefined; readonly title: string; readonly aliases: string[] }
  >()
  const isListToo = ({ normal }: FreeLabel): boolean =>
    list !== undefined && (normal === list.normal || match(normal)?.kind === REFERENCES)
  for (const label of own.filter((each, i) => each === list || (i < MOST_OWN_SECTIONS && !isListToo(each)))) {
    const kind = label === list ? REFERENCES : match(label.normal)?.kind
    const same = sections.get(kind ?? `?${label.normal}`)
    if (!same) sections.set(kind ?? `?${label.normal}`, { kind, title: label.title, aliases: [] })
    else if (normalTitle(same.title) !== label.normal) same.aliases.push(label.title)
  }
  if (!sections.has(REFERENCES))
    sections.set(REFERENCES, {
      kind: REFERENCES,
      title: base.survey.find(({ kind }) => kind === REFERENCES)?.title ?? 'References',
      aliases: [],
    })
  return [...sections.values()].map((section) => ({ ...section, hint: '' }))
}

/** A text with more sections of its own than this is none that others are written after. */
const MOST_OWN_SECTIONS = 20

/**
 * The heading with most of the file's numbered sources below it, whatever it says. An ordered list is one of sources only where its heading says
 * so: steps, advice and tables of contents are lists, too.
 */
function referenceList({ gathered: { entries } }: Document, own: readonly FreeLabel[]): FreeLabel | undefined {
  const labelOf = ({ span }: { readonly span: Span }): FreeLabel | undefined =>
    own[lastAtMost(own, span.from - 1, ({ at }) => at)]
  return mostCommon(entries, (entry) => {
    const label = labelOf(entry)
    // Steps and ranks are no sources.
    return label && (entry.form !== 'ordered' || isReferencesTitle(label.normal)) ? label : undefined
  })
}

/** Without the dots and blanks at its end. A pattern would begin anew at each blank of many. */
function withoutEnd(body: string): string {
  let end = body.length
  while (end > 0 && /[\s.。…]/u.test(body.charAt(end - 1))) end--
  return body.slice(0, end)
}

/** The words that stand alone in a section, beside those that the profile has already. */
function wordsFound(
  known: readonly string[],
  vocabulary: readonly string[],
  { found: { members } }: Parts,
): readonly string[] {
  const wanted = new Set(vocabulary.map((word) => word.toLowerCase()))
  const bodies = members.flatMap(({ children }) => children.map(({ body }) => withoutEnd(body)))
  return [...new Set(bodies.filter((body) => wanted.has(body.toLowerCase()) && !known.includes(body)))]
}
