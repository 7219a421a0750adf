/**
 * `node tests/browser/main.js URL [part of a name]…` tries the console of a running demo as people do. One line for each
 * scenario; those that failed are told together at the end, and the exit code is 1.
 */
import { readdir } from 'node:fs/promises'
import { House } from './house.js'

const [base, ...parts] = process.argv.slice(2)
if (!base) {
  console.error('usage: node tests/browser/main.js URL [part of a name]…')
  process.exit(2)
}

const folder = new URL('scenarios/', import.meta.url)
/** @type {[string, (house: House) => Promise<void>][]} */
const scenarios = []
for (const file of (await readdir(folder)).sort()) {
  scenarios.push(...Object.entries((await import(new URL(file, folder))).default))
}
const chosen = scenarios.filter(([name]) => !parts.length || parts.some(part => name.includes(part)))
if (!chosen.length) throw new Error(`no scenario is called ${parts.join(' or ')}`)

const house = await House.open(base)
/** @type {[string, string][]} */
const failures = []
for (const [name, act] of chosen) {
  const began = Date.now()
  const why = []
  try {
    await act(house)
  } catch (error) {
    why.push(error instanceof Error ? error.stack?.replace(/\n\s+at .*node:internal.*/g, '') ?? error.message : String(error))
  }
  why.push(...await house.tidy())
  if (why.length) failures.push([name, why.join('\n')])
  console.log(`${why.length ? 'FAILED' : 'ok    '} ${name} (${((Date.now() - began) / 1000).toFixed(1)} s)`)
}
await house.close()
for (const [name, why] of failures) console.log(`\n${name}\n  ${why.replaceAll('\n', '\n  ')}`)
console.log(`\n${chosen.length - failures.length} of ${chosen.length} scenarios hold`)
process.exitCode = failures.length ? 1 : 0
