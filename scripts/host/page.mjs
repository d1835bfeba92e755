import { chromium } from 'playwright-core';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

/** A headless Chromium; it ends with this process. */
export function openBrowser({ executable }) {
  return chromium.launch({ executablePath: executable, args: flags, headless: true });
}

/** A fresh page with nothing stored, where the clipboard works without a question. */
export async function openPage(browser) {
  const context = await browser.newContext({
    viewport: { width: 1400, height: 900 },
    deviceScaleFactor: 1,
    locale: 'en-US',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  return context.newPage();
}

/** The address that opens a folder on a served VS Code; `payload` is a list of [name, value] that only it understands. */
export function workbenchUrl(server, { folder, token = null, payload = [] }) {
  const url = new URL(server.url);
  if (token !== null) url.searchParams.set('tkn', token);
  url.searchParams.set('folder', folder);
  if (payload.length > 0) url.searchParams.set('payload', JSON.stringify(payload));
  return url.href;
}

/** A path as a payload names it. */
export function remoteUri(server, path) {
  return `vscode-remote://127.0.0.1:${server.port}${encodeURI(path)}`;
}
