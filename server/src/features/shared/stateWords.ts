import type { OutlineState } from '../../protocol'

/** How a state is called where an author reads it. */
export const stateWords: Readonly<Record<OutlineState, string>> = {
  missing: 'missing',
  empty: 'empty',
  placeholder: 'to write',
  draft: 'draft',
  none: 'says none',
  complete: 'done',
}
