import assert from 'node:assert/strict'
import { ready } from './citing.mjs'

/** From citations to entries and back, in a file where VS Code's own Markdown support knows every number as a link definition. */
export default {
  'F12 on a citation goes to its entry, and from there to what cites it': async (workbench) => {
    const { openFile, cursorAfter, press, page, screenshot } = workbench
    await openFile('published.md')
    await ready(workbench)
    await cursorAfter('published.md', 'A generator for Node.js [[')
    await press('F12')
    await cursorAt(page, 59, 1)
    assert.equal(await peek(page).count(), 0)
    await screenshot('definition')
    await press('Control+Alt+-')
    await cursorAt(page, 31, 27)
    await cursorAfter('published.md', '\n[[1')
    await press('F12')
    await peek(page).locator('.monaco-list-row').nth(1).waitFor()
    // Both are citations: the link definition is not among them.
    const rows = await peek(page).locator('.ref-tree .monaco-list-row').allInnerTexts()
    assert.deepEqual(
      rows.map((text) => text.includes('[[1]].')),
      [true, true],
      JSON.stringify(rows),
    )
    await screenshot('definition-of-entry')
  },

  'Ctrl+click on a citation goes to its entry': async (workbench) => {
    const { openFile, goTo, page, screenshot } = workbench
    await openFile('published.md')
    await ready(workbench)
    await goTo(29)
    const link = page
      .locator('.view-line')
      .filter({ hasText: 'A generator for Node.js' })
      .locator('.detected-link')
      .last()
    await link.hover()
    await page.keyboard.down('Control')
    await page.locator('.detected-link-active').first().waitFor()
    await screenshot('citation-link')
    await page.mouse.down()
    await page.mouse.up()
    await page.keyboard.up('Control')
    await cursorAt(page, 59, 1)
    assert.equal(await peek(page).count(), 0)
  },
}

const cursorAt = (page, line, column) =>
  page
    .locator('.statusbar-item')
    .filter({ hasText: `Ln ${line}, Col ${column}` })
    .waitFor()

const peek = (page) => page.locator('.peekview-widget')
