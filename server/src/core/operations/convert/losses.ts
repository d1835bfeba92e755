import { listed } from '../../survey/names'
import type { Span } from '../../text/span'
import type { DialectPart, Convertible } from './dialectPart'

/** A sentence, and the first place that it is about. */
export interface Loss {
  readonly message: string
  readonly span: Span
}

interface LossItem {
  readonly name: string
  readonly span: Span
  /** What follows a colon. One without is no loss. */
  readonly reason: string | undefined
}

/** One sentence for all that have the same reason: a list of sources is long. */
export function lossesByReason(
  { of: [one, several] }: Pick<DialectPart, 'of'>,
  items: readonly LossItem[],
  say: (reason: string) => string,
): readonly Loss[] {
  const byReason = new Map<string, LossItem[]>()
  for (const item of items) {
    if (item.reason === undefined) continue
    const group = byReason.get(item.reason)
    if (group) group.push(item)
    else byReason.set(item.reason, [item])
  }
  return [...byReason].map(([reason, group]) => {
    const names = [...new Set(group.map(({ name }) => name))]
    return {
      message: sentence(names.length === 1 ? one : several, names, say(reason)),
      span: group[0]?.span ?? { from: 0, to: 0 },
    }
  })
}

/** What is left alone as the result would have said something else. Of an entry, all is left alone, so it is named once. */
export const misread = (
  left: readonly { readonly part: DialectPart; readonly items: readonly Convertible[] }[],
  blamed: ReadonlyMap<string, string>,
): readonly Loss[] => {
  const all = left.flatMap(({ part, items }) =>
    items.map((item) => ({ ...item, part, reason: 'the result would say something else' })),
  )
  const entries = all
    .filter(({ key }) => key.startsWith('reference'))
    .map((item) => ({ ...item, name: item.name.replace(/^\[\[|\]\]$/gu, (brackets) => brackets.slice(1)) }))
  const others = all
    .filter(({ key }) => !key.startsWith('reference'))
    .map((item) => ({
      ...item,
      reason: `otherwise ${(blamed.get(item.key) ?? '').replace(/\.$/u, '').replace(/^(?:The|A)\b/u, (article) => article.toLowerCase())}`,
    }))
  return [
    ...lossesByReason({ of: ['', ''] }, entries, LEFT),
    ...left.flatMap(({ part }) =>
      lossesByReason(
        part,
        others.filter((item) => item.part === part),
        LEFT,
      ),
    ),
  ]
}

const LEFT = (reason: string): string => `left as they are: ${reason}`

function sentence(before: string, names: readonly string[], said: string): string {
  const subject = before + listed(names, 'and')
  if (!said.startsWith('left')) return `${subject}: ${said}.`
  return names.length === 1 ? `${subject} is ${said.replace('as they are', 'as it is')}.` : `${subject} are ${said}.`
}
