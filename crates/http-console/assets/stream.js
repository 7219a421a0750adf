/**
 * One event stream (`body[data-stream]`) for all tabs: the tab that holds the lock has the connection and passes on what
 * comes; when it goes, the next one takes over.
 */

const KINDS = ['presence', 'members', 'journal', 'reset']
const LONGEST_WAIT = 30_000

/** @type {Map<string, ((data: any) => void)[]>} */
const listeners = new Map()
/** Whether the stream was open when last heard of. @type {boolean | undefined} */
let open

/** Hears events of a kind; of `state`, whether the stream is open. @param {string} kind @param {(data: any) => void} listener */
export function onEvent(kind, listener) {
  listeners.set(kind, [...(listeners.get(kind) ?? []), listener])
}

/** @typedef {{ kind: string, data?: any }} Message */

/** @param {Message} message */
function hear({ kind, data }) {
  if (kind === 'state' && data === open) return
  if (kind === 'state') open = data
  for (const listener of listeners.get(kind) ?? []) listener(data)
}

/** @param {string} url @param {BroadcastChannel} channel @param {AbortSignal} signal */
function lead(url, channel, signal) {
  return new Promise(resolve => {
    let wait = 1000
    let again = 0
    /** @type {EventSource} */
    let source
    /** @param {Message} message */
    const tell = message => { hear(message); channel.postMessage(message) }
    const connect = () => {
      source = new EventSource(url)
      source.onopen = () => { wait = 1000; tell({ kind: 'state', data: true }) }
      source.onerror = () => {
        tell({ kind: 'state', data: false })
        // The browser reconnects by itself, and resumes, unless it was refused.
        if (source.readyState !== EventSource.CLOSED) return
        again = setTimeout(connect, wait)
        wait = Math.min(wait * 2, LONGEST_WAIT)
      }
      for (const kind of KINDS) source.addEventListener(kind, event => tell({ kind, data: JSON.parse(event.data) }))
    }
    connect()
    channel.addEventListener('message', ({ data }) => { if (data.kind === 'state?' && open !== undefined) channel.postMessage({ kind: 'state', data: open }) }, { signal })
    signal.addEventListener('abort', () => { clearTimeout(again); source.close(); resolve(undefined) })
  })
}

/** @param {string} url */
function join(url) {
  const channel = new BroadcastChannel(`tenure ${url}`)
  const leave = new AbortController()
  channel.addEventListener('message', ({ data }) => hear(data))
  channel.postMessage({ kind: 'state?' })
  const start = () => lead(url, channel, leave.signal)
  // Locks need a secure context; without them each tab has a stream of its own.
  if (navigator.locks) navigator.locks.request(`tenure ${url}`, { signal: leave.signal }, start).catch(() => {})
  else start()
  // A page in the back/forward cache must not keep the lock.
  addEventListener('pagehide', () => { leave.abort(); channel.close() }, { once: true })
  addEventListener('pageshow', event => { if (event.persisted) join(url) }, { once: true })
}

const url = document.body.dataset.stream
if (url) join(url)
