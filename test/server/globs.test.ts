import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readConfig } from '../../server/src/core'
import { filesBelow } from '../../server/src/node/filesBelow'
import { createBibliographies } from '../../server/src/session/bibliographies'
import { createOtherSurveys } from '../../server/src/session/otherSurveys'
import { bibtexLibrary } from '../../server/src/sources/formats/bibtex/library'
import { folderWith } from '../support/folder'

const FOLDER = 'file:///work/'
const nothing = (): void => undefined
const unexpected = (error: unknown): never => {
  throw error
}

/** A clock that goes on by a millisecond whenever somebody looks, and what is told of how long others had to wait. */
function clock() {
  let [time, since, turns, longest] = [0, 0, 0, 0]
  return {
    now: () => {
      longest = Math.max(longest, ++since)
      return ++time
    },
    later: (act: () => void) => {
      turns++
      since = 0
      setImmediate(act)
    },
    turns: () => turns,
    longest: () => longest,
  }
}

const names = (ending: string): readonly string[] =>
  Array.from({ length: 500 }, (_, i) => `${FOLDER}${'a'.repeat(100)}${i}${ending}`)
/** Bibliographies of a folder of 500. */
const bibliographiesIn = (
  read: (uri: string) => Promise<undefined>,
  clock: Pick<Parameters<typeof createBibliographies>[0], 'now' | 'later'>,
) =>
  createBibliographies({
    read,
    list: () => Promise.resolve(names('.bib')),
    load: { bibtex: () => Promise.resolve(bibtexLibrary) },
    tell: nothing,
    unread: nothing,
    failed: unexpected,
    ...clock,
  })

const globs = [`${'*a'.repeat(60)}*b.bib`, `**/${'*a'.repeat(60)}/**/b`, `${'?*'.repeat(60)}x`, '**/*9.bib']

describe('what many files are matched with many globs, messages have their turn in between', () => {
  test('for bibliographies', async () => {
    const { now, later, turns, longest } = clock()
    const read: string[] = []
    const bibliographies = bibliographiesIn(
      (uri) => {
        read.push(uri)
        return Promise.resolve(undefined)
      },
      { now, later },
    )
    bibliographies.use([{ folder: FOLDER, globs }])
    await bibliographies.ready()
    expect(read).toEqual(names('.bib').filter((name) => name.endsWith('9.bib')))
    // 500 files, 4 globs, and never more than a few of them at once.
    expect(turns()).toBeGreaterThan(400)
    expect(longest()).toBeLessThan(10)
  })

  test('for other surveys', async () => {
    const { now, later, turns, longest } = clock()
    const { config } = readConfig(JSON.stringify({ files: globs.map((glob) => glob.replace('.bib', '.md')) }))
    const found = new Promise<readonly string[]>((resolve) => {
      const read: string[] = []
      const others = createOtherSurveys(
        { lists: nothing },
        {
          isOpen: () => false,
          file: () => undefined,
          unopened: () => unexpected(new Error('nothing was read')),
          ready: () => undefined,
          read: (uri) => {
            read.push(uri)
            if (read.length === 50) resolve(read)
            return Promise.resolve(undefined)
          },
          list: () => Promise.resolve(names('.md')),
          failed: unexpected,
          later,
          now,
        },
      )
      others.use([{ folder: FOLDER, config }])
    })
    expect(await found).toEqual(names('.md').filter((name) => name.endsWith('9.md')))
    expect(turns()).toBeGreaterThan(400)
    expect(longest()).toBeLessThan(10)
  })
})

test('of many bibliographies a few are read at a time', async () => {
  const { now, later } = clock()
  let [open, most, all] = [0, 0, 0]
  const bibliographies = bibliographiesIn(
    async () => {
      most = Math.max(most, ++open)
      all++
      await new Promise(setImmediate)
      open--
      return undefined
    },
    { now, later },
  )
  bibliographies.use([{ folder: FOLDER, globs: ['*.bib'] }])
  await bibliographies.ready()
  expect(all).toBe(500)
  expect(most).toBeLessThan(20)
})

test.skipIf(process.platform === 'win32')('links are followed neither out of the folder nor in a circle', async () => {
  const outside = folderWith({ 'secret.bib': '', 'sub/secret.bib': '' })
  const cwd = folderWith({ 'here.bib': '', 'sub/there.bib': '', '.hidden/x.bib': '', 'node_modules/x.bib': '' })
  symlinkSync(outside, join(cwd, 'out'))
  symlinkSync(join(outside, 'secret.bib'), join(cwd, 'link.bib'))
  symlinkSync('..', join(cwd, 'sub', 'up'))
  symlinkSync('itself.bib', join(cwd, 'itself.bib'))
  mkdirSync(join(cwd, 'empty'))
  writeFileSync(join(cwd, 'empty', '.x.bib'), '')
  const found: string[] = []
  for await (const file of filesBelow(cwd)) found.push(relative(cwd, file))
  expect(found.sort()).toEqual(['empty/.x.bib', 'here.bib', 'sub/there.bib'])
})
