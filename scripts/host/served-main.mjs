// Runs the VS Code server that its first argument names, for as long as the process that started it lives: that
// process holds the other end of our stdin, which closes however it ends, even when it is killed.
import { pathToFileURL } from 'node:url'

process.stdin.on('close', () => {
  // We lead a process group; extension hosts and the language servers they start are in it.
  process.kill(process.platform === 'win32' ? process.pid : -process.pid, 'SIGKILL')
})
process.stdin.resume()
process.stdin.unref()

const [server] = process.argv.splice(2, 1)
process.argv[1] = server
await import(pathToFileURL(server).href)
