import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import { fileURLToPath } from 'node:url'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node'
import type { Ran } from '../support/cli'

const launcher = fileURLToPath(new URL('../../server/bin/survey-language-server.js', import.meta.url))

const manifest = JSON.parse(readFileSync(new URL('../../server/package.json', import.meta.url), 'utf8')) as {
  readonly name: string
  readonly version: string
}

/** Runs the built server as somebody does who tries it in a terminal, and leaves its input to end. */
function launch(...args: readonly string[]): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [launcher, ...args])
    onTestFinished(() => void child.kill('SIGKILL'))
    let [stdout, stderr] = ['', '']
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (stdout += chunk))
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, stdout, stderr }))
    child.stdin.end()
  })
}

describe('by hand', () => {
  test.each([['--help'], ['-h'], ['--stdio', '--help']])('%s tells how to use it', async (...args) => {
    const { code, stdout, stderr } = await launch(...args)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(/^Usage: survey-language-server /mu)
    for (const option of ['--stdio', '--node-ipc', '--socket', '--pipe', '--version']) expect(stdout).toContain(option)
    expect(stdout.split('\n').filter((line) => line.length > 100)).toEqual([])
  })

  test('--version prints the version', async () => {
    expect(await launch('--version')).toEqual({ code: 0, stdout: `${manifest.version}\n`, stderr: '' })
  })

  test.each([
    [[], 'which channel? Give --stdio, --node-ipc, --socket or --pipe (see --help)'],
    [['--nothing'], 'there is no option --nothing; give --stdio, --node-ipc, --socket or --pipe (see --help)'],
    [['survey.md'], 'there is no option survey.md; give --stdio, --node-ipc, --socket or --pipe (see --help)'],
    [['--socket'], "--socket needs a port from 1 to 65535, not '' (see --help)"],
    [['--socket=http'], "--socket needs a port from 1 to 65535, not 'http' (see --help)"],
    [['--pipe='], '--pipe needs the name of a pipe (see --help)'],
    [['--stdio', '--node-ipc'], 'one of --stdio, --node-ipc, --socket or --pipe is enough (see --help)'],
  ])('%j is answered with one line', async (args, told) => {
    expect(await launch(...args)).toEqual({ code: 2, stdout: '', stderr: `survey-language-server: ${told}\n` })
  })

  test.each([
    [['--socket=1'], 'port 1: connection refused'],
    [['--pipe', '/nowhere/x'], 'pipe /nowhere/x: no such file or directory'],
    [['--node-ipc'], '--node-ipc is for a server that another Node.js process has started'],
  ])('with %j nobody is there', async (args, told) => {
    expect(await launch(...args)).toEqual({ code: 1, stdout: '', stderr: `survey-language-server: ${told}\n` })
  })

  test('what editors add keeps nobody from serving', async () => {
    const { code, stderr } = await launch('--stdio', '--clientProcessId=1', '--new-in-2027')
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: 'survey-language-server: ignored, as there is no such option: --new-in-2027\n',
    })
  })
})

test.each([
  ['--socket=PORT', (port: number) => [`--socket=${port}`]],
  ['--socket PORT', (port: number) => ['--socket', String(port)]],
])('%s serves the editor that listens there, and ends with it', async (_, args) => {
  const editor = createServer()
  onTestFinished(() => void editor.close())
  await new Promise<void>((resolve) => editor.listen(0, '127.0.0.1', resolve))
  const ran = launch(...args((editor.address() as AddressInfo).port))
  const socket = await new Promise<Socket>((resolve) => editor.once('connection', resolve))
  const connection = createProtocolConnection(new StreamMessageReader(socket), new StreamMessageWriter(socket))
  connection.listen()
  expect(
    await connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} }),
  ).toMatchObject({
    serverInfo: { name: manifest.name },
  })
  connection.dispose()
  socket.end()
  expect(await ran).toEqual({ code: 1, stdout: '', stderr: '' })
})
