/**
 * VS Code's window as a person uses it. Every helper waits until what it did can be seen, and none sleeps; a wait in
 * vain fails with the name of what was waited for. Lines and columns count from 1, as the window shows them.
 *
 *   folder, page                            what is open: a copy that tests may change; the Playwright page
 *   await openFile('survey.md')             through quick open; ends with the cursor in the editor
 *   await runCommand('Survey: Renumber')    through F1, by the exact title shown there
 *   await goTo(19, 5)                       moves the cursor
 *   await cursorAfter('survey.md', 'text')  … behind the first occurrence in the file on disk
 *   await type('…'); await press('Tab')     into whatever has the focus; keys by Playwright's names, any number of them
 *   await save('survey.md')                 saves the active editor, which shows this file; returns its text on disk
 *   await saveUntil('survey.md', (text) => …)  saves until the text is as it should: for edits that a server computes
 *   await fileText('survey.md')             the text on disk, without saving
 *   await suggestions()                     the labels offered at the cursor; opens the list when it is closed
 *   await accept('label')                   takes one of them
 *   await quickFixes()                      the titles of the code actions at the cursor
 *   await quickFix('title')                 applies one of them
 *   await hoverText()                       what the hover at the cursor says
 *   await quickPickLabels()                 the labels of the open quick pick
 *   await choose('label'); await answer('') takes one of them; answers an input box
 *   await problems()                        [{ file, severity, message, code, line, column }] of the Problems panel, in its
 *                                           order; it has the focus then
 *   await notifications()                   the texts of the notifications on show
 *   await openView('Survey')                any view, by the name in View > Open View
 *   await viewRows('survey.md')             the labels of the tree in the view of that title, as far as they are in sight; empty until it is filled
 *   await webview()                         the document in the webview on show, as a Playwright frame locator
 *   await until('what', async () => …)      polls until the result is truthy, and returns it
 *   await screenshot('name')                into test-results/screenshots/name.png
 */
import { mkdir, readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { testResults } from '../../scripts/host/paths.mjs'
import { until } from './until.mjs'

const patience = 20_000
const retryAfter = 5_000

export async function openWorkbench(page, { url, folder }) {
  page.setDefaultTimeout(patience)
  await page.goto(url)
  await page.locator('.part.statusbar').waitFor()
  return { page, folder, until, ...files(page, folder), ...commands(page), ...editor(page, folder), ...panels(page) }
}

function files(page, folder) {
  const activeTab = page.locator('.editor-group-container.active .tab.active')
  const { fromQuickInput } = commands(page)

  const fileText = (path) => readFile(join(folder, path), 'utf8')

  async function openFile(path) {
    await until(`${path} in quick open`, () => fromQuickInput('Control+P', path, basename(path)))
    await activeTab.and(page.locator(`[data-resource-name="${basename(path)}"]`)).waitFor()
    await page.locator('.editor-group-container.active .monaco-editor.focused .view-line').first().waitFor()
  }

  async function save(path) {
    // A tab shows late that it is dirty, but saving by hand always writes.
    const changed = async () => (await stat(join(folder, path))).mtimeMs
    const before = await changed()
    await page.keyboard.press('Control+S')
    await until(`${path} to be saved`, async () => {
      if (!(await isDirty())) return (await changed()) > before
      // What a command does may come after the key that saves.
      await page.keyboard.press('Control+S')
      return false
    })
    return fileText(path)
  }

  function saveUntil(path, isRight) {
    return until(`the right text in ${path}`, async () => {
      const text = await save(path)
      return isRight(text) && text
    })
  }

  const isDirty = () => activeTab.evaluate((tab) => tab.classList.contains('dirty'))

  async function screenshot(name) {
    const path = join(testResults, 'screenshots', `${name}.png`)
    await mkdir(join(testResults, 'screenshots'), { recursive: true })
    await page.screenshot({ path })
    return path
  }

  return { openFile, fileText, save, saveUntil, screenshot }
}

function commands(page) {
  const widget = page.locator('.quick-input-widget')
  const box = widget.locator('.quick-input-box input')
  const rows = widget.locator('.monaco-list-row')
  const row = (label) => rows.filter({ has: page.getByText(label, { exact: true }) }).first()

  /** A pointer that stays where it clicked brings up hints about whatever comes to be there. */
  const leave = () => page.mouse.move(0, 0)

  async function openQuickInput(key, text) {
    await page.keyboard.press(key)
    await box.waitFor()
    await box.fill(text)
  }

  /** Whether the list had the row: what extensions and searches contribute comes late, and asks to open it again. */
  async function fromQuickInput(key, text, label) {
    await openQuickInput(key, text)
    try {
      await row(label).click({ timeout: retryAfter })
      await leave()
      return true
    } catch {
      await page.keyboard.press('Escape')
      return false
    }
  }

  async function runCommand(title) {
    await until(`the command "${title}"`, () => fromQuickInput('F1', `>${title}`, title))
  }

  async function openView(name) {
    await until(`the view "${name}"`, () => fromQuickInput('Control+P', `view ${name}`, name))
  }

  async function goTo(line, column = 1) {
    await openQuickInput('Control+G', `:${line}:${column}`)
    await page.keyboard.press('Enter')
    await widget.waitFor({ state: 'hidden' })
    await page
      .locator('.statusbar-item')
      .filter({ hasText: `Ln ${line}, Col ${column}` })
      .waitFor()
  }

  async function quickPickLabels() {
    await rows.first().waitFor()
    return rows.evaluateAll((elements) =>
      elements.map((element) => element.querySelector('.label-name')?.textContent ?? ''),
    )
  }

  async function choose(label) {
    await row(label).click()
    await leave()
  }

  async function answer(text) {
    await box.fill(text)
    await page.keyboard.press('Enter')
  }

  return { fromQuickInput, runCommand, openView, goTo, quickPickLabels, choose, answer }
}

function editor(page, folder) {
  const suggestWidget = page.locator('.suggest-widget.visible')
  const suggestRows = suggestWidget.locator('.monaco-list-row')
  const actionRows = page.locator('.action-widget .monaco-list-row.action')
  const hover = page
    .locator('.monaco-editor .monaco-hover:visible, .monaco-resizable-hover .monaco-hover:visible')
    .first()
  const { goTo, runCommand } = commands(page)

  const type = (text) => page.keyboard.type(text)

  async function press(...keys) {
    for (const key of keys) await page.keyboard.press(key)
  }

  async function cursorAfter(path, text) {
    const content = await readFile(join(folder, path), 'utf8')
    const index = content.indexOf(text)
    if (index < 0) throw new Error(`${path} does not contain ${JSON.stringify(text)}`)
    const lines = content.slice(0, index + text.length).split(/\r\n|\r|\n/)
    await goTo(lines.length, lines.at(-1).length + 1)
  }

  async function suggestions() {
    if (!(await suggestWidget.isVisible())) await page.keyboard.press('Control+Space')
    await suggestRows.first().waitFor()
    return suggestRows.locator('.label-name').allInnerTexts()
  }

  async function accept(label) {
    await suggestions()
    await suggestRows
      .filter({ has: page.getByText(label, { exact: true }) })
      .first()
      .click()
    await suggestWidget.waitFor({ state: 'hidden' })
  }

  async function quickFixes() {
    // Actions come from the findings, which come after the text: with none yet, ask again.
    await until('quick fixes', async () => {
      if (!(await actionRows.first().isVisible())) await page.keyboard.press('Control+.')
      return actionRows
        .first()
        .waitFor({ timeout: retryAfter })
        .then(
          () => true,
          () => false,
        )
    })
    return actionRows.locator('.title').allInnerTexts()
  }

  async function quickFix(title) {
    await quickFixes()
    await actionRows
      .filter({ has: page.getByText(title, { exact: true }) })
      .first()
      .click()
    await actionRows.first().waitFor({ state: 'hidden' })
  }

  async function hoverText() {
    // A server that is not ready answers nothing, and the hover goes away: ask again.
    return until('a hover', async () => {
      await runCommand('Show or Focus Hover')
      const text = await hover.innerText({ timeout: retryAfter }).catch(() => '')
      return text !== 'Loading...' && text.trim()
    })
  }

  return { type, press, cursorAfter, suggestions, accept, quickFixes, quickFix, hoverText }
}

function panels(page) {
  const problemRows = page.locator('.markers-panel .monaco-list-row')
  const { runCommand } = commands(page)

  async function problems() {
    await runCommand('Problems: Focus on Problems View')
    await page.locator('.markers-panel').waitFor()
    return problemRows.evaluateAll((rows) => {
      const text = (row, selector) => row.querySelector(selector)?.textContent ?? ''
      const found = []
      let file = ''
      for (const row of rows) {
        if (row.getAttribute('aria-level') === '1') file = text(row, '.label-name')
        if (row.getAttribute('aria-level') !== '2') continue
        const [, line, column] = /Ln (\d+), Col (\d+)/.exec(text(row, '.marker-line')) ?? []
        found.push({
          file,
          severity: /^\w+/.exec(row.getAttribute('aria-label') ?? '')?.[0].toLowerCase(),
          message: [...row.querySelectorAll('.marker-message')].map((part) => part.textContent).join('\n'),
          code: text(row, '.marker-code'),
          line: Number(line),
          column: Number(column),
        })
      }
      return found
    })
  }

  const notifications = () => page.locator('.notification-list-item-message').allInnerTexts()

  function viewRows(name) {
    const pane = page.locator('.pane').filter({ has: page.locator('.pane-header .title', { hasText: name }) })
    return pane.locator('.monaco-list-row .label-name').allInnerTexts()
  }

  const webview = () => page.frameLocator('iframe.webview.ready:visible').frameLocator('#active-frame')

  return { problems, notifications, viewRows, webview }
}
