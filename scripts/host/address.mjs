import { pathToFileURL } from 'node:url'

/** The address that opens a folder on a served VS Code; `payload` is a list of [name, value] that only it understands. */
export function workbenchUrl(server, { folder, token = null, payload = [] }) {
  const url = new URL(server.url)
  if (token !== null) url.searchParams.set('tkn', token)
  url.searchParams.set('folder', decodeURIComponent(pathToFileURL(folder).pathname))
  if (payload.length > 0) url.searchParams.set('payload', JSON.stringify(payload))
  return url.href
}

/** A path as a payload names it. */
export function remoteUri(server, path) {
  return `vscode-remote://127.0.0.1:${server.port}${pathToFileURL(path).pathname}`
}
