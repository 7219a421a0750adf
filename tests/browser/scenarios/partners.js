/**
 * A partner network of its own: what levels say of partners, and extra rights, in the forms that add people and change access (P2–P4);
 * and its access model, which the rest of the house would miss.
 */
import assert from 'node:assert/strict'
import { PASSWORD } from '../house.js'
import { done, send, until } from '../steps.js'

/**
 * Founds a partner network with two partners in it, and plays there.
 * @param {import('../house.js').House} house @param {(there: { email: string, acme: string, bolt: string }) => Promise<void>} play
 */
async function network(house, play) {
  const was = { id: house.id, root: house.root, api: house.api }
  const email = house.address('ada.admin')
  const made = await house.post('/operator/organizations', { name: 'Partner Network', model: 'partner-network', governor_email: email })
  const token = (await house.mailTo(email)).links[0].split('/').pop()
  const nobody = await house.context(null)
  const data = { token, first_name: 'Ada', last_name: 'Admin', password: PASSWORD }
  assert.ok((await nobody.request.post(`${house.base}/api/v1/invitation/accept`, { data })).ok())
  try {
    house.id = made.id
    house.api = await house.requests(email)
    house.root = (await house.read('')).root
    const partner = async name => (await house.post('resources', { kind: 'partner', name })).id
    await play({ email, acme: await partner('Acme'), bolt: await partner('Bolt') })
  } finally {
    Object.assign(house, was)
  }
}

const of = async (house, member) => (await house.read(`members/${member}/selections/partner`)).listed.map(one => one.name)

export default {
  /** @param {import('../house.js').House} house */
  async 'a4 an access model is edited, checked and changed, and whoever held a level holds the other'(house) {
    await network(house, async ({ email }) => {
      const nora = house.address('nora.normal')
      await house.post('invitations', { emails: [nora], workspace: house.root, levels: ['normal'] })
      const page = await house.at('settings', email)
      await page.locator('a[href$="/settings/access-model"]').click()
      const field = page.locator('#document')
      const check = page.locator('[name=intent][value=preview]')
      const before = await field.inputValue()
      await field.fill(before.replace('key = "normal"', 'kee = "normal"'))
      await check.click()
      await page.locator('#faults a').first().click()
      const marked = await field.evaluate(one => one.value.slice(one.selectionStart, one.selectionEnd))
      assert.match(marked, /normal|level/, 'the link leads to the line')
      await field.fill(before.replaceAll('"normal"', '"standard"').replace('name = "Normal"', 'name = "Standard"'))
      await check.click()
      await page.locator('#in-use').waitFor()
      await page.locator('select[name=to]').selectOption('standard')
      await check.click()
      await page.locator('#changes').waitFor()
      await page.locator('[name=intent][value=change]').click()
      await done(page, 'The access model was changed.')
      const [member] = (await house.read(`members?q=${nora}`)).items
      assert.deepEqual(member.grants.map(one => one.levels), [['standard']])
    })
  },

  /** @param {import('../house.js').House} house */
  async 'p3 a partner is asked for the one partner, a normal for any number, an admin for none'(house) {
    await network(house, async ({ email, acme }) => {
      const pia = house.address('pia.partner')
      const page = await house.at('members/new', email)
      const form = page.locator('main form')
      await form.locator('#emails').fill(pia)
      await form.locator('[name=levels][value=admin]').check()
      await form.locator('#preview .marks li').first().waitFor()
      assert.equal(await form.locator('#kinds fieldset').count(), 0, 'an admin reaches all')
      await form.locator('[name=levels][value=admin]').uncheck()
      await form.locator('[name=levels][value=normal]').check()
      await form.locator('#kinds [type=checkbox]').first().waitFor()
      assert.equal(await form.locator('#kinds [type=checkbox]').count(), 3, 'all of them, or each')
      await form.locator('[name=levels][value=normal]').uncheck()
      await form.locator('[name=levels][value=partner]').check()
      const one = form.locator('#kinds select')
      await one.waitFor()
      await send(form)
      await form.locator('#selections-error').waitFor()
      assert.match(await form.locator('#selections-error').innerText(), /exactly one/)
      assert.equal((await house.all(`members?q=${pia}`)).length, 0, 'nobody was invited')
      await form.locator('#kinds select').selectOption({ label: 'Acme' })
      await send(form)
      await page.locator('[data-outcome=invited]').waitFor()
      const [{ member }] = await house.all(`members?q=${pia}`)
      assert.deepEqual(await of(house, member), ['Acme'])

      // Changing the level asks for what it takes, with what stands chosen already.
      await page.goto(house.url(`members/${member}/grants/${house.root}`))
      assert.equal(await page.locator('#kinds select').inputValue(), `partner:${acme}`)
      await page.locator('[name=levels][value=partner]').uncheck()
      await page.locator('[name=levels][value=normal]').check()
      await page.locator('#kinds [type=checkbox]').first().waitFor()
      await page.locator('#kinds label', { hasText: 'Bolt' }).locator('input').check()
      await send(page.locator('main form'))
      await done(page, '')
      await until(async () => assert.deepEqual(await of(house, member), ['Acme', 'Bolt']))
    })
  },

  /** @param {import('../house.js').House} house */
  async 'p3 p4 without scripts a form is looked over first, and says what its levels take'(house) {
    await network(house, async ({ email, bolt }) => {
      const pat = house.address('pat.partner')
      const page = await house.at('members/new', email, { javaScriptEnabled: false })
      await page.fill('#emails', `Pat Partner <${pat}>`)
      await page.check('[name=levels][value=partner]')
      await page.check('[name=permissions][value="partner:issue_comments.access"]')
      await page.click('button[value=preview]')
      assert.ok(await page.isChecked('[name=permissions][value="partner:issue_comments.access"]'))
      await page.selectOption('#kinds select', `partner:${bolt}`)
      await page.locator('main form button.main').click()
      await page.locator('[data-outcome=invited]').waitFor()
      const [{ member }] = await house.all(`members?q=${pat}`)
      assert.deepEqual(await of(house, member), ['Bolt'])
      const [grant] = (await house.read(`members/${member}/grants`)).items
      assert.deepEqual(grant.permissions, ['issue_comments.access'])
    })
  },

  /** @param {import('../house.js').House} house */
  async 'p4 extra rights are a matrix: what a level has, may be granted, and can not have'(house) {
    await network(house, async ({ email }) => {
      const page = await house.at('members/new', email)
      const row = page.locator('#extras tr[data-key="messages.reprocess"]')
      const cells = await row.locator('td').evaluateAll(all => all.map(cell => cell.querySelector('input') ? 'may' : cell.textContent.trim()))
      assert.deepEqual(cells, ['Part of the level', 'may', '– Not for this level'])
      const nora = house.address('nora.normal')
      const form = page.locator('main form')
      await form.locator('#emails').fill(nora)
      await form.locator('[name=levels][value=normal]').check()
      await form.locator('#kinds [type=checkbox]').first().waitFor()
      await row.locator('input').check()
      await form.locator('#preview', { hasText: 'Allowed to Reprocess Messages' }).waitFor()
      await send(form)
      await page.locator('[data-outcome=invited]').waitFor()
      const [{ member }] = await house.all(`members?q=${nora}`)
      const [grant] = (await house.read(`members/${member}/grants`)).items
      assert.deepEqual(grant.permissions, ['messages.reprocess'])
    })
  },
}
