import type { FileStats } from './fileStats'

/** The result of `survey stats` as `schemas/stats.schema.json` describes it. */
export const statsJson = (files: readonly FileStats[]): string =>
  `${JSON.stringify({ files: files.map(fileStats) }, null, 2)}\n`

const fileStats = ({ path, recognition, shares }: FileStats) => ({
  path,
  survey: recognition === 'survey',
  recognition,
  ...(shares && { ...shares.all, sections: shares.sections, initiatives: shares.initiatives }),
})
