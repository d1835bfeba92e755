import { type LogOutputChannel } from 'vscode'
import { RevealOutputChannelOn, type LanguageClientOptions, type Middleware } from 'vscode-languageclient'
import { type ClientOffers } from '../../../server/src/protocol'
import { readOnlyBy } from '../editor/read-only'
import { restartPolicy, type ServerLife } from './restart-policy'
import { surveySelector } from './selector'

export function clientOptions(log: LogOutputChannel, life: ServerLife, more: Middleware): LanguageClientOptions {
  return {
    documentSelector: [...surveySelector()],
    outputChannel: log,
    // A failed hover or completion belongs in the log, never in front of someone who is writing.
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    initializationFailedHandler: () => false,
    errorHandler: restartPolicy(life, Date.now),
    initializationOptions: { readFile: true, didRefresh: true, showCitations: true } satisfies ClientOffers,
    synchronize: { configurationSection: 'survey' },
    diagnosticPullOptions: { onChange: true, onSave: false },
    markdown: { isTrusted: false, supportHtml: false },
    middleware: { ...middleware, ...more },
  }
}

const middleware: Middleware = {
  async provideCodeActions(document, range, context, token, next) {
    const { version } = document
    const actions = await next(document, range, context, token)
    // VS Code itself offers them in its Problems view, and would write over what is read-only.
    if (actions && actions.length > 0 && (await readOnlyBy(document))) return []
    // Their edits lose the version on the way into VS Code, so an answer for an older text would be applied to the newer one.
    return document.version === version ? actions : []
  },
}
