/**
 * A running demo and the people in it, each at a browser of their own. Whatever a page complains of while somebody uses it
 * (an error on the console, a breach of its policy, a script that failed, a box that a script opened) is a fault.
 */
import { chromium, chromiumPath } from './tools.js'

export const GOVERNS = 'you@example.test'
export const PASSWORD = 'correct horse battery staple'

const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']
/** How long anything may take on a machine that is busy with other tests. */
const PATIENCE = 20_000
/** The browser writes such a line for every answer that refuses; which those are is for a scenario to judge. */
const REFUSED = /^Failed to load resource: the server responded with a status of (401|403|409|412|422)/

const wide = { viewport: { width: 1280, height: 900 } }
const narrow = { viewport: { width: 390, height: 844 } }
/** How people's screens are. */
export const LOOKS = {
  'light-wide': { colorScheme: 'light', ...wide },
  'dark-wide': { colorScheme: 'dark', ...wide },
  'light-narrow': { colorScheme: 'light', ...narrow },
  'dark-narrow': { colorScheme: 'dark', ...narrow },
}

export class House {
  /** The look of whoever doesn't say theirs. */
  look = LOOKS['light-wide']

  /** @type {string[]} */
  faults = []
  /** What a scenario provokes. @type {RegExp[]} */
  excused = []
  #contexts = []
  #sessions = new Map()
  /** Whom a scenario adds has a name and an address that nobody had before, whatever was played in this demo. */
  #run = Date.now().toString(36)

  /** @param {string} base where the demo serves */
  static async open(base) {
    const house = new House()
    await house.begin(base)
    house.api = await house.requests()
    const me = await house.read('/api/v1/me')
    house.id = me.memberships[0].organization
    house.me = me.memberships[0].member
    house.organization = me.memberships[0].name
    house.root = (await house.read('')).root
    return house
  }

  /** A browser, and where it goes. @param {string} base */
  async begin(base) {
    this.base = base.replace(/\/$/, '')
    this.browser = await chromium.launch({ executablePath: chromiumPath(), headless: true, args: FLAGS })
  }

  /** Whether there is no room for columns. */
  get isNarrow() {
    return this.look === LOOKS['light-narrow'] || this.look === LOOKS['dark-narrow']
  }

  /** A path of the organization; one that begins with a slash is one already. @param {string} path */
  path(path) {
    return path.startsWith('/') ? path : `/organizations/${this.id}${path && `/${path}`}`
  }

  /** The address of a page. @param {string} path */
  url(path) {
    return this.base + this.path(path)
  }

  /** Somebody's requests without a page, signed in. @param {string} [email] */
  async requests(email = GOVERNS) {
    return (await this.context(email)).request
  }

  /** What the API answers to who governs. @param {string} path */
  async read(path) {
    const answer = await this.api.get(this.base + (path.startsWith('/api/') ? path : `/api/v1${this.path(path)}`))
    if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`)
    return answer.json()
  }

  /** All items of a list. @param {string} path */
  async all(path) {
    const items = []
    for (let next = ''; next !== undefined;) {
      const query = `${path.includes('?') ? '&' : '?'}limit=200${next && `&cursor=${next}`}`
      const page = await this.read(path + query)
      items.push(...page.items)
      next = page.next ?? undefined
    }
    return items
  }

  /** A browser profile, new and empty but for the session of this person; with null of nobody. */
  async context(email = GOVERNS, options = {}) {
    const context = await this.browser.newContext({ locale: 'en-GB', ...this.look, ...options })
    this.#contexts.push(context)
    context.setDefaultTimeout(PATIENCE)
    if (!email) return context
    if (!this.#sessions.has(email)) {
      const answer = await context.request.post(`${this.base}/api/v1/session`, { data: { email, password: PASSWORD } })
      if (!answer.ok()) throw new Error(`${email} can't sign in: ${answer.status()}`)
      this.#sessions.set(email, (await context.storageState()).cookies)
    }
    await context.addCookies(this.#sessions.get(email))
    return context
  }

  /** Somebody at a page; the options are those of a browser profile. */
  async at(path, email = GOVERNS, options = {}) {
    const page = await (await this.context(email, options)).newPage()
    this.watch(page)
    await page.goto(this.url(path))
    return page
  }

  /** Takes down what a page complains of. */
  watch(page) {
    const fault = what => {
      if (!this.excused.some(excuse => excuse.test(what))) this.faults.push(`${new URL(page.url()).pathname}: ${what}`)
    }
    page.on('console', message => {
      const [text, from] = [message.text(), message.location().url]
      const refused = from.startsWith(this.base) && REFUSED.test(text)
      if (message.type() === 'error' && !refused) fault(`${text} (${from})`)
    })
    page.on('pageerror', error => fault(`a script failed: ${error.message}`))
    page.on('dialog', box => {
      fault(`a script opened a box: ${box.message()}`)
      box.dismiss()
    })
  }

  /** The newest mail to somebody, or of those the newest that is so, as soon as it is there. @param {string} to */
  async mailTo(to, known = 0, isSo = _ => true) {
    for (const until = Date.now() + PATIENCE; ;) {
      const mails = (await this.read('/api/v1/dev/mail')).items.filter(mail => [mail.to].flat().includes(to) && isSo(mail))
      if (mails.length > known) return mails[0]
      if (Date.now() > until) throw new Error(`no mail came to ${to}`)
      await new Promise(resolve => { setTimeout(resolve, 50) })
    }
  }

  /** The address of somebody who is new. @param {string} name such as `kim.kaya` */
  address(name) {
    return `${name}@${this.#run}.example.test`
  }

  /** Sends what the API takes, and gives what it answers. @param {string} path @param {object} data */
  async post(path, data) {
    const answer = await this.api.post(`${this.base}/api/v1${this.path(path)}`, { data })
    if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`)
    return answer.json()
  }

  /** Puts something new where the API has a place for it. @param {string} path @param {object} [data] */
  async put(path, data) {
    const answer = await this.api.put(`${this.base}/api/v1${this.path(path)}`, data && { data, headers: { 'if-none-match': '*' } })
    if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`)
  }

  /** Invites somebody, and gives the link of their mail. @param {string} email */
  async invite(email, level = 'agent', workspace = this.root) {
    await this.post('invitations', { emails: email, workspace, levels: [level] })
    return (await this.mailTo(email)).links[0]
  }

  /** Somebody new who has accepted: at the root unless said otherwise. @param {string} name such as `kim.kaya` */
  async hire(name, level = 'agent', workspace = this.root) {
    const email = this.address(name)
    const link = await this.invite(email, level, workspace)
    const [first, given] = name.split('.').map(part => part[0].toUpperCase() + part.slice(1))
    const last = `${given} ${this.#run}`
    const token = link.split('/').pop()
    const data = { token, first_name: first, last_name: last, password: PASSWORD }
    const nobody = await this.context(null)
    const answer = await nobody.request.post(`${this.base}/api/v1/invitation/accept`, { data })
    if (!answer.ok()) throw new Error(`${email} can't accept: ${answer.status()} ${await answer.text()}`)
    const { member } = (await this.all(`members?q=${email}`))[0]
    return { email, member, name: `${first} ${last}`, workspace }
  }

  /** Closes what a scenario opened, and hands over the faults. */
  async tidy() {
    const kept = await this.api.storageState()
    await Promise.all(this.#contexts.splice(0).map(context => context.close()))
    const context = await this.browser.newContext()
    await context.addCookies(kept.cookies)
    this.#contexts.push(context)
    this.api = context.request
    this.excused = []
    this.#run = Date.now().toString(36)
    return this.faults.splice(0)
  }

  async close() {
    await this.browser.close()
  }
}
