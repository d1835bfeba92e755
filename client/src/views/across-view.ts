import {
  Disposable,
  DocumentLink,
  EventEmitter,
  languages,
  Position,
  Range,
  Uri,
  window,
  workspace,
  type LogOutputChannel,
} from 'vscode'
import { type AcrossAnswer } from '../../../server/src/protocol'
import { fileName } from '../editor/file-name'
import { type Server } from '../language/server'
import { coalesce } from '../survey/coalesce'

/** The scheme of the texts that have the same section of all initiatives of a survey. */
const ACROSS_SCHEME = 'survey-across'

/** Shows a section across a survey as a text that cannot be edited and follows the survey. */
export interface AcrossView extends Disposable {
  show(survey: Uri, section: string, title: string): Promise<void>
  /** Where in its survey the cursor of the active editor is; undefined where that shows no such text. */
  source(): { readonly survey: Uri; readonly position: Position } | undefined
}

interface AcrossOf {
  readonly survey: string
  readonly section: string
}

export function createAcrossView(server: Server, log: LogOutputChannel): AcrossView {
  const answers = new Map<string, AcrossAnswer>()
  const changed = new EventEmitter<Uri>()

  const shown = (): readonly Uri[] =>
    workspace.textDocuments.filter(({ uri }) => uri.scheme === ACROSS_SCHEME).map(({ uri }) => uri)
  const stale = new Set<string>()
  const refresh = coalesce(async () => {
    const now = [...stale]
    stale.clear()
    for (const uri of shown()) if (now.includes(ofUri(uri).survey)) changed.fire(uri)
    return Promise.resolve()
  }, 150)
  const follow = (survey: Uri): void => {
    stale.add(survey.toString())
    refresh.request()
  }

  const provide = async (uri: Uri): Promise<string> => {
    const { survey, section } = ofUri(uri)
    try {
      const answer = await server.across(await workspace.openTextDocument(Uri.parse(survey, true)), section)
      if (answer) answers.set(uri.toString(), answer)
      // What was there stays while the survey is none for a moment, as its author types.
      return (answer ?? answers.get(uri.toString()))?.text ?? ''
    } catch (error) {
      log.warn('A section could not be read across.', error)
      return answers.get(uri.toString())?.text ?? ''
    }
  }

  const sourceOf = (uri: Uri, { line, character }: Position): Position | undefined => {
    const source = answers.get(uri.toString())?.sources[line]
    const isHeading = answers.get(uri.toString())?.headings.includes(line)
    return source ? new Position(source.line, source.character + (isHeading ? 0 : character)) : undefined
  }

  const owned = Disposable.from(
    changed,
    refresh,
    workspace.registerTextDocumentContentProvider(ACROSS_SCHEME, {
      onDidChange: changed.event,
      provideTextDocumentContent: provide,
    }),
    languages.registerDocumentLinkProvider(
      { scheme: ACROSS_SCHEME },
      {
        provideDocumentLinks(document) {
          const { uri } = document
          const { headings = [] } = answers.get(uri.toString()) ?? {}
          const survey = Uri.parse(ofUri(uri).survey, true)
          return headings.flatMap((line) => {
            const source = sourceOf(uri, new Position(line, 0))
            const { text } = document.lineAt(line)
            const words = new Range(line, text.length - text.replace(/^#+ /u, '').length, line, text.length)
            return source ? [new DocumentLink(words, survey.with({ fragment: `L${source.line + 1}` }))] : []
          })
        },
      },
    ),
    workspace.onDidChangeTextDocument(
      ({ document, contentChanges }) => contentChanges.length > 0 && follow(document.uri),
    ),
    workspace.onDidCloseTextDocument(({ uri }) => answers.delete(uri.toString())),
    server.onDidRefresh(() => shown().forEach((uri) => follow(Uri.parse(ofUri(uri).survey, true)))),
  )

  return {
    async show(survey, section, title) {
      const name = fileName({ uri: survey })
      const uri = Uri.from({
        scheme: ACROSS_SCHEME,
        path: `/${title.replaceAll('/', '∕')} – ${name}`,
        query: JSON.stringify({ survey: survey.toString(), section } satisfies AcrossOf),
      })
      await window.showTextDocument(await workspace.openTextDocument(uri), { preview: false })
    },
    source() {
      const { document, selection } = window.activeTextEditor ?? {}
      if (!document || !selection || document.uri.scheme !== ACROSS_SCHEME) return undefined
      // A blank line has the place of what stands above it.
      for (let { line, character } = selection.active; line >= 0; line--, character = 0) {
        const position = sourceOf(document.uri, new Position(line, character))
        if (position) return { survey: Uri.parse(ofUri(document.uri).survey, true), position }
      }
      return undefined
    },
    dispose() {
      owned.dispose()
    },
  }
}

const ofUri = (uri: Uri): AcrossOf => JSON.parse(uri.query) as AcrossOf
