import { l10n, window, type QuickPickItem, type TextDocument } from 'vscode'
import { type Command } from '../command'
import { changeText } from '../editor/change-text'
import { fileName } from '../editor/file-name'
import { showDocument } from '../editor/show-document'
import { candidateHere } from '../survey/candidate-here'
import { configBeside, CONFIG_NAME } from '../survey/config-beside'
import { listInConfig } from '../survey/list-in-config'
import { type Workbench } from '../workbench'

interface Way extends QuickPickItem {
  readonly take: () => Promise<void>
}

/** Says of a file that looks like a survey that it is one: where, the author is asked. */
export const treatAsSurvey: Command = {
  id: 'survey.treatAsSurvey',
  edits: true,
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
              take: () => listInConfig(workbench, document),
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
  await changeText(await showDocument(document), await server.declare(document, true))
}
