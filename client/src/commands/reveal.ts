import { l10n } from 'vscode'
import { announce } from '../editor/announce'
import { goTo } from '../editor/go-to'
import { toRange } from '../editor/to-range'
import { type Command } from '../command'

/** Goes to where the author writes on at a row of the Survey view. */
export const reveal: Command = {
  id: 'survey.reveal',
  async run({ survey, view }, argument) {
    // The row may have been drawn for an earlier text.
    const here = await survey.upToDate()
    const node = typeof argument === 'string' ? view.node(argument) : undefined
    if (!here || !node) return
    await goTo(here.document, toRange(node.selection))
    const { content } = node
    if (content.type === 'section' && content.state === 'missing')
      announce(l10n.t('“{0}” is missing here.', content.title))
  },
}
