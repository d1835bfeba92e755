import {
  addressOf,
  createListed,
  hostOf,
  isRefusal,
  referenceNumbered,
  suggestCitables,
  type FoundSource,
  type Reference,
} from '../core'
import { citablesRequest, type Citable } from '../protocol'
import { citableId } from './shared/citableId'
import { toOffset } from './shared/convert'
import { feature, type SurveyFile } from './feature'
import { toRefusal } from './shared/refusal'
import { shown, shownList, shownTitle } from './shared/shown'
import { surveyAt } from './shared/surveyAt'

/** What may be cited at a place, for the client's picker. */
export const citables = feature(citablesRequest, {}, (session, { uri, version, position, typed }) => {
  const file = surveyAt(session, { uri, version })
  if (!file) return null
  const found = suggestCitables(file.document, toOffset(file, position), typed)
  if (isRefusal(found)) return toRefusal(file, found)
  const listed = createListed(file.document)
  const sources = session
    .sources(uri, typed, MOST_SOURCES_LISTED)
    .map((each) => ({ ...each, number: listed(each.source) }))
  const numbers = new Set([...found.map(({ number }) => number), ...sources.flatMap(({ number }) => number ?? [])])
  const references = [...numbers].flatMap(
    (number) => found.find((each) => each.number === number) ?? referenceNumbered(file.survey, number) ?? [],
  )
  return [
    ...references.map((reference) => ofReference(file, reference)),
    ...sources.filter(({ number }) => number === undefined).map(ofSource),
  ]
})

/** Of sources from elsewhere: typing narrows them. */
const MOST_SOURCES_LISTED = 50

function ofReference(file: SurveyFile, reference: Reference): Citable {
  const { number, authors, url, accessedOn, accessed } = reference
  return {
    id: citableId(number),
    number,
    title: shownTitle(file, reference),
    detail: shownList([authors?.text, url && hostOf(url.text), accessedOn ?? accessed?.text]),
    from: null,
  }
}

function ofSource({ source, from }: FoundSource): Citable {
  const address = addressOf(source)
  return {
    id: citableId(source),
    number: null,
    title: shown(source.title ?? address) || 'Untitled',
    detail: shownList([source.authors, source.year, address && hostOf(address)]),
    from,
  }
}
