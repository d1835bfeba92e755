import { type Command } from './command'
import { deriveProfile } from './derive-profile'
import { explain } from './explain'
import { goToIncomplete } from './go-to-incomplete'
import { goToIncompleteInWorkspace } from './go-to-incomplete-in-workspace'
import { insertAllMissingSections } from './insert-all-missing-sections'
import { insertMissingSections } from './insert-missing-sections'
import { newInitiative } from './new-initiative'
import { newSurvey } from './new-survey'
import { nextIncomplete } from './next-incomplete'
import { openOutline } from './open-outline'
import { previousIncomplete } from './previous-incomplete'
import { reveal } from './reveal'
import { showAll } from './show-all'
import { showIncompleteOnly } from './show-incomplete-only'

/** Every command of the manifest. */
export const commandTable: readonly Command[] = [
  deriveProfile,
  explain,
  goToIncomplete,
  goToIncompleteInWorkspace,
  insertAllMissingSections,
  insertMissingSections,
  newInitiative,
  newSurvey,
  nextIncomplete,
  openOutline,
  previousIncomplete,
  reveal,
  showAll,
  showIncompleteOnly,
]
