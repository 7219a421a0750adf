/** Choosing: a select within `.chooser` becomes a combobox that searches. */
import { fetchPage } from './live.js'
import { all, around, make, newest, word } from './page.js'

/** @typedef {{ text: string, note?: string, value?: string, initials?: string, hue?: string, source?: HTMLAnchorElement }} Choice */

/**
 * The ARIA combobox pattern: focus stays in the field, arrows point into the list, Enter or a click picks.
 * @param {string} id @param {string} placeholder @param {(choice: Choice) => void} pick
 */
export function combobox(id, placeholder, pick) {
  const list = make('ul', { id: `${id}-list`, role: 'listbox', 'aria-label': word('options'), 'data-script': '', hidden: '' })
  const input = make('input', { id, placeholder, type: 'text', role: 'combobox', autocomplete: 'off', spellcheck: 'false', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': list.id, 'data-script': '' })
  /** @type {Choice[]} */
  let choices = []
  let at = 0
  /** @param {number} to */
  const point = to => {
    at = choices.length ? (to + choices.length) % choices.length : 0
    for (const [index, item] of [...list.children].entries()) item.setAttribute('aria-selected', String(index === at))
    list.children[at]?.scrollIntoView({ block: 'nearest' })
    input.setAttribute('aria-activedescendant', list.children[at]?.id ?? '')
  }
  /** @param {Choice[]} found */
  const draw = found => {
    choices = found
    list.replaceChildren(...found.map(({ text, note, initials, hue }, index) => {
      const item = make('li', { id: `${list.id}-${index}`, role: 'option' }, make('span', {}, text))
      if (initials) item.prepend(make('span', { class: 'avatar', 'data-hue': hue ?? '0', 'aria-hidden': 'true' }, initials))
      if (note) item.append(make('small', {}, note))
      return item
    }))
    list.hidden = !found.length
    input.setAttribute('aria-expanded', String(!list.hidden))
    point(0)
  }
  input.addEventListener('keydown', event => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (by && choices.length) point(at + by)
    else if (event.key === 'Enter' && choices[at]) pick(choices[at])
    else return
    event.preventDefault()
  })
  // The field keeps the focus.
  list.addEventListener('pointerdown', event => event.preventDefault())
  list.addEventListener('click', event => {
    const item = around(event, 'li')
    if (item) pick(choices[[...list.children].indexOf(item)])
  })
  return { input, list, draw }
}

/** @param {HTMLElement} root */
function enhance(root) {
  const [select] = all('select', root)
  const [label] = all('label', root)
  if (select.dataset.enhanced === '') return
  select.dataset.enhanced = label.dataset.enhanced = ''
  select.hidden = true
  const [first] = select.options
  // An answer that comes after somebody picked must not open the list again.
  let picked = false
  const settle = () => {
    input.value = select.value ? select.selectedOptions[0].text : ''
    for (const { name, value } of select.attributes) if (/^aria/.test(name)) input.setAttribute(name, value)
  }
  const { input, list, draw } = combobox(`${select.id}-find`, first?.value ? '' : first?.text ?? '', ({ text, value = '' }) => {
    if (![...select.options].some(option => option.value === value)) select.add(new Option(text, value))
    select.value = value
    picked = true
    settle()
    draw([])
    select.dispatchEvent(new Event('change', { bubbles: true }))
  })
  label.htmlFor = input.id
  select.after(input, list)

  const offer = (/** @type {any} */ { options }) => draw([...options].filter(option => option.value || 'choice' in option.dataset).map(({ dataset, text, value }) => ({ ...dataset, text, value })))
  input.addEventListener('input', () => { picked = false })
  input.addEventListener('input', newest(async signal => {
    const { page } = await fetchPage(root.dataset.chooser + encodeURIComponent(input.value), select.id, { signal })
    const found = page.getElementById(select.id)
    if (found instanceof HTMLSelectElement && !picked) offer(found)
  }))
  input.addEventListener('focus', () => { input.select(); offer(select) })
  input.addEventListener('blur', () => { draw([]); settle() })
  input.addEventListener('keydown', event => {
    if (event.key === 'ArrowDown' && list.hidden) offer(select)
    if (event.key !== 'Escape' || list.hidden) return
    // One level at a time: the list first, the dialog around it next.
    event.preventDefault()
    event.stopPropagation()
    draw([])
  })
  root.addEventListener('tenure:settle', settle)
  settle()
}

function refit() {
  for (const root of all('[data-chooser]')) {
    // The first button of a form is what Enter presses.
    root.querySelector('.unscripted')?.remove()
    enhance(root)
    if (!root.contains(document.activeElement)) root.dispatchEvent(new Event('tenure:settle'))
  }
}

addEventListener('tenure:morphed', refit)
refit()
