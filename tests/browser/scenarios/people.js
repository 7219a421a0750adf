/** Adding people, and how they come in (W3). */
import assert from 'node:assert/strict'
import { PASSWORD } from '../house.js'
import { dialog, done, names, rows, send, until } from '../steps.js'

export default {
  /** @param {import('../house.js').House} house */
  async 'w3 people are added in a dialog that says what they will be able to do, and accept from their mail'(house) {
    const email = house.address('kim.kaya')
    const page = await house.at('members')
    await page.locator('.head a[data-dialog]').click()
    await page.waitForURL(/members\/new$/)
    const form = dialog(page)
    await form.locator('#emails').fill(`Kim Kaya <${email}>; nonsense`)
    await until(async () => assert.equal(await form.locator('#addresses .chip').count(), 2))
    assert.equal(await form.locator('#addresses .chip.good').count(), 1)
    const restriction = form.locator('[name=restrictions][value="agent:no_calls"]')
    assert.ok(!await restriction.isVisible(), 'restrictions wait for their level')
    await form.locator('[name=levels][value=agent]').check()
    await form.locator('#preview .marks li').first().waitFor()
    await restriction.check()
    await form.locator('#preview', { hasText: 'No calls' }).waitFor()
    await form.locator('summary', { hasText: 'note' }).click()
    await form.locator('#note').fill('Welcome aboard')
    assert.equal((await house.all(`members?q=${email}`)).length, 0, 'looking invites nobody')
    await send(form)
    await form.locator('[data-outcome=invited]').waitFor()
    assert.equal(await form.locator('[data-outcome=invalid]').count(), 1)
    await form.locator('a[data-close]').click()
    await page.waitForURL(/members$/)
    await page.locator('#by-q').fill(email)
    await until(async () => assert.match(await rows(page).filter({ hasText: email }).innerText(), /Pending/))

    const mail = await house.mailTo(email)
    assert.match(mail.text, /Welcome aboard/)
    const kim = await house.context(null)
    const invited = await kim.newPage()
    house.watch(invited)
    await invited.goto(mail.links[0])
    assert.match(await invited.locator('h1').innerText(), new RegExp(house.organization))
    assert.match(await invited.locator('main').innerText(), /Agent[\s\S]*No calls[\s\S]*Welcome aboard/)
    await invited.fill('#first_name', 'Kim')
    await invited.fill('#last_name', 'Kaya')
    await invited.fill('#password', PASSWORD)
    await invited.locator('button[value=accept]').click()
    await done(invited, 'You have joined')
    const [{ status, member, display_name: name }] = await house.all(`members?q=${email}`)
    assert.deepEqual([status, name], ['active', 'Kim Kaya'])
    const [grant] = (await house.read(`members/${member}/grants`)).items
    assert.deepEqual(grant.restrictions, ['no_calls'])
    house.excused.push(/status of 404/)
    await invited.goto(mail.links[0])
    assert.match(await invited.locator('h1').innerText(), /no longer works/)
  },

  async 'the levels that are offered are those of the workspace, and a tick stays at its own'(house) {
    const lev = await house.hire('lev.els', 'manager')
    const below = (await house.read('workspaces')).items.find(one => one.parent === house.root)
    await house.put(`members/${lev.member}/grants/${below.id}`, { levels: ['owner'], restrictions: [] })
    const form = (await house.at('members/new', lev.email)).locator('main')
    const offered = () => form.locator('[name=levels]').evaluateAll(boxes => boxes.map(box => box.value))
    const ticked = () => form.locator('[name=levels]:checked').evaluateAll(boxes => boxes.map(box => box.value))
    await form.locator('#workspace').selectOption(house.root)
    await until(async () => assert.ok(!(await offered()).includes('owner')))
    const atRoot = await offered()
    await form.locator('#emails').fill(house.address('new.here'))
    await form.locator(`[name=levels][value=${atRoot[0]}]`).check()
    await form.locator('#preview .marks li').first().waitFor()
    await form.locator('#workspace').selectOption(below.id)
    await until(async () => assert.ok((await offered()).length > atRoot.length))
    assert.deepEqual(await ticked(), [atRoot[0]])
    await form.locator('[name=levels][value=owner]').check()
    await form.locator('#workspace').selectOption(house.root)
    await until(async () => assert.deepEqual(await offered(), atRoot))
    assert.deepEqual(await ticked(), [atRoot[0]])
  },

  async 'an invitation is declined from its mail'(house) {
    const email = house.address('no.thanks')
    const page = await house.at(new URL(await house.invite(email)).pathname, null)
    await page.locator('button[value=refuse]').click()
    await page.locator('h1', { hasText: 'declined' }).waitFor()
    assert.equal((await house.all(`members?q=${email}`)).length, 0)
  },

  async 'an invitation is sent again, goes to another address, and is taken back'(house) {
    const [wrong, right] = [house.address('to.tpyo'), house.address('to.typo')]
    await house.invite(wrong)
    const [{ member }] = await house.all(`members?q=${wrong}`)
    const page = await house.at(`members/${member}`)
    await page.locator('form[action$="/resend"] button').click()
    await done(page, 'sent again')
    await house.mailTo(wrong, 1)
    await page.locator('summary', { hasText: 'Wrong address' }).click()
    await page.fill('#correct-email', right)
    await page.locator('form[action$="/correction"] button').click()
    await done(page, 'right address')
    await house.mailTo(right)
    // The page may hear of it, and ask for itself anew, before the answer leads away.
    house.excused.push(/status of 404/)
    await page.locator('form[action$="/withdrawal"] button').click()
    await done(page, 'taken back')
    assert.ok(!(await names(page)).some(name => name.includes(right)))
    assert.equal((await house.all(`members?q=${right}`)).length, 0)
  },

  async 'who forgets a level is told so in the dialog, and keeps what they typed'(house) {
    const page = await house.at('members')
    await page.locator('.head a[data-dialog]').click()
    const form = dialog(page)
    await form.locator('#emails').fill('someone@example.test')
    await send(form)
    await form.locator('#levels .error').waitFor()
    assert.equal(await form.locator('#emails').inputValue(), 'someone@example.test')
    assert.ok(await dialog(page).isVisible())
  },
}
