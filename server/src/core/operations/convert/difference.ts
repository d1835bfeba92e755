import type { Document } from '../../document'
import type { Reference } from '../../references/model'
import { initiativeName, quoted } from '../../survey/names'
import type { Initiative, Section } from '../../survey/model'
import type { Span } from '../../text/span'

/** What reads otherwise after a conversion than before. */
export interface Difference {
  /** The item that must be to blame, as items are keyed; undefined where leaving one alone does not help. */
  readonly key?: string
  /** A sentence. */
  readonly message: string
  /** Where in the text as it is. */
  readonly span?: Span | undefined
  /** The same in the result, where that says it better. */
  readonly spanAfter?: Span | undefined
}

/** Whether two texts say the same: initiatives, sections and their states, what is cited, and what is listed. The first differences. */
export function differences(before: Document, after: Document): readonly Difference[] {
  const [a, b] = [before.survey, after.survey]
  if (before.recognition.survey !== after.recognition.survey)
    return [{ message: 'The file would no longer be read as a survey.' }]
  const described = differing(a.initiatives, b.initiatives, initiative)
  if (described.length > 0) return described.flatMap((i) => inInitiative(a.initiatives[i], b.initiatives[i]))
  const [own] = differing(a.sections, b.sections, section)
  if (own !== undefined)
    return [
      {
        message: `The section ${quoted((a.sections[own] ?? b.sections[own])?.title ?? '')} would be read differently.`,
        span: a.sections[own]?.label.span,
      },
    ]
  const listed = differing(a.references, b.references, entry)
  if (listed.length > 0)
    return listed.map((i) => ({
      key: `reference ${i}`,
      message: `[${(a.references[i] ?? b.references[i])?.number ?? 0}] would be read differently.`,
    }))
  const cited = differing(a.citations, b.citations, ({ number }) => number)
  if (cited.length > 0)
    return cited
      .map((i) => (a.citations[i] ?? b.citations[i])?.number ?? 0)
      .map((number) => ({ key: `citation ${number}`, message: `A citation of [${number}] would be read differently.` }))
  if (JSON.stringify(a.groups.map(({ numbers }) => numbers)) !== JSON.stringify(b.groups.map(({ numbers }) => numbers)))
    return [{ message: 'A group of citations would be read differently.' }]
  return []
}

/** The places where two lists differ; the first, where one of them is longer. */
function differing<T>(before: readonly T[], after: readonly T[], meaningOf: (item: T) => unknown): readonly number[] {
  const found: number[] = []
  for (let i = 0; i < Math.max(before.length, after.length); i++) {
    const [a, b] = [before[i], after[i]]
    if (a === undefined || b === undefined || JSON.stringify(meaningOf(a)) !== JSON.stringify(meaningOf(b)))
      found.push(i)
  }
  return before.length === after.length ? found : found.slice(0, 1)
}

/** As labels are keyed when they are converted. */
export const labelKey = ({ label }: Section): string => `label ${label.span.from}`

/** What becomes of an initiative, as far as it can be said in a sentence. */
function inInitiative(before: Initiative | undefined, after: Initiative | undefined): readonly Difference[] {
  if (!before || !after)
    return [
      {
        message: `There would be ${before ? 'no' : 'an'} initiative ${quoted((before ?? after)?.title ?? '')}.`,
        span: before?.label.span,
        spanAfter: before ? undefined : after?.label.span,
      },
    ]
  if (before.normal !== after.normal)
    return [{ message: `${quoted(after.title)} would be an initiative.`, spanAfter: after.label.span }]
  const name = initiativeName(before)
  const found: Difference[] = []
  let at = 0
  const isLike = (was: Section, is: Section | undefined): boolean =>
    is !== undefined && JSON.stringify(section(was)) === JSON.stringify(section(is))
  for (const [i, was] of before.sections.entries()) {
    for (let is = after.sections[at]; is && is.kind === undefined && !isLike(was, is); is = after.sections[++at]) {
      if (was.kind === undefined) break
      found.push({
        ...above(before.sections[i - 1]),
        message: `${quoted(is.words)} would be a section of ${name}.`,
        span: was.label.span,
      })
    }
    const is = after.sections[at]
    if (isLike(was, is)) at++
    else if (was.kind === undefined)
      found.push({
        ...above(before.sections[i - 1]),
        message: `${name} would no longer have a section ${quoted(was.words)}.`,
        span: was.label.span,
      })
    // What was a section behind it is found by itself.
    else if (is?.kind === was.kind && before.sections[i + 1] && before.sections[i + 1]?.kind === undefined) at++
    else
      return [
        ...found,
        {
          key: labelKey(was),
          message: `The section ${quoted(was.words)} of ${name} would be read differently.`,
          span: was.label.span,
        },
      ]
  }
  const more = after.sections[at]
  if (more)
    found.push({
      ...above(before.sections.at(-1)),
      message: `${quoted(more.words)} would be a section of ${name}.`,
      span: before.sections.at(-1)?.label.span ?? before.label.span,
    })
  return found.length > 0 ? found : [{ message: `${name} would be read differently.`, span: before.label.span }]
}

/** A title that the profile does not know is a section's where it is written as the label above it. */
const above = (label: Section | undefined): { readonly key?: string } =>
  label?.kind === undefined ? {} : { key: labelKey(label) }

const initiative = ({ number, normal, sections }: Initiative): unknown => [number, normal, sections.map(section)]

const section = ({ kind, words, state }: Section): unknown => [kind, words, state]

const entry = ({ number, title, authors, url, source, accessedOn }: Reference): unknown => [
  number,
  title?.text,
  authors?.text,
  url?.text,
  source,
  accessedOn,
]
