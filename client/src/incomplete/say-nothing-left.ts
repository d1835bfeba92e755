import { l10n } from 'vscode'
import { announce } from '../editor/announce'

/** For the jumps when nothing is incomplete. */
export const sayNothingLeft = (): void => announce(l10n.t('Nothing left to write.'))
