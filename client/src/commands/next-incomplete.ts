import { type Command } from '../command'
import { goToStep } from '../incomplete/go-to-step'

export const nextIncomplete: Command = {
  id: 'survey.nextIncomplete',
  run: (workbench) => goToStep(workbench, 'next'),
}
