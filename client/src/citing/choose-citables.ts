import {
  CancellationTokenSource,
  commands,
  l10n,
  QuickPickItemKind,
  window,
  type Position,
  type QuickPickItem,
  type TextDocument,
} from 'vscode'
import { type Citable } from '../../../server/src/protocol'
import { sayRefused } from '../editor/say-refused'
import { sayStale } from '../editor/say-stale'
import { isRefusal } from '../operations/is-refusal'
import { type Workbench } from '../workbench'

/**
 * Lets the author choose what to cite at a place, by words of its title, authors, year or host: the server finds and ranks.
 * The best for what is typed stands first, and what is marked and not found by it below. Resolves to the ids in the order in
 * which they were first marked; none after Escape.
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
  pick.placeholder = l10n.t('Type words of a title, an author, a year or a host')
  pick.canSelectMany = true
  // What was marked is not lost to a stray click; Escape closes.
  pick.ignoreFocusOut = true

  /** Whether an arrow key has been pressed since the last letter: then Space marks, and is no letter. */
  let inRows = false
  const tell = (to: boolean | undefined) => {
    inRows = to === true
    void commands.executeCommand('setContext', 'survey.citing', to === undefined ? undefined : to ? 'rows' : 'words')
  }

  /** What was ever marked, in that order: VS Code tells of marks one by one, in the order of its rows. */
  const order: CitableItem[] = []
  const choose = (items: readonly CitableItem[]) => {
    order.push(...items.filter((item) => !order.includes(item)))
    chosen = order.filter((item) => items.includes(item))
    entitle()
  }
  const show = (citables: readonly Citable[]) => {
    const found = citables.map((citable) => chosen.find(({ id }) => id === citable.id) ?? citableItem(citable))
    const others = chosen.filter((item) => !found.includes(item))
    const marked = { id: '', label: l10n.t('Marked'), kind: QuickPickItemKind.Separator }
    const kept = chosen
    pick.items = others.length > 0 ? [...found, marked, ...others] : found
    pick.selectedItems = kept
    best = found[0]
    // VS Code keeps the highlight where it was; after a letter the arrow key begins at the best.
    if (!inRows) pick.activeItems = []
    entitle()
    pick.show()
  }
  const entitle = () => {
    pick.title =
      chosen.length > 0
        ? l10n.t('Insert Citation: Enter cites the {0} marked', chosen.length)
        : best
          ? l10n.t('Insert Citation: Enter cites the first, arrows and Space mark several')
          : l10n.t('Insert Citation: nothing found')
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
      let asked = ''
      pick.onDidChangeValue((value) => {
        const [row] = pick.activeItems
        // The key may be quicker than what VS Code is told about it: then Space came as a letter.
        if (inRows && row && value === `${asked} `) {
          pick.value = asked
          choose(chosen.includes(row) ? chosen.filter((item) => item !== row) : [...chosen, row])
          pick.selectedItems = chosen
          return
        }
        asked = value
        tell(false)
        // At once, not only with the answer: an arrow key may be quicker than that.
        pick.activeItems = []
        refill()
      })
      pick.onDidChangeActive(([item]) => {
        if (item) tell(true)
        // A list that came after the arrow key took the highlight away.
        else if (inRows && best) pick.activeItems = [best]
      })
      pick.onDidChangeSelection((selected) => {
        choose(selected)
      })
      pick.onDidAccept(() => {
        const one = pick.activeItems[0] ?? best
        resolve((chosen.length > 0 || !one ? chosen : [one]).map(({ id }) => id))
      })
      pick.onDidHide(() => resolve([]))
      tell(false)
      refill()
    })
  } finally {
    tell(undefined)
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
