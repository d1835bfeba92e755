import { type Command } from '../command'

export const showAll: Command = {
  id: 'survey.showAll',
  run: ({ view }) => view.showIncompleteOnly(false),
}
