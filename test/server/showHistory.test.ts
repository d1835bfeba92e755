import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { GitError } from '../../server/src/node/git/git'
import { revisionsOf } from '../../server/src/node/git/revisionsOf'
import { historyRequest, type HistoryAnswer } from '../../server/src/protocol'
import { startClient } from '../support/client'
import { hasGit, repository } from '../support/repository'

const surveyOf = (...titles: readonly string[]): string =>
  `## Current initiatives\n\n### #1 Tea <b>\n\n${titles.map((title) => `#### ${title}\n\n???\n`).join('\n')}`

type Answer = HistoryAnswer | { readonly refused: string }

const readRevisions = (uri: string) =>
  revisionsOf(fileURLToPath(uri)).catch((error: unknown) => {
    if (error instanceof GitError) return { problem: error.message }
    throw error
  })

test.skipIf(!hasGit())('a client is shown the history as a drawing and as a table', async () => {
  const { folder, commit } = repository()
  commit({ 'my survey.md': surveyOf('Strengths', 'Threats') })
  commit({ 'my survey.md': surveyOf('Strengths') })
  const { connection, open, stop } = await startClient({ runtime: { readRevisions } })
  const uri = await open(surveyOf('Strengths'), pathToFileURL(join(folder, 'my survey.md')).href)
  const answer = await connection.sendRequest<Answer>(historyRequest.method, { uri })
  expect(answer).toMatchObject({
    summary: '2 revisions on 1 path, 2020-01-02 to 2020-01-03: 0 of 6 sections written and 1 deleted on the way.',
    head: [{ title: 'Date' }, {}, {}, {}, {}, {}, { title: 'Deleted', isNumber: false }],
    rows: [expect.arrayContaining(['0/6', '2']), expect.arrayContaining(['0/6', '1', 'Threats of Tea <b>'])],
  })
  const chart = 'chart' in answer ? answer.chart : ''
  expect(chart).toContain('Progress of my survey.md')
  // In a page under a policy that allows no style of its own.
  expect(chart).not.toMatch(/<style|style=|<script|<b>/u)
  await stop()
})

test.skipIf(!hasGit())('where there is no history, the reason is told', async () => {
  const { folder } = repository()
  const { connection, open, stop } = await startClient({ runtime: { readRevisions } })
  const untracked = await open(surveyOf('Strengths'), pathToFileURL(join(folder, 'new.md')).href)
  expect(await connection.sendRequest<Answer>(historyRequest.method, { uri: untracked })).toEqual({
    refused: 'no such file',
  })
  expect(await connection.sendRequest<Answer>(historyRequest.method, { uri: 'untitled:Untitled-1' })).toEqual({
    refused: 'is not on disk, so it has no history',
  })
  await stop()
})
