import { isRefusal, operations, type Choices, type Operation } from '../core'
import { planRequest, type PlanAnswer } from '../protocol'
import { toRange, toTextEdits } from './shared/convert'
import { feature } from './feature'
import { toRefusal } from './shared/refusal'
import { surveyAt } from './shared/surveyAt'

/** What an operation would do to a survey, to be shown before it is done. */
export const plan = feature(planRequest, {}, (session, { uri, version, operation: id, choices }): PlanAnswer | null => {
  const file = surveyAt(session, { uri, version })
  if (!file) return null
  const operation = operations.find((each) => each.id === id)
  if (!operation)
    return {
      refused: `There is no operation ${shown(id)}. There are ${operations.map((each) => each.id).join(', ')}.`,
      ranges: [],
    }
  if (!isChoices(choices)) return { refused: 'What was chosen must be words by the names of options.', ranges: [] }
  const outcome = operation.plan(file.document, { ...daysOf(operation, session.today()), ...choices })
  if (isRefusal(outcome)) return toRefusal(file, outcome)
  const { edits, changes, losses, notes = [], alternatives = [], placeholder = null } = outcome
  return {
    version,
    edits: toTextEdits(file, edits),
    changes: changes.map(({ subject, before, after, span, places = 1 }) => ({
      subject,
      before,
      after,
      range: toRange(file, span),
      places,
    })),
    losses,
    notes,
    alternatives,
    placeholder,
  }
})

/** A day that the client says nothing of is today; an empty one stays open. */
const daysOf = ({ options }: Operation, today: string): Choices =>
  Object.fromEntries(options.filter(({ form }) => form === 'day').map(({ name }) => [name, today]))

const isChoices = (choices: unknown): choices is Choices =>
  typeof choices === 'object' &&
  choices !== null &&
  !Array.isArray(choices) &&
  Object.values(choices).every((value) => typeof value === 'string')

/** What a client sent may be anything, of any length. */
const shown = (id: unknown): string => (typeof id === 'string' && id.length <= 50 ? `“${id}”` : 'of that name')
