import {
  commands,
  Disposable,
  EventEmitter,
  l10n,
  TreeItem,
  TreeItemCollapsibleState,
  window,
  type LogOutputChannel,
  type TextDocument,
  type TreeDataProvider,
} from 'vscode'
import { type Outline } from '../../../server/src/protocol'
import { fileName } from '../editor/file-name'
import { coalesce } from '../survey/coalesce'
import { type ActiveSurvey } from '../survey/active-survey'
import { changedNodes } from './changed-nodes'
import { likeSurvey } from './like-survey'
import { dragging, type Dropped } from './dragging'
import { incompleteOnly } from './incomplete-only'
import { nodeAt } from './node-at'
import { outlineRow, type OutlineRow } from './outline-row'
import { buildOutlineTree, type OutlineNode, type OutlineTree } from './outline-tree'

export { type OutlineRow }

export interface OutlineView extends Disposable {
  node(id: string): OutlineNode | undefined
  showIncompleteOnly(only: boolean): void
  /** What the view holds, top to bottom, folded or not. */
  rows(): readonly OutlineRow[]
}

/** The Survey view: a tree of the active survey that follows text and cursor. Its elements are ids of `OutlineNode`s. */
export function createOutlineView(survey: ActiveSurvey, log: LogOutputChannel, onDrop: Dropped): OutlineView {
  const redraw = new EventEmitter<string | string[] | undefined>()
  const folds = new Map<string, boolean>()
  let document: TextDocument | undefined
  let outline: Outline | undefined
  let whole = nothing
  let shown = nothing
  let onlyIncomplete = false
  let followed: string | undefined

  const isFolded = ({ id, content }: OutlineNode) => folds.get(id) ?? content.type === 'references'
  const provider: TreeDataProvider<string> = {
    onDidChangeTreeData: redraw.event,
    getChildren: (id) => [...(id === undefined ? shown.roots : (shown.nodes.get(id)?.children ?? []))],
    getParent: (id) => shown.nodes.get(id)?.parent,
    getTreeItem(id) {
      const node = shown.nodes.get(id)
      return node ? treeItem(node, isFolded(node)) : new TreeItem('')
    },
  }
  const view = window.createTreeView('survey.outline', {
    treeDataProvider: provider,
    showCollapseAll: true,
    canSelectMany: true,
    dragAndDropController: dragging(onDrop),
  })

  const show = () => {
    const before = shown
    shown = onlyIncomplete ? incompleteOnly(whole) : whole
    const changed = changedNodes(before, shown)
    if (changed === 'all') redraw.fire(undefined)
    else if (changed.length > 0) redraw.fire([...changed])
    label()
    follow.request()
  }
  const label = () => {
    const left = outline?.survey ? outline.incomplete.length : 0
    view.badge = left > 0 ? { value: left, tooltip: l10n.t('{0} incomplete', left) } : undefined
    view.title = survey.reading ?? (document && isShown(outline) ? fileName(document) : l10n.t('Survey'))
    view.description = outline?.survey ? l10n.t('{0} of {1} written', outline.done, outline.total) : ''
    view.message = message()
  }
  /** Empty otherwise: VS Code shows no welcome text below a message. */
  const message = (): string => {
    if (survey.reading !== undefined) return l10n.t('Reading {0} …', survey.reading)
    if (outline?.candidate) return l10n.t('{0}. Treat it as one, or not?', likeSurvey(outline))
    return onlyIncomplete && whole.roots.length > 0 && shown.roots.length === 0 ? l10n.t('Everything is written.') : ''
  }
  const update = () => {
    const { current } = survey
    // While another document's outline is on its way the view keeps the last one: switching editors must not make it blink.
    if (current && !current.outline && survey.reading === undefined) return
    const previous = current?.document === document ? whole : undefined
    document = current?.document
    outline = current?.outline
    whole = document && isShown(outline) ? buildOutlineTree(outline, document.uri.toString(), previous) : nothing
    show()
  }
  const follow = coalesce(async () => {
    const editor = window.activeTextEditor
    if (!view.visible || !editor || editor.document !== document) return
    const id = firstUnfolded(nodeAt(shown, editor.selection.active), shown, isFolded)
    if (id === undefined || id === followed) return
    followed = id
    try {
      await view.reveal(id, { select: true, focus: false, expand: false })
    } catch (error) {
      // The row may be gone by the time the view looks for it; the next update finds the right one.
      log.debug('The outline could not follow the cursor.', error)
    }
  }, 60)

  const owned = Disposable.from(
    redraw,
    view,
    follow,
    survey.onDidChange(update),
    window.onDidChangeTextEditorSelection(({ textEditor }) => textEditor.document === document && follow.request()),
    view.onDidChangeVisibility(() => {
      followed = undefined
      follow.request()
    }),
    // What the author selects by hand is no longer what the cursor selected.
    view.onDidChangeSelection(({ selection }) => (followed = selection.length === 1 ? selection[0] : undefined)),
    view.onDidCollapseElement(({ element }) => folds.set(element, true)),
    view.onDidExpandElement(({ element }) => folds.set(element, false)),
  )
  update()

  return {
    node: (id) => whole.nodes.get(id),
    showIncompleteOnly(only) {
      onlyIncomplete = only
      void commands.executeCommand('setContext', 'survey.incompleteOnly', only)
      show()
    },
    rows: () => rowsUnder(shown.roots, shown),
    dispose() {
      owned.dispose()
    },
  }
}

/** Also what only looks like a survey is outlined. */
const isShown = (outline: Outline | undefined): outline is Outline =>
  outline !== undefined && (outline.survey || outline.candidate)

const nothing: OutlineTree = { roots: [], nodes: new Map() }

function treeItem(node: OutlineNode, folded: boolean): TreeItem {
  const row = outlineRow(node.content)
  const item = new TreeItem(row.label, node.children.length === 0 ? none : folded ? collapsed : expanded)
  item.id = node.id
  item.description = row.description
  item.tooltip = row.tooltip
  item.iconPath = row.icon
  item.contextValue = row.context
  item.accessibilityInformation = { label: row.spoken }
  item.command = { command: 'survey.reveal', title: l10n.t('Go to Section'), arguments: [node.id] }
  return item
}

const { None: none, Collapsed: collapsed, Expanded: expanded } = TreeItemCollapsibleState

/** Following the cursor unfolds nothing that the author has folded: the folded row stands for what is in it. */
function firstUnfolded(
  id: string | undefined,
  { nodes }: OutlineTree,
  isFolded: (node: OutlineNode) => boolean,
): string | undefined {
  let found = id
  for (let node = nodes.get(id ?? ''); node; node = nodes.get(node.parent ?? '')) {
    if (node.id !== id && isFolded(node)) found = node.id
  }
  return found
}

function rowsUnder(ids: readonly string[], tree: OutlineTree): readonly OutlineRow[] {
  return ids.flatMap((id) => {
    const node = tree.nodes.get(id)
    return node ? [outlineRow(node.content), ...rowsUnder(node.children, tree)] : []
  })
}
