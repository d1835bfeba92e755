import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Server } from '../../client/src/language/server'
import type { followActiveSurvey, TrackedDocument } from '../../client/src/survey/active-survey'
import type { Outline } from '../../server/src/protocol'
import { outline } from './outlines'

type TextDocument = TrackedDocument['document']

/** As much of VS Code as has editors and tabs. */
const host = vi.hoisted(() => {
  class Emitter<T> {
    private readonly listeners = new Set<(value: T) => void>()
    readonly event = (listener: (value: T) => void) => {
      this.listeners.add(listener)
      return { dispose: () => this.listeners.delete(listener) }
    }
    fire(value: T): void {
      for (const listener of this.listeners) listener(value)
    }
    dispose(): void {
      this.listeners.clear()
    }
  }
  class TabInputText {
    constructor(readonly uri: { readonly path: string; readonly scheme: string }) {}
  }
  const never = () => ({ dispose: () => undefined })
  const tabs = new Emitter<void>()
  const editors = new Emitter<void>()
  return {
    EventEmitter: Emitter,
    TabInputText,
    Disposable: {
      from: (...all: readonly { dispose(): unknown }[]) => ({ dispose: () => all.forEach((each) => each.dispose()) }),
    },
    languages: { match: () => 10 },
    window: {
      activeTextEditor: undefined as { readonly document: TextDocument } | undefined,
      onDidChangeActiveTextEditor: editors.event,
      tabGroups: {
        all: [] as unknown[],
        activeTabGroup: { activeTab: undefined as { readonly input: unknown } | undefined },
        onDidChangeTabs: tabs.event,
      },
    },
    workspace: {
      textDocuments: [] as TextDocument[],
      onDidOpenTextDocument: never,
      onDidCloseTextDocument: never,
      onDidChangeTextDocument: never,
      onDidChangeWorkspaceFolders: never,
    },
    tabs,
    editors,
  }
})
vi.mock('vscode', () => host)

const uriOf = (name: string) => ({ path: `/work/${name}`, scheme: 'file', toString: () => `file:///work/${name}` })

/** VS Code shows the tab first, then hands out the document. */
function showTab(name: string): void {
  const tab = { input: new host.TabInputText(uriOf(name)) }
  host.window.tabGroups.activeTabGroup.activeTab = tab
  host.window.tabGroups.all = [{ tabs: [tab] }]
  host.tabs.fire()
}

function showDocument(name: string): void {
  const found = host.workspace.textDocuments.find(({ uri }) => uri.toString() === uriOf(name).toString())
  const document = found ?? ({ uri: uriOf(name), version: 1, isClosed: false } as unknown as TextDocument)
  if (!found) host.workspace.textDocuments.push(document)
  host.window.activeTextEditor = { document }
  host.editors.fire()
}

/** What the server has been asked, to be answered by the test. */
let asked: ((answer: Outline) => void)[] = []

async function follow() {
  const module = await import('../../client/src/survey/active-survey')
  const server = {
    state: 'running',
    onDidRefresh: () => ({ dispose: () => undefined }),
    onDidChangeState: () => ({ dispose: () => undefined }),
    outline: () => new Promise<Outline>((resolve) => asked.push(resolve)),
  } as unknown as Server
  return module.followActiveSurvey(server, {} as Parameters<typeof followActiveSurvey>[1])
}

const answer = async (): Promise<void> => {
  asked.splice(0).forEach((resolve) => resolve(outline({})))
  await vi.advanceTimersByTimeAsync(0)
}

beforeEach(() => {
  vi.useFakeTimers()
  asked = []
  host.workspace.textDocuments = []
  host.window.activeTextEditor = undefined
  host.window.tabGroups.activeTabGroup.activeTab = undefined
})
afterEach(() => void vi.useRealTimers())

test('a file that takes long is said to be read, from its tab on, until the server has answered', async () => {
  const survey = await follow()
  showTab('notes.md')
  showDocument('notes.md')
  await answer()
  expect(survey.current?.outline).toBeDefined()
  showTab('large.md')
  expect(survey.reading).toBeUndefined()
  await vi.advanceTimersByTimeAsync(1_000)
  expect([survey.reading, survey.current]).toEqual(['large.md', undefined])
  showDocument('large.md')
  await vi.advanceTimersByTimeAsync(1_000)
  expect([survey.reading, survey.current?.outline]).toEqual(['large.md', undefined])
  await answer()
  expect([survey.reading, survey.current?.outline?.survey]).toEqual([undefined, true])
  survey.dispose()
})

test('one that takes no time to speak of is never, and what was shown before stays meanwhile', async () => {
  const survey = await follow()
  const said: unknown[] = []
  survey.onDidChange(() => said.push(survey.reading))
  showTab('notes.md')
  showDocument('notes.md')
  await answer()
  showTab('survey.md')
  await vi.advanceTimersByTimeAsync(100)
  expect(survey.current?.document.uri.path).toBe('/work/notes.md')
  showDocument('survey.md')
  await vi.advanceTimersByTimeAsync(100)
  await answer()
  await vi.advanceTimersByTimeAsync(1_000)
  expect(survey.current?.document.uri.path).toBe('/work/survey.md')
  expect(new Set(said)).toEqual(new Set([undefined]))
  survey.dispose()
})

test('an author who goes back meanwhile is told nothing', async () => {
  const survey = await follow()
  showTab('notes.md')
  showDocument('notes.md')
  await answer()
  showTab('large.md')
  await vi.advanceTimersByTimeAsync(100)
  showTab('notes.md')
  await vi.advanceTimersByTimeAsync(1_000)
  expect([survey.reading, survey.current?.outline?.survey]).toEqual([undefined, true])
  showTab('large.md')
  await vi.advanceTimersByTimeAsync(1_000)
  expect(survey.reading).toBe('large.md')
  showTab('notes.md')
  await answer()
  expect([survey.reading, survey.current?.document.uri.path]).toEqual([undefined, '/work/notes.md'])
  survey.dispose()
})
