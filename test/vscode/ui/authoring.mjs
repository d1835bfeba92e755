import assert from 'node:assert/strict'

/** A day's work in the packaged extension, with the keyboard alone. The screenshots are those of the README. */
export default {
  'the Survey view shows what is written, and the findings what is not': async (workbench) => {
    const { openFile, runCommand, viewRows, until, screenshot, goTo } = workbench
    await openFile('survey.md')
    await runCommand('Survey: Open Survey View')
    const rows = await until('the initiatives', async () => {
      const found = await viewRows('survey.md')
      return found.some((label) => label.includes('OpenFeature')) && found
    })
    assert.ok(
      rows.some((label) => label.includes('#3 What else?')),
      rows.join('\n'),
    )
    await openFile('survey.md')
    await goTo(29)
    await workbench.press('Home')
    await screenshot('overview')
  },

  'a bracket and words of a title become a citation': async (workbench) => {
    const { openFile, cursorAfter, type, press, saveUntil, page, screenshot, fileText } = workbench
    const before = await fileText('survey.md')
    await openFile('survey.md')
    await workbench.until(
      'findings',
      async () =>
        (await page
          .locator('.statusbar-item')
          .filter({ hasText: /^\s*0\s*.*1/ })
          .count()) > 0,
    )
    await cursorAfter('survey.md', 'A company of the same name')
    await type(' [')
    await page.locator('.suggest-widget.visible .monaco-list-row').first().waitFor()
    await type('feature tog')
    await page
      .locator('.suggest-widget.visible .monaco-list-row')
      .filter({ hasText: 'Feature Toggles' })
      .first()
      .waitFor()
    await screenshot('citation')
    await press('Enter')
    const after = before.replace('A company of the same name', 'A company of the same name [1]')
    await saveUntil('survey.md', (text) => text === after)
  },

  'New Initiative, a title, Tab, and the first section': async (workbench) => {
    const { openFile, cursorAfter, type, press, saveUntil, until, page, fileText } = workbench
    const before = await fileText('survey.md')
    await openFile('survey.md')
    await cursorAfter('survey.md', '### #1 OpenFeature')
    await until('the new initiative', async () => {
      await press('Control+Alt+Enter')
      return page
        .locator('.view-line')
        .filter({ hasText: '### #2 ???' })
        .waitFor({ timeout: 5_000 })
        .then(
          () => true,
          () => false,
        )
    })
    await type('Flagsmith')
    await press('Tab')
    await type('A flag server.')
    await workbench.screenshot('new-initiative')
    await press('Escape')
    const after = await saveUntil('survey.md', (text) =>
      text.includes('### #2 Flagsmith\n\n#### What is it?\n\nA flag server.\n\n#### Who does it?\n\n???'),
    )
    assert.match(after, /### #3 Unleash/)
    assert.match(after, /### #4 What else\?/)
    await press('Control+Z', 'Control+Z', 'Control+Z', 'Control+Z')
    await saveUntil('survey.md', (text) => text === before)
  },

  'the next placeholder is selected, and what is typed replaces it': async (workbench) => {
    const { openFile, goTo, type, press, saveUntil, until, page, screenshot } = workbench
    await openFile('survey.md')
    await goTo(13)
    const status = page.locator('.statusbar-item').filter({ hasText: /\d+ of \d+/ })
    await until('the jump', async () => {
      await press('Control+F8')
      return status
        .first()
        .waitFor({ timeout: 5_000 })
        .then(
          () => true,
          () => false,
        )
    })
    await screenshot('incomplete')
    await type('A working group of vendors.')
    await saveUntil('survey.md', (text) => text.includes('#### Who does it?\n\nA working group of vendors.\n'))
  },

  'the reason why a file is no survey is told in words': async (workbench) => {
    const { openFile, runCommand, notifications, until, screenshot } = workbench
    await openFile('notes.md')
    await runCommand('Survey: Why Is This (Not) a Survey?')
    const said = await until('the reason', async () =>
      (await notifications()).find((text) => text.includes('not a survey')),
    )
    assert.match(said, /survey: true/)
    await screenshot('why')
  },
}
