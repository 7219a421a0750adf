/**
 * `node tests/browser/screenshots.js TENURED FOLDER [part of a name]…` starts a demo of this binary in a folder of its own, and
 * writes every place and state into FOLDER: light and dark, wide and narrow, and in German; and the first page of a server
 * that has no data yet.
 */
import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { House, LOOKS, PASSWORD } from './house.js'
import { doors, places } from './places.js'
import { states, visitor } from './states.js'

const [binary, folder, ...parts] = process.argv.slice(2)
if (!folder) {
  console.error('usage: node tests/browser/screenshots.js TENURED FOLDER [part of a name]…')
  process.exit(2)
}

const PICTURES = {
  ...LOOKS,
  'german-wide': { ...LOOKS['light-wide'], locale: 'de-DE' },
  'german-narrow': { ...LOOKS['light-narrow'], locale: 'de-DE' },
}
const wanted = name => !parts.length || parts.some(part => name.includes(part))
let count = 0

/** Runs a server while somebody uses it: from its first line that has the address. */
async function serving(command, address, use) {
  const data = await mkdtemp(join(tmpdir(), 'tenure-pictures-'))
  const environment = { ...process.env, TENURED_LOG__FILTER: 'warn' }
  const server = spawn(binary, [command, '--data-dir', data, '--listen', '127.0.0.1:0'], { stdio: ['ignore', 'pipe', 'inherit'], cwd: data, env: environment })
  try {
    await use(await new Promise((resolve, reject) => {
      server.on('exit', code => reject(new Error(`${command} ended with ${code}`)))
      createInterface({ input: server.stdout }).on('line', line => {
        const found = line.match(address)
        if (found) resolve(found[0])
      })
    }))
  } finally {
    server.kill()
    await rm(data, { recursive: true, force: true })
  }
}

async function picture(page, look, name, options) {
  const into = join(folder, look)
  await mkdir(into, { recursive: true })
  await page.screenshot({ path: join(into, `${name}.png`), ...options })
  count += 1
}

/** Every place and state of a demo. @param {House} house */
async function demo(house) {
  // A receipt is only there once somebody left.
  const leaver = await house.hire('lea.leaves')
  const path = `members/${leaver.member}/grants/${leaver.workspace}/revocation`
  const { fingerprint } = await house.read(path)
  await house.post(path, { contacts: 'unassign', fingerprint })
  // Neither is anybody reactivated who doesn't stand still.
  const still = await house.hire('ida.rests')
  await house.post(`members/${still.member}/deactivation`, {})
  for (const [look, options] of Object.entries(PICTURES)) {
    const language = look.startsWith('german') ? 'de' : 'en'
    await house.api.patch(`${house.base}/api/v1${house.path('members/me')}`, { data: { language } })
    for (const [email, paths] of [[undefined, await places(house)], [null, await doors(house)]]) {
      const page = await house.at('/sign-in', email, options)
      for (const [name, path] of Object.entries(paths).filter(([name]) => wanted(name))) {
        await page.goto(house.url(path))
        await picture(page, look, name, { fullPage: true })
      }
    }
    const visit = visitor(house, options)
    for (const [name, state] of Object.entries(states).filter(([name]) => wanted(name))) await picture(await visit(state), look, name)
  }
  if (!wanted('undone')) return
  await house.api.patch(`${house.base}/api/v1${house.path('members/me')}`, { data: { language: 'en' } })
  const page = await house.at(`members?q=${leaver.email}`)
  await page.goto(house.url(`receipts/${(await house.read('receipts')).items.find(one => one.member === leaver.member).id}`))
  await page.locator('form[action$="/undo"] button').click()
  await page.locator('#main .marks').waitFor()
  await picture(page, 'light-wide', 'undone')
}

await serving('demo', /http:\/\/127\.0\.0\.1:\d+/, async base => {
  const house = await House.open(base)
  await demo(house)
  await house.close()
})
if (wanted('set-up')) {
  await serving('serve', /http:\/\/127\.0\.0\.1:\d+\/setup\S*/, async link => {
    const house = new House()
    await house.begin(link)
    for (const [look, options] of Object.entries(PICTURES)) {
      const page = await (await house.context(null, options)).newPage()
      await page.goto(link)
      await picture(page, look, 'set-up', { fullPage: true })
      if (look !== 'german-narrow') continue
      // The last one follows it through: the token came with the link.
      const typed = { organization: 'Beginn GmbH', first_name: 'Ada', last_name: 'Anfang', email: 'ada@example.test', password: PASSWORD }
      for (const [field, text] of Object.entries(typed)) await page.locator(`#${field}`).fill(text)
      await page.locator('button.main').click()
      await page.waitForURL(/done=set-up|sign-in/)
      await picture(page, look, 'set-up, done')
    }
    await house.close()
  })
}
console.log(`${count} pictures`)
