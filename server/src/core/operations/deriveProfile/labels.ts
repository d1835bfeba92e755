import { parseMarkdown, type Block } from '../../markdown'
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
export function labelsOf(text: Text): readonly FreeLabel[] {
  const { chunks, starts } = parseMarkdown(text, (blocks, chunk) => blocks.flatMap((block) => found(block, chunk)))
  const all = chunks.flatMap(({ content }, i) =>
    content.map((label) => ({ ...label, at: label.at + (starts[i] ?? 0), to: label.to + (starts[i] ?? 0) })),
  )
  return all.map(({ level, content, at, to }, i) => {
    const number = level === EMPHASIS ? null : INITIATIVE_NUMBER.exec(content)
    const title = withoutCitations(number ? content.slice(number[0].length) : content)
      .replace(/[*_`\\]/gu, '')
      .trim()
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

function found(block: Block, text: string): readonly Found[] {
  const content = block.type === 'heading' ? block.content : block.type === 'prose' ? block.emphasis : undefined
  if (!content) return []
  const words = text.slice(content.from, content.to).split(/\r?\n/u)[0] ?? ''
  if (normalTitle(words) === '' || (block.type === 'prose' && content.to - content.from > LONGEST_EMPHASISED_LABEL))
    return []
  return [
    {
      level: block.type === 'heading' ? block.level : EMPHASIS,
      content: words,
      at: block.span.from,
      to: block.span.to,
    },
  ]
}
