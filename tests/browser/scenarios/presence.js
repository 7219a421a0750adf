/** Who is here, now (W1). */
import assert from 'node:assert/strict'
import { until } from '../steps.js'

export default {
  /** @param {import('../house.js').House} house */
  async 'w1 who comes is online in the list of another within a second, and offline once they went'(house) {
    const pat = await house.hire('pat.present')
    const page = await house.at(`members?q=${pat.email}`)
    const dot = page.locator(`[data-presence="${pat.member}"]`)
    const theirs = await house.at('members/me', pat.email)
    const since = Date.now()
    await until(async () => assert.equal(await dot.getAttribute('data-state'), 'online'))
    assert.ok(Date.now() - since < 1000, `it took ${Date.now() - since} ms`)
    await theirs.context().close()
    // Who goes without a word counts as here for half a minute.
    await until(async () => assert.equal(await dot.getAttribute('data-state'), 'offline'), 45_000)
  },
}
