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
import { readable } from './readable'

/** What the author says to a plan: with `choices`, that it be made another way. */
export type PreviewAnswer = 'apply' | 'cancel' | 'stale' | { readonly choices: Readonly<Record<string, string>> }

/**
 * Shows what a plan would do before anything changes: the text before and after side by side, and above it a list that says
 * it in words, where Enter applies and Escape leaves everything as it was. Moving through the list shows each place.
 */
export async function previewPlan(document: TextDocument, plan: OperationPlan, title: string): Promise<PreviewAnswer> {
  const after = previewUri(document)
  const provider = workspace.registerTextDocumentContentProvider(after.scheme, {
    provideTextDocumentContent: () => textAfter(document, plan.edits),
  })
  const original = window.activeTextEditor
  const { selections = [], viewColumn, visibleRanges: [top] = [] } = original ?? {}
  const mark = window.createTextEditorDecorationType({
    isWholeLine: true,
    backgroundColor: new ThemeColor('editor.rangeHighlightBackground'),
  })
  const pick = window.createQuickPick<PlanItem>()
  try {
    await commands.executeCommand('vscode.diff', document.uri, after, l10n.t('{0} (preview)', title), {
      preview: false,
      preserveFocus: true,
      ...(viewColumn && { viewColumn }),
    })
    // While the two were being shown the author may have typed.
    if (document.version !== plan.version) return 'stale'
    const changes = plan.changes.map(({ range }) => toRange(range)).sort((a, b) => a.start.compareTo(b.start))
    const show = (range: Range | undefined) => {
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
    pick.title = title
    pick.placeholder = l10n.t('Enter applies, Escape leaves the survey as it is')
    pick.items = itemsOf(plan)
    pick.matchOnDescription = true
    // To look around in the text beside it, with the mouse too.
    pick.ignoreFocusOut = true
    const answer = await new Promise<PreviewAnswer>((resolve) => {
      const listening = Disposable.from(
        pick.onDidAccept(() => {
          const action = pick.activeItems[0]?.action
          if (action) resolve(action)
        }),
        pick.onDidHide(() => {
          listening.dispose()
          resolve('cancel')
        }),
        pick.onDidChangeActive(([item]) => show(item?.range)),
        workspace.onDidChangeTextDocument(
          (event) => event.document === document && event.contentChanges.length > 0 && resolve('stale'),
        ),
      )
      pick.show()
    })
    return document.version === plan.version ? answer : 'stale'
  } finally {
    pick.dispose()
    mark.dispose()
    if (original) {
      const editor = await window.showTextDocument(original.document, viewColumn ? { viewColumn } : {})
      editor.selections = selections
      if (top) editor.revealRange(top, TextEditorRevealType.AtTop)
    }
    // Behind it, so that the focus goes straight to the text.
    await closeDiff(after)
    provider.dispose()
  }
}

interface PlanItem extends QuickPickItem {
  readonly action?: PreviewAnswer
  readonly range?: Range
}

function itemsOf({ changes, losses, notes, alternatives }: OperationPlan): readonly PlanItem[] {
  const total = changes.reduce((sum, { places }) => sum + places, 0)
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
      l10n.t('Lost'),
      losses.map((loss) => ({ label: `$(warning) ${loss}` })),
    ),
    ...group(
      l10n.t('Instead'),
      alternatives.map(({ title, detail, choices }) => ({
        label: `$(arrow-swap) ${title}`,
        description: detail,
        action: { choices },
      })),
    ),
    ...group(
      l10n.t('To know'),
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
