import fc from 'fast-check'
import { expect, test } from 'vitest'
import { globMatcher, matchesGlob } from '../../server/src/core/text/glob'
import { holds } from '../support/property'

/** A sign of a glob: how it is written, and what may be left of a path behind it, tried in every way that there is. */
interface Sign {
  readonly written: string
  readonly rest: (path: string) => readonly string[]
}

const matchesSlowly = (signs: readonly Sign[], path: string): boolean => {
  const [first, ...others] = signs
  return first ? first.rest(path).some((rest) => matchesSlowly(others, rest)) : path === ''
}

/** All that a path is when something is taken from its beginning that fits. */
const without = (path: string, fits: (taken: string) => boolean): readonly string[] => {
  const characters = [...path]
  return [...characters, ''].flatMap((_, i) =>
    fits(characters.slice(0, i).join('')) ? [characters.slice(i).join('')] : [],
  )
}

const SIGNS = {
  star: { written: '*', rest: (path) => without(path, (taken) => !taken.includes('/')) },
  one: { written: '?', rest: (path) => without(path, (taken) => [...taken].length === 1 && taken !== '/') },
  parts: { written: '**/', rest: (path) => without(path, (taken) => taken === '' || taken.endsWith('/')) },
  deep: { written: '**', rest: (path) => without(path, () => true) },
} as const satisfies Record<string, Sign>

const literal = fc.constantFrom('a', 'b', '.', '😀', '-', '/', '\\*', '\\{', '\\,').map((written): Sign => {
  const meant = written.replace('\\', '')
  return { written, rest: (path) => without(path, (taken) => taken === meant) }
})
const classOf = fc
  .tuple(fc.boolean(), fc.constantFrom('a', 'ab', 'a-b', 'b-😀', '-a'))
  .map(([isNot, members]): Sign => {
    const [low = '', , high = ''] = members
    const has = (taken: string): boolean =>
      members === 'b-😀'
        ? (taken.codePointAt(0) ?? 0) >= 98 && (taken.codePointAt(0) ?? 0) <= 0x1f600
        : members === 'a-b'
          ? taken >= low && taken <= high
          : [...members].includes(taken)
    return {
      written: `[${isNot ? '!' : ''}${members}]`,
      rest: (path) => without(path, (taken) => [...taken].length === 1 && taken !== '/' && has(taken) !== isNot),
    }
  })

/** `**` only where it is a part of its own, and never two stars in a row. */
const proper = (signs: readonly Sign[]): boolean =>
  signs.every(({ written }, i) => {
    const before = signs[i - 1]?.written ?? ''
    if (written === '*') return !before.endsWith('*')
    if (written === '**/') return before === '' || before.endsWith('/')
    return written !== '**' || ((before === '' || before.endsWith('/')) && i === signs.length - 1)
  })

const list = (depth: number): fc.Arbitrary<readonly Sign[]> =>
  fc
    .array(
      fc.oneof(
        { weight: 5, arbitrary: literal },
        { weight: 3, arbitrary: fc.constantFrom<Sign>(...Object.values(SIGNS)) },
        { weight: 1, arbitrary: classOf },
        ...(depth > 0
          ? [
              {
                weight: 2,
                arbitrary: fc.array(list(depth - 1), { minLength: 1, maxLength: 3 }).map((alternatives): Sign => ({
                  written: `{${alternatives.map(writtenOf).join()}}`,
                  rest: (path) =>
                    alternatives.flatMap((signs) => without(path, (taken) => matchesSlowly(signs, taken))),
                })),
              },
            ]
          : []),
      ),
      { maxLength: 5 },
    )
    .filter(proper)

const writtenOf = (signs: readonly Sign[]): string => signs.map(({ written }) => written).join('')

const glob = list(2).filter((signs) => !/^\.?\//u.test(writtenOf(signs)))
const path = fc
  .array(fc.constantFrom('a', 'b', 'ab', '/', '.', '😀', '-', '*', '{', ','), { maxLength: 7 })
  .map((all) => all.join(''))

test('a glob matches what a matcher finds that tries everything', () => {
  holds(
    3000,
    fc.property(glob, fc.array(path, { minLength: 1, maxLength: 6 }), (signs, paths) => {
      const matches = globMatcher(writtenOf(signs))
      for (const each of paths) expect([each, matches(each)]).toEqual([each, matchesSlowly(signs, each)])
    }),
  )
})

test('many of the paths that are tried do match', () => {
  const tried = fc.sample(fc.tuple(glob, path), 2000)
  const matching = tried.filter(([signs, each]) => each !== '' && matchesSlowly(signs, each))
  expect(matching.length).toBeGreaterThan(50)
})

test('whatever a glob is, it throws nothing, and what it has seen before makes no difference', () => {
  const anyGlob = fc.string({ unit: fc.constantFrom(...'*?[]{}!,\\/ab-'), maxLength: 40 })
  holds(
    1000,
    fc.property(anyGlob, fc.array(path, { maxLength: 6 }), (written, paths) => {
      const matches = globMatcher(written)
      for (const each of [...paths, ...paths]) expect(matches(each)).toBe(matchesGlob(written, each))
    }),
  )
})
