import {
  DiagnosticSeverity,
  type ClientCapabilities,
  type Position,
  type Range,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver'
import { compatible, type Document, type Edit, type Severity, type Span } from '../../core'
import type { OpenFile } from '../feature'

/** Between the core's offsets and LSP's positions. Nowhere else is one turned into the other. */

/** An open file, or as much of one as knows its lines. */
export interface Lines {
  readonly document: Pick<Document, 'buffer'>
}

export const toRange = ({ document: { buffer } }: Lines, { from, to }: Span): Range => ({
  start: buffer.positionAt(from),
  end: buffer.positionAt(to),
})

export const toPosition = ({ document: { buffer } }: Lines, offset: number): Position => buffer.positionAt(offset)

/** Positions beyond the text or its lines are taken for the nearest place that exists. */
export const toOffset = ({ document: { buffer } }: Lines, position: Position): number => buffer.offsetAt(position)

export const toSpan = ({ document: { buffer } }: Lines, { start, end }: Range): Span => ({
  from: buffer.offsetAt(start),
  to: buffer.offsetAt(end),
})

export const toTextEdits = (file: Lines, edits: readonly Edit[]): TextEdit[] =>
  compatible(edits).map(({ span, insert }) => ({ range: toRange(file, span), newText: insert }))

/** Names the version it was computed for, where the client can read that. */
export const toWorkspaceEdit = (file: OpenFile, edits: readonly Edit[], client: ClientCapabilities): WorkspaceEdit =>
  toWorkspaceEdits([{ file, version: file.version, edits }], client)

/** The same for several files, as one undo; a file that is not open has no version. */
export function toWorkspaceEdits(files: readonly FileEdits[], client: ClientCapabilities): WorkspaceEdit {
  const changes = files.map(({ file, version, edits }) => ({
    textDocument: { uri: file.uri, version },
    edits: toTextEdits(file, edits),
  }))
  return client.workspace?.workspaceEdit?.documentChanges
    ? { documentChanges: changes }
    : { changes: Object.fromEntries(changes.map(({ textDocument: { uri }, edits }) => [uri, edits])) }
}

export interface FileEdits {
  readonly file: OpenFile
  readonly version: number | null
  readonly edits: readonly Edit[]
}

/** The same, which a client that can does not carry out before its user has looked at it. */
export function toReviewedEdit(
  file: OpenFile,
  edits: readonly Edit[],
  label: string,
  client: ClientCapabilities,
): WorkspaceEdit {
  const { documentChanges, changeAnnotationSupport } = client.workspace?.workspaceEdit ?? {}
  if (!documentChanges || !changeAnnotationSupport) return toWorkspaceEdit(file, edits, client)
  return {
    changeAnnotations: { [REVIEW]: { label, needsConfirmation: true } },
    documentChanges: [
      {
        textDocument: { uri: file.uri, version: file.version },
        edits: toTextEdits(file, edits).map((edit) => ({ ...edit, annotationId: REVIEW })),
      },
    ],
  }
}

const REVIEW = 'review'

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  hint: DiagnosticSeverity.Hint,
  information: DiagnosticSeverity.Information,
  warning: DiagnosticSeverity.Warning,
  error: DiagnosticSeverity.Error,
}

export const toSeverity = (severity: Severity): DiagnosticSeverity => SEVERITIES[severity]

/** Text of the survey inside Markdown that a client renders, where it must not become markup. */
export const escapeMarkdown = (text: string): string => text.replace(/[\\`*_{}[\]<>#|~!]/gu, String.raw`\$&`)
