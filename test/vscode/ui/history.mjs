import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ready } from './citing.mjs'

/** How a survey was written, from its repository. */
export default {
  'Show History draws how the survey was written, and lists what was deleted': async (workbench) => {
    if (spawnSync('git', ['--version']).status !== 0) return 'git is not installed'
    const { folder, openFile, runCommand, screenshot, press } = workbench
    const git = (...args) =>
      execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], { cwd: folder })
    const path = join(folder, 'survey.md')
    const whole = await readFile(path, 'utf8')
    git('init', '--quiet')
    git('add', '--all')
    git('commit', '--quiet', '--message', 'one')
    const title = whole.match(/^#+ (Weaknesses)$/mu)?.[0]
    assert.ok(title, 'the survey of the tests has Weaknesses')
    await writeFile(path, whole.replace(new RegExp(`^${title}\\n[^#]*`, 'mu'), ''))
    git('commit', '--quiet', '--all', '--message', 'two')
    await openFile('survey.md')
    await ready(workbench)
    await runCommand('Survey: Show History')
    const shown = workbench.webview()
    await shown.getByRole('heading', { name: 'History of survey.md' }).waitFor()
    const rows = shown.getByRole('row')
    assert.equal(await rows.count(), 3)
    assert.match(await rows.nth(1).innerText(), /Weaknesses of /u)
    const drawing = shown.getByRole('img')
    assert.match(await drawing.innerHTML(), /deleted Weaknesses of /u)
    const { width, height } = await drawing.boundingBox()
    assert.ok(width > 300 && height > 100, `the drawing is ${width} by ${height}`)
    await screenshot('history')
    await press('Control+w')
    await shown.getByRole('heading').waitFor({ state: 'detached' })
  },

  'Show History says why there is none': async (workbench) => {
    const { openFile, runCommand, page } = workbench
    await openFile('survey.md')
    await ready(workbench)
    await runCommand('Survey: Show History')
    await page.getByText('survey.md is in no git repository, so it has no history.').first().waitFor()
  },
}
