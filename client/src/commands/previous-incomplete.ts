import { type Command } from '../command'
import { goToStep } from '../incomplete/go-to-step'

export const previousIncomplete: Command = {
  id: 'survey.previousIncomplete',
  run: (workbench) => goToStep(workbench, 'previous'),
}
