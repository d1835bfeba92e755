import { ThemeColor, ThemeIcon } from 'vscode'
import { type OutlineState } from '../../../server/src/protocol'

/** Each state has its own shape, so that it can be told without colour. */
export function stateIcon(state: OutlineState): ThemeIcon {
  const { icon, color } = icons[state]
  return new ThemeIcon(icon, color === undefined ? undefined : new ThemeColor(color))
}

const icons: Readonly<Record<OutlineState, { readonly icon: string; readonly color?: string }>> = {
  missing: { icon: 'warning', color: 'list.warningForeground' },
  empty: { icon: 'dash' },
  placeholder: { icon: 'circle-outline' },
  draft: { icon: 'edit' },
  none: { icon: 'circle-slash' },
  complete: { icon: 'pass-filled', color: 'testing.iconPassed' },
}
