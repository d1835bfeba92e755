import { type MatrixPanels } from './matrix/matrix-panels'
import { type Server } from './language/server'
import { type ActiveSurvey } from './survey/active-survey'
import { type AcrossView } from './views/across-view'
import { type OutlineView } from './views/outline-view'

/** What a command works with. */
export interface Workbench {
  readonly server: Server
  readonly survey: ActiveSurvey
  readonly view: OutlineView
  readonly across: AcrossView
  readonly matrices: MatrixPanels
  /** Runs one after the other what starts from where the one before has ended. */
  readonly inTurn: <Result>(work: () => Promise<Result>) => Promise<Result>
}
