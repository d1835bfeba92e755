import { type Position, type TextDocument } from 'vscode'
import { type Outline, type OutlineReference } from '../../../server/src/protocol'
import { toRange } from '../editor/to-range'
import { type Workbench } from '../workbench'

/** The reference that a command is about: the row that it was run from, else the entry or the citation that the cursor is in. */
export async function referenceHere(
  { view, server }: Workbench,
  argument: unknown,
  { references }: Outline,
  document: TextDocument,
  position: Position,
): Promise<OutlineReference | undefined> {
  const content = typeof argument === 'string' ? view.node(argument)?.content : undefined
  if (content?.type === 'reference') return references.find(({ number }) => number === content.number)
  const entry = entryAt(references, position)
  if (entry) return entry
  const number = await server.numberAt(document, position)
  return references.find((reference) => reference.number === number)
}

/** The entry of the reference list that a position is in. */
export function entryAt(references: readonly OutlineReference[], position: Position): OutlineReference | undefined {
  return references.find(({ range }) => toRange(range).contains(position))
}
