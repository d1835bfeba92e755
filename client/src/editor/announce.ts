import { window } from 'vscode'

/** Says something in the status bar, long enough to be read and without taking the focus from the text. */
export function announce(message: string): void {
  window.setStatusBarMessage(message, 6000)
}
