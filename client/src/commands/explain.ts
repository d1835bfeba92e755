import { window } from 'vscode'
import { isRefusal } from '../operations/is-refusal'
import { type Workbench } from '../workbench'
import { type Command } from '../command'
import { sayWhy } from '../survey/say-why'

export const explain: Command = {
  id: 'survey.explain',
  async run(workbench) {
    await workbench.survey.upToDate()
    sayWhy(workbench, await whyNothingToCite(workbench))
  },
}

/** Why nothing is suggested where the cursor is, for whoever waits for a list after `[`; undefined where something would be. */
async function whyNothingToCite({ survey, server }: Workbench): Promise<string | undefined> {
  const { document, outline } = survey.current ?? {}
  const editor = window.activeTextEditor
  if (!outline?.survey || server.state !== 'running' || !editor || editor.document !== document) return undefined
  // Who typed no bracket waits for no list.
  const { line, character } = editor.selection.active
  if (!document.lineAt(line).text.slice(0, character).includes('[')) return undefined
  const answer = await server.citables(document, editor.selection.active, '')
  return answer && isRefusal(answer) ? answer.refused : undefined
}
