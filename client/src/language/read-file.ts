import { workspace, type Uri } from 'vscode'
import { type ReadFileAnswer } from '../../../server/src/protocol'

/** The text of a file on whatever file system the workspace has; null where there is none, or one too large to be what the server asks for. */
export async function readFile(uri: Uri): Promise<ReadFileAnswer> {
  try {
    const { size } = await workspace.fs.stat(uri)
    return size > mostBytes ? null : { text: new TextDecoder().decode(await workspace.fs.readFile(uri)) }
  } catch {
    return null
  }
}

const mostBytes = 4_000_000
