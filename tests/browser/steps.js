/** What people do again and again. */

const PATIENCE = 15_000

/** Tries until it holds: a page changes after what one does on it. @param {() => Promise<void>} holds */
export async function until(holds, patience = PATIENCE) {
  for (const end = Date.now() + patience; ;) {
    try {
      return await holds()
    } catch (error) {
      if (Date.now() > end) throw error
      await new Promise(resolve => { setTimeout(resolve, 50) })
    }
  }
}

export const rows = page => page.locator('[data-row]')
export const names = page => page.locator('[data-row] .name').allInnerTexts()
export const chips = page => page.locator('#region .chips a.chip:not(.plain)')
export const dialog = page => page.locator('dialog.dialog[open]')

/** The row of somebody. */
export const row = (page, name) => page.locator('[data-row]', { has: page.locator('.name', { hasText: name }) })

/** Opens a row's menu and takes an entry of it. */
export async function fromMenu(page, name, entry) {
  await row(page, name).locator('[popovertarget]').click()
  await row(page, name).locator('[popover] a', { hasText: entry }).click()
}

/** Opens one's own menu, which is in that of the organization where there is no room beside the page. */
export async function openMine(page) {
  if (await page.locator('header.top').isVisible()) await page.locator('[popovertarget=side]').click()
  await page.locator('[popovertarget=me]').click()
  await page.locator('#me:popover-open').waitFor()
}

/** The page's word that something was done. */
export const done = (page, text) => page.locator('main .notice.good', { hasText: text }).waitFor()

/** Waits until the dialog has gone. */
export const closed = page => page.locator('dialog.dialog[open]').waitFor({ state: 'detached' })

/** Sends the form at hand with its main button. */
export const send = form => form.locator('button.main').click()

/** Looks somebody up in a chooser, and takes them. */
export async function choose(page, name) {
  const field = page.locator('[role=combobox]:visible').last()
  await field.click()
  await field.fill(name)
  await page.locator('[role=option]', { hasText: name }).first().click()
  await until(async () => { if (await field.inputValue() !== name) throw new Error(`${name} isn't chosen`) })
}
