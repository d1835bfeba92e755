import type { Initiative, Section, Survey } from '../survey/model'
import type { SectionTemplate } from '../survey/profile'
import type { HeadingWords } from '../survey/contents/model'
import { entriesKept } from './contentsEntries'
import { betweenSections, sectionParts, sectionTitle, toText } from './skeleton'
import { insertion, type Edit } from '../text/edit'
import { freeLine, lineBreaks, nextText, writtenEnd } from '../text/lines'
import type { Span } from '../text/span'
import { Text } from '../text/text'

/**
 * Inserts every missing section of initiatives behind the section that the profile has before it, else before the first that
 * it has. One edit for each place, and no place is another initiative's. The table of contents follows.
 */
export function insertMissingSections(
  initiatives: readonly Initiative[],
  survey: Survey,
  text: string,
): readonly Edit[] {
  const { dialect } = survey
  const edits: Edit[] = []
  const headings: HeadingWords[] = []
  for (const initiative of initiatives) {
    const places = new Map<number, SectionTemplate[]>()
    for (const template of initiative.missing) {
      const at = placeOf(template, initiative, survey, text)
      places.set(at, [...(places.get(at) ?? []), template])
    }
    for (const [at, templates] of places) {
      edits.push(insertion(at, spaced(at, templates, initiative, survey, text)))
      if (dialect.section.form !== 'heading') continue
      const { level } = dialect.section
      for (const template of templates)
        headings.push({ span: { from: at, to: at }, level, words: sectionTitle(template, dialect) })
    }
  }
  return [...entriesKept(survey.contents, headings, Text.of(text)), ...edits]
}

/** Where to begin a missing section by hand: the free line that it would be inserted at, with nothing selected. */
export function placeForMissing(template: SectionTemplate, initiative: Initiative, survey: Survey, text: string): Span {
  const at = freeLine(text, placeOf(template, initiative, survey, text))
  return { from: at, to: at }
}

function placeOf(
  template: SectionTemplate,
  { label, span, sections }: Initiative,
  { profile }: Survey,
  text: string,
): number {
  const firsts = new Map<string, Section>()
  for (const section of sections)
    if (section.kind !== undefined && !firsts.has(section.kind)) firsts.set(section.kind, section)
  const before = profile.initiative.slice(
    0,
    profile.initiative.findIndex(({ kind }) => kind === template.kind),
  )
  for (const { kind } of before.reverse()) {
    const section = firsts.get(kind)
    if (section) return writtenEnd(text, { from: section.label.span.to, to: section.body.to })
  }
  const first = sections.find(({ kind }) => kind !== undefined)
  return writtenEnd(text, { from: label.span.to, to: first ? first.label.span.from : span.to })
}

function spaced(
  at: number,
  templates: readonly SectionTemplate[],
  initiative: Initiative,
  survey: Survey,
  text: string,
): string {
  const { dialect } = survey
  const { lineBreak } = dialect
  const next = nextText(text, at)
  const breaks = lineBreaks(text, at, next)
  // Files that set an initiative's first section right below its heading are kept that way.
  const isTight = at === initiative.label.span.to && dialect.section.form === 'heading' && breaks === 1
  const between = betweenSections(dialect)
  const sections = templates.map((template) => toText(sectionParts(template, dialect))).join(between)
  const below = between.length / lineBreak.length
  return (
    (isTight ? lineBreak : between) +
    sections +
    (next < text.length ? lineBreak.repeat(Math.max(0, below - breaks)) : '')
  )
}
