import type { History, MeasuredRevision } from './revision'
import { dayOf, deletedWords, historySummary, shortName, toWrite } from './words'

/**
 * How the sections to be written and those that are written became more and fewer, as SVG: a place for each revision, lines from each
 * to those it was made from, and a mark where sections were deleted, so that nobody takes that for progress. The lines differ by their
 * width and dashes, so that they need no colours. `alone` brings the colour of its ink along; `inside` of a page has that of the page.
 */
export function historyChart(history: History, shown: 'alone' | 'inside'): string {
  const { revisions } = history
  const top = niceTop(Math.max(1, ...revisions.map(toWrite)))
  const x = (index: number): number =>
    round(LEFT + (revisions.length < 2 ? 0.5 : index / (revisions.length - 1)) * (RIGHT - LEFT))
  const y = (count: number): number => round(BOTTOM - (count / top) * (BOTTOM - TOP))
  const marks = revisions.flatMap((revision, index) => (revision.deleted.length === 0 ? [] : [{ revision, index }]))
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="survey-history" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-labelledby="history-title history-desc" font-family="system-ui, sans-serif" font-size="14" fill="currentColor">`,
    `<title id="history-title">${escaped(`Progress of ${history.path}`)}</title>`,
    `<desc id="history-desc">${escaped(described(history))}</desc>`,
    ...(shown === 'alone' ? [INK] : []),
    ...steps(top).flatMap((count) => [
      `<line x1="${LEFT}" y1="${y(count)}" x2="${RIGHT}" y2="${y(count)}" stroke="currentColor" stroke-opacity="${count === 0 ? 1 : 0.2}"/>`,
      `<text x="${LEFT - 8}" y="${y(count) + 4}" text-anchor="end">${count}</text>`,
    ]),
    ...dates(revisions).map(
      (index) =>
        `<text x="${x(index)}" y="${BOTTOM + 20}" text-anchor="middle">${dayOf(revisions[index] as MeasuredRevision)}</text>`,
    ),
    ...marks.flatMap(({ revision, index }, i) => [
      `<line class="deletion" x1="${x(index)}" y1="${TOP - 8}" x2="${x(index)}" y2="${BOTTOM}" stroke="currentColor" stroke-dasharray="2 3"><title>${escaped(markWords(revision))}</title></line>`,
      `<text class="deletion" x="${x(index)}" y="${TOP - 12 - (i % ROWS_OF_MARKS) * 14}" text-anchor="middle" font-weight="bold">−${revision.deleted.length}<title>${escaped(markWords(revision))}</title></text>`,
    ]),
    ...LINES.map(({ name, of, stroke }) => {
      const point = (index: number): string => `${x(index)} ${y(of(revisions[index] as MeasuredRevision))}`
      return `<path class="${name}" d="${pathOf(revisions, point)}" fill="none" stroke="currentColor" stroke-linecap="round" stroke-linejoin="round" ${stroke}/>`
    }),
    ...legend(marks.length > 0),
    '</svg>',
  ].join('\n')
}

const WIDTH = 960
const HEIGHT = 440
const LEFT = 56
const RIGHT = 920
const TOP = 90
const BOTTOM = 380
/** The numbers of deletions that follow each other closely do not cover each other. */
const ROWS_OF_MARKS = 3

const INK =
  '<style>.survey-history{color:#1f2328;background:#fff}@media (prefers-color-scheme:dark){.survey-history{color:#e6edf3;background:#0d1117}}</style>'

const LINES = [
  {
    name: 'to-write',
    words: 'sections to be written in all',
    of: toWrite,
    stroke: 'stroke-width="1.5" stroke-dasharray="7 4"',
  },
  {
    name: 'written',
    words: 'sections written',
    of: ({ written }: MeasuredRevision): number => written,
    stroke: 'stroke-width="3"',
  },
] as const

/** A line from each revision to the one after it; where branches part and meet, lines do. A revision alone is a dot. */
function pathOf(revisions: readonly MeasuredRevision[], point: (index: number) => string): string {
  let end = -1
  let path = ''
  revisions.forEach(({ before }, index) => {
    for (const from of before) path += `${from === end ? '' : `M${point(from)}`}L${point((end = index))}`
    if (before.length === 0) path += `M${point((end = index))}h0`
  })
  return path
}

function legend(hasMarks: boolean): readonly string[] {
  const parts = [
    ...LINES.map(({ words, stroke }) => ({ words, stroke })),
    ...(hasMarks ? [{ words: 'sections deleted, and how many', stroke: 'stroke-dasharray="2 3"' }] : []),
  ]
  return parts.flatMap(({ words, stroke }, i) => {
    const at = LEFT + i * 290
    return [
      `<line x1="${at}" y1="${HEIGHT - 18}" x2="${at + 36}" y2="${HEIGHT - 18}" stroke="currentColor" ${stroke}/>`,
      `<text x="${at + 44}" y="${HEIGHT - 14}">${words}</text>`,
    ]
  })
}

const markWords = (revision: MeasuredRevision): string =>
  `${dayOf(revision)}, ${shortName(revision)}: deleted ${deletedWords(revision.deleted)}`

/** What the lines show, for who does not see them. */
function described(history: History): string {
  const [first] = history.revisions
  const marks = history.revisions.filter(({ deleted }) => deleted.length > 0).map(markWords)
  const start = first ? `It began with ${first.written} of ${toWrite(first)} sections written.` : ''
  return [historySummary(history), start, ...marks.map((mark) => `${mark}.`)].filter(Boolean).join(' ')
}

/** The least of 1, 2, 5, 10, 20 … times a few steps that is not below a count. */
function niceTop(count: number): number {
  const step = stepOf(count)
  return Math.ceil(count / step) * step
}

const stepOf = (count: number): number => {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, count / MOST_STEPS)))
  return [1, 2, 5, 10].map((each) => each * power).find((each) => count / each <= MOST_STEPS) ?? count
}

const MOST_STEPS = 6

const steps = (top: number): readonly number[] =>
  Array.from({ length: Math.round(top / stepOf(top)) + 1 }, (_, i) => i * stepOf(top))

/** The revisions whose days are written below the lines: few enough not to touch. */
function dates({ length }: readonly MeasuredRevision[]): readonly number[] {
  const count = Math.min(length, MOST_DATES)
  return Array.from({ length: count }, (_, i) => (count < 2 ? 0 : Math.round((i * (length - 1)) / (count - 1))))
}

const MOST_DATES = 8

const round = (at: number): number => Math.round(at * 10) / 10

/** Without what XML has no way to write. */
const escaped = (text: string): string =>
  text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/gu, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
