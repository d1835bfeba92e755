import { SnippetString, window, workspace } from 'vscode'
import { type Command } from './command'

/** An untitled document, so that nothing is written to a disk before the author says where. */
export const newSurvey: Command = {
  id: 'survey.newSurvey',
  async run({ server, survey }) {
    const template = await server.newSurvey(survey.current?.document.uri)
    if (template === null) throw new Error('The server has no template.')
    const document = await workspace.openTextDocument({ language: 'markdown' })
    const editor = await window.showTextDocument(document, { preview: false })
    await editor.insertSnippet(new SnippetString(template))
  },
}
