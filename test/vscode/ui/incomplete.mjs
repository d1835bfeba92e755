import assert from 'node:assert/strict'

/** What is left to write, wherever it is said, by the keyboard. */
export default {
  'badge, filter and jumps agree on what is incomplete': async (workbench) => {
    const { openFile, runCommand, viewRows, until, screenshot, goTo, press, type, saveUntil, page } = workbench
    await openFile('survey.md')
    await runCommand('Survey: Open Survey View')
    const badge = page.locator('.activitybar .action-item', { has: page.locator('[aria-label^="Survey"]') })
    await badge.locator('.badge-content', { hasText: /^15$/u }).waitFor()
    await runCommand('Survey: Show Incomplete Only')
    // Those of three initiatives, which are not counted themselves; the tree unfolds one after the other.
    let rows = []
    await until('15 rows of three initiatives', async () => {
      rows = await viewRows('survey.md')
      return rows.length === 15 + 3
    })
    assert.ok(!rows.includes('Why flags?'), rows.join('\n'))
    await screenshot('incomplete-only')

    await openFile('survey.md')
    const text = await workbench.fileText('survey.md')
    await goTo(text.slice(0, text.indexOf('### #3 What else?')).split('\n').length + 3)
    const said = page.locator('.statusbar-item').filter({ hasText: /Incomplete \d+ of 15/u })
    await press('Control+F8')
    await said.filter({ hasText: '9 of 15: What else? › What is it?' }).waitFor()
    await press('Control+F8')
    await said.filter({ hasText: '10 of 15: What else? › Who does it? (missing)' }).waitFor()
    await screenshot('incomplete-missing')
    // Nothing is selected, and a heading can be begun right there.
    await type('#')
    await page.locator('.suggest-widget.visible .monaco-list-row', { hasText: 'Who does it?' }).waitFor()
    await press('Enter')
    await type('Nobody yet.')
    await press('Escape')
    await saveUntil('survey.md', (after) =>
      after.includes('#### What is it?\n\n???\n#### Who does it?\n\nNobody yet.\n\n#### Strengths\n\n???'),
    )
    await badge.locator('.badge-content', { hasText: /^14$/u }).waitFor()
  },
}
