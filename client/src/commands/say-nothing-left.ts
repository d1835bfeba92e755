import { l10n } from 'vscode'
import { type Outline } from '../../../server/src/protocol'
import { announce } from '../editor/announce'

/** For the jumps when nothing is incomplete; what is missing altogether cannot be jumped to, but must not go unsaid. */
export function sayNothingLeft({ initiatives, sections }: Outline): void {
  const all = [...initiatives.flatMap((initiative) => initiative.sections), ...sections]
  const missing = all.filter(({ state }) => state === 'missing').length
  if (missing === 0) announce(l10n.t('Nothing left to write.'))
  else if (missing === 1) announce(l10n.t('Nothing left to write, but 1 section is missing.'))
  else announce(l10n.t('Nothing left to write, but {0} sections are missing.', missing))
}
