import { l10n, type TextDocument } from 'vscode'
import { type Range } from 'vscode-languageserver-protocol'
import { chooseProfile } from '../begin/choose-profile'
import { insertSnippet } from '../editor/change-text'
import { notice } from '../editor/notice'
import { type Command } from '../command'
import { showSurvey } from '../survey/show-survey'

/** Writes a whole new survey into the one at hand, where nothing stands in that but front matter. */
export const beginSurvey: Command = {
  id: 'survey.beginSurvey',
  edits: true,
  async run(workbench) {
    const shown = await showSurvey(workbench)
    if (!shown) return
    const { document, editor, outline } = shown
    if (!outline.blank) {
      notice(l10n.t('This survey is not empty. New Survey begins another one, New Initiative adds to this one.'))
      return
    }
    const { version } = document
    const profile = await chooseProfile(workbench.server, document.uri)
    if (profile === undefined) return
    const snippet = await workbench.server.newSurvey(document.uri, profile)
    if (snippet === null) throw new Error('The server has no template.')
    await insertSnippet(editor, { version, range: whole(document), snippet, edits: [] })
  },
}

const whole = (document: TextDocument): Range => {
  const last = document.lineCount - 1
  return { start: { line: 0, character: 0 }, end: { line: last, character: document.lineAt(last).text.length } }
}
