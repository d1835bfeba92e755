import { type Workbench } from './workbench'

/** A command of the manifest. `argument` is the id of a row when it is run from the Survey view; what the server runs has `more`. */
export interface Command {
  readonly id: string
  /** Whether it changes the survey. Where that is read-only it is not run, and the author is told why. */
  readonly edits?: true
  run(workbench: Workbench, argument: unknown, more?: unknown): Promise<void> | void
}
