import assert from 'node:assert/strict'
import { ready } from './citing.mjs'

/** The same section of all initiatives in one text. */
export default {
  'Read Across shows a section of all initiatives, follows the survey, and Enter goes to the place': async (
    workbench,
  ) => {
    const { openFile, runCommand, choose, page, press, type, screenshot } = workbench
    await openFile('survey.md')
    await ready(workbench)
    await runCommand('Survey: Read Across…')
    await choose('Strengths')
    const shown = page.locator('.editor-group-container.active .view-lines')
    await shown.getByText('Providers can be changed without touching calling code').waitFor()
    await shown.getByText('## #1 OpenFeature').waitFor()
    await screenshot('across')
    await press('Control+Home', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'Home')
    await press('Enter')
    await page.locator('.tab.active[data-resource-name="survey.md"]').waitFor()
    await page
      .locator('.statusbar-item')
      .filter({ hasText: /Ln 25, Col \d+/u })
      .waitFor()
    await press('End')
    await type(' Quickly.')
    await page.locator('.tab').filter({ hasText: 'Strengths – survey.md' }).click()
    await shown.getByText('calling code [2]. Quickly.').waitFor()
    assert.equal(await page.locator('.tab.active.dirty').count(), 0)
  },
}
