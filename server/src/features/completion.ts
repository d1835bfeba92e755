import { CompletionRequest } from 'vscode-languageserver'
import { completionSources } from './completion/index'
import { toOffset } from './shared/convert'
import { feature } from './feature'

/** Citations after `[`, labels after `#` and what else labels begin with. */
export const completion = feature(
  CompletionRequest.type,
  {
    completionProvider: {
      triggerCharacters: [...new Set(completionSources.flatMap(({ triggers }) => triggers))],
      resolveProvider: true,
    },
  },
  (session, { textDocument: { uri }, position }) => {
    const file = session.survey(uri)
    if (!file) return null
    const offset = toOffset(file, position)
    for (const source of completionSources) {
      const list = source.complete(session, file, offset)
      if (list) return list
    }
    return null
  },
)
