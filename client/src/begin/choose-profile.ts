import { l10n, window, type Uri } from 'vscode'
import { type Server } from '../language/server'

/** Asks by which profile a survey is to be begun in a file, where there are several; undefined after Escape. */
export async function chooseProfile(server: Server, uri: Uri | undefined): Promise<string | undefined> {
  const profiles = await server.profiles(uri)
  const [first, ...others] = profiles ?? []
  if (!first) throw new Error('The server has no profile.')
  if (others.length === 0) return first.name
  const chosen = await window.showQuickPick(
    [first, ...others].map(({ name, summary }) => ({ label: name, description: summary })),
    { title: l10n.t('New Survey'), placeHolder: l10n.t('Choose the profile'), matchOnDescription: true },
  )
  return chosen?.label
}
