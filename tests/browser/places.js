/** Every place of the console with an address to see it at. */

/** @param {import('./house.js').House} house @returns {Promise<Record<string, string>>} names and paths */
export async function places(house) {
  const members = await house.all('members')
  const plain = members.find(one => one.status === 'active' && one.member !== house.me && one.grants.length === 1 && !one.grants[0].inherited)
  const still = members.find(one => one.status === 'inactive')
  const pending = members.find(one => one.status === 'pending')
  const [contact] = (await house.read('contacts')).items
  const [receipt] = (await house.read('receipts')).items
  const grant = `members/${plain.member}/grants/${plain.grants[0].workspace}`
  const [team] = (await house.read('resources')).items
  const [below, beside] = (await house.read('workspaces')).items.filter(one => one.parent)
  return {
    members: 'members?view=table',
    'members-cards': 'members?view=cards',
    'members-filtered': 'members?q=a&status=active&level=agent&sort=-last_active&view=table',
    'members-no-match': 'members?q=nobody-is-called-so&status=pending',
    'add-people': 'members/new',
    import: 'members/import',
    member: `members/${plain.member}`,
    'member-why': `members/${plain.member}?permission=contacts.view&workspace=${plain.grants[0].workspace}`,
    'member-pending': `members/${pending.member}`,
    me: 'members/me',
    profile: 'members/me/profile',
    tokens: 'members/me/tokens',
    grant,
    'grant-where': `members/${plain.member}/grants/new`,
    revocation: `${grant}/revocation`,
    handover: `${grant}/revocation?contacts=assign_to`,
    deactivation: `members/${plain.member}/deactivation`,
    ...still && { reactivation: `members/${still.member}/reactivation` },
    deletion: `members/${plain.member}/deletion`,
    'many-deletions': `members/bulk?act=deletion&members=${plain.member}&members=${house.me}`,
    'many-levels': `members/bulk?act=levels&members=${plain.member}`,
    contacts: 'contacts',
    'contacts-no-match': 'contacts?q=nobody-is-called-so',
    'contact-new': 'contacts/new',
    assignee: `contacts/${contact.id}/assignee`,
    workspaces: 'workspaces',
    'workspace-new': 'workspaces/new',
    workspace: `workspaces/${below.id}`,
    'contact-deletion': `contacts/${contact.id}/deletion`,
    'workspace-deletion': `workspaces/${below.id}/deletion`,
    'workspace-move': `workspaces/${below.id}/move?parent=${beside.id}`,
    teams: 'resources',
    'team-new': 'resources/new',
    ...team && { team: `resources/${team.id}`, 'team-deletion': `resources/${team.id}/deletion` },
    insights: 'insights',
    'insights-of-one-kind': 'insights?kind=onboarding',
    receipts: 'receipts',
    ...receipt && { receipt: `receipts/${receipt.id}` },
    journal: 'journal',
    'journal-about': `journal?target=${plain.member}`,
    mail: 'mail',
    settings: 'settings',
    'access-model': 'settings/access-model',
    help: 'help',
    account: '/account',
    'second-factor': '/account/second-factor',
    organizations: '/organizations?all=true',
    'not-found': '/nowhere',
  }
}

/** What was asked for once is looked at as often as one likes: an address gets five mails in a quarter of an hour. */
const links = new WeakMap()
const confirmations = new WeakMap()

/** The path of a link to another password, for somebody who is asked nothing else. @param {import('./house.js').House} house */
async function resetLink(house) {
  if (!links.has(house)) {
    const { email } = (await house.all('members?status=active&level=agent')).at(-1)
    await house.api.post(`${house.base}/api/v1/password-reset`, { data: { email } })
    const { links: [link] } = await house.mailTo(email, 0, mail => mail.links.some(link => link.includes('/password-reset/')))
    links.set(house, new URL(link).pathname)
  }
  return links.get(house)
}

/** The path of a link to another address, for somebody who is asked nothing else. @param {import('./house.js').House} house */
async function confirmationLink(house) {
  if (!confirmations.has(house)) {
    const { member } = (await house.all('members?status=active&level=agent')).at(-2)
    const email = 'another.address@example.test'
    await house.api.post(`${house.base}/api/v1${house.path(`members/${member}/email`)}`, { data: { email } })
    const { links: [link] } = await house.mailTo(email)
    confirmations.set(house, new URL(link).pathname)
  }
  return confirmations.get(house)
}

/** Places for who isn't signed in. @param {import('./house.js').House} house @returns {Promise<Record<string, string>>} */
export async function doors(house) {
  const mails = (await house.read('/api/v1/dev/mail')).items
  const pending = new Set((await house.all('members?status=pending')).map(one => one.email))
  const mail = mails.find(one => pending.has([one.to].flat()[0]))
  return { 'sign-in': '/sign-in', invitation: new URL(mail.links[0]).pathname, 'dead-link': '/invitation/made-up',
    'password-reset': '/password-reset', 'password-reset-asked': '/password-reset?done=reset-asked', 'new-password': await resetLink(house),
    'dead-link-reset': '/password-reset/made-up', 'email-confirmation': await confirmationLink(house),
    'dead-link-confirmation': '/email-confirmation/made-up' }
}
