import { chooseValue } from './choose-value'
import { withList, type OpenList } from './open-list'
import { runOperation, type OperationRun } from './run-operation'
import { type Workbench } from '../workbench'
import { type Command } from '../command'
import { surveyHere } from '../survey/survey-here'

export interface OperationCommand {
  readonly id: string
  /** What its list and its preview are called. A function, as modules load before translations do. */
  title(): string
  /** The id of an operation of the server. */
  readonly operation: string
  /** What is chosen already. */
  readonly choices?: OperationRun['choices']
  /** The option whose value the author chooses. */
  readonly ask?: string
}

/** A command that changes the survey as a whole, once the author has seen how. */
export function operationCommand(command: OperationCommand): Command {
  const { id, title, operation } = command
  return {
    id,
    edits: true,
    async run(workbench) {
      const here = await surveyHere(workbench)
      if (!here) return
      await withList(title(), async (list) => {
        const choices = await choicesOf(workbench, list, command)
        if (choices) await runOperation(workbench, here.document, list, { title: title(), operation, choices })
      })
    },
  }
}

/** Undefined after Escape. */
async function choicesOf(
  workbench: Workbench,
  list: OpenList,
  { operation, choices = {}, ask }: OperationCommand,
): Promise<OperationRun['choices'] | undefined> {
  if (ask === undefined) return choices
  const value = await chooseValue(workbench, list, operation, ask)
  return value === undefined ? undefined : { ...choices, [ask]: value }
}
