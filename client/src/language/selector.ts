import { workspace } from 'vscode'

/**
 * Markdown that an author can write. A selector cannot say "any scheme but these", so this names the file systems that are
 * known, and those that the workspace uses; the sides of a diff, output and notebook cells are thereby left out.
 */
export function surveySelector(): readonly { readonly language: string; readonly scheme: string }[] {
  const inUse = (workspace.workspaceFolders ?? []).map((folder) => folder.uri.scheme)
  return [...new Set([...known, ...inUse])].map((scheme) => ({ language: 'markdown', scheme }))
}

const known = ['file', 'untitled', 'vscode-remote', 'vscode-vfs', 'vscode-local', 'vscode-test-web', 'memfs', 'vsls']
