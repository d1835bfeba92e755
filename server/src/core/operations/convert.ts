import { changeDocument, type Document } from '../document'
import { applyEdits } from '../text/edit'
import { operation } from './choices'
import { ownChoices, readChoices, wholes } from './convert/choices'
import { converted } from './convert/conversion'
import { convertOptions } from './convert/options'
import { restored } from './convert/restored'
import { backOf, sortedParts } from './convert/sorted'
import { undefinedEntries } from './convert/undefinedEntries'
import { type Choices, type Operation } from './operation'
import { isRefusal } from '../refusal'

/**
 * From one way of writing to another, and back. What the way back would not restore to the letter is left alone, unless
 * the author says otherwise; and the result is read again before anybody sees it: it must say what the file says now.
 */
export const convert: Operation = operation({
  id: 'convert',
  title: 'Convert the Dialect',
  summary:
    'Write labels, citations, references, link definitions and dates in another way. Converting back restores every byte.',
  options: convertOptions,

  current(document) {
    const own = ownChoices(document)
    const whole = wholes.find(({ choices }) => Object.entries(choices).every(([name, value]) => own[name] === value))
    return { ...own, ...(whole && { to: whole.name }) }
  },

  plan(document, { words }) {
    if (!document.recognition.survey)
      return {
        refused:
          'This file is not a survey, so nothing was converted. If it is one, write “survey: true” in its front matter.',
      }
    const wanted = readChoices(document, words)
    if (isRefusal(wanted)) return wanted
    const conversion = converted(document, wanted)
    if (isRefusal(conversion)) return conversion
    const { edits, changes, losses } = conversion
    const back = restored(document, wanted, conversion, words)
    return {
      edits,
      changes,
      losses: [...losses.map(({ message }) => message), ...back.losses],
      notes: undefinedEntries(document, conversion.after),
      ...(back.wayBack && { wayBack: back.wayBack }),
    }
  },
})

/** The choices that lead back from what `choices` make of a document. */
export function wayBack(document: Document, choices: Choices): Choices {
  const wanted = readChoices(document, choices)
  return isRefusal(wanted) ? {} : backOf(sortedParts(document, wanted))
}

/** What is about to be pasted into a document at an offset (UTF-16), written as the document is; as it is where that fails. */
export function convertPasted(
  document: Document,
  at: number,
  pasted: string,
  choices: Choices = {},
): { readonly text: string; readonly losses: readonly string[] } {
  const text = document.text.slice(0, at) + pasted + document.text.slice(at)
  const whole = changeDocument(document, text, { from: at, to: at, inserted: pasted.length })
  const outcome = convert.plan(whole, {
    inexact: 'convert',
    ...choices,
    start: String(at),
    end: String(at + pasted.length),
  })
  if (isRefusal(outcome)) return { text: pasted, losses: [outcome.refused] }
  const result = applyEdits(text, outcome.edits)
  return { text: result.slice(at, result.length - (document.text.length - at)), losses: outcome.losses }
}
