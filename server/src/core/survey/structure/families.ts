import type { FoundLabel } from '../facts/foundLabel'
import { WEIGHTS } from '../facts/weight'
import type { Labelled } from '../gather'
import { kindNamed, slotOf } from '../kinds'

/** Things that are described alike: their labels, and the names of the labels below each. */
export interface Family {
  /** Indices into the list of labels, in text order. */
  readonly items: readonly number[]
  /** For each, the indices of the labels below it that it shares with others, in text order. */
  readonly labels: readonly (readonly number[])[]
  readonly isFlat: boolean
  readonly depth: number
}

/** Every way to see some labels as things described, the outer ones first. */
export function familiesOf({ labels, labelWeights }: Labelled): readonly Family[] {
  const parents = parentsOf(labels)
  return kindsOfItems(labels).flatMap((candidates) => {
    const [first] = candidates
    const label = first === undefined ? undefined : labels[first]
    if (!label) return []
    const { depth } = label
    const below = candidates.map((item) => labelsBelow(labels, item, depth))
    return [
      ...related(labels, parents, candidates, below, depth, false),
      ...flat(labels, parents, candidates, depth),
    ].map((family) =>
      label.label.form === 'heading' ? withUnwritten(family, candidates, labels, labelWeights) : family,
    )
  })
}

/** The labels that may be those of things described, by form and depth: headings, and others that stand alone. */
function kindsOfItems(labels: readonly FoundLabel[]): readonly (readonly number[])[] {
  const kinds = new Map<string, number[]>()
  labels.forEach(({ label: { form }, depth, isAlone }, i) => {
    if (form !== 'heading' && !isAlone) return
    const key = `${depth} ${form}`
    const kind = kinds.get(key)
    if (kind) kind.push(i)
    else kinds.set(key, [i])
  })
  return [...kinds.values()]
    .filter(({ length }) => length > 1)
    .sort(([a = 0], [b = 0]) => (labels[a]?.depth ?? 0) - (labels[b]?.depth ?? 0))
    .slice(0, MOST_KINDS)
}

/** Lists may nest as deep as one likes. */
const MOST_KINDS = 16

function labelsBelow(labels: readonly FoundLabel[], item: number, depth: number): readonly number[] {
  const found: number[] = []
  for (let i = item + 1; i < labels.length && (labels[i]?.depth ?? 0) > depth; i++) found.push(i)
  return found
}

/** Without those below a heading, or below a label that is shared: they are of its text. */
function outermost(
  labels: readonly FoundLabel[],
  below: readonly number[],
  isShared: (name: string) => boolean,
): readonly number[] {
  let around = Infinity
  return below.filter((i) => {
    const label = labels[i]
    if (!label || label.depth > around) return false
    const isCommon = isShared(label.name)
    if (isCommon || label.label.form === 'heading') around = label.depth
    return isCommon
  })
}

/** The names that stand in more than one list. */
function sharedNames(labels: readonly FoundLabel[], lists: readonly (readonly number[])[]): ReadonlySet<string> {
  const seen = new Set<string>()
  const shared = new Set<string>()
  for (const list of lists)
    for (const name of new Set(list.map((i) => labels[i]?.name ?? ''))) (seen.has(name) ? shared : seen).add(name)
  shared.delete('')
  return shared
}

/** Whether a name is one of these, or names the same kind of section as one of them: `Limitations` beside `Disadvantages`. */
function sameAs(names: ReadonlySet<string>): (name: string) => boolean {
  const slots = new Set([...names].map((name) => slotOf(kindNamed(name))))
  slots.delete(undefined)
  return (name) => names.has(name) || slots.has(slotOf(kindNamed(name)))
}

/** Parts candidates into families: those that share most of their labels. */
function related(
  labels: readonly FoundLabel[],
  parents: readonly number[],
  candidates: readonly number[],
  below: readonly (readonly number[])[],
  depth: number,
  isFlat: boolean,
): readonly Family[] {
  const first = sharedNames(labels, below)
  if (first.size === 0) return []
  const outer = below.map((list) => outermost(labels, list, sameAs(first)))
  const isShared = sameAs(sharedNames(labels, outer))
  const lists = outer.map((list) => list.filter((i) => isShared(labels[i]?.name ?? '')))
  const names = lists.map((list) => new Set(list.map((i) => labels[i]?.name ?? '')))
  const own = candidates.map((item) => parents[item] ?? -1)
  return groupsOf(names)
    .flatMap((group) => {
      const members = withoutStrays(group, own)
      return members.length < 2 ? [] : [members]
    })
    .map((members) => ({
      items: members.map((member) => candidates[member] ?? 0),
      labels: members.map((member) => lists[member] ?? []),
      isFlat,
      depth,
    }))
}

/** For each label, the one that it stands below, as an index; -1 where there is none. */
function parentsOf(labels: readonly FoundLabel[]): readonly number[] {
  const around: number[] = []
  return labels.map(({ depth }, i) => {
    while (around.length > 0 && (labels[around.at(-1) ?? 0]?.depth ?? 0) >= depth) around.pop()
    const parent = around.at(-1) ?? -1
    around.push(i)
    return parent
  })
}

/** Without one that stands alone of its kind among many others of another kind: a chapter that has such headings by chance. */
function withoutStrays(members: readonly number[], parents: readonly number[]): readonly number[] {
  const siblings = countsOf(parents)
  const own = countsOf(members.map((member) => parents[member] ?? -1))
  return members.filter((member) => {
    const parent = parents[member] ?? -1
    return members.length < 4 || own.get(parent) !== 1 || (siblings.get(parent) ?? 0) < 4
  })
}

function countsOf(values: readonly number[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

/** Members with names in common, of which there must be two. Those with the same names are taken together, as there may be many. */
function groupsOf(names: readonly ReadonlySet<string>[]): readonly (readonly number[])[] {
  const alike = new Map<string, { readonly names: ReadonlySet<string>; readonly members: number[] }>()
  names.forEach((each, i) => {
    if (each.size === 0) return
    const key = [...each].sort().join('\n')
    const same = alike.get(key)
    if (same) same.members.push(i)
    else alike.set(key, { names: each, members: [i] })
  })
  const groups: { readonly names: ReadonlySet<string>; readonly members: readonly number[] }[][] = []
  for (const one of [...alike.values()].slice(0, MOST_KINDS_OF_MEMBERS)) {
    const near = groups.filter((group) => group.some((other) => isRelated(one.names, other.names)))
    for (const group of near) groups.splice(groups.indexOf(group), 1)
    groups.push([one, ...near.flat()])
  }
  return groups
    .map((group) => group.flatMap(({ members }) => members).sort((a, b) => a - b))
    .filter(({ length }) => length > 1)
}

/** More different sets of labels than this are no template's. */
const MOST_KINDS_OF_MEMBERS = 200

function isRelated(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const common = [...a].filter((name) => b.has(name)).length
  return common >= 2 || (common > 0 && common * 2 >= Math.min(a.size, b.size))
}

/** Where sections stand as high as what has them: titles that come again and again, below one that does not. */
function flat(
  labels: readonly FoundLabel[],
  parents: readonly number[],
  candidates: readonly number[],
  depth: number,
): readonly Family[] {
  const form = labels[candidates[0] ?? 0]?.label.form
  const level = labels.flatMap((label, i) => (label.depth <= depth ? [i] : []))
  const counts = new Map<string, number>()
  for (const i of level)
    if (labels[i]?.depth === depth) counts.set(labels[i].name, (counts.get(labels[i].name) ?? 0) + 1)
  counts.delete('')
  const isRepeated = (i: number | undefined): boolean =>
    i !== undefined && labels[i]?.depth === depth && (counts.get(labels[i].name) ?? 0) > 1
  const items: number[] = []
  const lists: number[][] = []
  let strays = 0
  level.forEach((i, place) => {
    if (isRepeated(i)) {
      const above = level[place - 1]
      // Below a higher heading it is that heading's.
      if (above === undefined || (labels[above]?.depth ?? 0) < depth) strays++
      return
    }
    const label = labels[i]
    if (label?.depth !== depth || label.label.form !== form || !(form === 'heading' || label.isAlone)) return
    if (!isRepeated(level[place + 1])) return
    items.push(i)
    const list: number[] = []
    for (let next = place + 1; isRepeated(level[next]); next++) list.push(level[next] ?? 0)
    lists.push(list)
  })
  return items.length < 2 || strays * 4 > items.length ? [] : related(labels, parents, items, lists, depth, true)
}

/** With the headings among them below which nothing stands yet. */
function withUnwritten(
  family: Family,
  candidates: readonly number[],
  labels: readonly FoundLabel[],
  weights: readonly number[],
): Family {
  const known = new Set(family.items)
  const isUnwritten = (i: number): boolean =>
    ((weights[i] ?? 0) & ~WEIGHTS.placeholder) === 0 && (labels[i + 1]?.depth ?? 0) <= family.depth
  const isBeside = (i: number, other: number | undefined): boolean =>
    other !== undefined &&
    known.has(other) &&
    !labels.slice(Math.min(i, other) + 1, Math.max(i, other)).some(({ depth }) => depth < family.depth)
  const added = candidates.filter(
    (i, place) =>
      !known.has(i) && isUnwritten(i) && (isBeside(i, candidates[place - 1]) || isBeside(i, candidates[place + 1])),
  )
  if (added.length === 0 || family.isFlat) return family
  const lists = new Map(family.items.map((item, i) => [item, family.labels[i] ?? []]))
  for (const item of added) lists.set(item, [])
  const items = [...lists.keys()].sort((a, b) => a - b)
  return { ...family, items, labels: items.map((item) => lists.get(item) ?? []) }
}
