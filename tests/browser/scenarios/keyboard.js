/** The keyboard alone. */
import assert from 'node:assert/strict'
import { PASSWORD } from '../house.js'
import { closed, dialog, done, names, rows, until } from '../steps.js'

const focused = page => page.evaluate(() => document.activeElement?.id || document.activeElement?.getAttribute('aria-label') || document.activeElement?.textContent?.trim() || '')

/** Goes by Tab to what one wants to be at. */
async function tabTo(page, selector) {
  const there = () => page.evaluate(wanted => document.activeElement?.matches(wanted), selector)
  for (let step = 0; step < 120 && !await there(); step += 1) await page.keyboard.press('Tab')
  assert.ok(await there(), `no Tab leads to ${selector}`)
}

/** Goes there, and presses a key or types. */
async function at(page, selector, ...keys) {
  await tabTo(page, selector)
  for (const key of keys) await (/^[A-Z]/.test(key) ? page.keyboard.press(key) : page.keyboard.type(key))
}

const current = page => page.locator('[data-row][data-current]')

export default {
  /** @param {import('../house.js').House} house */
  async 'the first tab stop skips to the content'(house) {
    const page = await house.at('members')
    await page.keyboard.press('Tab')
    assert.ok(await page.locator('.skip').evaluate(link => link === document.activeElement && link.getBoundingClientRect().top >= 0))
    await page.keyboard.press('Enter')
    assert.equal(await focused(page), 'main')
  },

  async 'a slash searches, j and k walk the rows, Enter opens one, and Escape goes back'(house) {
    const page = await house.at('members')
    await page.keyboard.press('/')
    assert.equal(await focused(page), 'by-q')
    await page.keyboard.type('jke/')
    assert.equal(await page.locator('#by-q').inputValue(), 'jke/', 'single keys never act while one types')
    await page.locator('.empty').waitFor()
    await page.locator('#by-q').fill('')
    await until(async () => assert.ok(await rows(page).count() > 3))
    await page.keyboard.press('Escape')
    for (const [key, at] of [['j', 0], ['j', 1], ['j', 2], ['k', 1]]) {
      await page.keyboard.press(key)
      assert.equal(await current(page).getAttribute('id'), await rows(page).nth(at).getAttribute('id'), `${key} to row ${at}`)
    }
    const name = await current(page).locator('.name').innerText()
    await page.keyboard.press('Enter')
    await page.locator('h1', { hasText: name }).waitFor()
    await page.waitForLoadState()
    await page.keyboard.press('Escape')
    await page.waitForURL(/\/members$/)
  },

  async 'e edits in a dialog that keeps the focus in it and gives it back'(house) {
    const page = await house.at('members?level=agent&status=active')
    await page.keyboard.press('j')
    while (!await current(page).locator('[data-shortcut-row=e]').count()) await page.keyboard.press('j')
    const row = await current(page).getAttribute('id')
    await page.keyboard.press('e')
    await dialog(page).locator('h1').waitFor()
    for (let step = 0; step < 40; step += 1) {
      await page.keyboard.press(step % 5 === 4 ? 'Shift+Tab' : 'Tab')
      const inside = await page.evaluate(() => document.activeElement === document.body || !!document.activeElement?.closest('dialog'))
      assert.ok(inside, 'the page below is out of reach')
    }
    await page.keyboard.press('Escape')
    await closed(page)
    await page.waitForURL(/members\?/)
    await until(async () => assert.equal(await page.evaluate(() => document.activeElement?.closest('[data-row]')?.id), row))
  },

  async 'i adds people from the first field to the outcome'(house) {
    const page = await house.at('members')
    await page.keyboard.press('i')
    await dialog(page).locator('#emails').waitFor()
    await until(async () => assert.equal(await focused(page), 'emails'))
    const email = house.address('by.keys')
    await page.keyboard.type(email)
    for (let step = 0; step < 30 && await page.evaluate(() => document.activeElement?.getAttribute('value')) !== 'agent'; step += 1) await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    await dialog(page).locator('#preview .marks').first().waitFor()
    await page.keyboard.press('Shift+Tab')
    await page.locator('#emails').focus()
    for (let step = 0; step < 60 && !await page.evaluate(() => document.activeElement?.matches('button.main')); step += 1) await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await dialog(page).locator('[data-outcome=invited]').waitFor()
    assert.equal((await house.all(`members?q=${email}`)).length, 1)
  },

  async 'w3 w6 w7 by keys alone somebody is invited, comes in, is given a level, loses access and has it again'(house) {
    const email = house.address('only.keys')
    const page = await house.at('members')
    await page.keyboard.press('i')
    await dialog(page).locator('#emails').waitFor()
    await at(page, '#emails', email)
    await at(page, '[name=levels][value=agent]', 'Space')
    await at(page, 'dialog button.main', 'Enter')
    await dialog(page).locator('[data-outcome=invited]').waitFor()
    await at(page, 'dialog a[data-close]', 'Enter')
    await closed(page)

    const theirs = await house.at(new URL((await house.mailTo(email)).links[0]).pathname, null)
    await at(theirs, '#first_name', 'olga')
    await at(theirs, '#last_name', 'keys')
    await at(theirs, '#password', PASSWORD)
    await at(theirs, 'button[value=accept]', 'Enter')
    await done(theirs, 'You have joined')

    await page.keyboard.press('/')
    await page.keyboard.type(email)
    await until(async () => assert.deepEqual(await names(page), ['olga keys']))
    await page.keyboard.press('Escape')
    await page.keyboard.press('j')
    await page.keyboard.press('e')
    await dialog(page).locator('#levels').waitFor()
    await at(page, '[name=levels][value=manager]', 'Space')
    await dialog(page).locator('#preview', { hasText: 'Gains' }).waitFor()
    await at(page, 'dialog button.main', 'Enter')
    await done(page, 'Access saved')
    await closed(page)

    await at(page, '#access a[href$="/revocation"]', 'Enter')
    await dialog(page).locator('.figures').waitFor()
    await at(page, 'dialog button.main', 'Enter')
    await done(page, 'Access revoked')
    const [{ member }] = await house.all(`members?q=${email}`)
    assert.equal((await house.read(`members/${member}/grants`)).items.length, 0)
    await at(page, 'form[action$="/undo"] button', 'Enter')
    await page.locator('h1', { hasText: 'has access again' }).waitFor()
    assert.deepEqual((await house.read(`members/${member}/grants`)).items[0].levels.sort(), ['agent', 'manager'])
  },

  async 'w1 w2 w4 w5 w8 by keys alone one filters, sees who is there, asks why, and takes the list along'(house) {
    const masked = await house.at('contacts', 'jonas.weber@example.test')
    const page = await house.at('members')
    const [taken] = await Promise.all([page.waitForEvent('download'), at(page, 'a[download]', 'Enter')])
    assert.match(taken.suggestedFilename(), /^members-.*\.csv$/)
    await at(page, '[popovertarget=by-status]', 'Enter')
    await at(page, '#by-status [value=active]', 'Space')
    await page.waitForURL(/status=active/)
    await page.keyboard.press('Escape')
    await page.keyboard.press('/')
    await page.keyboard.type('jonas')
    await until(async () => assert.deepEqual(await names(page), ['Jonas Weber']))
    await rows(page).first().locator('[data-presence][data-state=online]').waitFor()
    await page.keyboard.press('Escape')
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await page.locator('h1', { hasText: 'Jonas Weber' }).waitFor()
    await at(page, '#permission', 'delete integrations')
    await page.locator('#why', { hasText: 'Nothing gives them this right' }).waitFor()
    await masked.keyboard.press('j')
    await masked.keyboard.press('Enter')
    await masked.locator('main h1').waitFor()
    assert.doesNotMatch(await masked.locator('main').innerText(), /@|\+\d/)
  },

  async 'the palette finds places, actions and people, and only what one may do'(house) {
    const page = await house.at('settings')
    await page.keyboard.press('Control+k')
    await page.locator('.palette [role=option]').first().waitFor()
    await page.keyboard.type('jonas')
    await page.locator('.palette [role=option]', { hasText: 'Jonas Weber' }).waitFor()
    await page.keyboard.press('Enter')
    await page.locator('h1', { hasText: 'Jonas Weber' }).waitFor()
    await page.waitForLoadState()
    await page.keyboard.press('Control+k')
    await page.keyboard.type('add peo')
    await page.keyboard.press('Enter')
    await dialog(page).locator('#emails').waitFor()
    const agent = await house.at('members/me', 'jonas.weber@example.test')
    await agent.keyboard.press('Control+k')
    const offered = agent.locator('.palette [role=option]')
    await offered.first().waitFor()
    for (const text of await offered.allInnerTexts()) assert.doesNotMatch(text, /Add people|Settings|Journal/)
    await agent.keyboard.press('Escape')
    await agent.locator('.palette[open]').waitFor({ state: 'detached' })
  },

  async 'menus and filters open, are walked and close by keys'(house) {
    const page = await house.at('members')
    const filter = page.locator('[popovertarget=by-status]')
    await filter.focus()
    await page.keyboard.press('Enter')
    await page.locator('#by-status:popover-open').waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    await page.waitForURL(/status=/)
    await page.keyboard.press('Escape')
    await page.locator('#by-status:popover-open').waitFor({ state: 'detached' })
    assert.ok(await filter.evaluate(button => button === document.activeElement), 'the focus is back at what opened it')
  },

  async 'single keys are switched off on the page that names them'(house) {
    const page = await house.at('members')
    await page.keyboard.press('?')
    await page.waitForURL(/\/help$/)
    const told = await page.locator('.keys kbd').allInnerTexts()
    assert.deepEqual(told, ['Ctrl', 'K', '/', 'j', 'k', 'Enter', 'e', 'i', '?', 'Esc'], 'each of them does something: the others of these scenarios use them')
    await page.locator('[data-shortcuts-switch]').focus()
    await page.keyboard.press('Space')
    await page.goto(house.url('members'))
    for (const key of ['/', 'j', 'i', '?']) await page.keyboard.press(key)
    assert.equal(await page.evaluate(() => document.activeElement === document.body), true)
    assert.equal(await current(page).count(), 0)
    assert.match(page.url(), /members$/)
    await page.keyboard.press('Control+k')
    await page.locator('.palette[open]').waitFor()
  },
}
