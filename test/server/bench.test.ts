import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))

const bench = (...args: readonly string[]): Promise<{ code: unknown; output: string }> =>
  new Promise((resolve) =>
    execFile(
      process.execPath,
      ['test/bench/run.mjs', '--sizes', '20kB', '--samples', '3', '--repeat', '1', '--budget', '1', ...args],
      { cwd: root },
      (error, stdout) => resolve({ code: error?.code ?? 0, output: stdout }),
    ),
  )

interface Result {
  readonly measure: string
  readonly server: string
  readonly p50?: number
  readonly size?: number
}

test('the benchmark measures everything, and its answers are real', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'survey-bench-test-'))
  try {
    const file = join(folder, 'results.json')
    const { code, output } = await bench('--json', file)
    expect({ code, output }).toMatchObject({ code: 0 })
    expect(output).toContain('| keystroke → findings | 20 kB |')
    const { results } = JSON.parse(readFileSync(file, 'utf8')) as { results: readonly Result[] }
    const of = (server: string) =>
      new Map(results.filter((each) => each.server === server).map((each) => [each.measure, each]))
    const ours = of('Survey Author')
    for (const measure of ['start', 'open', 'findings', 'beginning', 'end', 'symbols', 'completion'])
      expect(ours.get(measure)?.p50).toBeGreaterThan(0)
    for (const measure of ['findings', 'symbols', 'completion']) expect(ours.get(measure)?.size).toBeGreaterThan(3)
    expect(of('outline').get('symbols')?.size).toBeGreaterThan(3)
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('what is no option or measure is told', async () => {
  expect((await bench('--only', 'nonsense')).code).toBe(1)
  expect((await bench('--sizes', '20')).code).toBe(1)
})
