import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { until } from './editor'

/**
 * Runs a command and chooses from its lists, one after the other, by how a label begins: no command of VS Code tells which list
 * is open. Resolves to the labels that were offered in each, once all of them were answered.
 */
export async function choosing(
  command: string,
  ...labels: readonly string[]
): Promise<{ readonly offered: readonly (readonly string[])[]; readonly end: Promise<unknown> }> {
  const { window } = vscode
  const { showQuickPick, createQuickPick } = window
  const offered: string[][] = []
  let open: vscode.QuickPick<vscode.QuickPickItem> | undefined
  let ended = false
  const wanted = (items: readonly vscode.QuickPickItem[]): vscode.QuickPickItem | undefined =>
    items.find(({ label }) => label.startsWith(labels[offered.length] ?? '\0'))
  const choose = async (
    given: readonly vscode.QuickPickItem[] | Thenable<readonly vscode.QuickPickItem[]>,
  ): Promise<vscode.QuickPickItem> => {
    const items = await given
    const item = wanted(items)
    assert.ok(item, `${labels[offered.length]} is offered, among ${JSON.stringify(items.map(({ label }) => label))}`)
    offered.push(items.map(({ label }) => label))
    return item
  }
  Object.assign(window, { showQuickPick: choose, createQuickPick: () => (open = createQuickPick()) })
  try {
    const end = Promise.resolve(vscode.commands.executeCommand(command)).finally(() => (ended = true))
    for (let index = 0; index < labels.length; index++) {
      await until(`${labels[index]} to be offered by ${command}`, () => {
        assert.ok(offered.length > index || !ended, `${command} asks ${labels.length} times`)
        return offered.length > index || (open && wanted(open.items) !== undefined)
      })
      const item = offered.length > index ? undefined : open && wanted(open.items)
      if (!open || !item) continue
      offered.push(open.items.map(({ label }) => label))
      await activate(open, item)
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem')
    }
    return { offered, end }
  } finally {
    Object.assign(window, { showQuickPick, createQuickPick })
  }
}

/** Highlights an item, and waits until VS Code says that it is. */
async function activate(pick: vscode.QuickPick<vscode.QuickPickItem>, item: vscode.QuickPickItem): Promise<void> {
  // It highlights the first by itself once the list is shown; before that it would take away what we highlight.
  await until('the list', () => pick.activeItems.some((active) => pick.items.includes(active)))
  if (pick.activeItems[0] === item) return
  await new Promise<void>((resolve) => {
    const listening = pick.onDidChangeActive(([active]) => {
      if (active !== item) return
      listening.dispose()
      resolve()
    })
    pick.activeItems = [item]
  })
}
