/** The settings of the manifest: those that the server reads, and the client's own. */
export const allSettings = ({ settingsTable }) => [...settingsTable, trace]

/** The language client reads it by itself; the server never sees it. */
const trace = {
  name: 'trace.server',
  schema: {
    type: 'string',
    enum: ['off', 'messages', 'verbose'],
    default: 'off',
    scope: 'window',
    markdownDescription: 'Log the messages between VS Code and the language server to the output channel.',
  },
}
