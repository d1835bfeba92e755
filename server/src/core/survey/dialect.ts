import { styleOf } from '../references'
import type { Reference } from '../references/model'
import type { Facts } from './facts'
import { mostCommon, type Region } from './initiatives'
import type { Dialect, Initiative } from './model'
import type { Profile } from './profile'

/** How a file writes, by what it does most often. */
export function detectDialect(
  text: string, profile: Profile, region: Region | undefined, initiatives: readonly Initiative[], references: readonly Reference[], facts: Facts,
): Dialect {
  const initiativeLevel = region?.level ?? 3
  const hyphens = references.map(({ accessed }) => /^\d{4}(&#?\w+;|[^\d?&]+)\d/u.exec(accessed?.text ?? '')?.[1]).filter((hyphen) => hyphen !== undefined)
  return {
    initiativeLevel,
    numbered: initiatives.length === 0 ? profile.initiatives.numbered : initiatives.filter(({ number }) => number !== undefined).length * 2 >= initiatives.length,
    section: sectionForm(text, initiatives, initiativeLevel),
    titles: sectionTitles(initiatives),
    citation: majority(facts.citations.map(({ span, numberSpan }) => (span.from < numberSpan.from - 1 ? 'double' : 'single'))) ??
      majority(references.map(({ label, numberSpan }) => (label.from < numberSpan.from - 1 ? 'double' : 'single'))) ?? 'single',
    references: majority(references.map(({ body }) => styleOf(text.slice(body.from, body.to)).id)) ?? 'plain',
    definitions: references.filter(({ definition }) => definition).length * 2 > references.length,
    dateHyphen: majority(hyphens) ?? '-',
    lineBreak: /\r?\n/.exec(text)?.[0] === '\r\n' ? '\r\n' : '\n',
  }
}

function sectionForm(text: string, initiatives: readonly Initiative[], initiativeLevel: number): Dialect['section'] {
  const labels = initiatives.flatMap(({ sections }) => sections.filter(({ kind }) => kind).map(({ label }) => label))
  const form = majority(labels.map((label) => label.form)) ?? 'heading'
  if (form === 'emphasis') {
    const marks = labels.filter((label) => label.form === 'emphasis').map(({ span, content }) => text.slice(span.from, content.from).trim())
    return { form, mark: majority(marks) ?? '_' }
  }
  const level = majority(labels.flatMap((label) => (label.level === undefined ? [] : [label.level])))
  return { form, level: level ?? Math.min(6, initiativeLevel + 1) }
}

/** What several initiatives call a section. One alone may have put its own name there: `Threats to Plasma`. */
function sectionTitles(initiatives: readonly Initiative[]): ReadonlyMap<string, string> {
  const written = new Map<string, Map<string, number>>()
  for (const { kind, title } of initiatives.flatMap(({ sections }) => sections)) {
    if (kind === undefined) continue
    const counts = written.get(kind) ?? new Map<string, number>()
    const words = title.replace(CITATIONS, '').trim()
    counts.set(words, (counts.get(words) ?? 0) + 1)
    written.set(kind, counts)
  }
  const titles = new Map<string, string>()
  for (const [kind, counts] of written) {
    const words = mostCommon(counts)
    if (words !== undefined && (counts.get(words) ?? 0) > 1) titles.set(kind, words)
  }
  return titles
}

const CITATIONS = /[\s(,;]*\[\[?\d+\]\]?(?:\([^()\s]*\))?\)?/gu

function majority<T>(values: readonly T[]): T | undefined {
  const counts = new Map<T, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return mostCommon(counts)
}
