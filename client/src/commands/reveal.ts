import { goTo } from '../editor/go-to'
import { toRange } from '../editor/to-range'
import { type Command } from './command'

/** Goes to the place of a row in the Survey view. */
export const reveal: Command = {
  id: 'survey.reveal',
  async run({ survey, view }, argument) {
    // The row may have been drawn for an earlier text.
    const here = await survey.upToDate()
    const node = typeof argument === 'string' ? view.node(argument) : undefined
    if (here && node) await goTo(here.document, toRange(node.selection))
  },
}
