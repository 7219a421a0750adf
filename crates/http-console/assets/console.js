// The entry: each module looks after the attributes it names, on any page, and does nothing where they are absent.
import './live.js'
import './dialog.js'
import './select.js'
import './palette.js'
import './presence.js'
import { told } from './page.js'

// The token of the first start stands behind a `#`, so that no log on the way has it.
const token = document.querySelector('input[data-from-hash]')
const behind = new URLSearchParams(location.hash.slice(1)).get('token')
if (token instanceof HTMLInputElement && behind) {
  token.value = behind
  history.replaceState(history.state, '', location.pathname)
}

if (location.search.includes('done=')) history.replaceState(history.state, '', told(location.href))
