/** Who is here, now (W1). */
import assert from 'node:assert/strict'
import { LOOKS } from '../house.js'
import { until } from '../steps.js'

// Looked at in two at once: it takes as long as somebody counts as here who went without a word.
export const inOneLook = true

export default {
  /** @param {import('../house.js').House} house */
  async 'w1 who comes is online in the list of another within a second, and offline once they went'(house) {
    const pat = await house.hire('pat.present')
    const pages = await Promise.all([LOOKS['light-wide'], LOOKS['dark-narrow']].map(look => house.at(`members?q=${pat.email}`, undefined, look)))
    const states = () => Promise.all(pages.map(page => page.locator(`[data-presence="${pat.member}"]`).getAttribute('data-state')))
    const theirs = await house.at('members/me', pat.email)
    const since = Date.now()
    await until(async () => assert.deepEqual(await states(), ['online', 'online']))
    assert.ok(Date.now() - since < 1000, `it took ${Date.now() - since} ms`)
    await theirs.context().close()
    // Who goes without a word counts as here for half a minute.
    await until(async () => assert.deepEqual(await states(), ['offline', 'offline']), 45_000)
  },
}
