/** A forgotten password: from the sign-in page, by a mail, to signing in with another one. */
import { PASSWORD } from '../house.js'
import { done, send } from '../steps.js'

const NEW = 'another few words of mine'
const isReset = mail => mail.links.some(link => link.includes('/password-reset/'))

/** Somebody forgets their password. @param {import('../house.js').House} house @param {string} name */
async function forget(house, name, options = {}) {
  const { email, member } = await house.hire(name)
  const page = await house.at('/sign-in', null, options)
  await page.locator('a[href="/password-reset"]').click()
  await page.fill('#email', email)
  await send(page)
  await done(page, 'on its way')
  const { links: [link] } = await house.mailTo(email, 0, isReset)
  await page.goto(link)
  if (options.javaScriptEnabled !== false) {
    await page.fill('#password', 'password1234')
    await page.locator('#password-strength', { hasText: 'Many people have this password' }).waitFor()
    await page.fill('#password', NEW)
    await page.locator('#password-strength', { hasText: 'Very hard to guess' }).waitFor()
  }
  await page.fill('#password', NEW)
  await send(page)
  await done(page, 'Sign in with the new one')
  for (const password of [PASSWORD, NEW]) {
    await page.fill('#email', email)
    await page.fill('#password', password)
    await send(page)
    if (password === PASSWORD) await page.locator('[role=alert]').waitFor()
  }
  await page.waitForURL(/\/organizations\//)
  const used = await house.at(new URL(link).pathname, null, options)
  await used.locator('a', { hasText: 'Ask for a new link' }).waitFor()
  return { email, member }
}

export default {
  /** @param {import('../house.js').House} house */
  async 'a forgotten password is chosen anew, and a link is sent by who manages somebody'(house) {
    house.excused.push(/status of 40[14]/)
    const { email, member } = await forget(house, 'fay.forgets')
    const page = await house.at(`members/${member}`)
    await page.locator('form[action$="/password-reset"] button').click()
    await done(page, 'on its way')
    await house.mailTo(email, 1, isReset)
  },

  async 'without scripting a forgotten password is chosen anew'(house) {
    house.excused.push(/status of 40[14]/)
    await forget(house, 'flo.forgets', { javaScriptEnabled: false })
  },
}
