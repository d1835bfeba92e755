import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Failure } from './failure.mjs'
import { run } from './run.mjs'
import { writeSettings } from './settings.mjs'

const launcher = fileURLToPath(new URL('./served-main.mjs', import.meta.url))
const startLimit = 60_000
const stopLimit = 3_000

/**
 * Serves VS Code on 127.0.0.1. `token` null means no connection token, `port` 0 a free one; `env` is what its
 * extension hosts see too. With the smoke-test driver a page may load an extension under development.
 * `stop` ends the server with every process it started, as the end of this process does; `ended` resolves then.
 */
export async function startServed(
  served,
  { dataDir, token = null, smokeTestDriver = false, port = 0, settings, env = {} },
) {
  await writeSettings(join(dataDir, 'data', 'User'), settings)
  const args = [
    ...['--host', '127.0.0.1', '--port', String(port)],
    ...(token === null ? ['--without-connection-token'] : ['--connection-token', token]),
    ...(smokeTestDriver ? ['--enable-smoke-test-driver'] : []),
    ...['--accept-server-license-terms', '--server-data-dir', dataDir, '--telemetry-level', 'off'],
  ]
  const child = spawn(served.node, [launcher, served.server, ...args], {
    env: { ...cleanEnvironment(), ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
    // A group of its own, so that all of it can be stopped at once.
    detached: process.platform !== 'win32',
    windowsHide: true,
  })
  const ended = new Promise((resolve) => child.once('close', resolve))
  const stop = stopper(child, ended)
  try {
    const boundPort = await listening(child, port)
    return { url: `http://127.0.0.1:${boundPort}/`, port: boundPort, stop, ended }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Installs a packaged extension into a data directory; the server that runs on it then has the extension. */
export async function installExtension(served, { dataDir, vsix }) {
  const args = ['--install-extension', vsix, '--force', '--server-data-dir', dataDir, '--accept-server-license-terms']
  const { code, output } = await run(served.node, [served.server, ...args], { env: cleanEnvironment() })
  if (code === 0 && output.includes('successfully installed')) return
  // What comes before is about compiled modules that it runs without.
  const [, reason] = /Installing extensions[^]*?^(?:Error: )?(.*)$/m.exec(output) ?? []
  throw new Failure(`VS Code did not install ${vsix}: ${reason ?? output.trim()}`)
}

function cleanEnvironment() {
  // What a VS Code terminal or npm leaves behind would make the server take itself for a part of theirs.
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(VSCODE_|ELECTRON_|NODE_OPTIONS$|npm_)/.test(name),
  )
  // An empty gallery: nothing is looked up on the network.
  return { ...Object.fromEntries(inherited), EXTENSIONS_GALLERY: '{}' }
}

function listening(child, port) {
  return new Promise((resolve, reject) => {
    let output = ''
    const settle = (how, result) => {
      clearTimeout(limit)
      how(result)
    }
    const fail = (message) => settle(reject, new Failure(message))
    const failWithOutput = (what) => fail(`The VS Code server ${what}:\n${output.trim()}`)
    const limit = setTimeout(() => failWithOutput(`was not ready after ${startLimit / 1000} s`), startLimit)
    const read = (chunk) => {
      output = `${output}${chunk}`.slice(-20_000)
      const [, bound] = /Extension host agent listening on (\d+)/.exec(output) ?? []
      // It says so, and stays.
      const [, refused] = /Error: listen (E\w+)/.exec(output) ?? []
      if (bound) settle(resolve, Number(bound))
      else if (refused === 'EADDRINUSE') fail(`Port ${port} is taken: another program listens there.`)
      else if (refused) fail(`Port ${port} cannot be used (${refused}).`)
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.on('error', (error) => fail(`The VS Code server did not start: ${error.message}`))
    child.on('exit', (code, signal) => failWithOutput(`stopped at once (${signal ?? code})`))
  })
}

function stopper(child, ended) {
  const kill = () => signalGroup(child, 'SIGKILL')
  process.prependOnceListener('exit', kill)
  return async () => {
    if (child.pid === undefined) return
    signalGroup(child, 'SIGTERM')
    const limit = setTimeout(kill, stopLimit)
    await ended
    clearTimeout(limit)
    kill()
    process.off('exit', kill)
  }
}

function signalGroup(child, name) {
  try {
    if (process.platform === 'win32') child.kill(name)
    else process.kill(-child.pid, name)
  } catch {
    // The group has ended already.
  }
}
