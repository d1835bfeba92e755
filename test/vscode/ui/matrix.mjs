import assert from 'node:assert/strict'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ready } from './citing.mjs'

const axe = await readFile(new URL('../../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8')

/** The survey across, by the keyboard. */
export default {
  'the matrix is moved in by the keyboard, and follows the text': async (workbench) => {
    const { press, type, page, screenshot, fileText, saveUntil, goTo } = workbench
    const { grid, focusedOn, cell } = await openMatrix(workbench)
    await focusedOn('#1 OpenFeature: 3 of 6 written')
    await press('ArrowRight')
    await focusedOn(
      'OpenFeature, What is it?: done, 12 words, 2 citations. A vendor-neutral interface for evaluating flags, with libraries for the usual languages ([2], [1]).',
    )
    await press('End')
    await focusedOn('OpenFeature, Threats: says none, 1 word, 0 citations. None.')
    await press('Control+End')
    await focusedOn(/^What else\?, Threats: /u)
    await press('ArrowRight', 'ArrowDown')
    await focusedOn(/^What else\?, Threats: /u)
    await press('PageUp')
    await focusedOn(/^OpenFeature, Threats: /u)
    await press('PageDown', 'Home')
    await focusedOn(/^#3 What else\?: /u)
    await press('Control+Home', 'ArrowDown', 'ArrowUp', 'ArrowRight', 'ArrowRight')
    await focusedOn('OpenFeature, Who does it?: to write. ???')
    assert.equal(await grid.locator('[tabindex="0"]').count(), 1)
    await screenshot('matrix')

    // Goes to what is to be written, which is selected; the matrix follows what is typed.
    await press('Enter')
    await page.locator('.statusbar-item', { hasText: '(3 selected)' }).waitFor()
    await type('A foundation [2].')
    await cell('OpenFeature, Who does it?: done, 2 words, 1 citation. A foundation [2].').waitFor()
    await cell('#1 OpenFeature: 4 of 6 written').waitFor()
    await saveUntil('survey.md', (text) => text.includes('A foundation [2].'))

    // Peeks, and leaves the cursor where it is.
    await goTo(1)
    await backTo(workbench, cell(/^OpenFeature, Who does it\?: done/u))
    await press('ArrowDown', 'Shift+Enter')
    await page.locator('.peekview-widget .view-line', { hasText: 'A company of the same' }).first().waitFor()
    await press('Escape')
    await page.locator('.peekview-widget').waitFor({ state: 'detached' })
    await page.locator('.statusbar-item', { hasText: 'Ln 1, Col 1' }).waitFor()

    // Inserts what is missing there, and the focus stays.
    await backTo(workbench, cell(/^Unleash, Who does it\?: /u))
    await press('Control+End')
    await cell('What else?, Who does it?: missing').waitFor()
    await press('i')
    await cell('What else?, Who does it?: to write. ???').waitFor()
    await focusedOn(/^What else\?, Threats: /u)
    await press('Control+1')
    await saveUntil('survey.md', (text) => text.includes('#### Who does it?\n\n???\n\n#### Strengths'))
    assert.ok((await fileText('survey.md')).includes('A foundation [2].'))
  },

  'the matrix is sorted and filtered, and is as it was after a reload': async (workbench) => {
    const { page, press, screenshot } = workbench
    const { cell, sort, filter, titles } = await openMatrix(workbench)
    const inText = await titles()
    assert.deepEqual(inText, ['#1 OpenFeature', '#2 Unleash', '#3 What else?'])
    await sort.focus()
    await press('ArrowDown')
    await cell('#3 What else?: 0 of 6 written').waitFor()
    assert.deepEqual(await titles(), ['#3 What else?', '#2 Unleash', '#1 OpenFeature'])
    await press('Tab')
    for (let i = 0; i < 2; i++) await press('ArrowDown')
    await workbench.webview().getByText('1 of 3 initiatives').waitFor()
    assert.deepEqual(await titles(), ['#3 What else?'])
    assert.equal(await filter.inputValue(), 'missing')
    await screenshot('matrix-filtered')
    const loaded = page.waitForEvent('load')
    await workbench.runCommand('Developer: Reload Window')
    await loaded
    await page.locator('.part.statusbar').waitFor()
    // The whole window starts anew, and the server with it.
    await workbench.webview().getByText('1 of 3 initiatives').waitFor({ timeout: 60_000 })
    const again = partsOf(workbench)
    assert.deepEqual(await again.titles(), ['#3 What else?'])
    assert.equal(await again.sort.inputValue(), 'least')
  },

  'the matrix changes nothing in a read-only survey': async (workbench) => {
    const { folder, press, page, fileText } = workbench
    const before = await fileText('survey.md')
    await settings(folder, { 'files.readonlyInclude': { '**/survey.md': true } })
    const { cell } = await openMatrix(workbench)
    await press('Control+End', 'i')
    await page.getByText('survey.md is read-only by the setting').first().waitFor()
    await cell('What else?, Who does it?: missing').waitFor()
    assert.equal(await fileText('survey.md'), before)
  },

  'Export Matrix opens what the command line prints': async (workbench) => {
    const { runCommand, choose, quickPickLabels, page } = workbench
    await openMatrix(workbench)
    await runCommand('Survey: Export Matrix…')
    assert.deepEqual(await quickPickLabels(), ['Markdown', 'CSV', 'HTML', 'SVG', 'JSON'])
    await choose('CSV')
    await page
      .locator('.editor-group-container.active .view-line', { hasText: 'Initiative,What is it?,Who does it?' })
      .waitFor()
  },

  'the matrix is accessible in every theme': async (workbench) => {
    const { folder, until, page, screenshot } = workbench
    const { cell, grid } = await openMatrix(workbench)
    for (const [theme, base] of THEMES) {
      await settings(folder, {
        'workbench.colorTheme': theme,
        'window.autoDetectColorScheme': false,
        'window.autoDetectHighContrast': false,
      })
      await until(`the theme ${theme}`, async () => (await page.locator(`.monaco-workbench.${base}`).count()) > 0)
      const frame = await (await grid.elementHandle()).ownerFrame()
      await until(`the theme ${theme} in the page`, () =>
        frame.evaluate(
          (name) =>
            globalThis.document.body.dataset.vscodeThemeName === name ||
            globalThis.document.body.dataset.vscodeThemeId === name,
          theme,
        ),
      )
      await cell(/^#1 OpenFeature: /u).focus()
      await frame.evaluate(axe)
      // The whole page is a part of VS Code's.
      const { violations, passes } = await frame.evaluate(() =>
        globalThis.axe.run({ rules: { region: { enabled: false } } }),
      )
      await screenshot(`matrix ${theme}`)
      assert.deepEqual(
        violations.map(
          ({ id, nodes }) =>
            `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join('\n')}`,
        ),
        [],
        theme,
      )
      assert.ok(passes.some(({ id }) => id === 'color-contrast'))
    }
  },
}

const THEMES = [
  ['Dark Modern', 'vs-dark'],
  ['Light Modern', 'vs'],
  ['Default High Contrast', 'hc-black'],
  ['Default High Contrast Light', 'hc-light'],
]

async function settings(folder, values) {
  await mkdir(join(folder, '.vscode'), { recursive: true })
  await writeFile(join(folder, '.vscode', 'settings.json'), JSON.stringify(values))
}

/** The matrix of the survey, with the focus in its first cell. */
async function openMatrix(workbench) {
  const { openFile, runCommand } = workbench
  await openFile('survey.md')
  await ready(workbench)
  await runCommand('Survey: Open Matrix')
  const parts = partsOf(workbench)
  await parts.focusedOn(/^#1 OpenFeature: /u)
  return parts
}

function partsOf({ webview, until }) {
  const shown = webview()
  const grid = shown.getByRole('grid', { name: 'Matrix of survey.md' })
  const focused = grid.locator(':focus')
  const cells = grid.locator('tbody th, tbody td')
  return {
    grid,
    sort: shown.getByRole('combobox', { name: 'Sort' }),
    filter: shown.getByRole('combobox', { name: 'Show' }),
    cell: (name) =>
      grid.getByRole('rowheader', { name, exact: true }).or(grid.getByRole('gridcell', { name, exact: true })),
    titles: () => cells.locator('.title').allInnerTexts(),
    async focusedOn(name) {
      let last
      await until(
        `the focus on ${name}`,
        async () => {
          last = await focused.getAttribute('aria-label', { timeout: 1000 }).catch(() => undefined)
          return typeof name === 'string' ? last === name : name.test(last ?? '')
        },
        () => last,
      )
    },
  }
}

/** Into the group with the matrix, whose page remembers its cell. */
async function backTo({ press }, cell) {
  await press('Control+2')
  await cell.focus()
}
