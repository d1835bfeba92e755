import { inTemplateOrder, oneLine, recognitionWord } from '../../core'
import type { Citation, Initiative, Profile, Reference, Text } from '../../core'
import type { ReadSurvey } from '../files'

/** The result of `survey outline` as `schemas/outline.schema.json` describes it. */
export const outlineJson = (files: readonly ReadSurvey[]): string =>
  `${JSON.stringify({ files: files.map(fileOf) }, null, 2)}\n`

function fileOf({ path, document: { recognition, survey, buffer } }: ReadSurvey) {
  const what = { path, survey: recognition.survey, recognition: recognitionWord(recognition) }
  if (what.recognition === 'none') return what
  const line = (offset: number): number => buffer.positionAt(offset).line + 1
  return {
    ...what,
    profile: survey.profile.name,
    initiatives: survey.initiatives.map((initiative) => ({
      line: line(initiative.label.span.from),
      number: initiative.number ?? null,
      title: initiative.title,
      sections: sectionsOf(initiative, survey.profile, line),
    })),
    references: survey.references.map((reference) => referenceOf(reference, line)),
    citations: survey.citations.map((citation) => citationOf(citation, buffer)),
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

/** Of the bracket that touches the number: in `[[7]]` the inner one. */
function citationOf({ number, numberSpan }: Citation, buffer: Text) {
  const { line, character } = buffer.positionAt(numberSpan.from - 1)
  return { number, line: line + 1, character }
}
