/** Front matter longer than this (UTF-16 units) is taken for text, so that an edit far below never reaches up here. */
export const FRONT_MATTER_LIMIT = 16_384

const FRONT_MATTER = /^\uFEFF?---[ \t]*\r?\n(?:[^\n]*\n)*?(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/

/** The length of the YAML block that opens the text, its fences included; 0 where there is none. */
export function frontMatterLength(text: string): number {
  return FRONT_MATTER.exec(text.slice(0, FRONT_MATTER_LIMIT))?.[0].length ?? 0
}

export const mayOpenFrontMatter = (text: string): boolean => text.startsWith('---') || text.startsWith('\uFEFF---')
