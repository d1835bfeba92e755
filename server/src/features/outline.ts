import {
  allSections,
  citationCounts,
  inTemplateOrder,
  isIncomplete,
  oneLine,
  placeToWrite,
  progress,
  REFERENCES,
  type Initiative,
  type Section,
  type Survey,
} from '../core'
import {
  outlineRequest,
  type Outline,
  type OutlineInitiative,
  type OutlineReference,
  type OutlineSection,
} from '../protocol'
import { toRange } from './convert'
import { feature, type OpenFile } from './feature'

/** The survey's structure and state, for the client's view, its status item and its jumps. */
export const outline = feature(outlineRequest, {}, (session, { uri, text }) => {
  const file = text === undefined ? session.file(uri) : session.unopened(uri, text)
  return file ? outlineOf(file, text === undefined ? file.version : null) : null
})

function outlineOf(file: OpenFile, version: number | null): Outline {
  const { survey, recognition } = file.document
  const base = { version, survey: recognition.survey, reason: recognition.reason }
  if (!recognition.survey) {
    return { ...base, profile: null, done: 0, total: 0, initiatives: [], sections: [], references: [], incomplete: [] }
  }
  const initiatives = survey.initiatives.map((initiative) => initiativeOf(file, initiative))
  const own = survey.sections.filter(({ kind }) => kind !== REFERENCES)
  return {
    ...base,
    profile: survey.profile.name,
    done: sum(initiatives.map(({ done }) => done)) + own.filter((section) => !isIncomplete(section)).length,
    total: sum(initiatives.map(({ total }) => total)) + own.length,
    initiatives,
    sections: own.map((section) => sectionOf(file, section)),
    references: referencesOf(file, survey),
    incomplete: allSections(survey)
      .filter(({ section }) => isIncomplete(section) && section.kind !== REFERENCES)
      .map(({ section, initiative }) => ({
        title: initiative ? `${initiative.title} › ${section.title}` : section.title,
        state: section.state,
        selection: toRange(file, placeToWrite(section, file.document.text)),
      })),
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0)

function initiativeOf(file: OpenFile, initiative: Initiative): OutlineInitiative {
  return {
    number: initiative.number ?? null,
    title: initiative.title,
    range: toRange(file, initiative.span),
    selection: toRange(file, initiative.label.content),
    ...progress(initiative),
    sections: inTemplateOrder(initiative, file.document.survey.profile).map((each) =>
      'state' in each
        ? sectionOf(file, each)
        : {
            kind: each.kind,
            title: each.title,
            state: 'missing',
            range: null,
            selection: toRange(file, initiative.label.content),
          },
    ),
  }
}

const sectionOf = (file: OpenFile, section: Section): OutlineSection => ({
  kind: section.kind ?? null,
  title: section.title,
  state: section.state,
  range: toRange(file, { from: section.label.span.from, to: section.body.to }),
  selection: toRange(file, isIncomplete(section) ? placeToWrite(section, file.document.text) : section.label.content),
})

function referencesOf(file: OpenFile, survey: Survey): readonly OutlineReference[] {
  const counts = citationCounts(survey)
  // Where a survey lists no entries, its link definitions are its list.
  if (survey.references.length === 0) {
    return survey.definitions.map(({ number, numberSpan: { from, to }, title, url, span }) => ({
      number,
      title: oneLine(title?.text ?? url.text.replace(/^<|>$/gu, '')),
      range: toRange(file, span),
      selection: toRange(file, { from: from - 1, to: to + 1 }),
      citations: counts.get(number) ?? 0,
    }))
  }
  return survey.references.map(({ number, title, span, label, body }) => ({
    number,
    title: oneLine(title?.text ?? file.document.text.slice(body.from, body.to)),
    range: toRange(file, span),
    selection: toRange(file, label),
    citations: counts.get(number) ?? 0,
  }))
}
