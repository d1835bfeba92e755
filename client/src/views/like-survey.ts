import { l10n } from 'vscode'
import { type Outline } from '../../../server/src/protocol'

/** What a file is called that is built like a survey, as long as nobody has said that it is one. */
export const likeSurvey = ({ initiatives }: Outline): string =>
  l10n.t('Looks like a survey of {0} items', initiatives.length)
