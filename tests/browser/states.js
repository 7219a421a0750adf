/**
 * What one comes upon in the places: where it is, who sees it (else who governs), and how one gets there. None changes what
 * another one shows.
 *
 * @typedef {import('./house.js').House} House
 * @typedef {{ at: string | ((house: House) => Promise<string>), as?: string | null | ((house: House) => Promise<string>), reach?: (page: any, house: House) => Promise<void> }} State
 */
import { GOVERNS } from './house.js'
import { dialog, openMine, send } from './steps.js'

/** An agent of the demo who sees the contacts of their team alone, and no members. */
const NARROWED = 'sota.kimura@example.test'
/** An agent of the demo who sees no phone numbers and addresses. */
const MASKED = 'jonas.weber@example.test'

/** Brings a page to one state after the other: each person has one of their own. @param {House} house */
export function visitor(house, options = {}) {
  const pages = new Map()
  return async (/** @type {State} */ { at, as, reach }) => {
    const who = typeof as === 'function' ? await as(house) : as
    const path = typeof at === 'function' ? await at(house) : at
    if (pages.has(who)) await pages.get(who).goto(house.url(path))
    else pages.set(who, await house.at(path, who, options))
    await reach?.(pages.get(who), house)
    return pages.get(who)
  }
}

/** @type {WeakMap<House, Map<string, Promise<any>>>} */
const made = new WeakMap()
/** What a state needs and a house has once. @template T @param {(house: House) => Promise<T>} make @returns {(house: House) => Promise<T>} */
const once = make => house => {
  if (!made.has(house)) made.set(house, new Map())
  const known = made.get(house)
  if (!known.has(make)) known.set(make, make(house))
  return known.get(make)
}

const somebody = once(house => house.hire('kit.changes'))
const grant = async house => `members/${(await somebody(house)).member}/grants/${house.root}`

/** Somebody in two organizations, who governs one that begins. */
const beginner = once(async house => {
  const { email } = await house.hire('bea.begins')
  const name = 'Blank & Sons'
  const { id } = await house.post('/operator/organizations', { name, model: 'workspace', governor_email: email })
  return { email, at: `/organizations/${id}` }
})
const begins = path => ({ at: async house => (await beginner(house)).at + path, as: async house => (await beginner(house)).email })

/** Somebody who governs a partner network with two partners in it. */
const network = once(async house => {
  const { email } = await house.hire('nel.network')
  const { id } = await house.post('/operator/organizations', { name: 'Partner Network', model: 'partner-network', governor_email: email })
  const nel = await house.requests(email)
  for (const name of ['Acme', 'A partner whose name is as long as the names of some partners are']) {
    await nel.post(`${house.base}/api/v1/organizations/${id}/resources`, { data: { kind: 'partner', name } })
  }
  return { email, at: `/organizations/${id}` }
})
const networked = path => ({ at: async house => (await network(house)).at + path, as: async house => (await network(house)).email })

/** Somebody who governs a contact centre, with an agent in two queues who has handled many calls. */
const centre = once(async house => {
  const { email } = await house.hire('cleo.calls')
  const { id } = await house.post('/operator/organizations', { name: 'Call Centre', model: 'contact-center', governor_email: email })
  await house.api.patch(`${house.base}/api/v1/operator/organizations/${id}`, { data: { plan: 'professional' } })
  const cleo = await house.requests(email)
  const at = `${house.base}/api/v1/organizations/${id}`
  const { root } = await (await cleo.get(at)).json()
  const emails = ['kim.calls@centre.example.test', 'lou.idle@centre.example.test']
  await cleo.post(`${at}/invitations`, { data: { emails, workspace: root, levels: ['agent'] } })
  const me = (await (await cleo.get(`${at}/members/me`)).json()).member
  for (const name of ['Orders', 'A queue whose name is as long as the names of some queues are']) {
    const queue = await (await cleo.post(`${at}/resources`, { data: { kind: 'queue', name } })).json()
    await cleo.put(`${at}/resources/${queue.id}/members/${me}`)
  }
  await cleo.post(`${at}/members/me/statistics`, { data: { calls_handled: 1234567 } })
  return { email, at: `/organizations/${id}` }
})
const centred = path => ({ at: async house => (await centre(house)).at + path, as: async house => (await centre(house)).email })

/** Somebody who governs an organization whose points of contact are in groups. */
const grouped = once(async house => {
  const { email } = await house.hire('gus.groups')
  const { id } = await house.post('/operator/organizations', { name: 'Points of Contact', model: 'feedback', governor_email: email })
  const gus = await house.requests(email)
  const made = async (what, data) =>
    (await (await gus.post(`${house.base}/api/v1/organizations/${id}/${what}`, { data: { kind: 'point_of_contact', ...data } })).json()).id
  const north = await made('resource-groups', { name: 'North' })
  const other = await made('resource-groups', { name: 'A group whose name is as long as the names of some groups are' })
  const kiel = await made('resources', { name: 'Kiel', groups: [north, other] })
  await made('resources', { name: 'Ulm' })
  return { email, at: `/organizations/${id}`, north, other, kiel }
})
const inGroups = path => ({ at: async house => { const made = await grouped(house); return made.at + path(made) }, as: async house => (await grouped(house)).email })

/** People whose names are long, or in other scripts. */
const foreign = once(async house => {
  const names = [['王', '秀英'], ['محمد', 'عبد الرحمن'], ['Αλεξάνδρα', 'Παπαδοπούλου-Κωνσταντινίδου'], ['Hubert Blaine Wolfeschlegel', 'Steinhausenbergerdorffwelchevoralternwaren'], ['ศิริพร', 'วงศ์สวัสดิ์']]
  for (const [index, [first_name, last_name]] of names.entries()) {
    const { email } = await house.hire(`script.number${index}`, index === 2 ? 'manager' : 'agent')
    const who = await house.requests(email)
    await who.patch(`${house.base}/api/v1${house.path('members/me')}`, { data: { first_name, last_name } })
  }
  return 'members?q=script.number'
})

const press = async (page, selector) => page.locator(selector).first().click()

/** Chooses a sheet with this text, and sends it. */
const bring = async (page, text) => {
  await page.locator('#sheet').setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
  await press(page, 'main form .btn.main')
}

/** Edits the document of the model, and looks at what that would do. @param {(document: string) => string} edit @param {string} found */
const edited = (edit, found) => async page => {
  const document = page.locator('#document')
  await document.fill(edit(await document.inputValue()))
  await page.locator('[name=intent][value=preview]').click()
  await page.locator(found).first().waitFor()
}

/** @type {Record<string, State>} */
export const states = {
  'a model with faults': { at: 'settings/access-model', reach: edited(text => text.replaceAll('manages = ["agent"]', 'manages = ["agnet"]').replace('undo_window_days', 'undo_window'), '#faults') },
  'a model without what is in use': { at: 'settings/access-model', reach: edited(text => text.replaceAll('"agent"', '"helper"'), '#in-use') },
  'what another model changes': { at: 'settings/access-model', reach: edited(text => text.replace('"workflows.run"]', '"reports.view"]'), '#changes') }, 
  'queues and calls handled': centred('/members?view=table'),
  'queues and calls handled on cards': centred('/members?view=cards'),
  'calls handled by somebody': centred('/members/me'),
  'any number of partners': {
    ...networked('/members/new'),
    reach: async page => {
      await page.locator('[name=levels][value=normal]').check()
      await page.locator('#kinds [type=checkbox]').first().waitFor()
    },
  },
  'the one partner is missing': {
    ...networked('/members/new'),
    reach: async page => {
      await page.locator('#emails').fill('pia.partner@example.test')
      await page.locator('[name=levels][value=partner]').check()
      await page.locator('#kinds select').waitFor()
      await send(page.locator('main form'))
      await page.locator('#selections-error').waitFor()
    },
  },
  'some are picked': {
    at: 'members',
    reach: async page => {
      await page.locator('[data-pick]').nth(2).check()
      await page.locator('#bulk').waitFor()
    },
  },
  'many at once': {
    at: 'members',
    reach: async page => {
      await page.locator('[data-pick-all]').check()
      await press(page, '#bulk button[value=deletion]')
      await page.locator('#verdicts .notice').waitFor()
    },
  },
  'another level for many': {
    at: 'members',
    reach: async page => {
      await page.locator('[data-pick-all]').check()
      await press(page, '#bulk button[value=levels]')
      await page.locator('[name=levels]').first().check()
      await page.locator('#verdicts .notice').waitFor()
    },
  },
  'what came of many': {
    at: async house => {
      const { member } = await house.hire('job.state')
      const { id } = await house.post('members/deletion', { members: [member, house.me] })
      return `jobs/${id}`
    },
  },
  'a sheet that was looked at': {
    at: 'members/import',
    reach: async page => {
      await bring(page, 'email,levels\nnobody,\nsomebody.new@example.test,agent\n')
      await page.locator('main table').waitFor()
    },
  },
  'a sheet that is none': {
    at: 'members/import',
    reach: async page => {
      await bring(page, 'first_name\nAda\n')
      await page.locator('main .notice.bad').waitFor()
    },
  },
  'row menu': {
    at: 'members',
    reach: async page => {
      await press(page, '[data-row] [popovertarget^=do-]')
      await page.locator('[popover]:popover-open').waitFor()
    },
  },
  'filters open': {
    at: 'members',
    reach: async page => {
      await press(page, '[popovertarget=by-more]')
      await page.locator('#by-more:popover-open').waitFor()
    },
  },
  'my menu': { at: 'members', reach: openMine },
  'a row by the keyboard': {
    at: 'members',
    reach: async page => {
      await page.keyboard.press('j')
      await page.keyboard.press('j')
      await page.locator('[data-row][data-current]').waitFor()
    },
  },
  'names that are long or in other scripts': { at: foreign },
  'the stream is lost': {
    at: 'members',
    // On a page of its own, which hears nothing any more.
    as: GOVERNS,
    reach: async (page, house) => {
      house.excused.push(/\/stream/)
      await page.route(/\/stream(\?|$)/, route => route.abort())
      await page.reload()
      await page.locator('#stream-lost').waitFor()
    },
  },
  'adding people in the dialog': {
    at: 'members',
    reach: async page => {
      await press(page, '.head a[data-dialog]')
      await page.locator('dialog #emails').fill('Kim Kaya <kim@example.test>, nonsense')
      await page.locator('dialog [name=levels][value=agent]').check()
      await page.locator('dialog #addresses .chip').first().waitFor()
      await page.locator('dialog #preview .marks').first().waitFor()
    },
  },
  'adding people without a level': {
    at: 'members/new',
    reach: async page => {
      await page.locator('#emails').fill('someone@example.test')
      await send(page.locator('main'))
      await page.locator('#levels .error').waitFor()
    },
  },
  'what came of adding people': {
    at: 'members/new',
    reach: async page => {
      await page.locator('#emails').fill(`${GOVERNS}, nonsense`)
      await page.locator('[name=levels][value=agent]').check()
      await send(page.locator('main'))
      await page.locator('[data-outcome=invalid]').waitFor()
    },
  },
  'what is gained and lost': {
    at: grant,
    reach: async page => {
      await page.locator('[name=levels][value=agent]').uncheck()
      await page.locator('[name=levels][value=manager]').check()
      await page.locator('[name=restrictions][value="manager:no_data_export"]').check()
      await page.locator('#preview .marks li').nth(3).waitFor()
    },
  },
  'two who change the same access': {
    at: grant,
    reach: async (page, house) => {
      const other = await page.context().newPage()
      house.watch(other)
      await other.goto(page.url())
      await other.locator('[name=restrictions][value="agent:no_calls"]').click()
      await send(other.locator('main'))
      await other.locator('main .notice.good').waitFor()
      await other.close()
      await page.locator('[name=levels][value=manager]').check()
      await send(page.locator('main'))
      await page.locator('#conflict').waitFor()
    },
  },
  'choosing who takes over': {
    at: 'members?status=active',
    reach: async page => {
      const row = page.locator('[data-row]', { has: page.locator('a[href$="/revocation"]') }).first()
      await row.locator('[popovertarget^=do-]').click()
      await row.locator('a[href$="/revocation"]').click()
      await dialog(page).locator('[name=contacts][value=assign_to]').check()
      await dialog(page).locator('[role=combobox]').click()
      await dialog(page).locator('[role=option]').first().waitFor()
    },
  },
  'a contact and who could take care of it': {
    at: 'contacts',
    reach: async page => {
      await press(page, '[data-row] [data-dialog]')
      await dialog(page).locator('[role=combobox]').click()
      await dialog(page).locator('[role=option]').first().waitFor()
    },
  },
  'contacts for who sees some': { at: 'contacts', as: NARROWED },
  'contacts for who is masked': { at: 'contacts', as: MASKED },
  'members for who sees none': { at: 'members', as: NARROWED },
  'settings for who may not': { at: 'settings', as: NARROWED },
  'a profile with a number that is none': {
    at: 'members/me/profile',
    reach: async page => {
      await page.locator('#phone').fill('123')
      await send(page.locator('main'))
      await page.locator('#phone-error').waitFor()
    },
  },
  'before and after': { at: 'journal?kind=member_invited', reach: page => press(page, '.journal summary') },
  'a mail open': { at: 'mail', reach: page => press(page, 'main summary') },
  'an organization that begins': begins('/members'),
  'no contacts yet': begins('/contacts'),
  'no teams yet': begins('/resources'),
  'groups': inGroups(() => '/resource-groups'),
  'a new group': inGroups(() => '/resource-groups/new'),
  'what is in a group': inGroups(({ north }) => `/resource-groups/${north}`),
  'a group goes': inGroups(({ north }) => `/resource-groups/${north}/deletion`),
  'what is in groups': inGroups(({ kiel }) => `/resources/${kiel}`),
  'the groups of something': inGroups(({ kiel }) => `/resources/${kiel}/groups`),
  'things that may be in groups': inGroups(() => '/resources'),
  'groups to choose for people': {
    ...inGroups(() => '/members/new'),
    reach: async page => {
      await page.locator('[name=levels][value=member]').check()
      await page.locator('#kinds [value^="point_of_contact:group."]').first().waitFor()
    },
  },
  'no receipts yet': begins('/receipts'),
  'hardly any insights yet': begins('/insights'),
  'somebody in two organizations': { ...begins(''), at: '/organizations?all=true' },
  'the palette': {
    at: 'members',
    reach: async page => {
      await page.keyboard.press('Control+k')
      await page.keyboard.type('ma')
      await page.locator('.palette [role=option] .avatar').nth(1).waitFor()
    },
  },
  'the palette with nothing found': {
    at: 'members',
    reach: async page => {
      await page.keyboard.press('Control+k')
      await page.keyboard.type('qqqqq')
      await page.locator('.palette .empty').waitFor()
    },
  },
  'a sign-in that failed': {
    at: '/sign-in',
    as: null,
    reach: async page => {
      await page.locator('#email').fill('nobody.at.all@example.test')
      await page.locator('#password').fill('not the password')
      await press(page, 'button.main')
      await page.locator('[role=alert]').waitFor()
    },
  },
}
