import { l10n, window } from 'vscode'

/**
 * Tells the author something and offers what helps, by the words of the buttons. Does not wait for an answer. Of a notice without a
 * button VS Code shows one line, whose end is what to do; and Markdown is not its language.
 */
export function notice(
  message: string,
  actions: Readonly<Record<string, () => unknown>> = {},
  kind: 'information' | 'warning' = 'information',
): void {
  const words = message.replace(/`([^`]*)`/gu, '“$1”')
  const names = Object.keys(actions)
  const buttons = names.length > 0 || words.length <= LONGEST_NOTICE_LINE ? names : [l10n.t('OK')]
  const show = kind === 'warning' ? window.showWarningMessage : window.showInformationMessage
  void show(words, ...buttons).then((choice) => choice !== undefined && actions[choice]?.())
}

/** In UTF-16 units. */
const LONGEST_NOTICE_LINE = 50
