import { Disposable, l10n, languages, LanguageStatusSeverity } from 'vscode'
import { surveySelector } from '../language/selector'
import { type Server } from '../language/server'
import { type ActiveSurvey } from '../survey/active-survey'

/** Behind the `{}` of a Markdown editor: whether it is a survey, how far it is, and why. */
export function createStatusItem(survey: ActiveSurvey, server: Server): Disposable {
  const item = languages.createLanguageStatusItem('survey.status', surveySelector())
  item.name = l10n.t('Survey')
  item.command = { command: 'survey.explain', title: l10n.t('Why?') }
  const update = () => {
    const outline = survey.current?.outline
    const stopped = server.state === 'stopped'
    item.busy = !stopped && !outline
    item.severity = stopped ? LanguageStatusSeverity.Error : LanguageStatusSeverity.Information
    if (stopped) {
      item.text = l10n.t('Survey: not running')
      item.detail = undefined
    } else if (!outline) {
      item.text = l10n.t('Survey')
      item.detail = undefined
    } else {
      item.text = outline.survey ? l10n.t('Survey: {0} of {1} sections written', outline.done, outline.total) : l10n.t('Not a survey')
      item.detail = outline.reason
    }
  }
  update()
  return Disposable.from(item, survey.onDidChange(update), server.onDidChangeState(update))
}
