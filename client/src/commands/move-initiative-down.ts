import { type Command } from '../command'
import { moveBy } from '../initiatives/move-by'

export const moveInitiativeDown: Command = moveBy('survey.moveInitiativeDown', 1)
