import type { CancellationToken, ClientCapabilities, Connection, ServerCapabilities } from 'vscode-languageserver'
import type { Document, FoundBy, FoundSource, History, Refusal, RuleSeverities, Source, Survey } from '../core'
import type { ClientOffers } from '../protocol'

/** What a feature may ask of the session it runs in. */
export interface Session {
  readonly client: ClientCapabilities
  /** What the client does for the server. */
  readonly offers: ClientOffers
  readonly settings: Settings
  /** An open Markdown file, survey or not. */
  file(uri: string): OpenFile | undefined
  /** An open file that is recognised as a survey. */
  survey(uri: string): SurveyFile | undefined
  /** A file that is not open, by its text. */
  unopened(uri: string, text: string): OpenFile
  /** The other files that may link to one: open ones, and those of the workspace that name it. Whether they are surveys is to be asked. */
  linking(uri: string): Promise<readonly OpenFile[]>
  findings(file: OpenFile): readonly FoundBy[]
  /** The best sources from elsewhere for what was typed in a survey, at most `limit`: of its bibliographies and of other surveys. */
  sources(uri: string, typed: string, limit: number): readonly FoundSource[]
  /** The sources that a text names, in text order; undefined where it is in none of the formats that sources have. */
  pasted(text: string): Promise<{ readonly sources: readonly Source[] } | Refusal | undefined>
  /** How a file on disk was written, as its repository tells. */
  history(uri: string): Promise<FileHistory | NoRevisions>
  /** Today, `YYYY-MM-DD`. */
  today(): string
}

export interface FileHistory {
  readonly history: History
  /** What a reader should know besides. */
  readonly notes: readonly string[]
}

/** Why a file has no history, in words that go on with its name: `is in no git repository`. */
export interface NoRevisions {
  readonly problem: string
}

/** An open file at its newest version. */
export interface OpenFile {
  readonly uri: string
  readonly version: number
  readonly document: Document
}

/** What an author can set. */
export interface Settings {
  /** Globs of files that are surveys whatever they hold. */
  readonly files: readonly string[]
  /** Whether document symbols are offered. */
  readonly symbols: 'auto' | 'on' | 'off'
  /** Whether code lenses tell how often each reference is cited. */
  readonly citationLens: boolean
  readonly rules: RuleSeverities
}

export interface SurveyFile extends OpenFile {
  readonly survey: Survey
}

/** One thing the server can do: what it announces and how it answers, side by side. */
export interface Feature {
  readonly method: string
  capabilities(client: ClientCapabilities): ServerCapabilities
  /** Where clients keep answers for as long as a registration lasts: another key is another registration, null is none. */
  readonly registration?: Registration
  register(connection: Connection, run: Run): void
}

export interface Registration {
  /** Whether the client lets the server register this; else `capabilities` announces it once and for all. */
  isDynamic(client: ClientCapabilities): boolean
  key(settings: Settings): string | null
  readonly options: object
}

/** The guard that every handler runs in. */
export type Run = <R>(
  method: string,
  params: unknown,
  token: CancellationToken,
  answer: (session: Session) => R | Promise<R>,
) => Promise<R | null>

/** A request type of the protocol, as far as it matters here. */
interface Request<P, R> {
  readonly method: string
  readonly _: readonly [P, R, unknown, ...unknown[]] | undefined
}

/**
 * A feature that answers one request. The handler keeps nothing; where it throws or has nothing to say, the client gets null.
 * A `ResponseError` that it throws is its answer. One that waits must ask for its file again when it goes on: what it had
 * before may be an older version (`surveyAt`).
 */
export function feature<P, R>(
  request: Request<P, R>,
  capabilities: ServerCapabilities | ((client: ClientCapabilities) => ServerCapabilities),
  handle: (session: Session, params: P) => R | null | Promise<R | null>,
  registration?: Registration,
): Feature {
  return {
    method: request.method,
    ...(registration && { registration }),
    capabilities: typeof capabilities === 'function' ? capabilities : () => capabilities,
    register: (connection, run) =>
      connection.onRequest(request.method, (params: P, token: CancellationToken): Promise<unknown> =>
        run(request.method, params, token, (session) => handle(session, params)),
      ),
  }
}
