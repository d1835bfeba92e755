import { operations } from '../../core'
import type { Command } from '../command'
import { operationCommand } from '../operationCommand'
import { acrossCommand } from './across'
import { checkCommand } from './check'
import { historyCommand } from './history'
import { matrixCommand } from './matrix'
import { outlineCommand } from './outline'
import { statsCommand } from './stats'

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [
  checkCommand,
  outlineCommand,
  matrixCommand,
  historyCommand,
  statsCommand,
  acrossCommand,
  ...operations.map(operationCommand),
]
