import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { survey } from '../support/cli'
import { folderWith } from '../support/folder'
import { inEmphasis, inHeadings } from '../support/sample'

const SEED = inHeadings('Fast [7], cheap ([12]).').replace('Rootstock,', 'Rootstock ,')

test('survey convert tells what it would do and what it leaves, and changes nothing', async () => {
  const cwd = folderWith({ 'a.md': SEED })
  const { code, stdout, stderr } = await survey(['convert', '--to', 'published', 'a.md'], { cwd })
  expect(code).toBe(0)
  expect(stderr).toBe(
    'survey: a.md: [12] is left as it is: converting back would not restore blanks and punctuation.\n',
  )
  expect(stdout).toMatch(/^a\.md: 11 changes\n {2}#### What is it\? → _What is it\?_ {2}Labels \(2\)\n/u)
  expect(stdout).toContain('\n-Fast [7], cheap ([12]).\n+Fast [[7]], cheap ([[12]]).\n')
  expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toBe(SEED)
})

test('survey convert --write, there and back, in CRLF with a byte order mark', async () => {
  const text = `\ufeff${SEED.replaceAll('\n', '\r\n')}`
  const cwd = folderWith({ 'a.md': text })
  expect((await survey(['convert', '--to', 'published', '--write', 'a.md'], { cwd })).code).toBe(0)
  expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toContain('_Threats_\r\n')
  expect((await survey(['convert', '--to', 'seed', '--write', 'a.md'], { cwd })).code).toBe(0)
  expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toBe(text)
})

test('survey convert with one option, from standard input', async () => {
  const text = inEmphasis('Fast [[7]].')
  const { code, stdout } = await survey(['convert', '--citations', 'single', '--write', '-'], { stdin: text })
  expect([code, stdout]).toEqual([0, text.replace(/\[(\[\d+\])\]/gu, '$1')])
})

test('survey convert without a choice is refused', async () => {
  const cwd = folderWith({ 'a.md': SEED })
  const { code, stderr } = await survey(['convert', 'a.md'], { cwd })
  expect([code, stderr]).toEqual([
    2,
    'survey: Nothing to convert was chosen. Choose a whole way of writing (--to: seed, published), or some of: --references, --definitions, --labels, --citations, --dates. (see survey convert --help)\n',
  ])
})

test('survey convert tells how to come back, where the name of the other way is not enough', async () => {
  const text = inEmphasis('Fast [[7]].').replace(/^_(.*)_$/gmu, '*$1*')
  const cwd = folderWith({ 'a.md': text })
  const { code, stderr } = await survey(['convert', '--to', 'seed', '--write', 'a.md'], { cwd })
  expect([code, stderr]).toEqual([
    0,
    "survey: a.md: To convert back exactly: survey convert --to published --mark '*'\n",
  ])
  await survey(['convert', '--to', 'published', '--mark', '*', '--write', 'a.md'], { cwd })
  expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toBe(text)
})
