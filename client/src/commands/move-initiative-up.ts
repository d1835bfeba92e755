import { type Command } from '../command'
import { moveBy } from '../initiatives/move-by'

export const moveInitiativeUp: Command = moveBy('survey.moveInitiativeUp', -1)
