import { mostCounted } from '../../text/mostCommon'
import type { Profile, SectionTemplate } from '../../survey/profile'
import { usualOrder } from '../../survey/structure/usualOrder'
import { normalTitle, titleMatcher } from '../../survey/titles'
import type { FreeLabel } from './labels'
import type { Member } from './members'

/** A section as its authors write it. */
export interface DerivedSection {
  /** Where a profile that is there has one for it. */
  readonly kind?: string | undefined
  readonly title: string
  readonly aliases: readonly string[]
  readonly required: boolean
}

/** The sections that members have in common, in the order that most of them have. */
export function derivedSections(members: readonly Member[], base: Profile): readonly DerivedSection[] {
  const match = titleMatcher(base.initiative, base.suffixes)
  const keyOf = ({ normal }: FreeLabel): string => match(normal)?.kind ?? `?${normal}`
  const form = sectionForm(members, keyOf)
  const inForm = members.map(({ children }) => children.filter(({ level }) => level === form))
  const usual = new Set(frequent(inForm.map((labels) => labels.map(keyOf))))
  // Where the form changes in the middle of a file, the other one has the same titles.
  const lists = members.map(({ children }) =>
    children.filter((label) => label.level === form || usual.has(keyOf(label))),
  )
  const words = new Map(
    lists
      .flat()
      .map((label) => [keyOf(label), label.normal])
      .reverse() as [string, string][],
  )
  const merged = mergeVariants(
    lists.map((labels) => labels.map(keyOf)),
    words,
  )
  const sequences = lists.map((labels) => unique(labels.map((label) => merged(keyOf(label)))))
  const few = members.length === 1 ? 1 : Math.max(2, members.length / 4)
  const counts = countsOf(sequences.flat())
  const kept = new Set(
    byCount(counts)
      .filter((key) => !key.startsWith('?') || (counts.get(key) ?? 0) >= few)
      .slice(0, MOST_SECTION_TITLES),
  )
  const titles = new Map<string, string[]>([...kept].map((key) => [key, []]))
  for (const label of lists.flat()) titles.get(merged(keyOf(label)))?.push(label.title)
  return usualOrder(sequences.map((sequence) => sequence.filter((key) => kept.has(key)))).map((key) => {
    const template = base.initiative.find(({ kind }) => kind === key)
    return {
      kind: template?.kind,
      ...named(titles.get(key) ?? [], template, base.suffixes),
      required: (counts.get(key) ?? 0) * 3 >= members.length * 2,
    }
  })
}

/** The level of the labels, or emphasis, in which most of what is in common stands. */
function sectionForm(members: readonly Member[], keyOf: (label: FreeLabel) => string): number | undefined {
  const shared = countsOf(members.flatMap(({ children }) => unique(children.map(keyOf))))
  const counts = new Map<number, number>()
  for (const label of members.flatMap(({ children }) => children)) {
    const isShared = members.length === 1 || (shared.get(keyOf(label)) ?? 0) > 1
    if (isShared) counts.set(label.level, (counts.get(label.level) ?? 0) + 1)
  }
  return mostCounted(counts)
}

const unique = <T>(items: readonly T[]): readonly T[] => [...new Set(items)]

function countsOf<T>(items: readonly T[]): ReadonlyMap<T, number> {
  const counts = new Map<T, number>()
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1)
  return counts
}

/** The most frequent first, of equals the first in the text. */
const byCount = <T>(counts: ReadonlyMap<T, number>): readonly T[] =>
  [...counts].sort(([, a], [, b]) => b - a).map(([item]) => item)

const frequent = (lists: readonly (readonly string[])[]): readonly string[] =>
  [...countsOf(lists.flatMap(unique))].filter(([, count]) => count > 1).map(([key]) => key)

/** More different titles than this are no sections. */
const MOST_SECTION_TITLES = 100

/** Puts together titles that mean one section: they are alike, and no member has both. */
function mergeVariants(
  lists: readonly (readonly string[])[],
  words: ReadonlyMap<string, string>,
): (key: string) => string {
  const most = lists.map((list) => unique(list).slice(0, MOST_SECTION_TITLES))
  const together = new Set(most.flatMap((list) => list.flatMap((a) => list.map((b) => `${a}\n${b}`))))
  const groups: string[][] = []
  for (const key of byCount(countsOf(most.flat())).slice(0, MOST_SECTION_TITLES)) {
    // Of what a profile knows it says itself what is one section.
    const group = groups.find(
      (group) =>
        group.every((other) => !together.has(`${other}\n${key}`) && (key.startsWith('?') || other.startsWith('?'))) &&
        alike(words.get(group[0] ?? '') ?? '', words.get(key) ?? ''),
    )
    if (group) group.push(key)
    else groups.push([key])
  }
  const leads = new Map(groups.flatMap((group) => group.map((key) => [key, group[0] ?? key])))
  return (key) => leads.get(key) ?? key
}

/** `Chance` and `Chancen`, `Chancen` and `Chancen für uns`, `Who does it` and `Who uses them`. */
function alike(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (long.startsWith(`${short} `)) return true
  if (short.length >= 4 && long.length - short.length <= 2 && long.startsWith(short.slice(0, -1))) return true
  const [words, others] = [a.split(' '), b.split(' ')]
  return words.length > 2 && others.length > 2 && words[0] === others[0]
}

/** The title that is used most, and the others; what one initiative alone has may have its own name in it. */
function named(
  titles: readonly string[],
  template: SectionTemplate | undefined,
  suffixes: readonly string[],
): { readonly title: string; readonly aliases: readonly string[] } {
  const counts = [...countsOf(titles)].sort(([, a], [, b]) => b - a)
  const [most = '', count = 0] = counts[0] ?? []
  const title = template && count < 2 ? template.title : most
  const aliases: string[] = []
  for (const [other, times] of counts) {
    const section = { kind: '', title, aliases, required: true, hint: '' }
    const isCovered = titleMatcher([section], times > 1 ? [] : suffixes)(normalTitle(other)) !== undefined
    if (!isCovered) aliases.push(other)
  }
  return { title, aliases }
}
