import { styleText } from 'node:util'

export type Paint = (style: Parameters<typeof styleText>[0], text: string) => string

/** Colours text, or leaves it as it is. */
export const painter = (coloured: boolean): Paint =>
  coloured ? (style, text) => styleText(style, text) : (_, text) => text
