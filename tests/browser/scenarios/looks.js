/** How every place and state looks: to axe, to a validator, on small screens. */
import assert from 'node:assert/strict'
import { doors, places } from '../places.js'
import { states, visitor } from '../states.js'
import { AxeBuilder, HtmlValidate } from '../tools.js'

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

/** What axe finds on a page, a line each. The console has no frames, which the legacy mode, quick as it is, leaves out. */
async function complaints(page, where, colours) {
  const options = { runOnly: RULES[colours], resultTypes: ['violations'] }
  const { violations } = await new AxeBuilder({ page }).options(options).setLegacyMode().analyze()
  return violations.map(({ id, help, nodes }) => `${where}: ${id} (${help}), ${nodes.length} times, such as ${nodes[0].target.join(' ')} ${nodes[0].html.slice(0, 160)}`)
}

/** What is wider than the window, a line each. */
async function overflow(page, where) {
  const wide = await page.evaluate(() => {
    const root = document.documentElement
    if (root.scrollWidth <= root.clientWidth) return []
    const over = [...document.querySelectorAll('body *')].filter(one => one.getBoundingClientRect().right > root.clientWidth + 1)
    return over.slice(0, 3).map(one => one.outerHTML.slice(0, 120))
  })
  return wide.map(html => `${where} is too wide: ${html}`)
}

/** Looks at every place, signed in and not, and at every state. */
async function everywhere(house, options, look, there = states) {
  house.excused.push(/status of 404/)
  const found = []
  for (const [email, paths] of [[undefined, await places(house)], [null, await doors(house)]]) {
    const page = await house.at('/sign-in', email, options)
    for (const [name, path] of Object.entries(paths)) {
      await page.goto(house.url(path))
      found.push(...await look(page, name))
    }
  }
  const visit = visitor(house, options)
  for (const [name, state] of Object.entries(there)) found.push(...await look(await visit(state), name))
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

  async 'nothing is wider than a window of 320 pixels'(house) {
    await everywhere(house, { viewport: { width: 320, height: 640 } }, overflow)
  },
}

for (const colorScheme of ['light', 'dark']) {
  for (const width of [1280, 390]) {
    // Nothing but colours differs in the dark, and no colour by the width: the states are looked at in one.
    const there = colorScheme === 'dark' && width === 390 ? {} : states
    looks[`axe finds nothing on any place${there === states ? ' or state' : ''}, ${colorScheme}, at ${width} pixels`] = house =>
      everywhere(house, { colorScheme, viewport: { width, height: 844 } }, (page, where) => complaints(page, where, colorScheme), there)
  }
}

export default looks
