import assert from 'node:assert/strict'
import { ready } from './citing.mjs'

/** What reorders, prunes and fills a survey, with the keyboard. */
export default {
  'an initiative moves by keys, from the text and from the view, and Undo brings it back': async (workbench) => {
    const { openFile, runCommand, press, page, screenshot, saveUntil, fileText, cursorAfter, viewRows, until } =
      workbench
    const before = await fileText('survey.md')
    await openFile('survey.md')
    await ready(workbench)
    await page
      .locator('.statusbar-item')
      .filter({ hasText: /^\s*\d+\/\d+ · 1 missing$/u })
      .waitFor()
    await cursorAfter('survey.md', 'that teams run themselves')
    await press('Control+Alt+PageUp')
    await page.locator('.statusbar-item').filter({ hasText: 'Unleash is at place 1 of 3 now' }).waitFor()
    // The cursor went along: what is typed stands where it stood.
    await workbench.type(' well')
    await saveUntil('survey.md', (text) => text.includes('### #1 Unleash') && /themselves well \[/u.test(text))
    assert.match(await fileText('survey.md'), /### #1 Unleash[^]*### #2 OpenFeature[^]*### #3 What else\?/u)
    await screenshot('moved-up')
    await press('Control+Z')
    await press('Control+Z')
    await saveUntil('survey.md', (text) => text === before)

    await runCommand('Survey: Open Survey View')
    await until('the first row', async () =>
      (await viewRows('survey.md')).some((row) => row.includes('#1 OpenFeature')),
    )
    await press('Home')
    while (!(await focused(page)).includes('#1 OpenFeature')) await press('ArrowDown')
    await press('Shift+F10')
    const item = page.locator('.monaco-menu .action-item').filter({ hasText: 'Move Initiative Down' })
    await item.waitFor()
    await screenshot('initiative-menu')
    await press('ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter')
    await page.locator('.statusbar-item').filter({ hasText: 'OpenFeature is at place 2 of 3 now' }).waitFor()
    await until('the row in its new place', async () => {
      const rows = (await viewRows('survey.md')).join('\n')
      return rows.indexOf('#1 Unleash') >= 0 && rows.indexOf('#1 Unleash') < rows.indexOf('#2 OpenFeature')
    })
    await screenshot('moved-in-view')
    await openFile('survey.md')
    await press('Control+Z')
    await saveUntil('survey.md', (text) => text === before)
  },

  'an initiative that is dropped on another in the view takes its place': async (workbench) => {
    const { openFile, runCommand, press, page, screenshot, saveUntil, fileText, viewRows, until } = workbench
    const before = await fileText('survey.md')
    await openFile('survey.md')
    await ready(workbench)
    await runCommand('Survey: Open Survey View')
    await until('the rows', async () => (await viewRows('survey.md')).some((row) => row.includes('#3 What else?')))
    const row = (label) => page.locator('.pane-body .monaco-list-row').filter({ hasText: label }).first()
    await row('#3 What else?').dragTo(row('#1 OpenFeature'))
    await page.locator('.statusbar-item').filter({ hasText: 'What else? is at place 1 of 3 now' }).waitFor()
    await until('the order', async () => {
      const rows = (await viewRows('survey.md')).join('\n')
      return rows.indexOf('#1 What else?') >= 0 && rows.indexOf('#1 What else?') < rows.indexOf('#2 OpenFeature')
    })
    await screenshot('dropped')
    await openFile('survey.md')
    await press('Control+Z')
    await saveUntil('survey.md', (text) => text === before)
  },

  'an initiative is removed with what nothing cites then, once that was said': async (workbench) => {
    const { openFile, runCommand, press, page, screenshot, saveUntil, fileText, cursorAfter, until, quickPickLabels } =
      workbench
    const before = await fileText('survey.md')
    await openFile('survey.md')
    await ready(workbench)
    await cursorAfter('survey.md', 'that teams run themselves')
    await runCommand('Survey: Remove Initiative…')
    const preview = page.locator('.quick-input-widget .monaco-list-row')
    await preview.filter({ hasText: 'Nothing cites [3] then. It stays in the list.' }).waitFor()
    await screenshot('remove-initiative')
    assert.match((await quickPickLabels())[0], /^\s*Apply/u)
    const other = preview.filter({ hasText: 'Remove [3], too' })
    await other.waitFor()
    for (let i = 0; i < 20 && !(await other.getAttribute('class')).includes('focused'); i++) await press('ArrowDown')
    await press('Enter')
    await preview.filter({ hasText: 'Keep [3]' }).waitFor()
    await until('the preview', async () => /^\s*Apply/u.test((await quickPickLabels())[0] ?? ''))
    await press('Enter')
    await page.locator('.monaco-diff-editor').first().waitFor({ state: 'detached' })
    await saveUntil('survey.md', (text) => !text.includes('Unleash') && text.includes('### #2 What else?'))
    await press('Control+Z')
    await saveUntil('survey.md', (text) => text === before)
  },

  'uncited references: go to the next one, and remove all but those that are unticked': async (workbench) => {
    const { openFile, runCommand, press, page, screenshot, saveUntil, fileText, cursorAfter } = workbench
    const before = await fileText('survey.md')
    await openFile('survey.md')
    await ready(workbench)
    await cursorAfter('survey.md', 'themselves [3]')
    await press('Backspace', 'Backspace', 'Backspace', 'Backspace')
    await runCommand('Survey: Go to Next Uncited Reference')
    await page.locator('.statusbar-item').filter({ hasText: '[3] is cited nowhere; 1 of 3 are not.' }).waitFor()
    await screenshot('next-uncited')
    await runCommand('Survey: Remove All Uncited References…')
    const rows = page.locator('.quick-input-widget .monaco-list-row')
    await rows.filter({ hasText: '[3] Unleash Documentation' }).waitFor()
    await screenshot('remove-uncited')
    await press('Enter')
    await rows.filter({ hasText: 'Apply' }).waitFor()
    await press('Enter')
    await page.locator('.monaco-diff-editor').first().waitFor({ state: 'detached' })
    await saveUntil('survey.md', (text) => !text.includes('[3]'))
    await press('Control+Z')
    await saveUntil('survey.md', (text) => text.includes('[3] Unleash Documentation'))
    assert.equal((await fileText('survey.md')).replace('themselves.', 'themselves [3].'), before)
  },

  'Bring Up to Template shows what is missing, inserts it, and Undo takes it back': async (workbench) => {
    const { openFile, runCommand, press, page, screenshot, saveUntil, fileText } = workbench
    const before = await fileText('survey.md')
    await openFile('survey.md')
    await ready(workbench)
    await runCommand('Survey: Bring Up to Template…')
    const preview = page.locator('.quick-input-widget .monaco-list-row')
    await preview.filter({ hasText: 'Who does it?' }).waitFor()
    await screenshot('template')
    await press('Enter')
    await page.locator('.monaco-diff-editor').first().waitFor({ state: 'detached' })
    await saveUntil('survey.md', (text) =>
      text.includes('### #3 What else?\n\n#### What is it?\n\n???\n\n#### Who does it?\n\n???\n\n#### Strengths'),
    )
    await press('Control+Z')
    await saveUntil('survey.md', (text) => text === before)
  },
}

/** The row that the view's keys are for, as a screen reader says it; nothing before there is one. */
async function focused(page) {
  const row = page.locator('.pane-body .monaco-list-row.focused')
  return (await row.count()) > 0 ? ((await row.first().getAttribute('aria-label')) ?? '') : ''
}
