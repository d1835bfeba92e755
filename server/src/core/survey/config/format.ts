import { dictionary, flag, list, placed, record, text, word, type ShapeOf } from './shapes'

/** What a `.survey.json` may say. `server/schemas/survey.schema.json` says the same to editors; a test compares the two. */

const section = record({ kind: word, title: word, aliases: list(word), required: flag, hint: text })

const profile = record({
  extends: word,
  initiatives: record({ title: word, endings: list(word), numbered: flag }),
  initiative: placed(list(section)),
  survey: placed(list(section)),
  suffixes: list(word),
  placeholders: list(word),
  none: list(word),
  own: list(word),
})

export const configFormat = record({
  $schema: text,
  profile: word,
  files: list(word),
  references: list(word),
  profiles: dictionary(profile),
})

export type WrittenSection = ShapeOf<typeof section>
export type WrittenProfile = ShapeOf<typeof profile>
