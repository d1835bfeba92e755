import { Disposable, l10n, StatusBarAlignment, window, workspace } from 'vscode'
import { type Outline } from '../../../server/src/protocol'
import { type ActiveSurvey } from '../survey/active-survey'

/** In the status bar, of a survey in front: how far it is. A click goes to what is left. A setting hides it. */
export function createProgressItem(survey: ActiveSurvey): Disposable {
  const item = window.createStatusBarItem('survey.progress', StatusBarAlignment.Right, 99)
  item.name = l10n.t('Survey Progress')
  const update = () => {
    const { document, outline } = survey.current ?? {}
    const isFront = document !== undefined && window.activeTextEditor?.document === document
    const isWanted = workspace.getConfiguration('survey', document).get('statusBar', true)
    if (!isFront || !isWanted || !outline?.survey) {
      item.hide()
      return
    }
    const missing = missingIn(outline)
    const left = outline.incomplete.length
    const lacking = missing === 0 ? '' : missing === 1 ? l10n.t('1 missing') : l10n.t('{0} missing', missing)
    item.text = ['$(checklist)', `${outline.done}/${outline.total}`, ...(lacking === '' ? [] : ['·', lacking])].join(
      ' ',
    )
    item.tooltip =
      left === 0
        ? l10n.t('{0} sections and references are written. Nothing is left.', outline.done)
        : l10n.t('{0} of {1} written. Click to go to the next of {2} that are left.', outline.done, outline.total, left)
    item.accessibilityInformation = {
      label: [l10n.t('Survey: {0} of {1} written', outline.done, outline.total), lacking].filter(Boolean).join(', '),
    }
    item.command = left === 0 ? 'survey.openOutline' : 'survey.nextIncomplete'
    item.show()
  }
  update()
  return Disposable.from(
    item,
    survey.onDidChange(update),
    window.onDidChangeActiveTextEditor(update),
    workspace.onDidChangeConfiguration((change) => change.affectsConfiguration('survey.statusBar') && update()),
  )
}

const missingIn = ({ initiatives }: Outline): number =>
  initiatives.reduce((sum, { sections }) => sum + sections.filter(({ state }) => state === 'missing').length, 0)
