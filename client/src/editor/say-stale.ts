import { l10n } from 'vscode'
import { notice } from './notice'

export function sayStale(): void {
  notice(l10n.t('The survey has changed meanwhile. Nothing was changed; try again.'), {}, 'warning')
}
