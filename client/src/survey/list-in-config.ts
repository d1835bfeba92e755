import { l10n, Range, window, workspace, WorkspaceEdit, type TextDocument } from 'vscode'
import { fileName } from '../editor/file-name'
import { notice } from '../editor/notice'
import { refuseReadOnly } from '../editor/read-only'
import { type Workbench } from '../workbench'
import { configBeside, CONFIG_NAME, exists } from './config-beside'

/** Lists a file in the config of its folder, which is written to the disk at once: it is read from there. */
export async function listInConfig({ server }: Workbench, document: TextDocument): Promise<void> {
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
