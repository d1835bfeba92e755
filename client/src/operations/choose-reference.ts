import { type QuickPickItem } from 'vscode'
import { type Outline, type OutlineReference } from '../../../server/src/protocol'
import { outlineRow } from '../views/outline-row'
import { type OpenList } from './open-list'

export interface ReferenceItem extends QuickPickItem {
  /** What it stands for; a separator for nothing. */
  readonly number?: number
  /** What has that number; a number that is free has none. */
  readonly reference?: OutlineReference
}

/** Lets the author choose a reference of a survey; `more` stands below them. Undefined after Escape. */
export async function chooseReference(
  list: OpenList,
  { references }: Pick<Outline, 'references'>,
  placeHolder: string,
  more: readonly ReferenceItem[] = [],
): Promise<ReferenceItem | undefined> {
  return list.choose([...references.map(referenceItem), ...more], placeHolder)
}

function referenceItem(reference: OutlineReference): ReferenceItem {
  const { label, description } = outlineRow({ type: 'reference', ...reference })
  return { label, description, reference, number: reference.number }
}
