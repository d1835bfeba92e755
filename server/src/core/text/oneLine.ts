/** Text as a list or a message shows it: blanks and line breaks become one blank each, and none stands at an end. */
export const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim()
