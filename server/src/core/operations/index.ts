import { bringUpToTemplate } from './bring-up-to-template'
import { convert } from './convert'
import { insertReference } from './insert-reference'
import { mergeReferences } from './merge-references'
import { moveInitiative } from './move-initiative'
import { moveReference } from './move-reference'
import type { Operation } from './operation'
import { removeReference } from './remove-reference'
import { omitSection } from './omit-section'
import { removeInitiative } from './remove-initiative'
import { removeUncitedReferences } from './remove-uncited-references'
import { renumber } from './renumber'
import { sortReferences } from './sort-references'
import { swapReferences } from './swap-references'

/** Every operation, in the order in which menus and help list them. */
export const operations: readonly Operation[] = [
  renumber,
  sortReferences,
  mergeReferences,
  insertReference,
  removeReference,
  removeUncitedReferences,
  swapReferences,
  moveReference,
  moveInitiative,
  removeInitiative,
  bringUpToTemplate,
  omitSection,
  convert,
]
