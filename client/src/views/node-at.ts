import { type Position, type Range } from 'vscode-languageserver-protocol'
import { comparePositions } from '../survey/compare-positions'
import { type OutlineTree } from './outline-tree'

/** The id of the innermost row whose text holds `position`; undefined between them. */
export function nodeAt(tree: OutlineTree, position: Position): string | undefined {
  const inner = (ids: readonly string[]): string | undefined => {
    const nodes = ids.flatMap((id) => tree.nodes.get(id) ?? [])
    // Where one ends and the next begins, the cursor is in the next; a list's rows may lie outside of their heading's.
    const holder = nodes.findLast(({ range }) => range && holds(range, position))
    if (holder) return inner(holder.children) ?? holder.id
    return nodes
      .filter(({ range }) => !range)
      .map((node) => inner(node.children))
      .find((id) => id !== undefined)
  }
  return inner(tree.roots)
}

function holds({ start, end }: Range, position: Position): boolean {
  return comparePositions(start, position) <= 0 && comparePositions(position, end) <= 0
}
