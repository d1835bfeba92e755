import { type OutlineNode, type OutlineRowContent, type OutlineTree } from './outline-tree'

/** The tree without what is written: what remains is to be done, with the initiatives it belongs to. */
export function incompleteOnly({ roots, nodes }: OutlineTree): OutlineTree {
  const kept = new Map<string, OutlineNode>()
  const keep = (id: string): boolean => {
    const node = nodes.get(id)
    if (!node) return false
    const children = node.children.filter(keep)
    if (children.length === 0 && !isIncomplete(node.content)) return false
    kept.set(id, { ...node, children })
    return true
  }
  return { roots: roots.filter(keep), nodes: kept }
}

const isIncomplete = (content: OutlineRowContent): boolean => 'incomplete' in content && content.incomplete
