import { l10n } from 'vscode'
import { notice } from './notice'

export function sayStale(): void {
  notice(l10n.t('The survey was edited meanwhile, so nothing was changed. Try again.'), {}, 'warning')
}
