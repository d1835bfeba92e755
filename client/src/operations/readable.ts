/** What goes into a file, as a reader of it sees it: a hyphen that does not break is written as an entity there. */
export const readable = (text: string): string => text.replaceAll('&#8209;', '‑')
