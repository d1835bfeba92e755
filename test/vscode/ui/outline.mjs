import assert from 'node:assert/strict'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** What VS Code's own Outline and Go to Symbol show beside ours, for each value of `survey.outline.symbols`. */
export default {
  'VS Code lists headings alone where they show the sections': (workbench) =>
    outline(workbench, 'auto', 'survey.md', (rows) => assert.ok(rows.length > 0 && groups(rows).length === 0)),

  'both lists show where ours is forced': (workbench) =>
    outline(workbench, 'on', 'survey.md', (rows) =>
      assert.deepEqual(groups(rows), ['Survey', 'Markdown Language Features']),
    ),

  'ours shows where VS Code cannot list the sections': (workbench) =>
    outline(workbench, 'published', 'published.md', (rows) =>
      assert.deepEqual(groups(rows), ['Survey', 'Markdown Language Features']),
    ),

  'the breadcrumbs stay ours while one types': async ({
    openFile,
    cursorAfter,
    until,
    page,
    saveUntil,
    screenshot,
  }) => {
    await openFile('published.md')
    await until('findings', async () => (await page.locator('.squiggly-info').count()) > 0)
    await cursorAfter('published.md', 'Volunteers.')
    const path = page.locator('.breadcrumbs-control').first()
    const shown = async () => (await path.locator('.monaco-breadcrumb-item').allInnerTexts()).map((text) => text.trim())
    const ours = ['published.md', 'Survey', 'Hugo', 'Who does it?']
    await until('our breadcrumbs', async () => (await shown()).join() === ours.join())
    await path.evaluate((control) => {
      globalThis.breadcrumbs = new Set()
      const note = () =>
        globalThis.breadcrumbs.add(
          [...control.querySelectorAll('.monaco-breadcrumb-item')].map((item) => item.innerText.trim()).join(' › '),
        )
      note()
      new globalThis.MutationObserver(note).observe(control, { childList: true, subtree: true, characterData: true })
    })
    // At a person's pace: VS Code asks for the symbols anew between two keys.
    await page.keyboard.type(' And a few who do so.', { delay: 350 })
    await saveUntil('published.md', (text) => text.includes('Volunteers. And a few who do so.'))
    await screenshot('breadcrumbs')
    assert.deepEqual(await page.evaluate(() => [...globalThis.breadcrumbs]), [ours.join(' › ')])
  },
}

async function outline(
  { folder, openFile, runCommand, until, screenshot, press, page, quickPickLabels },
  name,
  file,
  check,
) {
  if (name === 'on') {
    await mkdir(join(folder, '.vscode'), { recursive: true })
    await writeFile(join(folder, '.vscode', 'settings.json'), JSON.stringify({ 'survey.outline.symbols': 'on' }))
  }
  await openFile(file)
  await until('findings', async () => (await page.locator('.squiggly-info').count()) > 0)
  await runCommand('Explorer: Focus on Outline View')
  // The list of files makes room, so that all of the outline is in sight.
  await page.locator('.explorer-viewlet .pane-header').first().click()
  await until('the outline as it should be', async () => {
    try {
      check(await rowsOf(page))
      return true
    } catch {
      return false
    }
  })
  for (const group of groups(await rowsOf(page))) await unfold(page, group)
  await screenshot(`outline-${name}`)
  await openFile(file)
  await press('Control+Shift+O')
  await until('symbols', async () => (await quickPickLabels()).length > 2)
  await screenshot(`symbols-${name}`)
}

/** The rows in sight; those of the providers' groups have no label of the usual kind. */
const rowsOf = async (page) =>
  (await page.locator('.explorer-viewlet .monaco-list-row').allInnerTexts()).map((text) => text.trim())

const groups = (rows) => rows.filter((label) => label === 'Survey' || label === 'Markdown Language Features')

async function unfold(page, group) {
  const row = page
    .locator('.explorer-viewlet .monaco-list-row')
    .filter({ has: page.getByText(group, { exact: true }) })
    .first()
  if ((await row.getAttribute('aria-expanded')) === 'false') await row.locator('.monaco-tl-twistie').click()
}
