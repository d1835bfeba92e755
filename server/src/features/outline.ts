import {
  citationCounts,
  incompleteIn,
  inTemplateOrder,
  isBlank,
  isPlaceholder,
  listedIn,
  oneLine,
  placeForMissing,
  placeToWrite,
  progress,
  referenceToWrite,
  titleInLists,
  surveyProgress,
  titleToWrite,
  type Incomplete,
  type Initiative,
  type LinkDefinition,
  type Reference,
  type Section,
  type Span,
} from '../core'
import {
  outlineRequest,
  type IncompletePlace,
  type Outline,
  type OutlineInitiative,
  type OutlineReference,
  type OutlineSection,
} from '../protocol'
import { toRange } from './shared/convert'
import { feature, type OpenFile } from './feature'

/** The survey's structure and state, for the client's view, its status item and its jumps. */
export const outline = feature(outlineRequest, {}, (session, { uri, text }) => {
  const file = text === undefined ? session.file(uri) : session.unopened(uri, text)
  return file ? outlineOf(file, text === undefined ? file.version : null) : null
})

function outlineOf(file: OpenFile, version: number | null): Outline {
  const { survey, recognition } = file.document
  const { survey: isSurvey, isCandidate: candidate, reason } = recognition
  const base = { version, survey: isSurvey, candidate, blank: isBlank(file.document), reason }
  if (!isSurvey && !candidate) {
    return { ...base, profile: null, done: 0, total: 0, initiatives: [], sections: [], references: [], incomplete: [] }
  }
  const open = incompleteIn(survey)
    .map((item) => ({ item, place: placeOf(item, file) }))
    .sort((a, b) => a.place.from - b.place.from)
  const places: Places = new Map(
    open.flatMap(({ item, place }) => (item.type === 'missing' ? [] : [[rowOf(item), place]])),
  )
  return {
    ...base,
    profile: survey.profile.name,
    ...surveyProgress(survey),
    initiatives: survey.initiatives.map((initiative) => initiativeOf(initiative, places, file)),
    sections: survey.sections.map((section) => sectionOf(section, places, file)),
    references: referencesOf(places, file),
    incomplete: open.map(({ item, place }) => ({ ...wordsOf(item, file), selection: toRange(file, place) })),
  }
}

/** Where to go for what is there and incomplete. */
type Places = ReadonlyMap<Section | Reference | LinkDefinition, Span>

const rowOf = (item: Exclude<Incomplete, { type: 'missing' }>): Section | Reference | LinkDefinition =>
  item.type === 'section' ? item.section : item.reference

function placeOf(item: Incomplete, { document: { survey, text } }: OpenFile): Span {
  if (item.type === 'missing') return placeForMissing(item.template, item.initiative, survey, text)
  return item.type === 'reference' ? item.placeholder : (item.placeholder ?? placeToWrite(item.section, text))
}

function wordsOf(item: Incomplete, file: OpenFile): Omit<IncompletePlace, 'selection'> {
  if (item.type === 'reference') {
    const { profile } = file.document.survey
    const { title } = item.reference
    const state = title && !isPlaceholder(title.text, profile) ? 'draft' : 'placeholder'
    return { title: `[${item.reference.number}] ${titleOf(item.reference, file)}`, state }
  }
  const { title } = item.type === 'missing' ? item.template : item.section
  return {
    title: titleInLists(item.initiative ? `${item.initiative.title} › ${title}` : title),
    state: item.type === 'missing' ? 'missing' : item.section.state,
  }
}

function initiativeOf(initiative: Initiative, places: Places, file: OpenFile): OutlineInitiative {
  const { survey, text } = file.document
  return {
    number: initiative.number ?? null,
    title: titleInLists(initiative.title),
    range: toRange(file, initiative.span),
    selection: toRange(file, titleToWrite(initiative, survey, file.document.buffer)),
    ...progress(initiative),
    sections: inTemplateOrder(initiative, survey.profile).map((each) =>
      'state' in each
        ? sectionOf(each, places, file)
        : {
            kind: each.kind,
            title: each.title,
            state: 'missing',
            incomplete: true,
            range: null,
            selection: toRange(file, placeForMissing(each, initiative, survey, text)),
          },
    ),
  }
}

function sectionOf(section: Section, places: Places, file: OpenFile): OutlineSection {
  const place = places.get(section)
  return {
    kind: section.kind ?? null,
    title: titleInLists(section.title),
    state: section.state,
    incomplete: place !== undefined,
    range: toRange(file, { from: section.label.span.from, to: section.body.to }),
    selection: toRange(file, place ?? placeToWrite(section, file.document.buffer)),
  }
}

function referencesOf(places: Places, file: OpenFile): readonly OutlineReference[] {
  const counts = citationCounts(file.document.survey)
  return listedIn(file.document.survey).map((reference) => {
    const place = places.get(reference)
    return {
      number: reference.number,
      title: titleOf(reference, file),
      incomplete: place !== undefined,
      range: toRange(file, reference.span),
      selection: toRange(file, place ?? referenceToWrite(reference)),
      citations: counts.get(reference.number) ?? 0,
    }
  })
}

/** What it is called, else what stands there. */
function titleOf(reference: Reference | LinkDefinition, { document }: OpenFile): string {
  if (reference.title) return oneLine(reference.title.text)
  return oneLine(
    'body' in reference
      ? document.buffer.slice(reference.body.from, reference.body.to)
      : reference.url.text.replace(/^<|>$/gu, ''),
  )
}
