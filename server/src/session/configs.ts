import {
  CONFIG_NAME,
  hintsFrom,
  readConfig,
  referenceProblems,
  type Config,
  type ConfigProblem,
  type Hints,
} from '../core'
import { decoded, foldersAbove, placeOf } from './uris'

/** What the `.survey.json` files say. Each is read once, and again when it may have changed. */
export interface Configs {
  /** What the nearest one says of a file, as far as it has been read. */
  hintsFor(uri: string): Hints
  /** Resolves when everything has been read that speaks for a file; undefined where it has. */
  ready(uri: string): Promise<unknown> | undefined
  /** A file is opened: whatever no watcher has told is seen now. */
  opened(uri: string): void
  /** Files have come, changed or gone; those that are no configs are ignored. */
  changed(uris: readonly string[]): void
  /** Why nothing can be read of some of the bibliographies that the config in a folder names, by their names there. Whoever looks at those files says so. */
  unread(folder: string, messages: ReadonlyMap<string, string>): void
  /** Whom to tell from now on: to be said before anything is read. */
  listen(listener: ConfigsListener): void
}

export interface ConfigsListener {
  /** Is told when a config says something else than it said before. */
  changed(): void
  /** Is told of all that there are, whenever that or what one of them says has changed. */
  known(configs: readonly KnownConfig[]): void
}

export interface ConfigsOptions {
  /** The text of a file; undefined where there is none. Never rejects. */
  read(uri: string): Promise<string | undefined>
  /** Is told what is wrong in a config when that is new, and when nothing is wrong any more. */
  tell(uri: string, text: string, problems: readonly ConfigProblem[]): void
  /** The folder that files without a place belong to. */
  firstFolder(): string | undefined
}

export interface KnownConfig {
  /** Its folder, with the slash at its end. */
  readonly folder: string
  readonly config: Config
}

interface Folder {
  /** As some client has written it. */
  readonly address: string
  text?: string | undefined
  config?: Config | undefined
  /** What is wrong in the text. */
  problems: readonly ConfigProblem[]
  unread: ReadonlyMap<string, string>
  /** Whether the client shows a problem in it. */
  isBroken: boolean
  /** The latest reading, while it lasts. */
  reading?: Promise<void> | undefined
}

export function createConfigs({ read, tell, firstFolder }: ConfigsOptions): Configs {
  let listener: ConfigsListener = { changed: () => undefined, known: () => undefined }
  const folders = new Map<string, Folder>()

  const addressesFor = (uri: string): readonly string[] => {
    const folder = firstFolder()
    const place = placeOf(uri, folder) ?? (folder && `${folder.replace(/\/?$/u, '/')}untitled`)
    return place === undefined ? [] : foldersAbove(place)
  }

  const tellOf = (folder: Folder): void => {
    const { address, text = '', config, problems, isBroken, unread } = folder
    const all = [...problems, ...(config ? referenceProblems(config, unread) : [])]
    if (isBroken || all.length > 0) tell(`${address}${CONFIG_NAME}`, text, all)
    folder.isBroken = all.length > 0
  }

  const readAgain = (folder: Folder, isNew: boolean): void => {
    const reading = read(`${folder.address}${CONFIG_NAME}`).then((text) => {
      if (folder.reading !== reading) return
      folder.reading = undefined
      if (text === folder.text) return
      const { config, problems } = readConfig(text ?? '')
      folder.text = text
      folder.config = text === undefined ? undefined : config
      folder.problems = problems
      tellOf(folder)
      listener.known(
        [...folders.values()].flatMap(({ address: each, config: said }) =>
          said ? [{ folder: each, config: said }] : [],
        ),
      )
      if (!isNew) listener.changed()
    })
    folder.reading = reading
  }

  const folderAt = (address: string): Folder => {
    const key = decoded(address)
    const known = folders.get(key)
    if (known) return known
    const folder: Folder = { address, problems: [], unread: new Map(), isBroken: false }
    folders.set(key, folder)
    readAgain(folder, true)
    return folder
  }

  return {
    listen: (to) => void (listener = to),

    hintsFor(uri) {
      for (const address of addressesFor(uri)) {
        const config = folders.get(decoded(address))?.config
        if (!config) continue
        const place = placeOf(uri, firstFolder())
        return place === undefined ? { config } : hintsFrom(config, decoded(place).slice(decoded(address).length))
      }
      return {}
    },

    ready(uri) {
      const readings = addressesFor(uri)
        .map((address) => folderAt(address).reading)
        .filter((reading) => reading !== undefined)
      return readings.length === 0 ? undefined : Promise.all(readings)
    },

    opened(uri) {
      for (const address of addressesFor(uri)) {
        const known = folders.get(decoded(address))
        if (!known) folderAt(address)
        else if (!known.reading) readAgain(known, false)
      }
    },

    changed(uris) {
      for (const uri of uris) {
        const folder = uri.endsWith(`/${CONFIG_NAME}`)
          ? folders.get(decoded(uri.slice(0, -CONFIG_NAME.length)))
          : undefined
        if (folder) readAgain(folder, false)
      }
    },

    unread(address, messages) {
      const folder = folders.get(decoded(address))
      if (!folder) return
      folder.unread = messages
      tellOf(folder)
    },
  }
}
