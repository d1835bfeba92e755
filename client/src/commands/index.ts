import { beginSurvey } from './begin-survey'
import { bringUpToTemplate } from './bring-up-to-template'
import { changeReferenceNumber } from './change-reference-number'
import { convertDialect } from './convert-dialect'
import { deriveProfile } from './derive-profile'
import { editHere } from './edit-here'
import { drop } from './drop'
import { explain } from './explain'
import { exportMatrix } from './export-matrix'
import { goToDefinition } from './go-to-definition'
import { goToIncomplete } from './go-to-incomplete'
import { goToIncompleteInWorkspace } from './go-to-incomplete-in-workspace'
import { insertAllMissingSections } from './insert-all-missing-sections'
import { insertCitation } from './insert-citation'
import { insertMissingSections } from './insert-missing-sections'
import { insertReference } from './insert-reference'
import { mergeDuplicateReferences } from './merge-duplicate-references'
import { moveInitiativeDown } from './move-initiative-down'
import { moveInitiativeUp } from './move-initiative-up'
import { newInitiative } from './new-initiative'
import { newSurvey } from './new-survey'
import { nextIncomplete } from './next-incomplete'
import { nextUncited } from './next-uncited'
import { notASurvey } from './not-a-survey'
import { openMatrix } from './open-matrix'
import { openOutline } from './open-outline'
import { pasteCitation } from './paste-citation'
import { previousIncomplete } from './previous-incomplete'
import { readAcross } from './read-across'
import { removeInitiative } from './remove-initiative'
import { removeReference } from './remove-reference'
import { removeUncitedReferences } from './remove-uncited-references'
import { renumberInitiatives } from './renumber-initiatives'
import { renumberReferences } from './renumber-references'
import { reveal } from './reveal'
import { showAll } from './show-all'
import { showCitations } from './show-citations'
import { showHistory } from './show-history'
import { showIncompleteOnly } from './show-incomplete-only'
import { sortReferences } from './sort-references'
import { treatAsSurvey } from './treat-as-survey'
import { type Command } from '../command'

/** Every command of the manifest. */
export const commandTable: readonly Command[] = [
  beginSurvey,
  bringUpToTemplate,
  changeReferenceNumber,
  convertDialect,
  deriveProfile,
  editHere,
  drop,
  explain,
  exportMatrix,
  goToDefinition,
  goToIncomplete,
  goToIncompleteInWorkspace,
  insertAllMissingSections,
  insertCitation,
  insertMissingSections,
  insertReference,
  mergeDuplicateReferences,
  moveInitiativeDown,
  moveInitiativeUp,
  newInitiative,
  newSurvey,
  nextIncomplete,
  nextUncited,
  notASurvey,
  openMatrix,
  openOutline,
  pasteCitation,
  previousIncomplete,
  readAcross,
  removeInitiative,
  removeReference,
  removeUncitedReferences,
  renumberInitiatives,
  renumberReferences,
  reveal,
  showAll,
  showCitations,
  showHistory,
  showIncompleteOnly,
  sortReferences,
  treatAsSurvey,
]
