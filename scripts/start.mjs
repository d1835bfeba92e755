// Opens a survey with the extension running: in desktop VS Code where there is one, else in a VS Code that is served to
// your browser. `npm start [file]`, `npm start -- --port 8080 [file]`.
import { randomBytes } from 'node:crypto'
import { access, constants, cp, mkdir, rm, stat, symlink } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { build } from '../build.mjs'
import { remoteUri, workbenchUrl } from './host/address.mjs'
import { hasDisplay } from './host/display.mjs'
import { Failure, main } from './host/failure.mjs'
import { findProgram } from './host/find-program.mjs'
import { repository } from './host/paths.mjs'
import { run } from './host/run.mjs'
import { ensureServed } from './host/served.mjs'
import { startServed } from './host/server.mjs'
import { calmSettings } from './host/settings.mjs'
import { temporaryFolder } from './host/temporary-folder.mjs'

await main(async () => {
  const { given, port } = readArguments()
  const file = given ?? (await sampleCopy())
  await checkReadable(file)
  console.log('Building the extension …')
  await build().catch(() => {
    throw new Failure('The extension does not build: see above.')
  })
  const desktop = await findDesktop()
  return desktop ? openOnDesktop(desktop, file) : serve(file, port)
})

function readArguments() {
  const { values, positionals } = parse()
  if (positionals.length > 1) throw new Failure(`One file at a time, please: ${positionals.join(', ')}`)
  const [given] = positionals
  // npm runs scripts in the repository, whichever folder it was called in.
  const file = given === undefined ? undefined : resolve(process.env.INIT_CWD ?? process.cwd(), given)
  return { given: file, port: readPort(values.port ?? process.env.SURVEY_PORT ?? '0') }
}

/** What is tried in it, and saved by the editor, is no change of the repository. */
async function sampleCopy() {
  const copy = join(repository, '.vscode-test', 'sample')
  await rm(copy, { recursive: true, force: true })
  await cp(join(repository, 'samples', 'developer-portals'), copy, { recursive: true })
  return join(copy, 'survey.md')
}

function parse() {
  try {
    return parseArgs({ allowPositionals: true, options: { port: { type: 'string' } } })
  } catch (error) {
    throw new Failure(`${error.message.split('. ')[0]}. Usage: npm start -- [--port PORT] [FILE]`)
  }
}

function readPort(text) {
  const port = Number(text)
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port
  throw new Failure(`"${text}" is no port: a port is a number from 1 to 65535.`)
}

async function checkReadable(file) {
  const found = await stat(file).catch((error) => {
    throw new Failure(error.code === 'ENOENT' ? `There is no file ${file}` : `${file} cannot be read (${error.code}).`)
  })
  if (found.isDirectory()) throw new Failure(`${file} is a folder: give the Markdown file to open.`)
  await access(file, constants.R_OK).catch(() => {
    throw new Failure(`${file} cannot be read: you have no permission.`)
  })
}

async function findDesktop() {
  // In a terminal of a remote VS Code, `code` only opens files; as root on Linux it refuses to start.
  if (!hasDisplay() || process.env.VSCODE_IPC_HOOK_CLI || (process.platform === 'linux' && process.getuid() === 0))
    return undefined
  return findProgram(process.platform === 'win32' ? ['code.cmd'] : ['code'])
}

async function openOnDesktop(code, file) {
  console.log(`Opening ${file} in VS Code.`)
  const args = ['--new-window', `--extensionDevelopmentPath=${repository}`, dirname(file), file]
  const opened = await (process.platform === 'win32'
    ? run('cmd.exe', ['/d', '/c', code, ...args], { show: true })
    : run(code, args, { show: true }))
  return opened.code
}

async function serve(file, port) {
  const served = await ensureServed()
  const token = randomBytes(16).toString('hex')
  const dataDir = await temporaryFolder('start')
  await linkExtension(dataDir)
  const server = await startServed(served, { dataDir, token, port, settings: calmSettings })
  const address = workbenchUrl(server, {
    folder: dirname(file),
    token,
    payload: [['openFile', remoteUri(server, file)]],
  })
  console.log(`\n${file} is open in VS Code ${served.version}, in your browser, at\n\n  ${address}\n\nCtrl-C stops it.`)

  const stopped = await Promise.race([signalled(), server.ended.then(() => false)])
  await server.stop()
  if (!stopped) throw new Failure('The VS Code server ended by itself.')
  console.log('Stopped.')
}

async function linkExtension(dataDir) {
  // A link, not a package: after a new build, reloading the window is enough.
  const extensions = join(dataDir, 'extensions')
  await mkdir(extensions, { recursive: true })
  await symlink(repository, join(extensions, 'survey-author'), 'junction')
}

function signalled() {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => resolve(true))
  })
}
