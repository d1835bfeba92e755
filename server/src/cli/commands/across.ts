import { acrossChoices, acrossText, initiativeAnchors, recognitionWord } from '../../core'
import type { Command } from '../command'
import { readFiles } from '../files'

export const acrossCommand: Command = {
  name: 'across',
  summary: 'Print the same section of all initiatives as one text, to read them side by side.',
  usage: 'SECTION FILE…',
  details: [
    'SECTION is a kind or a title of the profile (threats, "Threats to us"), or the title of another section that an initiative has.\nThe text is Markdown: each initiative is a heading that links back to its place. Where one lacks the section, it says so.',
  ],
  options: {},

  async run({ files: [section = '', ...files], terminal }) {
    if (files.length === 0) {
      terminal.problem('which section, and of which file? As in survey across threats survey.md')
      return 2
    }
    const texts: string[] = []
    for await (const { path, document } of readFiles(files, terminal)) {
      const { survey, recognition } = document
      if (recognitionWord(recognition) === 'none') {
        terminal.note(`${path}: is left out, as it is not a survey`)
        continue
      }
      const anchorOf = initiativeAnchors(document)
      const file = path === '-' ? '' : address(path)
      const across = acrossText(document, section, (initiative) => {
        const anchor = anchorOf(initiative)
        return anchor === undefined ? file || undefined : `${file}#${anchor}`
      })
      if (across) texts.push(across.text)
      else {
        const names = acrossChoices(survey).map(({ name }) => name)
        terminal.problem(`${path}: no initiative has a section “${section}”; there are ${names.join(', ') || 'none'}`)
      }
    }
    terminal.write(texts.join('\n'))
    return 0
  },
}

/** A path as Markdown takes it for an address. */
const address = (path: string): string =>
  path
    .split(/[\\/]/u)
    .map((part) =>
      encodeURIComponent(part.replace(/[\ud800-\udfff]/gu, '\ufffd')).replace(/[()]/gu, (mark) =>
        mark === '(' ? '%28' : '%29',
      ),
    )
    .join('/')
