/** What somebody who means harm tries from elsewhere (g1), with text (g2) and with cells (g4). */
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { lines } from '../csv.js'
import { PASSWORD } from '../house.js'

const MARK = '<img src=x onerror=alert(1)>'

/** Serves this page at another origin for as long as it takes. */
async function elsewhere(html, act) {
  const server = createServer((_, answer) => answer.setHeader('content-type', 'text/html').end(html))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  try {
    // Another port is another origin, though of the same site: cookies go along, so nothing but the origin tells it apart.
    await act(`http://127.0.0.1:${server.address().port}/`)
  } finally {
    server.close()
    server.closeAllConnections()
  }
}

export const inOneLook = true

export default {
  /** @param {import('../house.js').House} house */
  async 'g1 a form on another site changes nothing'(house) {
    const page = await house.at('settings')
    const { version, name } = await house.read('')
    const fields = { name: 'Taken over', undo_window_days: '0', version }
    const inputs = Object.entries(fields).map(([field, value]) => `<input name="${field}" value="${value}">`).join('')
    await elsewhere(`<form method="post" action="${house.url('settings')}">${inputs}<button>Win</button></form>`, async address => {
      await page.goto(address)
      const answered = page.waitForResponse(answer => answer.request().method() === 'POST')
      await page.click('button')
      assert.equal((await answered).status(), 403)
    })
    assert.deepEqual([(await house.read('')).name, (await house.read('')).version], [name, version])
  },

  async 'g1 no other site frames a page'(house) {
    house.excused.push(/frame-ancestors|Refused to (frame|display)|Framing/)
    const page = await house.at('members')
    await elsewhere(`<iframe src="${house.url('members')}"></iframe>`, async address => {
      await page.goto(address)
      const frame = page.frames().find(one => one !== page.mainFrame())
      assert.match(frame.url(), /^chrome-error:/)
      assert.equal(await frame.locator('#main').count(), 0)
    })
  },

  async 'g2 text with marks stays text in every field and on every page'(house) {
    const email = house.address('mar.ker')
    const link = await house.invite(email)
    const nobody = await house.context(null)
    const accepted = await nobody.request.post(`${house.base}/api/v1/invitation/accept`, {
      data: { token: link.split('/').pop(), first_name: MARK, last_name: `"'>${MARK}`, password: PASSWORD },
    })
    assert.ok(accepted.ok())
    const [{ member }] = await house.all(`members?q=${email}`)
    const workspace = await house.post('workspaces', { parent: house.root, name: `${MARK}${Date.now()}` })
    await house.post('contacts', { workspace: house.root, assignee: member, contacts: [{ name: MARK }] })
    const other = house.address('note.ker')
    await house.post('invitations', { emails: other, workspace: house.root, levels: ['agent'], note: MARK })
    const invitation = new URL((await house.mailTo(other)).links[0]).pathname
    const organization = `${house.base}/api/v1${house.path('')}`
    const found = await house.api.get(organization)
    const { name } = await found.json()
    const renamed = await house.api.patch(organization, { headers: { 'if-match': found.headers().etag }, data: { name: MARK } })
    assert.ok(renamed.ok(), await renamed.text())
    const page = await house.at(`members/${member}/grants/${house.root}`)
    await page.locator('[name=levels][value=manager]').check()
    await page.locator('#reason').fill(MARK)
    await page.locator('button.main[value=save]').click()
    await page.waitForURL(/\/members\/[^/]+(\?|$)/)
    const grant = `members/${member}/grants/${house.root}`
    const seen = ['members', `members?q=${email}`, `members?q=${encodeURIComponent(MARK)}`, `members/${member}`, `members/${member}/profile`, grant, `${grant}/revocation`,
      `members/${member}/deletion`, 'contacts', 'workspaces', `workspaces/${workspace.id}`, 'journal', `journal?target=${member}`, 'mail', 'settings', 'receipts', 'members/new', '/organizations?all=true', invitation]
    for (const path of seen) {
      await page.goto(house.url(path))
      assert.equal(await page.locator('img, [onerror]').count(), 0, path)
    }
    await page.goto(house.url('members'))
    await page.locator('#by-q').pressSequentially(MARK)
    await page.waitForURL(/q=/)
    await page.keyboard.press('Control+k')
    await page.keyboard.type('<img')
    await page.locator('.palette [role=option]', { hasText: MARK }).first().waitFor()
    assert.equal(await page.locator('img, [onerror]').count(), 0, 'the palette')
    const back = await house.api.patch(organization, { headers: { 'if-match': renamed.headers().etag }, data: { name } })
    assert.ok(back.ok(), await back.text())
  },

  async 'g4 a name that is a formula is none in the CSV'(house) {
    const email = house.address('for.mula')
    const link = await house.invite(email)
    const nobody = await house.context(null)
    const data = { token: link.split('/').pop(), first_name: '=HYPERLINK("http://evil.test")', last_name: '@SUM(A1)', password: PASSWORD }
    assert.ok((await nobody.request.post(`${house.base}/api/v1/invitation/accept`, { data })).ok())
    const page = await house.at(`members?q=${email}`)
    const answer = await page.request.get(house.base + await page.locator('a[download]').getAttribute('href'))
    assert.equal(answer.status(), 200)
    const [, ...people] = lines(await answer.text())
    assert.equal(people.length, 1)
    assert.ok(people[0].some(cell => cell.startsWith("'=HYPERLINK")), people[0].join())
    for (const cell of people[0]) assert.doesNotMatch(cell, /^[=+\-@\t\r]/)
  },
}
