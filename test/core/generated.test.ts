import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { rules } from '../../server/src/core'
import { settingsTable } from '../../server/src/session/settings'

const root = fileURLToPath(new URL('../..', import.meta.url))
const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')

test('generated files are up to date; if not, run "npm run generate"', async () => {
  expect(await generate('--check')).toEqual({ code: 0, output: '' })
})

test('the manifest has every setting', () => {
  const { contributes } = JSON.parse(read('package.json')) as {
    contributes: { configuration: { properties: Record<string, unknown> } }
  }
  const { properties } = contributes.configuration
  for (const { name, schema } of settingsTable)
    expect(properties[`survey.${name}`]).toEqual(JSON.parse(JSON.stringify(schema)))
  expect(properties).toHaveProperty(['survey.trace.server'])
})

test('the page of rules has a section for each, with its examples', () => {
  const page = read('docs/RULES.md')
  for (const { code, example } of rules) {
    expect(page).toContain(`\n## ${code}\n`)
    expect(page).toContain(example.bad.trimEnd())
    expect(page).toContain(example.good.trimEnd())
  }
})

test('the snippets have the names that the README tells', () => {
  const snippets = Object.values(
    JSON.parse(read('snippets/survey.json')) as Record<string, { prefix: string; body: readonly string[] }>,
  )
  const prefixes = snippets.map(({ prefix }) => prefix)
  expect(new Set(prefixes).size).toBe(prefixes.length)
  expect(prefixes).toEqual(
    expect.arrayContaining(['survey', 'initiative', 'survey-strengths', 'survey-threats', 'reference']),
  )
  expect(snippets.find(({ prefix }) => prefix === 'initiative')?.body[0]).toBe('### #${1:1} ${2:???}')
})

const generate = (...args: readonly string[]): Promise<{ code: unknown; output: string }> =>
  new Promise((resolve) =>
    execFile(process.execPath, ['scripts/generate.mjs', ...args], { cwd: root }, (error, stdout, stderr) =>
      resolve({ code: error?.code ?? 0, output: stdout + stderr }),
    ),
  )
