import { type Command } from '../command'
import { surveyHere } from '../survey/survey-here'

export const openMatrix: Command = {
  id: 'survey.openMatrix',
  async run(workbench) {
    const here = await surveyHere(workbench, { changes: false })
    if (here) workbench.matrices.open(here.document)
  },
}
