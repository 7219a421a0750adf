/** What every module needs of the page: its words, new elements, plain clicks, and a word when a trip failed. */

/** The words of the page's language that the server sends along. @param {string} key */
export const word = key => /** @type {HTMLElement | null} */ (document.getElementById('words'))?.dataset[key] ?? ''

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

/** Tells somebody that a trip failed, with a way to try again. @param {() => void} retry */
export function failed(retry) {
  document.getElementById('toast')?.remove()
  const button = make('button', { class: 'btn', type: 'button' }, word('retry'))
  const toast = make('div', { id: 'toast', class: 'notice bad toast', role: 'alert' }, make('div', {}, word('failed')), button)
  button.addEventListener('click', () => { toast.remove(); retry() })
  // A modal dialog would cover it, were it elsewhere.
  ;(document.querySelector('dialog:modal') ?? document.body).append(toast)
}

/** The link of a plain click, which a script may shorten. @param {MouseEvent} event */
export function plainLink(event) {
  const link = event.target instanceof Element ? event.target.closest('a') : null
  return link && !event.defaultPrevented && !event.button && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey ? link : null
}

/**
 * Asks after a pause, and only the newest question: older ones are dropped, and their answers too. A failed one leaves
 * what is there.
 * @param {number} pause @param {(signal: AbortSignal) => Promise<void>} ask
 */
export function newest(pause, ask) {
  let control = new AbortController()
  let timer = 0
  return () => {
    clearTimeout(timer)
    control.abort()
    control = new AbortController()
    const { signal } = control
    timer = setTimeout(() => ask(signal).catch(() => {}), pause)
  }
}

/** An address without the word of what was just done, which is told once: not when the page is reloaded or shared. @param {string} url */
export function told(url) {
  const plain = new URL(url)
  plain.searchParams.delete('done')
  return plain
}
