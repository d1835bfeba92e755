import { changeDocument, openDocument, type Document } from '../document'
import type { Hints } from '../survey/detect'
import { changeBetween } from '../text/change'
import { surveyState, type SurveyState } from './surveyState'

/** What a revision says, by the name of its content and its text. */
export type ReadState = (content: string, text: string) => SurveyState

/** Reads one revision after the other: what is as in the one before is not read again, nor is a content that was read. */
export function createStateReader(hints: Hints): ReadState {
  const known = new Map<string, SurveyState>()
  const words = new Map<string, number>()
  let last: Document | undefined
  return (content, text) => {
    const found = known.get(content)
    if (found) return found
    last = last ? changeDocument(last, text, changeBetween(last.text, text)) : openDocument(text, hints)
    const state = surveyState(last, words)
    known.set(content, state)
    return state
  }
}
