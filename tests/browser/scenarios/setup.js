/** The first start, once: the server whose setup link `TENURE_TEST_SETUP` names. */
import assert from 'node:assert/strict'
import { PASSWORD } from '../house.js'
import { send } from '../steps.js'

const LINK = process.env.TENURE_TEST_SETUP
if (!LINK) console.log('TENURE_TEST_SETUP names no setup link, so setting up is not played')

/** A link works once. */
export const inOneLook = true

export default LINK ? {
  /** @param {import('../house.js').House} house */
  async 'without scripting one sets up with the token of the link, and scripting takes it out of the link'(house) {
    house.excused.push(/Failed to load resource: the server responded with a status of (401|403|404|422)/)
    const { origin, hash, pathname } = new URL(LINK)
    const token = new URLSearchParams(hash.slice(1)).get('token')
    const scripted = await (await house.context(null)).newPage()
    house.watch(scripted)
    await scripted.goto(LINK)
    assert.equal(await scripted.locator('#token').inputValue(), token)
    assert.equal(scripted.url(), origin + pathname)
    const page = await (await house.context(null, { javaScriptEnabled: false })).newPage()
    house.watch(page)
    await page.goto(origin + pathname)
    const typed = { token: 'not-the-token', organization: 'First GmbH', first_name: 'Ada', last_name: 'First', email: 'ada@example.test', password: PASSWORD }
    for (const [field, text] of Object.entries(typed)) await page.fill(`#${field}`, text)
    await send(page)
    await page.locator('[role=alert]').first().waitFor()
    assert.equal(await page.locator('#organization').inputValue(), typed.organization, 'nothing typed is lost')
    await page.fill('#token', token)
    await page.fill('#password', PASSWORD)
    await send(page)
    await page.waitForURL(/\/organizations\/|sign-in/)
    if (/sign-in/.test(page.url())) {
      await page.fill('#email', typed.email)
      await page.fill('#password', PASSWORD)
      await send(page)
    }
    await page.locator('h1').first().waitFor()
    assert.match(page.url(), /\/organizations\//)
  },
} : {}
