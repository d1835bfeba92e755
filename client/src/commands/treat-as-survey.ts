import { l10n, Range, window, workspace, WorkspaceEdit, type QuickPickItem, type TextDocument } from 'vscode'
import { type Command } from '../command'
import { changeText } from '../editor/change-text'
import { fileName } from '../editor/file-name'
import { notice } from '../editor/notice'
import { refuseReadOnly } from '../editor/read-only'
import { showDocument } from '../editor/show-document'
import { candidateHere } from '../survey/candidate-here'
import { configBeside, CONFIG_NAME, exists } from '../survey/config-beside'
import { type Workbench } from '../workbench'

interface Way extends QuickPickItem {
  readonly take: () => Promise<void>
}

/** Says of a file that looks like a survey that it is one: where, the author is asked. */
export const treatAsSurvey: Command = {
  id: 'survey.treatAsSurvey',
  async run(workbench) {
    const document = await candidateHere(workbench)
    if (!document) return
    const ways: readonly Way[] = [
      {
        label: l10n.t('In {0}', fileName(document)),
        detail: l10n.t('writes “survey: true” into its front matter'),
        take: () => declare(workbench, document),
      },
      ...(configBeside(document)
        ? [
            {
              label: l10n.t('In {0}', CONFIG_NAME),
              detail: l10n.t('lists it in its folder’s file, and leaves its text alone'),
              take: () => list(workbench, document),
            },
          ]
        : []),
    ]
    const way = await window.showQuickPick(ways, {
      title: l10n.t('Treat as Survey'),
      placeHolder: l10n.t('Choose where to say so'),
      matchOnDetail: true,
    })
    await way?.take()
  },
}

async function declare({ server }: Workbench, document: TextDocument): Promise<void> {
  if (await refuseReadOnly(document)) return
  await changeText(await showDocument(document), await server.declare(document, true))
}

/** Written to the disk at once: it is read from there. */
async function list({ server }: Workbench, document: TextDocument): Promise<void> {
  const config = configBeside(document)
  if (!config) return
  const isThere = await exists(config)
  const opened = isThere ? await workspace.openTextDocument(config) : undefined
  if (opened && (await refuseReadOnly(opened))) return
  const text = await server.listInConfig(opened?.getText() ?? '', fileName(document))
  if (text === undefined) {
    notice(
      l10n.t('Mend {0} first: it has an error. Nothing was changed.', CONFIG_NAME),
      {
        [l10n.t('Open')]: () => window.showTextDocument(config),
      },
      'warning',
    )
    return
  }
  const edit = new WorkspaceEdit()
  if (!opened) edit.createFile(config, { contents: new TextEncoder().encode(text) })
  else edit.replace(config, new Range(0, 0, opened.lineCount, 0), text)
  if (!(await workspace.applyEdit(edit)) || (opened && !(await opened.save())))
    throw new Error(`${CONFIG_NAME} could not be written.`)
}
