import { window, type QuickPickItem } from 'vscode'
import { type Workbench } from '../workbench'

/** Lets the author choose a value for an option of an operation, as the server names them. Undefined after Escape. */
export async function chooseValue(
  { server }: Workbench,
  operation: string,
  option: string,
  title: string,
): Promise<string | undefined> {
  const { summary = '', values } =
    (await server.operations()).find(({ id }) => id === operation)?.options.find(({ name }) => name === option) ?? {}
  if (!values) throw new Error(`The server has no choice of ${option} for ${operation}.`)
  const chosen = await window.showQuickPick(values.map(valueItem), {
    title,
    placeHolder: summary,
    matchOnDescription: true,
  })
  return chosen?.value
}

export interface ValueItem extends QuickPickItem {
  readonly value: string
}

/** A summary begins with what it comes to; the rest goes beside it. */
function valueItem({ value, summary }: { readonly value: string; readonly summary: string }): ValueItem {
  const [label = '', ...rest] = summary.split('; ')
  return { label: sentence(label), description: rest.join('; '), value }
}

export const sentence = (text: string): string => text.slice(0, 1).toLocaleUpperCase() + text.slice(1)
