/** Many at once: who is picked in a list, and how far the work for many is, on whatever page one is. */
import { outdate } from './live.js'
import { all, around } from './page.js'
import { onEvent } from './stream.js'

/** The box that was picked last, from which a range begins. @type {HTMLInputElement | undefined} */
let last

function count() {
  const boxes = all('[data-pick]')
  const picked = boxes.filter(box => box.checked).length
  for (const head of all('[data-pick-all]')) {
    head.checked = picked > 0 && picked === boxes.length
    head.indeterminate = picked > 0 && !head.checked
  }
  for (const bar of all('[data-picked]')) {
    bar.hidden = !picked
    for (const place of all('output', bar)) place.value = String(picked)
    // All that match can be meant once the whole page is.
    for (const label of all('[data-matching]', bar)) {
      label.hidden = picked < boxes.length
      if (label.hidden) all('input', label)[0].checked = false
    }
  }
}

addEventListener('click', event => {
  const box = around(event, '[data-pick]')
  if (!box) return
  const boxes = all('[data-pick]')
  const [from, to] = [boxes.indexOf(last), boxes.indexOf(box)].sort((one, other) => one - other)
  if (event.shiftKey && from >= 0) for (const one of boxes.slice(from, to)) one.checked = box.checked
  last = box
})

addEventListener('change', event => {
  const head = around(event, '[data-pick-all]')
  if (head) for (const box of all('[data-pick]')) box.checked = head.checked
  count()
})
addEventListener('tenure:morphed', count)
count()

onEvent('jobs', ({ job, state, total, done, refused }) => {
  outdate('jobs')
  for (const note of all('#job')) {
    const [link] = all('a', note)
    const [bar] = all('progress', note)
    link.href = `/organizations/${document.body.dataset.organization}/jobs/${job}`
    // Who hears the page read hears it once, and not at each step.
    if (link.textContent !== link.dataset[state]) link.textContent = link.dataset[state]
    Object.assign(bar, { max: total, value: done + refused })
    note.hidden = location.pathname === link.pathname
  }
})
