/** Makes a nested list (`ul[data-tree]`) a tree: one tab stop, and arrows to go through it. */
import { all, around } from './page.js'
import { stand } from './palette.js'

/** Ids of items that stay folded when the page changes. @type {Set<string>} */
const folded = new Set()
let stop = ''

function refit() {
  // What was found isn't hidden.
  const finds = all('[type=search]')[0]?.value
  for (const tree of all('[data-tree]')) {
    tree.role = 'tree'
    tree.setAttribute('aria-labelledby', tree.dataset.tree)
    const items = all('li', tree)
    const at = items.find(item => item.id === stop) ?? items[0]
    for (const item of items) {
      const group = item.querySelector('ul')
      item.role = 'treeitem'
      item.ariaLevel = +(item.parentElement.closest('li')?.ariaLevel ?? 0) + 1
      item.setAttribute('aria-labelledby', item.id.replace('w', 'is'))
      if (group) {
        group.role = 'group'
        item.ariaExpanded = finds || !folded.has(item.id)
      }
      for (const each of [item, ...all('button, .row > a', item.firstElementChild)]) each.tabIndex = item === at ? 0 : -1
    }
  }
}

/** @param {Element} item */
function fold(item) {
  if (!folded.delete(item.id)) folded.add(item.id)
  refit()
}

addEventListener('keydown', event => {
  const item = around(event, 'li[role=treeitem]')
  if (!item || around(event, '.pop') || event.ctrlKey || event.metaKey || event.altKey) return
  const { key } = event
  const items = all('li[role=treeitem]').filter(each => each.checkVisibility())
  const at = items.indexOf(item)
  const opens = item.ariaExpanded
  const [into, out] = getComputedStyle(item).direction === 'rtl' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft']
  const to = { ArrowDown: items[at + 1], ArrowUp: items[at - 1], Home: items[0], End: items.at(-1), [into]: opens && items[at + 1], [out]: item.parentElement.closest('li') }[key]
  if (key === into && opens === 'false' || key === out && opens === 'true') fold(item)
  else if (to) to.focus()
  else if (key === 'Enter' && item === event.target) all('.row > a', item.firstElementChild)[0]?.click()
  else return
  event.preventDefault()
})

addEventListener('focusin', event => {
  const item = around(event, 'li[role=treeitem]')
  if (!item) return
  stop = item.id
  refit()
  if (item === event.target) stand(item.firstElementChild)
})

addEventListener('click', event => {
  const twist = around(event, '.twist')
  if (twist) fold(twist.closest('li'))
})
addEventListener('tenure:morphed', refit)
refit()
