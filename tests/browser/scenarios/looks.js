/** How every place and state looks: to axe, to a validator, on small screens. */
import assert from 'node:assert/strict'
import { LOOKS } from '../house.js'
import { doors, places } from '../places.js'
import { states, visitor } from '../states.js'
import { AXE, HtmlValidate } from '../tools.js'

export const inOneLook = true

/**
 * The recommended rules. Names that several boxes share make a list of them, `<!doctype html>` is as good in small letters,
 * a button in a form that says nothing of its type sends the form, as it should, a mail is shown with the
 * blanks it has, and people's names are as long as they are.
 */
const HTML = {
  extends: ['html-validate:recommended'],
  rules: {
    'long-title': 'off',
    'doctype-style': ['error', { style: 'lowercase' }],
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'submit', 'button'] }],
    'no-implicit-button-type': 'off',
    'no-trailing-whitespace': 'off',
  },
}

/** All of axe's rules; and those that see colours, since nothing else differs in the dark. */
const RULES = {
  light: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  dark: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
}

/**
 * Leaves one of those items of lists that are alike but for their words, and of others what has an avatar of another colour: axe
 * would find of the fiftieth what it found of the first. Nothing comes back, as nothing is live any more.
 */
const thin = page => page.evaluate(() => {
  for (const region of document.querySelectorAll('[data-refresh]')) region.removeAttribute('data-refresh')
  const TELLING = ['class', 'role', 'data-state', 'data-depth', 'aria-selected', 'aria-current', 'aria-expanded']
  const [shapes, hues] = [new Set(), new Set()]
  for (const item of document.querySelectorAll('tbody > tr, li, option')) {
    const parts = [item, ...item.querySelectorAll('*')]
    const shape = parts.map(part => part.tagName + [...part.attributes].map(({ name, value }) => name + (TELLING.includes(name) ? value : ''))).join()
    const seen = parts.map(part => part.dataset?.hue).filter(hue => hue !== undefined)
    if (shapes.has(shape)) {
      if (seen.every(hue => hues.has(hue))) item.remove()
      else item.replaceChildren(item.firstElementChild)
    }
    shapes.add(shape)
    for (const hue of seen) hues.add(hue)
  }
})

/** What axe finds on a page in both themes, a line each. */
async function complaints(page, where) {
  await thin(page)
  await page.evaluate(AXE)
  const found = []
  for (const [colorScheme, runOnly] of Object.entries(RULES)) {
    await page.emulateMedia({ colorScheme })
    const violations = await page.evaluate(async rules => (await globalThis.axe.run(rules)).violations, { runOnly, resultTypes: ['violations'] })
    found.push(...violations.map(({ id, help, nodes }) => `${where}, ${colorScheme}: ${id} (${help}), ${nodes.length} times, such as ${nodes[0].target.join(' ')} ${nodes[0].html.slice(0, 160)}`))
  }
  await page.emulateMedia({ colorScheme: 'light' })
  return found
}

/** What is wider than a window of the smallest width, a line each. */
async function overflow(page, where) {
  const before = page.viewportSize()
  await page.setViewportSize({ width: 320, height: 640 })
  const wide = await page.evaluate(() => {
    const root = document.documentElement
    if (root.scrollWidth <= root.clientWidth) return []
    const over = [...document.querySelectorAll('body *')].filter(one => one.getBoundingClientRect().right > root.clientWidth + 1)
    return over.slice(0, 3).map(one => one.outerHTML.slice(0, 120))
  })
  await page.setViewportSize(before)
  return wide.map(html => `${where} is too wide: ${html}`)
}

/** Looks at every place, signed in and not. */
async function everyPlace(house, options, look) {
  house.excused.push(/status of 404/)
  const found = []
  for (const [email, paths] of [[undefined, await places(house)], [null, await doors(house)]]) {
    const page = await house.at('/sign-in', email, options)
    for (const [name, path] of Object.entries(paths)) {
      await page.goto(house.url(path))
      found.push(...await look(page, name))
    }
  }
  assert(!found.length, found.join('\n'))
}

/** Looks at every state. */
async function everyState(house, options, look) {
  house.excused.push(/status of 404/)
  const visit = visitor(house, options)
  const found = []
  for (const [name, state] of Object.entries(states)) found.push(...await look(await visit(state), name))
  assert(!found.length, found.join('\n'))
}

const looks = {
  /** @param {import('../house.js').House} house */
  async 'the bytes of every place are valid HTML'(house) {
    const validator = new HtmlValidate(HTML)
    const found = []
    for (const [email, paths] of [[undefined, await places(house)], [null, await doors(house)]]) {
      const { request } = await house.context(email)
      for (const [name, path] of Object.entries(paths)) {
        const answer = await request.get(house.url(path))
        assert.equal(answer.status(), /not-found|dead-link/.test(name) ? 404 : 200, name)
        const report = await validator.validateString(await answer.text(), name)
        for (const { messages } of report.results) {
          found.push(...messages.map(one => `${name}:${one.line}:${one.column} ${one.ruleId}: ${one.message} (${one.selector})`))
        }
      }
    }
    assert(!found.length, found.join('\n'))
  },
}

for (const [what, every] of Object.entries({ place: everyPlace, state: everyState })) {
  looks[`axe finds nothing in any ${what} at 1280 pixels, light and dark`] = house => every(house, LOOKS['light-wide'], complaints)
  looks[`axe finds nothing in any ${what} at 390 pixels, light and dark, and none is wider than 320`] = house =>
    every(house, LOOKS['light-narrow'], async (page, where) => [...await overflow(page, where), ...await complaints(page, where)])
}

export default looks
