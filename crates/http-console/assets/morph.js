/** Turns the page that is there into what the server sent: what a person is in the middle of stays. */
import { all } from './page.js'

/** Whether the field in use keeps its text: yes while somebody types, no when they went elsewhere in history. */
let typing = true

/** @param {Node} node */
function keyOf(node) {
  if (!(node instanceof Element)) return ''
  const { id, name = '', type, value } = /** @type {any} */ (node)
  return id || node.getAttribute('data-key') || (/^(checkbox|radio)$/.test(type) || node instanceof HTMLOptionElement ? `${name}=${value}` : '')
}
/** @param {Node} node */
const isScripts = node => node instanceof Element && node.hasAttribute('data-script')

/** Attributes that hold the reader's or a script's state. @param {Element} element @param {string} name */
const isKept = (element, name) =>
  name === 'data-current' || name === 'data-enhanced' || name === 'aria-busy' ||
  (name === 'open' && /^(DETAILS|DIALOG)$/.test(element.tagName)) ||
  (/^(hidden|for)$/.test(name) && element.hasAttribute('data-enhanced'))

/**
 * Whether somebody changed something in a form to be sent. It stays as it is then, with all that it was read with: what they
 * chose must not become another choice, nor the version another than they saw.
 * @param {Element} from @param {Element} to
 */
const isTheirs = (from, to) => from.matches('form[method=post]') && from.getAttribute('action') === to.getAttribute('action') &&
  all(':is(input, select, textarea):not([data-script])', from).some(field => field.options
    ? field.selectedIndex !== Math.max(0, [...field.options].findIndex(option => option.defaultSelected))
    : field.value !== field.defaultValue || field.checked !== field.defaultChecked)

/** A field takes the server's value only where the server changed its mind. @param {any} from @param {any} to */
function morphField(from, to) {
  if (from.defaultChecked !== to.defaultChecked) from.checked = to.defaultChecked
  if (from.defaultSelected !== to.defaultSelected) from.selected = to.defaultSelected
  const isText = !/^(checkbox|radio|hidden)$/.test(from.type) && (!typing || from !== document.activeElement)
  if (isText && from.defaultValue !== to.defaultValue) from.value = to.defaultValue
}

/** @param {Element} from @param {Element} to */
function morphAttributes(from, to) {
  for (const { name } of [...from.attributes]) if (!to.hasAttribute(name) && !isKept(from, name)) from.removeAttribute(name)
  for (const { name, value } of to.attributes) if (from.getAttribute(name) !== value && !isKept(from, name)) from.setAttribute(name, value)
}

/** Moves a node; where the browser can, without closing a popover or losing focus. @param {any} parent @param {Node} node @param {Node | null} before */
function place(parent, node, before) {
  if (parent.moveBefore && node.isConnected && node.nodeType !== Node.TEXT_NODE) parent.moveBefore(node, before)
  else parent.insertBefore(node, before)
}

/** @param {Element} from @param {Element} to */
function morphChildren(from, to) {
  const old = [...from.childNodes].filter(node => !isScripts(node))
  const keyed = new Map(old.filter(keyOf).map(node => [keyOf(node), node]))
  const spare = old.filter(node => !keyOf(node))
  const pairs = [...to.childNodes].map(wanted => {
    const key = keyOf(wanted)
    const at = key ? -1 : spare.findIndex(node => node.nodeName === wanted.nodeName)
    const known = key ? keyed.get(key) : spare.splice(at, at < 0 ? 0 : 1)[0]
    keyed.delete(key)
    return { wanted, known: known?.nodeName === wanted.nodeName ? known : undefined }
  })
  const staying = new Set(pairs.map(pair => pair.known))
  for (const node of old) if (!staying.has(node)) node.remove()
  /** @type {Node | null} */
  let next = from.firstChild
  for (const { wanted, known } of pairs) {
    while (next && isScripts(next)) next = next.nextSibling
    const node = known ?? document.importNode(wanted, true)
    if (node === next) next = next.nextSibling
    else place(from, node, next)
    if (known) morphNode(known, wanted)
  }
}

/** @param {Node} from @param {Node} to */
function morphNode(from, to) {
  if (from instanceof Element && to instanceof Element) {
    if (from.isEqualNode(to) || isTheirs(from, to)) return
    morphField(from, to)
    morphAttributes(from, to)
    morphChildren(from, to)
  } else if (from.nodeValue !== to.nodeValue) {
    from.nodeValue = to.nodeValue
  }
}

/**
 * @param {Element} from what is on the page
 * @param {Element} to what the server sent
 * @param {boolean} [keepTyping] whether the focused field keeps its text
 */
export function morph(from, to, keepTyping = true) {
  const focused = /** @type {any} */ (document.activeElement)
  typing = keepTyping
  if (from.nodeName === to.nodeName) morphNode(from, to)
  else from.replaceWith(document.importNode(to, true))
  // A focused element that is gone would leave the keyboard at the top of the page.
  if (focused && !focused.isConnected) {
    const heir = /** @type {any} */ ((focused.id && document.getElementById(focused.id)) || from.closest('main, dialog') || document.querySelector('main'))
    heir?.focus({ preventScroll: true })
  }
  from.dispatchEvent(new Event('tenure:morphed', { bubbles: true }))
}
