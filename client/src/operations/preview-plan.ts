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
  type QuickPickItem,
  type TextDocument,
} from 'vscode'
import { type OperationPlan } from '../../../server/src/protocol'
import { textAfter } from '../editor/text-after'
import { toRange } from '../editor/to-range'
import { type OpenList } from './open-list'
import { readable } from './readable'

/** What the author says to a plan: with `choices`, that it be made another way. */
export type PreviewAnswer = 'apply' | 'cancel' | 'stale' | { readonly choices: Readonly<Record<string, string>> }

/**
 * Shows what a plan would do before anything changes: a list says it in words, where Enter applies and Escape leaves everything as it
 * was; the text before and after comes up behind it, and moving through the list shows each place.
 */
export async function previewPlan(document: TextDocument, list: OpenList, plan: OperationPlan): Promise<PreviewAnswer> {
  const { pick } = list
  if (list.isClosed) return 'cancel'
  if (document.version !== plan.version) return 'stale'
  pick.placeholder = l10n.t('Enter applies, Escape cancels')
  // To look around in the text beside it, with the mouse too.
  pick.ignoreFocusOut = true
  pick.items = itemsOf(plan)
  const active = (): PlanItem | undefined => pick.activeItems[0]
  const sides = openSides(document, plan, pick.title ?? '', () => active()?.range)
  void sides.opened.then(() => (pick.busy = false))
  try {
    const answer = await answered(
      document,
      pick,
      () => active()?.action,
      () => sides.show(active()?.range),
    )
    return document.version === plan.version ? answer : 'stale'
  } finally {
    // In front until what is still coming up is gone again: the keys pressed meanwhile belong to neither.
    pick.enabled = false
    pick.busy = true
    if (!sides.isOpen) pick.show()
    await sides.close()
    pick.dispose()
  }
}

function answered(
  document: TextDocument,
  pick: OpenList['pick'],
  action: () => PreviewAnswer | undefined,
  show: () => void,
): Promise<PreviewAnswer> {
  return new Promise((resolve) => {
    const listening = Disposable.from(
      pick.onDidAccept(() => {
        const answer = action()
        if (answer) resolve(answer)
      }),
      pick.onDidHide(() => {
        listening.dispose()
        resolve('cancel')
      }),
      pick.onDidChangeActive(show),
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
  readonly action?: PreviewAnswer
  readonly range?: Range
}

/** In how many places a plan changes something. */
export const changeCount = ({ changes }: Pick<OperationPlan, 'changes'>): number =>
  changes.reduce((sum, { places }) => sum + places, 0)

function itemsOf(plan: OperationPlan): readonly PlanItem[] {
  const { changes, losses, notes, alternatives } = plan
  const total = changeCount(plan)
  const count = total === 1 ? l10n.t('1 change') : l10n.t('{0} changes', total)
  return [
    { label: `$(check) ${l10n.t('Apply')}`, description: count, alwaysShow: true, action: 'apply' },
    {
      label: `$(close) ${l10n.t('Cancel')}`,
      description: l10n.t('nothing changes'),
      alwaysShow: true,
      action: 'cancel',
    },
    ...group(
      l10n.t('Warnings'),
      losses.map((loss) => ({ label: `$(warning) ${loss}` })),
    ),
    ...group(
      l10n.t('Other ways'),
      alternatives.map(({ title, detail, choices }) => ({
        label: `$(arrow-swap) ${title}`,
        description: detail,
        action: { choices },
      })),
    ),
    ...group(
      l10n.t('Notes'),
      notes.map((note) => ({ label: `$(info) ${note}` })),
    ),
    ...group(
      l10n.t('Changes'),
      changes.map(({ subject, before, after, range }) => ({
        label: arrow(...shownApart(before, after)),
        description: subject,
        range: toRange(range),
      })),
    ),
  ]
}

/** As a reader sees them; as they are written where a reader sees no difference. */
function shownApart(before: string, after: string): [before: string, after: string] {
  const shown: [string, string] = [readable(before), readable(after)]
  return shown[0] === shown[1] ? [before, after] : shown
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
