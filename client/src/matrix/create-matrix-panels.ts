import {
  commands,
  Disposable,
  l10n,
  Location,
  Uri,
  ViewColumn,
  window,
  workspace,
  type LogOutputChannel,
  type TextDocument,
  type TextEditor,
  type WebviewPanel,
} from 'vscode'
import { type MatrixAnswer } from '../../../server/src/protocol'
import { insertMissing } from '../begin/insert-missing'
import { announce } from '../editor/announce'
import { fileName } from '../editor/file-name'
import { refuseReadOnly } from '../editor/read-only'
import { selectPlace } from '../editor/select-place'
import { showDocument } from '../editor/show-document'
import { toRange } from '../editor/to-range'
import { type Server } from '../language/server'
import { coalesce } from '../survey/coalesce'
import { type MatrixPanels } from './matrix-panels'
import { type FromPage, type PageState, type ToPage } from './messages'
import { matrixPage } from './page'

const VIEW = 'survey.matrix'

/** Shows matrices that follow their texts while they are in sight, and brings back those that were open when the window was. */
export function createMatrixPanels(server: Server, extension: Uri, log: LogOutputChannel): MatrixPanels {
  const folder = Uri.joinPath(extension, 'dist', 'client')
  const options = { enableScripts: true, enableFindWidget: true, localResourceRoots: [folder] }
  const panels = new Map<string, Disposable & { readonly panel: WebviewPanel; readonly uri: Uri }>()

  const fill = (panel: WebviewPanel, uri: Uri, state: PageState) => {
    const id = uri.toString()
    panels.get(id)?.panel.dispose()
    panel.webview.options = options
    panel.title = l10n.t('Matrix: {0}', fileName({ uri }))
    const followed = follow(panel, uri, server, log)
    panels.set(id, { panel, uri, dispose: () => void followed.dispose() })
    panel.onDidDispose(() => {
      followed.dispose()
      if (panels.get(id)?.panel === panel) panels.delete(id)
    })
    panel.webview.html = matrixPage(panel.webview, folder, fileName({ uri }), state)
  }
  const serializer = window.registerWebviewPanelSerializer(VIEW, {
    deserializeWebviewPanel(panel, state: unknown) {
      // VS Code may not have come to keep what the page said last; the survey in sight is most likely meant.
      const uri = isPageState(state)
        ? Uri.parse(state.uri)
        : window.visibleTextEditors.find(({ document }) => document.languageId === 'markdown')?.document.uri
      if (uri) fill(panel, uri, { ...(isPageState(state) && state), uri: uri.toString() })
      else panel.dispose()
      return Promise.resolve()
    },
  })
  return {
    open(document) {
      const known = panels.get(document.uri.toString())
      if (known) return known.panel.reveal()
      const panel = window.createWebviewPanel(VIEW, '', ViewColumn.Beside, options)
      fill(panel, document.uri, { uri: document.uri.toString() })
    },
    get active() {
      const id = [...panels].find(([, { panel }]) => panel.active)?.[0]
      return workspace.textDocuments.find(({ uri }) => uri.toString() === id)
    },
    dispose() {
      serializer.dispose()
      for (const panel of panels.values()) panel.dispose()
    },
  }
}

const isPageState = (state: unknown): state is PageState =>
  typeof state === 'object' && state !== null && typeof (state as Partial<PageState>).uri === 'string'

/** Keeps a page up to date, one request at a time and none while it is hidden, and does what the author asks for in it. */
function follow(panel: WebviewPanel, uri: Uri, server: Server, log: LogOutputChannel): Disposable {
  let latest: MatrixAnswer | undefined
  let isReady = false
  const post = (message: ToPage) => void panel.webview.postMessage(message)
  const refresh = coalesce(async () => {
    if (!panel.visible || !isReady || server.state !== 'running') return
    try {
      const matrix = await read()
      if (!matrix) return
      latest = matrix
      if (matrix.columns.length > 0 && matrix.rows.length > 0) post({ type: 'matrix', matrix })
      else
        post({
          type: 'nothing',
          reason: matrix.columns.length > 0 ? l10n.t('There are no initiatives yet.') : matrix.reason,
        })
    } catch (error) {
      log.warn('The matrix could not be read.', error)
      post({ type: 'nothing', reason: l10n.t('{0} cannot be read.', fileName({ uri })) })
    }
  }, 80)

  /** Null while the text is changing: each change asks again. */
  const read = async (): Promise<MatrixAnswer | null> => server.matrix(await documentOf(uri))

  /** What the page shows is at most one pause of typing old; where it is about is looked up in the text of now. */
  const upToDate = async (): Promise<{ document: TextDocument; matrix: MatrixAnswer } | undefined> => {
    const document = await documentOf(uri)
    if (latest?.version !== document.version) latest = (await read()) ?? undefined
    return latest && { document, matrix: latest }
  }
  const show = (document: TextDocument, preserveFocus: boolean): Promise<TextEditor> =>
    showDocument(document, {
      preserveFocus,
      // Not in the place of the matrix, where the text is not open.
      viewColumn: panel.viewColumn === ViewColumn.One ? ViewColumn.Beside : ViewColumn.One,
    })

  const obey = async (message: Exclude<FromPage, { type: 'ready' }>): Promise<void> => {
    const here = await upToDate()
    const row = here?.matrix.rows[message.row]
    if (!here || !row) return
    const { document, matrix } = here
    if (message.type === 'insertMissing') {
      if (await refuseReadOnly(document)) return
      const editor = await show(document, true)
      return insertMissing({ server }, editor, toRange(row.selection).start)
    }
    const cell = row.cells[message.column]
    const place = toRange((cell ?? row).selection)
    const editor = await show(document, false)
    if (message.type === 'go') {
      selectPlace(editor, place)
      if (cell?.state === 'missing')
        announce(l10n.t('“{0}” is missing here.', matrix.columns[message.column]?.title ?? ''))
      return
    }
    const shown = cell?.range ?? (cell ? undefined : row.range)
    await commands.executeCommand(
      'editor.action.peekLocations',
      document.uri,
      editor.selection.active,
      [new Location(document.uri, shown ? toRange(shown).start : place.start)],
      'peek',
    )
  }

  return Disposable.from(
    refresh,
    panel.webview.onDidReceiveMessage((message: FromPage) => {
      if (message.type !== 'ready')
        return void obey(message).catch((error: unknown) => {
          log.error('survey.matrix', error)
          void window.showErrorMessage(l10n.t('Survey Author failed to do this; nothing was changed.'))
        })
      isReady = true
      void refresh.now()
    }),
    panel.onDidChangeViewState(() => {
      // A page that is hidden is gone; the new one says when it is there.
      if (!panel.visible) isReady = false
    }),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (panel.visible && contentChanges.length > 0 && document.uri.toString() === uri.toString()) refresh.request()
    }),
    server.onDidRefresh(refresh.request),
    server.onDidChangeState(refresh.request),
  )
}

/** The open document, or that of the file. What never had one is not made anew. */
async function documentOf(uri: Uri): Promise<TextDocument> {
  const open = workspace.textDocuments.find((document) => document.uri.toString() === uri.toString())
  if (!open && uri.scheme === 'untitled') throw new Error('The document is closed.')
  return open ?? workspace.openTextDocument(uri)
}
