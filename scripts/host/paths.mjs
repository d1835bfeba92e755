import { fileURLToPath } from 'node:url'

const inRepository = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url))

export const repository = inRepository('.').replace(/[\\/]$/, '')
export const hostCache = inRepository('.vscode-test')
export const testResults = inRepository('test-results')
