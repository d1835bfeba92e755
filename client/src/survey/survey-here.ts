import { l10n, window, type TextDocument } from 'vscode'
import { type Outline } from '../../../server/src/protocol'
import { announce } from '../editor/announce'
import { fileName } from '../editor/file-name'
import { type Workbench } from '../workbench'
import { sayWhy } from './say-why'

/**
 * The survey that a command is about, with an outline of its present text. Where there is none, the author is told why; so of one that only
 * looks like a survey, unless the command changes nothing.
 */
export async function surveyHere(
  workbench: Workbench,
  { changes = true } = {},
): Promise<{ readonly document: TextDocument; readonly outline: Outline } | undefined> {
  const { current } = workbench.survey
  if (current && !current.outline) announce(l10n.t('Reading {0} …', fileName(current.document)))
  const here = await workbench.survey.upToDate()
  if (here?.outline.survey || (here?.outline.candidate && !changes)) return here
  if (here || !workbench.survey.current) sayWhy(workbench)
  else if (workbench.server.state === 'stopped') throw new Error('The language server is not running.')
  else void window.showInformationMessage(l10n.t('Still reading the survey. Try again in a moment.'))
  return undefined
}
