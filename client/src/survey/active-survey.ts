import {
  Disposable,
  EventEmitter,
  languages,
  TabInputText,
  window,
  workspace,
  type Event,
  type LogOutputChannel,
  type TextDocument,
  type Uri,
} from 'vscode'
import { type Outline } from '../../../server/src/protocol'
import { fileName } from '../editor/file-name'
import { surveySelector } from '../language/selector'
import { type Server } from '../language/server'
import { coalesce } from './coalesce'

export interface TrackedDocument {
  readonly document: TextDocument
  /** Of the version that it says; undefined until the server has answered for this document. */
  readonly outline: Outline | undefined
}

/** The Markdown document that the author works on, and what the server says of it. */
export interface ActiveSurvey extends Disposable {
  readonly current: TrackedDocument | undefined
  /** The name of a file that is being opened or read, once that takes so long that its author is to be told. */
  readonly reading: string | undefined
  readonly onDidChange: Event<void>
  /** The document with an outline of its present text; undefined where there is none or it is changing too fast. */
  upToDate(): Promise<{ readonly document: TextDocument; readonly outline: Outline } | undefined>
}

/** Follows the active Markdown editor; other editors, views and panels leave the last document in place while it has a tab. */
export function followActiveSurvey(server: Server, log: LogOutputChannel): ActiveSurvey {
  const changed = new EventEmitter<void>()
  const selector = [...surveySelector()]
  let current: TrackedDocument | undefined
  let reading: string | undefined
  let opening: Uri | undefined
  let patience: ReturnType<typeof setTimeout> | undefined

  const set = (next: TrackedDocument | undefined) => {
    stopWaiting()
    current = next
    if (next && !next.outline) patience = setTimeout(() => say(next.document), UNNOTICED)
    changed.fire()
  }
  const stopWaiting = () => {
    clearTimeout(patience)
    reading = undefined
    opening = undefined
  }
  const say = (file: { readonly uri: Uri }) => {
    reading = fileName(file)
    changed.fire()
  }
  /** VS Code shows the tab of a large file long before it hands out the document: until then the one before is not what is in front. */
  const waitFor = (uri: Uri) => {
    if (opening?.toString() === uri.toString()) return
    stopWaiting()
    opening = uri
    patience = setTimeout(() => {
      current = undefined
      say({ uri })
    }, UNNOTICED)
  }
  const refresh = coalesce(async () => {
    const document = current?.document
    if (!document || server.state === 'stopped') return
    try {
      const outline = await server.outline(document)
      if (outline && document === current?.document) set({ document, outline })
    } catch (error) {
      log.warn('The outline could not be read.', error)
    }
  }, 80)
  const choose = () => {
    const uri = tabWithoutDocument()
    if (uri && selector.some(({ scheme }) => scheme === uri.scheme) && MARKDOWN.test(uri.path)) {
      waitFor(uri)
      return
    }
    if (opening) stopWaiting()
    const active = window.activeTextEditor?.document
    if (active && !active.isClosed && languages.match(selector, active) > 0) {
      if (active !== current?.document) {
        set({ document: active, outline: undefined })
        void refresh.now()
      }
    } else if (current && (languages.match(selector, current.document) === 0 || !hasTab(current.document))) {
      set(undefined)
    }
  }
  const isCurrent = (document: TextDocument) => document === current?.document

  const owned = Disposable.from(
    changed,
    refresh,
    window.onDidChangeActiveTextEditor(choose),
    window.tabGroups.onDidChangeTabs(choose),
    workspace.onDidOpenTextDocument(choose),
    workspace.onDidCloseTextDocument(choose),
    workspace.onDidChangeTextDocument(
      (event) => isCurrent(event.document) && event.contentChanges.length > 0 && refresh.request(),
    ),
    workspace.onDidChangeWorkspaceFolders(refresh.request),
    server.onDidRefresh(refresh.request),
    server.onDidChangeState((state) => (state === 'running' ? refresh.request() : changed.fire())),
  )
  choose()

  return {
    get current() {
      return current
    },
    get reading() {
      return server.state === 'stopped' ? undefined : reading
    },
    onDidChange: changed.event,
    async upToDate() {
      for (let attempt = 0; attempt < 3; attempt++) {
        const { document, outline } = current ?? {}
        if (!document) return undefined
        if (outline?.version === document.version) return { document, outline }
        await refresh.now()
      }
      return undefined
    },
    dispose() {
      clearTimeout(patience)
      owned.dispose()
    },
  }
}

/** So many milliseconds look like none: until then what is shown stays, so that switching between editors does not blink. */
const UNNOTICED = 300

const MARKDOWN = /\.(?:md|markdown)$/iu

/** Of the text in front, where its document is not there yet. */
function tabWithoutDocument(): Uri | undefined {
  const input = window.tabGroups.activeTabGroup.activeTab?.input
  if (!(input instanceof TabInputText)) return undefined
  const uri = input.uri.toString()
  return workspace.textDocuments.some((document) => document.uri.toString() === uri) ? undefined : input.uri
}

function hasTab(document: TextDocument): boolean {
  const uri = document.uri.toString()
  const tabs = window.tabGroups.all.flatMap((group) => group.tabs)
  return tabs.some(({ input }) => {
    const shown =
      input instanceof TabInputText ? input.uri : (input as { readonly modified?: unknown } | undefined)?.modified
    return shown?.toString() === uri
  })
}
