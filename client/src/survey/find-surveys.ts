import { window, workspace, type CancellationToken, type Uri } from 'vscode'
import { type Outline } from '../../../server/src/protocol'
import { type Server } from '../language/server'

export interface FoundSurvey {
  readonly uri: Uri
  readonly outline: Outline
}

/** The surveys of the workspace, first the one in front, as the author sees them: unsaved text counts. */
export async function* findSurveys(server: Server, token: CancellationToken): AsyncGenerator<FoundSurvey> {
  const files = await workspace.findFiles('**/*.{md,markdown}', '**/node_modules/**', undefined, token)
  const open = new Map(workspace.textDocuments.map((document) => [document.uri.toString(), document]))
  const untitled = workspace.textDocuments.filter(
    (document) => document.isUntitled && document.languageId === 'markdown',
  )
  const front = window.activeTextEditor?.document.uri.toString()
  const uris = [...untitled.map(({ uri }) => uri), ...files.sort((a, b) => (a.path < b.path ? -1 : 1))].sort(
    (a, b) => Number(b.toString() === front) - Number(a.toString() === front),
  )
  for (const uri of uris) {
    if (token.isCancellationRequested) return
    const text = open.get(uri.toString())?.getText() ?? (await read(uri))
    const outline = text === undefined ? null : await server.outlineOfText(uri, text, token)
    if (outline?.survey) yield { uri, outline }
  }
}

/** Undefined for what is too large to be a survey, or cannot be read: the others are still worth listing. */
async function read(uri: Uri): Promise<string | undefined> {
  try {
    const { size } = await workspace.fs.stat(uri)
    return size > fiveMegabytes ? undefined : new TextDecoder().decode(await workspace.fs.readFile(uri))
  } catch {
    return undefined
  }
}

const fiveMegabytes = 5 * 1024 * 1024
