import { SnippetString, workspace } from 'vscode'
import { chooseProfile } from '../begin/choose-profile'
import { freePlace } from '../begin/free-place'
import { showDocument } from '../editor/show-document'
import { type Command } from '../command'

/**
 * Begins a survey in a new document beside the file at hand, so that the folder's profiles count. Nothing is written to a disk
 * before the author saves it.
 */
export const newSurvey: Command = {
  id: 'survey.newSurvey',
  async run({ server, survey }) {
    const place = await freePlace(survey.current?.document.uri)
    const profile = await chooseProfile(server, place)
    if (profile === undefined) return
    const snippet = await server.newSurvey(place, profile)
    if (snippet === null) throw new Error('The server has no template.')
    const document = await (place
      ? workspace.openTextDocument(place)
      : workspace.openTextDocument({ language: 'markdown' }))
    const editor = await showDocument(document)
    await editor.insertSnippet(new SnippetString(snippet))
  },
}
