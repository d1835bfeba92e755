import { type Command } from './command'
import { sayWhy } from './say-why'

export const explain: Command = {
  id: 'survey.explain',
  async run(workbench) {
    await workbench.survey.upToDate()
    sayWhy(workbench)
  },
}
