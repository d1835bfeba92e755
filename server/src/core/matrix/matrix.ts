import type { Document } from '../document'
import { claimsIn, judges } from '../evidence/claims'
import { plainProse } from '../markdown/plain'
import { eachCiting } from '../survey/citing'
import { isWritten, progress, type Progress } from '../survey/incomplete'
import type { Initiative, Section, SectionState, Survey } from '../survey/model'
import type { SectionTemplate } from '../survey/profile'
import { lastAtMost } from '../text/search'
import { wordCount } from '../text/wordCount'
import { firstLine } from './firstLine'

/** A survey across: what each initiative says in each section. */
export interface Matrix {
  /** In the order of the profile: what it requires, and what some initiative has. */
  readonly columns: readonly MatrixColumn[]
  /** In text order. */
  readonly rows: readonly MatrixRow[]
}

export interface MatrixColumn {
  readonly kind: string
  /** What the file calls it, where it does. */
  readonly title: string
  readonly template: SectionTemplate
}

export interface MatrixRow extends Progress {
  readonly initiative: Initiative
  /** As plain text. */
  readonly title: string
  /** One for each column. */
  readonly cells: readonly MatrixCell[]
}

export interface MatrixCell {
  readonly state: MatrixState
  /** Where the author goes on: of several sections of one kind the first that is to be written, else the first. Undefined where there is none. */
  readonly section: Section | undefined
  /** Those of all sections of the kind, placeholders left out. */
  readonly words: number
  readonly citations: number
  /** What its section claims without a citation; undefined where that does not judge. */
  readonly unsupported: number | undefined
  /** As plain text; empty where nothing is written. */
  readonly firstLine: string
}

/** `optional` is a section that is not there, and that the profile does not ask for. */
export type MatrixState = SectionState | 'missing' | 'optional'

/** The model, whether or not the file is a survey: ask `recognition` first. */
export function matrixOf({ markdown, buffer, survey, text }: Document): Matrix {
  const templates = survey.profile.initiative.filter(
    ({ kind, required }) =>
      required || survey.initiatives.some(({ sections }) => sections.some((section) => section.kind === kind)),
  )
  const citing = citingOffsets(survey)
  const unsupported = new Map<Section, number>()
  for (const { section, support } of claimsIn(markdown, buffer, survey))
    if (support === 'none') unsupported.set(section, (unsupported.get(section) ?? 0) + 1)
  return {
    columns: templates.map((template) => ({
      kind: template.kind,
      title: plainProse(survey.dialect.titles.get(template.kind) ?? template.title).replace(/ ?[:：]$/u, ''),
      template,
    })),
    rows: survey.initiatives.map((initiative) => ({
      initiative,
      title: plainProse(initiative.title),
      ...progress(initiative),
      cells: templates.map((template) => cellOf(template, initiative, citing, unsupported, text)),
    })),
  }
}

function cellOf(
  { kind }: SectionTemplate,
  initiative: Initiative,
  citing: Citing,
  unsupported: ReadonlyMap<Section, number>,
  text: string,
): MatrixCell {
  const sections = initiative.sections.filter((section) => section.kind === kind)
  const section = sections.find((each) => !isWritten(each)) ?? sections.find(isComplete) ?? sections[0]
  const state = section?.state ?? (initiative.missing.some((each) => each.kind === kind) ? 'missing' : 'optional')
  const lines = sections.map(({ body }) => firstLine(text.slice(body.from, body.to)))
  return {
    state,
    section,
    words: sum(sections, (each) => wordsOf(each, text)),
    citations: sum(sections, ({ label, body }) => citing(label.span.from, body.to)),
    unsupported: sections.some(judges) ? sum(sections, (each) => unsupported.get(each) ?? 0) : undefined,
    firstLine: lines.find((line) => line !== '') ?? '',
  }
}

const isComplete = ({ state }: Section): boolean => state === 'complete'

const sum = (sections: readonly Section[], of: (section: Section) => number): number =>
  sections.reduce((total, section) => total + of(section), 0)

function wordsOf({ body, placeholders }: Section, text: string): number {
  let written = ''
  let at = body.from
  for (const { from, to } of placeholders) {
    written += text.slice(at, from)
    at = to
  }
  return wordCount(written + text.slice(at, body.to))
}

/** How often something is cited from one offset to before another. */
type Citing = (from: number, to: number) => number

function citingOffsets(survey: Survey): Citing {
  const offsets: number[] = []
  eachCiting(survey, (_, first) => offsets.push(first.span.from))
  offsets.sort((a, b) => a - b)
  const before = (offset: number): number => lastAtMost(offsets, offset - 1, (each) => each) + 1
  return (from, to) => before(to) - before(from)
}
