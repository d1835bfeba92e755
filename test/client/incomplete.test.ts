import { expect, test } from 'vitest'
import { nearestFirst } from '../../client/src/incomplete/nearest-first'
import { samePlace } from '../../client/src/incomplete/same-place'
import { stepIncomplete } from '../../client/src/incomplete/step-incomplete'
import { at, incomplete } from './outlines'

const three = [incomplete('a', 10), incomplete('b', 20), incomplete('c', 30)]

test('next and previous go from the selection, and around the ends', () => {
  expect(stepIncomplete(three, at(0), 'next')).toBe(0)
  expect(stepIncomplete(three, at(10, 0, 3), 'next')).toBe(1)
  expect(stepIncomplete(three, at(30, 0, 3), 'next')).toBe(0)
  expect(stepIncomplete(three, at(10, 0, 3), 'previous')).toBe(2)
  expect(stepIncomplete(three, at(30, 0, 3), 'previous')).toBe(1)
  expect(stepIncomplete(three, at(99), 'previous')).toBe(2)
})

test('a placeholder that the cursor stands before, or in, is the one to go to', () => {
  expect(stepIncomplete(three, at(20), 'next')).toBe(1)
  expect(stepIncomplete(three, at(20, 2), 'previous')).toBe(1)
})

test('an empty place is left by the next press', () => {
  const empty = [{ ...incomplete('a', 10), selection: at(10) }, incomplete('b', 20)]
  expect(stepIncomplete(empty, at(10), 'next')).toBe(1)
})

test('there is nowhere to go when nothing is incomplete', () => {
  expect(stepIncomplete([], at(0), 'next')).toBeUndefined()
  expect(stepIncomplete([], at(0), 'previous')).toBeUndefined()
})

test('the nearest come first: on from the cursor, then back', () => {
  const { after, before } = nearestFirst(three, { line: 20, character: 1 })
  expect(after.map(({ title }) => title)).toEqual(['b', 'c'])
  expect(before.map(({ title }) => title)).toEqual(['a'])
  expect(nearestFirst(three, { line: 99, character: 0 }).before.map(({ title }) => title)).toEqual(['c', 'b', 'a'])
})

test('sections that are missing in a row are one place, and are told as one', () => {
  const missing = (title: string) => ({ title, state: 'missing' as const, selection: at(12) })
  const places = [incomplete('a', 10), missing('b'), missing('c'), incomplete('d', 20)]
  expect([0, 1, 2, 3].map((index) => samePlace(places, index))).toEqual([
    { first: 0, last: 0 },
    { first: 1, last: 2 },
    { first: 1, last: 2 },
    { first: 3, last: 3 },
  ])
  expect(stepIncomplete(places, at(12), 'next')).toBe(3)
  expect(stepIncomplete(places, at(12), 'previous')).toBe(0)
})
