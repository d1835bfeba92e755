import { chromium } from 'playwright-core'

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
]

/** A headless Chromium; it ends with this process. */
export function openBrowser({ executable }) {
  return chromium.launch({ executablePath: executable, args: flags, headless: true })
}

/** A fresh page with nothing stored, where the clipboard works without a question. */
export async function openPage(browser) {
  const context = await browser.newContext({
    viewport: { width: 1400, height: 900 },
    deviceScaleFactor: 1,
    locale: 'en-US',
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  return context.newPage()
}
