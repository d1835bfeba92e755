import assert from 'node:assert/strict'
import { ready } from './citing.mjs'

/** What changes a survey as a whole, with the keyboard alone. */
export default {
  'Renumber References shows what it would do, and does it on Enter': async (workbench) => {
    const { openFile, runCommand, press, page, screenshot, saveUntil, until, choose, goTo } = workbench
    await openFile('survey.md')
    await ready(workbench)
    await goTo(9, 1)
    await workbench.type('Before that [3]. ')
    await runCommand('Survey: Renumber References…')
    await until('ways', async () => (await workbench.quickPickLabels()).length === 3)
    await press('Enter')
    await page.locator('.quick-input-widget .monaco-list-row').filter({ hasText: 'Apply' }).waitFor()
    await page.locator('.diff-editor, .monaco-diff-editor').first().waitFor()
    await screenshot('renumber-preview')
    await press('ArrowDown', 'ArrowDown')
    await press('Escape')
    await page.locator('.monaco-diff-editor').first().waitFor({ state: 'detached' })
    await runCommand('Survey: Renumber References…')
    await choose('In the order of their first citation')
    await page.locator('.quick-input-widget .monaco-list-row').filter({ hasText: 'Apply' }).waitFor()
    await press('Enter')
    await page.locator('.monaco-diff-editor').first().waitFor({ state: 'detached' })
    await page.locator('.view-line').filter({ hasText: 'Before that [2]' }).waitFor()
    await saveUntil('survey.md', (text) => text.includes('Before that [2]') && /^\[2\] Unleash/mu.test(text))
    await press('Control+Z')
    await saveUntil('survey.md', (text) => text.includes('Before that [3]') && /^\[3\] Unleash/mu.test(text))
  },

  'a reference that is cited is not removed before that was said': async (workbench) => {
    const { openFile, runCommand, quickPickLabels, until, screenshot, cursorAfter, page, press, saveUntil, fileText } =
      workbench
    const before = await fileText('survey.md')
    await openFile('survey.md')
    await ready(workbench)
    await cursorAfter('survey.md', 'teams run themselves [')
    const asked = async () => {
      await runCommand('Survey: Remove Reference…')
      await page.getByPlaceholder('Remove its citation too?').waitFor()
      await until('the answers', async () => (await quickPickLabels()).length === 3)
      return quickPickLabels()
    }
    const [first] = await asked()
    assert.match(first, /^Keep \[3\]/u)
    await screenshot('remove-asked')
    // Enter takes what stands first, and that changes nothing.
    await press('Enter')
    await page.locator('.quick-input-widget').waitFor({ state: 'hidden' })
    await saveUntil('survey.md', (text) => text === before)
    await asked()
    await press('ArrowDown', 'ArrowDown', 'Enter')
    await page.locator('.quick-input-widget .monaco-list-row').filter({ hasText: 'Apply' }).waitFor()
    await screenshot('remove-preview')
    await press('Enter')
    await page.locator('.monaco-diff-editor').first().waitFor({ state: 'detached' })
    await page.locator('.view-line').filter({ hasText: 'themselves.' }).waitFor()
    await saveUntil('survey.md', (text) => !text.includes('[3]') && text.includes('that teams run themselves.'))
  },

  'Insert Reference leaves the author in the title': async (workbench) => {
    const { openFile, runCommand, screenshot, cursorAfter, page, press, type, saveUntil } = workbench
    await openFile('published.md')
    await ready(workbench)
    await cursorAfter('published.md', 'A generator for Node.js [[')
    await runCommand('Survey: Insert Reference Here…')
    await page.locator('.quick-input-widget .monaco-list-row').filter({ hasText: 'At the end, as [3]' }).waitFor()
    await type('end')
    await press('Enter')
    await page.locator('.quick-input-widget .monaco-list-row').filter({ hasText: 'Apply' }).waitFor()
    await press('Enter')
    await page.locator('.statusbar-item').filter({ hasText: '3 selected' }).waitFor()
    await screenshot('insert-reference')
    await type('Zola')
    await saveUntil('published.md', (text) => /^\[\[3\]\] "Zola" \[online\]/mu.test(text))
  },

  'a reference can have a number that is free': async (workbench) => {
    const { openFile, runCommand, screenshot, cursorAfter, page, press, type, saveUntil, choose, fileText } = workbench
    const before = await fileText('survey.md')
    await openFile('survey.md')
    await ready(workbench)
    await cursorAfter('survey.md', 'teams run themselves [')
    await runCommand("Survey: Change a Reference's Number…")
    await page.locator('.quick-input-widget .monaco-list-row').filter({ hasText: 'at the end' }).waitFor()
    await screenshot('change-number')
    await type('4')
    await choose('[4]')
    await page.locator('.quick-input-widget .monaco-list-row').filter({ hasText: 'Apply' }).waitFor()
    await screenshot('change-number-preview')
    await press('Enter')
    await page.locator('.view-line').filter({ hasText: 'teams run themselves [4]' }).waitFor()
    await saveUntil('survey.md', (text) => text === before.replaceAll('[3]', '[4]'))
  },

  'F2 on a number that is taken asks what becomes of the other': async (workbench) => {
    const { openFile, screenshot, cursorAfter, page, press, type, saveUntil } = workbench
    await openFile('survey.md')
    await ready(workbench)
    await cursorAfter('survey.md', 'teams run themselves [')
    await press('F2')
    // Shown before it has the focus: what is typed in between would go into the text.
    await page.locator('.rename-box input:focus').waitFor()
    await type('1')
    await screenshot('rename')
    await press('Enter')
    await page.locator('.quick-input-widget .monaco-list-row').filter({ hasText: 'Shift' }).waitFor()
    await screenshot('rename-taken')
    await press('ArrowDown', 'Enter')
    await page.locator('.view-line').filter({ hasText: 'teams run themselves [1]' }).waitFor()
    const after = await saveUntil(
      'survey.md',
      (text) => text.includes('teams run themselves [1]') && /^\[2\] Feature Toggles/mu.test(text),
    )
    await press('Control+Z')
    await saveUntil('survey.md', (text) => text.includes('teams run themselves [3]') && text !== after)
  },

  'the hover over a citation shows its entry': async (workbench) => {
    const { openFile, screenshot, cursorAfter, hoverText } = workbench
    await openFile('survey.md')
    await ready(workbench)
    await cursorAfter('survey.md', 'teams run themselves [')
    assert.match(await hoverText(), /Unleash Documentation/u)
    await screenshot('hover')
  },

  'Convert Dialect asks what to convert to': async (workbench) => {
    const { openFile, runCommand, screenshot, page, press } = workbench
    await openFile('survey.md')
    await ready(workbench)
    await runCommand('Survey: Convert Dialect…')
    await page.locator('.quick-input-widget .monaco-list-row').filter({ hasText: 'IEEE with links' }).first().waitFor()
    await page
      .locator('.quick-input-widget .monaco-list-row')
      .filter({ hasText: /^Plain\s*\(current\)/u })
      .waitFor()
    await screenshot('convert')
    await press('ArrowDown', 'Enter')
    await page.locator('.quick-input-widget .monaco-list-row').filter({ hasText: 'Apply' }).waitFor()
    await screenshot('convert-preview')
    await press('Escape')
    await page.locator('.monaco-diff-editor').first().waitFor({ state: 'detached' })
  },
}
