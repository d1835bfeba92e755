import {
  commands,
  Disposable,
  l10n,
  QuickPickItemKind,
  type Range,
  TabInputTextDiff,
  TextEditorRevealType,
  ThemeColor,
  Uri,
  window,
  workspace,
  type QuickPick,
  type QuickPickItem,
  type TextDocument,
} from 'vscode'
import { type OperationPlan } from '../../../server/src/protocol'
import { textAfter } from '../editor/text-after'
import { toRange } from '../editor/to-range'
import { readable } from './readable'

/** A list that shows what a plan would do. */
export interface Preview {
  /** Whether the author has closed the list while the plan was worked out. */
  readonly isClosed: boolean
  /** What the author decides, having seen the plan; `stale` where the text is another by then. */
  decide(plan: OperationPlan): Promise<'apply' | 'cancel' | 'stale'>
  dispose(): void
}

/**
 * Opens the list in which a plan is shown, before there is one: a key that the author presses meanwhile goes to the list, and not into
 * the text. Then it says in words what would change, where Enter applies and Escape leaves everything as it was; the text before and
 * after comes up behind it, and moving through the list shows each place.
 */
export function openPreview(document: TextDocument, title: string): Preview {
  const pick = window.createQuickPick<PlanItem>()
  let isClosed = false
  const closing = pick.onDidHide(() => (isClosed = true))
  pick.title = title
  pick.placeholder = l10n.t('Looking at what would change …')
  pick.busy = true
  pick.matchOnDescription = true
  // To look around in the text beside it, with the mouse too.
  pick.ignoreFocusOut = true
  pick.show()
  return {
    get isClosed() {
      return isClosed
    },
    async decide(plan) {
      if (isClosed) return 'cancel'
      if (document.version !== plan.version) return 'stale'
      pick.placeholder = l10n.t('Enter applies, Escape leaves the survey as it is')
      pick.items = itemsOf(plan)
      const sides = openSides(document, plan, title, () => pick.activeItems[0]?.range)
      void sides.opened.then(() => (pick.busy = false))
      try {
        const answer = await answered(document, pick, sides)
        return document.version === plan.version ? answer : 'stale'
      } finally {
        // In front until what is still coming up is gone again: the keys pressed meanwhile belong to neither.
        pick.enabled = false
        pick.busy = true
        if (!sides.isOpen) pick.show()
        await sides.close()
        pick.dispose()
      }
    },
    dispose() {
      closing.dispose()
      pick.dispose()
    },
  }
}

function answered(
  document: TextDocument,
  pick: QuickPick<PlanItem>,
  sides: Sides,
): Promise<'apply' | 'cancel' | 'stale'> {
  return new Promise((resolve) => {
    const listening = Disposable.from(
      pick.onDidAccept(() => {
        const action = pick.activeItems[0]?.action
        if (action) resolve(action)
      }),
      pick.onDidHide(() => {
        listening.dispose()
        resolve('cancel')
      }),
      pick.onDidChangeActive(([item]) => sides.show(item?.range)),
      workspace.onDidChangeTextDocument(
        (event) => event.document === document && event.contentChanges.length > 0 && resolve('stale'),
      ),
    )
  })
}

/** The text before and after, side by side. */
interface Sides {
  /** Settles once they can be seen, which in a long survey takes seconds. */
  readonly opened: Promise<void>
  readonly isOpen: boolean
  show(range: Range | undefined): void
  /** Resolves once they are gone and the author is back where they were. */
  close(): Promise<void>
}

function openSides(
  document: TextDocument,
  plan: OperationPlan,
  title: string,
  selected: () => Range | undefined,
): Sides {
  const after = previewUri(document)
  const text = textAfter(document, plan.edits)
  const provider = workspace.registerTextDocumentContentProvider(after.scheme, {
    provideTextDocumentContent: () => text,
  })
  const original = window.activeTextEditor
  const { selections = [], viewColumn, visibleRanges: [top] = [] } = original ?? {}
  const mark = window.createTextEditorDecorationType({
    isWholeLine: true,
    backgroundColor: new ThemeColor('editor.rangeHighlightBackground'),
  })
  const changes = plan.changes.map(({ range }) => toRange(range)).sort((a, b) => a.start.compareTo(b.start))
  let isOpen = false
  let isOver = false
  const show = (range: Range | undefined) => {
    if (!isOpen) return
    for (const editor of window.visibleTextEditors.filter((each) => each.document === document)) {
      editor.setDecorations(mark, range ? [range] : [])
      // The list covers the middle's upper half.
      const place = range ?? changes[0]
      if (place)
        editor.revealRange(
          place,
          range ? TextEditorRevealType.InCenter : TextEditorRevealType.InCenterIfOutsideViewport,
        )
    }
  }
  const options = { preview: false, preserveFocus: true, ...(viewColumn && { viewColumn }) }
  const opened = Promise.resolve(
    commands.executeCommand('vscode.diff', document.uri, after, l10n.t('{0} (preview)', title), options),
  ).then(
    () => {
      isOpen = true
      if (!isOver) show(selected())
    },
    () => undefined,
  )
  return {
    opened,
    get isOpen() {
      return isOpen
    },
    show,
    async close() {
      isOver = true
      await opened
      mark.dispose()
      if (original) {
        const editor = await window.showTextDocument(original.document, viewColumn ? { viewColumn } : {})
        editor.selections = selections
        if (top) editor.revealRange(top, TextEditorRevealType.AtTop)
      }
      // Behind it, so that the focus goes straight to the text.
      await closeDiff(after)
      provider.dispose()
    },
  }
}

interface PlanItem extends QuickPickItem {
  readonly action?: 'apply' | 'cancel'
  readonly range?: Range
}

function itemsOf({ changes, losses, notes }: OperationPlan): readonly PlanItem[] {
  const count = changes.length === 1 ? l10n.t('1 change') : l10n.t('{0} changes', changes.length)
  return [
    { label: `$(check) ${l10n.t('Apply')}`, description: count, alwaysShow: true, action: 'apply' },
    {
      label: `$(close) ${l10n.t('Cancel')}`,
      description: l10n.t('nothing changes'),
      alwaysShow: true,
      action: 'cancel',
    },
    ...group(
      l10n.t('Lost'),
      losses.map((loss) => ({ label: `$(warning) ${loss}` })),
    ),
    ...group(
      l10n.t('To know'),
      notes.map((note) => ({ label: `$(info) ${note}` })),
    ),
    ...group(
      l10n.t('Changes'),
      changes.map(({ subject, before, after, range }) => ({
        label: readable(arrow(before, after)),
        description: subject,
        range: toRange(range),
      })),
    ),
  ]
}

function arrow(before: string, after: string): string {
  if (before === '') return l10n.t('new: {0}', after)
  return after === '' ? l10n.t('{0}: removed', before) : `${before} → ${after}`
}

const group = (label: string, items: readonly PlanItem[]): readonly PlanItem[] =>
  items.length > 0 ? [{ label, kind: QuickPickItemKind.Separator }, ...items] : []

/** Ends like the survey, so that it looks like it, and differs every time: VS Code keeps a document for as long as it likes. */
function previewUri({ uri }: TextDocument): Uri {
  return Uri.from({
    scheme: 'survey-preview',
    path: uri.path.startsWith('/') ? uri.path : `/${uri.path}`,
    query: String(Date.now()),
  })
}

async function closeDiff(after: Uri): Promise<void> {
  const tabs = window.tabGroups.all.flatMap((group) => group.tabs)
  await window.tabGroups.close(
    tabs.filter(({ input }) => input instanceof TabInputTextDiff && input.modified.toString() === after.toString()),
  )
}
