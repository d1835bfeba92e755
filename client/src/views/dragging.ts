import { DataTransferItem, type TreeDragAndDropController } from 'vscode'

/** Is told which rows were dropped on which. */
export type Dropped = (dragged: readonly string[], target: string) => unknown

const ROWS = 'application/vnd.code.tree.survey.outline'

/** Rows of the Survey view are dragged within it. What can be moved where is not decided here. */
export const dragging = (onDrop: Dropped): TreeDragAndDropController<string> => ({
  dragMimeTypes: [ROWS],
  dropMimeTypes: [ROWS],
  handleDrag(rows, transfer) {
    transfer.set(ROWS, new DataTransferItem(rows))
  },
  async handleDrop(target, transfer) {
    const rows = transfer.get(ROWS)?.value as unknown
    if (target !== undefined && Array.isArray(rows)) await onDrop(rows as readonly string[], target)
  },
})
