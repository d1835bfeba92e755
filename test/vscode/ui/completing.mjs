import assert from 'node:assert/strict'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ready } from './citing.mjs'

/** The list of citations after a bracket, in the packaged extension, as somebody types who looks at it. */
export default {
  'the list after a bracket stays open and narrows while a title or an address is typed': async (workbench) => {
    const { type, press, saveUntil } = await inSources(workbench)
    const cited = []
    for (const [typed, label] of [
      ['medium.com/@w', '[1] Node.js in practice'],
      ['https://en.bitcoin.it', '[2] Payment channels'],
      ['www.rsk.co', '[3] RSK, a 2-way peg'],
      ['anonymous multi-hop', '[4] Anonymous multi-hop locks'],
      ['2-way', '[3] RSK, a 2-way peg'],
      ["it's what", '[5] It’s what “layer 2” is & isn’t'],
      ['node.js', '[1] Node.js in practice'],
    ]) {
      await type(`${cited.length === 0 ? '' : '\n\n'}See `)
      for (const character of `[${typed}`) {
        await atPace(workbench, () => type(character))
        await shown(workbench, (rows) => rows.length > 0, `a list after “${character}” of “[${typed}”`)
      }
      await shown(workbench, ([first]) => first === label, `${label} first after “[${typed}”`)
      await press('Enter')
      await hidden(workbench)
      cited.push(`See ${label.slice(0, 3)}`)
    }
    await saveUntil('sources.md', (text) => text.includes(`\n\n${cited.join('\n\n')}\n\n## References`))
  },

  'what is deleted again is offered for as before': async (workbench) => {
    const { type, press } = await inSources(workbench)
    const offered = new Map()
    const typed = '[multi-hop locks, 2018'
    for (const [i, character] of [...typed].entries()) {
      await atPace(workbench, () => type(character))
      await shown(workbench, (rows) => rows.length > 0, `a list after “${typed.slice(0, i + 1)}”`)
      offered.set(i + 1, await rest(workbench))
    }
    for (let length = typed.length - 1; length > 0; length--) {
      await atPace(workbench, () => press('Backspace'))
      const before = offered.get(length)
      // After a letter VS Code asks everybody, and what others have comes behind.
      const isAfterMark = /[^a-z\d]/.test(typed[length - 1])
      await shown(
        workbench,
        (rows) => (isAfterMark ? rows : rows.slice(0, before.length)).join('\n') === before.join('\n'),
        `the list of “${typed.slice(0, length)}” once more`,
      )
    }
    await press('Backspace')
    await hidden(workbench)
    await type('[rsk')
    await shown(workbench, (rows) => rows.length === 1, 'the list')
    await type('xyz')
    await hidden(workbench)
    for (let i = 0; i < 'xyz'.length; i++) await atPace(workbench, () => press('Backspace'))
    await shown(workbench, ([first]) => first === '[3] RSK, a 2-way peg', 'the list that a slip has closed')
  },

  'after Escape the list stays closed, until a bracket or Ctrl+Space': async (workbench) => {
    const { type, press } = await inSources(workbench)
    await type('See [multi')
    await shown(workbench, ([first]) => first === '[4] Anonymous multi-hop locks', 'the list')
    await press('Escape')
    await hidden(workbench)
    const appeared = await appearances(workbench)
    for (const character of "-hop locks: it's a (good) one, at a.b/c") await atPace(workbench, () => type(character))
    await atPace(workbench, () => press('Backspace'))
    await type(', see ')
    assert.deepEqual(await appeared(), [], 'nothing appears after Escape')
    await type('[')
    await shown(workbench, (rows) => rows.length === 5, 'the list after a new bracket')
    await type('rsk')
    await shown(workbench, (rows) => rows.join() === '[3] RSK, a 2-way peg', 'the list narrowed')
    await press('Escape')
    await hidden(workbench)
    await press('Control+Space')
    await shown(workbench, ([first]) => first === '[3] RSK, a 2-way peg', 'the list that was asked for')
    for (const character of ', a 2-way') {
      await atPace(workbench, () => type(character))
      await shown(workbench, ([first]) => first === '[3] RSK, a 2-way peg', `the list after “${character}”`)
    }
  },

  'nothing appears where nothing is cited': async (workbench) => {
    const { folder, openFile, cursorAfter, type, press } = await inSources(workbench)
    const appeared = await appearances(workbench)
    const prose = "E.g. half-way, it's a/b (or c): 'x' & \"y\" - 50% + z? a_b*c~d; ok! "
    for (const character of prose) await atPace(workbench, () => type(character))
    await type(
      "\n\n```\narr[x.y-1]/2, it's\n```\n\n- [ ] a-b.c/d\n\n[a link-text.with](https://a.org/x-y.z)\n\n[^1.2-3]",
    )
    assert.deepEqual(await appeared(), [], 'in a survey')
    await writeFile(join(folder, 'other.md'), '# Notes\n\nSome words\n')
    await openFile('other.md')
    await cursorAfter('other.md', 'Some words')
    for (const character of ` [${prose.slice(0, 30)}`) await atPace(workbench, () => type(character))
    await press('End')
    assert.deepEqual(await appeared(), [], 'in another Markdown file')
  },

  'rows are easy to read in every theme': async (workbench) => {
    const { folder, openFile, cursorAfter, type, press, until, page, screenshot } = await inSources(workbench)
    const measured = {}
    await mkdir(join(folder, '.vscode'), { recursive: true })
    for (const [theme, base] of themes) {
      await writeFile(
        join(folder, '.vscode', 'settings.json'),
        JSON.stringify({
          'workbench.colorTheme': theme,
          'window.autoDetectColorScheme': false,
          'window.autoDetectHighContrast': false,
        }),
      )
      await until(`the theme ${theme}`, async () => (await page.locator(`.monaco-workbench.${base}`).count()) > 0)
      await openFile('sources.md')
      await cursorAfter('sources.md', 'Some prose.')
      await type(' [moreno')
      await shown(
        workbench,
        (rows) => rows.join() === '[4] P. Moreno-Sánchez et al., Anonymous multi-hop locks',
        'authors where one searched for them',
      )
      await screenshot(`completion ${theme}`)
      for (let i = 0; i < 'moreno'.length; i++) await atPace(workbench, () => press('Backspace'))
      await shown(workbench, (rows) => rows.length > 1, 'all of them again')
      await type('2')
      await shown(workbench, (rows) => rows.length > 1, 'rows that are chosen, and not')
      const ratios = await contrasts(page)
      measured[theme] = Object.fromEntries(Object.entries(ratios).map(([part, ratio]) => [part, ratio.toFixed(1)]))
      // Letters that were typed have a colour of their own, which is the theme's: it is told, and for VS Code to choose.
      for (const [part, ratio] of Object.entries(ratios))
        if (!part.startsWith('typed')) assert.ok(ratio >= 4.5, `${part} in ${theme} has ${ratio.toFixed(2)}`)
      await press('Escape')
      await press('Backspace', 'Backspace', 'Backspace')
    }
    console.log(`    ${JSON.stringify(measured)}`)
  },
}

/** Those that VS Code starts with, and those before them. */
const themes = [
  ['Dark 2026', 'vs-dark'],
  ['Light 2026', 'vs'],
  ['Default High Contrast', 'hc-black'],
  ['Default High Contrast Light', 'hc-light'],
  ['Dark Modern', 'vs-dark'],
  ['Light Modern', 'vs'],
]

const survey = `# Scaling

## Current initiatives

### #1 Channels

#### What is it?

Some prose.

## References

[1] Node.js in practice, A. Writer, https://medium.com/@writer/node-js, Date accessed: 2018-06-07.

[2] Payment channels, https://en.bitcoin.it/wiki/Payment_channels, Date accessed: 2018-06-07.

[3] RSK, a 2-way peg, S. Lerner, https://rsk.co/whitepaper, Date accessed: 2018-06-07.

[4] Anonymous multi-hop locks, G. Malavolta and P. Moreno-Sánchez, https://eprint.iacr.org/2018/472.pdf, Date accessed: 2018-06-07.

[5] It’s what “layer&nbsp;2” is &amp; isn’t, https://example.org/layers, Date accessed: 2018&#8209;06&#8209;07.
`

/** Opens a survey with the cursor in an empty paragraph before its references. */
async function inSources(workbench) {
  const { folder, openFile, cursorAfter, type } = workbench
  await writeFile(join(folder, 'sources.md'), survey)
  await openFile('sources.md')
  await ready(workbench)
  await cursorAfter('sources.md', 'Some prose.')
  await type('\n\n')
  return workbench
}

/** In milliseconds: as fast as people type who look at what is offered. */
const PACE = 120

async function atPace({ page }, key) {
  const started = performance.now()
  await key()
  await page.waitForTimeout(Math.max(0, PACE - (performance.now() - started)))
}

const rowsOf = ({ page }) => page.locator('.suggest-widget.visible .monaco-list-row .label-name').allInnerTexts()

const shown = (workbench, isRight, what) =>
  workbench.until(what, async () => {
    const rows = await rowsOf(workbench)
    return isRight(rows) && rows
  })

/** The list once it stays as it is. */
async function rest(workbench) {
  let last
  await workbench.until('the list at rest', async () => last === (last = (await rowsOf(workbench)).join('\n')))
  return last.split('\n')
}

const hidden = ({ page }) => page.locator('.suggest-widget.visible').waitFor({ state: 'hidden' })

/** What lists appear from now on, each by its first row: it is asked for later, and then begins anew. */
async function appearances({ page }) {
  await page.evaluate(() => {
    globalThis.appeared = []
    let was = false
    const look = () => {
      const list = globalThis.document.querySelector('.suggest-widget.visible')
      if (list && !was) globalThis.appeared.push(list.textContent)
      was = list !== null
    }
    new globalThis.MutationObserver(look).observe(globalThis.document.body, {
      subtree: true,
      childList: true,
      attributes: true,
      attributeFilter: ['class'],
    })
  })
  return () => page.evaluate(() => globalThis.appeared.splice(0))
}

/** The least contrast of each part of the rows on show, by WCAG 2.2, as the browser has computed their colours. */
function contrasts(page) {
  return page.evaluate(() => {
    const channels = (color) => (color.match(/[\d.]+/g) ?? []).map(Number)
    const over = (front, alpha, back) => back.map((channel, i) => front[i] * alpha + channel * (1 - alpha))
    const luminance = (color) => {
      const [red, green, blue] = color.map((channel) => {
        const share = channel / 255
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
      })
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
    const above = (element) => (element ? [element, ...above(element.parentElement)] : [])
    const background = (element) =>
      above(element)
        .map((each) => channels(globalThis.getComputedStyle(each).backgroundColor))
        .reverse()
        .reduce((back, [red, green, blue, alpha = 1]) => over([red, green, blue], alpha, back), [255, 255, 255])
    const ratio = (element) => {
      const back = background(element)
      const opacity = above(element).reduce((all, each) => all * Number(globalThis.getComputedStyle(each).opacity), 1)
      const [red, green, blue, alpha = 1] = channels(globalThis.getComputedStyle(element).color)
      const [lighter, darker] = [luminance(over([red, green, blue], alpha * opacity, back)), luminance(back)].sort(
        (a, b) => b - a,
      )
      return (lighter + 0.05) / (darker + 0.05)
    }
    const least = {}
    for (const row of globalThis.document.querySelectorAll('.suggest-widget.visible .monaco-list-row')) {
      const which = row.classList.contains('focused') ? 'chosen' : 'other'
      for (const [part, selector] of [
        ['title', '.label-name .monaco-highlighted-label'],
        ['typed letters', '.label-name .highlight'],
        ['host and date', '.details-label'],
      ])
        for (const element of row.querySelectorAll(selector))
          if (element.textContent?.trim())
            least[`${part}, ${which}`] = Math.min(least[`${part}, ${which}`] ?? 21, ratio(element))
    }
    return least
  })
}
