import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ready } from './citing.mjs'

const COMPETITORS = `# Competitor analysis

## Who else is there

### 1. Northwind

- **Core feature**: Route planning for small fleets
- **Pricing**: 9 € a month and vehicle
- **Strengths**: Known to everybody
- **Weaknesses**: No offline maps

### 2. Contoso

- **Core feature**: Driver hours
- **Pricing**: On request
- **Strengths**: Sold with the trucks

### 3. Fabrikam

- **Core feature**: Both
- **Pricing**: 29 € a month and vehicle
- **Strengths**: Fast support
- **Weaknesses**: Needs a phone of its own
`

const GERMAN = `# Werkzeuge im Vergleich

## 1. 🔧 **Hammer**

**Vorteile:** Laut. Billig.
**Nachteile:** Trifft auch Daumen [1].

## 2. 🪛 **Schrauber**

**Vorteile:** Leise [2].
**Nachteile:** Braucht Strom.

## 3. 🪚 **Säge**

**Vorteile:** Trennt.
**Nachteile:** ???

## Literatur

1. Schmidt, Der Daumen, https://example.org/daumen
2. Meyer, Strom, https://example.org/strom
`

const LITERATURE = `# Related work

## Consensus

### Paxos (1998)

**Contribution:** Agreement among crashing machines [1].

**Limitations:** Hard to follow.

### Raft (2014)

**Contribution:** The same, understandable [2].

**Limitations:** One leader.

### HotStuff (2019)

**Contribution:** Linear messages.

## References

1. L. Lamport, *The Part-Time Parliament*, https://example.org/paxos
2. D. Ongaro, *In Search of an Understandable Consensus Algorithm*, https://example.org/raft
3. M. Yin, *HotStuff*, https://example.org/hotstuff
`

/** What is built like a survey, and nobody has said what it is. */
export default {
  'a comparison by somebody else is outlined, has no finding, and is a survey once somebody says so': async (
    workbench,
  ) => {
    const { folder, openFile, runCommand, viewRows, until, screenshot, page, choose, saveUntil, problems } = workbench
    await writeFile(join(folder, 'competitors.md'), COMPETITORS)
    await openFile('competitors.md')
    await runCommand('Survey: Open Survey View')
    const rows = await until('its outline', async () => {
      const found = await viewRows('competitors.md')
      return found.length > 3 && found
    })
    assert.ok(rows.includes('1. Northwind') && rows.includes('Weaknesses'), rows.join('\n'))
    await page.getByText('Looks like a survey of 3 items. Treat it as one, or not?').waitFor()
    await screenshot('candidate')
    assert.deepEqual(
      (await problems()).filter(({ file }) => file === 'competitors.md'),
      [],
    )

    await openFile('competitors.md')
    await runCommand('Survey: Treat as Survey…')
    await choose('In competitors.md')
    await saveUntil('competitors.md', (text) => text.startsWith('---\nsurvey: true\n---\n\n# Competitor analysis\n'))
    await until('what it lacks', async () =>
      (await problems()).some(({ message }) => message.includes('2. Contoso has no “Weaknesses”')),
    )
    await openFile('competitors.md')
    await runCommand('Survey: Insert All Missing Sections')
    await saveUntil('competitors.md', (text) =>
      text.includes('- **Strengths**: Sold with the trucks\n- **Weaknesses**: ???\n\n### 3. Fabrikam'),
    )
    await screenshot('candidate-treated')
    // One undo takes it away again.
    await openFile('competitors.md')
    await workbench.press('Control+Z')
    await saveUntil('competitors.md', (text) => !text.includes('???'))
  },

  'a comparison in another language and form is cited and renumbered like any survey': async (workbench) => {
    const { folder, openFile, runCommand, page, until, choose, saveUntil, screenshot, press, quickPickLabels } =
      workbench
    await writeFile(join(folder, 'werkzeuge.md'), GERMAN.replace('[1]', '[2]').replace('Leise [2]', 'Leise [1]'))
    await openFile('werkzeuge.md')
    await runCommand('Survey: Open Survey View')
    await page.getByText('Looks like a survey of 3 items.').waitFor()
    await openFile('werkzeuge.md')
    await runCommand('Survey: Treat as Survey…')
    await choose('In .survey.json')
    await until('the list', async () =>
      (await workbench.fileText('.survey.json').catch(() => '')).includes('"werkzeuge.md"'),
    )
    await until('it to be one', async () => (await workbench.viewRows('werkzeuge.md')).includes('Nachteile'))
    await openFile('werkzeuge.md')
    await runCommand('Survey: Renumber References…')
    await until('the choices', async () => (await quickPickLabels()).length > 1)
    await press('Enter')
    await screenshot('german-renumber')
    await until('the preview', async () => (await quickPickLabels()).length > 0)
    await press('Enter')
    await saveUntil(
      'werkzeuge.md',
      (text) =>
        text.includes('Daumen [1].') &&
        text.includes('Leise [2].') &&
        text.includes('1. Meyer, Strom, https://example.org/strom\n2. Schmidt, Der Daumen'),
    )
    await screenshot('german')
  },
  'a section is begun by ** where labels are bold, and its citation by words': async (workbench) => {
    const { folder, openFile, page, until, saveUntil, screenshot, press, type, goTo } = workbench
    await writeFile(join(folder, 'literature.md'), LITERATURE)
    await writeFile(join(folder, '.survey.json'), '{ "files": ["literature.md"] }')
    await openFile('literature.md')
    await ready(workbench)
    await goTo(LITERATURE.slice(0, LITERATURE.indexOf('Linear messages.')).split('\n').length, 35)
    await press('End', 'Enter', 'Enter')
    await page.keyboard.type('**', { delay: 120 })
    await page.locator('.suggest-widget.visible .monaco-list-row', { hasText: 'Limitations' }).waitFor()
    await screenshot('literature-begun')
    await press('Enter')
    await page.locator('.monaco-editor .view-line', { hasText: '**Limitations:** ???' }).waitFor()
    await type('Trusts its leader ')
    await page.keyboard.type('[hotst', { delay: 120 })
    await page.locator('.suggest-widget.visible .monaco-list-row', { hasText: 'HotStuff' }).waitFor()
    await screenshot('literature-cited')
    await press('Enter')
    await saveUntil('literature.md', (text) =>
      text.includes('Linear messages.\n\n**Limitations:** Trusts its leader [3]\n\n## References'),
    )
    assert.equal(await until('no finding', async () => !(await page.locator('.squiggly-warning').count())), true)
  },
}
