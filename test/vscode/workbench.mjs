/**
 * VS Code's window as a person uses it. Every helper waits for what it did to be visible; none sleeps. A wait that is
 * never fulfilled fails with the name of what was waited for.
 *
 *   workbench.page, .folder                 the Playwright page; the folder that is open, a copy that tests may change
 *   await openFile('survey.md')             through quick open; ends with the cursor in the editor
 *   await runCommand('Survey: Renumber')    through F1, by the exact title shown there
 *   await goTo(19, 5)                       line and column as the status bar shows them, both from 1
 *   await cursorAfter('survey.md', 'text')  behind the first occurrence in the saved file
 *   await type('…'); await press('Tab')     into whatever has the focus; keys as Playwright names them
 *   await save('survey.md')                 saves the active editor, and returns the file's text on disk
 *   await fileText('survey.md')             the text on disk, without saving
 *   await suggestions()                     the labels offered; opens the list when it is not open
 *   await accept('label')                   takes one of them
 *   await choose('label'); await answer('') in a quick pick; in an input box
 *   await quickPickLabels()                 the labels of the open quick pick
 *   await problems('survey.md')             [{ message, severity, line, column }] of the Problems panel, from 1
 *   await hoverText()                       what the hover at the cursor says
 *   await notifications()                   the texts of the notifications shown
 *   await openView('Survey'); await rows()  a side bar view, and the labels of the tree rows in the side bar
 *   await webview()                         the document inside the visible webview, as a Playwright frame locator
 *   await until('what', async () => …)      polls until the result is truthy, and returns it
 *   await screenshot('name')                into test-results/screenshots/name.png
 */
import { mkdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { testResults } from '../../scripts/host/paths.mjs';

const patience = 20_000;
const screenshots = join(testResults, 'screenshots');

export async function openWorkbench(page, { url, folder }) {
  page.setDefaultTimeout(patience);
  await page.goto(url);
  await page.locator('.monaco-workbench .part.statusbar').waitFor();

  const quickInput = page.locator('.quick-input-widget');
  const quickInputBox = quickInput.locator('.quick-input-box input');
  const quickRows = quickInput.locator('.monaco-list-row');
  const activeTab = page.locator('.editor-group-container.active .tab.active');
  const focusedEditor = page.locator('.editor-group-container.active .monaco-editor.focused');
  const suggestWidget = page.locator('.suggest-widget.visible');
  const suggestRows = suggestWidget.locator('.monaco-list-row');
  const rowLabel = (row) => row.locator('.label-name').first();

  const fileText = (path) => readFile(join(folder, path), 'utf8');
  const type = (text) => page.keyboard.type(text);
  const press = async (...keys) => {
    for (const key of keys) await page.keyboard.press(key);
  };

  async function openQuickInput(key, text) {
    await page.keyboard.press(key);
    await quickInputBox.waitFor();
    await quickInputBox.fill(text);
  }

  async function openFile(path) {
    await until(`${path} in quick open`, async () => {
      await openQuickInput('Control+P', path);
      const row = quickRows.filter({ has: page.getByText(basename(path), { exact: true }) }).first();
      return clickIfShown(row);
    });
    await activeTab.and(page.locator(`[data-resource-name="${basename(path)}"]`)).waitFor();
    await focusedEditor.locator('.view-line').first().waitFor();
  }

  async function runCommand(title) {
    // An extension's commands appear some time after the window: then the list has to be opened again.
    await until(`the command "${title}"`, async () => {
      await openQuickInput('F1', `>${title}`);
      return clickIfShown(quickRows.filter({ has: page.locator(`.label-name:text-is(${JSON.stringify(title)})`) }).first());
    });
  }

  async function clickIfShown(row) {
    try {
      await row.click({ timeout: 2_000 });
      return true;
    } catch {
      await page.keyboard.press('Escape');
      return false;
    }
  }

  async function goTo(line, column = 1) {
    await openQuickInput('Control+G', `:${line}:${column}`);
    await page.keyboard.press('Enter');
    await quickInput.waitFor({ state: 'hidden' });
    await page.locator('#status\\.editor\\.selection').filter({ hasText: `Ln ${line}, Col ${column}` }).waitFor();
  }

  async function cursorAfter(path, text) {
    const content = await fileText(path);
    const index = content.indexOf(text);
    if (index < 0) throw new Error(`${path} does not contain ${JSON.stringify(text)}`);
    const before = content.slice(0, index + text.length).split(/\r\n|\r|\n/);
    await goTo(before.length, before.at(-1).length + 1);
  }

  async function save(path) {
    await page.keyboard.press('Control+S');
    await until(`${path} to be saved`, async () => !(await activeTab.evaluate((tab) => tab.classList.contains('dirty'))));
    return fileText(path);
  }

  async function suggestions() {
    if (!(await suggestWidget.isVisible())) await page.keyboard.press('Control+Space');
    return until('suggestions', async () => {
      const labels = await suggestRows.locator('.label-name').allInnerTexts();
      return labels.length > 0 && labels;
    });
  }

  async function accept(label) {
    await suggestions();
    await suggestRows.filter({ has: page.locator(`.label-name:text-is(${JSON.stringify(label)})`) }).first().click();
    await suggestWidget.waitFor({ state: 'hidden' });
  }

  async function quickPickLabels() {
    await quickRows.first().waitFor();
    return quickRows.locator('.label-name').first().waitFor().then(() => quickRows.locator('.quick-input-list-label .label-name, .label-name').allInnerTexts());
  }

  async function choose(label) {
    await quickRows.filter({ has: page.locator(`.label-name:text-is(${JSON.stringify(label)})`) }).first().click();
  }

  async function answer(text) {
    await quickInputBox.fill(text);
    await page.keyboard.press('Enter');
  }

  return {
    page, folder, openFile, runCommand, goTo, cursorAfter, type, press, save, fileText, suggestions, accept,
    quickPickLabels, choose, answer, until,
  };
}

/** Polls until the probe's result is truthy, and returns it. */
export async function until(what, probe, limit = patience) {
  const end = performance.now() + limit;
  for (;;) {
    const result = await probe();
    if (result) return result;
    if (performance.now() > end) throw new Error(`Waited ${limit / 1000} s in vain for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
