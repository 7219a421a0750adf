/**
 * Shortens the trip: the same request, answered by the same page, but only the named regions change.
 *
 * - `a[data-live=ids]`, `form[method=get][data-live=ids]`: fetched; the URL goes into history. Text fields ask while one types.
 * - `form[method=post][data-preview=ids]`: each change posts it with `intent=preview`, which keeps nothing.
 * - `[id][data-refresh="members journal"]`: asked for again when the stream tells of such events.
 *
 * Requests carry `X-Fragment: ids`; the answer is the whole page or those regions, found by their ids.
 */
import { morph } from './morph.js'
import { failed, plainLink } from './page.js'
import { onEvent } from './stream.js'

/**
 * Parsing a string is a sink under `require-trusted-types-for 'script'`. This policy is the one way in: not exported, and
 * used by `parse` alone, for answers of this origin. Scripts of a parsed document never start, wherever it is put.
 */
const policy = /** @type {any} */ (globalThis).trustedTypes?.createPolicy('tenure', { createHTML: (/** @type {string} */ html) => html })

/** @param {string} html */
const parse = html => new DOMParser().parseFromString(policy ? policy.createHTML(html) : html, 'text/html')

/** @param {string | URL} url @param {string} regions @param {RequestInit} [init] */
export async function fetchPage(url, regions, init = {}) {
  const target = new URL(url, location.href)
  if (target.origin !== location.origin) throw new TypeError('not of this origin')
  const response = await fetch(target, { credentials: 'same-origin', ...init, headers: { Accept: 'text/html', 'X-Fragment': regions } })
  if (new URL(response.url).origin !== location.origin) throw new TypeError('not of this origin')
  return { response, page: parse(await response.text()) }
}

/**
 * Puts the named regions of a page in place; false if the page lacks one.
 * @param {Document} page @param {string} regions @param {boolean} [typing]
 */
export function take(page, regions, typing) {
  const pairs = regions.split(' ').map(id => ({ from: document.getElementById(id), to: page.getElementById(id) }))
  if (pairs.some(({ from, to }) => !from || !to)) return false
  for (const { from, to } of pairs) if (from && to) morph(from, to, typing)
  if (page.title) document.title = page.title
  return true
}

/** @type {Map<string, AbortController>} */
const running = new Map()
/** @type {ReturnType<typeof setTimeout> | undefined} */
let waiting

/**
 * @param {string | URL} url
 * @param {{ regions: string, history?: 'push' | 'replace' | 'none', typing?: boolean, init?: RequestInit }} how
 */
export async function visit(url, how) {
  const { regions, history: entry = 'push', typing = false, init } = how
  running.get(regions)?.abort()
  const control = new AbortController()
  running.set(regions, control)
  const busy = document.getElementById(regions.split(' ')[0])
  busy?.setAttribute('aria-busy', 'true')
  try {
    const { response, page } = await fetchPage(url, regions, { ...init, signal: control.signal })
    if (control.signal.aborted) return
    // Signed out, gone, or another page altogether: the browser shows it in full.
    if (response.redirected || !take(page, regions, typing)) {
      if (entry !== 'none') location.assign(response.redirected ? response.url : url)
      return
    }
    if (entry === 'push') history.pushState({ regions }, '', url)
    if (entry === 'replace') history.replaceState({ regions }, '', url)
  } catch {
    if (!control.signal.aborted && entry !== 'none') failed(() => visit(url, how))
  } finally {
    if (running.get(regions) === control) {
      running.delete(regions)
      busy?.removeAttribute('aria-busy')
    }
  }
}

/** The URL of a GET form, without what is empty. @param {HTMLFormElement} form @param {HTMLElement | null} [submitter] */
function urlOf(form, submitter = null) {
  const url = new URL(form.action)
  const fields = [...new FormData(form, submitter)].filter(([, value]) => value !== '').map(([name, value]) => [name, String(value)])
  url.search = new URLSearchParams(fields).toString()
  return url
}

/** The address bar names the dialog already. @param {Element} element */
const entryFor = element => element.closest('dialog') ? 'none' : 'push'

document.addEventListener('click', event => {
  const link = plainLink(event)
  if (!link?.dataset.live) return
  event.preventDefault()
  visit(link.href, { regions: link.dataset.live, history: entryFor(link) })
})

document.addEventListener('submit', event => {
  const form = event.target
  if (!(form instanceof HTMLFormElement)) return
  // What is sent overtakes what was only to be looked at.
  clearTimeout(waiting)
  running.get(form.dataset.preview ?? '')?.abort()
  if (!form.dataset.live || form.method !== 'get') return
  event.preventDefault()
  visit(urlOf(form, event.submitter), { regions: form.dataset.live, history: entryFor(form), typing: true })
})

/** Whether this stay in the field already has its entry in history. */
let entered = false
document.addEventListener('focusout', () => { entered = false })

/** @param {Event} event */
function changed(event) {
  const field = event.target
  const form = field instanceof HTMLInputElement || field instanceof HTMLSelectElement || field instanceof HTMLTextAreaElement ? field.form : null
  const regions = form?.dataset.live ?? form?.dataset.preview
  if (!form || !regions || !(field instanceof Element) || field.hasAttribute('data-script')) return
  const types = field.matches('textarea, input:not([type=checkbox], [type=radio])')
  if (types !== (event.type === 'input')) return
  clearTimeout(waiting)
  waiting = setTimeout(() => {
    if (form.dataset.preview) {
      const body = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]))
      body.set('intent', 'preview')
      return visit(form.action, { regions, history: 'none', typing: true, init: { method: 'POST', body } })
    }
    const history = entryFor(form) === 'none' ? 'none' : entered ? 'replace' : 'push'
    entered = types
    visit(urlOf(form), { regions, history, typing: true })
  }, types ? 150 : 0)
}
document.addEventListener('input', changed)
document.addEventListener('change', changed)

addEventListener('popstate', event => {
  const { regions } = event.state ?? {}
  // The entry may be of another page than the one that is there now.
  const here = regions?.split(' ').every((/** @type {string} */ id) => document.getElementById(id))
  if (regions) visit(location.href, { regions: here ? regions : 'main nav', history: 'replace' })
})

/** Regions to ask for again: once for events that come together; by a hidden tab, when it is seen. @type {Set<string>} */
const stale = new Set()
let refreshing = 0
function refresh() {
  if (refreshing || !stale.size || document.hidden) return
  refreshing = setTimeout(() => {
    refreshing = 0
    // Under a dialog the address is not that of the page below, which is asked for when the dialog closes.
    if (document.hidden || history.state?.dialog) return
    for (const id of stale) {
      // What the reader asked for comes first.
      if (running.has(id)) continue
      stale.delete(id)
      visit(location.href, { regions: id, history: 'none', typing: true })
    }
    refresh()
  }, 400)
}
/** @param {string} kind */
function outdate(kind) {
  for (const region of document.querySelectorAll(`[data-refresh${kind && `~="${kind}"`}]`)) stale.add(region.id)
  refresh()
}
document.addEventListener('visibilitychange', refresh)
onEvent('members', () => outdate('members'))
onEvent('journal', () => outdate('journal'))
// More was missed than the stream can tell.
onEvent('reset', () => outdate(''))

let lost = false
onEvent('state', open => {
  const note = document.getElementById('stream-lost')
  if (note) note.hidden = open
  if (open && lost) outdate('')
  lost = !open
})

// The entry one came in by must be able to return, too.
const first = document.querySelector('form[data-live]')
if (first instanceof HTMLFormElement && !history.state) history.replaceState({ regions: first.dataset.live }, '')
