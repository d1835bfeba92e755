import { expect, test } from 'vitest'
import { changedNodes } from '../../client/src/views/changed-nodes'
import { incompleteOnly } from '../../client/src/views/incomplete-only'
import { nodeAt } from '../../client/src/views/node-at'
import { buildOutlineTree, type OutlineTree } from '../../client/src/views/outline-tree'
import { at, initiative, outline, reference, section } from './outlines'

const first = outline({
  initiatives: [
    initiative('Plasma', 10, ['complete', 'placeholder', 'missing']),
    initiative('TrueBit', 20, ['complete', 'complete', 'none']),
  ],
  sections: [
    section('Purpose', 'complete', 3),
    section('Observations', 'draft', 40),
    section('Summary', 'complete', 44),
  ],
  references: [reference(1, 50), reference(2, 51, 0)],
})
const tree = buildOutlineTree(first, 'file')

test('initiatives with their sections, the survey’s own sections, and the references stand in text order', () => {
  expect(lines(tree)).toEqual([
    'Purpose complete',
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
  expect(tree.nodes.get(tree.roots[1] ?? '')?.content).toMatchObject({ missing: 1, done: 1, total: 3 })
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
  expect([between.roots[1], between.roots[3]]).toEqual(ids.slice(1, 3))
  expect(ids).not.toContain(between.roots[2])
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
  expect(changedNodes(tree, written)).toEqual([tree.roots[1]])
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
})

test('between rows the cursor is in the one that comes next: on the heading above the initiatives, in the first of them', () => {
  const title = (line: number) => name(tree, nodeAt(tree, { line, character: 0 }))
  expect(title(0)).toBe('Purpose complete')
  expect(title(8)).toBe('Plasma')
  expect(title(30)).toBe('Observations draft')
  expect(title(49)).toBe('references 2')
  expect(title(60)).toBe('references 2')
  expect(nodeAt(buildOutlineTree(outline({}), 'file'), { line: 3, character: 0 })).toBeUndefined()
})

test('the beginning of the line that a row’s text ends at is what follows, except where nothing does', () => {
  const upTo = (line: number, end: number) => ({ start: { line, character: 0 }, end: { line: end, character: 0 } })
  const whole = buildOutlineTree(
    outline({
      sections: [
        { ...section('Purpose', 'complete', 3), range: upTo(3, 8) },
        { ...section('Observations', 'complete', 20), range: upTo(20, 24) },
      ],
      initiatives: [{ ...initiative('Plasma', 10, ['complete']), range: upTo(10, 20) }],
    }),
    'file',
  )
  const title = (line: number) => name(whole, nodeAt(whole, { line, character: 0 }))
  expect([7, 8, 9, 20, 24].map(title)).toEqual([
    'Purpose complete',
    'Plasma',
    'Plasma',
    'Observations complete',
    'Observations complete',
  ])
})

test('a list that has a section is a row with its text', () => {
  const list = { ...section('References', 'complete', 48), kind: 'references' }
  const whole = buildOutlineTree({ ...first, sections: [...first.sections, list] }, 'file')
  expect(name(whole, nodeAt(whole, { line: 48, character: 4 }))).toBe('references 2')
  const listFirst = buildOutlineTree({ ...first, sections: [{ ...list, range: at(1) }] }, 'file')
  expect(name(listFirst, listFirst.roots[0])).toBe('references 2')
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
