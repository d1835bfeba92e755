import { l10n, type QuickPickItem, type TextDocument } from 'vscode'
import { type PlanRefusal } from '../../../server/src/protocol'
import { showPlaces, wordsToShow } from '../editor/say-refused'
import { type OpenList } from './open-list'

interface Answer extends QuickPickItem {
  readonly choices?: Readonly<Record<string, string>>
  readonly shows?: true
}

/** Asks what to do where something is not done as it was chosen. What changes nothing stands first. Undefined for nothing. */
export async function askAbout(
  document: TextDocument,
  list: OpenList,
  refusal: PlanRefusal,
  { text, no, alternatives }: NonNullable<PlanRefusal['question']>,
): Promise<Readonly<Record<string, string>> | undefined> {
  const unchanged = l10n.t('nothing changes')
  const answers: readonly Answer[] = [
    { label: no, description: unchanged },
    ...(refusal.ranges.length > 0
      ? [{ label: wordsToShow(refusal), description: whereTo(refusal), shows: true as const }]
      : []),
    ...alternatives.map(({ title, detail, choices }) => ({ label: title, description: detail, choices })),
  ]
  const chosen = await list.choose(answers, text)
  if (!chosen?.shows) return chosen?.choices
  list.pick.hide()
  await showPlaces(document, refusal)
  return undefined
}

const whereTo = ({ ranges: [first, ...others] }: PlanRefusal): string =>
  first && others.length === 0 ? l10n.t('goes to line {0}', first.start.line + 1) : l10n.t('lists them')
