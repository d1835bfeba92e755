import assert from 'node:assert/strict'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ready } from './citing.mjs'

/** What a key does to what one has written, in the packaged extension. */
export default {
  'a read-only survey is changed by no command, and the reason is shown': async (workbench) => {
    const { folder, openFile, runCommand, notifications, until, page, screenshot, press } = workbench
    await mkdir(join(folder, '.vscode'), { recursive: true })
    await writeFile(
      join(folder, '.vscode', 'settings.json'),
      JSON.stringify({ 'files.readonlyInclude': { 'survey.md': true } }),
    )
    await openFile('survey.md')
    await ready(workbench)
    for (const command of ['Insert All Missing Sections', 'New Initiative', 'Sort References…', 'Paste as Citation']) {
      await runCommand(`Survey: ${command}`)
      const [said] = await until('the reason', async () => (await notifications()).length > 0 && notifications())
      assert.match(said, /^survey\.md is read-only: the setting “files\.readonlyInclude” names it\./u)
      if (command === 'New Initiative') await screenshot('read-only')
      await runCommand('Notifications: Clear All Notifications')
      await until('it to go', async () => (await notifications()).length === 0)
    }
    // What was inserted would be a finding more.
    await runCommand('Problems: Focus on Problems View')
    await page.locator('.markers-panel').getByText('#3 What else? has no “Who does it?”').waitFor()
    await press('Escape')
    assert.equal(await page.locator('.tab.active.dirty').count(), 0)
  },
}
