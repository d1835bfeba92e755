import { l10n } from 'vscode'
import { announce } from '../editor/announce'
import { selectPlace } from '../editor/select-place'
import { toRange } from '../editor/to-range'
import { stepIncomplete } from '../survey/step-incomplete'
import { type Workbench } from '../workbench'
import { sayNothingLeft } from './say-nothing-left'
import { showSurvey } from './show-survey'

/** Selects the next or previous incomplete section's placeholder, around the ends of the survey, and says which it is. */
export function goToStep(workbench: Workbench, direction: 'next' | 'previous'): Promise<void> {
  // In turn: a key pressed twice quickly must not start twice from the same place.
  return workbench.inTurn(async () => {
    const shown = await showSurvey(workbench)
    if (!shown) return
    const { editor, outline } = shown
    const { incomplete } = outline
    const index = stepIncomplete(incomplete, editor.selection, direction)
    const section = index === undefined ? undefined : incomplete[index]
    if (index === undefined || !section) {
      sayNothingLeft(outline)
      return
    }
    selectPlace(editor, toRange(section.selection))
    announce(l10n.t('Incomplete {0} of {1}: {2}', index + 1, incomplete.length, section.title))
  })
}
