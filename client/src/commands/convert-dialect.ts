import { l10n, QuickPickItemKind, window, type QuickPickItem } from 'vscode'
import { type OperationInfo } from '../../../server/src/protocol'
import { sentence } from '../operations/choose-value'
import { readable } from '../operations/readable'
import { runOperation } from '../operations/run-operation'
import { type Command } from './command'
import { surveyHere } from './survey-here'

/** A whole way of writing, or one part of it: what is not chosen stays as it is. */
export const convertDialect: Command = {
  id: 'survey.convertDialect',
  async run(workbench) {
    const here = await surveyHere(workbench)
    if (!here) return
    const title = l10n.t('Convert Dialect')
    const convert = (await workbench.server.operations()).find(({ id }) => id === 'convert')
    if (!convert) throw new Error('The server has no conversion.')
    const chosen = await window.showQuickPick(waysOf(convert), { title, placeHolder: l10n.t('What to convert to'), matchOnDescription: true, matchOnDetail: true })
    if (!chosen) return
    const { name, value } = chosen
    const choice = value ?? (await window.showQuickPick(formsOf(convert, name), { title, placeHolder: chosen.description ?? '', matchOnDescription: true }))?.value
    if (choice === undefined) return
    await runOperation(workbench, here.document, { title, operation: 'convert', choices: { [name]: choice } })
  },
}

interface Way extends QuickPickItem {
  readonly name: string
  readonly value?: string
}

function waysOf({ options }: OperationInfo): readonly Way[] {
  const whole = options.find(({ name }) => name === 'to')?.values ?? []
  const parts = options.filter(({ name }) => PARTS.includes(name))
  return [
    { label: l10n.t('Everything'), kind: QuickPickItemKind.Separator, name: '' },
    // The others of its values are for what stands beside them on a command line.
    ...whole.filter(({ value }) => WHOLE.includes(value)).map(({ value, summary }) => ({ label: sentence(value), detail: sentence(readable(summary)), name: 'to', value })),
    { label: l10n.t('One thing'), kind: QuickPickItemKind.Separator, name: '' },
    ...parts.map(({ name, summary }) => ({ label: sentence(name), description: summary, name })),
  ]
}

const WHOLE = ['seed', 'published']
const PARTS = ['labels', 'citations', 'references', 'definitions', 'dates']

interface Form extends QuickPickItem {
  readonly value: string
}

/** Without those that leave things as they are: Escape does that. */
function formsOf({ options }: OperationInfo, part: string): readonly Form[] {
  const values = options.find(({ name }) => name === part)?.values ?? []
  return values.filter(({ value }) => value !== 'default' && value !== 'keep').map(({ value, summary }) => ({ label: sentence(value), description: readable(summary), value }))
}
