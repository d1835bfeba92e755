import { lint, recognitionWord } from '../core'
import type { OpenFile, Session } from '../features/feature'
import type { LoadLibraries } from '../sources/format'
import { readPasted } from '../sources/pasted'
import type { Bibliographies } from './bibliographies'
import type { ClientState } from './clientState'
import type { Documents } from './documents'
import type { ReadHistory } from './histories'
import type { Log } from './log'
import { placeOf } from './uris'

export interface SessionParts {
  readonly client: ClientState
  readonly documents: Documents
  readonly bibliographies: Bibliographies
  readonly libraries: LoadLibraries
  readonly log: Log
  linking(uri: string): Promise<readonly OpenFile[]>
  readonly history: ReadHistory
  today(): string
}

/** What features may ask. */
export function createSession(parts: SessionParts): Session {
  const { client, documents, bibliographies, libraries, log, linking, history, today } = parts
  const crashed = new Set<string>()
  return {
    get client() {
      return client.capabilities
    },
    get offers() {
      return client.offers
    },
    get settings() {
      return client.settings
    },
    file: (uri) => documents.get(uri),
    survey(uri) {
      const file = documents.get(uri)
      return file && recognitionWord(file.document.recognition) !== 'none'
        ? {
            ...file,
            get survey() {
              return file.document.survey
            },
          }
        : undefined
    },
    unopened: (uri, text) => documents.unopened(uri, text),
    linking,
    findings: ({ document }) =>
      lint(document, {
        today: today(),
        severities: client.settings.rules,
        onCrash(rule, error) {
          if (!crashed.has(rule.code)) log.failed(`The rule ${rule.code}`, error)
          crashed.add(rule.code)
        },
      }),
    sources: (uri, typed, limit) => bibliographies.find(uri, typed, limit, placeOf(uri, client.folders[0])),
    history,
    pasted: (text) => readPasted(text, libraries),
    today,
  }
}
