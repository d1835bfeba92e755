import { type LogOutputChannel } from 'vscode'
import { RevealOutputChannelOn, type LanguageClientOptions, type Middleware } from 'vscode-languageclient'
import { type ClientOffers } from '../../../server/src/protocol'
import { codeActions } from './code-actions'
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
    middleware: { ...codeActions, ...more },
  }
}
