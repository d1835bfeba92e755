import { l10n, window, type QuickPickItem } from 'vscode'
import { type Command } from '../command'
import { notice } from '../editor/notice'
import { surveyHere } from '../survey/survey-here'

/** With a kind or a title as its argument, that section; else the author chooses one. */
export const readAcross: Command = {
  id: 'survey.readAcross',
  async run(workbench, argument) {
    const here = await surveyHere(workbench, { changes: false })
    if (!here) return
    const sections = (await workbench.server.acrossSections(here.document)) ?? []
    if (sections.length === 0) {
      notice(l10n.t('No initiative has a section yet, so there is nothing to read across.'))
      return
    }
    const items = sections.map((section): QuickPickItem & { readonly section: typeof section } => ({
      label: section.title,
      description: l10n.t('{0} of {1} initiatives', section.count, section.total),
      section,
    }))
    const known = items.find(({ section }) => section.name === argument || section.title === argument)
    const chosen =
      known ??
      (await window.showQuickPick(items, {
        title: l10n.t('Read Across'),
        placeHolder: l10n.t('Choose the section to read in all initiatives'),
      }))
    if (chosen) await workbench.across.show(here.document.uri, chosen.section.name, chosen.section.title)
  },
}
