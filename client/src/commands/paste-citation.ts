import { env, l10n } from 'vscode'
import { citeAtCursors } from '../citing/cite-at-cursors'
import { type PasteAnswer } from '../../../server/src/protocol'
import { announce } from '../editor/announce'
import { notice } from '../editor/notice'
import { type Command } from '../command'
import { showSurvey } from '../survey/show-survey'

/** Cites what is on the clipboard, at every cursor. */
export const pasteCitation: Command = {
  id: 'survey.pasteCitation',
  edits: true,
  async run(workbench) {
    const shown = await showSurvey(workbench)
    if (!shown) return
    const { document, editor } = shown
    const { version } = document
    const text = await env.clipboard.readText()
    const answers = await workbench.server.paste(document, editor.selection, text)
    if (!answers && document.version === version) {
      notice(
        l10n.t(
          'The clipboard names no source. Copy an address, a DOI, an arXiv id, or an entry in BibTeX, RIS or CSL-JSON, and try again.',
        ),
      )
      return
    }
    const cited = await citeAtCursors(editor, version, (range) => workbench.server.paste(document, range, text))
    if (cited) announce(saidOf(cited))
  },
}

function saidOf({ numbers, known, untitled }: PasteAnswer): string {
  const listed = numbers.map((number) => `[${number}]`).join(', ')
  if (known === numbers.length) return l10n.t('Cited {0}, already listed.', listed)
  return untitled ? l10n.t('Cited as {0}; title missing.', listed) : l10n.t('Cited as {0}.', listed)
}
