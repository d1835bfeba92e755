import { commands, l10n, Location, type TextDocument } from 'vscode'
import { type PlanRefusal } from '../../../server/src/protocol'
import { goTo } from './go-to'
import { notice } from './notice'
import { showDocument } from './show-document'
import { toRange } from './to-range'

/**
 * Says why something is not done, with a button that goes to what is in the way. `more` are further ways out, by the words
 * of their buttons. Does not wait for an answer.
 */
export function sayRefused(
  document: TextDocument,
  { refused, ranges }: PlanRefusal,
  more: Readonly<Record<string, () => unknown>> = {},
): void {
  const show = ranges.length > 1 ? l10n.t('Show Places') : l10n.t('Show Place')
  const actions: Readonly<Record<string, () => unknown>> =
    ranges.length > 0 ? { ...more, [show]: () => showPlaces(document, ranges.map(toRange)) } : more
  notice(refused, actions, 'warning')
}

async function showPlaces(document: TextDocument, ranges: readonly ReturnType<typeof toRange>[]): Promise<void> {
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
