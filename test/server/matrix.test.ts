import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { matrixFormats } from '../../server/src/core'
import { survey } from '../support/cli'
import { folderWith } from '../support/folder'
import { breaches } from '../support/schema'

const golden = fileURLToPath(new URL('golden/matrix', import.meta.url))
const BREWS = readFileSync(join(golden, 'brews.md'), 'utf8')
const FORMATS = matrixFormats.map(({ id }) => id)

/** Of nobody's survey: the same two labels below three headings. */
const CANDIDATE = ['Redis', 'Kafka', 'NATS']
  .map((name) => `## ${name}\n\n**Pros:** Fast.\n\n**Cons:** Small.\n`)
  .join('\n')

test.each(FORMATS)('%s, byte for byte', async (format) => {
  const { code, stdout, stderr } = await survey(['matrix', '--format', format, 'brews.md'], { cwd: golden })
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  await expect(stdout).toMatchFileSnapshot(join(golden, `expected.${format}`))
})

test('there is a golden file for each format, and none besides', () => {
  expect(readdirSync(golden).sort()).toEqual(['brews.md', ...FORMATS.map((id) => `expected.${id}`)].sort())
})

test('without a format it is Markdown', async () => {
  const { stdout } = await survey(['matrix', '-'], { stdin: BREWS })
  expect(stdout).toBe(readFileSync(join(golden, 'expected.md'), 'utf8'))
})

test('JSON keeps to its schema, lists files that are no surveys, and tells candidates', async () => {
  const cwd = folderWith({ 'a.md': BREWS, 'b.md': CANDIDATE, 'c.md': '# Shopping\n' })
  const { code, stdout, stderr } = await survey(['matrix', '--format', 'json', 'a.md', 'b.md', 'c.md'], { cwd })
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  const result = JSON.parse(stdout) as { files: { recognition: string }[] }
  expect(breaches('matrix', result)).toBe('')
  expect(result.files.map(({ recognition }) => recognition)).toEqual(['survey', 'candidate', 'none'])
})

describe('several files', () => {
  const cwd = () => folderWith({ 'a.md': BREWS, 'b.md': CANDIDATE, 'c.md': '# Shopping\n' })

  test('have a heading each in Markdown; what is no survey is told', async () => {
    const { code, stdout, stderr } = await survey(['matrix', 'a.md', 'c.md', 'b.md'], { cwd: cwd() })
    expect({ code, stderr }).toEqual({ code: 0, stderr: 'survey: c.md: has no matrix, as it is not a survey\n' })
    expect(stdout.split('\n').filter((line) => line.startsWith('#'))).toEqual(['## a.md', '## b.md'])
    expect(stdout).toContain(
      '\n| Redis | complete, 1 word, 0 citations: Fast. | complete, 1 word, 0 citations: Small. |\n',
    )
  })

  test('share a table in CSV, with the name in the last column', async () => {
    const { stdout } = await survey(['matrix', '--format', 'csv', 'a.md', 'b.md'], { cwd: cwd() })
    const [head = '', ...rows] = stdout.split('\r\n').slice(0, -1)
    expect(head).toBe('Initiative,What is it?,Who does it?,Strengths,Weaknesses,Opportunities,Threats,Pros,Cons,File')
    expect(rows.map((row) => row.slice(-4))).toEqual(['a.md', 'a.md', 'a.md', 'b.md', 'b.md', 'b.md'])
    expect(rows[3]).toBe(
      'Redis,optional,optional,optional,optional,optional,optional,"complete, 1 word, 0 citations: Fast.","complete, 1 word, 0 citations: Small.",b.md',
    )
  })

  test('of which none is a survey leave nothing to print', async () => {
    for (const format of ['md', 'csv', 'html', 'svg'])
      expect(await survey(['matrix', '--format', format, 'c.md'], { cwd: cwd() })).toEqual({
        code: 0,
        stdout: '',
        stderr: 'survey: c.md: has no matrix, as it is not a survey\n',
      })
  })

  test('that cannot be read are told, and the others are compared', async () => {
    const { code, stdout, stderr } = await survey(['matrix', 'nowhere.md', 'b.md'], { cwd: cwd() })
    expect({ code, stderr }).toEqual({ code: 2, stderr: 'survey: nowhere.md: no such file\n' })
    expect(stdout).toContain('| Kafka |')
  })
})
