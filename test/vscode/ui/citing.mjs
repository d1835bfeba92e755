import assert from 'node:assert/strict'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Citing in the packaged extension with the keyboard alone. The screenshots are those of the README. */
export default {
  'Insert Citation: several sources, found by words, in one go': async (workbench) => {
    const { openFile, cursorAfter, press, until, page, screenshot, saveUntil, fileText } = workbench
    const before = await fileText('survey.md')
    await openFile('survey.md')
    await ready(workbench)
    await cursorAfter('survey.md', 'A company of the same name')
    await press('Control+Alt+C')
    const row = (text) => page.locator('.quick-input-widget .monaco-list-row').filter({ hasText: text })
    await row('Unleash Documentation').waitFor()
    // At a person's pace, without looking: the best for what is typed stands first, Space marks it, and letters after an arrow key
    // go on finding.
    const typing = (text) => page.keyboard.type(text, { delay: 90 })
    const press1 = (key) => page.keyboard.press(key, { delay: 90 })
    const count = (marked) =>
      until(`${marked} to be marked`, async () =>
        (await page.locator('.quick-input-count').innerText()).startsWith(String(marked)),
      )
    await typing('togles')
    await until('it alone', async () => {
      const rows = await rowTexts(page)
      return rows.length === 1 && rows[0].includes('Feature Toggles')
    })
    await press1('ArrowDown')
    await press1('Space')
    await count(1)
    await press1('Shift+Home')
    await typing('evaluat')
    await until('the best first', async () => (await rowTexts(page))[0]?.includes('Evaluation'))
    await press1('ArrowDown')
    await typing('ion')
    await until('what is marked below', async () => {
      const rows = await rowTexts(page)
      return rows[0]?.includes('Evaluation') && rows.at(-1)?.includes('Feature Toggles')
    })
    // As quick as keys can be.
    await Promise.all([page.keyboard.press('ArrowDown'), page.keyboard.press('Space')])
    await count(2)
    await screenshot('cite-several')
    await press('Enter')
    await saveUntil(
      'survey.md',
      (text) => text === before.replace('A company of the same name', 'A company of the same name [1], [2]'),
    )
    await press('Control+Z')
    await saveUntil('survey.md', (text) => text === before)
  },

  'a source of a bibliography is told apart, and listed once it is cited': async (workbench) => {
    const { folder, openFile, cursorAfter, type, press, page, screenshot, saveUntil, fileText } = workbench
    await writeFile(join(folder, 'team.bib'), bibliography)
    await writeFile(join(folder, '.survey.json'), '{ "references": ["team.bib"] }')
    const before = await fileText('survey.md')
    await openFile('survey.md')
    await ready(workbench)
    await cursorAfter('survey.md', 'A company of the same name')
    await workbench.until('the bibliography', async () => {
      await press('Control+Alt+C')
      await page.locator('.quick-input-widget .monaco-list-row').filter({ hasText: 'Unleash Documentation' }).waitFor()
      await type('toggl')
      const row = page.locator('.quick-input-widget .monaco-list-row').filter({ hasText: 'Rahman' })
      if (
        await row.waitFor({ timeout: 5_000 }).then(
          () => true,
          () => false,
        )
      )
        return true
      await press('Escape')
      return false
    })
    await screenshot('cite-pick')
    await press('Control+A')
    await type('rahman')
    await workbench.until(
      'it alone',
      async () => (await page.locator('.quick-input-widget .monaco-list-row').count()) === 1,
    )
    await press('Enter')
    await page.locator('.view-line').filter({ hasText: 'name [4]' }).waitFor()
    await saveUntil('survey.md', (text) => /^\[4\] .*Rahman/mu.test(text))
    await press('Control+Z')
    await saveUntil('survey.md', (text) => text === before)
  },

  'Enter alone cites the best': async (workbench) => {
    const { openFile, cursorAfter, type, press, page, saveUntil, fileText } = workbench
    const before = await fileText('survey.md')
    await openFile('survey.md')
    await ready(workbench)
    await cursorAfter('survey.md', 'A company of the same name')
    await press('Control+Alt+C')
    await page.locator('.quick-input-widget .monaco-list-row').first().waitFor()
    await type('evaluation')
    await workbench.until('the best first', async () =>
      (await page.locator('.quick-input-widget .monaco-list-row').first().innerText()).includes('Evaluation'),
    )
    await press('Enter')
    await page.locator('.view-line').filter({ hasText: 'name [2]' }).waitFor()
    await type('!')
    await saveUntil(
      'survey.md',
      (text) => text === before.replace('A company of the same name', 'A company of the same name [2]!'),
    )
  },

  'a paste can be turned into a citation, which lists what is new, and is one undo': async (workbench) => {
    const { openFile, cursorAfter, type, press, page, screenshot, saveUntil, fileText } = workbench
    const before = await fileText('survey.md')
    await openFile('survey.md')
    await ready(workbench)
    await copy(page, 'https://example.org/flags/a-study')
    await cursorAfter('survey.md', 'A company of the same name')
    await type(' ')
    await press('Control+V')
    await page.locator('.view-line').filter({ hasText: 'name https://example.org' }).waitFor()
    await page.locator('.post-edit-widget').waitFor()
    await press('Control+.')
    await page.locator('.action-widget .monaco-list-row').filter({ hasText: 'Cite' }).first().waitFor()
    await screenshot('paste-as')
    await page.locator('.action-widget .monaco-list-row').filter({ hasText: 'Cite' }).first().click()
    const after = await saveUntil('survey.md', (text) => text.includes('A company of the same name [4]'))
    assert.match(after, /^\[4\] .*https:\/\/example\.org\/flags\/a-study/mu)
    await press('Control+Z')
    await saveUntil('survey.md', (text) => text === before.replace('of the same name', 'of the same name '))
  },

  'a paste cites at once where that is preferred, in a survey alone': async (workbench) => {
    const { folder, openFile, cursorAfter, press, page, saveUntil, fileText } = workbench
    await mkdir(join(folder, '.vscode'), { recursive: true })
    await writeFile(
      join(folder, '.vscode', 'settings.json'),
      JSON.stringify({ 'editor.pasteAs.preferences': ['survey.citation'] }),
    )
    const before = await fileText('survey.md')
    await openFile('survey.md')
    await ready(workbench)
    await copy(page, 'http://docs.getunleash.io?utm_source=mail')
    await cursorAfter('survey.md', 'A company of the same name')
    // VS Code heeds the preference a while after it has started.
    await workbench.until('the preference', async () => {
      await press('Control+V')
      if (
        await page
          .locator('.view-line')
          .filter({ hasText: 'name [3]' })
          .waitFor({ timeout: 3_000 })
          .then(
            () => true,
            () => false,
          )
      )
        return true
      await press('Control+Z')
      await page.locator('.view-line').filter({ hasText: 'same name, and' }).waitFor()
      return false
    })
    await press('Control+Z')
    await saveUntil('survey.md', (text) => text === before)
    await openFile('notes.md')
    await cursorAfter('notes.md', '# Meeting')
    await press('Control+V')
    await page.locator('.view-line').filter({ hasText: 'Meetinghttp://docs' }).waitFor()
  },

  'a paste into code offers no citation': async (workbench) => {
    const { openFile, cursorAfter, type, press, page } = workbench
    await openFile('survey.md')
    await ready(workbench)
    await copy(page, 'https://example.org/flags/a-study')
    await cursorAfter('survey.md', 'A company of the same name')
    await type(' `curl `')
    await press('ArrowLeft', 'Control+V')
    await page.locator('.view-line').filter({ hasText: '`curl https://example.org' }).waitFor()
    // VS Code's own link is offered there.
    await page.locator('.post-edit-widget').waitFor()
    await press('Control+.')
    const rows = page.locator('.action-widget .monaco-list-row')
    await rows.filter({ hasText: 'Insert Plain Text' }).waitFor()
    assert.deepEqual(
      (await rows.allInnerTexts()).filter((text) => text.includes('Cite')),
      [],
    )
  },
}

const bibliography = `@inproceedings{rahman2016,
  author = {Rahman, Md Tajmilur and Rigby, Peter C.},
  title = {Feature toggles: practitioner practices and a case study},
  year = {2016},
  doi = {10.1145/2901739.2901745}
}

@article{neely2013,
  author = {Neely, Steve and Stolt, Steve},
  title = {Continuous delivery? Easy! Just change everything},
  year = {2013},
  url = {https://example.org/continuous-delivery}
}
`

const rowTexts = (page) => page.locator('.quick-input-widget .monaco-list-row').allInnerTexts()

/** Until the server has read the survey. */
export async function ready({ until, page }) {
  await until(
    'findings',
    async () =>
      (await page
        .locator('.statusbar-item')
        .filter({ hasText: /^\s*0\s*.*1/ })
        .count()) > 0,
  )
}

const copy = (page, text) => page.evaluate((words) => globalThis.navigator.clipboard.writeText(words), text)
