import { operations } from '../../core'
import type { Command } from '../command'
import { operationCommand } from '../operationCommand'
import { check } from './check'
import { outline } from './outline'

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [check, outline, ...operations.map(operationCommand)]
