/** How easily a new password is guessed, told below its field while one types. */
import { fetchPage } from './live.js'
import { all, newest } from './page.js'

/** @param {HTMLInputElement} input */
function enhance(input) {
  const place = document.getElementById('password-strength')
  if (!place || input.dataset.strength === 'on') return
  input.dataset.strength = 'on'
  const ask = newest(async signal => {
    const about = input.form?.querySelector('[autocomplete=username]')
    const body = new URLSearchParams({ password: input.value, about: about instanceof HTMLInputElement ? about.value : '' })
    const { response, page } = await fetchPage('/password-strength', 'password-strength', { method: 'POST', body, signal })
    const told = page.getElementById('password-strength')
    if (!signal.aborted && response.ok && told) place.replaceChildren(...told.childNodes)
  })
  input.addEventListener('input', () => {
    if (input.value) return ask()
    // Nothing is asked any more, and what is on its way comes too late.
    ask()
    place.replaceChildren()
  })
}

const refit = () => { for (const input of all('input[data-strength]')) if (input instanceof HTMLInputElement) enhance(input) }

addEventListener('tenure:morphed', refit)
refit()
