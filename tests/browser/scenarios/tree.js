/** The tree of workspaces by keys, and looking for one of many. */
import assert from 'node:assert/strict'
import { closed, dialog, done, row, send, until } from '../steps.js'

const focused = page => page.evaluate(() => document.activeElement?.id)
const items = page => page.locator('[role=treeitem]:visible')

export default {
  /** @param {import('../house.js').House} house */
  async 'a4 a workspace is moved from its plan, which says who gains and who loses'(house) {
    const run = Date.now()
    const [from, to] = [await house.post('workspaces', { parent: house.root, name: `From ${run}` }), await house.post('workspaces', { parent: house.root, name: `To ${run}` })]
    const moved = await house.post('workspaces', { parent: from.id, name: `Moved ${run}` })
    const email = house.address('lou.loses')
    await house.post('invitations', { emails: [email], workspace: from.id, levels: ['agent'] })
    const page = await house.at(`workspaces/${moved.id}/move`)
    const form = page.locator('main form')
    await form.locator('#parent').selectOption({ label: `To ${run}` })
    await form.locator('#plan .figures').waitFor()
    await send(form)
    await done(page, 'The workspace was moved.')
    const under = (await house.read(`workspaces?under=${to.id}`)).items.map(one => one.name)
    assert.deepEqual(under, [`To ${run}`, `Moved ${run}`])
  },

  /** @param {import('../house.js').House} house */
  async 'the tree is walked, folded and acted on by keys'(house) {
    const run = Date.now()
    const top = await house.post('workspaces', { parent: house.root, name: `!Aa ${run}` })
    const below = await house.post('workspaces', { parent: top.id, name: `Below ${run}` })
    const page = await house.at('workspaces')
    const tree = page.getByRole('tree', { name: 'Workspaces' })
    const [root, first, second] = [house.root, top.id, below.id].map(id => `w-${id}`)
    await tree.waitFor()
    assert.equal(await tree.locator('[role=treeitem][tabindex="0"]').count(), 1, 'one tab stop')
    assert.equal(await tree.locator('[role=treeitem][tabindex="0"]').getAttribute('id'), root)
    assert.equal(await tree.locator('a[tabindex="0"], button[tabindex="0"]').count(), 2, 'and in it its own link and menu')
    for (const [id, level] of [[root, '1'], [first, '2'], [second, '3']]) assert.equal(await page.locator(`#${id}`).getAttribute('aria-level'), level)
    await page.locator(`#${root}`).focus()
    for (const [key, to] of [['ArrowRight', first], ['ArrowRight', second], ['ArrowLeft', first], ['ArrowDown', second], ['ArrowUp', first], ['Home', root]]) {
      await page.keyboard.press(key)
      assert.equal(await focused(page), to, key)
    }
    await page.keyboard.press('End')
    assert.equal(await focused(page), await items(page).last().getAttribute('id'))
    await page.locator(`#${first}`).focus()
    await page.keyboard.press('ArrowLeft')
    assert.equal(await page.locator(`#${first}`).getAttribute('aria-expanded'), 'false')
    await page.locator(`#${second}`).waitFor({ state: 'hidden' })
    await page.keyboard.press('ArrowDown')
    assert.notEqual(await focused(page), second, 'what is folded is passed over')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('e')
    await dialog(page).locator('#name').fill(`!Ab ${run}`)
    await send(dialog(page))
    await done(page, 'Saved')
    await closed(page)
    await page.locator(`#${first}`, { hasText: `!Ab ${run}` }).waitFor()
    assert.ok(await page.locator(`#${second}`).isHidden(), 'it is folded yet')
    assert.equal(await tree.locator('[role=treeitem][tabindex="0"]').getAttribute('id'), first, 'and the keyboard goes on there')
    await row(page, `!Ab ${run}`).locator('.twist').click()
    await page.locator(`#${second}`).waitFor()
    await page.evaluate(() => { document.documentElement.dir = 'rtl' })
    await page.locator(`#${first}`).focus()
    await page.keyboard.press('ArrowLeft')
    assert.equal(await focused(page), second, 'into the tree is to the left there')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    assert.match(await focused(page) ?? '', /^$/)
    assert.ok(await page.evaluate(() => document.activeElement?.matches('[popovertarget]')), 'the menu of the node is the stop after its link')
    await page.locator(`#${second}`).focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(new RegExp(`members\\?workspace=${below.id}`))
  },

  async 'one of many workspaces is looked for by its name'(house) {
    const { email } = await house.hire('mona.many')
    const { id } = await house.post('/operator/organizations', { name: 'Many Branches', model: 'workspace', governor_email: email })
    const who = await house.requests(email)
    const url = `${house.base}/api/v1/organizations/${id}`
    const { root } = await (await who.get(url)).json()
    const branches = Array.from({ length: 205 }, (_, n) => ({ parent: root, name: `Branch ${String(n).padStart(3, '0')}` }))
    const make = async (/** @type {object} */ data) => (await who.post(`${url}/workspaces`, { data })).json()
    const made = []
    for (let n = 0; n < branches.length; n += 5) made.push(...await Promise.all(branches.slice(n, n + 5).map(make)))
    const last = made[204]
    const page = await house.at(`/organizations/${id}/members/new`, email)
    await page.locator('#workspace-find').click()
    await page.locator('#workspace-find').fill('h 204')
    const option = page.getByRole('option', { name: 'Branch 204' })
    await option.waitFor()
    assert.match(await option.innerText(), /Many Branches/, 'it says what it is below')
    await option.click()
    assert.equal(await page.locator('#workspace').inputValue(), last.id)
    await page.goto(`${house.base}/organizations/${id}/workspaces`)
    await page.locator(`#w-${root} > .node .twist`).click()
    await until(async () => assert.equal(await items(page).count(), 1))
    await page.locator('#by-q').fill('h 204')
    await until(async () => assert.equal(await items(page).count(), 2, 'what was found, below what it belongs to, though that was folded'))
    await page.goto(`${house.base}/organizations/${id}/contacts/new`)
    await page.locator('#workspace-find').waitFor()
    await page.locator('#name').fill('Made By Enter')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/contacts(\?|$)/)
    assert.deepEqual((await (await who.get(`${url}/contacts`)).json()).items.map(one => one.name), ['Made By Enter'])
    await page.goto(`${house.base}/organizations/${id}/members`)
    await page.locator('[popovertarget=by-more]').click()
    await page.locator('#by-workspace-find').fill('h 203')
    await page.getByRole('option', { name: 'Branch 203' }).click()
    await page.locator('.chips', { hasText: 'Branch 203' }).waitFor()
    await until(async () => assert.match(page.url(), /workspace=/))
  },
}
