import { commands, Disposable, window, type Uri } from 'vscode'
import { type BaseLanguageClient, type LanguageClientOptions } from 'vscode-languageclient'
import { keepOffering } from './citing/keep-offering'
import { offerPasting } from './citing/paste-provider'
import { registerCommands } from './register-commands'
import { clientOptions } from './language/client-options'
import { runClient, type Run } from './language/run-client'
import { steadySymbols } from './language/steady-symbols'
import { createMatrixPanels } from './matrix/create-matrix-panels'
import { renameNumber } from './operations/rename-number'
import { followActiveSurvey, type ActiveSurvey } from './survey/active-survey'
import { inTurn } from './survey/in-turn'
import { setContextKeys } from './views/context-keys'
import { createAcrossView } from './views/across-view'
import { createOutlineView, type OutlineRow } from './views/outline-view'
import { createProgressItem } from './views/progress-item'
import { createStatusItem } from './views/status-item'

export type NewClient = (id: string, name: string, options: LanguageClientOptions) => BaseLanguageClient

/** What the extension shows, for tests and other extensions to read. */
export interface SurveyApi {
  readonly survey: Pick<ActiveSurvey, 'current' | 'upToDate' | 'onDidChange'>
  outlineRows(): readonly OutlineRow[]
}

export interface Session {
  readonly api: SurveyApi
  stop(): Promise<void>
}

/** Starts the given language client and everything that shows what it knows. `extension` is where this one is installed. */
export function startSession(newClient: NewClient, extension: Uri): Session {
  const log = window.createOutputChannel('Survey Author', { log: true })
  const offering = keepOffering(() => run.server)
  const symbols = steadySymbols()
  const run: Run = runClient(
    (life) =>
      newClient(
        'survey',
        'Survey Author',
        clientOptions(log, life, { ...renameNumber(() => run.server), ...offering.middleware, ...symbols.middleware }),
      ),
    log,
  )
  const survey = followActiveSurvey(run.server, log)
  const view = createOutlineView(survey, log, (dragged, target) =>
    commands.executeCommand('survey.drop', dragged, target),
  )
  const matrices = createMatrixPanels(run.server, extension, log)
  const across = createAcrossView(run.server, log)
  const owned = Disposable.from(
    registerCommands({ server: run.server, survey, view, across, matrices, inTurn: inTurn() }, log),
    createProgressItem(survey),
    offering,
    symbols,
    offerPasting(run.server),
    createStatusItem(survey, run.server),
    setContextKeys(survey, run.server),
    matrices,
    view,
    across,
    survey,
  )
  return {
    api: { survey, outlineRows: () => view.rows() },
    async stop() {
      owned.dispose()
      await run.stop()
      log.dispose()
    },
  }
}
