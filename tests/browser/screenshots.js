/**
 * `node tests/browser/screenshots.js TENURED FOLDER` starts a demo of this binary in a folder of its own, and writes
 * every place and state into FOLDER: light and dark, wide and narrow.
 */
import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { House } from './house.js'
import { doors, places, states } from './places.js'

const [binary, folder] = process.argv.slice(2)
if (!folder) {
  console.error('usage: node tests/browser/screenshots.js TENURED FOLDER')
  process.exit(2)
}

const data = await mkdtemp(join(tmpdir(), 'tenure-demo-'))
const server = spawn(binary, ['demo', '--data-dir', data, '--listen', '127.0.0.1:0'], { stdio: ['ignore', 'pipe', 'inherit'] })
try {
  const base = await new Promise((resolve, reject) => {
    server.on('exit', code => reject(new Error(`the demo ended with ${code}`)))
    let address = ''
    createInterface({ input: server.stdout }).on('line', line => {
      address ||= line.match(/http:\/\/127\.0\.0\.1:\d+/)?.[0] ?? ''
      if (line.startsWith('Stop with')) resolve(address)
    })
  })
  await shoot(await House.open(base))
} finally {
  server.kill()
  await rm(data, { recursive: true, force: true })
}

/** @param {House} house */
async function shoot(house) {
  // A receipt is only there once somebody left.
  const leaver = await house.hire('lea.leaves')
  const path = `members/${leaver.member}/grants/${leaver.workspace}/revocation`
  const { fingerprint } = await house.read(path)
  await house.post(path, { contacts: 'unassign', fingerprint })
  let count = 0
  for (const colorScheme of ['light', 'dark']) {
    for (const [size, viewport] of Object.entries({ wide: { width: 1280, height: 900 }, narrow: { width: 390, height: 844 } })) {
      const into = join(folder, `${colorScheme}-${size}`)
      await mkdir(into, { recursive: true })
      const options = { colorScheme, viewport }
      for (const [email, paths] of [[undefined, await places(house)], [null, await doors(house)]]) {
        const page = await house.at('/sign-in', email, options)
        for (const [name, path] of Object.entries(paths)) {
          await page.goto(house.url(path))
          await page.screenshot({ path: join(into, `${name}.png`), fullPage: true })
          count += 1
        }
      }
      const page = await house.at('members', undefined, options)
      for (const [name, reach] of Object.entries(states)) {
        await page.goto(house.url('members'))
        await reach(page)
        await page.screenshot({ path: join(into, `members, ${name}.png`) })
        count += 1
      }
    }
  }
  await house.close()
  console.log(`${count} pictures`)
}
