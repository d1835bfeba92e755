import { expect, test } from 'vitest'
import { createBibliographies, type Bibliographies } from '../../server/src/session/bibliographies'
import { bibtexLibrary } from '../../server/src/sources/formats/bibtex/library'

const ROOT = 'file:///work/'

function library(files: Record<string, string>) {
  const told: string[] = []
  let loaded = 0
  const bibliographies = createBibliographies({
    read: (uri) => Promise.resolve(files[decodeURIComponent(uri)]),
    list: (folder) => Promise.resolve(Object.keys(files).filter((file) => file.startsWith(folder))),
    load: { bibtex: () => (loaded++, Promise.resolve(bibtexLibrary)) },
    tell: (uri, text, problems) => void told.push(`${uri}: ${problems.map(({ span, message }) => `“${text.slice(span.from, span.to)}” ${message}`).join(' ')}`),
    failed: (error) => { throw error },
    later: (act) => void setTimeout(act, 0),
    now: () => performance.now(),
  })
  return { bibliographies, told, loads: () => loaded }
}

const found = (bibliographies: Bibliographies, typed: string, survey = `${ROOT}survey.md`): readonly string[] =>
  bibliographies.find(survey, typed, 10).map(({ source, from }) => `${source.title} (${from})`)

const bib = (title: string): string => `@misc{x, title = {${title}}, url = {https://a.org/${title}}}`

test('what configs name is read, by path and by glob, and offered to the surveys that they speak for', async () => {
  const files = { [`${ROOT}a b.bib`]: bib('Plasma'), [`${ROOT}lists/r.ris`]: 'TY  - JOUR\nTI  - Rollup\nER  - ', [`${ROOT}lists/c.json`]: '[{"title":"Channel"}]', [`${ROOT}lists/other.txt`]: bib('No'), [`${ROOT}sub/s.bib`]: bib('Sidechain'), 'file:///shared/x.bib': bib('Shared') }
  const { bibliographies, told } = library(files)
  bibliographies.use([{ folder: ROOT, globs: ['a b.bib', 'lists/*', 'missing.bib', '../shared/x.bib'] }, { folder: `${ROOT}sub/`, globs: ['s.bib'] }])
  expect(found(bibliographies, 'plasma')).toEqual([])
  await bibliographies.ready()
  expect([...found(bibliographies, '')].sort()).toEqual(['Channel (c.json)', 'Plasma (a b.bib)', 'Rollup (r.ris)', 'Shared (x.bib)'])
  expect(found(bibliographies, 'plsama')).toEqual(['Plasma (a b.bib)'])
  expect(found(bibliographies, 'sidechain')).toEqual([])
  expect(found(bibliographies, '', `${ROOT}sub/deep/survey.md`)).toEqual(['Sidechain (s.bib)'])
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
