import { beginSurvey } from './begin-survey'
import { changeReferenceNumber } from './change-reference-number'
import { type Command } from '../command'
import { convertDialect } from './convert-dialect'
import { deriveProfile } from './derive-profile'
import { editHere } from './edit-here'
import { explain } from './explain'
import { goToDefinition } from './go-to-definition'
import { goToIncomplete } from './go-to-incomplete'
import { goToIncompleteInWorkspace } from './go-to-incomplete-in-workspace'
import { insertAllMissingSections } from './insert-all-missing-sections'
import { insertCitation } from './insert-citation'
import { insertMissingSections } from './insert-missing-sections'
import { insertReference } from './insert-reference'
import { mergeDuplicateReferences } from './merge-duplicate-references'
import { newInitiative } from './new-initiative'
import { newSurvey } from './new-survey'
import { nextIncomplete } from './next-incomplete'
import { notASurvey } from './not-a-survey'
import { openOutline } from './open-outline'
import { pasteCitation } from './paste-citation'
import { previousIncomplete } from './previous-incomplete'
import { readAcross } from './read-across'
import { removeReference } from './remove-reference'
import { renumberInitiatives } from './renumber-initiatives'
import { renumberReferences } from './renumber-references'
import { reveal } from './reveal'
import { showAll } from './show-all'
import { showCitations } from './show-citations'
import { showHistory } from './show-history'
import { showIncompleteOnly } from './show-incomplete-only'
import { sortReferences } from './sort-references'
import { treatAsSurvey } from './treat-as-survey'

/** Every command of the manifest. */
export const commandTable: readonly Command[] = [
  beginSurvey,
  changeReferenceNumber,
  convertDialect,
  deriveProfile,
  editHere,
  explain,
  goToDefinition,
  goToIncomplete,
  goToIncompleteInWorkspace,
  insertAllMissingSections,
  insertCitation,
  insertMissingSections,
  insertReference,
  mergeDuplicateReferences,
  newInitiative,
  newSurvey,
  nextIncomplete,
  notASurvey,
  openOutline,
  pasteCitation,
  previousIncomplete,
  readAcross,
  removeReference,
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
