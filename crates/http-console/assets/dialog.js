/** Shows the page behind a link in a dialog over the page one is on, and sends the forms in it. */
import { fetchPage, outdate, take, visit } from './live.js'
import { all, around, calm, failed, fieldsOf, make, plainLink, told, word, words } from './page.js'

const REGIONS = 'main nav'

/** @type {HTMLDialogElement | undefined} */
let dialog
/** @type {HTMLElement} */
let body
/** Whether closing goes back in history: no, once the page has moved on. */
let goBack = false
/** The trip under way. One that was overtaken changes nothing when it comes back. */
let trip = new AbortController()
function begin() {
  trip.abort()
  trip = new AbortController()
  return trip.signal
}

function build() {
  body = make('div', { class: 'dialog-body' })
  const made = make('dialog', { class: 'dialog', closedby: 'any', tabindex: '-1' }, body, words().content.cloneNode(true))
  // In front of the page: while it is open, its ids are found first.
  document.body.prepend(made)
  made.lastElementChild?.addEventListener('click', () => made.close())
  made.addEventListener('close', () => {
    begin()
    calm()
    body.replaceChildren()
    if (!goBack) return
    goBack = false
    history.back()
  })
  return made
}

/** Shows a page's main part. @param {Document} page */
function show(page) {
  const main = page.getElementById('main')
  if (!main) return false
  calm()
  dialog ??= build()
  body.replaceChildren(...document.importNode(main, true).childNodes)
  body.querySelector('#stream-lost')?.remove()
  const heading = body.querySelector('h1')
  if (heading) dialog.setAttribute('aria-labelledby', heading.id ||= 'dialog-title')
  if (!dialog.open) dialog.showModal()
  dialog.scrollTop = 0
  if (page.title) document.title = page.title
  const [first = dialog] = [...all('[data-focus], [aria-invalid=true]', body), ...all('[autofocus], input:not([type=hidden], [type=radio], [type=checkbox], [name=reason]), textarea', body)]
  ;(first.checkVisibility() ? first : dialog).focus()
  body.dispatchEvent(new Event('tenure:morphed', { bubbles: true }))
  return true
}

/** @param {string} url @param {boolean} [push] whether it is a new entry in history */
async function open(url, push = true) {
  const signal = begin()
  try {
    const { response, page } = await fetchPage(url, 'main', { signal })
    if (signal.aborted) return
    if (response.redirected || !page.getElementById('main')) return location.assign(response.url)
    // “Back” asks the server for the page below anew: what happened in the dialog may have changed it.
    if (!history.state) history.replaceState({ regions: REGIONS }, '')
    if (push) history[dialog?.open ? 'replaceState' : 'pushState']({ dialog: history.state.dialog ?? location.href }, '', url)
    goBack = true
    show(page)
  } catch {
    if (!signal.aborted) failed(() => open(url, push))
  }
}

function closeQuietly() {
  goBack = false
  body.replaceChildren()
  dialog?.close()
}

/** Says above a form why it wasn't carried out. @param {HTMLFormElement} form @param {...(Node | string)} why */
function refuse(form, ...why) {
  calm()
  form.before(make('div', { id: 'toast', class: 'notice bad', role: 'alert' }, make('div', {}, ...why)))
  dialog?.scrollTo(0, 0)
}

/** @param {HTMLFormElement} form @param {any} submitter */
async function send(form, submitter) {
  if (form.ariaBusy) return
  const signal = begin()
  const body = fieldsOf(form, submitter)
  form.ariaBusy = 'true'
  if (submitter) submitter.disabled = true
  try {
    const { response, page } = await fetchPage(form.action, REGIONS, { method: 'POST', body })
    // Whoever closed the dialog sees below it what became of it.
    if (signal.aborted) return outdate('')
    const to = new URL(response.url)
    if (to.pathname === '/sign-in') return refuse(form, word('ended'), ' ', make('a', { href: '/sign-in', target: '_blank' }, word('signIn')))
    // What came of something is told in the dialog, wherever it stands.
    if (!response.redirected || page.querySelector('[data-outcome]')) {
      const isFor = response.ok || [...page.forms].some(each => each.action === form.action)
      if (!isFor || !show(page)) refuse(form, page.querySelector('#main p')?.textContent ?? word('failed'))
      return
    }
    const list = new URL(history.state.dialog)
    closeQuietly()
    // Who came from a filtered list goes back to it.
    if (list.pathname === to.pathname && list.search && !told(to).search) {
      list.search += `&${to.searchParams}`
      await visit(list, { regions: REGIONS, history: 'replace' })
    } else if (!take(page, REGIONS, to, 'replace')) return location.replace(to)
    document.getElementById('main')?.focus({ preventScroll: true })
  } catch {
    if (!signal.aborted) failed(() => { if (form.isConnected) send(form, submitter) })
  } finally {
    form.ariaBusy = null
    if (submitter) submitter.disabled = false
  }
}

addEventListener('click', event => {
  const link = plainLink(event)
  if (!link) return
  if (link.hasAttribute('data-close') && link.closest('.dialog')) {
    event.preventDefault()
    dialog?.close()
  } else if (link.hasAttribute('data-dialog')) {
    event.preventDefault()
    around(event, '[popover]')?.hidePopover()
    open(link.href)
  } else if (!dialog?.open) begin()
})

addEventListener('submit', event => {
  const form = around(event, '.dialog-body form[method=post]')
  if (!form || event.defaultPrevented) return
  event.preventDefault()
  send(form, event.submitter)
})

addEventListener('popstate', event => {
  begin()
  if (event.state?.dialog) return void open(location.href, false)
  if (dialog?.open) closeQuietly()
})
