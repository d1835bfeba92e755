import { l10n, Range, workspace } from 'vscode'
import { type Command } from '../command'
import { goTo } from '../editor/go-to'
import { notice } from '../editor/notice'

/** From a text that is read across to the same place in the survey. */
export const editHere: Command = {
  id: 'survey.editHere',
  async run({ across }) {
    const source = across.source()
    if (!source) {
      notice(l10n.t('Put the cursor below an initiative, to edit that in the survey.'))
      return
    }
    await goTo(await workspace.openTextDocument(source.survey), new Range(source.position, source.position))
  },
}
