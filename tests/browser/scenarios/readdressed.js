/** Another address: asked for on one's own page or a member's, confirmed by a mail. */
import { PASSWORD } from '../house.js'
import { done, send } from '../steps.js'

const isLink = mail => mail.links.some(link => link.includes('/email-confirmation/'))

/** Somebody asks for another address and confirms it. @param {import('../house.js').House} house @param {string} name */
async function readdress(house, name, options = {}) {
  const { email, member } = await house.hire(name)
  const other = `other.${email}`
  const page = await house.at('/account', email, options)
  const form = page.locator('form[action="/account/email"]')
  await form.locator('#email').fill(other)
  await form.locator('#email_password').fill(PASSWORD)
  await form.locator('button').click()
  await done(page, 'on its way')
  await page.locator('.tag', { hasText: other }).waitFor()
  const { links: [link] } = await house.mailTo(other, 0, isLink)
  const elsewhere = await house.at(new URL(link).pathname, null, options)
  await elsewhere.fill('#password', PASSWORD)
  await send(elsewhere)
  await done(elsewhere, 'Sign in with the new one')
  await elsewhere.fill('#email', other)
  await elsewhere.fill('#password', PASSWORD)
  await send(elsewhere)
  await elsewhere.waitForURL(/\/organizations\//)
  await house.mailTo(email, 0, mail => mail.subject.includes('another address'))
  return { email: other, member }
}

export default {
  /** @param {import('../house.js').House} house */
  async 'another address is confirmed by a mail, and asked for by who manages somebody'(house) {
    house.excused.push(/status of 404/)
    const { email, member } = await readdress(house, 'ada.moves')
    const third = `third.${email}`
    const page = await house.at(`members/${member}`)
    await page.locator('summary', { hasText: 'Change the e-mail address' }).click()
    await page.locator('#new-email').fill(third)
    await page.locator('form[action$="/email"] button').click()
    await done(page, 'goes to the new address')
    const { links: [link] } = await house.mailTo(third, 0, isLink)
    const theirs = await house.at(new URL(link).pathname, null)
    await theirs.fill('#password', PASSWORD)
    await send(theirs)
    await done(theirs, 'Sign in with the new one')
  },

  async 'without scripting another address is confirmed by a mail'(house) {
    await readdress(house, 'abe.moves', { javaScriptEnabled: false })
  },
}
