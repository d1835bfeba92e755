import { l10n, window, type QuickPick, type QuickPickItem } from 'vscode'

/** A list that stays open from one question to the next, and while what it is to show is worked out. */
export interface OpenList {
  readonly pick: QuickPick<QuickPickItem>
  /** Whether the author has closed it. */
  readonly isClosed: boolean
  /** What the author takes; undefined after Escape. */
  choose<Item extends QuickPickItem>(items: readonly Item[], placeholder: string): Promise<Item | undefined>
}

/**
 * Opens a list for the questions of an operation, and closes it when `work` has ended. It is there from the first moment on: a key
 * that is pressed while the server works goes to the list, and not into the text.
 */
export async function withList<Result>(title: string, work: (list: OpenList) => Promise<Result>): Promise<Result> {
  const pick = window.createQuickPick()
  let isClosed = false
  const closing = pick.onDidHide(() => (isClosed = true))
  const wait = () => {
    pick.busy = true
    pick.placeholder = l10n.t('Reading the survey …')
  }
  pick.title = title
  pick.matchOnDescription = true
  pick.matchOnDetail = true
  wait()
  pick.show()
  try {
    return await work({
      pick,
      get isClosed() {
        return isClosed
      },
      async choose<Item extends QuickPickItem>(items: readonly Item[], placeholder: string) {
        if (isClosed) return undefined
        pick.busy = false
        pick.placeholder = placeholder
        pick.items = items
        const chosen = await taken(pick)
        if (!chosen) return undefined
        wait()
        pick.items = []
        return chosen as Item
      },
    })
  } finally {
    closing.dispose()
    pick.dispose()
  }
}

async function taken(pick: QuickPick<QuickPickItem>): Promise<QuickPickItem | undefined> {
  const listening: { dispose(): unknown }[] = []
  try {
    return await new Promise((resolve) => {
      listening.push(
        pick.onDidAccept(() => {
          const [item] = pick.activeItems
          if (!item) return
          // What was typed to find it goes, at once; otherwise it is left alone, as the author may be typing on already.
          if (pick.value !== '') pick.value = ''
          resolve(item)
        }),
        pick.onDidHide(() => resolve(undefined)),
      )
    })
  } finally {
    for (const each of listening) each.dispose()
  }
}
