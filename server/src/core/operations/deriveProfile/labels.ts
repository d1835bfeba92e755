import type { Document } from '../../document'
import type { Block } from '../../markdown'
import type { Text } from '../../text/text'
import { INITIATIVE_NUMBER, normalTitle, withoutCitations } from '../../survey/titles'

/** A heading or a lone emphasised paragraph, whatever its words. */
export interface FreeLabel {
  /** 1 to 6; `EMPHASIS` for a paragraph. */
  readonly level: number
  /** Without number, citations and marks. */
  readonly title: string
  readonly normal: string
  readonly isNumbered: boolean
  /** UTF-16 offset of its first character. */
  readonly at: number
  /** What stands between it and the next label. */
  readonly body: string
}

/** Below every heading. */
export const EMPHASIS = 7

/** Everything in a text that might be the label of something, in text order. */
export function labelsOf({ buffer: text, markdown }: Document): readonly FreeLabel[] {
  const all = markdown.starts.flatMap((start, i) => markdown.blocks(i).flatMap((block) => found(block, start, text)))
  return all.map(({ level, content, at, to }, i) => {
    const number = level === EMPHASIS ? null : INITIATIVE_NUMBER.exec(content)
    const title = withoutCitations(number ? content.slice(number[0].length) : content)
      .replace(/[*_`\\]/gu, '')
      .trim()
      .replace(/[ \t]?[:：]$/u, '')
    return {
      level,
      title,
      normal: normalTitle(title),
      isNumbered: number !== null,
      at,
      body: text.slice(to, all[i + 1]?.at).trim(),
    }
  })
}

interface Found {
  readonly level: number
  readonly content: string
  readonly at: number
  readonly to: number
}

/** A paragraph that is longer is a sentence that matters. */
const LONGEST_EMPHASISED_LABEL = 80

/** `start` is where the chunk starts that the block is in. */
function found(block: Block, start: number, text: Text): readonly Found[] {
  const content = block.type === 'heading' ? block.content : block.type === 'prose' ? block.emphasis : undefined
  if (!content) return []
  const words = text.slice(start + content.from, start + content.to).split(/\r?\n/u)[0] ?? ''
  if (normalTitle(words) === '' || (block.type === 'prose' && content.to - content.from > LONGEST_EMPHASISED_LABEL))
    return []
  return [
    {
      level: block.type === 'heading' ? block.level : EMPHASIS,
      content: words,
      at: start + block.span.from,
      to: start + block.span.to,
    },
  ]
}
