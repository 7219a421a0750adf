/** Leaving: from the plan, with or without a successor, a receipt, and undoing it (W7). */
import assert from 'node:assert/strict'
import { choose, closed, dialog, done, fromMenu, send, until } from '../steps.js'

/** Gives somebody contacts of their own. */
async function contacts(house, of, count) {
  const named = Array.from({ length: count }, (_, n) => ({ name: `${of.name} ${n}` }))
  await house.post('contacts', { workspace: of.workspace, assignee: of.member, contacts: named })
}

const held = async (house, member) => (await house.all(`contacts?assignee=${member}`)).length

export default {
  /** @param {import('../house.js').House} house */
  async 'w7 access is revoked from its plan, the contacts go to who was chosen, and all comes back'(house) {
    // The stream may tell of the revocation before its answer comes: what the dialog asks for anew is gone by then.
    house.excused.push(/status of 404/)
    const [lea, kai] = [await house.hire('lea.leaves'), await house.hire('kai.takes')]
    await contacts(house, lea, 3)
    const page = await house.at(`members?q=${lea.email}`)
    await fromMenu(page, lea.name, 'Revoke access')
    const form = dialog(page)
    await form.locator('.figures dd', { hasText: '3' }).first().waitFor()
    assert.ok(await form.locator('[value=unassign]').isChecked(), 'unassigned unless said otherwise')
    await form.locator('[name=contacts][value=assign_to]').check()
    await send(form)
    await form.locator('#assign_to-error').waitFor()
    const field = form.locator('[role=combobox]')
    assert.equal(await field.getAttribute('aria-invalid'), 'true', 'the field that one sees says so')
    assert.match(await field.getAttribute('aria-describedby'), /\bassign_to-error$/)
    await choose(page, kai.name)
    await form.locator('#reason').fill('Moved on')
    await send(form)
    await done(page, 'Access revoked')
    await closed(page)
    assert.match(page.url(), /\/receipts\//)
    assert.match(await page.locator('main').innerText(), new RegExp(`handed to ${kai.name}`))
    assert.deepEqual([await held(house, lea.member), await held(house, kai.member)], [0, 3])
    assert.equal((await house.read(`members/${lea.member}`)).status, 'active', 'the membership stays')
    await page.locator('form[action$="/undo"] button').click()
    await page.locator('h1', { hasText: 'has access again' }).waitFor()
    assert.deepEqual([await held(house, lea.member), await held(house, kai.member)], [3, 0])
  },

  async 'w7 contacts become unassigned by default'(house) {
    const max = await house.hire('max.leaves')
    await contacts(house, max, 2)
    const page = await house.at(`members/${max.member}`)
    await page.locator('#access a[href$="/revocation"]').click()
    await send(dialog(page))
    await done(page, 'Access revoked')
    assert.match(await page.locator('main').innerText(), /left unassigned/)
    assert.equal(await held(house, max.member), 0)
    assert.equal((await house.read(`members/${max.member}/grants`)).items.length, 0)
  },

  async 'w7 removing from the organization is its own act, and is undone from its receipt'(house) {
    const mia = await house.hire('mia.goes')
    await contacts(house, mia, 1)
    const page = await house.at(`members?q=${mia.email}`)
    await fromMenu(page, mia.name, 'Remove from organization')
    await dialog(page).locator('h1', { hasText: `Remove ${mia.name}` }).waitFor()
    await send(dialog(page))
    await done(page, 'Removed from the organization')
    const receipt = page.url()
    assert.ok(!receipt.includes('done='), 'what was done is told once')
    assert.equal((await house.all(`members?q=${mia.email}`)).length, 0)
    await page.goto(house.url('receipts'))
    await page.locator('[data-row] a', { hasText: mia.name }).click()
    await page.waitForURL(receipt)
    await page.locator('form[action$="/undo"] button').click()
    await page.locator('h1', { hasText: 'has access again' }).waitFor()
    await until(async () => assert.equal((await house.all(`members?q=${mia.email}`)).length, 1))
    assert.equal(await held(house, mia.member), 1)
  },

  async 'a plan that has moved meanwhile is shown anew, and nothing is done'(house) {
    const ned = await house.hire('ned.moved')
    const page = await house.at(`members/${ned.member}`)
    await page.locator('#access a[href$="/revocation"]').click()
    await dialog(page).locator('.figures').waitFor()
    await contacts(house, ned, 1)
    await send(dialog(page))
    await dialog(page).locator('[role=alert]', { hasText: 'since you looked' }).waitFor()
    assert.equal((await house.read(`members/${ned.member}/grants`)).items.length, 1)
    await send(dialog(page))
    await done(page, 'Access revoked')
  },
}
