import { l10n, QuickPickItemKind } from 'vscode'
import { insertedPlace } from '../editor/inserted-place'
import { selectPlace } from '../editor/select-place'
import { showDocument } from '../editor/show-document'
import { toRange } from '../editor/to-range'
import { chooseReference, type ReferenceItem } from '../operations/choose-reference'
import { freeNumbers } from '../operations/free-numbers'
import { entryAt, referenceHere } from '../operations/reference-here'
import { withList } from '../operations/open-list'
import { runOperation } from '../operations/run-operation'
import { type Command } from '../command'
import { showSurvey } from '../survey/show-survey'

/** Before the entry of the row or the cursor, else where the author says. Its title is selected, to be written. */
export const insertReference: Command = {
  id: 'survey.insertReference',
  edits: true,
  async run(workbench, argument) {
    const shown = await showSurvey(workbench)
    if (!shown) return
    const {
      document,
      outline,
      editor: { selection },
    } = shown
    const title = l10n.t('Insert Reference')
    const { next } = freeNumbers(outline.references.map(({ number }) => number))
    // A citation says nothing about where an entry is to go: only the list does.
    const row =
      typeof argument === 'string'
        ? await referenceHere(workbench, argument, outline, document, selection.active)
        : undefined
    const entry = row ?? entryAt(outline.references, selection.active)
    const atEnd: readonly ReferenceItem[] = [
      { label: '', kind: QuickPickItemKind.Separator },
      { label: l10n.t('At the end, as [{0}]', next), number: next, alwaysShow: true },
    ]
    const done = await withList(title, async (list) => {
      const before = l10n.t('Choose the entry to insert before; it and those below it move up by one')
      const chosen = entry ?? (await chooseReference(list, outline, before, atEnd))
      if (chosen?.number === undefined) return undefined
      const choices = { number: String(chosen.number) }
      return runOperation(workbench, document, list, { title, operation: 'insert-reference', choices })
    })
    const place = done?.placeholder && insertedPlace(done.edits, done.placeholder)
    if (place) selectPlace(await showDocument(document), toRange(place))
  },
}
