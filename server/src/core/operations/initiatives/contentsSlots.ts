import type { Contents, ContentsEntry } from '../../survey/contents/model'
import { replacement, type Edit } from '../../text/edit'
import type { Span } from '../../text/span'
import type { InitiativeText } from './texts'
import type { Rearranged, Slots } from './rearranged'

interface Listed {
  /** The place of the initiative, from 0 on. */
  readonly place: number
  readonly entries: readonly ContentsEntry[]
}

/** The entries of each initiative that the table of contents lists, and those of its sections. */
export function listedInitiatives(contents: Contents | undefined, units: readonly InitiativeText[]): readonly Listed[] {
  const listed: { place: number; entries: ContentsEntry[] }[] = []
  for (const entry of contents?.entries ?? []) {
    const at = entry.heading?.span.from ?? -1
    const place = units.findIndex(({ span }) => span.from <= at && at < span.to)
    const last = listed.at(-1)
    if (place < 0) continue
    if (last?.place === place) last.entries.push(entry)
    else listed.push({ place, entries: [entry] })
  }
  return listed
}

/** The lines of the table of contents that change places when initiatives do; undefined where it has them in an order, or at depths, of its own. */
export function contentsSlots(
  contents: Contents | undefined,
  units: readonly InitiativeText[],
  order: readonly number[],
): Slots | undefined {
  const listed = listedInitiatives(contents, units)
  const isInOrder = listed.every(({ place }, i) => i === 0 || place > (listed[i - 1]?.place ?? -1))
  if (!isInOrder || new Set(listed.map(({ entries }) => indentOf(entries))).size > 1) return undefined
  const places = listed.map(({ place }) => place)
  return {
    spans: listed.map(({ entries }) => spanOf(entries)),
    order: order.filter((place) => places.includes(place)).map((place) => places.indexOf(place)),
  }
}

/** Where the table counts its items, each place keeps its count. Edits of the rearranged text. */
export function countsKept(
  contents: Contents | undefined,
  units: readonly InitiativeText[],
  { order }: Slots,
  { placeOf }: Rearranged,
): readonly Edit[] {
  const listed = listedInitiatives(contents, units)
  return order.flatMap((from, i): readonly Edit[] => {
    const [own, here] = [listed[from]?.entries[0], listed[i]?.entries[0]]
    const [count] = /\d+/u.exec(here?.mark ?? '') ?? []
    const [written] = /\d+/u.exec(own?.mark ?? '') ?? []
    if (!own || count === undefined || written === undefined || count === written) return []
    const at = placeOf(own.span.from + own.mark.indexOf(written))
    return [replacement({ from: at, to: at + written.length }, count)]
  })
}

const indentOf = ([first]: readonly ContentsEntry[]): string => /^\s*/u.exec(first?.mark ?? '')?.[0] ?? ''

const spanOf = (entries: readonly ContentsEntry[]): Span => ({
  from: entries[0]?.span.from ?? 0,
  to: entries.at(-1)?.span.to ?? 0,
})
