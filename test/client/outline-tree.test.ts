import { expect, test } from 'vitest'
import { changedNodes } from '../../client/src/views/changed-nodes'
import { incompleteOnly } from '../../client/src/views/incomplete-only'
import { nodeAt } from '../../client/src/views/node-at'
import { buildOutlineTree, type OutlineTree } from '../../client/src/views/outline-tree'
import { initiative, outline, reference, section } from './outlines'

const first = outline({
  initiatives: [
    initiative('Plasma', 10, ['complete', 'placeholder', 'missing']),
    initiative('TrueBit', 20, ['complete', 'complete', 'none']),
  ],
  sections: [section('Observations', 'draft', 40), section('Summary', 'complete', 44)],
  references: [reference(1, 50), reference(2, 51, 0)],
})
const tree = buildOutlineTree(first, 'file')

test('initiatives come first, then the survey’s own sections, then the references', () => {
  expect(lines(tree)).toEqual([
    'Plasma',
    '  What complete',
    '  Who placeholder',
    '  Strengths missing',
    'TrueBit',
    '  What complete',
    '  Who complete',
    '  Strengths none',
    'Observations draft',
    'Summary complete',
    'references 2',
    '  [1] 1',
    '  [2] 0',
  ])
})

test('an initiative knows how many sections are missing', () => {
  expect(tree.nodes.get(tree.roots[0] ?? '')?.content).toMatchObject({ missing: 1, done: 1, total: 3 })
})

test('a reference list without references is a row when its section is there', () => {
  const empty = buildOutlineTree(
    outline({ sections: [{ ...section('References', 'placeholder', 9), kind: 'references' }] }),
    'file',
  )
  expect(lines(empty)).toEqual(['references 0'])
})

test('the filter keeps what is to be done, with what it belongs to', () => {
  expect(lines(incompleteOnly(tree))).toEqual([
    'Plasma',
    '  Who placeholder',
    '  Strengths missing',
    'Observations draft',
  ])
})

test('the filter keeps a reference that is to be written, and a list that is empty', () => {
  const references = [reference(1, 50), reference(2, 51, 0, true)]
  expect(
    lines(incompleteOnly(buildOutlineTree({ ...first, initiatives: [], sections: [], references }, 'file'))),
  ).toEqual(['references 2', '  [2] 0'])
  const list = { ...section('References', 'empty', 9), kind: 'references' }
  expect(lines(incompleteOnly(buildOutlineTree(outline({ sections: [list] }), 'file')))).toEqual(['references 0'])
  const written = { ...list, state: 'complete' as const, incomplete: false }
  expect(incompleteOnly(buildOutlineTree(outline({ sections: [written] }), 'file')).roots).toEqual([])
})

test('ids survive editing a title, and an initiative that comes between', () => {
  const ids = tree.roots
  const renamed = next(tree, [
    initiative('Plasma MVP', 10, ['complete', 'placeholder', 'missing']),
    initiative('TrueBit', 20, ['complete', 'complete', 'none']),
  ])
  expect(renamed.roots).toEqual(ids)
  const between = next(renamed, [
    initiative('Plasma MVP', 10, ['complete', 'placeholder', 'missing']),
    initiative('???', 20, ['placeholder']),
    initiative('TrueBit', 30, ['complete', 'complete', 'none']),
  ])
  expect([between.roots[0], between.roots[2]]).toEqual(ids.slice(0, 2))
  expect(ids).not.toContain(between.roots[1])
})

test('initiatives of the same name have ids of their own', () => {
  const same = buildOutlineTree(
    outline({ initiatives: [initiative('???', 1, ['empty']), initiative('???', 9, ['empty'])] }),
    'file',
  )
  expect(new Set(same.nodes.keys()).size).toBe(4)
})

test('other documents have other ids', () => {
  expect(buildOutlineTree(first, 'other').roots).not.toEqual(tree.roots)
})

test('only what looks different is drawn again', () => {
  expect(changedNodes(tree, moved(3))).toEqual([])
  const written = next(tree, [
    initiative('Plasma', 10, ['complete', 'complete', 'missing']),
    initiative('TrueBit', 20, ['complete', 'complete', 'none']),
  ])
  expect(changedNodes(tree, written)).toEqual([tree.roots[0]])
  expect(changedNodes(tree, next(tree, []))).toBe('all')
})

test('a cited reference changes no more than its own row', () => {
  const cited = buildOutlineTree({ ...first, references: [reference(1, 50, 2), reference(2, 51, 0)] }, 'file', tree)
  expect(changedNodes(tree, cited).length).toBe(1)
  expect(changedNodes(tree, cited)[0]).toContain('reference 1')
})

test('the cursor is in the innermost row, and in the next one where two meet', () => {
  const title = (line: number, character = 0) => name(tree, nodeAt(tree, { line, character }))
  expect(title(10)).toBe('Plasma')
  expect(title(12, 1)).toBe('What complete')
  expect(title(13, 0)).toBe('Who placeholder')
  expect(title(51, 5)).toBe('[2] 0')
  expect(title(2)).toBeUndefined()
  expect(title(30)).toBeUndefined()
})

function next(previous: OutlineTree, initiatives: typeof first.initiatives): OutlineTree {
  return buildOutlineTree({ ...first, initiatives }, 'file', previous)
}

function moved(by: number): OutlineTree {
  return next(tree, [
    initiative('Plasma', 10 + by, ['complete', 'placeholder', 'missing']),
    initiative('TrueBit', 20 + by, ['complete', 'complete', 'none']),
  ])
}

function lines({ roots, nodes }: OutlineTree, indent = ''): string[] {
  return roots.flatMap((id) => [
    `${indent}${name({ roots, nodes }, id) ?? '?'}`,
    ...lines({ roots: nodes.get(id)?.children ?? [], nodes }, `${indent}  `),
  ])
}

function name({ nodes }: OutlineTree, id: string | undefined): string | undefined {
  const content = nodes.get(id ?? '')?.content
  switch (content?.type) {
    case 'initiative':
      return content.title
    case 'section':
      return `${content.title} ${content.state}`
    case 'references':
      return `references ${content.count}`
    case 'reference':
      return `[${content.number}] ${content.citations}`
    case undefined:
      return undefined
  }
}
