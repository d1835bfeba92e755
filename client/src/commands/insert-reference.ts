import { l10n, QuickPickItemKind } from 'vscode'
import { chooseReference, type ReferenceItem } from '../operations/choose-reference'
import { entryAt, referenceHere } from '../operations/reference-here'
import { runOperation } from '../operations/run-operation'
import { type Command } from './command'
import { showSurvey } from './show-survey'

/** Before the entry of the row or the cursor, else where the author says. */
export const insertReference: Command = {
  id: 'survey.insertReference',
  async run(workbench, argument) {
    const shown = await showSurvey(workbench)
    if (!shown) return
    const { document, outline, editor: { selection } } = shown
    const title = l10n.t('Insert Reference')
    const next = 1 + outline.references.reduce((highest, { number }) => Math.max(highest, number), 0)
    // A citation says nothing about where an entry is to go: only the list does.
    const row = typeof argument === 'string' ? referenceHere(workbench, argument, outline, document, selection.active) : undefined
    const entry = row ?? entryAt(outline.references, selection.active)
    const atEnd: readonly ReferenceItem[] = [{ label: '', kind: QuickPickItemKind.Separator }, { label: l10n.t('At the end, as [{0}]', next), alwaysShow: true }]
    const chosen = entry ? { reference: entry } : await chooseReference(outline, title, l10n.t('Before which? It gets that number; those from there on move up by one.'), atEnd)
    if (!chosen) return
    const number = chosen.reference?.number ?? next
    await runOperation(workbench, document, { title, operation: 'insert-reference', choices: { number: String(number) } })
  },
}
