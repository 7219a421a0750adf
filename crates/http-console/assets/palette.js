/** The keyboard: the command palette, and the single keys. */
import { fetchPage } from './live.js'
import { all, around, make, newest, word } from './page.js'
import { combobox } from './select.js'

const OFF = 'tenure.shortcuts.off'
const isMac = /Mac|iP/.test(navigator.platform)
const holder = () => /** @type {HTMLTemplateElement | null} */ (document.getElementById('commands'))

/** @returns {{ text: string, source: HTMLAnchorElement }[]} */
function commands() {
  const links = [...all('#nav a'), ...all('a', holder()?.content)]
  // The first text of a link: not its icon, not a count behind it.
  return links.map(source => ({ text: [...source.childNodes].map(node => node instanceof Text ? node.data.trim() : '').find(Boolean) ?? '', source }))
}

/** A copy is clicked, since what is in a template can't be; other modules see it as any click. @param {HTMLElement} source */
function follow(source) {
  const link = document.importNode(source, true)
  link.hidden = true
  document.body.append(link)
  link.click()
  link.remove()
}

/** @param {string} text */
const fold = text => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

function openPalette() {
  if (!holder() || document.getElementById('palette')) return
  const { input, list, draw } = combobox('palette', word('palette'), ({ source }) => {
    made.close()
    if (source) follow(source)
  })
  input.setAttribute('aria-label', word('palette'))
  const none = make('p', { class: 'empty', role: 'status' }, word('paletteEmpty'))
  const made = make('dialog', { class: 'dialog palette', closedby: 'any', 'aria-label': word('palette') }, input, list, none)
  made.addEventListener('close', () => made.remove())
  document.body.append(made)
  made.showModal()
  /** @param {import('./select.js').Choice[]} found */
  const show = found => { draw(found); none.hidden = found.length > 0 }
  const known = () => {
    const words = fold(input.value.trim()).split(/\s+/)
    return commands().filter(({ text }) => words.every(each => fold(text).includes(each)))
  }
  const ask = newest(async signal => {
    const url = holder()?.dataset.search
    const asked = input.value.trim()
    if (!url || asked.length < 2) return
    const { page } = await fetchPage(url + encodeURIComponent(asked), 'list', { signal })
    const people = all('[data-row] a[data-open]', page)
    show([...known(), ...people.slice(0, 8).map(source => {
      const face = source.closest('.person')?.querySelector('.avatar')
      return { text: source.textContent, note: word('people'), source, initials: face?.textContent ?? '', hue: face?.dataset.hue ?? '' }
    })])
  })
  const find = () => { show(known()); ask() }
  input.addEventListener('input', find)
  find()
}

const current = () => document.querySelector('[data-row][data-current]')

/** @param {Element | undefined | null} row */
export function stand(row) {
  current()?.removeAttribute('data-current')
  row?.setAttribute('data-current', '')
}

/** @param {number} by */
function step(by) {
  const rows = all('[data-row]').filter(row => row.checkVisibility())
  const now = current()
  const next = rows[Math.max(0, Math.min(rows.length - 1, now ? rows.indexOf(now) + by : 0))]
  stand(next)
  all('a[data-open]', next)[0]?.focus()
}

addEventListener('keydown', event => {
  if ((isMac ? event.metaKey : event.ctrlKey) && event.key.toLowerCase() === 'k' && !event.altKey && !event.shiftKey) {
    event.preventDefault()
    return openPalette()
  }
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
  const field = around(event, 'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]')
  if (field) {
    if (event.key === 'Escape' && !field.closest('dialog, :popover-open')) field.blur()
    return
  }
  if (document.querySelector('dialog:modal, :popover-open') || localStorage.getItem(OFF)) return
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
  const named = `[data-shortcut="${CSS.escape(key)}"]`
  const found = current()?.querySelector(`[data-shortcut-row="${CSS.escape(key)}"]`) ?? document.querySelector(named)
  const command = commands().find(({ source }) => source.matches(named))
  if (key === 'j' || key === 'k') step(key === 'j' ? 1 : -1)
  else if (found instanceof HTMLInputElement && found.type !== 'checkbox') found.select()
  else if (found instanceof HTMLInputElement) found.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, shiftKey: event.shiftKey }))
  else if (found instanceof HTMLElement) found.click()
  else if (command) follow(command.source)
  else return
  event.preventDefault()
})

addEventListener('click', event => { if (around(event, '[data-palette]')) openPalette() })
addEventListener('focusin', event => {
  const row = around(event, '[data-row]')
  if (row && row !== current()) stand(row)
})
if (isMac) for (const key of all('[data-mod]')) key.textContent = `⌘${key.dataset.mod.toUpperCase()}`
for (const box of all('[data-shortcuts-switch]')) {
  box.checked = !localStorage.getItem(OFF)
  box.addEventListener('change', () => box.checked ? localStorage.removeItem(OFF) : localStorage.setItem(OFF, '1'))
}
