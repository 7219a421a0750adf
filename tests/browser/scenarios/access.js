/** Access: what would change before it does, two who change it at once, and why somebody can (W4, W6). */
import assert from 'node:assert/strict'
import { closed, dialog, done, fromMenu, send, until } from '../steps.js'

export default {
  /** @param {import('../house.js').House} house */
  async 'w6 a level alone is chosen and saved where it stands, and comes back with a reason if it is not taken'(house) {
    const eva = await house.hire('eva.level')
    const page = await house.at(`members/${eva.member}`)
    const form = at => at.locator('form[action$="/level"]')
    const level = form(page).locator('select')
    const save = async (at, key) => {
      await form(at).locator('select').selectOption(key)
      await form(at).locator('button').click()
    }
    await save(page, 'manager')
    await done(page, 'Access')
    const levels = async () => (await house.read(`members/${eva.member}/grants`)).items[0].levels
    assert.deepEqual(await levels(), ['manager'])
    assert.equal(await level.inputValue(), 'manager')
    const other = await house.at(`members/${eva.member}`)
    await save(other, 'owner')
    await done(other, 'Access')
    await until(async () => assert.equal(await level.inputValue(), 'owner', 'it is told here, too'))
    await form(page).locator('input[name=version]').evaluate(field => { field.value = '1' })
    await save(page, 'agent')
    await page.locator('main [role=alert]').waitFor()
    assert.deepEqual(await levels(), ['owner'])
  },

  async 'what would change is seen on a narrow screen while one chooses'(house) {
    const lea = await house.hire('lea.narrow')
    const page = await house.at(`members/${lea.member}/grants/${house.root}`, undefined, { viewport: { width: 390, height: 844 } })
    await page.locator('[name=levels][value=manager]').check()
    await page.locator('#preview .gain').first().waitFor()
    const { top, bottom, tall } = await page.locator('#preview').evaluate(panel => ({ ...panel.getBoundingClientRect().toJSON(), tall: innerHeight }))
    assert.ok(top < tall && bottom <= tall, `${top} to ${bottom} of ${tall}`)
    await page.locator('[name=intent][value=save]').focus()
    assert.ok(await page.locator('[name=intent][value=save]').evaluate(button => button.contains(document.elementFromPoint(button.getBoundingClientRect().x + 9, button.getBoundingClientRect().y + 9))), 'nothing lies over what has the focus')
  },

  async 'w6 access is edited from the row, with what is gained and lost before it is saved'(house) {
    const noor = await house.hire('noor.levels')
    const page = await house.at(`members?q=${noor.email}`)
    await fromMenu(page, noor.name, 'Edit access')
    await page.waitForURL(/\/grants\//)
    const form = dialog(page)
    await form.locator('[name=levels][value=agent]').uncheck()
    await form.locator('[name=levels][value=manager]').check()
    await form.locator('#preview', { hasText: 'Gains' }).waitFor()
    await form.locator('[name=restrictions][value="manager:no_data_export"]').check()
    await form.locator('#preview', { hasText: 'No export of data' }).waitFor()
    const grant = `members/${noor.member}/grants/${noor.workspace}`
    assert.deepEqual((await house.read(grant)).levels, ['agent'], 'looking changes nothing')
    await form.locator('#reason').fill('Promoted')
    await send(form)
    await done(page, 'Access saved')
    await closed(page)
    const saved = await house.read(grant)
    assert.deepEqual([saved.levels, saved.restrictions], [['manager'], ['no_data_export']])
    assert.match(await page.locator('#access').innerText(), /Manager[\s\S]*No export of data/)
  },

  async 'w6 when somebody else saved first both are shown, and nothing of oneself is lost'(house) {
    const olu = await house.hire('olu.conflict')
    const grant = `members/${olu.member}/grants/${olu.workspace}`
    const [mine, theirs] = [await house.at(`members/${olu.member}`), await house.at(grant)]
    await mine.locator('#access a', { hasText: 'Edit' }).first().click()
    await dialog(mine).locator('[name=levels][value=manager]').check()
    await theirs.locator('[name=restrictions][value="agent:no_calls"]').check()
    await send(theirs.locator('form', { has: theirs.locator('#levels') }))
    await done(theirs, 'Access saved')
    await send(dialog(mine))
    const conflict = dialog(mine).locator('#conflict')
    await conflict.waitFor()
    assert.match(await conflict.innerText(), /No calls[\s\S]*Manager/)
    assert.ok(await dialog(mine).locator('[name=levels][value=manager]').isChecked())
    assert.deepEqual((await house.read(grant)).levels, ['agent'])
    await send(dialog(mine))
    await done(mine, 'Access saved')
    assert.deepEqual((await house.read(grant)).levels.sort(), ['agent', 'manager'])
  },

  async 'w6 nobody is offered to change or revoke their own access'(house) {
    const page = await house.at(`members/${house.me}`)
    assert.equal(await page.locator('a[href*="/grants/"][href$="/revocation"], #access a[aria-label^=Edit]').count(), 0)
    const form = await page.goto(house.url(`members/${house.me}/grants/${house.root}`))
    if (form.ok()) {
      await page.locator('[name=levels][value=agent]').check()
      await page.locator('button.main[value=save]').click()
      await page.locator('[role=alert]', { hasText: 'own access' }).waitFor()
    } else {
      assert.equal(form.status(), 403)
    }
  },

  async 'w4 w5 why somebody can or cannot is answered in sentences'(house) {
    const [jonas] = await house.all('members?q=jonas.weber')
    const page = await house.at(`members/${jonas.member}`)
    await page.selectOption('#at', jonas.grants[0].workspace)
    await page.selectOption('#permission', 'contacts.view')
    await page.locator('#why .tag.good').waitFor()
    assert.match(await page.locator('#why ol').innerText(), /The level Agent/)
    await page.selectOption('#permission', 'integrations.delete')
    await page.locator('#why', { hasText: 'Nothing gives them this right' }).waitFor()
    await page.waitForURL(/permission=integrations\.delete/)
  },

  async 'access to another workspace is given'(house) {
    const [north, south] = (await house.read('workspaces')).items.filter(one => one.parent === house.root)
    const pia = await house.hire('pia.twice', 'agent', north.id)
    const page = await house.at(`members/${pia.member}`)
    await page.locator('#access a', { hasText: 'Give access' }).click()
    await dialog(page).locator('#workspace').selectOption(south.id)
    await send(dialog(page))
    await page.locator('[name=levels][value=agent]').check()
    await page.locator('button.main[value=save]').click()
    await done(page, 'Access saved')
    await until(async () => assert.equal((await house.read(`members/${pia.member}/grants`)).items.length, 2))
  },
}
