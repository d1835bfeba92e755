import type { Citation, Reference } from '../references/model'
import { mostCommon, type Region } from './initiatives'
import type { Dialect, Initiative } from './model'
import type { Profile } from './profile'

/** How a file writes, by what it does most often. */
export function detectDialect(
  text: string, profile: Profile, region: Region | undefined, initiatives: readonly Initiative[], references: readonly Reference[], citations: readonly Citation[],
): Dialect {
  const initiativeLevel = region?.level ?? 3
  const numbered = initiatives.filter(({ number }) => number !== undefined).length
  return {
    initiativeLevel,
    numbered: initiatives.length === 0 ? profile.initiatives.numbered : numbered * 2 >= initiatives.length,
    section: sectionForm(text, initiatives, initiativeLevel),
    titles: sectionTitles(initiatives),
    citation: majority(citations, isDouble) ?? majority(references, ({ label, numberSpan }) => label.from < numberSpan.from - 1) ?? false ? 'double' : 'single',
    references: majority(references, ({ style }) => style) ?? 'plain',
    definitions: references.filter(({ definition }) => definition).length * 2 > references.length,
    dateHyphen: majority(references, ({ accessed }) => (accessed ? HYPHEN.exec(accessed.text)?.[1] : undefined)) ?? '-',
    lineBreak: /\r?\n/.exec(text)?.[0] === '\r\n' ? '\r\n' : '\n',
  }
}

const HYPHEN = /^\d{4}(&#?\w+;|[^\d?&]+)\d/u

const isDouble = ({ span, numberSpan }: Citation): boolean => span.from < numberSpan.from - 1

function sectionForm(text: string, initiatives: readonly Initiative[], initiativeLevel: number): Dialect['section'] {
  const labels = initiatives.flatMap(({ sections }) => sections.filter(({ kind }) => kind).map(({ label }) => label))
  if (majority(labels, ({ form }) => form) === 'emphasis') {
    const mark = majority(labels, ({ form, span, content }) => (form === 'emphasis' ? text.slice(span.from, content.from).trim() : undefined))
    return { form: 'emphasis', mark: mark ?? '_' }
  }
  return { form: 'heading', level: majority(labels, ({ level }) => level) ?? Math.min(6, initiativeLevel + 1) }
}

/** What several initiatives call a section. One alone may have put its own name there: `Threats to Plasma`. */
function sectionTitles(initiatives: readonly Initiative[]): ReadonlyMap<string, string> {
  const written = new Map<string, Map<string, number>>()
  for (const { sections } of initiatives) {
    for (const { kind, words } of sections) {
      if (kind === undefined) continue
      let counts = written.get(kind)
      if (!counts) written.set(kind, counts = new Map<string, number>())
      counts.set(words, (counts.get(words) ?? 0) + 1)
    }
  }
  const titles = new Map<string, string>()
  for (const [kind, counts] of written) {
    const words = mostCommon(counts)
    if (words !== undefined && (counts.get(words) ?? 0) > 1) titles.set(kind, words)
  }
  return titles
}

/** The value that most items have; those without one do not count. */
function majority<T, V>(items: readonly T[], valueOf: (item: T) => V | undefined): V | undefined {
  const counts = new Map<V, number>()
  for (const item of items) {
    const value = valueOf(item)
    if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  return mostCommon(counts)
}
