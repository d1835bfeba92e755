import { commands, l10n, Location, type TextDocument } from 'vscode'
import { type PlanRefusal } from '../../../server/src/protocol'
import { goTo } from './go-to'
import { notice } from './notice'
import { showDocument } from './show-document'
import { toRange } from './to-range'

/** Says why something is not done, with a button that goes to what is in the way. Does not wait for an answer. */
export function sayRefused(document: TextDocument, refusal: PlanRefusal): void {
  const { refused, ranges } = refusal
  notice(refused, ranges.length > 0 ? { [wordsToShow(refusal)]: () => showPlaces(document, refusal) } : {}, 'warning')
}

export const wordsToShow = ({ ranges }: PlanRefusal): string =>
  ranges.length > 1 ? l10n.t('Show Places') : l10n.t('Show Place')

/** Goes to what is in the way. */
export async function showPlaces(document: TextDocument, refusal: PlanRefusal): Promise<void> {
  const ranges = refusal.ranges.map(toRange)
  const [first] = ranges
  if (!first) return
  if (ranges.length === 1) {
    await goTo(document, first)
    return
  }
  await showDocument(document)
  await commands.executeCommand(
    'editor.action.peekLocations',
    document.uri,
    first.start,
    ranges.map((range) => new Location(document.uri, range)),
    'peek',
  )
}
