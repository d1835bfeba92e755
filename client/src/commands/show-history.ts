import { l10n, ProgressLocation, window, workspace } from 'vscode'
import { type Command } from '../command'
import { fileName } from '../editor/file-name'
import { notice } from '../editor/notice'
import { surveyHere } from '../survey/survey-here'
import { showHistoryPanel } from '../views/history-panel'

export const showHistory: Command = {
  id: 'survey.showHistory',
  async run(workbench) {
    const here = await surveyHere(workbench, { changes: false })
    if (!here) return
    const { document } = here
    const name = fileName(document)
    if (!workspace.isTrusted) {
      notice(l10n.t('Trust this workspace to see the history of {0}: git is not run in Restricted Mode.', name))
      return
    }
    const title = l10n.t('Reading the history of {0} …', name)
    const answer = await window.withProgress({ location: ProgressLocation.Window, title }, () =>
      workbench.server.history(document),
    )
    if (!answer) throw new Error('The server has no history.')
    if ('refused' in answer) notice(l10n.t('{0} {1}.', name, answer.refused), {}, 'warning')
    else showHistoryPanel(document.uri, name, answer)
  },
}
