/**
 * `node tests/browser/main.js URL… [part of a name]…` tries the console of running demos as people do. With several, each scenario
 * is played in the first that is free. One line for each, under it why it failed. What failed once is played once more: what
 * holds then is unsteady. At the end both kinds are told again, with what was wrong; the exit code is 1 if anything failed twice,
 * or if much is unsteady.
 */
import { readdir } from 'node:fs/promises'
import { House, LOOKS } from './house.js'

const given = process.argv.slice(2)
const bases = given.filter(one => /^https?:/.test(one))
const parts = given.filter(one => !bases.includes(one))
if (!bases.length) {
  console.error('usage: node tests/browser/main.js URL… [part of a name]…')
  process.exit(2)
}

/** Those that take long: begun first, nobody waits for them at the end. */
const LONG = ['looks.js', 'presence.js']
const folder = new URL('scenarios/', import.meta.url)
const files = (await readdir(folder)).sort((one, other) => Number(LONG.includes(other)) - Number(LONG.includes(one)) || (one < other ? -1 : 1))

/** @type {{ name: string, look: keyof LOOKS, act: (house: House) => Promise<void>, failed?: string }[]} */
const runs = []
for (const file of files) {
  const { default: scenarios, inOneLook } = await import(new URL(file, folder))
  for (const [index, [name, act]] of Object.entries(scenarios).entries()) {
    // At both widths, each theme at one of them by turns; what is the same in all looks in one of them.
    const [here, there] = index % 2 ? ['dark', 'light'] : ['light', 'dark']
    const looks = inOneLook ? [Object.keys(LOOKS)[index % 4]] : [`${here}-wide`, `${there}-narrow`]
    runs.push(...looks.map(look => ({ name: `${name} (${look})`, look, act })))
  }
}
const chosen = runs.filter(({ name }) => !parts.length || parts.some(part => name.includes(part)))
if (!chosen.length) throw new Error(`no scenario is called ${parts.join(' or ')}`)

/** What was told of those that failed: once, and twice. @type {[string[], string[]]} */
const [unsteady, failures] = [[], []]
/** A few may be of a busy machine; more are of the console. */
const MOST_UNSTEADY = 2
const queue = [...chosen]

/** Plays scenarios in a demo while there are any. @param {string} base */
async function play(base) {
  const house = await House.open(base)
  for (let run = queue.shift(); run; run = queue.shift()) {
    const began = Date.now()
    const why = []
    house.look = LOOKS[run.look]
    try {
      await run.act(house)
    } catch (error) {
      why.push(error instanceof Error ? error.stack?.replace(/\n\s+at .*node:internal.*/g, '') ?? error.message : String(error))
    }
    why.push(...await house.tidy())
    const outcome = why.length ? 'FAILED' : run.failed ? 'ok now' : 'ok    '
    const told = [`${outcome} ${run.name} ${((Date.now() - began) / 1000).toFixed(1)} s`, ...why].join('\n').replaceAll('\n', '\n  ')
    console.log(told)
    if (!why.length && run.failed) unsteady.push(`UNSTEADY ${run.failed}`)
    else if (why.length && run.failed) failures.push(told)
    else if (why.length) queue.push({ ...run, failed: told })
  }
  await house.close()
}

await Promise.all(bases.map(play))
for (const told of [...unsteady, ...failures]) console.log(told)
console.log(`${chosen.length - failures.length} of ${chosen.length} scenarios hold`)
process.exitCode = failures.length || unsteady.length > MOST_UNSTEADY ? 1 : 0
