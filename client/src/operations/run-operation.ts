import { type TextDocument } from 'vscode'
import { type OperationPlan } from '../../../server/src/protocol'
import { type Workbench } from '../workbench'
import { carryOut } from './carry-out'
import { type OpenList } from './open-list'

export interface OperationRun {
  /** What the preview is called. */
  readonly title: string
  readonly operation: string
  readonly choices: Readonly<Record<string, string>>
}

/** Plans an operation, whose list is open already, and carries it out: resolves as `carryOut` does. */
export async function runOperation(
  workbench: Workbench,
  document: TextDocument,
  list: OpenList,
  { title, operation, choices }: OperationRun,
): Promise<OperationPlan | undefined> {
  list.pick.title = title
  const answer = await workbench.server.plan(document, operation, choices)
  return carryOut(document, list, answer, title, (next, others) =>
    runOperation(workbench, document, next, { title, operation, choices: others }),
  )
}
