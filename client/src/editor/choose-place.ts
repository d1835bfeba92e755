import {
  CancellationTokenSource,
  Disposable,
  window,
  type CancellationToken,
  type QuickPickItem,
  type Range,
  type Uri,
} from 'vscode'
import { type Previewer } from './previewer'

export interface Place {
  readonly uri: Uri
  readonly range: Range
}

/** An entry of the list; a separator has no place. */
export interface PlaceItem extends QuickPickItem {
  readonly place?: Place
}

export interface PlaceList {
  items(items: readonly PlaceItem[]): void
  /** What the box says while it is empty. */
  placeholder(text: string): void
  readonly token: CancellationToken
}

/**
 * Lets the author choose a place, seen as they move through the list. `fill` may go on for as long as the list is open: it
 * shows as busy. Resolves to the place, or to undefined after Escape, when everything looks as before.
 */
export async function choosePlace(
  placeholder: string,
  preview: Previewer,
  fill: (list: PlaceList) => Promise<void> | void,
): Promise<Place | undefined> {
  const pick = window.createQuickPick<PlaceItem>()
  const cancel = new CancellationTokenSource()
  pick.placeholder = placeholder
  pick.matchOnDescription = true
  pick.keepScrollPosition = true
  const list: PlaceList = {
    items(items) {
      const active = pick.activeItems[0]
      pick.items = items
      // A longer list must not take the author back to its top.
      if (active && items[0] !== active && items.includes(active)) pick.activeItems = [active]
    },
    placeholder: (text) => (pick.placeholder = text),
    token: cancel.token,
  }
  const chosen = new Promise<Place | undefined>((resolve) => {
    pick.onDidAccept(() => resolve(pick.activeItems[0]?.place))
    pick.onDidHide(() => resolve(undefined))
  })
  const previewing = pick.onDidChangeActive(([item]) => item?.place && preview.show(item.place.uri, item.place.range))
  pick.busy = true
  pick.show()
  let place: Place | undefined
  try {
    const filled = Promise.resolve(fill(list)).finally(() => (pick.busy = false))
    place = await Promise.race([chosen, filled.then(() => chosen)])
    return place
  } finally {
    cancel.cancel()
    Disposable.from(previewing, pick, cancel).dispose()
    await preview.end(place === undefined)
  }
}
