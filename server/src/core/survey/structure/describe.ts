import type { FoundLabel } from '../facts/foundLabel'
import type { Labelled } from '../gather'
import { labelWords } from '../labels/name'
import { kindNamed, sideOf, slotOf } from '../kinds'
import type { SectionTemplate } from '../profile'
import { mostCounted } from '../../text/mostCommon'
import { familiesOf, type Family } from './families'
import type { Described } from './structure'
import { usualOrder } from './usualOrder'

/**
 * What a file describes, by nothing but its labels: things with the same labels below them. Undefined where there are no two of them.
 * Of several families, the one that judges; of these, the one with the most labels in common.
 */
export function describe(labelled: Labelled): Described | undefined {
  const { labels } = labelled
  let best: { readonly family: Family; readonly judges: boolean; readonly score: number } | undefined
  for (const family of familiesOf(labelled)) {
    const judges = isJudging(family, labels)
    const score = family.labels.reduce((sum, list) => sum + new Set(list.map((i) => labels[i]?.name)).size, 0)
    // Of a tie the inner one: what has sections is described, not what has that in it.
    const isBetter = best && (family.isFlat && !best.family.isFlat ? score > best.score : score >= best.score)
    if (!best || Number(judges) > Number(best.judges) || (judges === best.judges && isBetter))
      best = { family, judges, score }
  }
  if (!best) return undefined
  const { items, isFlat, depth } = best.family
  const [first] = items.map((i) => labels[i])
  if (!first) return undefined
  const templates = templatesOf(best.family, labels)
  const forms = [...new Set(best.family.labels.flat().flatMap((i) => labels[i]?.label.form ?? []))]
  return {
    structure: { form: first.label.form, forms, depth, isFlat, isJudging: best.judges, ...templates },
    items: new Set(items.flatMap((i) => labels[i] ?? [])),
  }
}

/** Whether labels judge what is described: of two at least, and of a third of all. One in a long list of changes may have such a title by chance. */
function isJudging({ labels: lists }: Family, labels: readonly FoundLabel[]): boolean {
  const judged = lists.filter((list) => list.some((i) => sideOf(kindNamed(labels[i]?.name ?? '')) !== undefined))
  return judged.length >= 2 && judged.length * 3 >= lists.length
}

/** A section, by what it is called and what has it. */
interface Titled {
  readonly kind: string
  readonly names: Set<string>
  readonly titles: Map<string, number>
  readonly items: Set<number>
  /** How many have it by its most usual name. */
  readonly count: number
}

/** More different labels than these are no template. */
const MOST_SECTIONS = 60

/** The sections that a family has in common. Two titles of one kind are one section, as long as nothing described has both. */
function templatesOf(
  { items, labels: lists }: Family,
  labels: readonly FoundLabel[],
): { readonly templates: readonly SectionTemplate[]; readonly sections: ReadonlyMap<string, SectionTemplate> } {
  const byName = new Map<string, Titled>()
  lists.forEach((list, item) => {
    for (const i of list) {
      const label = labels[i]
      if (!label) continue
      const titled = byName.get(label.name) ?? {
        kind: '',
        names: new Set([label.name]),
        titles: new Map<string, number>(),
        items: new Set<number>(),
        count: 0,
      }
      const title = labelWords(label.title)
      titled.titles.set(title, (titled.titles.get(title) ?? 0) + 1)
      titled.items.add(item)
      byName.set(label.name, titled)
    }
  })
  const merged = new Map<string, Titled>()
  const usual = [...byName].sort(([, a], [, b]) => b.items.size - a.items.size).slice(0, MOST_SECTIONS)
  for (const [name, titled] of usual) {
    const count = titled.items.size
    const kind = kindNamed(name) ?? name.replaceAll(/\s+/gu, '-')
    const slot = slotOf(kind) ?? kind
    const same = merged.get(slot)
    if (!same) merged.set(slot, { ...titled, kind, count })
    else if (![...titled.items].some((item) => same.items.has(item))) join(same, titled)
    else merged.set(name, { ...titled, kind: name.replaceAll(/\s+/gu, '-'), count })
  }
  mergeAlternatives(
    merged,
    lists.map((list) => list.map((i) => labels[i]?.name ?? '')).filter(({ length }) => length > 0),
  )
  const keyOf = new Map([...merged].flatMap(([key, { names }]) => [...names].map((name) => [name, key] as const)))
  const order = usualOrder(
    lists.map((list) => [...new Set(list.flatMap((i) => keyOf.get(labels[i]?.name ?? '') ?? []))]),
  )
  const templates = order.flatMap((key): readonly (readonly [Titled, SectionTemplate])[] => {
    const found = merged.get(key)
    return found ? [[found, templateOf(found, items.length)]] : []
  })
  return {
    templates: templates.map(([, template]) => template),
    sections: new Map(
      templates.flatMap(([{ names }, template]) => [...names].map((name) => [name, template] as const)),
    ),
  }
}

/** Two labels of which nothing has both and nearly everything one, in the same place, are one section: `arXiv`, and where there is none, `URL`. */
function mergeAlternatives(merged: Map<string, Titled>, sequences: readonly (readonly string[])[]): void {
  for (const [key, titled] of merged) {
    const other = [...merged].find(
      ([otherKey, { kind, items }]) =>
        otherKey !== key &&
        sideOf(kind) === sideOf(titled.kind) &&
        items.size >= titled.items.size &&
        (items.size + titled.items.size) * 10 >= sequences.length * 9 &&
        ![...titled.items].some((item) => items.has(item)),
    )
    if (!other || titled.items.size * 2 > sequences.length) continue
    if (![-1, 1].every((step) => haveNeighbours(titled.names, other[1].names, sequences, step))) continue
    join(other[1], titled)
    merged.delete(key)
  }
}

/** Whether both stand beside the same label, on one side. */
function haveNeighbours(
  a: ReadonlySet<string>,
  b: ReadonlySet<string>,
  sequences: readonly (readonly string[])[],
  step: number,
): boolean {
  const beside = (names: ReadonlySet<string>): ReadonlySet<string> =>
    new Set(sequences.flatMap((each) => each.flatMap((name, i) => (names.has(name) ? [each[i + step] ?? ''] : []))))
  const others = beside(b)
  return [...beside(a)].some((name) => others.has(name))
}

function join(same: Titled, { names, titles, items }: Titled): void {
  for (const name of names) same.names.add(name)
  for (const [title, count] of titles) same.titles.set(title, (same.titles.get(title) ?? 0) + count)
  for (const item of items) same.items.add(item)
}

/** What two thirds of so many call the same is required. */
function templateOf({ kind, titles, count }: Titled, all: number): SectionTemplate {
  const title = mostCounted(titles) ?? ''
  return {
    kind,
    title,
    aliases: [...titles.keys()].filter((other) => other !== title),
    required: count * 3 >= all * 2,
    hint: '',
  }
}
