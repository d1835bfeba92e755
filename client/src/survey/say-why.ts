import { commands, l10n } from 'vscode'
import { notice } from '../editor/notice'
import { type Workbench } from '../workbench'

/** Says why the file at hand is a survey or not, and more that is of use there; offers what helps. Does not wait for an answer. */
export function sayWhy({ survey, server }: Workbench, more?: string): void {
  if (server.state === 'stopped') {
    notice(l10n.t('Survey Author is not running. The log says why.'), {
      [l10n.t('Show Log')]: () => server.showLog(),
    })
    return
  }
  const openSettings = () => commands.executeCommand('workbench.action.openSettings', 'survey.files')
  const newSurvey = () => commands.executeCommand('survey.newSurvey')
  const derive = () => commands.executeCommand('survey.deriveProfile')
  const { document, outline } = survey.current ?? {}
  if (!document) {
    notice(
      l10n.t('No Markdown file is open. A survey lists initiatives under one heading, each with the same sections.'),
      {
        [l10n.t('New Survey')]: newSurvey,
      },
    )
  } else if (!outline) {
    notice(l10n.t('Still reading the file. Try again in a moment.'))
  } else if (outline.candidate) {
    notice(outline.reason, {
      [l10n.t('Treat as Survey')]: () => commands.executeCommand('survey.treatAsSurvey'),
      [l10n.t('Not a Survey')]: () => commands.executeCommand('survey.notASurvey'),
    })
  } else if (outline.survey) {
    notice([outline.reason, ...(more === undefined ? [] : [more])].join(' '), {
      [l10n.t('Open Settings')]: openSettings,
    })
  } else {
    notice(outline.reason, {
      [l10n.t('Open Settings')]: openSettings,
      [l10n.t('Derive Profile')]: derive,
      [l10n.t('New Survey')]: newSurvey,
    })
  }
}
