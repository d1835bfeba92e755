import { l10n, QuickPickItemKind, workspace, type Uri } from 'vscode'
import { type IncompletePlace } from '../../../server/src/protocol'
import { goTo } from '../editor/go-to'
import { previewer } from '../editor/previewer'
import { toRange } from '../editor/to-range'
import { findSurveys } from '../survey/find-surveys'
import { stateWords } from '../views/state-words'
import { choosePlace, type PlaceItem } from '../editor/choose-place'
import { type Command } from '../command'

export const goToIncompleteInWorkspace: Command = {
  id: 'survey.goToIncompleteInWorkspace',
  async run({ server }) {
    const place = await choosePlace(
      l10n.t('Looking for surveys …'),
      previewer(),
      async ({ items, placeholder, token }) => {
        const found: PlaceItem[] = []
        let surveys = 0
        for await (const { uri, outline } of findSurveys(server, token)) {
          surveys++
          if (outline.incomplete.length === 0) continue
          found.push(
            heading(uri, outline.incomplete.length),
            ...outline.incomplete.map((section) => itemOf(uri, section)),
          )
          items([...found])
        }
        placeholder(conclusion(surveys, found.length))
      },
    )
    if (place) await goTo(await workspace.openTextDocument(place.uri), place.range)
  },
}

function conclusion(surveys: number, found: number): string {
  if (surveys === 0) return l10n.t('This workspace has no surveys.')
  return found === 0
    ? l10n.t('Nothing left to write in this workspace.')
    : l10n.t('Go to an incomplete section or reference in any survey')
}

function heading(uri: Uri, incomplete: number): PlaceItem {
  return { label: `${workspace.asRelativePath(uri)} (${incomplete})`, kind: QuickPickItemKind.Separator }
}

function itemOf(uri: Uri, { title, state, selection }: IncompletePlace): PlaceItem {
  // The file stays visible, and can be typed, when the list is filtered and its headings are gone.
  const description = `${stateWords(state)}, ${workspace.asRelativePath(uri)}:${selection.start.line + 1}`
  return { label: title, description, place: { uri, range: toRange(selection) } }
}
