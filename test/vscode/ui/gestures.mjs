import assert from 'node:assert/strict'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ready } from './citing.mjs'

/** What a key does to what one has written, in the packaged extension. */
export default {
  'a read-only survey is changed by no command, and the reason is shown': async (workbench) => {
    const { folder, openFile, runCommand, notifications, until, page, screenshot, press } = workbench
    await mkdir(join(folder, '.vscode'), { recursive: true })
    await writeFile(
      join(folder, '.vscode', 'settings.json'),
      JSON.stringify({ 'files.readonlyInclude': { 'survey.md': true } }),
    )
    await openFile('survey.md')
    await ready(workbench)
    // The setting is read when its file is seen to be new.
    await page.locator('.tab.active [aria-label$="Read-only"]').waitFor()
    for (const command of ['Insert All Missing Sections', 'New Initiative', 'Sort References…', 'Paste as Citation']) {
      await runCommand(`Survey: ${command}`)
      const [said] = await until('the reason', async () => (await notifications()).length > 0 && notifications())
      assert.match(said, /^survey\.md is read-only by the setting “files\.readonlyInclude”\./u)
      if (command === 'New Initiative') await screenshot('read-only')
      await runCommand('Notifications: Clear All Notifications')
      await until('it to go', async () => (await notifications()).length === 0)
    }
    // What was inserted would be a finding more.
    await runCommand('Problems: Focus on Problems View')
    await page.locator('.markers-panel').getByText('#3 What else? has no “Who does it?”').waitFor()
    await press('Escape')
    assert.equal(await page.locator('.tab.active.dirty').count(), 0)
  },

  'Enter on a row of the Survey view leaves the cursor where one writes on, and what is typed overwrites nothing':
    async (workbench) => {
      const { openFile, runCommand, fileText, saveUntil, screenshot, page, press } = workbench
      const before = await fileText('survey.md')
      await openFile('survey.md')
      await ready(workbench)
      const cases = [
        {
          initiative: '#2 Unleash',
          row: 'What is it?',
          at: 'flag server that teams run themselves [3].',
          name: 'finished',
        },
        {
          initiative: '#3 What else?',
          row: 'Who does it?',
          at: '???\n\n#### Strengths',
          missing: true,
          name: 'missing',
        },
        { list: true, row: '[3] Unleash Documentation', at: /https:\/\/docs\.getunleash\.io.*/u, name: 'reference' },
      ]
      for (const { initiative, list, row, at, missing, name } of cases) {
        await runCommand('Survey: Open Survey View')
        await press('Home')
        if (initiative) await downTo(workbench, initiative)
        if (list) {
          await downTo(workbench, 'References')
          await press('ArrowRight')
        }
        await downTo(workbench, row)
        await press('Enter')
        await page.locator('.monaco-editor.focused').waitFor()
        await page
          .locator('.statusbar-item')
          .filter({ hasText: /selected/u })
          .waitFor({ state: 'detached' })
        await screenshot(`row-${name}`)
        await typing(page, ' More.')
        const wanted = missing
          ? before.replace(/(### #3 What else\?\n\n#### What is it\?\n\n\?\?\?\n)/u, '$1 More.')
          : before.replace(at, (found) => `${found} More.`)
        assert.notEqual(wanted, before)
        await saveUntil('survey.md', (text) => text === wanted)
        await page.keyboard.press('Control+Z')
        await saveUntil('survey.md', (text) => text === before)
      }
      // A placeholder is what the next key is to overwrite.
      await runCommand('Survey: Open Survey View')
      await press('Home')
      await downTo(workbench, 'Observations')
      await press('Enter')
      await page.locator('.statusbar-item').filter({ hasText: '3 selected' }).waitFor()
      await typing(page, 'None.')
      await saveUntil('survey.md', (text) => text === before.replace('Observations\n\n???', 'Observations\n\nNone.'))
    },

  'the Survey view names its file, lists it in text order, and marks where the cursor is': async (workbench) => {
    const { openFile, runCommand, viewRows, page, goTo, until, screenshot } = workbench
    await openFile('survey.md')
    await ready(workbench)
    await runCommand('Survey: Open Survey View')
    await page.locator('.composite.title h2').filter({ hasText: 'survey.md' }).waitFor()
    const rows = await until('the rows', async () => {
      const found = await viewRows('survey.md')
      return found.includes('References') && found
    })
    assert.deepEqual(rows.slice(0, 3), ['Why flags?', 'What do we need?', '#1 OpenFeature'])
    assert.deepEqual(rows.slice(-2), ['Observations', 'References'])
    await openFile('survey.md')
    const marked = page.locator('.composite.viewlet .monaco-list-row.selected .label-name')
    // The text of References ends with the file; the heading above the initiatives and the title are in no row.
    for (const [line, label] of [
      [89, 'Observations'],
      [98, 'References'],
      [9, 'What do we need?'],
      [11, '#1 OpenFeature'],
      [59, 'Opportunities'],
      [1, 'Why flags?'],
    ]) {
      await goTo(line)
      await until(
        `${label} for line ${line}`,
        async () => (await marked.count()) === 1 && (await marked.innerText()) === label,
      )
      if (line === 11) await screenshot('survey-view-heading')
    }
  },

  'what is typed while a sort is worked out goes into its list, and Enter is not waited for': async (workbench) => {
    const { folder, fileText, openFile, runCommand, page, press, saveUntil, screenshot, until } = workbench
    const more = Array.from(
      { length: 93 },
      (_, i) => `[${i + 4}] Zebra crossing ${93 - i}, https://example.org/${i}, Date accessed: 2024-03-02.`,
    )
    const before = `${await fileText('survey.md')}\n${more.join('\n\n')}\n`
    await writeFile(join(folder, 'survey.md'), before)
    await openFile('survey.md')
    await ready(workbench)
    await runCommand('Survey: Sort References…')
    await until('ways', async () => (await workbench.quickPickLabels()).length > 2)
    await press('ArrowDown', 'Enter')
    await typing(page, 'zebra')
    const box = page.locator('.quick-input-box input')
    assert.equal(await box.inputValue(), 'zebra')
    await page.locator('.quick-input-widget .monaco-list-row').filter({ hasText: 'Apply' }).waitFor()
    await page.locator('.monaco-diff-editor').first().waitFor()
    await screenshot('sort-preview')
    await press('Escape')
    await page.locator('.monaco-diff-editor').first().waitFor({ state: 'detached' })
    await saveUntil('survey.md', (text) => text === before)
    await runCommand('Survey: Sort References…')
    await until('ways', async () => (await workbench.quickPickLabels()).length > 2)
    await press('ArrowDown', 'Enter')
    // Before the two texts have come up.
    await page.locator('.quick-input-widget .monaco-list-row').filter({ hasText: 'Apply' }).waitFor()
    await press('Enter')
    // The list stays in front until the two texts are gone again: then keys are the survey's.
    await page.locator('.quick-input-widget').waitFor({ state: 'hidden' })
    await saveUntil('survey.md', (text) => /^\[4\] Zebra crossing 1,/mu.test(text))
    await page.locator('.monaco-diff-editor').first().waitFor({ state: 'detached' })
    await page.locator('.tab').filter({ hasText: 'preview' }).waitFor({ state: 'detached' })
    await press('Control+Z')
    await saveUntil('survey.md', (text) => text === before)
  },

  'a large file is said to be read, and never to be no survey before it was': async (workbench) => {
    const { folder, fileText, openFile, runCommand, page, press, screenshot } = workbench
    const text = await fileText('survey.md')
    const [from, to] = [text.indexOf('### #1'), text.indexOf('## Observations')]
    await writeFile(
      join(folder, 'large.md'),
      text.slice(0, from) + text.slice(from, to).repeat(Math.ceil(2_000_000 / (to - from))) + text.slice(to),
    )
    await openFile('notes.md')
    await runCommand('Survey: Open Survey View')
    const view = page.locator('.composite.viewlet')
    await view.getByText('This Markdown file is not a survey').waitFor()
    await view.evaluate((element) => {
      const seen = (globalThis.seen = [])
      const look = () => {
        const words = /Reading large.md|not a survey|#1 OpenFeature/u.exec(element.innerText)?.[0]
        if (words && words !== seen.at(-1)) seen.push(words)
      }
      new globalThis.MutationObserver(look).observe(element, { subtree: true, childList: true, characterData: true })
    })
    await press('Control+P')
    await page.locator('.quick-input-box input:focus').waitFor()
    await typing(page, 'large.md')
    await page.locator('.quick-input-widget .monaco-list-row').filter({ hasText: 'large.md' }).first().waitFor()
    await press('Enter')
    await view.getByText('Reading large.md …').waitFor()
    await screenshot('reading')
    await view.getByText('#1 OpenFeature').first().waitFor({ timeout: 90_000 })
    const seen = await page.evaluate(() => globalThis.seen)
    assert.deepEqual(seen.slice(seen.indexOf('Reading large.md')), ['Reading large.md', '#1 OpenFeature'])
  },
}

/** As a person types. */
const typing = (page, text) => page.keyboard.type(text, { delay: 70 })

/** Goes down in the Survey view until the focus is on a row. */
async function downTo({ page, press, until }, label) {
  const row = page
    .locator('.composite.viewlet .monaco-list-row')
    .filter({ has: page.getByText(label, { exact: true }) })
  await row.first().waitFor()
  await until(`the focus on ${label}`, async () => {
    const focused = page.locator('.composite.viewlet .monaco-list-row.focused .label-name')
    if ((await focused.count()) === 1 && (await focused.innerText()) === label) return true
    await press('ArrowDown')
    return false
  })
}
