import { type TextDocument } from 'vscode'
import { type OperationPlan } from '../../../server/src/protocol'
import { type Workbench } from '../workbench'
import { carryOut } from './carry-out'
import { isRefusal } from './is-refusal'

export interface OperationRun {
  /** What the preview is called. */
  readonly title: string
  readonly operation: string
  readonly choices: Readonly<Record<string, string>>
  /** What to choose instead where it is refused, and what the button for that says. Offered only where it helps. */
  readonly instead?: { readonly title: string; readonly choices: Readonly<Record<string, string>> }
}

/** Plans an operation and carries it out: resolves as `carryOut` does. */
export async function runOperation(
  workbench: Workbench,
  document: TextDocument,
  run: OperationRun,
): Promise<OperationPlan | undefined> {
  const { title, operation, choices, instead } = run
  const answer = await workbench.server.plan(document, operation, choices)
  const other =
    instead && answer && isRefusal(answer)
      ? { title, operation, choices: { ...choices, ...instead.choices } }
      : undefined
  const helps = other && (await workbench.server.plan(document, operation, other.choices))
  const more =
    instead && other && helps && !isRefusal(helps)
      ? { [instead.title]: () => runOperation(workbench, document, other) }
      : {}
  return carryOut(document, answer, title, more, (others) =>
    runOperation(workbench, document, { title, operation, choices: others }),
  )
}
