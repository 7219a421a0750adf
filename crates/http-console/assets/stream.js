/** One event stream for all tabs: the tab that holds the lock has the connection; when it goes, the next one takes over. */

const KINDS = ['presence', 'members', 'jobs', 'journal', 'reset']
const url = document.body.dataset.stream
/** What the tabs share: the lock, the channel, and the id of the last event, from which the next one to lead goes on. */
const name = `tenure ${url}`

/** @type {Map<string, ((data: any) => void)[]>} */
const listeners = new Map()
/** Whether the stream was open when last heard of. @type {boolean | undefined} */
let open

/** Hears events of a kind; of `state`, whether the stream is open. @param {string} kind @param {(data: any) => void} listener */
export function onEvent(kind, listener) {
  listeners.set(kind, [...(listeners.get(kind) ?? []), listener])
}

/** @param {{ kind: string, data?: any }} message */
function hear({ kind, data }) {
  if (kind === 'state' && data === open) return
  if (kind === 'state') open = data
  for (const listener of listeners.get(kind) ?? []) listener(data)
}

/** @param {BroadcastChannel} channel @param {AbortSignal} signal */
function lead(channel, signal) {
  return new Promise(resolve => {
    let wait = 1000
    let again = 0
    /** @type {EventSource} */
    let source
    const tell = (/** @type {any} */ message) => { hear(message); channel.postMessage(message) }
    const connect = () => {
      const last = localStorage.getItem(name)
      source = new EventSource(url + (last ? `?last_event_id=${encodeURIComponent(last)}` : ''))
      source.onopen = () => {
        wait = 1000
        tell({ kind: 'state', data: true })
        // Nobody knows what was missed.
        if (!last) tell({ kind: 'reset' })
      }
      source.onerror = () => {
        tell({ kind: 'state', data: false })
        // Refused, perhaps because the id is somebody else's.
        if (source.readyState === EventSource.CLOSED) localStorage.removeItem(name)
        source.close()
        // Not all at once when a server comes back.
        again = setTimeout(connect, wait * (1 + Math.random()))
        wait = Math.min(wait * 2, 30_000)
      }
      for (const kind of KINDS) {
        source.addEventListener(kind, event => {
          localStorage.setItem(name, event.lastEventId)
          tell({ kind, data: JSON.parse(event.data) })
        })
      }
    }
    connect()
    signal.addEventListener('abort', () => { clearTimeout(again); source.close(); resolve(undefined) })
  })
}

/** How one leaves. */
let leave = new AbortController()

function join() {
  const channel = new BroadcastChannel(name)
  leave = new AbortController()
  const { signal } = leave
  channel.addEventListener('message', ({ data }) => hear(data))
  signal.addEventListener('abort', () => channel.close())
  const start = () => lead(channel, signal)
  // Locks need a secure context; without them each tab has a stream of its own.
  if (navigator.locks) navigator.locks.request(name, { signal }, start).catch(() => {})
  else start()
}

if (url) {
  join()
  // A page in the back/forward cache must not keep the lock, and hears nothing.
  addEventListener('pagehide', () => leave.abort())
  addEventListener('pageshow', ({ persisted }) => {
    if (!persisted) return
    join()
    hear({ kind: 'reset' })
  })
}
