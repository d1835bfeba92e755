import type { Edit } from '../../../text/edit'
import type { Uses } from '../uses'
import { clustersOf, rewriteCluster } from './cluster'
import { rewriteGroup } from './group'
import { renumbered, type Mapping, type Writer } from './writer'
import type { Item } from '../item'

/**
 * Writes the new numbers where text uses the old ones. A range stays one where it means nothing more than before, else it is
 * written out. `taken` are the numbers that the list has afterwards.
 */
export function rewriteUses(
  uses: Uses,
  mapping: Mapping,
  items: readonly Item[],
  taken: ReadonlySet<number>,
  text: string,
): readonly Edit[] {
  const known = new Set<number>()
  const sources = new Map<number, Item>()
  const merged = new Set<number>()
  for (const item of items) {
    const to = mapping(item.number)
    if (known.has(item.number) || to === undefined) continue
    if (sources.has(to)) merged.add(to)
    else sources.set(to, item)
    known.add(item.number)
  }
  for (const { number } of items) known.add(number)
  const writer: Writer = { mapping, known, sources, merged, taken, text }
  return [
    ...clustersOf(uses.rows, text).flatMap((cluster) => rewriteCluster(cluster, writer)),
    ...uses.groups.flatMap((group) => rewriteGroup(group, writer)),
    ...uses.links.flatMap(({ number, numberSpan }) => renumbered(numberSpan, number, mapping(number))),
  ]
}
