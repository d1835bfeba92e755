import { type FromPage, type PageState, type PageWords, type ToPage } from '../src/matrix/messages'
import { cellName, initiativeName, labelled } from './words'
import { inOrder } from './in-order'
import { stepFrom, type Place } from './step'

/** The page of a matrix: a grid that is moved in by the keyboard, and says to VS Code what its author asks for. */

declare function acquireVsCodeApi(): { postMessage(message: FromPage): void; setState(state: PageState): void }

type Matrix = Extract<ToPage, { type: 'matrix' }>['matrix']

const vscode = acquireVsCodeApi()
const words = JSON.parse(document.body.dataset['words'] ?? '{}') as PageWords
const kept = JSON.parse(document.body.dataset['state'] ?? '{}') as PageState
const grid = element('grid', HTMLTableElement)
const sort = element('sort', HTMLSelectElement)
const filter = element('filter', HTMLSelectElement)
const shown = element('shown', HTMLElement)
const nothing = element('nothing', HTMLElement)
const head = grid.createTHead()
const body = grid.createTBody()

let matrix: Matrix | undefined
/** The rows that are shown, as numbers of the matrix. */
let order: readonly number[] = []
let place: Place = { row: 0, column: 0 }

function element<T extends HTMLElement>(id: string, type: new () => T): T {
  const found = document.getElementById(id)
  if (!(found instanceof type)) throw new Error(`The page has no ${id}.`)
  return found
}

/** Changes what differs and nothing else, so that what is read aloud or selected stays. */
function draw(): void {
  if (!matrix) return
  const { columns, rows } = matrix
  // At the beginning the page itself has the focus, if it has any.
  const focused =
    body.contains(document.activeElement) ||
    (order.length === 0 && document.hasFocus() && document.activeElement === document.body)
  const row = order[place.row]
  order = inOrder(rows, sort.value, filter.value)
  const [top = head.insertRow()] = head.rows
  resize(top, columns.length + 1, 'th', { scope: 'col' })
  setText(top.cells[0], words.initiative)
  columns.forEach(({ title }, i) => setText(top.cells[i + 1], title))
  while (body.rows.length > order.length) body.deleteRow(-1)
  order.forEach((index, at) => {
    const line = body.rows[at] ?? body.insertRow()
    const initiative = rows[index]
    if (!initiative) return
    resize(line, 1, 'th', { scope: 'row' })
    resize(line, columns.length + 1, 'td', { role: 'gridcell' })
    const { title, number, done, total } = initiative
    const name = initiativeName(initiative)
    const progress = labelled(words.progress, done, total)
    const numbered = title === '' || number === null ? name : `#${number} ${title}`
    set(line.cells[0], 'initiative', `${numbered}: ${progress}`, [
      ['title', numbered],
      ['counts', progress],
    ])
    initiative.cells.forEach((cell, i) => {
      const { state, firstLine } = cell
      const label = cellName(cell, name, columns[i]?.title ?? '', words)
      set(line.cells[i + 1], state, label, [
        ['state', words.states[state]],
        ['counts', label.counts],
        ['line', firstLine],
      ])
    })
  })
  shown.textContent = filter.value === '' ? '' : labelled(words.shown, order.length, rows.length)
  const again = row === undefined ? -1 : order.indexOf(row)
  moveTo({ row: again < 0 ? place.row : again, column: place.column }, focused)
}

function resize(
  row: HTMLTableRowElement,
  length: number,
  tag: string,
  attributes: Readonly<Record<string, string>>,
): void {
  while (row.cells.length < length) {
    const cell = document.createElement(tag)
    for (const [name, value] of Object.entries(attributes)) cell.setAttribute(name, value)
    row.append(cell)
  }
  while (tag !== 'th' && row.cells.length > length) row.deleteCell(-1)
}

function set(
  cell: HTMLTableCellElement | undefined,
  kind: string,
  label: { toString(): string },
  parts: readonly (readonly [className: string, text: string])[],
): void {
  if (!cell) return
  if (cell.className !== kind) cell.className = kind
  const name = label.toString()
  if (cell.getAttribute('aria-label') !== name) cell.setAttribute('aria-label', name)
  if (cell.tabIndex !== 0) cell.tabIndex = -1
  parts.forEach(([className, text], i) => {
    const part = cell.children[i] ?? cell.appendChild(document.createElement('div'))
    part.className = className
    // Parted by a blank, also for what reads them without looking.
    setText(part, text === '' ? '' : `${text} `)
  })
}

function setText(at: Element | undefined, text: string): void {
  if (at && at.textContent !== text) at.textContent = text
}

const cellAt = ({ row, column }: Place): HTMLTableCellElement | undefined => body.rows[row]?.cells[column]

/** One cell can be reached by Tab, that which was left last. */
function moveTo(wanted: Place, focus: boolean): void {
  const last = { row: body.rows.length - 1, column: matrix?.columns.length ?? 0 }
  const next = {
    row: Math.max(0, Math.min(last.row, wanted.row)),
    column: Math.max(0, Math.min(last.column, wanted.column)),
  }
  for (const cell of body.querySelectorAll<HTMLElement>('[tabindex="0"]')) cell.tabIndex = -1
  place = next
  const cell = cellAt(next)
  if (!cell) return
  cell.tabIndex = 0
  if (focus) cell.focus()
}

function ask(type: 'go' | 'peek' | 'insertMissing'): void {
  const row = order[place.row]
  if (row === undefined) return
  vscode.postMessage(type === 'insertMissing' ? { type, row } : { type, row, column: place.column - 1 })
}

grid.addEventListener('keydown', (event) => {
  if (event.altKey || event.metaKey) return
  const isPlain = !event.ctrlKey
  if (event.key === 'Enter' && isPlain) ask(event.shiftKey ? 'peek' : 'go')
  else if (event.key.toLowerCase() === 'i' && isPlain && !event.shiftKey) ask('insertMissing')
  else {
    const step = event.shiftKey ? undefined : stepFrom(place, event.key, event.ctrlKey)
    if (!step) return
    moveTo(step, true)
  }
  event.preventDefault()
})

grid.addEventListener('click', ({ target, shiftKey }) => {
  const cell = target instanceof Element ? target.closest<HTMLTableCellElement>('tbody th, tbody td') : null
  const row = cell?.parentElement as HTMLTableRowElement | null | undefined
  if (!cell || !row) return
  moveTo({ row: row.sectionRowIndex, column: cell.cellIndex }, true)
  ask(shiftKey ? 'peek' : 'go')
})

/** `Tab` and a screen reader may come to a cell by themselves. */
body.addEventListener('focusin', ({ target }) => {
  const cell = target instanceof HTMLTableCellElement ? target : undefined
  const row = cell?.parentElement as HTMLTableRowElement | undefined
  if (cell && row) moveTo({ row: row.sectionRowIndex, column: cell.cellIndex }, false)
})

const keep = (): void => vscode.setState({ uri: kept.uri, sort: sort.value, filter: filter.value })
for (const control of [sort, filter])
  control.addEventListener('change', () => {
    keep()
    draw()
  })

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  matrix = data.type === 'matrix' ? data.matrix : undefined
  grid.hidden = !matrix
  nothing.hidden = matrix !== undefined
  nothing.textContent = data.type === 'nothing' ? data.reason : ''
  draw()
})

if (kept.sort !== undefined) sort.value = kept.sort
if (kept.filter !== undefined) filter.value = kept.filter
keep()
vscode.postMessage({ type: 'ready' })
