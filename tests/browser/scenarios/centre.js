/** A contact centre of its own: queues and calls handled beside people, standing still and coming back (C1–C4, C6, C7). */
import assert from 'node:assert/strict'
import { PASSWORD } from '../house.js'
import { choose, closed, dialog, done, names, row, send, until } from '../steps.js'

/**
 * Founds a contact centre with two queues and plays there.
 * @param {import('../house.js').House} house
 * @param {(there: { email: string, orders: string, returns: string }) => Promise<void>} play
 */
async function centre(house, play) {
  const was = { id: house.id, root: house.root, api: house.api }
  const email = house.address('ada.admin')
  const made = await house.post('/operator/organizations', { name: 'Call Centre', model: 'contact-center', governor_email: email })
  const changed = await house.api.patch(`${house.base}/api/v1/operator/organizations/${made.id}`, { data: { plan: 'professional' } })
  assert.ok(changed.ok())
  const token = (await house.mailTo(email)).links[0].split('/').pop()
  const nobody = await house.context(null)
  const data = { token, first_name: 'Ada', last_name: 'Admin', password: PASSWORD }
  assert.ok((await nobody.request.post(`${house.base}/api/v1/invitation/accept`, { data })).ok())
  try {
    house.id = made.id
    house.api = await house.requests(email)
    house.root = (await house.read('')).root
    const queue = async name => (await house.post('resources', { kind: 'queue', name })).id
    await play({ email, orders: await queue('Orders'), returns: await queue('Returns') })
  } finally {
    Object.assign(house, was)
  }
}

/** Reports as a host does. */
async function report(house, member, calls) {
  const data = { calls_handled: calls }
  const answer = await house.api.post(`${house.base}/api/v1${house.path(`members/${member}/statistics`)}`, { data })
  assert.equal(answer.status(), 204)
}

const queues = async (house, who) => {
  const [found] = await house.all(`members?q=${who.email}`)
  return found.resources.queue.first.map(one => one.name)
}

export default {
  /** @param {import('../house.js').House} house */
  async 'c1 c6 the list shows queues and calls handled, as a table first, and as cards once one likes those'(house) {
    await centre(house, async ({ email, orders, returns }) => {
      const [kim, lou] = [await house.hire('kim.calls'), await house.hire('lou.idle')]
      for (const id of [orders, returns]) await house.put(`resources/${id}/members/${kim.member}`)
      await report(house, kim.member, 1234)
      const page = await house.at('members', email)
      assert.equal(await page.locator('#list').getAttribute('data-view'), 'table')
      const heads = await page.locator('thead th').allInnerTexts()
      assert.ok(heads.join(' ').includes('Queues') && heads.join(' ').includes('Calls handled'), heads.join(' '))
      const shows = async () => {
        const text = await row(page, kim.name).innerText()
        for (const word of ['Orders', 'Returns', '1,234', 'Agent']) assert.ok(text.includes(word), `${word} in ${text}`)
        assert.match(await row(page, lou.name).innerText(), /None/)
      }
      await shows()
      await page.locator('[aria-label="Cards"]').click()
      await page.locator('#list[data-view=cards]').waitFor()
      await shows()
      assert.match(await row(page, kim.name).innerText(), /Calls handled/, 'a card says what the number is')
      assert.match(await row(page, kim.name).innerText(), /Queues:\s+Orders/, 'and what the queues are')
      await page.goto(house.url('members'))
      assert.equal(await page.locator('#list').getAttribute('data-view'), 'cards', 'remembered')
      await page.goto(house.url(`members/${kim.member}`))
      assert.match(await page.locator('#member').innerText(), /Calls handled\s+1,234 as of/)
      await page.goto(house.url(`members/${lou.member}`))
      assert.match(await page.locator('#member').innerText(), /Nothing reported yet/)
    })
  },

  async 'c2 both names and the role are edited, and the role holds at once'(house) {
    await centre(house, async ({ email }) => {
      const kim = await house.hire('kim.calls')
      const page = await house.at(`members/${kim.member}`, email)
      await page.locator('a[href$="/profile"]').click()
      await dialog(page).locator('#first_name').fill('Kimberly')
      await dialog(page).locator('#last_name').fill('Quick')
      assert.ok(await dialog(page).locator('#email').isDisabled(), 'the address stays')
      await send(dialog(page))
      await closed(page)
      await page.locator('h1', { hasText: 'Kimberly Quick' }).waitFor()
      const theirs = await house.at('members', kim.email)
      await theirs.locator('.empty').waitFor()
      await page.locator('#access select').selectOption({ label: 'Manager' })
      await page.locator('#access form button').click()
      await until(async () => assert.deepEqual((await house.read(`members/${kim.member}`)).grants[0].levels, ['manager']))
      await theirs.reload()
      assert.ok((await names(theirs)).includes('Kimberly Quick'), 'a Manager sees who there is')
      house.excused.push(/status of 403/)
    })
  },

  async 'c3 somebody stands still, out of all queues, and is put back by hand'(house) {
    await centre(house, async ({ email, orders }) => {
      const kim = await house.hire('kim.calls')
      await house.put(`resources/${orders}/members/${kim.member}`)
      const page = await house.at(`members/${kim.member}`, email)
      await page.locator('a[href$="/deactivation"]').click()
      await dialog(page).locator('h1').waitFor()
      assert.equal((await house.read(`members/${kim.member}`)).status, 'active', 'it is confirmed first')
      await send(dialog(page))
      await done(page, 'Deactivated')
      assert.equal((await house.read(`members/${kim.member}`)).status, 'inactive')
      assert.deepEqual(await queues(house, kim), [])
      const door = await (await house.context(null)).newPage()
      await door.goto(`${house.base}/sign-in`)
      await door.fill('#email', kim.email)
      await door.fill('#password', PASSWORD)
      await door.locator('main button.main').click()
      await door.goto(house.url(''))
      assert.ok(!(await door.locator('body').innerText()).includes('Call Centre'), 'nothing of it is theirs to see')
      await page.goto(house.url(`members/${kim.member}`))
      await page.locator('a[href$="/reactivation"]').click()
      await send(dialog(page))
      // What was emptied is offered, each queue with the way to it.
      const offered = page.locator(`a[href$="/resources/${orders}"]:visible`).last()
      await offered.waitFor()
      assert.deepEqual(await queues(house, kim), [], 'queues come by hand')
      await offered.click()
      await page.waitForURL(new RegExp(`/resources/${orders}`))
      await choose(page, kim.name)
      await page.locator('form[action$="/members"] button.main').click()
      await page.locator('main a.name', { hasText: kim.name }).waitFor()
      assert.deepEqual(await queues(house, kim), ['Orders'])
    })
  },

  async 'c4 a manager puts people into queues, and an agent has no place to'(house) {
    await centre(house, async ({ orders }) => {
      const [kim, mia] = [await house.hire('kim.calls'), await house.hire('mia.manages', 'manager')]
      const page = await house.at(`resources/${orders}`, mia.email)
      await choose(page, kim.name)
      await page.locator('form[action$="/members"] button.main').click()
      await page.locator('main a.name', { hasText: kim.name }).waitFor()
      assert.deepEqual(await queues(house, kim), ['Orders'])
      assert.equal(await page.locator('#resource-name').count(), 0, 'renaming one is no Manager’s')
      const theirs = await house.at('', kim.email)
      await theirs.goto(house.url(`resources/${orders}`))
      assert.equal(await theirs.locator('form[action$="/members"]').count(), 0)
      house.excused.push(/status of 40[34]/)
    })
  },

  async 'c7 people are found by name, status, role and queue'(house) {
    await centre(house, async ({ email, orders }) => {
      const [kim, mia] = [await house.hire('kim.calls'), await house.hire('mia.manages', 'manager')]
      const waits = house.address('wim.waits')
      await house.invite(waits)
      await house.put(`resources/${orders}/members/${kim.member}`)
      const found = async (query, expected) => {
        await page.goto(house.url(`members?${query}`))
        assert.deepEqual(await names(page), expected, query)
      }
      const page = await house.at('members', email)
      await page.locator('#by-q').pressSequentially('kim', { delay: 20 })
      await until(async () => assert.deepEqual(await names(page), [kim.name]))
      await found('status=pending', [waits])
      await found('level=manager', [mia.name])
      await found(`resource=${orders}`, [kim.name])
      await found('status=active&level=agent', [kim.name])
    })
  },
}
