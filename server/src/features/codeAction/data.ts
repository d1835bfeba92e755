import type { ClientCapabilities } from 'vscode-languageserver'
import type { DocumentAt } from '../../protocol'
import type { SurveyFile } from '../feature'
import type { Mending } from './offer'

/** What an action keeps of itself until somebody chooses it. */
export type ActionData = DocumentAt & Mending

/** Whether the client asks for what an action changes only when somebody chooses it. */
export const resolvesActions = ({ textDocument }: ClientCapabilities): boolean =>
  textDocument?.codeAction?.dataSupport === true &&
  textDocument.codeAction.resolveSupport?.properties.includes('edit') === true

export const toData = ({ uri, version }: SurveyFile, mending: Mending): ActionData => ({ uri, version, ...mending })
