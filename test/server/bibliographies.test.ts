import { describe, expect, test } from 'vitest'
import { createBibliographies, type Bibliographies } from '../../server/src/session/bibliographies'
import { bibtexLibrary } from '../../server/src/sources/formats/bibtex/library'

const ROOT = 'file:///work/'

/** Bibliographies of these files. `canLook` tells whether folders can be looked into. */
function library(files: Record<string, string>, canLook = true) {
  const told: string[] = []
  const unread = new Map<string, readonly string[]>()
  let loaded = 0
  const bibliographies = createBibliographies({
    read: (uri) => Promise.resolve(files[decodeURIComponent(uri)]),
    list: (folder) =>
      Promise.resolve(canLook ? Object.keys(files).filter((file) => file.startsWith(folder)) : undefined),
    load: { bibtex: () => (loaded++, Promise.resolve(bibtexLibrary)) },
    tell: (uri, text, problems) =>
      void told.push(
        `${uri}: ${problems.map(({ span, message }) => `“${text.slice(span.from, span.to)}” ${message}`).join(' ')}`,
      ),
    unread: (folder, messages) => void unread.set(folder, [...messages.values()]),
    failed: (error) => {
      throw error
    },
    later: (act) => void setTimeout(act, 0),
    now: () => performance.now(),
  })
  return { bibliographies, told, unread, loads: () => loaded }
}

const found = (bibliographies: Bibliographies, typed: string, survey = `${ROOT}survey.md`): readonly string[] =>
  bibliographies.find(survey, typed, 10).map(({ source, from }) => `${source.title} (${from})`)

const bib = (title: string): string => `@misc{x, title = {${title}}, url = {https://a.org/${title}}}`

test('what configs name is read, by path and by glob, and offered to the surveys that they speak for', async () => {
  const files = {
    [`${ROOT}a b.bib`]: bib('Plasma'),
    [`${ROOT}lists/r.ris`]: 'TY  - JOUR\nTI  - Rollup\nER  - ',
    [`${ROOT}lists/c.json`]: '[{"title":"Channel"}]',
    [`${ROOT}lists/other.txt`]: bib('No'),
    [`${ROOT}sub/s.bib`]: bib('Sidechain'),
    'file:///shared/x.bib': bib('Shared'),
  }
  const { bibliographies, told } = library(files)
  bibliographies.use([
    { folder: ROOT, globs: ['a b.bib', 'lists/*', 'missing.bib', '../shared/x.bib'] },
    { folder: `${ROOT}sub/`, globs: ['s.bib'] },
  ])
  expect(found(bibliographies, 'plasma')).toEqual([])
  await bibliographies.ready()
  expect([...found(bibliographies, '')].sort()).toEqual([
    'Channel (c.json)',
    'Plasma (a b.bib)',
    'Rollup (r.ris)',
    'Shared (x.bib)',
  ])
  expect(found(bibliographies, 'plsama')).toEqual(['Plasma (a b.bib)'])
  expect(found(bibliographies, 'sidechain')).toEqual([])
  expect(found(bibliographies, '', `${ROOT}sub/deep/survey.md`)).toEqual(['Sidechain (s.bib)'])
  // One that is still to be saved there has another address.
  expect(
    bibliographies.find('untitled:/work/sub/a.md', '', 10, `${ROOT}sub/a.md`).map(({ source }) => source.title),
  ).toEqual(['Sidechain'])
  expect(found(bibliographies, '', 'file:///elsewhere/survey.md')).toEqual([])
  expect(told).toEqual([])
})

test('files that change, come and go', async () => {
  const files: Record<string, string> = { [`${ROOT}a.bib`]: bib('One') }
  const { bibliographies, told } = library(files)
  bibliographies.use([{ folder: ROOT, globs: ['**/*.bib'] }])
  await bibliographies.ready()
  files[`${ROOT}a.bib`] = `${bib('Two')}\n@misc{y, title = {`
  files[`${ROOT}new/b.bib`] = bib('Three')
  bibliographies.changed([`${ROOT}a.bib`, `${ROOT}new/b.bib`, `${ROOT}notes.md`])
  await bibliographies.ready()
  expect(found(bibliographies, '')).toEqual(['Two (a.bib)', 'Three (b.bib)'])
  files[`${ROOT}a.bib`] = bib('Four')
  delete files[`${ROOT}new/b.bib`]
  bibliographies.changed([`${ROOT}a.bib`, `${ROOT}new/b.bib`])
  await bibliographies.ready()
  expect(found(bibliographies, '')).toEqual(['Four (a.bib)'])
  expect(told).toEqual([`${ROOT}a.bib: “{” The brace that opens here is never closed.`, `${ROOT}a.bib: `])
  bibliographies.use([])
  await bibliographies.ready()
  expect(found(bibliographies, '')).toEqual([])
})

test('other surveys lend their references, and no library is loaded for them', async () => {
  const { bibliographies, loads } = library({})
  bibliographies.lists(`${ROOT}one.md`, 'one.md', [{ title: 'Plasma', url: 'https://plasma.io' }])
  bibliographies.lists(`${ROOT}survey.md`, 'survey.md', [{ title: 'Plasma Cash' }])
  expect(found(bibliographies, 'plasma')).toEqual(['Plasma (one.md)'])
  bibliographies.lists(`${ROOT}one.md`, 'one.md', [])
  expect(found(bibliographies, 'plasma')).toEqual([])
  await bibliographies.ready()
  expect(loads()).toBe(0)
})

const ABSENT = (name: string): string =>
  `“${name}” is not there, or cannot be read, so no sources are offered from it. It is read as soon as it is there.`
const UNMATCHED = (glob: string): string =>
  `No bibliography matches “${glob}” yet, so no sources are offered from there. A file that does is read as soon as it is there.`

describe('what is named and cannot be read', () => {
  test('is told by its name, until it is there, and again when it goes', async () => {
    const files: Record<string, string> = { [`${ROOT}here.bib`]: bib('One'), [`${ROOT}notes.txt`]: 'x' }
    const { bibliographies, unread } = library(files)
    bibliographies.use([{ folder: ROOT, globs: ['here.bib', 'gone.bib', 'lists/*.ris', '*.{bib,txt}', 'notes.txt'] }])
    await bibliographies.ready()
    const other = '“notes.txt” is not read: bibliographies are .bib, .bibtex, .ris and .json files.'
    expect(unread.get(ROOT)).toEqual([ABSENT('gone.bib'), UNMATCHED('lists/*.ris'), other])
    files[`${ROOT}gone.bib`] = bib('Two')
    files[`${ROOT}lists/a.ris`] = 'TY  - JOUR\nTI  - Three\nER  - '
    bibliographies.changed([`${ROOT}gone.bib`, `${ROOT}lists/a.ris`])
    await bibliographies.ready()
    expect(unread.get(ROOT)).toEqual([other])
    for (const file of Object.keys(files)) delete files[file]
    bibliographies.changed([`${ROOT}here.bib`, `${ROOT}gone.bib`, `${ROOT}lists/a.ris`])
    await bibliographies.ready()
    expect(unread.get(ROOT)).toEqual([
      ABSENT('here.bib'),
      ABSENT('gone.bib'),
      UNMATCHED('lists/*.ris'),
      UNMATCHED('*.{bib,txt}'),
      other,
    ])
  })

  test('is no address', async () => {
    const { bibliographies, unread } = library({})
    bibliographies.use([{ folder: ROOT, globs: ['https://a.org/refs.bib', 'https://a.org/?id=7'] }])
    await bibliographies.ready()
    const message = (address: string): string =>
      `“${address}” is an address, and nothing is fetched from the network. Save the file here and name it by its path.`
    expect(unread.get(ROOT)).toEqual([message('https://a.org/refs.bib'), message('https://a.org/?id=7')])
  })

  test('is nothing while it is being looked for, where nobody can look, and when nothing is named any more', async () => {
    const { bibliographies, unread } = library({ [`${ROOT}here.bib`]: bib('One') }, false)
    bibliographies.use([{ folder: ROOT, globs: ['here.bib', '**/*.bib'] }])
    expect(unread.size).toBe(0)
    await bibliographies.ready()
    expect(unread.size).toBe(0)
    bibliographies.use([{ folder: ROOT, globs: ['gone.bib'] }])
    await bibliographies.ready()
    expect(unread.get(ROOT)).toEqual([ABSENT('gone.bib')])
    bibliographies.use([])
    await bibliographies.ready()
    expect(unread.get(ROOT)).toEqual([])
  })

  test('is looked for again by whoever is not told of changes', async () => {
    const files: Record<string, string> = {}
    const { bibliographies, unread } = library(files)
    bibliographies.use([{ folder: ROOT, globs: ['*.bib', 'a.ris'] }])
    await bibliographies.ready()
    expect(unread.get(ROOT)).toHaveLength(2)
    files[`${ROOT}x.bib`] = bib('One')
    files[`${ROOT}a.ris`] = 'TY  - JOUR\nTI  - Three\nER  - '
    bibliographies.again()
    await bibliographies.ready()
    expect(unread.get(ROOT)).toEqual([])
    expect([...found(bibliographies, '')].sort()).toEqual(['One (x.bib)', 'Three (a.ris)'])
  })
})
