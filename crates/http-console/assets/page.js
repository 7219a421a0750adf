/** What every module needs of the page. */

/** The words of the page's language that the server sends along; in it, the button that closes a dialog. */
export const words = () => /** @type {HTMLTemplateElement} */ (document.getElementById('words'))
/** @param {string} key */
export const word = key => words()?.dataset[key] ?? ''

/**
 * An element with attributes and children; text stays text.
 * @template {keyof HTMLElementTagNameMap} T @param {T} tag @param {Record<string, string>} attributes @param {...(Node | string)} children
 */
export function make(tag, attributes, ...children) {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  element.append(...children)
  return element
}

/** What a selector finds. @param {string} selector @param {ParentNode} [root] @returns {any[]} */
export const all = (selector, root = document) => [...root.querySelectorAll(selector)]

/** What an event is in. @param {Event} event @param {string} selector @returns {any} */
export const around = ({ target }, selector) => target instanceof Element ? target.closest(selector) : null

/** Takes back that a trip failed. */
export const calm = () => document.getElementById('toast')?.remove()

/** Tells somebody that a trip failed, with a way to try again. @param {() => void} retry */
export function failed(retry) {
  calm()
  const button = make('button', { class: 'btn', type: 'button' }, word('retry'))
  button.addEventListener('click', () => { calm(); retry() })
  // A modal dialog would cover it, were it elsewhere.
  const place = document.querySelector('dialog:modal') ?? document.body
  place.append(make('div', { id: 'toast', class: 'notice bad toast', role: 'alert' }, make('div', {}, word('failed')), button))
}

/** What a form would send. @param {HTMLFormElement} form @param {HTMLElement | null} [submitter] */
export const fieldsOf = (form, submitter) => new URLSearchParams(/** @type {any} */ (new FormData(form, submitter)))

/** The link of a plain click, which a script may shorten. @param {MouseEvent} event */
export function plainLink(event) {
  const link = around(event, 'a')
  return link && !event.defaultPrevented && !event.button && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey ? link : null
}

/**
 * Asks after a pause, and only the newest question: older ones are dropped, and their answers too. A failed one leaves
 * what is there.
 * @param {(signal: AbortSignal) => Promise<void>} ask
 */
export function newest(ask) {
  let control = new AbortController()
  let timer = 0
  return () => {
    clearTimeout(timer)
    control.abort()
    control = new AbortController()
    const { signal } = control
    timer = setTimeout(() => ask(signal).catch(() => {}), 150)
  }
}

/** An address without the word of what was just done, which is told once. @param {string | URL} url */
export function told(url) {
  const plain = new URL(url)
  plain.searchParams.delete('done')
  return plain
}
