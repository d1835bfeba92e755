import { l10n } from 'vscode'
import { type IncompletePlace } from '../../../server/src/protocol'
import { announce } from '../editor/announce'
import { selectPlace } from '../editor/select-place'
import { toRange } from '../editor/to-range'
import { samePlace } from './same-place'
import { stepIncomplete } from './step-incomplete'
import { type Workbench } from '../workbench'
import { sayNothingLeft } from './say-nothing-left'
import { showSurvey } from '../survey/show-survey'

/** Goes to the next or previous place to write, a placeholder selected, around the ends of the survey, and says which it is. */
export function goToStep(workbench: Workbench, direction: 'next' | 'previous'): Promise<void> {
  // In turn: a key pressed twice quickly must not start twice from the same place.
  return workbench.inTurn(async () => {
    const shown = await showSurvey(workbench, { changes: false })
    if (!shown) return
    const { editor, outline } = shown
    const { incomplete } = outline
    const index = stepIncomplete(incomplete, editor.selection, direction)
    const place = index === undefined ? undefined : incomplete[index]
    if (index === undefined || !place) {
      sayNothingLeft()
      return
    }
    selectPlace(editor, toRange(place.selection))
    announce(whichOf(incomplete, index))
  })
}

function whichOf(incomplete: readonly IncompletePlace[], index: number): string {
  const { first, last } = samePlace(incomplete, index)
  const { title = '', state = 'missing' } = incomplete[first] ?? {}
  const words = state === 'missing' ? l10n.t('{0} (missing)', title) : title
  return first === last
    ? l10n.t('Incomplete {0} of {1}: {2}', first + 1, incomplete.length, words)
    : l10n.t('Incomplete {0}–{1} of {2}: {3} and {4} more', first + 1, last + 1, incomplete.length, words, last - first)
}
