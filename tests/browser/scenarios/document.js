/** The page that tells of the API works on a machine from which nothing else is reached. */
import assert from 'node:assert/strict'

export const inOneLook = true

export default {
  /** @param {import('../house.js').House} house */
  async 'the page of the API shows every operation and asks no other host for anything'(house) {
    const document = await house.read('/api/v1/openapi.json')
    const operations = Object.values(document.paths).flatMap(path => Object.values(path)).filter(one => one.operationId)
    const page = await (await house.context(null)).newPage()
    /** @type {string[]} */
    const asked = []
    page.on('request', request => asked.push(request.url()))
    await page.goto(`${house.base}/api/docs/`)
    await page.waitForFunction(count => document.querySelectorAll('.opblock').length === count, operations.length)
    await page.click('#operations-session-sign_in .opblock-summary-control')
    await page.waitForSelector('#operations-session-sign_in .opblock-body')
    assert.ok(asked.some(url => url === `${house.base}/api/v1/openapi.json`))
    assert.deepEqual(asked.filter(url => !url.startsWith(`${house.base}/`) && !url.startsWith('data:')), [])
  },
}
