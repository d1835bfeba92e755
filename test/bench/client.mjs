import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import { Failure } from '../../scripts/host/failure.mjs'
import { frame, unframer } from './frames.mjs'

/** The longest wait for one answer, in ms. */
const patience = 60_000
const farewell = 5_000

/** What an editor can do, as far as it changes what a server does. */
const capabilities = {
  general: { positionEncodings: ['utf-16'] },
  workspace: { configuration: true, workspaceFolders: true, didChangeConfiguration: { dynamicRegistration: true } },
  textDocument: {
    synchronization: {},
    diagnostic: {},
    publishDiagnostics: { relatedInformation: true, versionSupport: true, tagSupport: { valueSet: [1, 2] } },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    completion: {
      contextSupport: true,
      completionItem: {
        snippetSupport: true,
        labelDetailsSupport: true,
        documentationFormat: ['markdown', 'plaintext'],
      },
    },
  },
}

/**
 * Starts a server in `folder` and greets it. Answers what it said, how many ms that took from before the process was
 * started, and the means to talk to it.
 */
export async function startClient({ name, command, args = [], env, initializationOptions, settings }, folder) {
  const started = performance.now()
  const child = spawn(command, args, { cwd: folder, env: { ...process.env, ...env }, stdio: 'pipe', windowsHide: true })
  const listeners = new Map()
  const requests = new Map()
  const pledges = new Set()
  let lastId = 0
  let gone

  const end = (reason) => {
    gone ??= new Failure(`${name} ${reason}`)
    for (const { reject } of pledges) reject(gone)
  }
  let complaints = ''
  child.stdin.on('error', () => undefined)
  child.stderr.on('data', (chunk) => (complaints = `${complaints}${chunk}`.slice(-5_000)))
  child.on('error', (error) => end(`could not be started (${error.message})`))
  const ended = new Promise((resolve) => {
    child.on('close', (code, signal) => {
      const [reason = ''] = complaints.match(/^.*(?:error|fail|panic).*$/im) ?? []
      end(`ended (${signal ?? code}) ${reason.slice(0, 200)}`.trim())
      resolve()
    })
  })
  const kill = () => child.kill('SIGKILL')
  process.once('exit', kill)

  /** A promise for somebody to keep. It is broken when that takes too long, or when the server ends before. */
  const pledge = (what) => {
    const made = {}
    made.promise = new Promise((resolve, reject) => {
      const settled = (act) => (value) => {
        clearTimeout(limit)
        pledges.delete(made)
        act(value)
      }
      made.resolve = settled(resolve)
      made.reject = settled(reject)
      const limit = setTimeout(
        () => made.reject(new Failure(`${name} had no ${what} in ${patience / 1000} s`)),
        patience,
      )
    })
    pledges.add(made)
    if (gone) made.reject(gone)
    return made
  }

  const send = (message) => {
    if (!gone) child.stdin.write(frame({ jsonrpc: '2.0', ...message }))
  }
  const notify = (method, params) => send({ method, params })
  const request = (method, params) => {
    const answer = pledge(`answer to ${method}`)
    requests.set(++lastId, answer)
    send({ id: lastId, method, params })
    return answer.promise
  }

  const settingsAt = (section = '') =>
    section
      .split('.')
      .filter(Boolean)
      .reduce((inner, key) => inner?.[key], settings) ?? null
  const answer = ({ id, method, params }) =>
    send({
      id,
      result: method === 'workspace/configuration' ? params.items.map(({ section }) => settingsAt(section)) : null,
    })

  const receive = (message) => {
    if (message.method === undefined) {
      const asked = requests.get(message.id)
      requests.delete(message.id)
      if (message.error) asked?.reject(new Failure(`${name} failed: ${message.error.message}`))
      else asked?.resolve(message.result)
    } else if (message.id === undefined) {
      listeners.get(message.method)?.(message.params)
    } else {
      answer(message)
    }
  }
  child.stdout.on('data', unframer(receive))

  const stop = async () => {
    const limit = setTimeout(kill, farewell)
    await request('shutdown').catch(() => undefined)
    notify('exit')
    child.stdin.end()
    await ended
    clearTimeout(limit)
    process.off('exit', kill)
  }

  try {
    const root = pathToFileURL(folder).href
    const initialized = await request('initialize', {
      processId: process.pid,
      clientInfo: { name: 'bench' },
      rootUri: root,
      workspaceFolders: [{ uri: root, name: 'bench' }],
      capabilities,
      initializationOptions,
    })
    const took = performance.now() - started
    notify('initialized', {})
    return {
      took,
      capabilities: initialized.capabilities,
      request,
      notify,
      listen: (method, listener) => void listeners.set(method, listener),
      pledge,
      peakMemory: () => peakMemory(child.pid),
      stop,
    }
  } catch (error) {
    await stop()
    throw error
  }
}

/** The most memory that a process has held, in MiB; undefined where the system does not tell. */
async function peakMemory(pid) {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  const [, kilobytes] = /^VmHWM:\s+(\d+)/m.exec(status) ?? []
  return kilobytes === undefined ? undefined : Number(kilobytes) / 1024
}
