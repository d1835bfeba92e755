import { bracketed } from './bracketed'
import { footnote } from './footnote'
import type { ListForm, ListFormId } from './form'
import { ordered } from './ordered'

/** The forms that are tried on a paragraph, in order: the first that finds an entry has it. */
export const listForms: readonly ListForm[] = [footnote, bracketed, ordered]

export const listFormNamed = (id: ListFormId): ListForm => listForms.find((form) => form.id === id) ?? bracketed
