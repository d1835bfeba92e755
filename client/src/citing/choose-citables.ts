import { CancellationTokenSource, l10n, window, type Position, type QuickPickItem, type TextDocument } from 'vscode'
import { type Citable } from '../../../server/src/protocol'
import { sayRefused } from '../editor/say-refused'
import { sayStale } from '../editor/say-stale'
import { isRefusal } from '../operations/is-refusal'
import { type Workbench } from '../workbench'

/**
 * Lets the author choose what to cite at a place, by words of its title, authors, year or host: the server finds and ranks.
 * What was chosen stays on top while they type on. Resolves to the ids in the order of choice; none after Escape.
 */
export async function chooseCitables(
  { server }: Workbench,
  document: TextDocument,
  position: Position,
): Promise<readonly string[]> {
  const pick = window.createQuickPick<CitableItem>()
  let asking = new CancellationTokenSource()
  let chosen: readonly CitableItem[] = []
  // Where several may be chosen VS Code highlights none, so that the down arrow goes to the first.
  let best: CitableItem | undefined
  const title = l10n.t('Insert Citation: Enter cites the first, arrows and Space mark several')
  pick.title = title
  pick.placeholder = l10n.t('Words of a title, an author, a year or a host')
  pick.canSelectMany = true
  // What was marked is not lost to a stray click; Escape closes.
  pick.ignoreFocusOut = true

  const show = (citables: readonly Citable[]) => {
    const kept = chosen
    const found = citables.filter(({ id }) => !kept.some((item) => item.id === id)).map(citableItem)
    pick.items = [...kept, ...found]
    pick.selectedItems = kept
    best = found[0]
    pick.title = pick.items.length > 0 ? title : l10n.t('Insert Citation: nothing has these words')
    pick.show()
  }
  /** Whether there is something to choose from; where not, the author knows why. An answer that came too late is as good. */
  const fill = async (): Promise<boolean> => {
    asking.cancel()
    asking.dispose()
    const { token } = (asking = new CancellationTokenSource())
    pick.busy = true
    try {
      const answer = await server.citables(document, position, pick.value, token)
      if (token.isCancellationRequested) return true
      pick.busy = false
      if (!answer) sayStale()
      else if (isRefusal(answer)) sayRefused(document, answer)
      else show(answer)
      return answer !== null && !isRefusal(answer)
    } catch (error) {
      if (token.isCancellationRequested) return true
      throw error
    }
  }

  try {
    return await new Promise<readonly string[]>((resolve, reject) => {
      const refill = () => void fill().then((open) => open || resolve([]), reject)
      pick.onDidChangeValue(refill)
      pick.onDidChangeSelection((selected) => {
        chosen = [
          ...chosen.filter((item) => selected.includes(item)),
          ...selected.filter((item) => !chosen.includes(item)),
        ]
      })
      pick.onDidAccept(() => {
        const one = pick.activeItems[0] ?? best
        resolve((chosen.length > 0 || !one ? chosen : [one]).map(({ id }) => id))
      })
      pick.onDidHide(() => resolve([]))
      refill()
    })
  } finally {
    asking.cancel()
    asking.dispose()
    pick.dispose()
  }
}

interface CitableItem extends QuickPickItem {
  readonly id: string
}

/**
 * VS Code filters and sorts by the label alone: with the words elsewhere, the server's order stays, and so does what it found
 * by a misspelt word.
 */
function citableItem({ id, number, title, detail, from }: Citable): CitableItem {
  const source = from === null ? '' : l10n.t('from {0}', from)
  return {
    id,
    label: number === null ? '$(add)' : `[${number}]`,
    description: title,
    detail: [detail, source].filter(Boolean).join(' · '),
    alwaysShow: true,
  }
}
