import type { Plan } from '../../core'
import { printable } from '../terminal'

/** `survey.md: 3 changes`, every place counted. */
export function counted({ edits, changes }: Plan, path: string): string {
  const count = changes.reduce((sum, { places = 1 }) => sum + places, 0) || edits.length
  return `${printable(path)}: ${edits.length === 0 ? 'nothing to change' : `${count} change${count === 1 ? '' : 's'}`}`
}
