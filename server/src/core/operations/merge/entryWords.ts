import { folded } from '../../text/fold'

/** The words of an entry, without addresses and numbers, to compare with those of another. */
export const entryWords = (text: string): readonly string[] =>
  folded(text.replace(/\S+:\/\/\S+|www\.\S+/gu, ' '))
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => /\p{L}/u.test(word))
