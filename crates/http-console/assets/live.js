/** Shortens the trip: the same request, for the named regions of the page alone, which change in place. */
import { morph } from './morph.js'
import { all, around, calm, failed, fieldsOf, plainLink, told } from './page.js'
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
  const response = await fetch(target, { ...init, headers: { Accept: 'text/html', 'X-Fragment': regions } })
  if (new URL(response.url).origin !== location.origin) throw new TypeError('not of this origin')
  return { response, page: parse(await response.text()) }
}

/** The place that is on the screen, whatever the address says. */
let shown = location.pathname

/**
 * Puts the named regions of a page in place, and its address into history; false if it lacks one.
 * @param {Document} page @param {string} regions @param {string | URL} url @param {string} entry what becomes of history: push, replace, none @param {boolean} [typing]
 */
export function take(page, regions, url, entry, typing) {
  const pairs = regions.split(' ').map(id => ({ from: document.getElementById(id), to: page.getElementById(id) }))
  if (pairs.some(({ from, to }) => !from || !to)) return false
  // What was done is told until one goes on.
  if (entry !== 'none') document.querySelector('#main > .notice.good')?.remove()
  for (const { from, to } of pairs) if (from && to) morph(from, to, typing)
  if (page.title) document.title = page.title
  if (entry === 'none') return true
  calm()
  history[`${entry}State`]({ regions }, '', told(url))
  shown = location.pathname
  return true
}

/** @type {Map<string, AbortController>} */
const running = new Map()
/** @type {ReturnType<typeof setTimeout> | undefined} */
let waiting

/**
 * Whether it came to the page.
 * @param {string | URL} url
 * @param {{ regions: string, history?: string, typing?: boolean, init?: RequestInit }} how
 */
export async function visit(url, how) {
  const { regions, history: entry = 'push', typing = false, init } = how
  // Who goes somewhere doesn't wait for anything else.
  for (const [key, control] of running) if (entry !== 'none' || key === regions) control.abort()
  const control = new AbortController()
  const at = location.href
  running.set(regions, control)
  const busy = entry === 'none' ? null : document.getElementById(regions.split(' ')[0])
  busy?.setAttribute('aria-busy', 'true')
  try {
    const { response, page } = await fetchPage(url, regions, { ...init, signal: control.signal })
    // Overtaken, or for an entry that one has left.
    if (control.signal.aborted || at !== location.href) return
    // Signed out, gone, or another page altogether: the browser shows it in full.
    if (!response.redirected && take(page, regions, url, entry, typing)) return true
    if (entry !== 'none') location.assign(response.url)
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
function urlOf(form, submitter) {
  const url = new URL(form.action)
  url.search = String(new URLSearchParams([...fieldsOf(form, submitter)].filter(([, value]) => value)))
  return url
}

addEventListener('click', event => {
  const link = plainLink(event)
  if (!link?.dataset.live) return
  event.preventDefault()
  visit(link.href, { regions: link.dataset.live })
})

addEventListener('submit', event => {
  const form = around(event, 'form')
  // What is sent overtakes what was only to be looked at.
  clearTimeout(waiting)
  running.get(form.dataset.preview ?? '')?.abort()
  if (!form.dataset.live || form.method !== 'get') return
  event.preventDefault()
  visit(urlOf(form, event.submitter), { regions: form.dataset.live, typing: true })
})

/** Whether this stay in the field already has its entry in history. */
let entered = false
addEventListener('focusout', () => { entered = false })

/** @param {Event} event */
function changed(event) {
  const field = /** @type {any} */ (event.target)
  const { form } = field
  const regions = form?.dataset.live ?? form?.dataset.preview
  if (!form || !regions || field.hasAttribute('data-script')) return
  const types = field.matches('textarea, input:not([type=checkbox], [type=radio])')
  if (types !== (event.type === 'input')) return
  clearTimeout(waiting)
  waiting = setTimeout(() => {
    if (form.dataset.preview) {
      const body = fieldsOf(form)
      body.set('intent', 'preview')
      return visit(form.action, { regions, history: 'none', typing: true, init: { method: 'POST', body } })
    }
    visit(urlOf(form), { regions, history: entered ? 'replace' : 'push', typing: true })
      .then(there => { if (there && field === document.activeElement) entered = types })
  }, types ? 150 : 0)
}
addEventListener('input', changed)
addEventListener('change', changed)

addEventListener('popstate', event => {
  entered = false
  const { regions } = event.state ?? {}
  // The entry may be of another place than the one that is there now.
  if (regions) visit(location.href, { regions: shown === location.pathname ? regions : 'main nav', history: 'replace' })
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
export function outdate(kind) {
  for (const region of all(`[data-refresh${kind && `~="${kind}"`}]`)) stale.add(region.id)
  refresh()
}
addEventListener('visibilitychange', refresh)
onEvent('members', () => outdate('members'))
onEvent('journal', () => outdate('journal'))
// More was missed than the stream can tell.
onEvent('reset', () => outdate(''))

onEvent('state', open => {
  for (const note of all('#stream-lost')) note.hidden = open
})

// The entry one came in by must be able to return, too; what was a dialog is a page now.
const [first] = all('form[data-live]')
history.replaceState({ regions: first?.dataset.live ?? 'main nav' }, '', told(location.href))
