import { type Position, type Range } from 'vscode-languageserver-protocol'
import { comparePositions } from '../survey/compare-positions'
import { type OutlineTree } from './outline-tree'

/**
 * The id of the innermost row whose text holds `position`. What stands in no row's text, such as the heading above the initiatives,
 * belongs to the row that comes next, and behind the last to that. Undefined where there are no rows.
 */
export function nodeAt(tree: OutlineTree, position: Position): string | undefined {
  const inner = (ids: readonly string[], holds: Holds): string | undefined => {
    const nodes = ids.flatMap((id) => tree.nodes.get(id) ?? [])
    // Where one ends and the next begins, the cursor is in the next; a list's rows may lie outside of their heading's.
    const holder = nodes.findLast(({ range }) => range && holds(range, position))
    if (holder) return inner(holder.children, holds) ?? holder.id
    return nodes
      .filter(({ range }) => !range)
      .map((node) => inner(node.children, holds))
      .find((id) => id !== undefined)
  }
  return inner(tree.roots, holdsFrom) ?? nextRoot(tree, position) ?? inner(tree.roots, holdsUpTo) ?? tree.roots.at(-1)
}

function nextRoot({ roots, nodes }: OutlineTree, position: Position): string | undefined {
  const start = (id: string): Position | undefined => {
    const node = nodes.get(id)
    return node?.range?.start ?? nodes.get(node?.children[0] ?? '')?.range?.start
  }
  return roots.find((id) => comparePositions(start(id) ?? position, position) > 0)
}

type Holds = (range: Range, position: Position) => boolean

const holdsUpTo: Holds = ({ start, end }, position) =>
  comparePositions(start, position) <= 0 && comparePositions(position, end) <= 0

/** The beginning of a line that a range ends at is what follows. */
const holdsFrom: Holds = (range, position) =>
  holdsUpTo(range, position) && (position.character > 0 || comparePositions(position, range.end) < 0)
