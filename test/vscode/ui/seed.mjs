import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { repository } from '../../../scripts/host/paths.mjs'

const seed = join(repository, '..', 'shared', 'seed', 'layer-2-scaling-survey.md')

/** The survey that the project grew from, which is not part of it. */
export default {
  'the seed has one missing section and 31 placeholders': async ({ folder, openFile, page, screenshot }) => {
    try {
      await copyFile(seed, join(folder, 'seed.md'))
    } catch (error) {
      if (error.code === 'ENOENT') return `there is no ${seed} here`
      throw error
    }
    await openFile('seed.md')
    await page
      .locator('[id="status.problems"]')
      .filter({ hasText: /^\s*0\s+1\s+31\s*$/ })
      .waitFor()
    await screenshot('seed')
  },
}
