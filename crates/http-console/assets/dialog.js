/**
 * Opens the page behind `a[data-dialog]` in a native dialog over the page one is on, its URL in the address bar; without
 * scripting the link is a link. `form[method=post]` in it is sent by fetch: a redirect closes the dialog and the page it
 * leads to takes the place of the one below, any other answer (422, 409, an outcome) shows in the dialog. `a[data-close]`
 * closes it. `[data-focus]` gets the focus, else the first invalid field, else the first text field.
 */
import { fetchPage, take } from './live.js'
import { failed, make, plainLink, told, word } from './page.js'

const REGIONS = 'main nav'

/** @type {HTMLDialogElement | undefined} */
let dialog
/** @type {HTMLElement} */
let body
/** The title of the page below. */
let title = ''
/** Whether closing goes back in history: no, once the page has moved on. */
let goBack = false

function build() {
  const close = make('button', { class: 'btn plain square', type: 'button', 'aria-label': word('close') })
  const icon = document.querySelector('svg.icon')?.cloneNode(true)
  if (icon instanceof SVGElement) {
    const use = icon.querySelector('use')
    use?.setAttribute('href', (use.getAttribute('href') ?? '').replace(/#.*/, '#x'))
    close.append(icon)
  }
  body = make('div', { class: 'dialog-body' })
  const made = make('dialog', { class: 'dialog' }, body, close)
  // In front of the page: while it is open, its ids are found first.
  document.body.prepend(made)
  close.addEventListener('click', () => made.close())
  made.addEventListener('click', event => {
    // A click beside the dialog hits the dialog element itself; one that began inside (a drag) doesn't count.
    if (event.target === made && pressed === made) made.close()
  })
  made.addEventListener('close', () => {
    body.replaceChildren()
    if (!goBack) return
    goBack = false
    document.title = title
    history.back()
  })
  return made
}

/** @type {EventTarget | null} */
let pressed = null
document.addEventListener('pointerdown', event => { pressed = event.target })

/** Shows a page's main part. @param {Document} page */
function show(page) {
  const main = page.getElementById('main')
  if (!main) return false
  dialog ??= build()
  body.replaceChildren(...[...main.childNodes].map(node => document.importNode(node, true)))
  body.querySelector('#stream-lost')?.remove()
  const heading = body.querySelector('h1')
  if (heading) dialog.setAttribute('aria-labelledby', heading.id ||= 'dialog-title')
  if (!dialog.open) {
    title = document.title
    dialog.showModal()
  }
  dialog.scrollTop = 0
  if (page.title) document.title = page.title
  const first = body.querySelector('[data-focus], [aria-invalid=true]') ?? body.querySelector('[autofocus], input:not([type=hidden], [type=radio], [type=checkbox], [name=reason]), textarea')
  if (first instanceof HTMLElement && first.checkVisibility()) first.focus()
  else { dialog.tabIndex = -1; dialog.focus() }
  body.dispatchEvent(new CustomEvent('tenure:morphed', { bubbles: true }))
  return true
}

/** @param {string} url @param {boolean} [push] whether it is a new entry in history */
async function open(url, push = true) {
  try {
    const { response, page } = await fetchPage(url, 'main')
    if (response.redirected || !page.getElementById('main')) return location.assign(response.url)
    // “Back” to the entry below asks the server for it anew: what happened in the dialog may have changed it.
    if (push && !history.state) history.replaceState({ regions: REGIONS }, '')
    if (push) history[dialog?.open ? 'replaceState' : 'pushState']({ dialog: true }, '', url)
    goBack = true
    show(page)
  } catch {
    failed(() => open(url, push))
  }
}

function closeQuietly() {
  goBack = false
  body.replaceChildren()
  dialog?.close()
}

/** @param {HTMLFormElement} form @param {HTMLElement | null} submitter */
async function send(form, submitter) {
  if (form.ariaBusy) return
  const data = new FormData(form, submitter)
  form.ariaBusy = 'true'
  if (submitter instanceof HTMLButtonElement) submitter.disabled = true
  const body = new URLSearchParams([...data].map(([name, value]) => [name, String(value)]))
  try {
    const { response, page } = await fetchPage(form.action, REGIONS, { method: 'POST', body })
    if (!response.redirected) {
      if (!show(page)) throw new TypeError('no page')
      return
    }
    closeQuietly()
    // The page it leads to takes the place of the dialog's entry.
    history.replaceState({ regions: REGIONS }, '', told(response.url))
    if (!take(page, REGIONS)) location.reload()
    else document.getElementById('main')?.focus({ preventScroll: true })
  } catch {
    failed(() => send(form, submitter))
  } finally {
    form.ariaBusy = null
    if (submitter instanceof HTMLButtonElement) submitter.disabled = false
  }
}

document.addEventListener('click', event => {
  const link = plainLink(event)
  if (!link) return
  if (link.hasAttribute('data-close') && link.closest('.dialog')) {
    event.preventDefault()
    dialog?.close()
  } else if (link.hasAttribute('data-dialog')) {
    event.preventDefault()
    const menu = link.closest('[popover]')
    if (menu instanceof HTMLElement) menu.hidePopover()
    open(link.href)
  }
})

document.addEventListener('submit', event => {
  const form = event.target
  if (!(form instanceof HTMLFormElement) || form.method !== 'post' || !form.closest('.dialog-body') || event.defaultPrevented) return
  event.preventDefault()
  send(form, event.submitter)
})

addEventListener('popstate', event => {
  if (event.state?.dialog) return void open(location.href, false)
  if (dialog?.open) closeQuietly()
})
