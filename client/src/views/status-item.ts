import { Disposable, l10n, languages, LanguageStatusSeverity } from 'vscode'
import { type Outline } from '../../../server/src/protocol'
import { surveySelector } from '../language/selector'
import { type Server } from '../language/server'
import { type ActiveSurvey } from '../survey/active-survey'
import { likeSurvey } from './like-survey'
import { shortReason } from './short-reason'

/** Behind the `{}` of a Markdown editor: whether it is a survey, how far it is, and why. */
export function createStatusItem(survey: ActiveSurvey, server: Server): Disposable {
  const item = languages.createLanguageStatusItem('survey.status', surveySelector())
  item.name = l10n.t('Survey')
  const update = () => {
    const outline = survey.current?.outline
    const stopped = server.state === 'stopped'
    item.command =
      outline?.candidate && !stopped
        ? { command: 'survey.treatAsSurvey', title: l10n.t('Treat as Survey') }
        : { command: 'survey.explain', title: l10n.t('Why?') }
    item.busy = !stopped && !outline
    item.severity = stopped ? LanguageStatusSeverity.Error : LanguageStatusSeverity.Information
    item.text = stopped ? l10n.t('Survey: not running') : progress(outline)
    // The pop-up is about 70 characters wide, and the command, which says it in full, must stay in sight.
    item.detail = stopped || !outline || outline.candidate ? '' : shortReason(outline.reason, 70 - item.text.length)
    item.accessibilityInformation = { label: stopped || !outline ? item.text : `${item.text}. ${outline.reason}` }
  }
  update()
  return Disposable.from(item, survey.onDidChange(update), server.onDidChangeState(update))
}

function progress(outline: Outline | undefined): string {
  if (!outline) return l10n.t('Survey: reading …')
  if (outline.candidate) return likeSurvey(outline)
  return outline.survey ? l10n.t('Survey: {0} of {1} written', outline.done, outline.total) : l10n.t('Not a survey')
}
