import {
  DidChangeWatchedFilesNotification,
  WatchKind,
  type ClientCapabilities,
  type Connection,
  type Disposable,
  type FileSystemWatcher,
} from 'vscode-languageserver'
import { isGlob } from '../core'
import type { KnownConfig } from './configs'

/** What is to be watched besides the configs themselves: the bibliographies and surveys that they name, the folders above those as they go, and nothing else. */
export function watchersFor(configs: readonly KnownConfig[], client: ClientCapabilities): readonly FileSystemWatcher[] {
  const isRelative = client.workspace?.didChangeWatchedFiles?.relativePatternSupport === true
  return configs
    .flatMap(({ folder, config: { references, files } }) =>
      [...references.map(({ value }) => value), ...files].flatMap((glob): FileSystemWatcher[] => {
        const name = glob.slice(glob.lastIndexOf('/') + 1)
        if (!isRelative) return [{ globPattern: `**/${name}` }]
        const outside = /^(?:\.\.?\/)*/u.exec(glob)?.[0] ?? ''
        const baseUri = outside === '' ? folder : resolved(outside, folder)
        const inside = glob.slice(outside.length)
        return baseUri === undefined
          ? []
          : [
              { globPattern: { baseUri, pattern: inside } },
              ...foldersOf(inside).map((pattern) => ({ globPattern: { baseUri, pattern }, kind: WatchKind.Delete })),
            ]
      }),
    )
    .filter(
      ({ globPattern }, i, all) =>
        all.findIndex((other) => JSON.stringify(other.globPattern) === JSON.stringify(globPattern)) === i,
    )
}

/** Of `a/b/*.bib` `a` and `a/b`. With a folder its files go, and nobody is told of each. */
function foldersOf(glob: string): readonly string[] {
  const parts = glob
    .replace(/^\.?\//u, '')
    .split('/')
    .slice(0, -1)
  const named = parts.findIndex(isGlob)
  return parts.slice(0, named < 0 ? parts.length : named).map((_, i) => parts.slice(0, i + 1).join('/'))
}

/** Whether a client lets the server say what it wants to be told of. */
export const watches = (client: ClientCapabilities): boolean =>
  client.workspace?.didChangeWatchedFiles?.dynamicRegistration === true

/** Keeps the client watching what is wanted now. */
export interface Watched {
  update(client: ClientCapabilities, watchers: readonly FileSystemWatcher[]): void
}

export function createWatched(connection: Connection, failed: (error: unknown) => void): Watched {
  let current = '[]'
  let registered: Promise<Disposable | undefined> | undefined

  return {
    update(client, watchers) {
      const wanted = JSON.stringify(watchers)
      if (!watches(client) || wanted === current) return
      current = wanted
      void registered?.then((disposable) => disposable?.dispose())
      registered =
        watchers.length === 0
          ? undefined
          : connection.client
              .register(DidChangeWatchedFilesNotification.type, { watchers: [...watchers] })
              .catch((error: unknown) => {
                failed(error)
                return undefined
              })
    },
  }
}

function resolved(path: string, folder: string): string | undefined {
  try {
    return new URL(path, folder).href
  } catch {
    return undefined
  }
}
