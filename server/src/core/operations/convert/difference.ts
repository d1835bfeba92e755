import type { Document } from '../../document'
import type { Reference } from '../../references/model'
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
  const structure = firstOf(a.initiatives, b.initiatives, initiative, ({ title }) => `The initiative “${title}”`) ?? firstOf(a.sections, b.sections, section, ({ title }) => `The section “${title}”`)
  if (structure) return [{ message: `${structure.name} would be read otherwise.` }]
  const listed = firstOf(a.references, b.references, entry, ({ number }) => `[${number}]`)
  if (listed) return [{ key: `reference ${listed.index}`, message: `${listed.name} would be read otherwise.` }]
  const cited = firstOf(a.citations, b.citations, ({ number }) => number, ({ number }) => `[${number}]`)
  if (cited) return [{ key: `citation ${a.citations[cited.index]?.number ?? b.citations[cited.index]?.number ?? 0}`, message: `A citation of ${cited.name} would be read otherwise.` }]
  if (JSON.stringify(a.groups.map(({ numbers }) => numbers)) !== JSON.stringify(b.groups.map(({ numbers }) => numbers))) return [{ message: 'A group of citations would be read otherwise.' }]
  return []
}

function firstOf<T>(before: readonly T[], after: readonly T[], told: (item: T) => unknown, name: (item: T) => string): { readonly index: number; readonly name: string } | undefined {
  const length = Math.max(before.length, after.length)
  for (let index = 0; index < length; index++) {
    const [a, b] = [before[index], after[index]]
    if (a !== undefined && b !== undefined && JSON.stringify(told(a)) === JSON.stringify(told(b))) continue
    const item = a ?? b
    return { index, name: item === undefined ? '' : name(item) }
  }
  return undefined
}

const initiative = ({ number, normal, sections }: Initiative): unknown => [number, normal, sections.map(section)]

const section = ({ kind, words, state }: Section): unknown => [kind, words, state]

const entry = ({ number, title, authors, url, source, accessedOn }: Reference): unknown => [number, title?.text, authors?.text, url?.text, source, accessedOn]
