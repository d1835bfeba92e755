import { l10n, window, workspace } from 'vscode'
import { type Command } from '../command'
import { surveyHere } from '../survey/survey-here'
import { sayStale } from '../editor/say-stale'

/** Of the matrix that the author is in, else of the survey: as a new document, to be saved wherever it belongs. */
export const exportMatrix: Command = {
  id: 'survey.exportMatrix',
  async run(workbench) {
    const { server, matrices } = workbench
    const document = matrices.active ?? (await surveyHere(workbench, { changes: false }))?.document
    if (!document) return
    const formats = (await server.matrixFormats()).map((format) => ({ label: format.title, format }))
    const chosen = await window.showQuickPick(formats, {
      title: l10n.t('Export Matrix'),
      placeHolder: l10n.t('As what?'),
    })
    if (!chosen) return
    const { id, language } = chosen.format
    // As on the command line in the folder of the workspace.
    const content = await server.exportMatrix(document, id, workspace.asRelativePath(document.uri, false))
    if (content === null) return sayStale()
    await window.showTextDocument(await workspace.openTextDocument({ content, language }), { preview: false })
  },
}
