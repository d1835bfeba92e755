import { l10n, Range, window, workspace, WorkspaceEdit, type TextDocument } from 'vscode'
import { notice } from '../editor/notice'
import { type Command } from '../command'
import { configBeside, exists } from '../survey/config-beside'

/** Opens what is derived beside the file, unsaved: a config that is there is never written over. */
export const deriveProfile: Command = {
  id: 'survey.deriveProfile',
  async run({ server, survey }) {
    const document = survey.current?.document
    if (!document) {
      notice(l10n.t('Open the Markdown file to derive a profile from.'))
      return
    }
    const text = await server.deriveProfile(document)
    if (text === null) {
      notice(l10n.t('No profile can be derived from this file: no two of its headings have a section title in common.'))
      return
    }
    await window.showTextDocument(
      (await besideFile(document, text)) ?? (await workspace.openTextDocument({ language: 'jsonc', content: text })),
      { preview: false },
    )
  },
}

/** A new document that will be saved as the folder's config; undefined where there is one already, or no folder to save in. */
async function besideFile(file: TextDocument, text: string): Promise<TextDocument | undefined> {
  const config = configBeside(file)
  if (!config || (await exists(config))) return undefined
  const document = await workspace.openTextDocument(config.with({ scheme: 'untitled' }))
  if (document.getText() !== '') return undefined
  const edit = new WorkspaceEdit()
  edit.replace(document.uri, new Range(0, 0, 0, 0), text)
  return (await workspace.applyEdit(edit)) ? document : undefined
}
