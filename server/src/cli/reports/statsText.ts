import { titleInLists, type EvidenceCount } from '../../core'
import type { Paint } from '../paint'
import { printable } from '../terminal'
import { columns, type Cell } from './columns'
import type { FileStats } from './fileStats'

/** The result of `survey stats` for reading: a line for each kind of section and for each initiative. */
export const statsText = (files: readonly FileStats[], paint: Paint): string =>
  files.map((file) => `${fileText(file, paint)}\n`).join('\n')

function fileText({ path, shares }: FileStats, paint: Paint): string {
  const name = paint('bold', printable(path))
  if (!shares) return `${name}\n  is not a survey`
  if (shares.all.claims === 0) return `${name}\n  claims nothing in sections that judge`
  const rows = [
    ...shares.sections.map((each) => row(each.title, each)),
    ...shares.initiatives.map((each) => row(titleInLists(each.title), each)),
    row('All', shares.all, (text) => paint('bold', text)),
  ]
  return `${name}\n${columns(rows)}`
}

function row(title: string, count: EvidenceCount, paint?: Cell['paint']): readonly Cell[] {
  const { claims, cited, own, unsupported } = count
  const share = Math.round((100 * cited) / claims)
  return [
    { text: `  ${printable(title)}`, ...(paint && { paint }) },
    { text: `${`${share}`.padStart(3)} % cited` },
    { text: `${cited} of ${claims}` },
    { text: [...(own > 0 ? [`${own} own`] : []), ...(unsupported > 0 ? [`${unsupported} without`] : [])].join(', ') },
  ]
}
