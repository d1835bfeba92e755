import type { Notation } from '../references/forms/form'
import type { Reference } from '../references/model'
import type { CitationAt } from '../references/placed'
import { once } from '../text/once'
import type { Text } from '../text/text'
import type { Region } from './initiatives'
import { mostCommon, mostCounted } from '../text/mostCommon'
import type { Dialect, Initiative, Section } from './model'
import type { Profile } from './profile'
import { normalTitle } from './titles'

/** How a file writes, by what it does most often. Most of it is only asked for when something is to be written. */
export function detectDialect(
  text: Text,
  profile: Profile,
  region: Region | undefined,
  surveyLevel: number | undefined,
  initiatives: () => readonly Initiative[],
  references: () => readonly Reference[],
  notation: () => Notation,
  citations: () => readonly CitationAt[],
): Dialect {
  const initiativeLevel = region?.level ?? 3
  const numbered = once(() =>
    initiatives().length === 0
      ? profile.initiatives.numbered
      : share(initiatives(), ({ number }) => number !== undefined) >= 0.5,
  )
  const section = once(() => sectionForm(text, initiatives(), initiativeLevel))
  const titles = once(() => sectionTitles(initiatives()))
  const isDouble = once(
    () =>
      mostCommon(citations(), ({ form }) => form === 'double') ??
      mostCommon(references(), ({ label, numberSpan }) => label.from < numberSpan.from - 1) ??
      false,
  )
  const definitions = once(() => share(references(), ({ definition }) => definition !== undefined) > 0.5)
  const style = once(() => mostCommon(references(), (reference) => reference.style) ?? 'plain')
  const hyphen = once(
    () => mostCommon(references(), ({ accessed }) => (accessed ? HYPHEN.exec(accessed.text)?.[1] : undefined)) ?? '-',
  )
  const lineBreak = once(() => firstBreak(text.slice(0, LONGEST_FIRST_LINE)) ?? firstBreak(text.toString()) ?? '\n')
  return {
    surveyLevel: surveyLevel ?? Math.max(2, initiativeLevel - 1),
    initiativeLevel,
    get numbered() {
      return numbered()
    },
    get definitions() {
      return definitions()
    },
    get lineBreak() {
      return lineBreak()
    },
    get section() {
      return section()
    },
    get titles() {
      return titles()
    },
    get citation() {
      return notation() === 'footnotes' ? 'footnote' : isDouble() ? 'double' : 'single'
    },
    get references() {
      return style()
    },
    get dateHyphen() {
      return hyphen()
    },
  }
}

/** The first line of most files is shorter, so that nobody has to look at the whole text. */
const LONGEST_FIRST_LINE = 4096

const firstBreak = (text: string): '\n' | '\r\n' | undefined => /\r?\n/u.exec(text)?.[0] as '\n' | '\r\n' | undefined

const HYPHEN = /^\d{4}(&#?\w+;|[^\d?&]+)\d/u

function share<T>(items: readonly T[], has: (item: T) => boolean): number {
  let count = 0
  for (const item of items) if (has(item)) count++
  return items.length === 0 ? 0 : count / items.length
}

function sectionForm(text: Text, initiatives: readonly Initiative[], initiativeLevel: number): Dialect['section'] {
  const levels = new Map<number | undefined, number>()
  for (const { sections } of initiatives) {
    for (const { kind, level } of sections) if (kind !== undefined) levels.set(level, (levels.get(level) ?? 0) + 1)
  }
  const emphasised = levels.get(undefined) ?? 0
  levels.delete(undefined)
  if (emphasised > [...levels.values()].reduce((sum, count) => sum + count, 0))
    return { form: 'emphasis', mark: emphasisMark(text, initiatives) }
  return { form: 'heading', level: mostCounted(levels) ?? Math.min(6, initiativeLevel + 1) }
}

function emphasisMark(text: Text, initiatives: readonly Initiative[]): string {
  const labels = initiatives.flatMap(({ sections }) =>
    sections.filter(({ kind, level }) => kind !== undefined && level === undefined).map(({ label }) => label),
  )
  return mostCommon(labels, ({ span, content }) => text.slice(span.from, content.from).trim()) ?? '_'
}

/**
 * What the initiatives call their sections, in words that go together: those of one initiative, whose titles are the most common, of
 * equals the latest. One alone may have put its own name there, `Threats to Plasma`; such a title counts where several have it.
 */
function sectionTitles(initiatives: readonly Initiative[]): ReadonlyMap<string, string> {
  const counts = new Map<string, Map<string, number>>()
  const wordings = initiatives.map(({ sections }) => wordingOf(sections))
  for (const wording of wordings)
    for (const [kind, { words }] of wording) {
      const ofKind = counts.get(kind) ?? new Map<string, number>()
      counts.set(kind, ofKind.set(words, (ofKind.get(words) ?? 0) + 1))
    }
  const count = (kind: string, words: string): number => counts.get(kind)?.get(words) ?? 0
  // What all call alike tells nothing.
  const commonness = (wording: Wording): number =>
    [...wording].reduce((sum, [kind, { words }]) => sum + (counts.get(kind)?.size === 1 ? 0 : count(kind, words)), 0)
  let best: Wording = new Map()
  let most = 0
  for (const wording of wordings) {
    const common = commonness(wording)
    if (common >= most) [best, most] = [wording, common]
  }
  const titles = new Map<string, string>()
  for (const [kind, ofKind] of counts) {
    const own = best.get(kind)
    const words = own && (count(kind, own.words) > 1 || isPlain(own)) ? own.words : mostCounted(ofKind)
    if (words !== undefined && (count(kind, words) > 1 || (own?.words === words && isPlain(own))))
      titles.set(kind, words)
  }
  return titles
}

/** The sections of an initiative by their kinds, of two of a kind the first. */
type Wording = ReadonlyMap<string, Section>

function wordingOf(sections: readonly Section[]): Wording {
  const wording = new Map<string, Section>()
  for (const section of sections)
    if (section.kind !== undefined && !wording.has(section.kind)) wording.set(section.kind, section)
  return wording
}

/** Whether a title is one of its profile, with nothing behind it. */
const isPlain = ({ words, template }: Section): boolean =>
  template !== undefined &&
  [template.title, ...template.aliases].some((each) => normalTitle(each) === normalTitle(words))
