/** Answers that come late, not at all, or not as one hoped; and where Back leads. */
import assert from 'node:assert/strict'
import { choose, dialog, done, names, openMine, rows, send, until } from '../steps.js'
import { gate } from './meanwhile.js'

const LOST = /Failed to load resource: (net::ERR_FAILED|the server responded with a status of (413|500|507))/
const isPost = request => request.method() === 'POST'
const toast = page => page.locator('#toast')
const address = page => page.url().replace(/^.*\/organizations\/[^/]+\//, '')

/** As long as it takes to ask for a page and to show it. */
const roundTrip = (page, url) => page.evaluate(async address => {
  await (await fetch(address)).text()
  await new Promise(resolve => { requestAnimationFrame(() => requestAnimationFrame(resolve)) })
}, url)

/** A command of the palette. */
async function command(page, words) {
  await page.keyboard.press('Control+k')
  await page.locator('.palette [role=option]').first().waitFor()
  await page.keyboard.type(words)
  await page.keyboard.press('Enter')
}

export const inOneLook = true

export default {
  /** @param {import('../house.js').House} house */
  async 'what could not be sent from a dialog is never sent from another'(house) {
    house.excused.push(LOST)
    const rae = await house.hire('rae.stays')
    const page = await house.at(`members/${rae.member}`)
    await page.route('**/revocation', route => isPost(route.request()) ? route.abort() : route.continue())
    await page.locator('#access a[href$="/revocation"]').click()
    await send(dialog(page))
    await toast(page).waitFor()
    await page.keyboard.press('Escape')
    await page.locator('dialog.dialog[open]').waitFor({ state: 'detached' })
    await page.waitForURL(url => !url.pathname.endsWith('/revocation'))
    assert.equal(await toast(page).count(), 0, 'nothing is left to try again')
    await page.keyboard.press('i')
    await dialog(page).locator('#emails').waitFor()
    assert.equal(await toast(page).count(), 0)
  },

  async 'the word that a form could not be sent goes once it is sent after all'(house) {
    house.excused.push(LOST)
    const page = await house.at('workspaces')
    await page.locator('.head a[data-dialog]').click()
    const name = `Again ${Date.now()}`
    await dialog(page).locator('#name').fill(name)
    let tries = 0
    await page.route('**/workspaces/new', route => isPost(route.request()) && !tries++ ? route.abort() : route.continue())
    await send(dialog(page))
    await toast(page).waitFor()
    await send(dialog(page))
    await done(page, 'The workspace was created')
    assert.equal(tries, 2)
    assert.equal(await toast(page).count(), 0)
  },

  async 'a form whose sending fails stays in its dialog as it was, under the sentence that says why'(house) {
    house.excused.push(LOST)
    const page = await house.at('members')
    const email = house.address('kept.typed')
    await page.locator('.head a[data-dialog]').click()
    const form = dialog(page).locator('form')
    await form.locator('#emails').fill(email)
    await form.locator('[name=levels][value=agent]').check()
    const nowhere = await page.request.get(`${house.base}/nowhere`, { headers: { accept: 'text/html' } })
    const body = await nowhere.text()
    const sentence = (await nowhere.text()).match(/<p>([^<]*)<\/p>/)[1]
    for (const [status, answer, says] of [[500, body, sentence], [413, 'Payload Too Large', 'That didn’t load']]) {
      await page.route('**/members/new', route => {
        const sends = isPost(route.request()) && !route.request().postData().includes('intent=preview')
        return sends ? route.fulfill({ status, contentType: 'text/html', body: answer }) : route.continue()
      })
      await send(form)
      await dialog(page).locator('[role=alert]', { hasText: says }).waitFor()
      assert.equal(await form.locator('#emails').inputValue(), email)
      await page.unroute('**/members/new')
    }
    const cookies = await page.context().cookies()
    await page.context().clearCookies()
    await send(form)
    await dialog(page).locator('[role=alert] a[href="/sign-in"]').waitFor()
    assert.equal(await form.locator('#emails').inputValue(), email)
    await page.context().addCookies(cookies)
    await send(form)
    await dialog(page).locator('[data-outcome=invited]').waitFor()
    assert.equal(await dialog(page).locator('[role=alert]').count(), 0)
  },

  async 'of two dialogs the later one opens, and what comes late changes nothing'(house) {
    const page = await house.at('members')
    const open = await gate(page, '**/members/new')
    await page.keyboard.press('i')
    await command(page, 'new workspace')
    await dialog(page).locator('#name').fill('Half typed')
    open()
    await roundTrip(page, house.url('members/new'))
    assert.equal(await dialog(page).locator('#name').inputValue(), 'Half typed')
    assert.match(page.url(), /workspaces\/new$/)
  },

  async 'a dialog that is loaded anew is a page, over which others open and close'(house) {
    const page = await house.at('members')
    await page.locator('.head a[data-dialog]').click()
    await dialog(page).locator('#emails').waitFor()
    await page.reload()
    await page.locator('main #emails').fill('typed@example.test')
    await command(page, 'new workspace')
    await dialog(page).locator('#name').waitFor()
    await page.keyboard.press('Escape')
    await page.waitForURL(/members\/new$/)
    await roundTrip(page, page.url())
    assert.equal(await dialog(page).count(), 0)
    assert.equal(await page.locator('main #emails').inputValue(), 'typed@example.test')
  },

  async 'a form outside of a dialog is sent once, however often one clicks'(house) {
    const page = await house.at('settings')
    let sent = 0
    page.on('request', request => { sent += isPost(request) && request.url().endsWith('/settings') ? 1 : 0 })
    const button = page.locator('form[action$="/settings"] button.main')
    await button.evaluate(async one => {
      one.click()
      await new Promise(resolve => { setTimeout(resolve) })
      one.click()
    })
    await done(page, 'Saved')
    assert.equal(sent, 1)
    assert.ok(await button.isEnabled(), 'the next page takes another')
  },

  async 'Back from a place that a dialog led to shows the one before as a whole'(house) {
    const page = await house.at('members')
    await command(page, 'new workspace')
    await dialog(page).locator('#name').fill(`Back ${Date.now()}`)
    await send(dialog(page))
    await done(page, 'The workspace was created')
    await page.goBack()
    await page.waitForURL(/\/members$/)
    await page.locator('main h1', { hasText: 'Members' }).waitFor()
    assert.equal(await page.locator('#nav [aria-current]').innerText(), 'Members')
    assert.equal(await page.locator('main .notice.good').count(), 0)
    assert.ok(await rows(page).count() > 3)
  },

  async 'what was done is told until one goes on, and one stays in the list that one had filtered'(house) {
    const zoe = await house.hire('zoe.assigned')
    const name = `Listed ${zoe.name}`
    await house.post('contacts', { workspace: house.root, contacts: [{ name }] })
    const page = await house.at(`contacts?assignee=none&q=${encodeURIComponent(name)}`)
    await page.locator('[data-row] a[data-open]').click()
    await choose(page, zoe.name)
    await send(dialog(page))
    await done(page, 'Assigned')
    assert.match(address(page), /^contacts\?assignee=none&q=Listed/)
    assert.deepEqual(await names(page), [])
    await openMine(page)
    await page.locator('#me [value=dark]').click()
    await page.locator('html[data-theme=dark]').waitFor()
    assert.match(address(page), /^contacts\?assignee=none&q=Listed/, 'colours are changed where one is')
    assert.equal(await page.locator('main .notice.good').count(), 0, 'and it is not told again')
    await page.goto(house.url('contacts?done=assigned'))
    await page.locator('main .notice.good').waitFor()
    await page.locator('#by-q').fill(name)
    await until(async () => assert.deepEqual(await names(page), [name]))
    assert.equal(await page.locator('main .notice.good').count(), 0)
  },

  async 'a search is one step back, however slowly it is answered and wherever it began'(house) {
    const page = await house.at('contacts')
    await page.goto(house.url('members'))
    const open = await gate(page, '**/members?q=m*', request => /q=m(ar?)?$/.test(request.url()))
    const box = page.locator('#by-q')
    for (const typed of ['m', 'ma', 'mar', 'mart']) {
      const asked = page.waitForRequest(request => request.url().endsWith(`q=${typed}`))
      await box.press(typed.slice(-1))
      await asked
    }
    await page.waitForURL(/q=mart$/)
    open()
    await page.goBack()
    await until(async () => assert.equal(address(page), 'members'))
    await until(async () => assert.ok(await rows(page).count() > 10))
    // The field still has the focus; what is typed now is another search.
    await page.keyboard.type('ada')
    await page.waitForURL(/q=ada$/)
    await page.goBack()
    await until(async () => assert.equal(address(page), 'members'))
    await until(async () => assert.equal(await box.inputValue(), ''))
  },
}
