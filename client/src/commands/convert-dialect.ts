import { l10n, QuickPickItemKind, window, type QuickPickItem, type TextDocument } from 'vscode'
import { type OperationInfo } from '../../../server/src/protocol'
import { sentence } from '../operations/choose-value'
import { readable } from '../operations/readable'
import { withList } from '../operations/open-list'
import { runOperation } from '../operations/run-operation'
import { type Command } from './command'
import { surveyHere } from './survey-here'

/** A whole way of writing, or one part of it: what is not chosen stays as it is. */
export const convertDialect: Command = {
  id: 'survey.convertDialect',
  edits: true,
  async run(workbench) {
    const here = await surveyHere(workbench)
    if (!here) return
    const title = l10n.t('Convert Dialect')
    const selected = selectionOf(here.document)
    await withList(title, async (list) => {
      const convert = (await workbench.server.operations()).find(({ id }) => id === 'convert')
      if (!convert) throw new Error('The server has no conversion.')
      const ways = [...(selected ? waysOfSelection(convert) : []), ...waysOf(convert)]
      const chosen = await list.choose(ways, l10n.t('What to convert to'))
      if (!chosen) return
      const { name, value, description = '' } = chosen
      const choice = value ?? (await list.choose(formsOf(convert, name), description))?.value
      if (choice === undefined) return
      await runOperation(workbench, here.document, list, {
        title,
        operation: 'convert',
        choices: { [name]: choice, ...(choice === OWN && selected) },
      })
    })
  },
}

/** What is selected, as offsets, which client and server count alike. */
function selectionOf(document: TextDocument): Readonly<Record<'start' | 'end', string>> | undefined {
  const { document: shown, selection } = window.activeTextEditor ?? {}
  if (!selection || selection.isEmpty || shown !== document) return undefined
  return { start: String(document.offsetAt(selection.start)), end: String(document.offsetAt(selection.end)) }
}

/** What was pasted from elsewhere is selected, and becomes like the rest. */
function waysOfSelection({ options }: OperationInfo): readonly Way[] {
  const own = options.find(({ name }) => name === 'to')?.values?.find(({ value }) => value === OWN)
  if (!own) return []
  return [
    { label: l10n.t('The selection'), kind: QuickPickItemKind.Separator, name: '' },
    {
      label: l10n.t('Like the rest of the file'),
      detail: l10n.t('for what was pasted from elsewhere'),
      name: 'to',
      value: OWN,
    },
  ]
}

const OWN = 'own'

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
    ...whole
      .filter(({ value }) => WHOLE.includes(value))
      .map(({ value, summary }) => ({
        label: sentence(value),
        detail: sentence(readable(summary)),
        name: 'to',
        value,
      })),
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
  return values
    .filter(({ value }) => value !== 'default' && value !== 'keep')
    .map(({ value, summary }) => ({ label: sentence(value), description: readable(summary), value }))
}
