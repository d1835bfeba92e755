import { claimsIn, evidenceShares, recognitionWord } from '../../core'
import type { Command } from '../command'
import { readFiles } from '../files'
import { format } from '../options'
import { statsJson } from '../reports/statsJson'
import { statsText } from '../reports/statsText'
import type { FileStats } from '../reports/fileStats'

export const statsCommand: Command = {
  name: 'stats',
  summary: 'Tell how much of what surveys claim has a citation.',
  details: [
    'Sections that judge are looked into: strengths, weaknesses, opportunities, threats, pros, cons and the like. A claim is\na sentence of at least four words, or an item of a list as a whole; headings, tables, code, questions and placeholders claim\nnothing. A citation behind the full stop, or a link to the web, backs the sentence before it; one in front of a list its items.',
    'A sentence with [own] in it says what its author thinks: it needs no citation, and is counted apart. The profile says which\nword that is.',
    'JSON is described by schemas/stats.schema.json. The rule unsupported-claim shows each claim in the editor.',
  ],
  options: { format },

  async run({ files, options, terminal }) {
    const found: FileStats[] = []
    for await (const { path, document } of readFiles(files, terminal)) {
      const recognition = recognitionWord(document.recognition)
      const isRead = recognition !== 'none'
      const claims = isRead ? claimsIn(document.markdown, document.buffer, document.survey) : []
      found.push({ path, recognition, shares: isRead ? evidenceShares(claims) : undefined })
    }
    terminal.write(options['format'] === 'json' ? statsJson(found) : statsText(found, terminal.paint))
    return 0
  },
}
