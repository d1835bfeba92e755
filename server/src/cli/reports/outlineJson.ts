import { bracketsOf, inTemplateOrder, isCitation, listedNumbers, oneLine } from '../../core'
import type { Initiative, Profile, Reference, Survey, Text } from '../../core'
import type { ReadSurvey } from '../files'

/** The result of `survey outline` as `schemas/outline.schema.json` describes it. */
export const outlineJson = (files: readonly ReadSurvey[]): string =>
  `${JSON.stringify({ files: files.map(fileOf) }, null, 2)}\n`

function fileOf({ path, document: { recognition, survey, buffer } }: ReadSurvey) {
  if (!recognition.survey) return { path, survey: false }
  const line = (offset: number): number => buffer.positionAt(offset).line + 1
  return {
    path,
    survey: true,
    profile: survey.profile.name,
    initiatives: survey.initiatives.map((initiative) => ({
      line: line(initiative.label.span.from),
      number: initiative.number ?? null,
      title: initiative.title,
      sections: sectionsOf(initiative, survey.profile, line),
    })),
    references: survey.references.map((reference) => referenceOf(reference, line)),
    citations: citationsOf(survey, buffer),
  }
}

function sectionsOf(initiative: Initiative, profile: Profile, line: (offset: number) => number) {
  return inTemplateOrder(initiative, profile)
    .filter(({ kind }) => kind !== undefined)
    .map((each) =>
      'state' in each
        ? { kind: each.kind, line: line(each.label.span.from), state: each.state, label: each.label.form }
        : { kind: each.kind, state: 'missing' },
    )
}

function referenceOf(
  { number, numberSpan, title, url, accessed, accessedOn }: Reference,
  line: (offset: number) => number,
) {
  return {
    number,
    line: line(numberSpan.from),
    ...(title && { title: oneLine(title.text) }),
    ...(url && { url: url.text }),
    ...(accessed && { accessed: accessedOn ?? accessed.text }),
  }
}

/** In text order. Of `[1, 3–5]`, each number, where the list has them all. */
function citationsOf(survey: Survey, buffer: Text) {
  const { citations, groups, notation } = survey
  const listed = listedNumbers(survey)
  const at = (number: number, offset: number) => ({ number, offset })
  return [
    // The bracket that touches the number: in `[[7]]` the inner one.
    ...citations.map((citation) => at(citation.number, bracketsOf(citation, notation).from)),
    ...groups
      .filter((group) => isCitation(group, listed))
      .flatMap(({ parts }) => parts.flatMap(({ numbers, span }) => numbers.map((number) => at(number, span.from)))),
  ]
    .sort((a, b) => a.offset - b.offset)
    .map(({ number, offset }) => {
      const { line, character } = buffer.positionAt(offset)
      return { number, line: line + 1, character }
    })
}
