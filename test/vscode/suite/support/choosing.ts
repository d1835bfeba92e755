import assert from 'node:assert/strict'
import * as vscode from 'vscode'

/**
 * Runs a command and chooses from its lists, one after the other, by how a label begins: no command of VS Code tells which list
 * is open. Resolves to the labels that were offered in each, once all of them were answered.
 */
export async function choosing(
  command: string,
  ...labels: readonly string[]
): Promise<{ readonly offered: readonly (readonly string[])[]; readonly end: Promise<unknown> }> {
  const { window } = vscode
  const { showQuickPick } = window
  const offered: string[][] = []
  let answered = (): void => undefined
  const all = new Promise<void>((resolve) => (answered = resolve))
  const choose = async (
    given: readonly vscode.QuickPickItem[] | Thenable<readonly vscode.QuickPickItem[]>,
  ): Promise<vscode.QuickPickItem> => {
    const items = await given
    const label = labels[offered.length]
    offered.push(items.map((item) => item.label))
    const item = items.find((each) => label !== undefined && each.label.startsWith(label))
    assert.ok(item, `${label} is offered, among ${JSON.stringify(offered.at(-1))}`)
    if (offered.length === labels.length) answered()
    return item
  }
  Object.assign(window, { showQuickPick: choose })
  try {
    const end = Promise.resolve(vscode.commands.executeCommand(command))
    await Promise.race([all, end])
    assert.equal(offered.length, labels.length, `${command} asks ${labels.length} times`)
    return { offered, end }
  } finally {
    Object.assign(window, { showQuickPick })
  }
}
