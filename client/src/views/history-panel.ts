import { randomBytes } from 'node:crypto'
import { l10n, ViewColumn, window, type Uri, type WebviewPanel } from 'vscode'
import { type HistoryAnswer } from '../../../server/src/protocol'

/** Shows the history of a file beside it: the drawing, and the same as a table. A file has one panel, which is shown anew. */
export function showHistoryPanel(uri: Uri, name: string, history: HistoryAnswer): void {
  const known = panels.get(uri.toString())
  const panel =
    known ??
    window.createWebviewPanel('survey.history', l10n.t('History: {0}', name), ViewColumn.Beside, {
      enableScripts: false,
      enableFindWidget: true,
      localResourceRoots: [],
    })
  if (known) known.reveal()
  else {
    panels.set(uri.toString(), panel)
    panel.onDidDispose(() => panels.delete(uri.toString()))
  }
  panel.webview.html = page(name, history)
}

const panels = new Map<string, WebviewPanel>()

/** No script, and no style but this one; every word in it is escaped but the drawing, which the server has escaped. */
function page(name: string, { summary, chart, head, rows }: HistoryAnswer): string {
  const nonce = randomBytes(16).toString('base64')
  const cells = (tag: 'th' | 'td', texts: readonly string[]): string =>
    texts
      .map((text, i) => {
        const scope = tag === 'th' ? ' scope="col"' : ''
        return `<${tag}${scope}${head[i]?.isNumber ? ' class="number"' : ''}>${escaped(text)}</${tag}>`
      })
      .join('')
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-${nonce}'">
<title>${escaped(name)}</title>
<style nonce="${nonce}">${STYLE}</style>
</head>
<body>
<h1>${escaped(l10n.t('History of {0}', name))}</h1>
<p>${escaped(summary)}</p>
${chart}
<table>
<caption>${escaped(l10n.t('Revisions, the newest first'))}</caption>
<thead><tr>${cells(
    'th',
    head.map(({ title }) => title),
  )}</tr></thead>
<tbody>
${[...rows]
  .reverse()
  .map((row) => `<tr>${cells('td', row)}</tr>`)
  .join('\n')}
</tbody>
</table>
</body>
</html>`
}

const STYLE = `
body { color: var(--vscode-foreground); background: var(--vscode-editor-background); padding: 0 1.5rem 2rem; }
h1 { font-size: 1.4em; font-weight: 600; }
svg { width: 100%; max-width: 75rem; height: auto; }
table { border-collapse: collapse; margin-top: 1rem; }
caption { text-align: start; font-weight: 600; padding: 0.3rem 0; }
th, td { text-align: start; vertical-align: top; padding: 0.2rem 0.9rem 0.2rem 0; border-bottom: 1px solid var(--vscode-contrastBorder, var(--vscode-editorWidget-border)); }
td:not(:last-child) { white-space: nowrap; }
.number { text-align: end; font-variant-numeric: tabular-nums; }
`

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
