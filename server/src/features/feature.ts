import type { CancellationToken, ClientCapabilities, Connection, ServerCapabilities } from 'vscode-languageserver'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { Document } from '../core'
import type { Settings } from '../session/settings'
