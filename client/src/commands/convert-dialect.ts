import { l10n, QuickPickItemKind, window, type QuickPickItem, type TextDocument } from 'vscode'
import { type OperationInfo } from '../../../server/src/protocol'
import { sentence } from '../operations/choose-value'
import { readable } from '../operations/readable'
import { withList } from '../operations/open-list'
import { runOperation } from '../operations/run-operation'
import { type Command } from '../command'
import { surveyHere } from '../survey/survey-here'

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
      const convert = (await workbench.server.operations(here.document)).find(({ id }) => id === 'convert')
      if (!convert) throw new Error('The server has no conversion.')
      const ways = [...(selected ? waysOfSelection(convert) : []), ...waysOf(convert)]
      const chosen = await list.choose(ways, l10n.t('Choose what to convert'))
      if (!chosen) return
      const { name, value, forSelection, description = '' } = chosen
      const choice = value ?? (await list.choose(formsOf(convert, name), description))?.value
      if (choice === undefined) return
      await runOperation(workbench, here.document, list, {
        title,
        operation: 'convert',
        choices: { [name]: choice, ...(forSelection && selected) },
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

interface Way extends QuickPickItem {
  readonly name: string
  readonly value?: string
  readonly forSelection?: true
}

const separator = (label: string): Way => ({ label, kind: QuickPickItemKind.Separator, name: '' })

/** What was pasted from elsewhere is selected, and becomes like the rest. */
function waysOfSelection({ options }: OperationInfo): readonly Way[] {
  const ways = options.flatMap(({ name, values }) =>
    menuOf(values)
      .filter(({ forSelection }) => forSelection)
      .map(({ value, label }) => ({
        label,
        detail: l10n.t('converts what you pasted from elsewhere'),
        name,
        value,
        forSelection: true as const,
      })),
  )
  return ways.length === 0 ? [] : [separator(l10n.t('The selection')), ...ways]
}

function waysOf({ options }: OperationInfo): readonly Way[] {
  return [
    separator(l10n.t('Everything')),
    ...options
      .filter(({ scope }) => scope === 'whole')
      .flatMap(({ name, values }) =>
        menuOf(values)
          .filter(({ forSelection }) => !forSelection)
          .map(({ value, label, description, summary }) => ({
            label,
            description,
            detail: sentence(readable(summary)),
            name,
            value,
          })),
      ),
    separator(l10n.t('One part')),
    ...options
      .filter(({ scope }) => scope === 'part')
      .map(({ name, title, summary }) => ({ label: title ?? sentence(name), description: summary, name })),
  ]
}

interface Form extends QuickPickItem {
  readonly value: string
}

/** Without those that leave things as they are: Escape does that. */
const formsOf = ({ options }: OperationInfo, part: string): readonly Form[] =>
  menuOf(options.find(({ name }) => name === part)?.values ?? null).map(({ value, label, description, summary }) => ({
    label,
    description: [readable(summary), ...(description === '' ? [] : [description])].join(' '),
    value,
  }))

/** The values that a menu has, with what the survey has already marked. */
const menuOf = (values: OperationInfo['options'][number]['values']) =>
  (values ?? []).flatMap(({ value, title, summary, current, forSelection }) =>
    title === null
      ? []
      : [{ value, label: title, description: current ? l10n.t('(current)') : '', summary, forSelection }],
  )
