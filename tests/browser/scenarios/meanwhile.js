/** What others do while somebody is in the middle of something, and what still comes to who was away. */
import assert from 'node:assert/strict'
import { choose, done, names, until } from '../steps.js'

/** Holds back requests of a page until the gate opens. */
export async function gate(page, pattern, holds = () => true) {
  let open = () => {}
  const opened = new Promise(resolve => { open = resolve })
  await page.route(pattern, async route => {
    if (holds(route.request())) await opened
    await route.fallback().catch(() => {})
  })
  return open
}

/** Waits until a page has heard something: from then on it is told of everything. */
const hears = page => page.waitForFunction(() => Object.keys(localStorage).some(key => key.endsWith('/stream') && localStorage[key]))

/** As when a page goes into the back/forward cache and returns from it, which a driven browser doesn't have. */
const leaves = page => page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })))
const returns = page => page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })))

/** Somebody's team with its page, from which the list of who could be put in is live. */
async function team(house, name) {
  const { id } = await house.post('resources', { kind: 'team', name: `${name} ${Date.now()}` })
  return { id, page: await house.at(`resources/${id}`) }
}

export const inOneLook = true

export default {
  /** @param {import('../house.js').House} house */
  async 'who was chosen stays chosen while others change who can be'(house) {
    const [kay, ann] = [await house.hire('kay.chosen'), await house.hire('ann.other')]
    const { id, page } = await team(house, 'Chosen')
    await hears(page)
    // Found by searching: the list that came with the page doesn't have her.
    await choose(page, kay.name)
    await house.put(`resources/${id}/members/${ann.member}`)
    await page.locator('main a.name', { hasText: ann.name }).waitFor()
    assert.equal(await page.locator('#member').inputValue(), kay.member)
    assert.equal(await page.locator('[role=combobox]').inputValue(), kay.name)
    await page.locator('form[action$="/members"] button.main').click()
    await page.locator('main a.name', { hasText: kay.name }).waitFor()
  },

  async 'a name that somebody else changed meanwhile is told, and not overwritten'(house) {
    const { id, page } = await team(house, 'Renamed')
    await hears(page)
    await page.locator('summary', { hasText: 'Rename' }).click()
    await page.fill('#resource-name', 'Mine')
    const theirs = await house.at(`resources/${id}`)
    await theirs.locator('summary', { hasText: 'Rename' }).click()
    await theirs.fill('#resource-name', 'Theirs')
    await theirs.locator('form:has(#resource-name) button').click()
    await done(theirs, 'Renamed')
    await page.locator('h1', { hasText: 'Theirs' }).waitFor()
    assert.equal(await page.locator('#resource-name').inputValue(), 'Mine')
    await page.locator('form:has(#resource-name) button').click()
    await page.locator('[role=alert]').waitFor()
    assert.equal((await house.read(`resources/${id}`)).name, 'Theirs')
  },

  async 'a tab that takes over, and the next page, are told what happened in between'(house) {
    const [first, second] = [house.address('in.between'), house.address('in.between.too')]
    const leads = await house.at('members')
    await hears(leads)
    const page = await leads.context().newPage()
    house.watch(page)
    await page.goto(house.url(`members?q=${first}`))
    let open = await gate(page, /\/stream(\?|$)/)
    await leads.close()
    await page.bringToFront()
    await house.invite(first)
    open()
    await until(async () => assert.equal((await names(page)).length, 1, 'who takes over hears what nobody heard'))
    await page.unroute(/\/stream(\?|$)/)
    open = await gate(page, /\/stream(\?|$)/)
    await page.goto(house.url(`members?q=${second}`))
    await house.invite(second)
    open()
    await until(async () => assert.equal((await names(page)).length, 1, 'a page goes on where the one before it stopped'))
  },

  async 'a page that comes back from the cache is live again, and shows what it missed'(house) {
    const [email, later] = [house.address('while.away'), house.address('when.back')]
    const page = await house.at(`members?q=${email}`)
    await hears(page)
    for (const _ of [1, 2]) {
      await leaves(page)
      await returns(page)
    }
    await leaves(page)
    await house.invite(email)
    await returns(page)
    await until(async () => assert.equal((await names(page)).length, 1))
    await page.locator('#by-q').fill(later)
    await page.waitForURL(url => url.search.includes(encodeURIComponent(later)))
    await until(async () => assert.equal((await names(page)).length, 0))
    await house.invite(later)
    await until(async () => assert.equal((await names(page)).length, 1))
  },

  async 'who hears the stream sends no beats, and who does not sends them'(house) {
    const beats = []
    const page = await house.at('/sign-in')
    page.on('request', request => { if (request.url().endsWith('/presence')) beats.push(request.url()) })
    await page.goto(house.url('members'))
    await hears(page)
    assert.equal(beats.length, 0, 'whose stream is open is online by that')
    house.excused.push(/\/stream/)
    await page.route(/\/stream(\?|$)/, route => route.abort())
    await page.goto(house.url('members'))
    await page.locator('#stream-lost').waitFor()
    await until(async () => assert.ok(beats.length > 0))
  },

  async 'times are told on the clock of the reader’s profile, not on that of their device'(house) {
    const page = await house.at('journal', undefined, { timezoneId: 'Pacific/Kiritimati' })
    const sent = await (await page.request.get(page.url(), { headers: { accept: 'text/html' } })).text()
    const [, title] = sent.match(/<time [^>]*title="([^"]*)"[^>]*data-ago/)
    const first = page.locator('time[data-ago]').first()
    await until(async () => assert.notEqual(await first.innerText(), title, 'the words are relative'))
    assert.equal(await first.getAttribute('title'), title)
  },
}
