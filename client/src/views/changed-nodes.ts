import { type OutlineNode, type OutlineTree } from './outline-tree'

/**
 * The nodes that a view has to draw again to show `after` instead of `before`: `all`, or a list that is empty where only
 * places in the text have moved. A node stands for what is under it, too.
 */
export function changedNodes(before: OutlineTree, after: OutlineTree): 'all' | readonly string[] {
  if (!sameList(before.roots, after.roots)) return 'all'
  return after.roots.flatMap((id) => changedUnder(id, before, after))
}

function changedUnder(id: string, before: OutlineTree, after: OutlineTree): readonly string[] {
  const was = before.nodes.get(id)
  const is = after.nodes.get(id)
  if (!was || !is || !looksSame(was, is)) return [id]
  return is.children.flatMap((child) => changedUnder(child, before, after))
}

function looksSame(was: OutlineNode, is: OutlineNode): boolean {
  return sameList(was.children, is.children) && JSON.stringify(was.content) === JSON.stringify(is.content)
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id, index) => id === b[index])
}
