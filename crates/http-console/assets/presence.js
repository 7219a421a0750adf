/** Who is here, now; and how long ago what happened was. */
import { all, make, word } from './page.js'
import { onEvent } from './stream.js'

const BEAT = 15_000
const relative = new Intl.RelativeTimeFormat(document.documentElement.lang, { numeric: 'auto' })
/** @type {[Intl.RelativeTimeFormatUnit, number][]} */
const UNITS = [['year', 31_536_000], ['month', 2_592_000], ['week', 604_800], ['day', 86_400], ['hour', 3600], ['minute', 60]]

/** @param {string} instant */
function ago(instant) {
  const seconds = (Date.parse(instant) - Date.now()) / 1000
  const [unit, size] = UNITS.find(([, size]) => Math.abs(seconds) >= size) ?? ['minute', 60]
  return relative.format(Math.trunc(seconds / size), unit)
}

/** @param {ParentNode} [root] */
function age(root) {
  for (const time of all('time[data-ago]', root)) {
    const text = ago(time.dateTime)
    if (time.textContent !== text) time.textContent = text
  }
}

/** @param {string} member @param {boolean} online */
function put(member, online) {
  const state = online ? 'online' : 'offline'
  for (const place of all(`[data-presence="${CSS.escape(member)}"]:not([data-state=${state}])`)) {
    place.setAttribute('data-state', state)
    // Who just went was here until now.
    place.replaceChildren(online ? word('online') : make('time', { datetime: new Date().toISOString(), 'data-ago': '' }))
    age(place)
  }
}

onEvent('presence', (/** @type {{ whole?: boolean, online?: string[], offline?: string[] }} */ { whole, online = [], offline = [] }) => {
  const shown = all('[data-state=online]').map(place => place.dataset.presence)
  for (const member of whole ? shown.filter(each => !online.includes(each)) : offline) put(member, false)
  for (const member of online) put(member, true)
})

let hears = true
onEvent('state', open => { hears = open; beat() })
function beat() {
  const url = document.body.dataset.beat
  if (url && !hears && !document.hidden) fetch(url, { method: 'POST', keepalive: true }).catch(() => {})
}

addEventListener('visibilitychange', () => { beat(); age() })
addEventListener('tenure:morphed', () => age())
setInterval(beat, BEAT)
setInterval(() => { if (!document.hidden) age() }, BEAT)
age()
