import { commands, Disposable, window } from 'vscode'
import { type Server } from '../language/server'
import { type ActiveSurvey } from '../survey/active-survey'

/**
 * Tells VS Code's `when` clauses: `survey.active`, the active editor is a survey; `survey.shown`, the Survey view shows one;
 * `survey.onDisk`, that one is a file; `survey.state`, what its welcome text goes by.
 */
export function setContextKeys(survey: ActiveSurvey, server: Server): Disposable {
  const told = new Map<string, unknown>()
  const tell = (key: string, value: unknown) => {
    if (told.get(key) === value) return
    told.set(key, value)
    void commands.executeCommand('setContext', key, value)
  }
  const update = () => {
    const { document, outline } = survey.current ?? {}
    const isRead = outline !== undefined && (outline.survey || outline.candidate)
    tell('survey.active', isRead && window.activeTextEditor?.document === document)
    if (document && !outline && survey.reading === undefined && server.state !== 'stopped') return
    tell('survey.shown', isRead)
    tell('survey.onDisk', isRead && document?.uri.scheme === 'file')
    tell('survey.state', stateOf(survey, server))
  }
  update()
  return Disposable.from(
    survey.onDidChange(update),
    server.onDidChangeState(update),
    window.onDidChangeActiveTextEditor(update),
  )
}

function stateOf({ current, reading }: ActiveSurvey, { state }: Server): string {
  if (state === 'stopped') return 'stopped'
  if (reading !== undefined) return 'reading'
  if (!current) return 'noDocument'
  const { outline } = current
  if (outline?.candidate) return 'candidate'
  if (!outline?.survey) return 'notSurvey'
  if (outline.blank) return 'blank'
  const { initiatives, sections, references } = outline
  return initiatives.length + sections.length + references.length === 0 ? 'empty' : 'survey'
}
