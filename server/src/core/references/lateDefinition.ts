/** `[7]: url` at the start of a line, where Markdown sees no definition as it cannot interrupt a paragraph. Authors do see one. */
export const LATE_DEFINITION = /^[ \t]*\[(\d{1,6})\]:[ \t]*(\S*)([^\n]*)/gmu
