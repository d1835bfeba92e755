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
} from 'vscode'
import { type Outline } from '../../../server/src/protocol'
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
  readonly onDidChange: Event<void>
  /** The document with an outline of its present text; undefined where there is none or it is changing too fast. */
  upToDate(): Promise<{ readonly document: TextDocument; readonly outline: Outline } | undefined>
}

/** Follows the active Markdown editor; other editors, views and panels leave the last document in place while it has a tab. */
export function followActiveSurvey(server: Server, log: LogOutputChannel): ActiveSurvey {
  const changed = new EventEmitter<void>()
  const selector = [...surveySelector()]
  let current: TrackedDocument | undefined

  const set = (next: TrackedDocument | undefined) => {
    current = next
    changed.fire()
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
      owned.dispose()
    },
  }
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
