import { TabInputText, TextEditorRevealType, ThemeColor, window, workspace, type Range, type Uri } from 'vscode'

export interface Previewer {
  /** Shows a place without moving the cursor or the focus. */
  show(uri: Uri, range: Range): void
  /** Takes the mark away; with `restore`, everything is shown as it was before. */
  end(restore: boolean): Promise<void>
}

/** Shows places while the author looks through a list of them. */
export function previewer(): Previewer {
  const mark = window.createTextEditorDecorationType({
    isWholeLine: true,
    backgroundColor: new ThemeColor('editor.rangeHighlightBackground'),
  })
  const original = window.activeTextEditor
  const selections = original?.selections ?? []
  const top = original?.visibleRanges[0]
  const openBefore = new Set(openUris())
  let wanted = 0
  let showing: Promise<void> = Promise.resolve()

  const show = async (uri: Uri, range: Range, request: number) => {
    if (request !== wanted) return
    const document = await workspace.openTextDocument(uri)
    if (request !== wanted) return
    const editor = await window.showTextDocument(document, { preview: true, preserveFocus: true, ...columnFor(uri) })
    for (const other of window.visibleTextEditors) if (other !== editor) other.setDecorations(mark, [])
    editor.setDecorations(mark, [range])
    // In the middle, where the list does not cover it.
    editor.revealRange(range, TextEditorRevealType.InCenter)
  }
  const columnFor = (uri: Uri) => {
    const visible = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString())
    const viewColumn = visible?.viewColumn ?? original?.viewColumn
    return viewColumn === undefined ? {} : { viewColumn }
  }
  return {
    show(uri, range) {
      // One at a time, and only the last that was asked for: the author may hold the arrow key down.
      const request = ++wanted
      showing = showing.then(() => show(uri, range, request)).catch(() => undefined)
    },
    async end(restore) {
      wanted++
      await showing
      mark.dispose()
      if (!restore) return
      if (original) {
        const editor = await window.showTextDocument(original.document, {
          ...(original.viewColumn && { viewColumn: original.viewColumn }),
        })
        editor.selections = selections
        if (top) editor.revealRange(top, TextEditorRevealType.AtTop)
      }
      await window.tabGroups.close(
        previewTabs().filter(({ input }) => input instanceof TabInputText && !openBefore.has(input.uri.toString())),
      )
    },
  }
}

function openUris(): readonly string[] {
  return window.tabGroups.all
    .flatMap((group) => group.tabs)
    .flatMap(({ input }) => (input instanceof TabInputText ? input.uri.toString() : []))
}

function previewTabs() {
  return window.tabGroups.all.flatMap((group) => group.tabs).filter((tab) => tab.isPreview && !tab.isDirty)
}
