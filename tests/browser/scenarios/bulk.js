/** Many at once: picked, or all who match; progress on whatever page one is; and the way back (P6). */
import assert from 'node:assert/strict'
import { choose, row, rows, send, until } from '../steps.js'

/** A word that nobody else's name has. */
const word = () => `w${Math.random().toString(36).slice(2, 9)}`

const box = (page, name) => row(page, name).locator('[data-pick]')

/** Invites so many people whose addresses have this word in common. */
async function invited(house, word, many) {
  const all = Array.from({ length: many }, (_, n) => house.address(`${word}.n${n}`))
  for (let at = 0; at < many; at += 100) {
    await house.post('invitations', { emails: all.slice(at, at + 100), workspace: house.root, levels: ['agent'] })
  }
}

const matching = async (house, word) => (await house.read(`members?q=${word}&count=true`)).count.value

export default {
  /** @param {import('../house.js').House} house */
  async 'p6 several are picked by pointer and by keys, removed with one successor, and brought back'(house) {
    const [picked, people] = [word(), []]
    for (const name of ['pia', 'pit', 'pal', 'pop']) people.push(await house.hire(`${name}.${picked}`))
    const heir = await house.hire('ina.inherits')
    const { workspace, member } = people[0]
    await house.post('contacts', { workspace, assignee: member, contacts: [{ name: 'Handed One' }, { name: 'Handed Two' }] })
    const page = await house.at(`members?q=${picked}`)
    const bar = page.locator('#bulk')
    assert.ok(await bar.isHidden(), 'nothing is offered before anybody is picked')
    await page.locator('[data-pick-all]').check()
    await until(async () => assert.equal(await bar.locator('output').innerText(), '4'))
    await page.locator('[data-pick-all]').uncheck()
    await bar.waitFor({ state: 'hidden' })
    // A range by pointer, and the same by keys.
    const boxes = page.locator('[data-pick]')
    await boxes.nth(0).click()
    await boxes.nth(2).click({ modifiers: ['Shift'] })
    assert.equal(await bar.locator('output').innerText(), '3')
    await page.reload()
    await page.keyboard.press('j')
    await page.keyboard.press('x')
    for (const _ of people.slice(1)) await page.keyboard.press('j')
    await page.keyboard.press('Shift+X')
    assert.equal(await bar.locator('output').innerText(), '4')
    await bar.locator('button[value=deletion]').click()
    await page.locator('h1', { hasText: 'Remove 4 people?' }).waitFor()
    await page.locator('#verdicts .good').waitFor()
    const form = page.locator('main form')
    await form.locator('[name=contacts][value=assign_to]').check()
    await choose(page, heir.name)
    await form.locator('#reason').fill('The branch closed')
    await send(form)
    await page.locator('h1', { hasText: 'Removal of 4 people' }).waitFor()
    assert.equal((await house.all(`contacts?assignee=${heir.member}`)).length, 2)
    assert.equal(await matching(house, picked), 0)
    await page.locator('form[action$="/undo"] button').click()
    await page.locator('h1', { hasText: 'Return of 4 people' }).waitFor()
    assert.equal(await matching(house, picked), 4)
    assert.equal((await house.all(`contacts?assignee=${member}`)).length, 2)
  },

  /** @param {import('../house.js').House} house */
  async 'p6 who stays is named before, and what of it can be tried again after'(house) {
    const { name } = await house.hire('leo.leaves')
    const page = await house.at('members')
    const me = (await house.read('members/me')).display_name
    await page.goto(house.url(`members?q=${encodeURIComponent(me)}`))
    await box(page, me).check()
    await page.locator('#bulk button[value=deletion]').click()
    await page.locator('#verdicts .warn', { hasText: 'Nobody changes their own access.' }).waitFor()
    await send(page.locator('main form'))
    await page.locator('h1', { hasText: 'Removal of 1 person' }).waitFor()
    assert.match(await page.locator('#region .panel').innerText(), new RegExp(`${me}[\\s\\S]*Nobody changes their own access`))
    await page.locator('#region a', { hasText: 'Try these again' }).click()
    await page.locator('h1', { hasText: 'Remove 1 person?' }).waitFor()
    // Another level for somebody, with what it comes to as one chooses.
    await page.goto(house.url(`members?q=${encodeURIComponent(name)}`))
    await box(page, name).check()
    await page.locator('#bulk button[value=levels]').click()
    await page.locator('[name=levels][value=manager]').check()
    await page.locator('#verdicts .good').waitFor()
    await send(page.locator('main form'))
    await page.locator('h1', { hasText: 'Change of level for 1 person' }).waitFor()
    const [row] = await house.all(`members?q=${encodeURIComponent(name)}`)
    assert.deepEqual(row.grants[0].levels, ['manager'])
  },

  /** @param {import('../house.js').House} house */
  async 'p6 all who match are meant, and another tab sees how far it is'(house) {
    const meant = word()
    await invited(house, meant, 105)
    const other = await house.at('settings')
    const page = await other.context().newPage()
    await page.goto(house.url(`members?q=${meant}`))
    assert.equal(await rows(page).count(), 50)
    await page.locator('[data-pick]').first().check()
    assert.ok(await page.locator('[data-matching]').isHidden(), 'the whole page first')
    await page.locator('[data-pick-all]').check()
    await page.locator('[data-matching] input').check()
    await page.locator('#bulk button[value=deletion]').click()
    await page.locator('h1', { hasText: 'Remove 105 people?' }).waitFor()
    await send(page.locator('main form'))
    await page.locator('h1', { hasText: 'Removal of 105 people' }).waitFor()
    await page.locator('#region .tag', { hasText: 'Done' }).waitFor()
    await until(async () => assert.equal(await page.locator('.figures dd').first().innerText(), '105'))
    await until(async () => assert.match(await other.locator('#job').innerText(), /is done/))
    assert.deepEqual(await other.locator('#job progress').evaluate(bar => [bar.value, bar.max]), [105, 105])
    await other.locator('#job a').click()
    await other.locator('h1', { hasText: 'Removal of 105 people' }).waitFor()
    assert.equal(await matching(house, meant), 0)
  },

  /** @param {import('../house.js').House} house */
  async 'p6 without scripts the same is a form and two pages'(house) {
    const { name } = await house.hire('una.unscripted')
    const page = await house.at(`members?q=${encodeURIComponent(name)}`, undefined, { javaScriptEnabled: false })
    await box(page, name).check()
    await page.locator('#bulk button[value=deletion]').click()
    await page.locator('#verdicts .good').waitFor()
    await send(page.locator('main form'))
    await page.locator('h1', { hasText: 'Removal of 1 person' }).waitFor()
    await page.locator('form[action$="/undo"] button').click()
    await page.locator('h1', { hasText: 'Return of 1 person' }).waitFor()
  },
}
