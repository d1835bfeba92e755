import { styleNamed } from '../references'
import type { ReferenceFields } from '../references/dialect'
import { listFormNamed } from '../references/forms'
import type { Dialect } from '../survey/model'
import type { Profile, SectionTemplate } from '../survey/profile'
import { REFERENCES } from '../survey/profile'
import { withoutCitations } from '../survey/titles'

/** New text in pieces: words as they stand, and places to stop at, each with what stands there until the author writes. */
export type Part = string | { readonly stop: string }

/** What is not yet written, in text that no snippet fills in. */
export const PLACEHOLDER = '???'

/** Plain text: every stop holds its placeholder. */
export const toText = (parts: readonly Part[]): string =>
  parts.map((part) => (typeof part === 'string' ? part : part.stop)).join('')

/** The snippet syntax of LSP: stops are visited in order, and the cursor ends behind the text. */
export function toSnippet(parts: readonly Part[]): string {
  let stops = 0
  const snippet = parts.map((part) =>
    typeof part === 'string' ? escaped(part) : `\${${++stops}:${escaped(part.stop)}}`,
  )
  return `${snippet.join('')}$0`
}

const escaped = (text: string): string => text.replace(/[\\$}]/gu, String.raw`\$&`)

/** What this file calls a section: as its other initiatives do, else as the profile does. */
export const sectionTitle = (template: SectionTemplate, dialect: Dialect): string =>
  dialect.titles.get(template.kind) ?? template.title

/** `#### Strengths`, `_Strengths_`. */
export function sectionLabel(title: string, { section }: Dialect): string {
  return section.form === 'heading'
    ? heading(section.level, title)
    : `${section.mark}${writtenTitle(title)}${[...section.mark].reverse().join('')}`
}

/** A section of an initiative: its label, a blank line, and where to write. */
export const sectionParts = (template: SectionTemplate, dialect: Dialect): readonly Part[] => [
  sectionLabel(sectionTitle(template, dialect), dialect),
  paragraph(dialect),
  { stop: PLACEHOLDER },
]

/** An initiative with every section that the profile requires. A number of `undefined` leaves it unnumbered. */
export function initiativeParts(profile: Profile, dialect: Dialect, number: number | undefined): readonly Part[] {
  const sections = profile.initiative
    .filter(({ required }) => required)
    .flatMap((template) => [paragraph(dialect), ...sectionParts(template, dialect)])
  return [
    `${'#'.repeat(dialect.initiativeLevel)} ${number === undefined ? '' : `#${number} `}`,
    { stop: PLACEHOLDER },
    ...sections,
  ]
}

/** An entry of the reference list on one line, without its link definition. What is not known becomes a stop. */
export function referenceParts(
  dialect: Dialect,
  number: number,
  known: Partial<Record<keyof ReferenceFields, string>> = {},
): readonly Part[] {
  const accessed = known.accessed?.replaceAll('-', dialect.dateHyphen)
  const entry = styleNamed(dialect.references).format({ ...known, ...(accessed !== undefined && { accessed }) })
  const form = listFormNamed(dialect.citation === 'footnote' ? 'footnote' : 'bracketed')
  return [`${form.label(number, citation(dialect, number))} `, ...stopsAt(PLACEHOLDER, entry)]
}

/** `[7]: https://example.org 'Title'`, as Markdown wants it. */
export function definitionText(number: number, url: string, title?: string): string {
  if (title === undefined) return `[${number}]: ${url}`
  const quote = title.includes("'") ? '"' : "'"
  return `[${number}]: ${url} ${quote}${title.replaceAll(quote, `\\${quote}`)}${quote}`
}

/** `[7]`, `[[7]]` or `[^7]`. */
export const citation = (dialect: Pick<Dialect, 'citation'>, number: number): string =>
  WRITTEN[dialect.citation](number)

const WRITTEN: Readonly<Record<Dialect['citation'], (number: number) => string>> = {
  single: (number) => `[${number}]`,
  double: (number) => `[[${number}]]`,
  footnote: (number) => `[^${number}]`,
}

/** A section of the survey itself. */
export const surveySectionParts = (template: SectionTemplate, dialect: Dialect): readonly Part[] => [
  heading(dialect.surveyLevel, template.title),
  paragraph(dialect),
  { stop: PLACEHOLDER },
]

/** A whole new survey with one initiative and an empty reference list. */
export function surveyParts(profile: Profile, dialect: Dialect): readonly Part[] {
  const between = paragraph(dialect)
  return [
    `${'#'.repeat(Math.max(1, dialect.surveyLevel - 1))} `,
    { stop: PLACEHOLDER },
    between,
    { stop: PLACEHOLDER },
    between,
    heading(dialect.surveyLevel, profile.initiatives.title),
    between,
    ...initiativeParts(profile, dialect, dialect.numbered ? 1 : undefined),
    ...profile.survey.flatMap((template) => [between, ...surveySectionParts(template, dialect)]),
    dialect.lineBreak,
  ]
}

/** The heading of a reference list, for a survey that has none. */
export const referencesHeading = (profile: Profile, dialect: Dialect): string =>
  heading(dialect.surveyLevel, profile.survey.find(({ kind }) => kind === REFERENCES)?.title ?? 'References')

/** A heading of the text that reads as this title. */
export const heading = (level: number, title: string): string => `${'#'.repeat(level)} ${writtenTitle(title)}`

/** So that nothing of it is an initiative's number, marks that close a heading, a comment, an anchor or a citation. */
const writtenTitle = (title: string): string =>
  withoutCitations(title).replace(/^(?=#[ \t]?[\d?])|(?=<(?:!--|a\s))|(?<![^ \t])#*(?=#$)/giu, '$&\\')

const paragraph = ({ lineBreak }: Dialect): string => lineBreak.repeat(2)

function stopsAt(placeholder: string, text: string): readonly Part[] {
  return text
    .split(placeholder)
    .flatMap((words, i) => [...(i > 0 ? [{ stop: placeholder }] : []), ...(words ? [words] : [])])
}
