import { type Command } from '../command'
import { changeText } from '../editor/change-text'
import { showDocument } from '../editor/show-document'
import { candidateHere } from '../survey/candidate-here'

/** Says of a file that looks like a survey, in its front matter, that it is none. */
export const notASurvey: Command = {
  id: 'survey.notASurvey',
  edits: true,
  async run(workbench) {
    const document = await candidateHere(workbench)
    if (document) await changeText(await showDocument(document), await workbench.server.declare(document, false))
  },
}
