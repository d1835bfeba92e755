import type { Document } from '../document'
import { FRONT_MATTER_LIMIT, frontMatterLength } from '../markdown'
import { replacement, type Edit } from '../text/edit'

/** Puts a line at the end of the front matter; begins one where there is none. */
export function frontMatterEdit(line: string, { buffer, survey }: Document): Edit {
  const front = buffer.slice(0, frontMatterLength(buffer.slice(0, FRONT_MATTER_LIMIT))).trimEnd()
  const { lineBreak } = survey.dialect
  const mark = buffer.slice(0, 1) === '\uFEFF' ? 1 : 0
  return front === ''
    ? replacement({ from: mark, to: mark }, frontMatter(line, '', lineBreak) + lineBreak.repeat(2))
    : replacement({ from: 0, to: front.length }, frontMatter(line, front, lineBreak))
}

/** Front matter with one more line. `front` is what there is, its fences included. */
export function frontMatter(line: string, front: string, lineBreak: string): string {
  const fence = front.lastIndexOf('\n') + 1
  return front === ''
    ? ['---', line, '---'].join(lineBreak)
    : `${front.slice(0, fence)}${line}${lineBreak}${front.slice(fence)}`
}
