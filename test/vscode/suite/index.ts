import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Mocha from 'mocha'
import * as vscode from 'vscode'

/** Called by VS Code inside its extension host: runs every test beside this file; a failed test is a rejection. */
export async function run(): Promise<void> {
  process.setSourceMapsEnabled(true)
  const mocha = new Mocha({
    ui: 'bdd',
    reporter: 'spec',
    color: !process.env.NO_COLOR,
    timeout: 30_000,
    slow: 2_000,
    grep: process.env.SURVEY_TEST_GREP ?? '',
  })
  for (const file of readdirSync(__dirname)
    .filter((name) => name.endsWith('.test.js'))
    .sort()) {
    mocha.addFile(join(__dirname, file))
  }
  const counts = await runMocha(mocha)
  const report = process.env.SURVEY_TEST_REPORT
  if (report) writeFileSync(report, JSON.stringify({ vscodeVersion: vscode.version, ...counts }))
  if (counts.failed > 0) throw new Error(`${counts.failed} of the suite's tests failed`)
}

interface Counts {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

function runMocha(mocha: Mocha): Promise<Counts> {
  return new Promise((resolve) => {
    const runner = mocha.run((failed) => {
      const { passes = 0, pending = 0 } = runner.stats ?? {}
      resolve({ passed: passes, failed, skipped: pending })
    })
  })
}
