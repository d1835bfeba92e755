import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('the host', () => {
  it('opens a survey from the workspace', async () => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(folder, 'the runner opens a folder');
    const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, 'survey.md'));
    await vscode.window.showTextDocument(document);
    assert.equal(document.languageId, 'markdown');
  });
});
