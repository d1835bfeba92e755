import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changeDocument, inTemplateOrder, matrixFormats, matrixOf, openDocument, progress } from '../../server/src/core'
import { cellWords } from '../../server/src/core/matrix/cellWords'
import { anyComparison } from '../support/comparisons'
import { holds } from '../support/property'
import { surveyText } from '../support/surveys'

const anySurvey = fc.oneof(
  surveyText,
  anyComparison.map(({ text }) => text),
)

const printed = (id: string, text: string): string =>
  matrixFormats.find((format) => format.id === id)?.print([{ path: 'a.md', document: openDocument(text) }]) ?? ''

/** The title and the cells of each initiative, as the model has them. */
function modelOf(text: string): readonly (readonly string[])[] {
  const { columns, rows } = matrixOf(openDocument(text))
  return [
    ['Initiative', ...columns.map(({ title }) => title)],
    ...rows.map(({ title, cells }) => [title, ...cells.map(cellWords)]),
  ]
}

/** RFC 4180, read character by character. */
function readCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let isQuoted = false
  for (let i = 0; i < text.length; i++) {
    const character = text.charAt(i)
    if (isQuoted) {
      if (character !== '"') cell += character
      else if (text.charAt(i + 1) === '"') cell += text.charAt(i++)
      else isQuoted = false
    } else if (character === '"') {
      expect(cell, 'a quotation begins a cell').toBe('')
      isQuoted = true
    } else if (character === ',') {
      row.push(cell)
      cell = ''
    } else if (character === '\r') {
      expect(text.charAt(++i)).toBe('\n')
      rows.push([...row, cell])
      row = []
      cell = ''
    } else {
      expect(character).not.toBe('\n')
      cell += character
    }
  }
  expect(row).toEqual([])
  return rows
}

test('CSV reads back as the cells of the model, and none is a formula', () => {
  holds(
    200,
    fc.property(anySurvey, (text) => {
      const rows = readCsv(printed('csv', text))
      expect(rows.flat().filter((cell) => /^[=+\-@\t\r]/u.test(cell))).toEqual([])
      expect(rows.map((row) => row.map((cell) => cell.replace(/^'(?=[=+\-@\t\r])/u, '')))).toEqual(modelOf(text))
    }),
  )
})

test('Markdown has the same number of cells in each row', () => {
  holds(
    200,
    fc.property(anySurvey, (text) => {
      const lines = printed('md', text).split('\n').slice(0, -1)
      const model = modelOf(text)
      expect(lines.length).toBe(model.length + 1)
      for (const line of lines) expect(line.match(/(?<!\\)(?:\\\\)*\|/gu)?.length).toBe((model[0]?.length ?? 0) + 1)
    }),
  )
})

test('HTML has a cell for each of the model’s, SVG the state of each, and both nothing but their own marks', () => {
  holds(
    200,
    fc.property(anySurvey, (text) => {
      const model = modelOf(text)
      const cells = (model.length - 1) * ((model[0]?.length ?? 1) - 1)
      const [html, svg] = [printed('html', text), printed('svg', text)]
      expect(html.match(/<td\b/gu)?.length ?? 0).toBe(cells)
      expect(html.match(/<th\b/gu)?.length).toBe((model[0]?.length ?? 0) + model.length - 1)
      expect(svg.match(/<text [^>]* class="state /gu)?.length ?? 0).toBe(cells)
      expect([...new Set(svg.match(/<\w+/gu))].sort()).toEqual(['<line', '<style', '<svg', '<text', '<title'])
    }),
  )
})

test('a cell’s state is that of its section, and everything that is required and not there is missing', () => {
  holds(
    200,
    fc.property(anySurvey, (text) => {
      const { survey } = openDocument(text)
      const { columns, rows } = matrixOf(openDocument(text))
      expect(rows.length).toBe(survey.initiatives.length)
      rows.forEach(({ initiative, cells, done, total }, i) => {
        expect({ done, total }).toEqual(progress(survey.initiatives[i] ?? initiative))
        cells.forEach(({ state, section, words }, at) => {
          const kind = columns[at]?.kind
          const found = inTemplateOrder(initiative, survey.profile).filter((each) => each.kind === kind)
          const states = found.map((each) => ('state' in each ? each.state : 'missing'))
          expect(states.length === 0 ? ['optional'] : states).toContain(state)
          expect(section === undefined).toBe(state === 'missing' || state === 'optional')
          if (state === 'missing' || state === 'optional' || state === 'empty') expect(words).toBe(0)
        })
      })
    }),
  )
})

test('after an edit the matrix is what a fresh reading has', () => {
  holds(
    100,
    fc.property(anySurvey, fc.nat(), (text, at) => {
      const from = at % (text.length + 1)
      const edited = `${text.slice(0, from)}x${text.slice(from)}`
      const after = changeDocument(openDocument(text), edited, { from, to: from, inserted: 1 })
      const words = ({ rows }: ReturnType<typeof matrixOf>) =>
        rows.map(({ title, cells }) => [title, cells.map(cellWords)])
      expect(words(matrixOf(after))).toEqual(words(matrixOf(openDocument(edited))))
    }),
  )
})
