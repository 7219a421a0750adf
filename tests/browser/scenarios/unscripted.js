/** Every form without scripting: plain posts and links. */
import assert from 'node:assert/strict'
import { GOVERNS, PASSWORD } from '../house.js'
import { done, names, rows, send } from '../steps.js'

const OFF = { javaScriptEnabled: false }

export default {
  /** @param {import('../house.js').House} house */
  async 'without scripting one signs in where one wanted to go, sees what is for scripts nowhere, and signs out'(house) {
    const page = await house.at('settings', null, OFF)
    await page.fill('#email', GOVERNS)
    await page.fill('#password', 'not my password at all')
    await send(page)
    await page.locator('[role=alert]').waitFor()
    assert.equal(await page.locator('#email').inputValue(), GOVERNS)
    await page.fill('#password', PASSWORD)
    await send(page)
    await page.waitForURL(/\/settings$/)
    assert.equal(await page.locator('.scripted:visible').count(), 0)
    await page.locator('[popovertarget=me]').click()
    await page.locator('#me form[action="/sign-out"] button').click()
    await page.waitForURL(/sign-in/)
    await page.goto(house.url('members'))
    assert.match(page.url(), /sign-in/)
  },

  async 'without scripting one searches, filters, sorts and turns pages'(house) {
    const page = await house.at('members', undefined, OFF)
    const first = await names(page)
    await page.locator('a[rel=next]').click()
    assert.ok((await names(page)).every(name => !first.includes(name)))
    await page.goto(house.url('members'))
    await page.fill('#by-q', 'mart')
    await page.locator('form[role=search] > .unscripted').click()
    assert.deepEqual(await names(page), (await house.all('members?q=mart')).map(one => one.display_name))
    await page.goto(house.url('members'))
    await page.locator('[popovertarget=by-status]').click()
    await page.check('#by-status [value=pending]')
    await page.locator('#by-status .unscripted').click()
    await page.waitForURL(/status=pending/)
    assert.equal(await rows(page).count(), (await house.all('members?status=pending')).length)
    await page.locator('thead a', { hasText: 'Name' }).click()
    await page.waitForURL(/sort=-name/)
  },

  async 'without scripting people are added, after a look at what they will be able to do, and accept'(house) {
    const email = house.address('una.plain')
    const page = await house.at('members/new', undefined, OFF)
    await page.fill('#emails', email)
    await page.check('[name=levels][value=agent]')
    await page.locator('button[value=preview]').click()
    await page.locator('#preview .marks li').first().waitFor()
    assert.equal((await house.all(`members?q=${email}`)).length, 0)
    await send(page)
    await page.locator('[data-outcome=invited]').waitFor()
    const una = await house.at(new URL((await house.mailTo(email)).links[0]).pathname, null, OFF)
    await una.fill('#first_name', 'Una')
    await una.fill('#last_name', 'Plain')
    await una.fill('#password', PASSWORD)
    await una.locator('button[value=accept]').click()
    await done(una, 'You have joined')
  },

  async 'without scripting access is edited, revoked with a successor who is looked for, and given back'(house) {
    const [ole, zoe] = [await house.hire('ole.plain'), await house.hire('zoe.plain')]
    await house.post('contacts', { workspace: house.root, assignee: ole.member, contacts: [{ name: 'Only one' }] })
    const grant = `members/${ole.member}/grants/${house.root}`
    const page = await house.at(grant, undefined, OFF)
    await page.check('[name=levels][value=manager]')
    await page.locator('button[value=preview]').click()
    await page.locator('#preview', { hasText: 'Gains' }).waitFor()
    await send(page)
    await done(page, 'Access saved')
    await page.locator('#access a[href$="/revocation"]').click()
    await page.check('[name=contacts][value=assign_to]')
    await page.fill('[name=find]', zoe.email)
    await page.locator('.choice button[value=preview]').click()
    await page.selectOption('#assign_to', zoe.member)
    await send(page)
    await done(page, 'Access revoked')
    assert.equal((await house.all(`contacts?assignee=${zoe.member}`)).length, 1)
    await page.locator('form[action$="/undo"] button').click()
    await page.locator('h1', { hasText: 'has access again' }).waitFor()
    assert.equal((await house.all(`contacts?assignee=${ole.member}`)).length, 1)
    await page.goto(house.url(`members/${zoe.member}/deletion`))
    await send(page)
    await done(page, 'Removed from the organization')
    await page.locator('form[action$="/undo"] button').click()
    await page.locator('h1', { hasText: 'has access again' }).waitFor()
  },

  async 'without scripting a contact is made and assigned, a workspace made and renamed'(house) {
    const ken = await house.hire('ken.plain')
    const page = await house.at('contacts/new', undefined, OFF)
    const name = `Plain ${ken.email.split('@')[1]}`
    await page.fill('#name', name)
    await page.selectOption('#workspace', house.root)
    await send(page)
    await done(page, 'The contact was created')
    const [contact] = await house.all(`contacts?q=${encodeURIComponent(name)}`)
    await page.goto(house.url(`contacts/${contact.id}/assignee`))
    await page.fill('[name=find]', ken.email)
    await page.locator('button[value=preview]').click()
    await page.selectOption('#assignee', ken.member)
    await send(page)
    await done(page, 'Assigned')
    assert.equal((await house.all(`contacts?assignee=${ken.member}`)).length, 1)
    await page.goto(house.url('workspaces/new'))
    await page.fill('#name', name)
    await send(page)
    await done(page, 'The workspace was created')
    await page.locator('[data-row]', { hasText: name }).locator('[popovertarget]').click()
    await page.locator('[data-row]', { hasText: name }).locator('a', { hasText: 'Rename' }).click()
    await page.fill('#name', `${name} North`)
    await send(page)
    await done(page, 'Renamed')
  },

  async 'without scripting a profile, the settings, a question and an invitation are dealt with'(house) {
    const ben = await house.hire('ben.plain')
    const page = await house.at(`members/${ben.member}/profile`, undefined, OFF)
    await page.fill('#first_name', 'Benno')
    await send(page)
    await done(page, 'Saved')
    await page.selectOption('#permission', 'contacts.view')
    await page.locator('#why button').click()
    await page.locator('#why .tag.good').waitFor()
    await page.goto(house.url('settings'))
    await send(page)
    await done(page, 'Saved')
    const email = house.address('wait.plain')
    await house.invite(email)
    const [{ member }] = await house.all(`members?q=${email}`)
    await page.goto(house.url(`members/${member}`))
    await page.locator('form[action$="/resend"] button').click()
    await done(page, 'sent again')
    await page.locator('form[action$="/withdrawal"] button').click()
    await done(page, 'taken back')
  },
}
