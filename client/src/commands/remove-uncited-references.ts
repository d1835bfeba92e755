import { l10n, window } from 'vscode'
import { announce } from '../editor/announce'
import { sayRefused } from '../editor/say-refused'
import { sayStale } from '../editor/say-stale'
import { isRefusal } from '../operations/is-refusal'
import { withList } from '../operations/open-list'
import { runOperation } from '../operations/run-operation'
import { type Command } from '../command'
import { surveyHere } from '../survey/survey-here'

/** All of them are ticked; who unticks one keeps it. */
export const removeUncitedReferences: Command = {
  id: 'survey.removeUncitedReferences',
  edits: true,
  async run(workbench) {
    const here = await surveyHere(workbench)
    if (!here) return
    const { document } = here
    const operation = 'remove-uncited-references'
    const answer = await workbench.server.plan(document, operation, {})
    if (!answer) return sayStale()
    if (isRefusal(answer)) return sayRefused(document, answer)
    const uncited = answer.changes.filter(({ after }) => after === 'removed')
    if (uncited.length === 0) return announce(l10n.t('Every reference is cited.'))
    const rows = uncited.map(({ before, subject }) => ({
      label: `${before} ${subject}`,
      number: before.replace(/\D/gu, ''),
      picked: true,
    }))
    const title = l10n.t('Remove All Uncited References')
    const chosen = await window.showQuickPick(rows, {
      title,
      canPickMany: true,
      placeHolder: l10n.t('Untick what is to stay, then press Enter'),
    })
    if (!chosen) return
    if (chosen.length === 0) return announce(l10n.t('No reference was removed.'))
    const keep = rows.filter((row) => !chosen.includes(row)).map(({ number }) => number)
    await withList(title, (list) =>
      runOperation(workbench, document, list, {
        title,
        operation,
        choices: keep.length > 0 ? { keep: keep.join(',') } : {},
      }),
    )
  },
}
