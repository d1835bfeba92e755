import { randomBytes } from 'node:crypto'
import { l10n, Uri, type Webview } from 'vscode'
import { stateWords } from '../views/state-words'
import { type PageState, type PageWords } from './messages'

/** The page of a matrix: its controls, and an empty grid that the script fills. It loads nothing but its own script and style. */
export function matrixPage(webview: Webview, folder: Uri, name: string, state: PageState): string {
  const nonce = randomBytes(16).toString('base64')
  const at = (file: string): string => escaped(webview.asWebviewUri(Uri.joinPath(folder, file)).toString())
  const option = (value: string, words: string): string => `<option value="${value}">${escaped(words)}</option>`
  const help = l10n.t(
    'Arrow keys move. Enter goes to the section, Shift+Enter peeks, I inserts what is missing in the initiative.',
  )
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'nonce-${nonce}'; style-src ${webview.cspSource}">
<title>${escaped(l10n.t('Matrix: {0}', name))}</title>
<link rel="stylesheet" href="${at('matrix.css')}">
</head>
<body data-words="${escaped(JSON.stringify(pageWords()))}" data-state="${escaped(JSON.stringify(state))}">
<main>
<h1>${escaped(name)}</h1>
<div class="controls">
<label>${escaped(l10n.t('Sort'))} <select id="sort">
${option('text', l10n.t('as in the text'))}
${option('least', l10n.t('least written first'))}
${option('most', l10n.t('most written first'))}
</select></label>
<label>${escaped(l10n.t('Show'))} <select id="filter">
${option('', l10n.t('all initiatives'))}
${option('incomplete', l10n.t('with something to write'))}
${STATES.map((each) => option(each, l10n.t('with: {0}', stateWords(each)))).join('\n')}
</select></label>
<p id="shown" role="status"></p>
</div>
<div class="table"><table role="grid" id="grid" aria-label="${escaped(l10n.t('Matrix of {0}', name))}" aria-describedby="help" hidden></table></div>
<p id="nothing" hidden></p>
<p id="help">${escaped(help)}</p>
</main>
<script nonce="${nonce}" src="${at('matrix.js')}"></script>
</body>
</html>`
}

const STATES = ['missing', 'empty', 'placeholder', 'draft', 'none', 'complete'] as const

const pageWords = (): PageWords => ({
  states: {
    missing: stateWords('missing'),
    empty: stateWords('empty'),
    placeholder: stateWords('placeholder'),
    draft: stateWords('draft'),
    none: stateWords('none'),
    complete: stateWords('complete'),
    optional: l10n.t('optional'),
  },
  initiative: l10n.t('Initiative'),
  progress: l10n.t('{0} of {1} written'),
  word: l10n.t('1 word'),
  words: l10n.t('{0} words'),
  citation: l10n.t('1 citation'),
  citations: l10n.t('{0} citations'),
  unsupported: l10n.t('{0} without a source'),
  shown: l10n.t('{0} of {1} initiatives'),
})

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
