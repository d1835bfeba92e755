/** The tables that files are generated from. `tables.mjs` bundles and loads this. */
export { lint, openDocument, operations, profiles, rules, valueWord } from '../../server/src/core'
export * as skeleton from '../../server/src/core/writing/skeleton'
export { settingsTable } from '../../server/src/session/settings'
