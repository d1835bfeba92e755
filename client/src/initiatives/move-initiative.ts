import { l10n, Position, Range, Selection, type TextDocument } from 'vscode'
import { announce } from '../editor/announce'
import { changeText } from '../editor/change-text'
import { sayRefused } from '../editor/say-refused'
import { sayStale } from '../editor/say-stale'
import { showDocument } from '../editor/show-document'
import { isRefusal } from '../operations/is-refusal'
import { type Workbench } from '../workbench'

/**
 * Moves initiatives, counted from 1, so that the first of them comes to stand at a place: one step to undo. The cursor goes along
 * with the text that it is in; who works in the Survey view stays there.
 */
export async function moveInitiatives(
  { server, survey }: Workbench,
  document: TextDocument,
  from: readonly number[],
  to: number,
  { fromView = false } = {},
): Promise<void> {
  const before = survey.current?.outline?.initiatives ?? []
  const answer = await server.plan(document, 'move-initiative', { from: from.join(','), to: String(to) })
  if (!answer) return sayStale()
  if (isRefusal(answer)) return sayRefused(document, answer)
  if (answer.edits.length === 0) return
  const editor = await showDocument(document, { preserveFocus: fromView })
  const cursor = editor.selection.active
  const inside = before[(from[0] ?? 0) - 1]?.range
  const depth =
    inside && cursor.line >= inside.start.line && cursor.line <= inside.end.line ? cursor.line - inside.start.line : 0
  if (!(await changeText(editor, answer))) return
  const after = (await survey.upToDate())?.outline.initiatives ?? []
  const moved = after[to - 1]
  if (moved) {
    const place = new Position(
      moved.range.start.line + depth,
      depth === 0 ? moved.range.start.character : cursor.character,
    )
    editor.selection = new Selection(place, place)
    editor.revealRange(new Range(place, place))
  }
  announce(
    from.length === 1 && moved
      ? l10n.t('{0} is at place {1} of {2} now. Undo reverts it.', moved.title, to, after.length)
      : l10n.t('{0} initiatives moved. Undo reverts it.', from.length),
  )
}
