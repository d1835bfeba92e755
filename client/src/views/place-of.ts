import { Position } from 'vscode'
import { type OutlineNode } from './outline-tree'
import { type Workbench } from '../workbench'

/** Where the row that a command was run from stands in the text: in its initiative, for one that is missing. */
export function placeOf({ view }: Workbench, argument: unknown): Position | undefined {
  let node: OutlineNode | undefined = typeof argument === 'string' ? view.node(argument) : undefined
  while (node && !node.range && node.parent !== undefined) node = view.node(node.parent)
  const start = node?.range?.start
  return start && new Position(start.line, start.character)
}
