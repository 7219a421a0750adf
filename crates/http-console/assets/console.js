// The entry: each module looks after the attributes it names, on any page, and does nothing where they are absent.
import './live.js'
import './dialog.js'
import './select.js'
import './palette.js'
import './presence.js'
import './tree.js'
import './bulk.js'
import './strength.js'
import { all, around } from './page.js'

/** @param {ParentNode} root @param {boolean} off */
const switchOff = (root, off) => { for (const button of all('button', root)) button.disabled = off }

// What is on its way isn't sent once more, until the page is seen anew.
addEventListener('submit', event => {
  const form = around(event, 'form[method=post]')
  if (!form || event.defaultPrevented) return
  // The address has moved on since the page came.
  form.querySelector('[name=back]')?.setAttribute('value', location.pathname + location.search)
  // Not before the browser has taken down which button it was.
  setTimeout(() => switchOff(form, true))
})
addEventListener('pageshow', () => switchOff(document, false))

// A fault leads to its line.
addEventListener('click', event => {
  const link = around(event, 'a[data-line]')
  const field = link && document.querySelector(link.hash)
  if (!field) return
  event.preventDefault()
  const lines = field.value.split('\n')
  const from = lines.slice(0, link.dataset.line - 1).join('\n').length + (link.dataset.line > 1)
  field.setSelectionRange(from, from + lines[link.dataset.line - 1]?.length)
  field.focus()
})

// The token of the first start stands behind a `#`, so that no log on the way has it.
const [token] = all('input[data-from-hash]')
const behind = new URLSearchParams(location.hash.slice(1)).get('token')
if (token && behind) {
  token.value = behind
  history.replaceState(history.state, '', location.pathname)
}
