import { l10n, ThemeIcon } from 'vscode'
import { type OutlineRowContent } from './outline-tree'
import { stateIcon } from './state-icon'
import { stateWords } from './state-words'

/** A row in words. */
export interface OutlineRow {
  readonly label: string
  readonly description: string
  readonly tooltip: string
  /** What a screen reader says. */
  readonly spoken: string
  readonly icon: ThemeIcon
  /** What menus of the row go by. */
  readonly context: string
}

export function outlineRow(content: OutlineRowContent): OutlineRow {
  switch (content.type) {
    case 'initiative':
      return initiativeRow(content)
    case 'section':
      return sectionRow(content)
    case 'references':
      return referencesRow(content)
    case 'reference':
      return referenceRow(content)
  }
}

type Content<Type> = Extract<OutlineRowContent, { readonly type: Type }>

function initiativeRow({ number, title, done, total, missing }: Content<'initiative'>): OutlineRow {
  const label = number === null ? title : `#${number} ${title}`
  const written = l10n.t('{0} of {1} sections written', done, total)
  const lacking = missing === 1 ? l10n.t('1 section missing') : l10n.t('{0} sections missing', missing)
  const progress = missing > 0 ? `${written}, ${lacking}` : written
  return {
    label,
    description: `${done}/${total}`,
    tooltip: `${label}\n${progress}`,
    spoken: `${label}, ${progress}`,
    icon:
      done === total && total > 0
        ? stateIcon('complete')
        : new ThemeIcon(done > 0 ? 'color-mode' : 'circle-large-outline'),
    context: missing > 0 ? 'initiative missing' : 'initiative',
  }
}

function sectionRow({ title, state }: Content<'section'>): OutlineRow {
  const words = stateWords(state)
  return {
    label: title,
    description: words,
    tooltip: `${title}: ${words}`,
    spoken: `${title}, ${words}`,
    icon: stateIcon(state),
    context: state === 'missing' ? 'section missing' : 'section',
  }
}

function referencesRow({
  title = l10n.t('References'),
  state,
  incomplete,
  count,
  unfinished,
}: Content<'references'>): OutlineRow {
  const words = [
    ...(count > 0 || !incomplete ? [`${count}`] : []),
    ...(incomplete && state !== undefined ? [stateWords(state)] : []),
    ...(unfinished > 0 ? [l10n.t('{0} incomplete', unfinished)] : []),
  ].join(', ')
  return {
    label: title,
    description: words,
    tooltip: `${title}: ${words}`,
    spoken: `${title}, ${words}`,
    icon: incomplete && state !== undefined ? stateIcon(state) : new ThemeIcon('references'),
    context: 'references',
  }
}

function referenceRow({ number, title, incomplete, citations }: Content<'reference'>): OutlineRow {
  const label = `[${number}] ${title}`
  const cited = citations === 1 ? l10n.t('cited once') : l10n.t('cited {0} times', citations)
  const state = incomplete ? `${l10n.t('incomplete')}, ` : ''
  const words = state + (citations === 0 ? l10n.t('never cited') : cited)
  return {
    label,
    description: citations === 0 ? words : state + l10n.t('cited {0}×', citations),
    tooltip: `${label}\n${words}`,
    spoken: l10n.t('Reference {0}, {1}, {2}', number, title, words),
    icon: incomplete ? stateIcon('draft') : new ThemeIcon(citations === 0 ? 'circle-slash' : 'quote'),
    context: 'reference',
  }
}
