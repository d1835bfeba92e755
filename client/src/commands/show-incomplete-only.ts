import { type Command } from '../command'

export const showIncompleteOnly: Command = {
  id: 'survey.showIncompleteOnly',
  run: ({ view }) => view.showIncompleteOnly(true),
}
