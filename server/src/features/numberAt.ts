import { numberWritten, referenceNumberAt } from '../core'
import { numberAtRequest } from '../protocol'
import { toOffset, toRange } from './shared/convert'
import { feature } from './feature'
import { surveyAt } from './shared/surveyAt'

/** Which reference's number is at a place, and its digits there: for a client that asks the author something about it first. */
export const numberAt = feature(numberAtRequest, {}, (session, { uri, version, position, typed }) => {
  const file = surveyAt(session, { uri, version })
  const found = file && referenceNumberAt(file.survey, toOffset(file, position))
  return found
    ? {
        number: found.number,
        range: toRange(file, found.span),
        typed: (typed === undefined ? undefined : numberWritten(typed)) ?? null,
      }
    : null
})
