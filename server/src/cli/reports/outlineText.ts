import {
  inTemplateOrder,
  citationCounts,
  incompleteIn,
  progress,
  recognitionWord,
  REFERENCES,
  type Incomplete,
  type Initiative,
  type Section,
  type SectionState,
  type SectionTemplate,
} from '../../core'
import type { ReadSurvey } from '../files'
import type { Paint } from '../paint'
import { printable } from '../terminal'
import { columns, type Cell } from './columns'

/** The result of `survey outline` for reading: lines at the left, states at the right. */
export const outlineText = (files: readonly ReadSurvey[], paint: Paint): string =>
  files.map((file) => `${fileText(file, paint)}\n`).join('\n')

function fileText(file: ReadSurvey, paint: Paint): string {
  const { recognition, survey } = file.document
  const path = paint('bold', printable(file.path))
  if (recognitionWord(recognition) === 'none') return `${path}\n  ${printable(recognition.reason)}`
  const incomplete = incompleteIn(survey)
  const parts: readonly (readonly [at: number, rows: readonly Row[]])[] = [
    ...survey.sections.map((section) => [section.label.span.from, ownRows(section, incomplete, file)] as const),
    ...survey.initiatives.map((initiative) => [initiative.label.span.from, initiativeRows(initiative, file)] as const),
  ]
  const rows = [...parts].sort(([a], [b]) => a - b).flatMap(([, each]) => each)
  const width = rows.reduce((widest, { line }) => Math.max(widest, `${line ?? ''}`.length), 0)
  const count = `  ${incomplete.length} incomplete`
  const doubt = recognition.isCandidate ? [`  ${printable(recognition.reason)}`] : []
  return [
    path,
    ...doubt,
    ...(rows.length > 0 ? [columns(rows.map((row) => cells(row, width, paint)))] : []),
    count,
  ].join('\n')
}

interface Row {
  /** From 1; absent where there is nothing to go to. */
  readonly line?: number
  readonly depth: 0 | 1
  readonly title: string
  readonly status: string
  readonly state?: SectionState | 'missing'
}

const lineOf = ({ document: { buffer } }: ReadSurvey, { label }: Section | Initiative): number =>
  buffer.positionAt(label.span.from).line + 1

function initiativeRows(initiative: Initiative, file: ReadSurvey): readonly Row[] {
  const { done, total } = progress(initiative)
  const title = initiative.number === undefined ? initiative.title : `#${initiative.number} ${initiative.title}`
  return [
    { line: lineOf(file, initiative), depth: 0, title, status: `${done}/${total}` },
    ...inTemplateOrder(initiative, file.document.survey.profile).map((each) => sectionRow(each, 1, file)),
  ]
}

/** A section that the profile does not know is shown only where it is to be written: the rows add up to the count. */
function ownRows(section: Section, incomplete: readonly Incomplete[], file: ReadSurvey): readonly Row[] {
  const { survey } = file.document
  const isIncomplete = incomplete.some((each) => each.type === 'section' && each.section === section)
  if (section.kind === undefined && !isIncomplete) return []
  if (section.kind !== REFERENCES) return [sectionRow(section, 0, file)]
  const cited = citationCounts(survey)
  const uncited = survey.listing.filter(({ number }) => !cited.has(number)).length
  const unfinished = incomplete.filter(({ type }) => type === 'reference').length
  const citations = survey.citations.length === 1 ? '1 citation' : `${survey.citations.length} citations`
  const status = [
    `${survey.listing.length} listed`,
    citations,
    ...(uncited > 0 ? [`${uncited} never cited`] : []),
    ...(isIncomplete ? [section.state] : []),
    ...(unfinished > 0 ? [`${unfinished} unfinished`] : []),
  ].join(', ')
  return [{ line: lineOf(file, section), depth: 0, title: section.title, status }]
}

const sectionRow = (section: Section | SectionTemplate, depth: Row['depth'], file: ReadSurvey): Row =>
  'state' in section
    ? { line: lineOf(file, section), depth, title: section.title, status: section.state, state: section.state }
    : { depth, title: section.title, status: 'missing', state: 'missing' }

function cells({ line, depth, title, status, state }: Row, width: number, paint: Paint): readonly Cell[] {
  return [
    { text: `  ${`${line ?? ''}`.padStart(width)}`, paint: (text) => paint('dim', text) },
    {
      text: `${'  '.repeat(depth)}${printable(title)}`,
      ...(depth === 0 && { paint: (text: string) => paint('bold', text) }),
    },
    { text: status, ...(state && { paint: (text: string) => paint(STYLES[state], text) }) },
  ]
}

const STYLES = {
  missing: 'red',
  empty: 'yellow',
  placeholder: 'yellow',
  draft: 'yellow',
  none: 'green',
  complete: 'green',
} as const
