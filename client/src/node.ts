import { type ExtensionContext } from 'vscode'
import { LanguageClient, TransportKind } from 'vscode-languageclient/node'
import { startSession, type Session, type SurveyApi } from './activate'

// VS Code calls `activate` and `deactivate` as two functions, and only what the second returns is awaited on the way out.
let session: Session | undefined

/** Desktop and remote: the server is a child process. */
export function activate(context: ExtensionContext): SurveyApi {
  const module = context.asAbsolutePath('server/dist/node.js')
  session = startSession(
    (id, name, options) => new LanguageClient(id, name, { module, transport: TransportKind.ipc }, options),
    context.extensionUri,
  )
  return session.api
}

export async function deactivate(): Promise<void> {
  await session?.stop()
  session = undefined
}
