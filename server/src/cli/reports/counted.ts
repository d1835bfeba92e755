import type { Plan } from '../../core'
import { printable } from '../terminal'

/** `survey.md: 3 changes`. */
export const counted = ({ edits, changes }: Plan, path: string): string =>
  `${printable(path)}: ${edits.length === 0 ? 'nothing to change' : `${changes.length || edits.length} change${(changes.length || edits.length) === 1 ? '' : 's'}`}`
