import { l10n } from 'vscode'
import { type OutlineState } from '../../../server/src/protocol'

/** A section's state in the author's words; never left to an icon or a colour alone. */
export function stateWords(state: OutlineState): string {
  switch (state) {
    case 'missing':
      return l10n.t('missing')
    case 'empty':
      return l10n.t('empty')
    case 'placeholder':
      return l10n.t('to write')
    case 'draft':
      return l10n.t('draft')
    case 'none':
      return l10n.t('says none')
    case 'complete':
      return l10n.t('done')
  }
}
