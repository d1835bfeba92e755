import { RegistrationType, type ClientCapabilities, type Connection, type Disposable } from 'vscode-languageserver'
import type { Feature, Settings } from '../features/feature'

/** Keeps the registrations that depend on settings as the settings want them. */
export interface Registrations {
  /** `anew` makes clients ask again for what they keep. */
  update(client: ClientCapabilities, settings: Settings, anew?: boolean): void
}

export function createRegistrations(
  connection: Connection,
  features: readonly Feature[],
  failed: (error: unknown) => void,
): Registrations {
  const current = new Map<string, { readonly key: string; readonly done: Promise<Disposable | undefined> }>()

  const register = (method: string, options: object): Promise<Disposable | undefined> =>
    connection.client
      .register(new RegistrationType<object>(method), { documentSelector: null, ...options })
      .catch((error: unknown) => {
        failed(error)
        return undefined
      })

  return {
    update(client, settings, anew = false) {
      for (const { method, registration } of features) {
        if (!registration?.isDynamic(client)) continue
        const key = registration.key(settings)
        const old = current.get(method)
        if ((old?.key ?? null) === key && !(anew && old)) continue
        current.delete(method)
        void old?.done.then((disposable) => disposable?.dispose())
        if (key !== null) current.set(method, { key, done: register(method, registration.options) })
      }
    },
  }
}
