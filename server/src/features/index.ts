import { across } from './across'
import { acrossSections } from './acrossSections'
import { citables } from './citables'
import { cite } from './cite'
import { codeAction } from './codeAction'
import { codeActionResolve } from './codeActionResolve'
import { codeLens } from './codeLens'
import { completion } from './completion'
import { completionResolve } from './completionResolve'
import { declare } from './declare'
import { definition } from './definition'
import { deriveProfile } from './deriveProfile'
import { diagnostic } from './diagnostic'
import { documentHighlight } from './documentHighlight'
import { documentLink } from './documentLink'
import { documentSymbol } from './documentSymbol'
import { exportMatrix } from './exportMatrix'
import type { Feature } from './feature'
import { history } from './history'
import { hover } from './hover'
import { insertMissing } from './insertMissing'
import { matrix } from './matrix'
import { newInitiative } from './newInitiative'
import { newSurvey } from './newSurvey'
import { numberAt } from './numberAt'
import { listFile } from './listFile'
import { listMatrixFormats } from './listMatrixFormats'
import { listOperations } from './listOperations'
import { listProfiles } from './listProfiles'
import { outline } from './outline'
import { paste } from './paste'
import { plan } from './plan'
import { prepareRename } from './prepareRename'
import { references } from './references'
import { rename } from './rename'

/** Everything that the server can do. Capabilities and handlers follow from it. */
export const features: readonly Feature[] = [
  diagnostic,
  documentSymbol,
  codeAction,
  codeActionResolve,
  completion,
  completionResolve,
  hover,
  definition,
  references,
  documentHighlight,
  documentLink,
  codeLens,
  prepareRename,
  rename,
  numberAt,
  outline,
  matrix,
  listMatrixFormats,
  exportMatrix,
  newInitiative,
  insertMissing,
  newSurvey,
  listProfiles,
  deriveProfile,
  declare,
  listFile,
  listOperations,
  plan,
  citables,
  cite,
  paste,
  history,
  acrossSections,
  across,
]
