import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The first minutes of a survey, by the keyboard. */
export default {
  'New Survey in a folder with its own profile asks for the profile, and what it writes is a survey': async (
    workbench,
  ) => {
    const { openFile, runCommand, quickPickLabels, screenshot, press, type, page, until, fileText } = workbench
    await openFile('german/suchmaschinen.md')
    await runCommand('Survey: New Survey')
    assert.deepEqual(await quickPickLabels(), [
      'de',
      'swot',
      'evaluation',
      'comparison',
      'competitors',
      'literature',
      'options',
    ])
    await screenshot('new-survey-profile')
    await press('Enter')
    await page.locator('.tab.active[data-resource-name="survey.md"]').waitFor()
    await badge(page, 7).waitFor()
    await type('Teesorten')
    await press('Tab')
    await type('Was wir trinken.')
    await press('Escape')
    await screenshot('new-survey')
    await press('Control+F8')
    await said(page, '1 of 7: ??? › Was ist das?').waitFor()
    await type('Ein Getränk.')
    await press('Control+F8')
    await said(page, '1 of 6: ??? › Stärken').waitFor()
    // There is no such file yet: the first key makes it, where the tab says, without a question.
    await press('Control+S')
    const text = await until('the file', async () => {
      const written = await fileText('german/survey.md').catch(() => '')
      return written.includes('Ein Getränk.') && written
    })
    assert.match(text, /^# Teesorten\n\nWas wir trinken\.\n\n## Aktuelle Initiativen\n/u)
    await badge(page, 6).waitFor()
  },

  'a blank file that a config lists has a welcome, and is begun from there': async (workbench) => {
    const { folder, openFile, runCommand, screenshot, press, page, saveUntil } = workbench
    await writeFile(join(folder, 'german', 'leer.md'), '')
    const config = await workbench.fileText('german/.survey.json')
    await writeFile(
      join(folder, 'german', '.survey.json'),
      config.replace('"profile": "de",', '"profile": "de", "files": ["leer.md"],'),
    )
    await openFile('german/leer.md')
    await runCommand('Survey: Open Survey View')
    const begin = page.getByRole('button', { name: 'Begin Survey Here' })
    await begin.waitFor()
    await screenshot('welcome-blank')
    await begin.focus()
    await press('Enter')
    await page.locator('.quick-input-widget .monaco-list-row').first().waitFor()
    await press('Enter')
    await badge(page, 7).waitFor()
    await page.locator('.view-line').filter({ hasText: '## Aktuelle Initiativen' }).waitFor()
    await screenshot('begun')
    await saveUntil('german/leer.md', (text) => text.startsWith('# ???\n\n???\n\n## Aktuelle Initiativen\n'))
  },

  'the first day: an open title is a survey, and its next initiative has titles that go together': async (
    workbench,
  ) => {
    const { folder, openFile, screenshot, press, type, page, saveUntil, cursorAfter } = workbench
    await writeFile(join(folder, 'first.md'), '# Brews\n\n')
    await openFile('first.md')
    await cursorAfter('first.md', '# Brews\n\n')
    await type('## Our current initiatives\n\n### ???\n')
    await badge(page, 6).waitFor()
    await screenshot('first-day')
    await type('\n#### What are they?\n\nTeas.\n\n#### Who uses them?\n\nAll.')
    await badge(page, 4).waitFor()
    await press('Control+Alt+Enter')
    await page.locator('.view-line').filter({ hasText: 'Who uses them?' }).nth(1).waitFor()
    await press('Escape')
    await screenshot('titles-together')
    await saveUntil('first.md', (text) =>
      text.includes('### ???\n\n#### What are they?\n\n???\n\n#### Who uses them?\n\n???\n\n#### Strengths'),
    )
  },
}

const badge = (page, count) =>
  page
    .locator('.activitybar .action-item', { has: page.locator('[aria-label^="Survey"]') })
    .locator('.badge-content', { hasText: new RegExp(`^${count}$`, 'u') })

const said = (page, text) => page.locator('.statusbar-item').filter({ hasText: `Incomplete ${text}` })
