import { oneLine, readable, type Reference } from '../../core'
import type { OpenFile } from '../feature'

/** Words of a survey or a bibliography where no Markdown is rendered: on one line, and without entities. */
export const shown = (text: string | undefined): string => oneLine(readable(text ?? ''))

/** What a reference is called: its title, else how its entry begins. */
export const shownTitle = ({ document: { buffer } }: OpenFile, { title, body }: Reference): string =>
  shown(title?.text ?? buffer.slice(body.from, Math.min(body.to, body.from + LONGEST_ENTRY_SHOWN))) || 'Untitled'

/** In UTF-16 units, of an entry without a title. */
const LONGEST_ENTRY_SHOWN = 200

/** What is known of something, in one line. */
export const shownList = (parts: readonly (string | undefined)[]): string =>
  parts
    .map(shown)
    .filter((part) => part !== '')
    .join(', ')
