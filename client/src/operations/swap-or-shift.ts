import { l10n } from 'vscode'
import { type OpenList } from './open-list'
import { type OperationRun } from './run-operation'

/** What becomes of the reference that has the number already. Undefined after Escape. */
export async function swapOrShift(list: OpenList, from: number, to: number): Promise<'swap' | 'shift' | undefined> {
  // Of two that follow each other, both come to the same.
  if (Math.abs(from - to) === 1) return 'swap'
  const choices = [
    { label: l10n.t('Swap'), description: l10n.t('[{0}] becomes [{1}]', to, from), how: 'swap' as const },
    { label: l10n.t('Shift'), description: movingOver(from, to), how: 'shift' as const },
  ]
  const chosen = await list.choose(choices, l10n.t('[{1}] is taken. Swap the two, or shift those between?', from, to))
  return chosen?.how
}

function movingOver(from: number, to: number): string {
  return from < to
    ? l10n.t('[{0}]–[{1}] become [{2}]–[{3}]', from + 1, to, from, to - 1)
    : l10n.t('[{0}]–[{1}] become [{2}]–[{3}]', to, from - 1, to + 1, from)
}

export function changingNumber(
  how: 'swap' | 'shift',
  from: number,
  to: number,
): Pick<OperationRun, 'operation' | 'choices'> {
  return how === 'swap'
    ? { operation: 'swap-references', choices: { first: String(from), second: String(to) } }
    : { operation: 'move-reference', choices: { from: String(from), to: String(to) } }
}
