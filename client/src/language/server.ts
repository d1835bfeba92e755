import {
  type CancellationToken,
  type Disposable,
  type Event,
  type LogOutputChannel,
  type Position,
  type Range,
  type TextDocument,
  type Uri,
} from 'vscode'
import {
  CompletionRequest,
  DefinitionRequest,
  Location,
  State,
  type BaseLanguageClient,
  type Range as LspRange,
} from 'vscode-languageclient'
import {
  acrossRequest,
  acrossSectionsRequest,
  citablesRequest,
  citeRequest,
  declareRequest,
  deriveProfileRequest,
  exportMatrixRequest,
  historyRequest,
  insertMissingRequest,
  listInConfigRequest,
  matrixFormatsRequest,
  matrixRequest,
  newInitiativeRequest,
  newSurveyRequest,
  numberAtRequest,
  operationsRequest,
  outlineRequest,
  pasteRequest,
  planRequest,
  profilesRequest,
  type AcrossAnswer,
  type AcrossSection,
  type Citable,
  type HistoryAnswer,
  type OperationInfo,
  type InsertMissingAnswer,
  type MatrixAnswer,
  type MatrixFormatInfo,
  type Outline,
  type PasteAnswer,
  type PlanAnswer,
  type PlanRefusal,
  type ProfileInfo,
  type SnippetEdit,
  type VersionedEdits,
} from '../../../server/src/protocol'

export type ServerState = 'starting' | 'running' | 'stopped'

/** The questions that the client asks beyond LSP. They reject when the server does not run. */
export interface Server {
  readonly state: ServerState
  onDidChangeState(listener: (state: ServerState) => void): Disposable
  /** The settings or a `.survey.json` have changed; what the server answers from now on goes by them. */
  readonly onDidRefresh: Event<void>
  outline(document: TextDocument): Promise<Outline | null>
  outlineOfText(uri: Uri, text: string, token: CancellationToken): Promise<Outline | null>
  /** Null where the document has moved on. */
  matrix(document: TextDocument): Promise<MatrixAnswer | null>
  matrixFormats(): Promise<readonly MatrixFormatInfo[]>
  /** The matrix as the command line prints it for a file of that path. */
  exportMatrix(document: TextDocument, format: string, path: string): Promise<string | null>
  newInitiative(document: TextDocument, position: Position): Promise<SnippetEdit | null>
  /** Of the initiative at `position`, or of all where that is null. */
  insertMissing(document: TextDocument, position: Position | null): Promise<InsertMissingAnswer | null>
  /** What a new survey may be begun by in a file; without one, in a file that has no place yet. */
  profiles(uri: Uri | undefined): Promise<readonly ProfileInfo[] | null>
  /** The whole text of a new survey there, as a snippet. */
  newSurvey(uri: Uri | undefined, profile: string | undefined): Promise<string | null>
  /** The text of a `.survey.json` for the file as it is written. */
  deriveProfile(document: TextDocument): Promise<string | null>
  /** What makes the front matter of a file say whether it is a survey. */
  declare(document: TextDocument, survey: boolean): Promise<VersionedEdits | null>
  /** The text of a `.survey.json` that lists a file of its folder, too; undefined where it is broken. */
  listInConfig(text: string, name: string): Promise<string | undefined>
  /** The number of a reference at `position`: of a citation, an entry or a link definition. */
  numberAt(document: TextDocument, position: Position): Promise<number | undefined>
  /** The same, with the number that was typed to have in its place; undefined where either is none. */
  renumbering(
    document: TextDocument,
    position: Position,
    typed: string,
  ): Promise<{ readonly from: number; readonly to: number } | undefined>
  /** With a document, what that has already is marked. */
  operations(document?: TextDocument): Promise<readonly OperationInfo[]>
  /** What an operation would do, by the values chosen for its options. */
  plan(document: TextDocument, operation: string, choices: Readonly<Record<string, string>>): Promise<PlanAnswer | null>
  /** Where the entry of the citation at `position` is, or the citations of the entry there; none elsewhere. */
  definition(document: TextDocument, position: Position): Promise<readonly LspRange[]>
  /** Whether something may be completed at `position`. */
  offers(document: TextDocument, position: Position): Promise<boolean>
  citables(
    document: TextDocument,
    position: Position,
    typed: string,
    token?: CancellationToken,
  ): Promise<readonly Citable[] | PlanRefusal | null>
  cite(document: TextDocument, range: Range, ids: readonly string[]): Promise<PasteAnswer | PlanRefusal | null>
  /** Null where the text names no source. */
  paste(
    document: TextDocument,
    range: Range,
    text: string,
    token?: CancellationToken,
  ): Promise<PasteAnswer | PlanRefusal | null>
  /** The sections that a survey can be read across by. */
  acrossSections(document: TextDocument): Promise<readonly AcrossSection[] | null>
  /** The same section of all initiatives as one text. */
  across(document: TextDocument, section: string): Promise<AcrossAnswer | null>
  /** How a file on disk was written; a refusal goes on with its name. */
  history(document: TextDocument): Promise<HistoryAnswer | Pick<PlanRefusal, 'refused'> | null>
  showLog(): void
}

export function serverOf(client: BaseLanguageClient, refreshed: Event<void>, log: LogOutputChannel): Server {
  const uriOf = (uri: Uri) => client.code2ProtocolConverter.asUri(uri)
  const at = (document: TextDocument) => ({ uri: uriOf(document.uri), version: document.version })
  return {
    get state() {
      return named(client.state)
    },
    onDidChangeState: (listener) => client.onDidChangeState(({ newState }) => listener(named(newState))),
    onDidRefresh: refreshed,
    outline: (document) => client.sendRequest(outlineRequest, { uri: uriOf(document.uri) }),
    outlineOfText: (uri, text, token) => client.sendRequest(outlineRequest, { uri: uriOf(uri), text }, token),
    matrix: (document) => client.sendRequest(matrixRequest, at(document)),
    matrixFormats: () => client.sendRequest(matrixFormatsRequest, null),
    exportMatrix: async (document, format, path) =>
      (await client.sendRequest(exportMatrixRequest, { ...at(document), format, path }))?.text ?? null,
    newInitiative: (document, position) =>
      client.sendRequest(newInitiativeRequest, { ...at(document), position: plain(position) }),
    insertMissing: (document, position) =>
      client.sendRequest(insertMissingRequest, { ...at(document), position: position && plain(position) }),
    profiles: (uri) => client.sendRequest(profilesRequest, uri ? { uri: uriOf(uri) } : {}),
    newSurvey: (uri, profile) =>
      client.sendRequest(newSurveyRequest, {
        ...(uri && { uri: uriOf(uri) }),
        ...(profile !== undefined && { profile }),
      }),
    deriveProfile: async (document) =>
      (await client.sendRequest(deriveProfileRequest, { uri: uriOf(document.uri) }))?.text ?? null,
    declare: (document, survey) => client.sendRequest(declareRequest, { ...at(document), survey }),
    listInConfig: async (text, name) => (await client.sendRequest(listInConfigRequest, { text, name }))?.text,
    numberAt: async (document, position) =>
      (await client.sendRequest(numberAtRequest, { ...at(document), position: plain(position) }))?.number,
    async renumbering(document, position, typed) {
      const found = await client.sendRequest(numberAtRequest, { ...at(document), position: plain(position), typed })
      return found && found.typed !== null ? { from: found.number, to: found.typed } : undefined
    },
    operations: (document) => client.sendRequest(operationsRequest, document ? { uri: uriOf(document.uri) } : null),
    plan: (document, operation, choices) => client.sendRequest(planRequest, { ...at(document), operation, choices }),
    async definition(document, position) {
      const found = await client.sendRequest(DefinitionRequest.type, {
        textDocument: { uri: uriOf(document.uri) },
        position: plain(position),
      })
      return [found ?? []].flat().flatMap((each) => (Location.is(each) ? [each.range] : []))
    },
    async offers(document, position) {
      const found = await client.sendRequest(CompletionRequest.type, {
        textDocument: { uri: uriOf(document.uri) },
        position: plain(position),
      })
      return (Array.isArray(found) ? found : (found?.items ?? [])).length > 0
    },
    citables: (document, position, typed, token) =>
      client.sendRequest(citablesRequest, { ...at(document), position: plain(position), typed }, token),
    cite: (document, range, ids) => client.sendRequest(citeRequest, { ...at(document), range: plainRange(range), ids }),
    paste: (document, range, text, token) =>
      client.sendRequest(pasteRequest, { ...at(document), range: plainRange(range), text }, token),
    acrossSections: (document) => client.sendRequest(acrossSectionsRequest, { uri: uriOf(document.uri) }),
    across: (document, section) => client.sendRequest(acrossRequest, { uri: uriOf(document.uri), section }),
    history: (document) => client.sendRequest(historyRequest, { uri: uriOf(document.uri) }),
    showLog: () => log.show(),
  }
}

function named(state: State): ServerState {
  if (state === State.Running) return 'running'
  return state === State.Starting ? 'starting' : 'stopped'
}

/** A worker's messages carry plain data only. */
function plain({ line, character }: Position): { line: number; character: number } {
  return { line, character }
}

const plainRange = ({ start, end }: Range) => ({ start: plain(start), end: plain(end) })
