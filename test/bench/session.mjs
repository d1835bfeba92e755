import { Failure } from '../../scripts/host/failure.mjs'
import { startClient } from './client.mjs'
import { createEditor } from './editor.mjs'

/** ms from before a process is started until it has answered `initialize`. */
export async function timeStart(server, folder) {
  const client = await startClient(server, folder)
  await client.stop()
  return client.took
}

/** ms from opening a file in a new process until its first findings are there. */
export async function timeOpen(server, folder, document) {
  const { client, took } = await openSession(server, folder, document)
  await client.stop()
  return took
}

/** A server with a file open whose findings are known, and how many ms it took from opening to those. */
export async function openSession(server, folder, document) {
  const client = await startClient(server, folder)
  try {
    const editor = createEditor(client, document)
    const started = performance.now()
    editor.open()
    await editor.findings()
    return { server, client, editor, took: performance.now() - started }
  } catch (error) {
    await client.stop()
    throw error
  }
}

/** Makes sure that findings follow the text, as what answers from memory is fast. At the beginning, for lists may be cut short. */
export async function checkAlive({ server, editor }, { places: { beginning } }) {
  const finds = async () =>
    (await editor.findings()).some(
      ({ range: { start } }) => start.line === beginning.line && start.character === beginning.character,
    )
  const before = await finds()
  editor.insert(beginning, '??? ')
  const after = await finds()
  if (before || !after)
    throw new Failure(`${server.name} has no finding for "???" after that was typed in line ${beginning.line + 1}.`)
}
