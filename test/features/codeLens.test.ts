import { describe, expect, test } from 'vitest'
import { codeLens } from '../../server/src/features/codeLens'
import { check } from '../support/check'
import { startClient } from '../support/client'
import { inEmphasis, inHeadings } from '../support/sample'

const settings = { codeLens: { citations: true } }
const TEXT = `\ufeffIntro [7].\n\n${inHeadings('😀 漢字 [7], [[7]] and [9].\n\n### #2 TrueBit\n\n[7]')}`

test.each(['\n', '\r\n'])(
  'tells how often each entry is cited, and how far each initiative is written (%j)',
  async (lineBreak) => {
    expect(await check(codeLens, TEXT, { settings, lineBreak })).toEqual([
      '5:5 “#1 Plasma” 1 of 6 sections, 3 citations',
      '11:5 “#2 TrueBit” 0 of 6 sections, 1 citation',
      '21:1 “[7]” cited 4×',
      '23:1 “[12]” not cited',
    ])
    expect(await check(codeLens, inEmphasis('x'), { settings, lineBreak })).toEqual([
      '3:5 “Plasma” 2 of 6 sections, 1 citation',
      '15:1 “[[7]]” not cited',
      '19:1 “[[12]]” cited 1×',
    ])
  },
)

test('counts each number in brackets, and inside ranges', async () => {
  expect(
    await check(codeLens, inHeadings('[7, 12], [12]\n\n### TrueBit\n\n[7]-[12] and [7, 99]'), { settings }),
  ).toEqual([
    '3:5 “#1 Plasma” 1 of 6 sections, 3 citations',
    '9:5 “TrueBit” 0 of 6 sections, 6 citations',
    '19:1 “[7]” cited 2×',
    '21:1 “[12]” cited 3×',
  ])
})

test('lists the citations on a click, where the client can', async () => {
  expect((await check(codeLens, TEXT, { settings, offers: { showCitations: true } })).slice(2)).toEqual([
    '21:1 “[7]” cited 4× → survey.showCitations ["file:///work/survey.md",{"line":20,"character":0}]',
    '23:1 “[12]” not cited',
  ])
})

test('says nothing unless it is asked to, nor of a file that is no survey', async () => {
  expect(await check(codeLens, TEXT)).toEqual([])
  expect(await check(codeLens, TEXT, { settings: { codeLens: { citations: false } } })).toEqual([])
  expect(await check(codeLens, '# Read me\n\n[7] One\n', { settings })).toEqual([])
})

describe('registration', () => {
  test('comes and goes with the setting, where the client lets it', async () => {
    const seen: string[] = []
    const client = await startClient({
      capabilities: { textDocument: { codeLens: { dynamicRegistration: true } } },
      prepare(connection) {
        connection.onRequest(
          'client/registerCapability',
          ({ registrations }: { registrations: { method: string }[] }) => {
            seen.push(...registrations.map(({ method }) => `+${method}`))
          },
        )
        connection.onRequest(
          'client/unregisterCapability',
          ({ unregisterations }: { unregisterations: { method: string }[] }) => {
            seen.push(...unregisterations.map(({ method }) => `-${method}`))
          },
        )
      },
    })
    const set = async (citations: unknown): Promise<void> => {
      await client.connection.sendNotification('workspace/didChangeConfiguration', {
        settings: { survey: { codeLens: { citations } } },
      })
      await client.connection.sendRequest('survey/newSurvey', {})
    }
    expect(client.initialized.capabilities.codeLensProvider).toBeUndefined()
    for (const citations of [false, true, true, 'often', true, false]) await set(citations)
    expect(seen).toEqual([
      '+textDocument/codeLens',
      '-textDocument/codeLens',
      '+textDocument/codeLens',
      '-textDocument/codeLens',
    ])
    await client.stop()
  })

  test('is announced once and for all where the client does not', () => {
    expect(codeLens.capabilities({})).toEqual({ codeLensProvider: {} })
  })
})
