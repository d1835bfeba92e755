import {
  DocumentDropOrPasteEditKind,
  DocumentPasteEdit,
  l10n,
  languages,
  type Disposable,
  type DocumentPasteEditProvider,
} from 'vscode'
import { type PasteAnswer } from '../../../server/src/protocol'
import { toRange } from '../editor/to-range'
import { workspaceEdit } from '../editor/workspace-edit'
import { type Server } from '../language/server'
import { surveySelector } from '../language/selector'
import { isRefusal } from '../operations/is-refusal'

/**
 * Offers to cite what is pasted into a survey, where it names a source. Plain text stays what a paste does, unless the author
 * says otherwise: `"editor.pasteAs.preferences": ["survey.citation"]`.
 */
export function offerPasting(server: Server): Disposable {
  const kind = DocumentDropOrPasteEditKind.Empty.append('survey', 'citation')
  const provider: DocumentPasteEditProvider = {
    async provideDocumentPasteEdits(document, ranges, transfer, { only }, token) {
      if (only && !only.contains(kind)) return []
      const range = ranges[0]
      const text = await transfer.get('text/plain')?.asString()
      if (!range || !text || token.isCancellationRequested || server.state !== 'running') return []
      const answer = await server.paste(document, range, text, token)
      if (!answer || isRefusal(answer) || answer.version !== document.version) return []
      const edit = new DocumentPasteEdit('', titleOf(answer), kind)
      const here = answer.edits.find((each) => toRange(each.range).isEqual(range))
      // What VS Code inserts itself goes to every cursor; where the citation goes elsewhere, into a group beside the cursor, it must not.
      if (here) edit.insertText = here.newText
      edit.additionalEdit = workspaceEdit(document, { ...answer, edits: answer.edits.filter((each) => each !== here) })
      // Of every kind of text and link: a paste must not change an address unasked.
      edit.yieldTo = [
        DocumentDropOrPasteEditKind.Text,
        DocumentDropOrPasteEditKind.Empty.append('uri'),
        DocumentDropOrPasteEditKind.Empty.append('markdown'),
      ]
      return [edit]
    },
  }
  return languages.registerDocumentPasteEditProvider([...surveySelector()], provider, {
    providedPasteEditKinds: [kind],
    pasteMimeTypes: ['text/plain'],
  })
}

function titleOf({ numbers, known }: PasteAnswer): string {
  const listed = numbers.map((number) => `[${number}]`).join(', ')
  return known === numbers.length ? l10n.t('Cite {0}', listed) : l10n.t('Cite as {0} and Add to References', listed)
}
