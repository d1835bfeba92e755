import { type Workbench } from '../workbench'

/** A command of the manifest. `argument` is the id of a row when it is run from the Survey view. */
export interface Command {
  readonly id: string
  run(workbench: Workbench, argument: unknown): Promise<void> | void
}
