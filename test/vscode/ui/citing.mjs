import assert from 'node:assert/strict';

/** Citing in the packaged extension with the keyboard alone. The screenshots are those of the README. */
export default {
  'Insert Citation: several sources, found by words, in one go': async (workbench) => {
    const { openFile, cursorAfter, type, press, until, page, screenshot, saveUntil, fileText } = workbench;
    const before = await fileText('survey.md');
    await openFile('survey.md');
    await ready(workbench);
    await cursorAfter('survey.md', 'A company of the same name');
    await press('Control+Alt+C');
    const row = (text) => page.locator('.quick-input-widget .monaco-list-row').filter({ hasText: text });
    await row('Unleash Documentation').waitFor();
    await type('togles');
    await until('the best alone', async () => (await page.locator('.quick-input-widget .monaco-list-row').count()) === 1);
    await press('ArrowDown', 'Space');
    await until('it is marked', async () => (await page.locator('.quick-input-count').innerText()).includes('1'));
    await press('ArrowUp');
    await press('Control+A');
    await type('unleash');
    await row('Unleash Documentation').waitFor();
    await screenshot('insert-citation');
    await press('ArrowDown', 'ArrowDown', 'Space');
    await until('both are marked', async () => (await page.locator('.quick-input-count').innerText()).includes('2'));
    await screenshot('insert-citation-2');
    await press('Enter');
    await saveUntil('survey.md', (text) => text === before.replace('A company of the same name', 'A company of the same name [1], [3]'));
    await press('Control+Z');
    await saveUntil('survey.md', (text) => text === before);
  },

  'Enter alone cites the best': async (workbench) => {
    const { openFile, cursorAfter, type, press, page, saveUntil, fileText } = workbench;
    const before = await fileText('survey.md');
    await openFile('survey.md');
    await ready(workbench);
    await cursorAfter('survey.md', 'A company of the same name');
    await press('Control+Alt+C');
    await page.locator('.quick-input-widget .monaco-list-row').first().waitFor();
    await type('evaluation');
    await workbench.until('the best first', async () => (await page.locator('.quick-input-widget .monaco-list-row').first().innerText()).includes('Evaluation'));
    await press('Enter');
    await type('!');
    await saveUntil('survey.md', (text) => text === before.replace('A company of the same name', 'A company of the same name [2]!'));
  },

  'Paste as Citation cites what is pasted and lists it': async (workbench) => {
    const { openFile, cursorAfter, press, page, screenshot, saveUntil, fileText } = workbench;
    const before = await fileText('survey.md');
    await openFile('survey.md');
    await ready(workbench);
    await copy(page, 'https://example.org/flags/a-study');
    await cursorAfter('survey.md', 'A company of the same name');
    await press('Control+V');
    await page.locator('.view-line').filter({ hasText: 'namehttps://example.org' }).waitFor();
    await page.locator('.post-edit-widget').waitFor();
    await screenshot('paste-widget');
    await press('Control+.');
    await page.locator('.action-widget .monaco-list-row').filter({ hasText: 'Cite' }).first().waitFor();
    await screenshot('paste-as');
    await page.locator('.action-widget .monaco-list-row').filter({ hasText: 'Cite' }).first().click();
    const after = await saveUntil('survey.md', (text) => text.includes('A company of the same name [4]'));
    assert.match(after, /^\[4\] .*https:\/\/example\.org\/flags\/a-study/mu);
    await screenshot('pasted');
    // One for the citation, one for the plain text that VS Code pasted first.
    await press('Control+Z');
    await saveUntil('survey.md', (text) => text === before);
  },

  'a paste into code offers no citation': async (workbench) => {
    const { openFile, cursorAfter, type, press, page, until } = workbench;
    await openFile('survey.md');
    await ready(workbench);
    await copy(page, 'https://example.org/flags/a-study');
    await cursorAfter('survey.md', 'A company of the same name');
    await type(' `');
    await press('Control+V');
    await until('the text', () => page.locator('.view-line').filter({ hasText: 'https://example.org' }).count());
    assert.equal(await page.locator('.post-edit-widget').count(), 0);
  },
};

/** Until the server has read the survey. */
export async function ready({ until, page }) {
  await until('findings', async () => (await page.locator('.statusbar-item').filter({ hasText: /^\s*0\s*.*1/ }).count()) > 0);
}

const copy = (page, text) => page.evaluate((words) => navigator.clipboard.writeText(words), text);
