/**
 * What others made, found in the folder that `TENURE_TEST_BROWSER` names: the source tree holds no `node_modules`. Without
 * it they are looked for where these files lie, for whoever ran `npm ci` here.
 */
import { accessSync, constants } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, join, resolve } from 'node:path'

const folder = process.env.TENURE_TEST_BROWSER
const load = createRequire(folder ? join(resolve(folder), 'package.json') : import.meta.url)

export const { chromium } = load('playwright-core')
/** The script that makes `axe` of a page. @type {string} */
export const AXE = load('axe-core/axe.min.js').source
export const { HtmlValidate } = load('html-validate')

/** Debian's Chromium: the first on the path. */
export function chromiumPath() {
  for (const place of (process.env.PATH ?? '').split(delimiter)) {
    const path = join(place, 'chromium')
    try {
      accessSync(path, constants.X_OK)
      return path
    } catch {
      // The next folder may have it.
    }
  }
  throw new Error('there is no `chromium` on the path: on Debian, apt-get install chromium')
}
