/** Members: what the list says, and how one finds somebody in it (W1, W2, W8). */
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { chips, names, rows, until } from '../steps.js'
import { lines } from '../csv.js'

export default {
  /** @param {import('../house.js').House} house */
  async 'w1 each row says who somebody is, at what level, how to reach them and when they were here'(house) {
    const page = await house.at('members')
    const shown = await rows(page).count()
    const { items } = await house.read(`members?limit=${shown}`)
    assert.deepEqual(await names(page), items.map(one => one.display_name))
    for (const [index, one] of items.entries()) {
      const row = rows(page).nth(index)
      const text = (await row.innerText()).toLowerCase()
      assert.ok(text.includes(one.email), `${one.email} in ${text}`)
      assert.ok(one.grants.every(grant => grant.levels.every(level => text.includes(level))), `levels in ${text}`)
      // What is usual is told where there is a column for it.
      assert.ok(text.includes(one.status) || (one.status === 'active' && house.isNarrow), `${one.status} in ${text}`)
      assert.equal(await row.locator('[data-presence]').count(), one.status === 'active' ? 1 : 0, 'who is pending has no presence')
      assert.ok(one.last_active_at || text.includes('not yet'), text)
    }
  },

  async 'w2 searching narrows the list as one types, and Back undoes it'(house) {
    const page = await house.at('members')
    const before = await names(page)
    await page.locator('#by-q').pressSequentially('mart', { delay: 20 })
    await page.waitForURL(/[?&]q=mart(&|$)/)
    const found = (await house.all('members?q=mart')).map(one => one.display_name)
    await until(async () => assert.deepEqual(await names(page), found))
    assert.ok(found.length && found.length < before.length)
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'by-q', 'one can go on typing')
    await page.goBack()
    await until(async () => assert.deepEqual(await names(page), before))
    assert.equal(await page.locator('#by-q').inputValue(), '')
    await page.goForward()
    await until(async () => assert.deepEqual(await names(page), found))
  },

  async 'filters are told as chips, and each is taken away by its own'(house) {
    const page = await house.at('members')
    const all = await names(page)
    await page.locator('[popovertarget=by-status]').click()
    await page.locator('#by-status [value=pending]').check()
    await page.waitForURL(/status=pending/)
    const pending = (await house.all('members?status=pending')).map(one => one.display_name)
    await until(async () => assert.deepEqual(await names(page), pending))
    assert.ok(await page.locator('#by-status:popover-open').isVisible(), 'the filter stays open')
    await page.keyboard.press('Escape')
    await page.locator('[popovertarget=by-level]').click()
    await page.locator('#by-level [value=agent]').check()
    await page.waitForURL(/level=agent/)
    await page.keyboard.press('Escape')
    await until(async () => assert.equal(await chips(page).count(), 2))
    await page.reload()
    assert.equal(await chips(page).count(), 2, 'filters are in the address')
    await chips(page).first().click()
    await until(async () => assert.equal(await chips(page).count(), 1))
    await chips(page).first().click()
    await until(async () => assert.deepEqual(await names(page), all))
  },

  async 'who nobody matches is told with the filters that could go'(house) {
    const page = await house.at('members?q=nobody-is-called-so&status=pending')
    assert.equal(await rows(page).count(), 0)
    await page.locator('.empty a[data-live]').first().click()
    await page.waitForURL(url => !url.search.includes('q='))
    await until(async () => assert.ok(await rows(page).count() > 0))
  },

  async 'columns sort, and cards show the same people'(house) {
    const page = await house.at('members')
    await page.locator('thead a', { hasText: 'Name' }).click()
    await page.waitForURL(/sort=-name/)
    const backwards = (await house.read(`members?sort=-name&limit=${await rows(page).count()}`)).items.map(one => one.display_name)
    await until(async () => assert.deepEqual(await names(page), backwards))
    assert.equal(await page.locator('th[aria-sort=descending]').count(), 1)
    await page.locator('[aria-label="Cards"]').click()
    await page.waitForURL(/view=cards/)
    await until(async () => assert.deepEqual(await names(page), backwards))
  },

  async 'w8 the CSV has the people of the filtered list, and nobody else'(house) {
    const page = await house.at('members?status=active&level=agent&sort=-name')
    const download = page.waitForEvent('download')
    await page.locator('a[download]').click()
    const [head, ...people] = lines(await readFile(await (await download).path(), 'utf8'))
    const column = head.findIndex(name => name.toLowerCase() === 'email')
    assert.ok(column >= 0, head.join())
    const listed = await house.all('members?status=active&level=agent&sort=-name')
    assert.deepEqual(people.map(cells => cells[column]), listed.map(one => one.email))
    assert.ok(listed.length > 5)
  },

  async 'w5 who sees masked people finds no address and no number on any page, nor in a CSV'(house) {
    const [north, south] = (await house.read('workspaces')).items.filter(one => one.parent === house.root)
    const [boss, colleague] = [await house.hire('mara.masked', 'manager', north.id), await house.hire('cleo.colleague', 'agent', north.id)]
    await house.put(`members/${boss.member}/grants/${south.id}`, { levels: ['agent'], restrictions: ['mask_phone_email'] })
    const number = Date.now() % 1e7
    const phone = `+49301${number}`
    const own = `${house.base}/api/v1${house.path('members/me')}`
    const { request: theirs } = await house.context(colleague.email)
    const changed = await theirs.patch(own, { headers: { 'if-match': (await theirs.get(own)).headers().etag }, data: { phone } })
    assert.ok(changed.ok(), await changed.text())
    // Members are masked by the strictest of one's grants, contacts by the one that reaches them.
    const contact = { name: `Of ${boss.name}`, email: house.address('con.tact'), phone: `+49302${number}` }
    await house.post('contacts', { workspace: south.id, assignee: boss.member, contacts: [contact] })
    const [{ id }] = await house.all(`contacts?assignee=${boss.member}`)
    const [held] = await house.all('members?q=jonas.weber')
    const grant = `members/${colleague.member}/grants/${north.id}`
    const ofMembers = [...(await house.all('members')).map(one => one.email), phone]
    const ofContacts = (await house.all('contacts')).flatMap(one => [one.email, one.phone]).filter(Boolean)
    const common = ['members/me', 'members/me/profile', 'contacts', `contacts?q=${encodeURIComponent(contact.name)}`, 'contacts/new', 'help']
    const places = {
      [held.email]: [...common, `contacts/${(await house.all(`contacts?assignee=${held.member}`))[0].id}/assignee`],
      [boss.email]: [...common, 'members', 'members?view=cards', `members?q=${colleague.name.split(' ')[0]}`, `members/${colleague.member}`, grant, `${grant}/revocation?contacts=assign_to`,
        `members/${colleague.member}/grants/new`, `members/${colleague.member}/deletion`, `contacts/${id}/assignee`, 'members/new', 'receipts'],
    }
    for (const [email, paths] of Object.entries(places)) {
      const { request } = await house.context(email)
      const secret = [...ofMembers, ...email === boss.email ? [contact.email, contact.phone] : ofContacts]
      let [masked, taken] = [0, 0]
      for (const path of paths) {
        const answer = await request.get(house.url(path))
        assert.equal(answer.status(), 200, `${email} at ${path}`)
        const html = await answer.text()
        const sheets = [...html.matchAll(/<a [^>]*href="([^"]*)"[^>]*\bdownload\b/g)].map(([, href]) => href.replaceAll('&amp;', '&'))
        const texts = [html, ...await Promise.all(sheets.map(async href => (await request.get(house.base + href)).text()))]
        for (const each of secret) assert.ok(each === email || !texts.some(text => text.includes(each)), `${email} sees ${each} at ${path}`)
        taken += sheets.length
        masked += html.split('class="masked"').length - 1
      }
      assert.ok(masked > 3, 'what is hidden is told to be')
      assert.equal(taken > 0, email === boss.email, 'agents take no CSV away, managers one that is masked')
    }
  },
}
