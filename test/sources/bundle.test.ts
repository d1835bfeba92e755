import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import type { BibtexLibrary } from '../../server/src/sources/formats/bibtex/library'

const dist = resolve(__dirname, '../../server/dist')

test('the BibTeX library is a bundle that works by itself, and is no part of the server’s', () => {
  const { bibtexLibrary } = createRequire(__filename)(`${dist}/bibtex.js`) as { readonly bibtexLibrary: BibtexLibrary }
  expect(bibtexLibrary.readEntry(String.raw`@misc{x, title = {G{\"o}del}}`)?.title).toBe('Gödel')
  for (const file of ['node.js', 'cli.js'])
    expect(readFileSync(`${dist}/${file}`, 'utf8')).not.toContain('unicode2latex')
})
