import type { Document } from '../../document'
import type { Reference } from '../../references/model'
import { initiativeName, quoted } from '../../rules/shared/names'
import type { Initiative, Section } from '../../survey/model'

/** What reads otherwise after a conversion than before. */
export interface Difference {
  /** The item that must be to blame, as items are keyed; undefined where leaving one alone does not help. */
  readonly key?: string
  /** A sentence. */
  readonly message: string
}

/** Whether two texts say the same: initiatives, sections and their states, what is cited, and what is listed. The first differences. */
export function differences(before: Document, after: Document): readonly Difference[] {
  const [a, b] = [before.survey, after.survey]
  if (before.recognition.survey !== after.recognition.survey) return [{ message: 'The file would no longer be read as a survey.' }]
  const [described] = differing(a.initiatives, b.initiatives, initiative)
  if (described !== undefined) return [{ message: ofInitiative(a.initiatives[described], b.initiatives[described]) }]
  const [own] = differing(a.sections, b.sections, section)
  if (own !== undefined) return [{ message: `The section ${quoted((a.sections[own] ?? b.sections[own])?.title ?? '')} would be read otherwise.` }]
  const listed = differing(a.references, b.references, entry)
  if (listed.length > 0) return listed.map((i) => ({ key: `reference ${i}`, message: `[${(a.references[i] ?? b.references[i])?.number ?? 0}] would be read otherwise.` }))
  const cited = differing(a.citations, b.citations, ({ number }) => number)
  if (cited.length > 0) return cited.map((i) => (a.citations[i] ?? b.citations[i])?.number ?? 0).map((number) => ({ key: `citation ${number}`, message: `A citation of [${number}] would be read otherwise.` }))
  if (JSON.stringify(a.groups.map(({ numbers }) => numbers)) !== JSON.stringify(b.groups.map(({ numbers }) => numbers))) return [{ message: 'A group of citations would be read otherwise.' }]
  return []
}

/** The places where two lists differ; the first, where one of them is longer. */
function differing<T>(before: readonly T[], after: readonly T[], told: (item: T) => unknown): readonly number[] {
  const found: number[] = []
  for (let i = 0; i < Math.max(before.length, after.length); i++) {
    const [a, b] = [before[i], after[i]]
    if (a === undefined || b === undefined || JSON.stringify(told(a)) !== JSON.stringify(told(b))) found.push(i)
  }
  return before.length === after.length ? found : found.slice(0, 1)
}

/** What becomes of an initiative, as far as it can be said in a sentence. */
function ofInitiative(before: Initiative | undefined, after: Initiative | undefined): string {
  if (!before || !after) return `There would be ${before ? 'no' : 'an'} initiative ${quoted((before ?? after)?.title ?? '')}.`
  if (before.normal !== after.normal) return `${quoted(after.title)} would be an initiative.`
  const [at = 0] = differing(before.sections, after.sections, section)
  const name = initiativeName(before)
  const [was, is] = [before.sections[at], after.sections[at]]
  if (was && after.sections.length < before.sections.length) return `${name} would no longer have a section ${quoted(was.words)}.`
  if (is && after.sections.length > before.sections.length) return `${quoted(is.words)} would be a section of ${name}.`
  return `The section ${quoted(was?.words ?? '')} of ${name} would be read otherwise.`
}

const initiative = ({ number, normal, sections }: Initiative): unknown => [number, normal, sections.map(section)]

const section = ({ kind, words, state }: Section): unknown => [kind, words, state]

const entry = ({ number, title, authors, url, source, accessedOn }: Reference): unknown => [number, title?.text, authors?.text, url?.text, source, accessedOn]
