import { l10n, QuickPickItemKind, type TextDocument } from 'vscode'
import { type IncompletePlace } from '../../../server/src/protocol'
import { goTo } from '../editor/go-to'
import { previewer } from '../editor/previewer'
import { showDocument } from '../editor/show-document'
import { toRange } from '../editor/to-range'
import { nearestFirst } from '../incomplete/nearest-first'
import { stateWords } from '../views/state-words'
import { type Command } from '../command'
import { choosePlace, type PlaceItem } from '../editor/choose-place'
import { sayNothingLeft } from '../incomplete/say-nothing-left'
import { surveyHere } from '../survey/survey-here'

export const goToIncomplete: Command = {
  id: 'survey.goToIncomplete',
  async run(workbench) {
    const here = await surveyHere(workbench, { changes: false })
    if (!here) return
    const { document, outline } = here
    if (outline.incomplete.length === 0) {
      sayNothingLeft()
      return
    }
    const editor = await showDocument(document)
    const { after, before } = nearestFirst(outline.incomplete, editor.selection.active)
    const place = await choosePlace(l10n.t('Go to an incomplete section or reference'), previewer(), ({ items }) => {
      items([
        ...after.map((section) => itemOf(document, section)),
        ...separator(before),
        ...before.map((section) => itemOf(document, section)),
      ])
    })
    if (place) await goTo(document, place.range)
  },
}

function itemOf(document: TextDocument, { title, state, selection }: IncompletePlace): PlaceItem {
  const line = l10n.t('line {0}', selection.start.line + 1)
  return {
    label: title,
    description: `${stateWords(state)}, ${line}`,
    place: { uri: document.uri, range: toRange(selection) },
  }
}

function separator(before: readonly IncompletePlace[]): readonly PlaceItem[] {
  return before.length > 0 ? [{ label: l10n.t('Before the cursor'), kind: QuickPickItemKind.Separator }] : []
}
