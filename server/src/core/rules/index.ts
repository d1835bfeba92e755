import { accessDate } from './access-date'
import { citationOrder } from './citation-order'
import { contents } from './contents'
import { duplicateInitiative } from './duplicate-initiative'
import { duplicateReference } from './duplicate-reference'
import { duplicateSection } from './duplicate-section'
import { duplicateSource } from './duplicate-source'
import { emptySection } from './empty-section'
import { headingLevel } from './heading-level'
import { initiativeNumber } from './initiative-number'
import { linkDefinition } from './link-definition'
import { malformedReference } from './malformed-reference'
import { missingSection } from './missing-section'
import { placeholderText } from './placeholder-text'
import { referenceGap } from './reference-gap'
import type { Rule } from './rule'
import { sectionOrder } from './section-order'
import { uncitedReference } from './uncited-reference'
import { undefinedCitation } from './undefined-citation'
import { unsupportedClaim } from './unsupported-claim'
import { unknownProfile } from './unknown-profile'

/** Every rule, in the order of the documentation: structure, citations, references. */
export const rules: readonly Rule[] = [
  missingSection,
  emptySection,
  placeholderText,
  duplicateSection,
  sectionOrder,
  initiativeNumber,
  duplicateInitiative,
  headingLevel,
  contents,
  unknownProfile,
  undefinedCitation,
  uncitedReference,
  citationOrder,
  duplicateReference,
  duplicateSource,
  referenceGap,
  malformedReference,
  accessDate,
  linkDefinition,
  unsupportedClaim,
]
