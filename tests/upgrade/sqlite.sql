PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE tenure_migrations (
    version BIGINT PRIMARY KEY,
    description TEXT NOT NULL,
    installed_on TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
    success BOOLEAN NOT NULL,
    checksum BLOB NOT NULL,
    execution_time BIGINT NOT NULL
);
INSERT INTO tenure_migrations VALUES(1,'init','2026-11-24 03:00:12',1,X'cd59e8b9c39d02fdd13ecac29a54f35c3e6c5d9fe2e429a72d8274b9cf11d0b95203098bc0fa999fe8947c96e680d1c0',12432794);
INSERT INTO tenure_migrations VALUES(2,'search','2026-11-24 03:00:12',1,X'1813b26bb2bf960b9e79630c5488235f6a93a741936cab507b615808b5f2f3599678db7cef1e9045d585da27131af8fa',2275243);
CREATE TABLE installation (
    id integer not null primary key check (id = 1),
    set_up_at integer not null
) strict;
INSERT INTO installation VALUES(1,1795489212670737);
CREATE TABLE organizations (
    id blob not null primary key,
    name text not null,
    name_key text not null,
    root_id blob not null,
    model text not null,
    document text not null,
    plan text,
    features text not null,
    seats integer,
    active integer not null check (active in (0, 1)),
    undo_window_days integer,
    second_factor_required integer not null default 0 check (second_factor_required in (0, 1)),
    tokens_per_member integer not null,
    created_at integer not null,
    version integer not null
) strict;
INSERT INTO organizations VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8','Northwind Support','northwind support',X'01a20b7f29037077909e77805c10fc29','workspace',replace('# Teams that share one inbox. A business talks to its contacts over messages and calls; Owners and Managers run the workspace,\n# Agents work in it.\n\nname = "workspace"\nemail_change = "confirmed"\nundo_window_days = 30\nplans = ["starter", "growth", "advanced"]\n\n# A plan without it can''t put the mask on anybody; a mask that is on stays on when the plan is lowered.\n[[feature]]\nkey = "masking"\nplans = ["growth", "advanced"]\n\n# Who is in a team is decided on the team''s page. A team is what its people have in common when an Agent sees "contacts of my\n# team", so no level reaches all teams by itself: an Owner is in a team only when put there.\n[[resource_kind]]\nkey = "team"\nname = "Team"\nplural = "Teams"\nassigned_from = "resource"\ndelete = "teams.delete"\n\n[[permission]]\nkey = "messages.reply"\nname = "Reply to messages"\n\n[[permission]]\nkey = "calls.use"\nname = "Make and take calls"\n\n[[permission]]\nkey = "workflows.run"\nname = "Run workflows"\n\n[[permission]]\nkey = "broadcasts.send"\nname = "Send broadcasts"\n\n[[permission]]\nkey = "reports.view"\nname = "See reports"\n\n[[permission]]\nkey = "reports.export"\nname = "Export reports"\n\n[[permission]]\nkey = "integrations.manage"\nname = "Connect and set up integrations"\n\n[[permission]]\nkey = "integrations.delete"\nname = "Delete integrations"\n\n[[permission]]\nkey = "teams.delete"\nname = "Delete teams"\n\n[[level]]\nkey = "owner"\nname = "Owner"\ngoverns = true\nmanages = ["owner", "manager", "agent"]\npermissions = [\n  "members.view",\n  "members.invite",\n  "members.manage",\n  "members.export",\n  "workspaces.manage",\n  "workspaces.settings",\n  "resources.manage",\n  "team.assign",\n  "contacts.view",\n  "contacts.handle",\n  "contacts.delete",\n  "contacts.export",\n  "alerts.raise",\n  "insights.view",\n  "journal.view",\n  "access_model.manage",\n  "organization.manage",\n  "messages.reply",\n  "calls.use",\n  "workflows.run",\n  "broadcasts.send",\n  "reports.view",\n  "reports.export",\n  "integrations.manage",\n  "integrations.delete",\n  "teams.delete",\n]\n\n# Everything but deleting integrations and teams; where a Manager should have less, the restrictions below say so. The settings\n# of the organization are included, and so is the right to the access model; a model is about every level, though, so nobody can use it\n# who doesn''t manage Owners. `no_settings` is what keeps somebody from both.\n[[level]]\nkey = "manager"\nname = "Manager"\nmanages = ["agent"]\npermissions = [\n  "members.view",\n  "members.invite",\n  "members.manage",\n  "members.export",\n  "workspaces.manage",\n  "workspaces.settings",\n  "resources.manage",\n  "team.assign",\n  "contacts.view",\n  "contacts.handle",\n  "contacts.delete",\n  "contacts.export",\n  "alerts.raise",\n  "insights.view",\n  "journal.view",\n  "access_model.manage",\n  "organization.manage",\n  "messages.reply",\n  "calls.use",\n  "workflows.run",\n  "broadcasts.send",\n  "reports.view",\n  "reports.export",\n  "integrations.manage",\n]\n\n# Contacts and messages, with the calls and workflows that belong to a conversation. What can''t be taken back or goes to many at\n# once (deleting, exporting, broadcasting) is not an Agent''s, nor is the list of users.\n[[level]]\nkey = "agent"\nname = "Agent"\npermissions = ["contacts.view", "contacts.handle", "messages.reply", "calls.use", "workflows.run"]\n\n# What a Manager may be kept from.\n\n# The workspace''s settings and the organization''s, which would else be a way around: whoever may switch a workspace off or move\n# it changes more about it than its settings do.\n[[restriction]]\nkey = "no_settings"\nname = "No workspace settings"\nlevels = ["manager"]\ndenies = ["workspaces.settings", "workspaces.manage", "organization.manage", "access_model.manage"]\n\n[[restriction]]\nkey = "no_contact_deletion"\nname = "No deletion of contacts"\nlevels = ["manager"]\ndenies = ["contacts.delete"]\n\n# From any part of the product, the list of users among them.\n[[restriction]]\nkey = "no_data_export"\nname = "No export of data"\nlevels = ["manager"]\ndenies = ["members.export", "contacts.export", "reports.export"]\n\n[[restriction]]\nkey = "no_integrations"\nname = "No integrations"\nlevels = ["manager"]\ndenies = ["integrations.manage", "integrations.delete"]\n\n# What an Agent may be kept from. Of several narrowings what is left is in all of them.\n\n[[restriction]]\nkey = "contacts_own"\nname = "Only contacts assigned to them"\nlevels = ["agent"]\nvisibility = "own"\n\n[[restriction]]\nkey = "contacts_own_and_unassigned"\nname = "Only contacts assigned to them or to nobody"\nlevels = ["agent"]\nvisibility = "own_and_unassigned"\n\n[[restriction]]\nkey = "contacts_of_team"\nname = "Only contacts of their teams"\nlevels = ["agent"]\nvisibility = { shared = "team" }\n\n[[restriction]]\nkey = "no_calls"\nname = "No calls"\nlevels = ["agent"]\ndenies = ["calls.use"]\n\n[[restriction]]\nkey = "no_workflows"\nname = "No workflows"\nlevels = ["agent"]\ndenies = ["workflows.run"]\n\n[[restriction]]\nkey = "mask_phone_email"\nname = "Phone numbers and e-mail masked"\nlevels = ["agent"]\nfeature = "masking"\nmasks = "partial"\n','\n',char(10)),'growth','{}',NULL,1,3650,0,1,1795489212670737,3);
CREATE TABLE workspaces (
    organization_id blob not null references organizations (id),
    id blob not null,
    parent_id blob,
    kind text,
    name text not null,
    name_key text not null,
    path text not null,
    depth integer not null,
    active integer not null check (active in (0, 1)),
    features_off text not null,
    created_at integer not null,
    version integer not null,
    primary key (organization_id, id),
    unique (organization_id, path),
    foreign key (organization_id, parent_id) references workspaces (organization_id, id)
) strict;
INSERT INTO workspaces VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f29037077909e77805c10fc29',NULL,NULL,'Northwind Support','northwind support','01a20b7f29037077909e77805c10fc29/',0,1,'[]',1795489212670737,1);
INSERT INTO workspaces VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296c76689d655e55b9ca507b',X'01a20b7f29037077909e77805c10fc29',NULL,'Harbour 1','harbour 1','01a20b7f29037077909e77805c10fc29/01a20b7f296c76689d655e55b9ca507b/',1,1,'[]',1795489212779828,1);
INSERT INTO workspaces VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296c76689d655e5646012ca2',X'01a20b7f29037077909e77805c10fc29',NULL,'Hill 2','hill 2','01a20b7f29037077909e77805c10fc29/01a20b7f296c76689d655e5646012ca2/',1,1,'[]',1795489212779828,1);
INSERT INTO workspaces VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296c76689d655e578ff933de',X'01a20b7f29037077909e77805c10fc29',NULL,'Mill 3','mill 3','01a20b7f29037077909e77805c10fc29/01a20b7f296c76689d655e578ff933de/',1,1,'[]',1795489212779828,1);
INSERT INTO workspaces VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296c76689d655e585ba742c2',X'01a20b7f29037077909e77805c10fc29',NULL,'Hill 4','hill 4','01a20b7f29037077909e77805c10fc29/01a20b7f296c76689d655e585ba742c2/',1,1,'[]',1795489212779828,1);
INSERT INTO workspaces VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296d77ca9896ac4f7f86fdc4',X'01a20b7f29037077909e77805c10fc29',NULL,'River 5','river 5','01a20b7f29037077909e77805c10fc29/01a20b7f296d77ca9896ac4f7f86fdc4/',1,1,'[]',1795489212779828,1);
CREATE TABLE users (
    id blob not null primary key,
    email text not null,
    email_confirmed integer not null check (email_confirmed in (0, 1)),
    password_hash text,
    operator integer not null check (operator in (0, 1)),
    reset_generation integer not null default 0,
    reset_expires_at integer,
    reset_sent_at text not null default '[]',
    new_email text,
    email_follows integer not null default 0 check (email_follows in (0, 1)),
    created_at integer not null,
    version integer not null
) strict;
INSERT INTO users VALUES(X'01a20b7f29037077909e7781ad0c5898','you@example.test',1,'$argon2id$v=19$m=19456,t=2,p=1$uIt3J7d57KIF8dMQYdYrIg$BNJ0uOR0ERRHOfGBRYn78VBiModJG/WbCn6VBqPQzBM',1,0,NULL,'[]',NULL,0,1795489212670737,1);
INSERT INTO users VALUES(X'01a20b7f296e762f8b02fb39108677fa','zeynep.blomskog.2@people.example',1,'$argon2id$v=19$m=19456,t=2,p=1$ll7Tm95ynL9YYLRPwj7LBQ$w78BxFB59M+I3Lpsb3tAh39uBrMWu2A6yWMHMQZD0Ek',0,0,NULL,'[]',NULL,0,1752202812779828,1);
INSERT INTO users VALUES(X'01a20b7f296e762f8b02fb3b7b0360d9','beatriz.steinford.3@people.example',1,'$argon2id$v=19$m=19456,t=2,p=1$ll7Tm95ynL9YYLRPwj7LBQ$w78BxFB59M+I3Lpsb3tAh39uBrMWu2A6yWMHMQZD0Ek',0,0,NULL,'[]',NULL,0,1791687612779828,1);
INSERT INTO users VALUES(X'01a20b7f296e762f8b02fb3d5764becf','nadia.goldheim.4@people.example',1,'$argon2id$v=19$m=19456,t=2,p=1$ll7Tm95ynL9YYLRPwj7LBQ$w78BxFB59M+I3Lpsb3tAh39uBrMWu2A6yWMHMQZD0Ek',0,0,NULL,'[]',NULL,0,1740538812779828,1);
INSERT INTO users VALUES(X'01a20b7f296e762f8b02fb3f8be628ee','dagny.oakhall.5@people.example',1,'$argon2id$v=19$m=19456,t=2,p=1$ll7Tm95ynL9YYLRPwj7LBQ$w78BxFB59M+I3Lpsb3tAh39uBrMWu2A6yWMHMQZD0Ek',0,0,NULL,'[]',NULL,0,1718247612779828,1);
INSERT INTO users VALUES(X'01a20b7f296e762f8b02fb413331e487','saoirse.jordmore.6@people.example',1,'$argon2id$v=19$m=19456,t=2,p=1$ll7Tm95ynL9YYLRPwj7LBQ$w78BxFB59M+I3Lpsb3tAh39uBrMWu2A6yWMHMQZD0Ek',0,0,NULL,'[]',NULL,0,1740798012779828,1);
INSERT INTO users VALUES(X'01a20b7f296e762f8b02fb432974ad9c','jorge.thorson.7@people.example',1,'$argon2id$v=19$m=19456,t=2,p=1$ll7Tm95ynL9YYLRPwj7LBQ$w78BxFB59M+I3Lpsb3tAh39uBrMWu2A6yWMHMQZD0Ek',0,0,NULL,'[]',NULL,0,1768359612779828,1);
INSERT INTO users VALUES(X'01a20b7f296e762f8b02fb4569db3659','imani.strandford.8@people.example',1,'$argon2id$v=19$m=19456,t=2,p=1$ll7Tm95ynL9YYLRPwj7LBQ$w78BxFB59M+I3Lpsb3tAh39uBrMWu2A6yWMHMQZD0Ek',0,0,NULL,'[]',NULL,0,1791946812779828,1);
INSERT INTO users VALUES(X'01a20b7f296e762f8b02fb473ef8adb5','paloma.millham.9@people.example',1,'$argon2id$v=19$m=19456,t=2,p=1$ll7Tm95ynL9YYLRPwj7LBQ$w78BxFB59M+I3Lpsb3tAh39uBrMWu2A6yWMHMQZD0Ek',0,0,NULL,'[]',NULL,0,1753326012779828,1);
INSERT INTO users VALUES(X'01a20b7f296e762f8b02fb4b8c9d1b33','bjorn.sandthal.11@people.example',1,'$argon2id$v=19$m=19456,t=2,p=1$ll7Tm95ynL9YYLRPwj7LBQ$w78BxFB59M+I3Lpsb3tAh39uBrMWu2A6yWMHMQZD0Ek',0,0,NULL,'[]',NULL,0,1739934012779828,1);
INSERT INTO users VALUES(X'01a20b7f296e762f8b02fb4ddc8ce004','anders.thorstein.12@people.example',1,'$argon2id$v=19$m=19456,t=2,p=1$ll7Tm95ynL9YYLRPwj7LBQ$w78BxFB59M+I3Lpsb3tAh39uBrMWu2A6yWMHMQZD0Ek',0,0,NULL,'[]',NULL,0,1734058812779828,1);
INSERT INTO users VALUES(X'01a20b7f296e762f8b02fb4fd650283d','quentin.ekstein.13@people.example',1,'$argon2id$v=19$m=19456,t=2,p=1$ll7Tm95ynL9YYLRPwj7LBQ$w78BxFB59M+I3Lpsb3tAh39uBrMWu2A6yWMHMQZD0Ek',0,0,NULL,'[]',NULL,0,1746241212779828,1);
INSERT INTO users VALUES(X'01a20b7f296e762f8b02fb51d7b73005','hakan.westmore.14@people.example',1,'$argon2id$v=19$m=19456,t=2,p=1$ll7Tm95ynL9YYLRPwj7LBQ$w78BxFB59M+I3Lpsb3tAh39uBrMWu2A6yWMHMQZD0Ek',0,0,NULL,'[]',NULL,0,1788577212779828,1);
INSERT INTO users VALUES(X'01a20b7f296e762f8b02fb5304ca49f9','nadia.hazellund.15@people.example',1,'$argon2id$v=19$m=19456,t=2,p=1$ll7Tm95ynL9YYLRPwj7LBQ$w78BxFB59M+I3Lpsb3tAh39uBrMWu2A6yWMHMQZD0Ek',0,0,NULL,'[]',NULL,0,1785726012779828,1);
INSERT INTO users VALUES(X'01a20b7f296e762f8b02fb55e5d67afb','bilal.fernborg.16@people.example',1,'$argon2id$v=19$m=19456,t=2,p=1$ll7Tm95ynL9YYLRPwj7LBQ$w78BxFB59M+I3Lpsb3tAh39uBrMWu2A6yWMHMQZD0Ek',0,0,NULL,'[]',NULL,0,1738292412779828,1);
INSERT INTO users VALUES(X'01a20b7f296e762f8b02fb5997e7060b','emre.dahlhaus.18@people.example',1,'$argon2id$v=19$m=19456,t=2,p=1$ll7Tm95ynL9YYLRPwj7LBQ$w78BxFB59M+I3Lpsb3tAh39uBrMWu2A6yWMHMQZD0Ek',0,0,NULL,'[]',NULL,0,1794366012779828,1);
INSERT INTO users VALUES(X'01a20b7f296e762f8b02fb5b7386548a','beatriz.westholt.19@people.example',1,'$argon2id$v=19$m=19456,t=2,p=1$ll7Tm95ynL9YYLRPwj7LBQ$w78BxFB59M+I3Lpsb3tAh39uBrMWu2A6yWMHMQZD0Ek',0,0,NULL,'[]',NULL,0,1750215612779828,1);
INSERT INTO users VALUES(X'01a20b7f296e762f8b02fb5dd6b281e7','zeynep.hagelbach.20@people.example',1,'$argon2id$v=19$m=19456,t=2,p=1$ll7Tm95ynL9YYLRPwj7LBQ$w78BxFB59M+I3Lpsb3tAh39uBrMWu2A6yWMHMQZD0Ek',0,0,NULL,'[]',NULL,0,1732330812779828,1);
INSERT INTO users VALUES(X'01a20b7f296e762f8b02fb5fa844eaac','kaito.steinbeck.21@people.example',1,'$argon2id$v=19$m=19456,t=2,p=1$ll7Tm95ynL9YYLRPwj7LBQ$w78BxFB59M+I3Lpsb3tAh39uBrMWu2A6yWMHMQZD0Ek',0,0,NULL,'[]',NULL,0,1719716412779828,1);
INSERT INTO users VALUES(X'01a20b7f296e762f8b02fb6147c82e3a','ilse.dahlholt.22@people.example',1,'$argon2id$v=19$m=19456,t=2,p=1$ll7Tm95ynL9YYLRPwj7LBQ$w78BxFB59M+I3Lpsb3tAh39uBrMWu2A6yWMHMQZD0Ek',0,0,NULL,'[]',NULL,0,1741057212779828,1);
INSERT INTO users VALUES(X'01a20b7f296e762f8b02fb6331d0621f','jorge.kirchgaard.23@people.example',1,'$argon2id$v=19$m=19456,t=2,p=1$ll7Tm95ynL9YYLRPwj7LBQ$w78BxFB59M+I3Lpsb3tAh39uBrMWu2A6yWMHMQZD0Ek',0,0,NULL,'[]',NULL,0,1787713212779828,1);
INSERT INTO users VALUES(X'01a20b7f296e762f8b02fb65c28bbd6f','aino.oakford.24@people.example',1,'$argon2id$v=19$m=19456,t=2,p=1$ll7Tm95ynL9YYLRPwj7LBQ$w78BxFB59M+I3Lpsb3tAh39uBrMWu2A6yWMHMQZD0Ek',0,0,NULL,'[]',NULL,0,1758164412779828,1);
INSERT INTO users VALUES(X'01a20b7f296e762f8b02fb67883da67c','imani.silberholt.25@people.example',1,'$argon2id$v=19$m=19456,t=2,p=1$ll7Tm95ynL9YYLRPwj7LBQ$w78BxFB59M+I3Lpsb3tAh39uBrMWu2A6yWMHMQZD0Ek',0,0,NULL,'[]',NULL,0,1744340412779828,1);
INSERT INTO users VALUES(X'01a20b7f296e762f8b02fb69fdd8de03','abena.thormann.26@people.example',1,'$argon2id$v=19$m=19456,t=2,p=1$ll7Tm95ynL9YYLRPwj7LBQ$w78BxFB59M+I3Lpsb3tAh39uBrMWu2A6yWMHMQZD0Ek',0,0,NULL,'[]',NULL,0,1790391612779828,1);
INSERT INTO users VALUES(X'01a20b7f296e762f8b02fb6baa502ccd','rohan.lindkamp.27@people.example',1,'$argon2id$v=19$m=19456,t=2,p=1$ll7Tm95ynL9YYLRPwj7LBQ$w78BxFB59M+I3Lpsb3tAh39uBrMWu2A6yWMHMQZD0Ek',0,0,NULL,'[]',NULL,0,1735614012779828,1);
INSERT INTO users VALUES(X'01a20b7f296e762f8b02fb6dd21d3f7e','wiebke.fjellborg.28@people.example',1,'$argon2id$v=19$m=19456,t=2,p=1$ll7Tm95ynL9YYLRPwj7LBQ$w78BxFB59M+I3Lpsb3tAh39uBrMWu2A6yWMHMQZD0Ek',0,0,NULL,'[]',NULL,0,1778900412779828,1);
INSERT INTO users VALUES(X'01a20b7f296e762f8b02fb6f640d0c86','ilse.millholt.29@people.example',1,'$argon2id$v=19$m=19456,t=2,p=1$ll7Tm95ynL9YYLRPwj7LBQ$w78BxFB59M+I3Lpsb3tAh39uBrMWu2A6yWMHMQZD0Ek',0,0,NULL,'[]',NULL,0,1775358012779828,1);
INSERT INTO users VALUES(X'01a20b7f296e762f8b02fb71b964a8d1','quentin.westhall.30@people.example',1,'$argon2id$v=19$m=19456,t=2,p=1$ll7Tm95ynL9YYLRPwj7LBQ$w78BxFB59M+I3Lpsb3tAh39uBrMWu2A6yWMHMQZD0Ek',0,0,NULL,'[]',NULL,0,1743390012779828,1);
INSERT INTO users VALUES(X'01a20b7f296e762f8b02fb73a4587241','bilal.jordkamp.31@people.example',1,'$argon2id$v=19$m=19456,t=2,p=1$ll7Tm95ynL9YYLRPwj7LBQ$w78BxFB59M+I3Lpsb3tAh39uBrMWu2A6yWMHMQZD0Ek',0,0,NULL,'[]',NULL,0,1738810812779828,1);
INSERT INTO users VALUES(X'01a20b7f296e762f8b02fb7532a49d0c','lorcan.jordgren.32@people.example',1,'$argon2id$v=19$m=19456,t=2,p=1$ll7Tm95ynL9YYLRPwj7LBQ$w78BxFB59M+I3Lpsb3tAh39uBrMWu2A6yWMHMQZD0Ek',0,0,NULL,'[]',NULL,0,1732676412779828,1);
INSERT INTO users VALUES(X'01a20b7f296e762f8b02fb773ee905e2','daichi.grunbaum.33@people.example',1,'$argon2id$v=19$m=19456,t=2,p=1$ll7Tm95ynL9YYLRPwj7LBQ$w78BxFB59M+I3Lpsb3tAh39uBrMWu2A6yWMHMQZD0Ek',0,0,NULL,'[]',NULL,0,1751770812779828,1);
INSERT INTO users VALUES(X'01a20b7f296e762f8b02fb79fd6df925','camila.sanddorf.34@people.example',1,'$argon2id$v=19$m=19456,t=2,p=1$ll7Tm95ynL9YYLRPwj7LBQ$w78BxFB59M+I3Lpsb3tAh39uBrMWu2A6yWMHMQZD0Ek',0,0,NULL,'[]',NULL,0,1749092412779828,1);
INSERT INTO users VALUES(X'01a20b7f296e762f8b02fb7bb8ef5e0b','tariq.ahlhus.35@people.example',1,'$argon2id$v=19$m=19456,t=2,p=1$ll7Tm95ynL9YYLRPwj7LBQ$w78BxFB59M+I3Lpsb3tAh39uBrMWu2A6yWMHMQZD0Ek',0,0,NULL,'[]',NULL,0,1762916412779828,1);
INSERT INTO users VALUES(X'01a20b7f296e762f8b02fb7f12ce508f','hakan.fjellfield.37@people.example',1,'$argon2id$v=19$m=19456,t=2,p=1$ll7Tm95ynL9YYLRPwj7LBQ$w78BxFB59M+I3Lpsb3tAh39uBrMWu2A6yWMHMQZD0Ek',0,0,NULL,'[]',NULL,0,1755831612779828,1);
INSERT INTO users VALUES(X'01a20b7f296f71708c973c7f85c1c6a0','quentin.steingren.38@people.example',1,'$argon2id$v=19$m=19456,t=2,p=1$ll7Tm95ynL9YYLRPwj7LBQ$w78BxFB59M+I3Lpsb3tAh39uBrMWu2A6yWMHMQZD0Ek',0,0,NULL,'[]',NULL,0,1742871612779828,1);
INSERT INTO users VALUES(X'01a20b7f296f71708c973c81d7726cdb','aino.hargskog.39@people.example',1,'$argon2id$v=19$m=19456,t=2,p=1$ll7Tm95ynL9YYLRPwj7LBQ$w78BxFB59M+I3Lpsb3tAh39uBrMWu2A6yWMHMQZD0Ek',0,0,NULL,'[]',NULL,0,1742180412779828,1);
INSERT INTO users VALUES(X'01a20b7f296f71708c973c834749015e','dagny.jordlund.40@people.example',1,'$argon2id$v=19$m=19456,t=2,p=1$ll7Tm95ynL9YYLRPwj7LBQ$w78BxFB59M+I3Lpsb3tAh39uBrMWu2A6yWMHMQZD0Ek',0,0,NULL,'[]',NULL,0,1778036412779828,1);
INSERT INTO users VALUES(X'01a20b7f296f71708c973c85a62f3a23','katya.linddahl.41@people.example',1,'$argon2id$v=19$m=19456,t=2,p=1$ll7Tm95ynL9YYLRPwj7LBQ$w78BxFB59M+I3Lpsb3tAh39uBrMWu2A6yWMHMQZD0Ek',0,0,NULL,'[]',NULL,0,1780887612779828,1);
INSERT INTO users VALUES(X'01a20b7f296f71708c973c871f8700b2','abena.solfeld.42@people.example',1,'$argon2id$v=19$m=19456,t=2,p=1$ll7Tm95ynL9YYLRPwj7LBQ$w78BxFB59M+I3Lpsb3tAh39uBrMWu2A6yWMHMQZD0Ek',0,0,NULL,'[]',NULL,0,1733108412779828,1);
INSERT INTO users VALUES(X'01a20b7f296f71708c973c890bde5ad2','gael.nordson.43@people.example',1,'$argon2id$v=19$m=19456,t=2,p=1$ll7Tm95ynL9YYLRPwj7LBQ$w78BxFB59M+I3Lpsb3tAh39uBrMWu2A6yWMHMQZD0Ek',0,0,NULL,'[]',NULL,0,1733540412779828,1);
INSERT INTO users VALUES(X'01a20b7f296f71708c973c8b32276170','lorcan.raywood.44@people.example',1,'$argon2id$v=19$m=19456,t=2,p=1$ll7Tm95ynL9YYLRPwj7LBQ$w78BxFB59M+I3Lpsb3tAh39uBrMWu2A6yWMHMQZD0Ek',0,0,NULL,'[]',NULL,0,1750647612779828,1);
INSERT INTO users VALUES(X'01a20b7f296f71708c973c8dc63607c7','zeynep.hagelrup.45@people.example',1,'$argon2id$v=19$m=19456,t=2,p=1$ll7Tm95ynL9YYLRPwj7LBQ$w78BxFB59M+I3Lpsb3tAh39uBrMWu2A6yWMHMQZD0Ek',0,0,NULL,'[]',NULL,0,1758423612779828,1);
INSERT INTO users VALUES(X'01a20b7f296f71708c973c8f96584c54','kaito.steinberg.46@people.example',1,'$argon2id$v=19$m=19456,t=2,p=1$ll7Tm95ynL9YYLRPwj7LBQ$w78BxFB59M+I3Lpsb3tAh39uBrMWu2A6yWMHMQZD0Ek',0,0,NULL,'[]',NULL,0,1726196412779828,1);
INSERT INTO users VALUES(X'01a20b7f296f71708c973c910fe31391','malte.lundberg.47@people.example',1,'$argon2id$v=19$m=19456,t=2,p=1$ll7Tm95ynL9YYLRPwj7LBQ$w78BxFB59M+I3Lpsb3tAh39uBrMWu2A6yWMHMQZD0Ek',0,0,NULL,'[]',NULL,0,1776654012779828,1);
INSERT INTO users VALUES(X'01a20b7f296f71708c973c937e198fc1','malte.fernbeck.48@people.example',1,'$argon2id$v=19$m=19456,t=2,p=1$ll7Tm95ynL9YYLRPwj7LBQ$w78BxFB59M+I3Lpsb3tAh39uBrMWu2A6yWMHMQZD0Ek',0,0,NULL,'[]',NULL,0,1768446012779828,1);
INSERT INTO users VALUES(X'01a20b7f296f71708c973c952f0638a1','soren.oakblad.49@people.example',1,'$argon2id$v=19$m=19456,t=2,p=1$ll7Tm95ynL9YYLRPwj7LBQ$w78BxFB59M+I3Lpsb3tAh39uBrMWu2A6yWMHMQZD0Ek',0,0,NULL,'[]',NULL,0,1757559612779828,1);
INSERT INTO users VALUES(X'01a20b7f296f71708c973c9715c1cf6d','malte.wooddorf.50@people.example',1,'$argon2id$v=19$m=19456,t=2,p=1$ll7Tm95ynL9YYLRPwj7LBQ$w78BxFB59M+I3Lpsb3tAh39uBrMWu2A6yWMHMQZD0Ek',0,0,NULL,'[]',NULL,0,1782183612779828,1);
INSERT INTO users VALUES(X'01a20b7f296f71708c973c9941449de9','bjorn.thorgaard.51@people.example',1,'$argon2id$v=19$m=19456,t=2,p=1$ll7Tm95ynL9YYLRPwj7LBQ$w78BxFB59M+I3Lpsb3tAh39uBrMWu2A6yWMHMQZD0Ek',0,0,NULL,'[]',NULL,0,1746327612779828,1);
INSERT INTO users VALUES(X'01a20b7f296f71708c973c9b27afa831','zeynep.blomhill.52@people.example',1,'$argon2id$v=19$m=19456,t=2,p=1$ll7Tm95ynL9YYLRPwj7LBQ$w78BxFB59M+I3Lpsb3tAh39uBrMWu2A6yWMHMQZD0Ek',0,0,NULL,'[]',NULL,0,1739329212779828,1);
INSERT INTO users VALUES(X'01a20b7f296f71708c973c9d6a9c01fd','aino.rayblad.53@people.example',1,'$argon2id$v=19$m=19456,t=2,p=1$ll7Tm95ynL9YYLRPwj7LBQ$w78BxFB59M+I3Lpsb3tAh39uBrMWu2A6yWMHMQZD0Ek',0,0,NULL,'[]',NULL,0,1723086012779828,1);
INSERT INTO users VALUES(X'01a20b7f296f71708c973c9fe36cadc7','beatriz.akerford.54@people.example',1,'$argon2id$v=19$m=19456,t=2,p=1$ll7Tm95ynL9YYLRPwj7LBQ$w78BxFB59M+I3Lpsb3tAh39uBrMWu2A6yWMHMQZD0Ek',0,0,NULL,'[]',NULL,0,1726801212779828,1);
INSERT INTO users VALUES(X'01a20b7f296f71708c973ca15a14f2d9','farah.marholt.55@people.example',1,'$argon2id$v=19$m=19456,t=2,p=1$ll7Tm95ynL9YYLRPwj7LBQ$w78BxFB59M+I3Lpsb3tAh39uBrMWu2A6yWMHMQZD0Ek',0,0,NULL,'[]',NULL,0,1775185212779828,1);
INSERT INTO users VALUES(X'01a20b7f296f71708c973ca33d34455b','daichi.brookson.56@people.example',1,'$argon2id$v=19$m=19456,t=2,p=1$ll7Tm95ynL9YYLRPwj7LBQ$w78BxFB59M+I3Lpsb3tAh39uBrMWu2A6yWMHMQZD0Ek',0,0,NULL,'[]',NULL,0,1781492412779828,1);
INSERT INTO users VALUES(X'01a20b7f296f71708c973ca52cf9d55c','abena.woodmark.57@people.example',1,'$argon2id$v=19$m=19456,t=2,p=1$ll7Tm95ynL9YYLRPwj7LBQ$w78BxFB59M+I3Lpsb3tAh39uBrMWu2A6yWMHMQZD0Ek',0,0,NULL,'[]',NULL,0,1777950012779828,1);
INSERT INTO users VALUES(X'01a20b7f296f71708c973ca78da7c773','bjorn.sandblad.58@people.example',1,'$argon2id$v=19$m=19456,t=2,p=1$ll7Tm95ynL9YYLRPwj7LBQ$w78BxFB59M+I3Lpsb3tAh39uBrMWu2A6yWMHMQZD0Ek',0,0,NULL,'[]',NULL,0,1727060412779828,1);
INSERT INTO users VALUES(X'01a20b7f296f71708c973ca94ba10037','quentin.rayby.59@people.example',1,'$argon2id$v=19$m=19456,t=2,p=1$ll7Tm95ynL9YYLRPwj7LBQ$w78BxFB59M+I3Lpsb3tAh39uBrMWu2A6yWMHMQZD0Ek',0,0,NULL,'[]',NULL,0,1746846012779828,1);
CREATE TABLE user_emails (
    email text not null primary key,
    user_id blob not null
) strict, without rowid;
INSERT INTO user_emails VALUES('abena.solfeld.42@people.example',X'01a20b7f296f71708c973c871f8700b2');
INSERT INTO user_emails VALUES('abena.thormann.26@people.example',X'01a20b7f296e762f8b02fb69fdd8de03');
INSERT INTO user_emails VALUES('abena.woodmark.57@people.example',X'01a20b7f296f71708c973ca52cf9d55c');
INSERT INTO user_emails VALUES('aino.hargskog.39@people.example',X'01a20b7f296f71708c973c81d7726cdb');
INSERT INTO user_emails VALUES('aino.oakford.24@people.example',X'01a20b7f296e762f8b02fb65c28bbd6f');
INSERT INTO user_emails VALUES('aino.rayblad.53@people.example',X'01a20b7f296f71708c973c9d6a9c01fd');
INSERT INTO user_emails VALUES('anders.thorstein.12@people.example',X'01a20b7f296e762f8b02fb4ddc8ce004');
INSERT INTO user_emails VALUES('beatriz.akerford.54@people.example',X'01a20b7f296f71708c973c9fe36cadc7');
INSERT INTO user_emails VALUES('beatriz.steinford.3@people.example',X'01a20b7f296e762f8b02fb3b7b0360d9');
INSERT INTO user_emails VALUES('beatriz.westholt.19@people.example',X'01a20b7f296e762f8b02fb5b7386548a');
INSERT INTO user_emails VALUES('bilal.fernborg.16@people.example',X'01a20b7f296e762f8b02fb55e5d67afb');
INSERT INTO user_emails VALUES('bilal.jordkamp.31@people.example',X'01a20b7f296e762f8b02fb73a4587241');
INSERT INTO user_emails VALUES('bjorn.sandblad.58@people.example',X'01a20b7f296f71708c973ca78da7c773');
INSERT INTO user_emails VALUES('bjorn.sandthal.11@people.example',X'01a20b7f296e762f8b02fb4b8c9d1b33');
INSERT INTO user_emails VALUES('bjorn.thorgaard.51@people.example',X'01a20b7f296f71708c973c9941449de9');
INSERT INTO user_emails VALUES('camila.sanddorf.34@people.example',X'01a20b7f296e762f8b02fb79fd6df925');
INSERT INTO user_emails VALUES('dagny.jordlund.40@people.example',X'01a20b7f296f71708c973c834749015e');
INSERT INTO user_emails VALUES('dagny.oakhall.5@people.example',X'01a20b7f296e762f8b02fb3f8be628ee');
INSERT INTO user_emails VALUES('daichi.brookson.56@people.example',X'01a20b7f296f71708c973ca33d34455b');
INSERT INTO user_emails VALUES('daichi.grunbaum.33@people.example',X'01a20b7f296e762f8b02fb773ee905e2');
INSERT INTO user_emails VALUES('emre.dahlhaus.18@people.example',X'01a20b7f296e762f8b02fb5997e7060b');
INSERT INTO user_emails VALUES('farah.marholt.55@people.example',X'01a20b7f296f71708c973ca15a14f2d9');
INSERT INTO user_emails VALUES('gael.nordson.43@people.example',X'01a20b7f296f71708c973c890bde5ad2');
INSERT INTO user_emails VALUES('hakan.fjellfield.37@people.example',X'01a20b7f296e762f8b02fb7f12ce508f');
INSERT INTO user_emails VALUES('hakan.westmore.14@people.example',X'01a20b7f296e762f8b02fb51d7b73005');
INSERT INTO user_emails VALUES('ilse.dahlholt.22@people.example',X'01a20b7f296e762f8b02fb6147c82e3a');
INSERT INTO user_emails VALUES('ilse.millholt.29@people.example',X'01a20b7f296e762f8b02fb6f640d0c86');
INSERT INTO user_emails VALUES('imani.silberholt.25@people.example',X'01a20b7f296e762f8b02fb67883da67c');
INSERT INTO user_emails VALUES('imani.strandford.8@people.example',X'01a20b7f296e762f8b02fb4569db3659');
INSERT INTO user_emails VALUES('jorge.kirchgaard.23@people.example',X'01a20b7f296e762f8b02fb6331d0621f');
INSERT INTO user_emails VALUES('jorge.thorson.7@people.example',X'01a20b7f296e762f8b02fb432974ad9c');
INSERT INTO user_emails VALUES('kaito.steinbeck.21@people.example',X'01a20b7f296e762f8b02fb5fa844eaac');
INSERT INTO user_emails VALUES('kaito.steinberg.46@people.example',X'01a20b7f296f71708c973c8f96584c54');
INSERT INTO user_emails VALUES('katya.linddahl.41@people.example',X'01a20b7f296f71708c973c85a62f3a23');
INSERT INTO user_emails VALUES('lorcan.jordgren.32@people.example',X'01a20b7f296e762f8b02fb7532a49d0c');
INSERT INTO user_emails VALUES('lorcan.raywood.44@people.example',X'01a20b7f296f71708c973c8b32276170');
INSERT INTO user_emails VALUES('malte.fernbeck.48@people.example',X'01a20b7f296f71708c973c937e198fc1');
INSERT INTO user_emails VALUES('malte.lundberg.47@people.example',X'01a20b7f296f71708c973c910fe31391');
INSERT INTO user_emails VALUES('malte.wooddorf.50@people.example',X'01a20b7f296f71708c973c9715c1cf6d');
INSERT INTO user_emails VALUES('nadia.goldheim.4@people.example',X'01a20b7f296e762f8b02fb3d5764becf');
INSERT INTO user_emails VALUES('nadia.hazellund.15@people.example',X'01a20b7f296e762f8b02fb5304ca49f9');
INSERT INTO user_emails VALUES('paloma.millham.9@people.example',X'01a20b7f296e762f8b02fb473ef8adb5');
INSERT INTO user_emails VALUES('quentin.ekstein.13@people.example',X'01a20b7f296e762f8b02fb4fd650283d');
INSERT INTO user_emails VALUES('quentin.rayby.59@people.example',X'01a20b7f296f71708c973ca94ba10037');
INSERT INTO user_emails VALUES('quentin.steingren.38@people.example',X'01a20b7f296f71708c973c7f85c1c6a0');
INSERT INTO user_emails VALUES('quentin.westhall.30@people.example',X'01a20b7f296e762f8b02fb71b964a8d1');
INSERT INTO user_emails VALUES('rohan.lindkamp.27@people.example',X'01a20b7f296e762f8b02fb6baa502ccd');
INSERT INTO user_emails VALUES('saoirse.jordmore.6@people.example',X'01a20b7f296e762f8b02fb413331e487');
INSERT INTO user_emails VALUES('soren.oakblad.49@people.example',X'01a20b7f296f71708c973c952f0638a1');
INSERT INTO user_emails VALUES('tariq.ahlhus.35@people.example',X'01a20b7f296e762f8b02fb7bb8ef5e0b');
INSERT INTO user_emails VALUES('wiebke.fjellborg.28@people.example',X'01a20b7f296e762f8b02fb6dd21d3f7e');
INSERT INTO user_emails VALUES('you@example.test',X'01a20b7f29037077909e7781ad0c5898');
INSERT INTO user_emails VALUES('zeynep.blomhill.52@people.example',X'01a20b7f296f71708c973c9b27afa831');
INSERT INTO user_emails VALUES('zeynep.blomskog.2@people.example',X'01a20b7f296e762f8b02fb39108677fa');
INSERT INTO user_emails VALUES('zeynep.hagelbach.20@people.example',X'01a20b7f296e762f8b02fb5dd6b281e7');
INSERT INTO user_emails VALUES('zeynep.hagelrup.45@people.example',X'01a20b7f296f71708c973c8dc63607c7');
CREATE TABLE second_factors (
    user_id blob not null primary key references users (id),
    secret blob,
    since integer,
    last_step integer not null default 0,
    begun_secret blob,
    begun_at integer,
    check ((secret is null) = (since is null)),
    check ((begun_secret is null) = (begun_at is null))
) strict;
INSERT INTO second_factors VALUES(X'01a20b7f296e762f8b02fb69fdd8de03',X'6eb5456fb70d6d4adc1e1a70d374c3d612f7b9efbf7e7ee158dc3796943d6d7fccdbd2b6169dd22ac74df134fa94d3665c2b9be2571228e1937af02e',1795489214221355,59849640,NULL,NULL);
CREATE TABLE recovery_codes (
    user_id blob not null references users (id),
    code_hash blob not null,
    primary key (user_id, code_hash)
) strict, without rowid;
INSERT INTO recovery_codes VALUES(X'01a20b7f296e762f8b02fb69fdd8de03',X'1e18a60db78918887bfe76e6bb01dff46294dfa3555b4039fdb56b190fe7affa');
INSERT INTO recovery_codes VALUES(X'01a20b7f296e762f8b02fb69fdd8de03',X'3899308d8c5b68f722cc129c30201d749566cb6147c1e70782e7a5c276afb864');
INSERT INTO recovery_codes VALUES(X'01a20b7f296e762f8b02fb69fdd8de03',X'494daaebffe450f9cd59893e71cdbd94d48a755a6e57d0811751591e18a638ff');
INSERT INTO recovery_codes VALUES(X'01a20b7f296e762f8b02fb69fdd8de03',X'4b364c2bb261377bfbd1e94fc632293dfa0d6757d36f8a33b3c50c1379144b16');
INSERT INTO recovery_codes VALUES(X'01a20b7f296e762f8b02fb69fdd8de03',X'84a45b2167a2761d8b576c4bd272dd204266a63b336497f72811b2a20247a6f3');
INSERT INTO recovery_codes VALUES(X'01a20b7f296e762f8b02fb69fdd8de03',X'9a51907cab8fdd85599e708653444e859eb3edfb2a11aa290b827a671d3d1866');
INSERT INTO recovery_codes VALUES(X'01a20b7f296e762f8b02fb69fdd8de03',X'a51a9a52a3476438942f316132ce62a71c3d74bf05fb6ecbce0f2071d74c0a74');
INSERT INTO recovery_codes VALUES(X'01a20b7f296e762f8b02fb69fdd8de03',X'a9eb979a8409482940fdcb415899f43b19b0aede89520c8d00c84ab9b918253f');
INSERT INTO recovery_codes VALUES(X'01a20b7f296e762f8b02fb69fdd8de03',X'cfbc4bf832a91ce10eeeee2919ff7a0ee347d6e01aea675101896457edf1efeb');
INSERT INTO recovery_codes VALUES(X'01a20b7f296e762f8b02fb69fdd8de03',X'e33b18e915135559d993894b458eade4da13aa406d95e50dddde96842fe95fdf');
CREATE TABLE sessions (
    id blob not null primary key,
    user_id blob not null references users (id),
    secret_hash blob not null unique,
    device text,
    created_at integer not null,
    seen_at integer not null,
    expires_at integer not null
) strict;
INSERT INTO sessions VALUES(X'01a20b7f2df9742bae74b1f3866d6a4d',X'01a20b7f29037077909e7781ad0c5898',X'0191afee170c9533acf5464e24db6963ce287d3cf333c1b462d8a7974d90f933','Python-urllib/3.11',1795489213944980,1795489213944980,1798081213944980);
INSERT INTO sessions VALUES(X'01a20b7f2f11730184ac9608e5b711d1',X'01a20b7f296e762f8b02fb69fdd8de03',X'829255fa5c255008d660d00dfde70f441b0ccee86e7c88a66e8bd93f993e366c','Python-urllib/3.11',1795489214221355,1795489214221355,1798081214221355);
CREATE TABLE memberships (
    organization_id blob not null references organizations (id),
    id blob not null,
    user_id blob references users (id),
    email text not null,
    status text not null check (status in ('pending', 'active', 'inactive')),
    first_name text,
    last_name text,
    display_name text not null,
    name_key text not null,
    phone text,
    language text not null,
    time_zone text not null,
    digest text not null,
    created_at integer not null,
    last_active_at integer,
    active_key integer not null,
    version integer not null, shown_key text generated always as (case when first_name is null and last_name is null then '' else name_key end) virtual,
    primary key (organization_id, id)
) strict;
INSERT INTO memberships VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f29047451b6d89b9a68458f81',X'01a20b7f29037077909e7781ad0c5898','you@example.test','active','Robin','Aster','Robin Aster','robin aster',NULL,'en','UTC','never',1795489212670737,1795489213960963,1795489213960963,1);
INSERT INTO memberships VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb37ebb14e61',NULL,'jorge.lindfield.1@people.example','pending','Jorge','Lindfield','Jorge Lindfield','jorge lindfield','+447700900700','en','America/New_York','never',1776049212779828,NULL,0,1);
INSERT INTO memberships VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb3a041a252d',X'01a20b7f296e762f8b02fb39108677fa','zeynep.blomskog.2@people.example','active','Zeynep','Blomskog','Zeynep Blomskog','zeynep blomskog',NULL,'de','Europe/Berlin','never',1752202812779828,1792079292779828,1792079292779828,1);
INSERT INTO memberships VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb3cb4c79b35',X'01a20b7f296e762f8b02fb3b7b0360d9','beatriz.steinford.3@people.example','active','Beatriz','Steinford','Beatriz Steinford','beatriz steinford',NULL,'de','Europe/Berlin','never',1791687612779828,1795190532779828,1795190532779828,2);
INSERT INTO memberships VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb3e482ee57e',X'01a20b7f296e762f8b02fb3d5764becf','nadia.goldheim.4@people.example','active','Nadia','Goldheim','Nadia Goldheim','nadia goldheim',NULL,'en','America/New_York','never',1740538812779828,1791268032779828,1791268032779828,1);
INSERT INTO memberships VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb40eeed8431',X'01a20b7f296e762f8b02fb3f8be628ee','dagny.oakhall.5@people.example','active','Dagny','Oakhall','Dagny Oakhall','dagny oakhall','+447700900090','en','America/New_York','never',1718247612779828,1791803532779828,1791803532779828,1);
INSERT INTO memberships VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb42618cb22f',X'01a20b7f296e762f8b02fb413331e487','saoirse.jordmore.6@people.example','active','Saoirse','Jordmore','Saoirse Jordmore','saoirse jordmore',NULL,'de','Europe/Berlin','never',1740798012779828,1791678072779828,1791678072779828,1);
INSERT INTO memberships VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb445b5a69b1',X'01a20b7f296e762f8b02fb432974ad9c','jorge.thorson.7@people.example','active','Jorge','Thorson','Jorge Thorson','jorge thorson',NULL,'en','America/New_York','never',1768359612779828,1792581792779828,1792581792779828,1);
INSERT INTO memberships VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb46613d2860',X'01a20b7f296e762f8b02fb4569db3659','imani.strandford.8@people.example','active','Imani','Strandford','Imani Strandford','imani strandford',NULL,'de','Europe/Berlin','never',1791946812779828,1792605312779828,1792605312779828,1);
INSERT INTO memberships VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb48b5bb001f',X'01a20b7f296e762f8b02fb473ef8adb5','paloma.millham.9@people.example','active','Paloma','Millham','Paloma Millham','paloma millham',NULL,'de','Europe/Berlin','never',1753326012779828,1791315732779828,1791315732779828,1);
INSERT INTO memberships VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb495ad27dae',NULL,'aino.weststein.10@people.example','pending','Aino','Weststein','Aino Weststein','aino weststein',NULL,'en','America/New_York','never',1757386812779828,NULL,0,1);
INSERT INTO memberships VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb4ce269768d',X'01a20b7f296e762f8b02fb4b8c9d1b33','bjorn.sandthal.11@people.example','active','Björn','Sandthal','Björn Sandthal','bjorn sandthal',NULL,'en','America/New_York','never',1739934012779828,1790658192779828,1790658192779828,1);
INSERT INTO memberships VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb4ecd7432ec',X'01a20b7f296e762f8b02fb4ddc8ce004','anders.thorstein.12@people.example','active','Anders','Thorstein','Anders Thorstein','anders thorstein','+447700900683','en','America/New_York','never',1734058812779828,1792134972779828,1792134972779828,1);
INSERT INTO memberships VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb50573c35f2',X'01a20b7f296e762f8b02fb4fd650283d','quentin.ekstein.13@people.example','active','Quentin','Ekstein','Quentin Ekstein','quentin ekstein','+447700900431','en','America/New_York','never',1746241212779828,1790872092779828,1790872092779828,1);
INSERT INTO memberships VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb525ee315a9',X'01a20b7f296e762f8b02fb51d7b73005','hakan.westmore.14@people.example','active','Hakan','Westmore','Hakan Westmore','hakan westmore',NULL,'de','Europe/Berlin','never',1788577212779828,1793707452779828,1793707452779828,1);
INSERT INTO memberships VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb54977163f5',X'01a20b7f296e762f8b02fb5304ca49f9','nadia.hazellund.15@people.example','active','Nadia','Hazellund','Nadia Hazellund','nadia hazellund',NULL,'en','America/New_York','never',1785726012779828,1792246872779828,1792246872779828,1);
INSERT INTO memberships VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb5631c564c2',X'01a20b7f296e762f8b02fb55e5d67afb','bilal.fernborg.16@people.example','active','Bilal','Fernborg','Bilal Fernborg','bilal fernborg','+447700900925','en','America/New_York','never',1738292412779828,1790328912779828,1790328912779828,1);
INSERT INTO memberships VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb57f107b3ef',NULL,'katya.marsen.17@people.example','pending','Katya','Marsen','Katya Marsen','katya marsen',NULL,'en','America/New_York','never',1789354812779828,NULL,0,1);
INSERT INTO memberships VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb5a64dde9bc',X'01a20b7f296e762f8b02fb5997e7060b','emre.dahlhaus.18@people.example','active',NULL,NULL,'emre.dahlhaus.18@people.example','emre.dahlhaus.18@people.example','+447700900092','en','America/New_York','never',1794366012779828,1794366012779828,1794366012779828,1);
INSERT INTO memberships VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb5cd5758b2b',X'01a20b7f296e762f8b02fb5b7386548a','beatriz.westholt.19@people.example','active','Beatriz','Westholt','Beatriz Westholt','beatriz westholt',NULL,'de','Europe/Berlin','never',1750215612779828,1795391652779828,1795391652779828,1);
INSERT INTO memberships VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb5e43ef25a2',X'01a20b7f296e762f8b02fb5dd6b281e7','zeynep.hagelbach.20@people.example','active','Zeynep','Hagelbach','Zeynep Hagelbach','zeynep hagelbach','+447700900879','de','Europe/Berlin','never',1732330812779828,1794582012779828,1794582012779828,1);
INSERT INTO memberships VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb60a9638c8f',X'01a20b7f296e762f8b02fb5fa844eaac','kaito.steinbeck.21@people.example','active','Kaito','Steinbeck','Kaito Steinbeck','kaito steinbeck','+447700900181','en','America/New_York','never',1719716412779828,1794358812779828,1794358812779828,1);
INSERT INTO memberships VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb622abdfe2a',X'01a20b7f296e762f8b02fb6147c82e3a','ilse.dahlholt.22@people.example','active',NULL,NULL,'ilse.dahlholt.22@people.example','ilse.dahlholt.22@people.example','+447700900018','de','Europe/Berlin','never',1741057212779828,1792224432779828,1792224432779828,1);
INSERT INTO memberships VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb642400e542',X'01a20b7f296e762f8b02fb6331d0621f','jorge.kirchgaard.23@people.example','active','Jorge','Kirchgaard','Jorge Kirchgaard','jorge kirchgaard',NULL,'en','America/New_York','never',1787713212779828,1790919912779828,1790919912779828,1);
INSERT INTO memberships VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb6604115e7a',X'01a20b7f296e762f8b02fb65c28bbd6f','aino.oakford.24@people.example','active','Aino','Oakford','Aino Oakford','aino oakford','+447700900241','de','Europe/Berlin','never',1758164412779828,1793470032779828,1793470032779828,1);
INSERT INTO memberships VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb68ac69e2a1',X'01a20b7f296e762f8b02fb67883da67c','imani.silberholt.25@people.example','active','Imani','Silberholt','Imani Silberholt','imani silberholt',NULL,'de','Europe/Berlin','never',1744340412779828,1790568552779828,1790568552779828,1);
INSERT INTO memberships VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb6a18a858df',X'01a20b7f296e762f8b02fb69fdd8de03','abena.thormann.26@people.example','active','Abena','Thormann','Abena Thormann','abena thormann',NULL,'en','America/New_York','never',1790391612779828,1795395972779828,1795395972779828,1);
INSERT INTO memberships VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb6c7db5c7cb',X'01a20b7f296e762f8b02fb6baa502ccd','rohan.lindkamp.27@people.example','active','Rohan','Lindkamp','Rohan Lindkamp','rohan lindkamp',NULL,'en','America/New_York','never',1735614012779828,1792402032779828,1792402032779828,1);
INSERT INTO memberships VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb6e095c34e1',X'01a20b7f296e762f8b02fb6dd21d3f7e','wiebke.fjellborg.28@people.example','active','Wiebke','Fjellborg','Wiebke Fjellborg','wiebke fjellborg',NULL,'en','America/New_York','never',1778900412779828,1792099212779828,1792099212779828,1);
INSERT INTO memberships VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb70e8c70e6b',X'01a20b7f296e762f8b02fb6f640d0c86','ilse.millholt.29@people.example','active','Ilse','Millholt','Ilse Millholt','ilse millholt',NULL,'de','Europe/Berlin','never',1775358012779828,1793668152779828,1793668152779828,1);
INSERT INTO memberships VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb72ac696226',X'01a20b7f296e762f8b02fb71b964a8d1','quentin.westhall.30@people.example','active','Quentin','Westhall','Quentin Westhall','quentin westhall',NULL,'en','America/New_York','never',1743390012779828,1791012612779828,1791012612779828,1);
INSERT INTO memberships VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb74f8f6c39b',X'01a20b7f296e762f8b02fb73a4587241','bilal.jordkamp.31@people.example','active','Bilal','Jordkamp','Bilal Jordkamp','bilal jordkamp',NULL,'en','America/New_York','never',1738810812779828,1794019932779828,1794019932779828,1);
INSERT INTO memberships VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb767dbe2852',X'01a20b7f296e762f8b02fb7532a49d0c','lorcan.jordgren.32@people.example','active','Lorcan','Jordgren','Lorcan Jordgren','lorcan jordgren','+447700900664','en','America/New_York','never',1732676412779828,1791222432779828,1791222432779828,1);
INSERT INTO memberships VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb78a12024f8',X'01a20b7f296e762f8b02fb773ee905e2','daichi.grunbaum.33@people.example','active','Daichi','Grünbaum','Daichi Grünbaum','daichi grunbaum','+447700900689','en','America/New_York','never',1751770812779828,1792638912779828,1792638912779828,1);
INSERT INTO memberships VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb7aed3fb4fb',X'01a20b7f296e762f8b02fb79fd6df925','camila.sanddorf.34@people.example','active','Camila','Sanddorf','Camila Sanddorf','camila sanddorf',NULL,'en','America/New_York','never',1749092412779828,NULL,0,1);
INSERT INTO memberships VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb7cf6a972c6',X'01a20b7f296e762f8b02fb7bb8ef5e0b','tariq.ahlhus.35@people.example','active','Tariq','Ahlhus','Tariq Ahlhus','tariq ahlhus',NULL,'en','America/New_York','never',1762916412779828,1790665032779828,1790665032779828,1);
INSERT INTO memberships VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb7d9ea4443f',NULL,'anders.ostquist.36@people.example','pending','Anders','Ostquist','Anders Ostquist','anders ostquist',NULL,'en','America/New_York','never',1773543612779828,NULL,0,1);
INSERT INTO memberships VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb8052ec1e96',X'01a20b7f296e762f8b02fb7f12ce508f','hakan.fjellfield.37@people.example','active','Hakan','Fjellfield','Hakan Fjellfield','hakan fjellfield','+447700900737','en','America/New_York','never',1755831612779828,1791285132779828,1791285132779828,1);
INSERT INTO memberships VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296f71708c973c8068c3e6a3',X'01a20b7f296f71708c973c7f85c1c6a0','quentin.steingren.38@people.example','active','Quentin','Steingren','Quentin Steingren','quentin steingren',NULL,'en','America/New_York','never',1742871612779828,1791951912779828,1791951912779828,1);
INSERT INTO memberships VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296f71708c973c84255eedda',X'01a20b7f296f71708c973c834749015e','dagny.jordlund.40@people.example','active','Dagny','Jordlund','Dagny Jordlund','dagny jordlund','+447700900090','en','America/New_York','never',1778036412779828,NULL,0,1);
INSERT INTO memberships VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296f71708c973c86bad93102',X'01a20b7f296f71708c973c85a62f3a23','katya.linddahl.41@people.example','active','Katya','Linddahl','Katya Linddahl','katya linddahl','+447700900542','de','Europe/Berlin','never',1780887612779828,NULL,0,1);
INSERT INTO memberships VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296f71708c973c881fe0d6f4',X'01a20b7f296f71708c973c871f8700b2','abena.solfeld.42@people.example','active','Abena','Solfeld','Abena Solfeld','abena solfeld',NULL,'en','America/New_York','never',1733108412779828,1794526332779828,1794526332779828,1);
INSERT INTO memberships VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296f71708c973c8a9afe74ae',X'01a20b7f296f71708c973c890bde5ad2','gael.nordson.43@people.example','active','Gaël','Nordson','Gaël Nordson','gael nordson','+447700900415','en','America/New_York','never',1733540412779828,1790375292779828,1790375292779828,1);
INSERT INTO memberships VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296f71708c973c8cf78c60aa',X'01a20b7f296f71708c973c8b32276170','lorcan.raywood.44@people.example','inactive','Lorcan','Raywood','Lorcan Raywood','lorcan raywood','+447700900904','en','America/New_York','never',1750647612779828,1795146372779828,1795146372779828,1);
INSERT INTO memberships VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296f71708c973c8e89b7fc5d',X'01a20b7f296f71708c973c8dc63607c7','zeynep.hagelrup.45@people.example','active','Zeynep','Hagelrup','Zeynep Hagelrup','zeynep hagelrup',NULL,'en','America/New_York','never',1758423612779828,1792623972779828,1792623972779828,1);
INSERT INTO memberships VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296f71708c973c90c66e5120',X'01a20b7f296f71708c973c8f96584c54','kaito.steinberg.46@people.example','active','Kaito','Steinberg','Kaito Steinberg','kaito steinberg',NULL,'en','America/New_York','never',1726196412779828,NULL,0,1);
INSERT INTO memberships VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296f71708c973c9203345177',X'01a20b7f296f71708c973c910fe31391','malte.lundberg.47@people.example','active','Malte','Lundberg','Malte Lundberg','malte lundberg','+447700900665','en','America/New_York','never',1776654012779828,1790313612779828,1790313612779828,1);
INSERT INTO memberships VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296f71708c973c941dea3e9e',X'01a20b7f296f71708c973c937e198fc1','malte.fernbeck.48@people.example','active','Malte','Fernbeck','Malte Fernbeck','malte fernbeck','+447700900945','en','America/New_York','never',1768446012779828,1793904192779828,1793904192779828,1);
INSERT INTO memberships VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296f71708c973c9676314543',X'01a20b7f296f71708c973c952f0638a1','soren.oakblad.49@people.example','active','Søren','Oakblad','Søren Oakblad','søren oakblad',NULL,'de','Europe/Berlin','never',1757559612779828,1794509112779828,1794509112779828,1);
INSERT INTO memberships VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296f71708c973c9815676dc7',X'01a20b7f296f71708c973c9715c1cf6d','malte.wooddorf.50@people.example','active','Malte','Wooddorf','Malte Wooddorf','malte wooddorf',NULL,'en','America/New_York','never',1782183612779828,1793889432779828,1793889432779828,1);
INSERT INTO memberships VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296f71708c973c9ab5b056e3',X'01a20b7f296f71708c973c9941449de9','bjorn.thorgaard.51@people.example','active','Björn','Thorgaard','Björn Thorgaard','bjorn thorgaard',NULL,'en','America/New_York','never',1746327612779828,1793773332779828,1793773332779828,1);
INSERT INTO memberships VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296f71708c973c9cec68db10',X'01a20b7f296f71708c973c9b27afa831','zeynep.blomhill.52@people.example','active','Zeynep','Blomhill','Zeynep Blomhill','zeynep blomhill','+447700900919','en','America/New_York','never',1739329212779828,1791882252779828,1791882252779828,1);
INSERT INTO memberships VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296f71708c973c9e3ae5ef20',X'01a20b7f296f71708c973c9d6a9c01fd','aino.rayblad.53@people.example','active','Aino','Rayblad','Aino Rayblad','aino rayblad','+447700900641','de','Europe/Berlin','never',1723086012779828,1791040392779828,1791040392779828,1);
INSERT INTO memberships VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296f71708c973ca0cd3418fb',X'01a20b7f296f71708c973c9fe36cadc7','beatriz.akerford.54@people.example','active','Beatriz','Åkerford','Beatriz Åkerford','beatriz akerford','+447700900684','de','Europe/Berlin','never',1726801212779828,1791679932779828,1791679932779828,1);
INSERT INTO memberships VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296f71708c973ca2dc52dfd8',X'01a20b7f296f71708c973ca15a14f2d9','farah.marholt.55@people.example','active','Farah','Marholt','Farah Marholt','farah marholt',NULL,'de','Europe/Berlin','never',1775185212779828,1795112652779828,1795112652779828,1);
INSERT INTO memberships VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296f71708c973ca4524aa4e1',X'01a20b7f296f71708c973ca33d34455b','daichi.brookson.56@people.example','active','Daichi','Brookson','Daichi Brookson','daichi brookson','+447700900809','en','America/New_York','never',1781492412779828,1793970672779828,1793970672779828,1);
INSERT INTO memberships VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296f71708c973ca66389b80d',X'01a20b7f296f71708c973ca52cf9d55c','abena.woodmark.57@people.example','inactive','Abena','Woodmark','Abena Woodmark','abena woodmark',NULL,'en','America/New_York','never',1777950012779828,1795274052779828,1795274052779828,3);
INSERT INTO memberships VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296f71708c973ca81779a652',X'01a20b7f296f71708c973ca78da7c773','bjorn.sandblad.58@people.example','inactive','Björn','Sandblad','Björn Sandblad','bjorn sandblad','+447700900206','de','Europe/Berlin','never',1727060412779828,1793994792779828,1793994792779828,1);
INSERT INTO memberships VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296f71708c973caaa00c1a15',X'01a20b7f296f71708c973ca94ba10037','quentin.rayby.59@people.example','active','Quentin','Rayby','Quentin Rayby','quentin rayby',NULL,'en','America/New_York','never',1746846012779828,1794189312779828,1794189312779828,1);
INSERT INTO memberships VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f300f725ba1e16740867d39f1',NULL,'waiting@example.test','pending',NULL,NULL,'waiting@example.test','waiting@example.test',NULL,'en','UTC','never',1795489214474411,NULL,0,1);
CREATE TABLE membership_emails (
    organization_id blob not null,
    email text not null,
    member_id blob not null,
    primary key (organization_id, email)
) strict, without rowid;
INSERT INTO membership_emails VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8','abena.solfeld.42@people.example',X'01a20b7f296f71708c973c881fe0d6f4');
INSERT INTO membership_emails VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8','abena.thormann.26@people.example',X'01a20b7f296e762f8b02fb6a18a858df');
INSERT INTO membership_emails VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8','abena.woodmark.57@people.example',X'01a20b7f296f71708c973ca66389b80d');
INSERT INTO membership_emails VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8','aino.oakford.24@people.example',X'01a20b7f296e762f8b02fb6604115e7a');
INSERT INTO membership_emails VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8','aino.rayblad.53@people.example',X'01a20b7f296f71708c973c9e3ae5ef20');
INSERT INTO membership_emails VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8','aino.weststein.10@people.example',X'01a20b7f296e762f8b02fb495ad27dae');
INSERT INTO membership_emails VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8','anders.ostquist.36@people.example',X'01a20b7f296e762f8b02fb7d9ea4443f');
INSERT INTO membership_emails VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8','anders.thorstein.12@people.example',X'01a20b7f296e762f8b02fb4ecd7432ec');
INSERT INTO membership_emails VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8','beatriz.akerford.54@people.example',X'01a20b7f296f71708c973ca0cd3418fb');
INSERT INTO membership_emails VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8','beatriz.steinford.3@people.example',X'01a20b7f296e762f8b02fb3cb4c79b35');
INSERT INTO membership_emails VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8','beatriz.westholt.19@people.example',X'01a20b7f296e762f8b02fb5cd5758b2b');
INSERT INTO membership_emails VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8','bilal.fernborg.16@people.example',X'01a20b7f296e762f8b02fb5631c564c2');
INSERT INTO membership_emails VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8','bilal.jordkamp.31@people.example',X'01a20b7f296e762f8b02fb74f8f6c39b');
INSERT INTO membership_emails VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8','bjorn.sandblad.58@people.example',X'01a20b7f296f71708c973ca81779a652');
INSERT INTO membership_emails VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8','bjorn.sandthal.11@people.example',X'01a20b7f296e762f8b02fb4ce269768d');
INSERT INTO membership_emails VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8','bjorn.thorgaard.51@people.example',X'01a20b7f296f71708c973c9ab5b056e3');
INSERT INTO membership_emails VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8','camila.sanddorf.34@people.example',X'01a20b7f296e762f8b02fb7aed3fb4fb');
INSERT INTO membership_emails VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8','dagny.jordlund.40@people.example',X'01a20b7f296f71708c973c84255eedda');
INSERT INTO membership_emails VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8','dagny.oakhall.5@people.example',X'01a20b7f296e762f8b02fb40eeed8431');
INSERT INTO membership_emails VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8','daichi.brookson.56@people.example',X'01a20b7f296f71708c973ca4524aa4e1');
INSERT INTO membership_emails VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8','daichi.grunbaum.33@people.example',X'01a20b7f296e762f8b02fb78a12024f8');
INSERT INTO membership_emails VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8','emre.dahlhaus.18@people.example',X'01a20b7f296e762f8b02fb5a64dde9bc');
INSERT INTO membership_emails VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8','farah.marholt.55@people.example',X'01a20b7f296f71708c973ca2dc52dfd8');
INSERT INTO membership_emails VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8','gael.nordson.43@people.example',X'01a20b7f296f71708c973c8a9afe74ae');
INSERT INTO membership_emails VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8','hakan.fjellfield.37@people.example',X'01a20b7f296e762f8b02fb8052ec1e96');
INSERT INTO membership_emails VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8','hakan.westmore.14@people.example',X'01a20b7f296e762f8b02fb525ee315a9');
INSERT INTO membership_emails VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8','ilse.dahlholt.22@people.example',X'01a20b7f296e762f8b02fb622abdfe2a');
INSERT INTO membership_emails VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8','ilse.millholt.29@people.example',X'01a20b7f296e762f8b02fb70e8c70e6b');
INSERT INTO membership_emails VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8','imani.silberholt.25@people.example',X'01a20b7f296e762f8b02fb68ac69e2a1');
INSERT INTO membership_emails VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8','imani.strandford.8@people.example',X'01a20b7f296e762f8b02fb46613d2860');
INSERT INTO membership_emails VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8','jorge.kirchgaard.23@people.example',X'01a20b7f296e762f8b02fb642400e542');
INSERT INTO membership_emails VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8','jorge.lindfield.1@people.example',X'01a20b7f296e762f8b02fb37ebb14e61');
INSERT INTO membership_emails VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8','jorge.thorson.7@people.example',X'01a20b7f296e762f8b02fb445b5a69b1');
INSERT INTO membership_emails VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8','kaito.steinbeck.21@people.example',X'01a20b7f296e762f8b02fb60a9638c8f');
INSERT INTO membership_emails VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8','kaito.steinberg.46@people.example',X'01a20b7f296f71708c973c90c66e5120');
INSERT INTO membership_emails VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8','katya.linddahl.41@people.example',X'01a20b7f296f71708c973c86bad93102');
INSERT INTO membership_emails VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8','katya.marsen.17@people.example',X'01a20b7f296e762f8b02fb57f107b3ef');
INSERT INTO membership_emails VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8','lorcan.jordgren.32@people.example',X'01a20b7f296e762f8b02fb767dbe2852');
INSERT INTO membership_emails VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8','lorcan.raywood.44@people.example',X'01a20b7f296f71708c973c8cf78c60aa');
INSERT INTO membership_emails VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8','malte.fernbeck.48@people.example',X'01a20b7f296f71708c973c941dea3e9e');
INSERT INTO membership_emails VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8','malte.lundberg.47@people.example',X'01a20b7f296f71708c973c9203345177');
INSERT INTO membership_emails VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8','malte.wooddorf.50@people.example',X'01a20b7f296f71708c973c9815676dc7');
INSERT INTO membership_emails VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8','nadia.goldheim.4@people.example',X'01a20b7f296e762f8b02fb3e482ee57e');
INSERT INTO membership_emails VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8','nadia.hazellund.15@people.example',X'01a20b7f296e762f8b02fb54977163f5');
INSERT INTO membership_emails VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8','paloma.millham.9@people.example',X'01a20b7f296e762f8b02fb48b5bb001f');
INSERT INTO membership_emails VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8','quentin.ekstein.13@people.example',X'01a20b7f296e762f8b02fb50573c35f2');
INSERT INTO membership_emails VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8','quentin.rayby.59@people.example',X'01a20b7f296f71708c973caaa00c1a15');
INSERT INTO membership_emails VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8','quentin.steingren.38@people.example',X'01a20b7f296f71708c973c8068c3e6a3');
INSERT INTO membership_emails VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8','quentin.westhall.30@people.example',X'01a20b7f296e762f8b02fb72ac696226');
INSERT INTO membership_emails VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8','rohan.lindkamp.27@people.example',X'01a20b7f296e762f8b02fb6c7db5c7cb');
INSERT INTO membership_emails VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8','saoirse.jordmore.6@people.example',X'01a20b7f296e762f8b02fb42618cb22f');
INSERT INTO membership_emails VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8','soren.oakblad.49@people.example',X'01a20b7f296f71708c973c9676314543');
INSERT INTO membership_emails VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8','tariq.ahlhus.35@people.example',X'01a20b7f296e762f8b02fb7cf6a972c6');
INSERT INTO membership_emails VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8','waiting@example.test',X'01a20b7f300f725ba1e16740867d39f1');
INSERT INTO membership_emails VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8','wiebke.fjellborg.28@people.example',X'01a20b7f296e762f8b02fb6e095c34e1');
INSERT INTO membership_emails VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8','you@example.test',X'01a20b7f29047451b6d89b9a68458f81');
INSERT INTO membership_emails VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8','zeynep.blomhill.52@people.example',X'01a20b7f296f71708c973c9cec68db10');
INSERT INTO membership_emails VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8','zeynep.blomskog.2@people.example',X'01a20b7f296e762f8b02fb3a041a252d');
INSERT INTO membership_emails VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8','zeynep.hagelbach.20@people.example',X'01a20b7f296e762f8b02fb5e43ef25a2');
INSERT INTO membership_emails VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8','zeynep.hagelrup.45@people.example',X'01a20b7f296f71708c973c8e89b7fc5d');
CREATE TABLE deleted_memberships (
    organization_id blob not null references organizations (id),
    id blob not null,
    user_id blob references users (id),
    email text not null,
    status text not null check (status in ('active', 'inactive')),
    first_name text,
    last_name text,
    display_name text not null,
    phone text,
    language text not null,
    time_zone text not null,
    digest text not null,
    created_at integer not null,
    last_active_at integer,
    version integer not null,
    kept_until integer not null,
    primary key (organization_id, id)
) strict;
INSERT INTO deleted_memberships VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296f71708c973c82891d3b12',X'01a20b7f296f71708c973c81d7726cdb','aino.hargskog.39@people.example','active','Aino','Hargskog','Aino Hargskog','+447700900841','de','Europe/Berlin','never',1742180412779828,1791255372779828,2,2110849214434136);
CREATE TABLE presences (
    organization_id blob not null references organizations (id),
    member_id blob not null,
    online_until integer not null,
    wave integer not null,
    primary key (organization_id, member_id)
) strict;
CREATE TABLE presence_waves (
    organization_id blob not null primary key references organizations (id),
    wave integer not null
) strict;
CREATE TABLE grants (
    organization_id blob not null,
    member_id blob not null,
    workspace_id blob not null,
    levels text not null,
    permissions text not null,
    restrictions text not null,
    given_by_kind text not null check (given_by_kind in ('member', 'operator')),
    given_by blob not null,
    given_at integer not null,
    version integer not null,
    primary key (organization_id, member_id, workspace_id),
    foreign key (organization_id, member_id) references memberships (organization_id, id) on delete cascade,
    foreign key (organization_id, workspace_id) references workspaces (organization_id, id)
) strict;
INSERT INTO grants VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f29047451b6d89b9a68458f81',X'01a20b7f29037077909e77805c10fc29','["owner"]','[]','[]','operator',X'01a20b7f29037077909e7781ad0c5898',1795489212670737,1);
INSERT INTO grants VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb37ebb14e61',X'01a20b7f29037077909e77805c10fc29','["agent"]','[]','[]','member',X'01a20b7f29047451b6d89b9a68458f81',1776049212779828,1);
INSERT INTO grants VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb3a041a252d',X'01a20b7f29037077909e77805c10fc29','["agent"]','[]','["contacts_own"]','member',X'01a20b7f29047451b6d89b9a68458f81',1752202812779828,1);
INSERT INTO grants VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb3e482ee57e',X'01a20b7f29037077909e77805c10fc29','["agent"]','[]','[]','member',X'01a20b7f29047451b6d89b9a68458f81',1740538812779828,1);
INSERT INTO grants VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb40eeed8431',X'01a20b7f29037077909e77805c10fc29','["agent"]','[]','["mask_phone_email"]','member',X'01a20b7f29047451b6d89b9a68458f81',1718247612779828,1);
INSERT INTO grants VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb42618cb22f',X'01a20b7f29037077909e77805c10fc29','["agent"]','[]','[]','member',X'01a20b7f29047451b6d89b9a68458f81',1740798012779828,1);
INSERT INTO grants VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb445b5a69b1',X'01a20b7f29037077909e77805c10fc29','["agent"]','[]','[]','member',X'01a20b7f29047451b6d89b9a68458f81',1768359612779828,1);
INSERT INTO grants VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb46613d2860',X'01a20b7f29037077909e77805c10fc29','["agent"]','[]','["mask_phone_email"]','member',X'01a20b7f29047451b6d89b9a68458f81',1791946812779828,1);
INSERT INTO grants VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb48b5bb001f',X'01a20b7f29037077909e77805c10fc29','["agent"]','[]','["contacts_own"]','member',X'01a20b7f29047451b6d89b9a68458f81',1753326012779828,1);
INSERT INTO grants VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb495ad27dae',X'01a20b7f296c76689d655e55b9ca507b','["agent"]','[]','["contacts_own"]','member',X'01a20b7f29047451b6d89b9a68458f81',1757386812779828,1);
INSERT INTO grants VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb4ce269768d',X'01a20b7f296c76689d655e5646012ca2','["agent"]','[]','[]','member',X'01a20b7f29047451b6d89b9a68458f81',1739934012779828,1);
INSERT INTO grants VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb4ecd7432ec',X'01a20b7f296c76689d655e55b9ca507b','["agent"]','[]','[]','member',X'01a20b7f29047451b6d89b9a68458f81',1734058812779828,1);
INSERT INTO grants VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb50573c35f2',X'01a20b7f296c76689d655e5646012ca2','["agent"]','[]','[]','member',X'01a20b7f29047451b6d89b9a68458f81',1746241212779828,1);
INSERT INTO grants VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb525ee315a9',X'01a20b7f296c76689d655e55b9ca507b','["agent"]','[]','[]','member',X'01a20b7f29047451b6d89b9a68458f81',1788577212779828,1);
INSERT INTO grants VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb54977163f5',X'01a20b7f296c76689d655e578ff933de','["agent"]','[]','[]','member',X'01a20b7f29047451b6d89b9a68458f81',1785726012779828,1);
INSERT INTO grants VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb5631c564c2',X'01a20b7f296c76689d655e55b9ca507b','["agent"]','[]','["mask_phone_email"]','member',X'01a20b7f29047451b6d89b9a68458f81',1738292412779828,1);
INSERT INTO grants VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb57f107b3ef',X'01a20b7f296c76689d655e578ff933de','["agent"]','[]','[]','member',X'01a20b7f29047451b6d89b9a68458f81',1789354812779828,1);
INSERT INTO grants VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb5a64dde9bc',X'01a20b7f296c76689d655e55b9ca507b','["agent"]','[]','[]','member',X'01a20b7f29047451b6d89b9a68458f81',1794366012779828,1);
INSERT INTO grants VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb5cd5758b2b',X'01a20b7f296d77ca9896ac4f7f86fdc4','["agent"]','[]','["contacts_own"]','member',X'01a20b7f29047451b6d89b9a68458f81',1750215612779828,1);
INSERT INTO grants VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb5e43ef25a2',X'01a20b7f296c76689d655e55b9ca507b','["agent"]','[]','[]','member',X'01a20b7f29047451b6d89b9a68458f81',1732330812779828,1);
INSERT INTO grants VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb60a9638c8f',X'01a20b7f296c76689d655e5646012ca2','["agent"]','[]','[]','member',X'01a20b7f29047451b6d89b9a68458f81',1719716412779828,1);
INSERT INTO grants VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb622abdfe2a',X'01a20b7f296c76689d655e55b9ca507b','["agent"]','[]','[]','member',X'01a20b7f29047451b6d89b9a68458f81',1741057212779828,1);
INSERT INTO grants VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb642400e542',X'01a20b7f296c76689d655e55b9ca507b','["agent"]','[]','[]','member',X'01a20b7f29047451b6d89b9a68458f81',1787713212779828,1);
INSERT INTO grants VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb6604115e7a',X'01a20b7f296c76689d655e55b9ca507b','["manager"]','[]','[]','member',X'01a20b7f29047451b6d89b9a68458f81',1758164412779828,1);
INSERT INTO grants VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb68ac69e2a1',X'01a20b7f296d77ca9896ac4f7f86fdc4','["agent"]','[]','[]','member',X'01a20b7f29047451b6d89b9a68458f81',1744340412779828,1);
INSERT INTO grants VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb6a18a858df',X'01a20b7f296c76689d655e55b9ca507b','["agent"]','[]','[]','member',X'01a20b7f29047451b6d89b9a68458f81',1790391612779828,1);
INSERT INTO grants VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb6c7db5c7cb',X'01a20b7f296c76689d655e578ff933de','["agent"]','[]','[]','member',X'01a20b7f29047451b6d89b9a68458f81',1735614012779828,1);
INSERT INTO grants VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb6e095c34e1',X'01a20b7f296c76689d655e55b9ca507b','["agent"]','[]','["contacts_own"]','member',X'01a20b7f29047451b6d89b9a68458f81',1778900412779828,1);
INSERT INTO grants VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb70e8c70e6b',X'01a20b7f296c76689d655e585ba742c2','["agent"]','[]','[]','member',X'01a20b7f29047451b6d89b9a68458f81',1775358012779828,1);
INSERT INTO grants VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb72ac696226',X'01a20b7f296c76689d655e55b9ca507b','["agent"]','[]','["mask_phone_email"]','member',X'01a20b7f29047451b6d89b9a68458f81',1743390012779828,1);
INSERT INTO grants VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb74f8f6c39b',X'01a20b7f296c76689d655e55b9ca507b','["agent"]','[]','[]','member',X'01a20b7f29047451b6d89b9a68458f81',1738810812779828,1);
INSERT INTO grants VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb767dbe2852',X'01a20b7f296c76689d655e55b9ca507b','["agent"]','[]','[]','member',X'01a20b7f29047451b6d89b9a68458f81',1732676412779828,1);
INSERT INTO grants VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb78a12024f8',X'01a20b7f296d77ca9896ac4f7f86fdc4','["agent"]','[]','[]','member',X'01a20b7f29047451b6d89b9a68458f81',1751770812779828,1);
INSERT INTO grants VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb7aed3fb4fb',X'01a20b7f296c76689d655e55b9ca507b','["agent"]','[]','[]','member',X'01a20b7f29047451b6d89b9a68458f81',1749092412779828,1);
INSERT INTO grants VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb7cf6a972c6',X'01a20b7f296c76689d655e55b9ca507b','["agent"]','[]','[]','member',X'01a20b7f29047451b6d89b9a68458f81',1762916412779828,1);
INSERT INTO grants VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb7d9ea4443f',X'01a20b7f296c76689d655e55b9ca507b','["agent"]','[]','[]','member',X'01a20b7f29047451b6d89b9a68458f81',1773543612779828,1);
INSERT INTO grants VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb8052ec1e96',X'01a20b7f296c76689d655e578ff933de','["agent"]','[]','[]','member',X'01a20b7f29047451b6d89b9a68458f81',1755831612779828,1);
INSERT INTO grants VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296f71708c973c8068c3e6a3',X'01a20b7f296c76689d655e55b9ca507b','["agent"]','[]','[]','member',X'01a20b7f29047451b6d89b9a68458f81',1742871612779828,1);
INSERT INTO grants VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296f71708c973c84255eedda',X'01a20b7f296c76689d655e55b9ca507b','["agent"]','[]','[]','member',X'01a20b7f29047451b6d89b9a68458f81',1778036412779828,1);
INSERT INTO grants VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296f71708c973c86bad93102',X'01a20b7f296c76689d655e578ff933de','["agent"]','[]','[]','member',X'01a20b7f29047451b6d89b9a68458f81',1780887612779828,1);
INSERT INTO grants VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296f71708c973c881fe0d6f4',X'01a20b7f296c76689d655e55b9ca507b','["agent"]','[]','["contacts_own"]','member',X'01a20b7f29047451b6d89b9a68458f81',1733108412779828,1);
INSERT INTO grants VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296f71708c973c8a9afe74ae',X'01a20b7f296c76689d655e55b9ca507b','["manager"]','[]','[]','member',X'01a20b7f29047451b6d89b9a68458f81',1733540412779828,1);
INSERT INTO grants VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296f71708c973c8cf78c60aa',X'01a20b7f296c76689d655e55b9ca507b','["agent"]','[]','[]','member',X'01a20b7f29047451b6d89b9a68458f81',1750647612779828,1);
INSERT INTO grants VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296f71708c973c8e89b7fc5d',X'01a20b7f296d77ca9896ac4f7f86fdc4','["agent"]','[]','[]','member',X'01a20b7f29047451b6d89b9a68458f81',1758423612779828,1);
INSERT INTO grants VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296f71708c973c90c66e5120',X'01a20b7f296c76689d655e55b9ca507b','["agent"]','[]','[]','member',X'01a20b7f29047451b6d89b9a68458f81',1726196412779828,1);
INSERT INTO grants VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296f71708c973c9203345177',X'01a20b7f296c76689d655e55b9ca507b','["agent"]','[]','[]','member',X'01a20b7f29047451b6d89b9a68458f81',1776654012779828,1);
INSERT INTO grants VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296f71708c973c941dea3e9e',X'01a20b7f296c76689d655e55b9ca507b','["agent"]','[]','[]','member',X'01a20b7f29047451b6d89b9a68458f81',1768446012779828,1);
INSERT INTO grants VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296f71708c973c9676314543',X'01a20b7f296d77ca9896ac4f7f86fdc4','["agent"]','[]','[]','member',X'01a20b7f29047451b6d89b9a68458f81',1757559612779828,1);
INSERT INTO grants VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296f71708c973c9815676dc7',X'01a20b7f296c76689d655e55b9ca507b','["agent"]','[]','[]','member',X'01a20b7f29047451b6d89b9a68458f81',1782183612779828,1);
INSERT INTO grants VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296f71708c973c9ab5b056e3',X'01a20b7f296c76689d655e5646012ca2','["agent"]','[]','[]','member',X'01a20b7f29047451b6d89b9a68458f81',1746327612779828,1);
INSERT INTO grants VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296f71708c973c9cec68db10',X'01a20b7f296c76689d655e55b9ca507b','["agent"]','[]','[]','member',X'01a20b7f29047451b6d89b9a68458f81',1739329212779828,1);
INSERT INTO grants VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296f71708c973c9e3ae5ef20',X'01a20b7f296c76689d655e5646012ca2','["agent"]','[]','["contacts_own"]','member',X'01a20b7f29047451b6d89b9a68458f81',1723086012779828,1);
INSERT INTO grants VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296f71708c973ca0cd3418fb',X'01a20b7f296c76689d655e55b9ca507b','["agent"]','[]','[]','member',X'01a20b7f29047451b6d89b9a68458f81',1726801212779828,1);
INSERT INTO grants VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296f71708c973ca2dc52dfd8',X'01a20b7f296c76689d655e585ba742c2','["agent"]','[]','[]','member',X'01a20b7f29047451b6d89b9a68458f81',1775185212779828,1);
INSERT INTO grants VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296f71708c973ca4524aa4e1',X'01a20b7f296c76689d655e55b9ca507b','["agent"]','[]','[]','member',X'01a20b7f29047451b6d89b9a68458f81',1781492412779828,1);
INSERT INTO grants VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296f71708c973ca66389b80d',X'01a20b7f296c76689d655e55b9ca507b','["agent"]','[]','[]','member',X'01a20b7f29047451b6d89b9a68458f81',1777950012779828,1);
INSERT INTO grants VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296f71708c973ca81779a652',X'01a20b7f296c76689d655e55b9ca507b','["agent"]','[]','[]','member',X'01a20b7f29047451b6d89b9a68458f81',1727060412779828,1);
INSERT INTO grants VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296f71708c973caaa00c1a15',X'01a20b7f296c76689d655e5646012ca2','["agent"]','[]','[]','member',X'01a20b7f29047451b6d89b9a68458f81',1746846012779828,1);
INSERT INTO grants VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f300f725ba1e16740867d39f1',X'01a20b7f29037077909e77805c10fc29','["agent"]','[]','[]','member',X'01a20b7f29047451b6d89b9a68458f81',1795489214474411,1);
CREATE TABLE grant_levels (
    organization_id blob not null,
    workspace_id blob not null,
    level text not null,
    member_id blob not null,
    primary key (organization_id, workspace_id, level, member_id),
    foreign key (organization_id, member_id, workspace_id)
        references grants (organization_id, member_id, workspace_id) on delete cascade
) strict, without rowid;
INSERT INTO grant_levels VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f29037077909e77805c10fc29','owner',X'01a20b7f29047451b6d89b9a68458f81');
INSERT INTO grant_levels VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f29037077909e77805c10fc29','agent',X'01a20b7f296e762f8b02fb37ebb14e61');
INSERT INTO grant_levels VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f29037077909e77805c10fc29','agent',X'01a20b7f296e762f8b02fb3a041a252d');
INSERT INTO grant_levels VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f29037077909e77805c10fc29','agent',X'01a20b7f296e762f8b02fb3e482ee57e');
INSERT INTO grant_levels VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f29037077909e77805c10fc29','agent',X'01a20b7f296e762f8b02fb40eeed8431');
INSERT INTO grant_levels VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f29037077909e77805c10fc29','agent',X'01a20b7f296e762f8b02fb42618cb22f');
INSERT INTO grant_levels VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f29037077909e77805c10fc29','agent',X'01a20b7f296e762f8b02fb445b5a69b1');
INSERT INTO grant_levels VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f29037077909e77805c10fc29','agent',X'01a20b7f296e762f8b02fb46613d2860');
INSERT INTO grant_levels VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f29037077909e77805c10fc29','agent',X'01a20b7f296e762f8b02fb48b5bb001f');
INSERT INTO grant_levels VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296c76689d655e55b9ca507b','agent',X'01a20b7f296e762f8b02fb495ad27dae');
INSERT INTO grant_levels VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296c76689d655e5646012ca2','agent',X'01a20b7f296e762f8b02fb4ce269768d');
INSERT INTO grant_levels VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296c76689d655e55b9ca507b','agent',X'01a20b7f296e762f8b02fb4ecd7432ec');
INSERT INTO grant_levels VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296c76689d655e5646012ca2','agent',X'01a20b7f296e762f8b02fb50573c35f2');
INSERT INTO grant_levels VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296c76689d655e55b9ca507b','agent',X'01a20b7f296e762f8b02fb525ee315a9');
INSERT INTO grant_levels VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296c76689d655e578ff933de','agent',X'01a20b7f296e762f8b02fb54977163f5');
INSERT INTO grant_levels VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296c76689d655e55b9ca507b','agent',X'01a20b7f296e762f8b02fb5631c564c2');
INSERT INTO grant_levels VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296c76689d655e578ff933de','agent',X'01a20b7f296e762f8b02fb57f107b3ef');
INSERT INTO grant_levels VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296c76689d655e55b9ca507b','agent',X'01a20b7f296e762f8b02fb5a64dde9bc');
INSERT INTO grant_levels VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296d77ca9896ac4f7f86fdc4','agent',X'01a20b7f296e762f8b02fb5cd5758b2b');
INSERT INTO grant_levels VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296c76689d655e55b9ca507b','agent',X'01a20b7f296e762f8b02fb5e43ef25a2');
INSERT INTO grant_levels VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296c76689d655e5646012ca2','agent',X'01a20b7f296e762f8b02fb60a9638c8f');
INSERT INTO grant_levels VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296c76689d655e55b9ca507b','agent',X'01a20b7f296e762f8b02fb622abdfe2a');
INSERT INTO grant_levels VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296c76689d655e55b9ca507b','agent',X'01a20b7f296e762f8b02fb642400e542');
INSERT INTO grant_levels VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296c76689d655e55b9ca507b','manager',X'01a20b7f296e762f8b02fb6604115e7a');
INSERT INTO grant_levels VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296d77ca9896ac4f7f86fdc4','agent',X'01a20b7f296e762f8b02fb68ac69e2a1');
INSERT INTO grant_levels VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296c76689d655e55b9ca507b','agent',X'01a20b7f296e762f8b02fb6a18a858df');
INSERT INTO grant_levels VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296c76689d655e578ff933de','agent',X'01a20b7f296e762f8b02fb6c7db5c7cb');
INSERT INTO grant_levels VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296c76689d655e55b9ca507b','agent',X'01a20b7f296e762f8b02fb6e095c34e1');
INSERT INTO grant_levels VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296c76689d655e585ba742c2','agent',X'01a20b7f296e762f8b02fb70e8c70e6b');
INSERT INTO grant_levels VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296c76689d655e55b9ca507b','agent',X'01a20b7f296e762f8b02fb72ac696226');
INSERT INTO grant_levels VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296c76689d655e55b9ca507b','agent',X'01a20b7f296e762f8b02fb74f8f6c39b');
INSERT INTO grant_levels VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296c76689d655e55b9ca507b','agent',X'01a20b7f296e762f8b02fb767dbe2852');
INSERT INTO grant_levels VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296d77ca9896ac4f7f86fdc4','agent',X'01a20b7f296e762f8b02fb78a12024f8');
INSERT INTO grant_levels VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296c76689d655e55b9ca507b','agent',X'01a20b7f296e762f8b02fb7aed3fb4fb');
INSERT INTO grant_levels VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296c76689d655e55b9ca507b','agent',X'01a20b7f296e762f8b02fb7cf6a972c6');
INSERT INTO grant_levels VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296c76689d655e55b9ca507b','agent',X'01a20b7f296e762f8b02fb7d9ea4443f');
INSERT INTO grant_levels VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296c76689d655e578ff933de','agent',X'01a20b7f296e762f8b02fb8052ec1e96');
INSERT INTO grant_levels VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296c76689d655e55b9ca507b','agent',X'01a20b7f296f71708c973c8068c3e6a3');
INSERT INTO grant_levels VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296c76689d655e55b9ca507b','agent',X'01a20b7f296f71708c973c84255eedda');
INSERT INTO grant_levels VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296c76689d655e578ff933de','agent',X'01a20b7f296f71708c973c86bad93102');
INSERT INTO grant_levels VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296c76689d655e55b9ca507b','agent',X'01a20b7f296f71708c973c881fe0d6f4');
INSERT INTO grant_levels VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296c76689d655e55b9ca507b','manager',X'01a20b7f296f71708c973c8a9afe74ae');
INSERT INTO grant_levels VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296c76689d655e55b9ca507b','agent',X'01a20b7f296f71708c973c8cf78c60aa');
INSERT INTO grant_levels VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296d77ca9896ac4f7f86fdc4','agent',X'01a20b7f296f71708c973c8e89b7fc5d');
INSERT INTO grant_levels VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296c76689d655e55b9ca507b','agent',X'01a20b7f296f71708c973c90c66e5120');
INSERT INTO grant_levels VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296c76689d655e55b9ca507b','agent',X'01a20b7f296f71708c973c9203345177');
INSERT INTO grant_levels VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296c76689d655e55b9ca507b','agent',X'01a20b7f296f71708c973c941dea3e9e');
INSERT INTO grant_levels VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296d77ca9896ac4f7f86fdc4','agent',X'01a20b7f296f71708c973c9676314543');
INSERT INTO grant_levels VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296c76689d655e55b9ca507b','agent',X'01a20b7f296f71708c973c9815676dc7');
INSERT INTO grant_levels VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296c76689d655e5646012ca2','agent',X'01a20b7f296f71708c973c9ab5b056e3');
INSERT INTO grant_levels VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296c76689d655e55b9ca507b','agent',X'01a20b7f296f71708c973c9cec68db10');
INSERT INTO grant_levels VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296c76689d655e5646012ca2','agent',X'01a20b7f296f71708c973c9e3ae5ef20');
INSERT INTO grant_levels VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296c76689d655e55b9ca507b','agent',X'01a20b7f296f71708c973ca0cd3418fb');
INSERT INTO grant_levels VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296c76689d655e585ba742c2','agent',X'01a20b7f296f71708c973ca2dc52dfd8');
INSERT INTO grant_levels VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296c76689d655e55b9ca507b','agent',X'01a20b7f296f71708c973ca4524aa4e1');
INSERT INTO grant_levels VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296c76689d655e55b9ca507b','agent',X'01a20b7f296f71708c973ca66389b80d');
INSERT INTO grant_levels VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296c76689d655e55b9ca507b','agent',X'01a20b7f296f71708c973ca81779a652');
INSERT INTO grant_levels VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296c76689d655e5646012ca2','agent',X'01a20b7f296f71708c973caaa00c1a15');
INSERT INTO grant_levels VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f29037077909e77805c10fc29','agent',X'01a20b7f300f725ba1e16740867d39f1');
CREATE TABLE resources (
    organization_id blob not null references organizations (id),
    id blob not null,
    kind text not null,
    name text not null,
    name_key text not null,
    for_everyone integer not null check (for_everyone in (0, 1)),
    created_at integer not null,
    version integer not null,
    primary key (organization_id, id)
) strict;
CREATE TABLE resource_groups (
    organization_id blob not null references organizations (id),
    id blob not null,
    kind text not null,
    name text not null,
    name_key text not null,
    created_at integer not null,
    version integer not null,
    primary key (organization_id, id)
) strict;
CREATE TABLE grouped_resources (
    organization_id blob not null,
    group_id blob not null,
    resource_id blob not null,
    primary key (organization_id, group_id, resource_id),
    foreign key (organization_id, group_id) references resource_groups (organization_id, id) on delete cascade,
    foreign key (organization_id, resource_id) references resources (organization_id, id) on delete cascade
) strict, without rowid;
CREATE TABLE tokens (
    organization_id blob not null,
    id blob not null,
    member_id blob not null,
    secret_hash blob not null unique,
    name text not null,
    permissions text,
    made_by blob not null,
    created_at integer not null,
    expires_at integer,
    last_used_at integer,
    primary key (organization_id, id),
    foreign key (organization_id, member_id) references memberships (organization_id, id) on delete cascade
) strict;
INSERT INTO tokens VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f2e2975409496fb296c748092',X'01a20b7f29047451b6d89b9a68458f81',X'7c34d32a48d402b3beb2bd3086ab2ebb16b476b74922068045c30249f86057da','Nightly export',NULL,X'01a20b7f29047451b6d89b9a68458f81',1795489213988972,2109110400000000,NULL);
CREATE TABLE selections (
    organization_id blob not null,
    member_id blob not null,
    kind text not null,
    reaches_all integer not null check (reaches_all in (0, 1)),
    chosen_by_kind text check (chosen_by_kind in ('member', 'operator')),
    chosen_by blob,
    version integer not null,
    primary key (organization_id, member_id, kind),
    foreign key (organization_id, member_id) references memberships (organization_id, id) on delete cascade
) strict, without rowid;
CREATE TABLE selection_resources (
    organization_id blob not null,
    member_id blob not null,
    kind text not null,
    resource_id blob not null,
    primary key (organization_id, member_id, kind, resource_id),
    foreign key (organization_id, member_id, kind) references selections (organization_id, member_id, kind) on delete cascade,
    foreign key (organization_id, resource_id) references resources (organization_id, id) on delete cascade
) strict, without rowid;
CREATE TABLE selection_groups (
    organization_id blob not null,
    member_id blob not null,
    kind text not null,
    group_id blob not null,
    primary key (organization_id, member_id, kind, group_id),
    foreign key (organization_id, member_id, kind) references selections (organization_id, member_id, kind) on delete cascade,
    foreign key (organization_id, group_id) references resource_groups (organization_id, id) on delete cascade
) strict, without rowid;
CREATE TABLE invitations (
    organization_id blob not null,
    id blob not null,
    member_id blob not null,
    generation integer not null,
    note text,
    expires_at integer not null,
    invited_by_kind text not null check (invited_by_kind in ('member', 'operator')),
    invited_by blob not null,
    mail_at integer,
    mail_domain text,
    created_at integer not null,
    version integer not null,
    primary key (organization_id, id),
    unique (organization_id, member_id),
    check ((mail_at is null) = (mail_domain is null)),
    foreign key (organization_id, member_id) references memberships (organization_id, id) on delete cascade
) strict;
INSERT INTO invitations VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb386e86e593',X'01a20b7f296e762f8b02fb37ebb14e61',1,NULL,1796094012779828,'member',X'01a20b7f29047451b6d89b9a68458f81',NULL,NULL,1776049212779828,1);
INSERT INTO invitations VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb4a7b07cb85',X'01a20b7f296e762f8b02fb495ad27dae',1,NULL,1796094012779828,'member',X'01a20b7f29047451b6d89b9a68458f81',NULL,NULL,1757386812779828,1);
INSERT INTO invitations VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb583ef8d462',X'01a20b7f296e762f8b02fb57f107b3ef',1,NULL,1796094012779828,'member',X'01a20b7f29047451b6d89b9a68458f81',NULL,NULL,1789354812779828,1);
INSERT INTO invitations VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb7e0bc4ab3b',X'01a20b7f296e762f8b02fb7d9ea4443f',1,NULL,1796094012779828,'member',X'01a20b7f29047451b6d89b9a68458f81',NULL,NULL,1773543612779828,1);
INSERT INTO invitations VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f300f725ba1e167418a336566',X'01a20b7f300f725ba1e16740867d39f1',1,NULL,1796094014474411,'member',X'01a20b7f29047451b6d89b9a68458f81',1795489214474411,'example.test',1795489214474411,1);
CREATE TABLE invitation_mails (
    organization_id blob not null references organizations (id),
    hour integer not null,
    domain text not null,
    mails integer not null,
    primary key (organization_id, hour, domain)
) strict;
INSERT INTO invitation_mails VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',498747,'',1);
INSERT INTO invitation_mails VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',498747,'example.test',1);
CREATE TABLE portfolios (
    organization_id blob not null,
    id blob not null,
    workspace_id blob not null,
    first_holder blob not null,
    holder blob,
    open integer not null check (open in (0, 1)),
    primary key (organization_id, id),
    foreign key (organization_id, workspace_id) references workspaces (organization_id, id),
    foreign key (organization_id, holder) references memberships (organization_id, id)
) strict;
INSERT INTO portfolios VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f29867468bc66f59e1cfab290',X'01a20b7f29037077909e77805c10fc29',X'01a20b7f29047451b6d89b9a68458f81',X'01a20b7f29047451b6d89b9a68458f81',1);
INSERT INTO portfolios VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298777069ffb1b8a1a6e2104',X'01a20b7f29037077909e77805c10fc29',X'01a20b7f296e762f8b02fb3a041a252d',X'01a20b7f296e762f8b02fb3a041a252d',1);
INSERT INTO portfolios VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f29887163af297351cf9fac64',X'01a20b7f29037077909e77805c10fc29',X'01a20b7f296e762f8b02fb3cb4c79b35',NULL,0);
INSERT INTO portfolios VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f29887163af297352a0c20aeb',X'01a20b7f29037077909e77805c10fc29',X'01a20b7f296e762f8b02fb3e482ee57e',X'01a20b7f296e762f8b02fb3e482ee57e',1);
INSERT INTO portfolios VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298972c090c0ca81b0a36fc6',X'01a20b7f29037077909e77805c10fc29',X'01a20b7f296e762f8b02fb40eeed8431',X'01a20b7f296e762f8b02fb40eeed8431',1);
INSERT INTO portfolios VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298972c090c0ca82505469aa',X'01a20b7f29037077909e77805c10fc29',X'01a20b7f296e762f8b02fb42618cb22f',X'01a20b7f296e762f8b02fb42618cb22f',1);
CREATE TABLE contacts (
    organization_id blob not null,
    id blob not null,
    workspace_id blob not null,
    name text not null,
    name_key text not null,
    name_reveals integer not null check (name_reveals in (0, 1)),
    email text,
    phone text,
    portfolio_id blob,
    created_at integer not null,
    version integer not null,
    primary key (organization_id, id),
    foreign key (organization_id, workspace_id) references workspaces (organization_id, id),
    foreign key (organization_id, portfolio_id) references portfolios (organization_id, id)
) strict;
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298972c090c0ca83360150d8',X'01a20b7f29037077909e77805c10fc29','Jorge Askhus','jorge askhus',0,'jorge.askhus.0@customers.example','+447700900300',NULL,1777518012779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298972c090c0ca845db38243',X'01a20b7f29037077909e77805c10fc29','Wiebke Raymore','wiebke raymore',0,'wiebke.raymore.1@customers.example','+447700900878',X'01a20b7f298777069ffb1b8a1a6e2104',1770087612779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298972c090c0ca85a350c878',X'01a20b7f29037077909e77805c10fc29','Paloma Dahlham','paloma dahlham',0,'paloma.dahlham.2@customers.example','+447700900830',NULL,1774926012779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298972c090c0ca867c08376e',X'01a20b7f29037077909e77805c10fc29','Valentina Nordstrom','valentina nordstrom',0,'valentina.nordstrom.3@customers.example','+447700900477',X'01a20b7f29887163af297352a0c20aeb',1768791612779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298a76ada4edda64294faf54',X'01a20b7f29037077909e77805c10fc29','Oluwaseun Jordhus','oluwaseun jordhus',0,'oluwaseun.jordhus.4@customers.example',NULL,X'01a20b7f298972c090c0ca81b0a36fc6',1735354812779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298a76ada4edda6544be2597',X'01a20b7f29037077909e77805c10fc29','Ilse Hazelquist','ilse hazelquist',0,'ilse.hazelquist.5@customers.example','+447700900378',NULL,1747882812779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298a76ada4edda6667ec756d',X'01a20b7f29037077909e77805c10fc29','Aino Silberwood','aino silberwood',0,'aino.silberwood.6@customers.example','+447700900641',NULL,1792983612779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298a76ada4edda67e0c3b770',X'01a20b7f29037077909e77805c10fc29','Søren Korsborg','søren korsborg',0,'soren.korsborg.7@customers.example','+447700900114',X'01a20b7f298777069ffb1b8a1a6e2104',1749092412779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298a76ada4edda68cde76ca6',X'01a20b7f29037077909e77805c10fc29','Bilal Rayrup','bilal rayrup',0,'bilal.rayrup.8@customers.example','+447700900805',NULL,1748055612779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298a76ada4edda693ee8b17a',X'01a20b7f29037077909e77805c10fc29','Lorcan Askhill','lorcan askhill',0,'lorcan.askhill.9@customers.example','+447700900104',NULL,1793934012779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298a76ada4edda6a4c21e00c',X'01a20b7f29037077909e77805c10fc29','Leïla Strandfeld','leila strandfeld',0,'leila.strandfeld.10@customers.example','+447700900223',NULL,1745118012779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298a76ada4edda6b9b8c26bd',X'01a20b7f29037077909e77805c10fc29','Gaël Marhall','gael marhall',0,'gael.marhall.11@customers.example','+447700900975',X'01a20b7f298972c090c0ca82505469aa',1771729212779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298a76ada4edda6c46f0b11e',X'01a20b7f29037077909e77805c10fc29','Kaito Holmborg','kaito holmborg',0,'kaito.holmborg.12@customers.example','+447700900261',NULL,1748833212779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298a76ada4edda6d555f619c',X'01a20b7f29037077909e77805c10fc29','Daichi Åkerbeck','daichi akerbeck',0,'daichi.akerbeck.13@customers.example','+447700900929',NULL,1774753212779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298a76ada4edda6ee64b0550',X'01a20b7f29037077909e77805c10fc29','Rohan Rosenborg','rohan rosenborg',0,'rohan.rosenborg.14@customers.example','+447700900752',X'01a20b7f29887163af297351cf9fac64',1783825212779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298a76ada4edda6f6788fc6d',X'01a20b7f29037077909e77805c10fc29','Oluwaseun Markamp','oluwaseun markamp',0,'oluwaseun.markamp.15@customers.example','+447700900269',X'01a20b7f29887163af297352a0c20aeb',1780714812779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298a76ada4edda70cbe6b0e6',X'01a20b7f29037077909e77805c10fc29','Lorcan Hazelhaus','lorcan hazelhaus',0,NULL,'+447700900344',X'01a20b7f298972c090c0ca81b0a36fc6',1746414012779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298a76ada4edda71286d4eb7',X'01a20b7f29037077909e77805c10fc29','Camila Hazelhill','camila hazelhill',0,NULL,NULL,NULL,1792810812779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298a76ada4edda72297f8a5f',X'01a20b7f29037077909e77805c10fc29','Ulrike Millquist','ulrike millquist',0,'ulrike.millquist.18@customers.example','+447700900036',X'01a20b7f29867468bc66f59e1cfab290',1779850812779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298a76ada4edda7339b1ad8c',X'01a20b7f29037077909e77805c10fc29','Imani Vindmore','imani vindmore',0,'imani.vindmore.19@customers.example','+447700900419',NULL,1736391612779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298a76ada4edda74d6ad6316',X'01a20b7f29037077909e77805c10fc29','Amira Grünmann','amira grunmann',0,'amira.grunmann.20@customers.example','+447700900802',NULL,1759546812779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298a76ada4edda754768adcd',X'01a20b7f29037077909e77805c10fc29','Rohan Brookskog','rohan brookskog',0,'rohan.brookskog.21@customers.example','+447700900992',X'01a20b7f29887163af297352a0c20aeb',1773716412779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298a76ada4edda760c898434',X'01a20b7f29037077909e77805c10fc29','Jorge Brookquist','jorge brookquist',0,'jorge.brookquist.22@customers.example','+447700900300',X'01a20b7f298972c090c0ca81b0a36fc6',1786071612779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298a76ada4edda776843cfed',X'01a20b7f29037077909e77805c10fc29','Søren Sanddorf','søren sanddorf',0,'soren.sanddorf.23@customers.example','+447700900434',NULL,1744686012779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298a76ada4edda78d5977d65',X'01a20b7f29037077909e77805c10fc29','Edda Ekstad','edda ekstad',0,'edda.ekstad.24@customers.example','+447700900651',X'01a20b7f29867468bc66f59e1cfab290',1754276412779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298a76ada4edda79d537f904',X'01a20b7f29037077909e77805c10fc29','Kaito Birkworth','kaito birkworth',0,'kaito.birkworth.25@customers.example',NULL,X'01a20b7f298777069ffb1b8a1a6e2104',1770951612779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298a76ada4edda7a622390ed',X'01a20b7f29037077909e77805c10fc29','Anders Bergdahl','anders bergdahl',0,'anders.bergdahl.26@customers.example','+447700900323',X'01a20b7f29887163af297351cf9fac64',1777086012779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298a76ada4edda7b03952092',X'01a20b7f29037077909e77805c10fc29','Edda Birkmore','edda birkmore',0,'edda.birkmore.27@customers.example','+447700900091',X'01a20b7f29887163af297352a0c20aeb',1770519612779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298a76ada4edda7cda63820a',X'01a20b7f29037077909e77805c10fc29','Daichi Korsford','daichi korsford',0,'daichi.korsford.28@customers.example',NULL,X'01a20b7f298972c090c0ca81b0a36fc6',1735441212779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298a76ada4edda7d43433591',X'01a20b7f29037077909e77805c10fc29','Søren Rayford','søren rayford',0,'soren.rayford.29@customers.example','+447700900354',X'01a20b7f298972c090c0ca82505469aa',1757214012779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298a76ada4edda7eedd26d86',X'01a20b7f29037077909e77805c10fc29','Nuno Dahlwood','nuno dahlwood',0,'nuno.dahlwood.30@customers.example',NULL,X'01a20b7f29867468bc66f59e1cfab290',1765940412779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298a76ada4edda7f85c99ff1',X'01a20b7f29037077909e77805c10fc29','Greta Bergthal','greta bergthal',0,'greta.bergthal.31@customers.example',NULL,X'01a20b7f298777069ffb1b8a1a6e2104',1751079612779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298a76ada4edda809c3a9159',X'01a20b7f29037077909e77805c10fc29','Amira Millholt','amira millholt',0,'amira.millholt.32@customers.example','+447700900122',X'01a20b7f29887163af297351cf9fac64',1790478012779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298a76ada4edda81fdd17315',X'01a20b7f29037077909e77805c10fc29','Leïla Hazeldorf','leila hazeldorf',0,'leila.hazeldorf.33@customers.example','+447700900383',NULL,1770174012779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298a76ada4edda8206741272',X'01a20b7f29037077909e77805c10fc29','Beatriz Rayhus','beatriz rayhus',0,'beatriz.rayhus.34@customers.example','+447700900844',X'01a20b7f298972c090c0ca81b0a36fc6',1741834812779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298a76ada4edda83079d5232',X'01a20b7f29037077909e77805c10fc29','Jorge Alderskog','jorge alderskog',0,'jorge.alderskog.35@customers.example','+447700900940',X'01a20b7f298972c090c0ca82505469aa',1739847612779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298a76ada4edda845817e30b',X'01a20b7f29037077909e77805c10fc29','Farah Hargson','farah hargson',0,NULL,'+447700900693',X'01a20b7f29867468bc66f59e1cfab290',1763780412779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298a76ada4edda85bb9007a6',X'01a20b7f29037077909e77805c10fc29','Farah Aldersen','farah aldersen',0,'farah.aldersen.37@customers.example',NULL,NULL,1779591612779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298a76ada4edda86f8fb1f34',X'01a20b7f29037077909e77805c10fc29','Björn Fjellblad','bjorn fjellblad',0,'bjorn.fjellblad.38@customers.example','+447700900806',X'01a20b7f29887163af297351cf9fac64',1744513212779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298a76ada4edda875dded8fc',X'01a20b7f29037077909e77805c10fc29','Quentin Woodland','quentin woodland',0,'quentin.woodland.39@customers.example','+447700900831',NULL,1768186812779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298a76ada4edda88dfd5f329',X'01a20b7f29037077909e77805c10fc29','Imani Ekstrom','imani ekstrom',0,'imani.ekstrom.40@customers.example','+447700900979',NULL,1774407612779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298a76ada4edda89c93f9ea2',X'01a20b7f29037077909e77805c10fc29','Rohan Åkerfield','rohan akerfield',0,'rohan.akerfield.41@customers.example','+447700900992',X'01a20b7f298972c090c0ca82505469aa',1737601212779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298a76ada4edda8af0950211',X'01a20b7f29037077909e77805c10fc29','Ulrike Birkhaus','ulrike birkhaus',0,'ulrike.birkhaus.42@customers.example','+447700900916',NULL,1757386812779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298a76ada4edda8b37476fb0',X'01a20b7f29037077909e77805c10fc29','Farah Blomheim','farah blomheim',0,NULL,'+447700900533',X'01a20b7f298777069ffb1b8a1a6e2104',1766458812779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298a76ada4edda8cd76cf342',X'01a20b7f29037077909e77805c10fc29','Lorcan Goldbach','lorcan goldbach',0,'lorcan.goldbach.44@customers.example','+447700900744',X'01a20b7f29887163af297351cf9fac64',1737428412779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298a76ada4edda8d2eed1381',X'01a20b7f29037077909e77805c10fc29','Quentin Alderstrom','quentin alderstrom',0,'quentin.alderstrom.45@customers.example','+447700900351',NULL,1770260412779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298a76ada4edda8ec0832755',X'01a20b7f29037077909e77805c10fc29','Leïla Margaard','leila margaard',0,'leila.margaard.46@customers.example','+447700900663',X'01a20b7f298972c090c0ca81b0a36fc6',1744254012779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298a76ada4edda8fd3fdcc2d',X'01a20b7f29037077909e77805c10fc29','Björn Blomworth','bjorn blomworth',0,'bjorn.blomworth.47@customers.example','+447700900846',X'01a20b7f298972c090c0ca82505469aa',1763175612779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298a76ada4edda909320c00e',X'01a20b7f29037077909e77805c10fc29','Ilse Ahldorf','ilse ahldorf',0,'ilse.ahldorf.48@customers.example','+447700900498',X'01a20b7f29867468bc66f59e1cfab290',1763694012779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298a76ada4edda913d6dbcb2',X'01a20b7f29037077909e77805c10fc29','Greta Markamp','greta markamp',0,'greta.markamp.49@customers.example','+447700900576',X'01a20b7f298777069ffb1b8a1a6e2104',1787886012779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298a76ada4edda92970160b5',X'01a20b7f29037077909e77805c10fc29','Camila Ahlhall','camila ahlhall',0,'camila.ahlhall.50@customers.example','+447700900567',NULL,1789873212779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298a76ada4edda93f8d6732a',X'01a20b7f29037077909e77805c10fc29','Dagny Nordbach','dagny nordbach',0,'dagny.nordbach.51@customers.example','+447700900210',X'01a20b7f29887163af297352a0c20aeb',1775012412779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298a76ada4edda94e748d15a',X'01a20b7f29037077909e77805c10fc29','Hakan Ahlby','hakan ahlby',0,'hakan.ahlby.52@customers.example','+447700900857',NULL,1748833212779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298a76ada4edda95f081c52e',X'01a20b7f29037077909e77805c10fc29','Hakan Ahlsen','hakan ahlsen',0,'hakan.ahlsen.53@customers.example',NULL,X'01a20b7f298972c090c0ca82505469aa',1787367612779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298a76ada4edda9648dc754a',X'01a20b7f29037077909e77805c10fc29','Daichi Ostford','daichi ostford',0,'daichi.ostford.54@customers.example','+447700900769',X'01a20b7f29867468bc66f59e1cfab290',1784257212779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298a76ada4edda97105a3f83',X'01a20b7f29037077909e77805c10fc29','Oluwaseun Ostmore','oluwaseun ostmore',0,'oluwaseun.ostmore.55@customers.example','+447700900149',X'01a20b7f298777069ffb1b8a1a6e2104',1735527612779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be3e27d462a0a',X'01a20b7f29037077909e77805c10fc29','Ilse Sollund','ilse sollund',0,'ilse.sollund.56@customers.example','+447700900458',X'01a20b7f29887163af297351cf9fac64',1773543612779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be3e3b4b24836',X'01a20b7f29037077909e77805c10fc29','Oluwaseun Korsbury','oluwaseun korsbury',0,'oluwaseun.korsbury.57@customers.example','+447700900749',X'01a20b7f29887163af297352a0c20aeb',1793156412779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be3e431ab650b',X'01a20b7f29037077909e77805c10fc29','Hakan Hargworth','hakan hargworth',0,'hakan.hargworth.58@customers.example','+447700900457',X'01a20b7f298972c090c0ca81b0a36fc6',1789959612779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be3e5af5e52b2',X'01a20b7f29037077909e77805c10fc29','Nuno Norddorf','nuno norddorf',0,'nuno.norddorf.59@customers.example','+447700900148',X'01a20b7f298972c090c0ca82505469aa',1783393212779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be3e665ccfd7d',X'01a20b7f29037077909e77805c10fc29','Wiebke Brookland','wiebke brookland',0,'wiebke.brookland.60@customers.example','+447700900678',X'01a20b7f29867468bc66f59e1cfab290',1779850812779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be3e7c9b91396',X'01a20b7f29037077909e77805c10fc29','Lorcan Marstrom','lorcan marstrom',0,'lorcan.marstrom.61@customers.example','+447700900104',NULL,1750388412779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be3e88a1e0864',X'01a20b7f29037077909e77805c10fc29','Zeynep Birkhus','zeynep birkhus',0,NULL,'+447700900759',X'01a20b7f29887163af297351cf9fac64',1745290812779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be3e9d2787b9c',X'01a20b7f29037077909e77805c10fc29','Abena Holmland','abena holmland',0,'abena.holmland.63@customers.example','+447700900560',NULL,1771210812779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be3eacb59becd',X'01a20b7f29037077909e77805c10fc29','Hakan Marheim','hakan marheim',0,'hakan.marheim.64@customers.example','+447700900017',X'01a20b7f298972c090c0ca81b0a36fc6',1773370812779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be3eb595e25d0',X'01a20b7f29037077909e77805c10fc29','Jorge Silberwood','jorge silberwood',0,'jorge.silberwood.65@customers.example','+447700900380',X'01a20b7f298972c090c0ca82505469aa',1759892412779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be3ec304fafbc',X'01a20b7f29037077909e77805c10fc29','Imani Korsfeld','imani korsfeld',0,'imani.korsfeld.66@customers.example','+447700900859',X'01a20b7f29867468bc66f59e1cfab290',1783393212779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be3ededceb29a',X'01a20b7f29037077909e77805c10fc29','Kaito Askborg','kaito askborg',0,'kaito.askborg.67@customers.example',NULL,X'01a20b7f298777069ffb1b8a1a6e2104',1785985212779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be3ee0039bbd4',X'01a20b7f29037077909e77805c10fc29','Saoirse Eichbeck','saoirse eichbeck',0,'saoirse.eichbeck.68@customers.example',NULL,NULL,1779937212779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be3eff4d42fa0',X'01a20b7f29037077909e77805c10fc29','Ulrike Birkstrom','ulrike birkstrom',0,'ulrike.birkstrom.69@customers.example','+447700900636',X'01a20b7f29887163af297352a0c20aeb',1757559612779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be3f0992adc98',X'01a20b7f29037077909e77805c10fc29','Dagny Brookholt','dagny brookholt',0,'dagny.brookholt.70@customers.example','+447700900810',X'01a20b7f298972c090c0ca81b0a36fc6',1782010812779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be3f1a1ac53f8',X'01a20b7f29037077909e77805c10fc29','Abena Thorbach','abena thorbach',0,'abena.thorbach.71@customers.example','+447700900040',X'01a20b7f298972c090c0ca82505469aa',1768705212779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be3f23c4a63cb',X'01a20b7f29037077909e77805c10fc29','Nadia Fjellhaus','nadia fjellhaus',0,'nadia.fjellhaus.72@customers.example','+447700900347',X'01a20b7f29867468bc66f59e1cfab290',1740538812779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be3f304d68900',X'01a20b7f29037077909e77805c10fc29','Greta Birkdahl','greta birkdahl',0,'greta.birkdahl.73@customers.example','+447700900816',X'01a20b7f298777069ffb1b8a1a6e2104',1767841212779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be3f43e37c64d',X'01a20b7f29037077909e77805c10fc29','Imani Silberwood','imani silberwood',0,'imani.silberwood.74@customers.example','+447700900499',NULL,1769828412779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be3f542ed8ebd',X'01a20b7f29037077909e77805c10fc29','Björn Brookfeld','bjorn brookfeld',0,'bjorn.brookfeld.75@customers.example','+447700900846',X'01a20b7f29887163af297352a0c20aeb',1762398012779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be3f6d375e464',X'01a20b7f29037077909e77805c10fc29','Lorcan Blomlund','lorcan blomlund',0,NULL,'+447700900264',X'01a20b7f298972c090c0ca81b0a36fc6',1758855612779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be3f71c94f122',X'01a20b7f29037077909e77805c10fc29','Katya Blomsen','katya blomsen',0,'katya.blomsen.77@customers.example','+447700900462',NULL,1791946812779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be3f8573a915a',X'01a20b7f29037077909e77805c10fc29','Saoirse Goldlund','saoirse goldlund',0,'saoirse.goldlund.78@customers.example',NULL,X'01a20b7f29867468bc66f59e1cfab290',1758250812779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be3f9c88e4a42',X'01a20b7f29037077909e77805c10fc29','Abena Oakwood','abena oakwood',0,'abena.oakwood.79@customers.example','+447700900760',NULL,1758164412779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be3fa8209d121',X'01a20b7f29037077909e77805c10fc29','Leïla Kirchson','leila kirchson',0,'leila.kirchson.80@customers.example','+447700900583',X'01a20b7f29887163af297351cf9fac64',1768100412779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be3fb6d2de8e6',X'01a20b7f29037077909e77805c10fc29','Ulrike Korsham','ulrike korsham',0,'ulrike.korsham.81@customers.example','+447700900636',X'01a20b7f29887163af297352a0c20aeb',1742266812779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be3fcb6ad2b93',X'01a20b7f29037077909e77805c10fc29','Ilse Alderwood','ilse alderwood',0,'ilse.alderwood.82@customers.example','+447700900658',X'01a20b7f298972c090c0ca81b0a36fc6',1743044412779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be3fdc1b09e09',X'01a20b7f29037077909e77805c10fc29','Saoirse Ekstein','saoirse ekstein',0,'saoirse.ekstein.83@customers.example','+447700900593',X'01a20b7f298972c090c0ca82505469aa',1768791612779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be3fec03f4a8c',X'01a20b7f29037077909e77805c10fc29','Nadia Fjellbury','nadia fjellbury',0,'nadia.fjellbury.84@customers.example',NULL,X'01a20b7f29867468bc66f59e1cfab290',1780801212779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be3ff3204cb84',X'01a20b7f29037077909e77805c10fc29','Kaito Kirchley','kaito kirchley',0,'kaito.kirchley.85@customers.example',NULL,NULL,1758855612779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be40030f71fc5',X'01a20b7f29037077909e77805c10fc29','Camila Lindhall','camila lindhall',0,'camila.lindhall.86@customers.example','+447700900527',X'01a20b7f29887163af297351cf9fac64',1750561212779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be401b0a323c0',X'01a20b7f29037077909e77805c10fc29','Quentin Strandskog','quentin strandskog',0,'quentin.strandskog.87@customers.example','+447700900471',X'01a20b7f29887163af297352a0c20aeb',1744340412779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be40201a1365c',X'01a20b7f29037077909e77805c10fc29','Tariq Weststein','tariq weststein',0,'tariq.weststein.88@customers.example','+447700900875',X'01a20b7f298972c090c0ca81b0a36fc6',1774148412779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be40346e043a1',X'01a20b7f29037077909e77805c10fc29','Chidi Brookrup','chidi brookrup',0,'chidi.brookrup.89@customers.example','+447700900568',X'01a20b7f298972c090c0ca82505469aa',1765162812779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be4043f2f3011',X'01a20b7f29037077909e77805c10fc29','Ulrike Dahlquist','ulrike dahlquist',0,'ulrike.dahlquist.90@customers.example','+447700900996',NULL,1735959612779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be4051b88c38a',X'01a20b7f29037077909e77805c10fc29','Ilse Grünthal','ilse grunthal',0,'ilse.grunthal.91@customers.example','+447700900298',X'01a20b7f298777069ffb1b8a1a6e2104',1777172412779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be4066805dbe4',X'01a20b7f29037077909e77805c10fc29','Ulrike Oakskog','ulrike oakskog',0,'ulrike.oakskog.92@customers.example','+447700900116',X'01a20b7f29887163af297351cf9fac64',1741316412779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be4075db170bc',X'01a20b7f29037077909e77805c10fc29','Oluwaseun Sandhill','oluwaseun sandhill',0,'oluwaseun.sandhill.93@customers.example',NULL,NULL,1749610812779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be4081fa209b2',X'01a20b7f29037077909e77805c10fc29','Katya Hargbury','katya hargbury',0,'katya.hargbury.94@customers.example','+447700900262',X'01a20b7f298972c090c0ca81b0a36fc6',1743476412779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be4099bfcddd2',X'01a20b7f29037077909e77805c10fc29','Daichi Rayquist','daichi rayquist',0,'daichi.rayquist.95@customers.example','+447700900169',X'01a20b7f298972c090c0ca82505469aa',1784170812779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be40a44199d3a',X'01a20b7f29037077909e77805c10fc29','Edda Åkerstrom','edda akerstrom',0,NULL,'+447700900371',NULL,1778036412779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be40b2fd4c88c',X'01a20b7f29037077909e77805c10fc29','Valentina Alderhall','valentina alderhall',0,'valentina.alderhall.97@customers.example',NULL,X'01a20b7f298777069ffb1b8a1a6e2104',1762657212779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be40ce391b353',X'01a20b7f29037077909e77805c10fc29','Camila Kirchhaus','camila kirchhaus',0,'camila.kirchhaus.98@customers.example','+447700900927',X'01a20b7f29887163af297351cf9fac64',1785726012779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be40ddca61273',X'01a20b7f29037077909e77805c10fc29','Edda Lundfeld','edda lundfeld',0,'edda.lundfeld.99@customers.example','+447700900771',X'01a20b7f29887163af297352a0c20aeb',1792206012779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be40e150046b0',X'01a20b7f29037077909e77805c10fc29','Bilal Blommann','bilal blommann',0,'bilal.blommann.100@customers.example','+447700900245',X'01a20b7f298972c090c0ca81b0a36fc6',1750215612779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be40fc78e0f13',X'01a20b7f29037077909e77805c10fc29','Katya Woodgaard','katya woodgaard',0,'katya.woodgaard.101@customers.example',NULL,X'01a20b7f298972c090c0ca82505469aa',1782097212779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be4105e30035b',X'01a20b7f29037077909e77805c10fc29','Chidi Korsby','chidi korsby',0,NULL,'+447700900448',X'01a20b7f29867468bc66f59e1cfab290',1787108412779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be4117536ff24',X'01a20b7f29037077909e77805c10fc29','Amira Weststad','amira weststad',0,'amira.weststad.103@customers.example',NULL,X'01a20b7f298777069ffb1b8a1a6e2104',1781924412779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be412d6ec753a',X'01a20b7f29037077909e77805c10fc29','Nadia Hazelgren','nadia hazelgren',0,'nadia.hazelgren.104@customers.example','+447700900707',NULL,1772334012779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be41331e2ec93',X'01a20b7f29037077909e77805c10fc29','Rohan Steinby','rohan steinby',0,'rohan.steinby.105@customers.example','+447700900352',X'01a20b7f29887163af297352a0c20aeb',1760929212779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be41438b22539',X'01a20b7f29037077909e77805c10fc29','Emre Dahlthal','emre dahlthal',0,'emre.dahlthal.106@customers.example','+447700900532',NULL,1753844412779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be415879da4bb',X'01a20b7f29037077909e77805c10fc29','Chidi Rayhall','chidi rayhall',0,'chidi.rayhall.107@customers.example','+447700900768',X'01a20b7f298972c090c0ca82505469aa',1758942012779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be416a9b2dce0',X'01a20b7f29037077909e77805c10fc29','Saoirse Blomstein','saoirse blomstein',0,'saoirse.blomstein.108@customers.example','+447700900953',X'01a20b7f29867468bc66f59e1cfab290',1740884412779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be417728eebb8',X'01a20b7f29037077909e77805c10fc29','Nadia Åkerblad','nadia akerblad',0,'nadia.akerblad.109@customers.example','+447700900507',X'01a20b7f298777069ffb1b8a1a6e2104',1744513212779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be418c481afce',X'01a20b7f29037077909e77805c10fc29','Nuno Birklund','nuno birklund',0,'nuno.birklund.110@customers.example','+447700900868',X'01a20b7f29887163af297351cf9fac64',1788490812779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be4191759d9dc',X'01a20b7f29037077909e77805c10fc29','Zeynep Westson','zeynep westson',0,NULL,'+447700900759',X'01a20b7f29887163af297352a0c20aeb',1765940412779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be41a4f3f3ee7',X'01a20b7f29037077909e77805c10fc29','Lorcan Raystrom','lorcan raystrom',0,'lorcan.raystrom.112@customers.example','+447700900544',NULL,1746327612779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be41b91a0cbc2',X'01a20b7f29037077909e77805c10fc29','Fionn Ahlham','fionn ahlham',0,'fionn.ahlham.113@customers.example','+447700900454',X'01a20b7f298972c090c0ca82505469aa',1792378812779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be41c87aa0bf8',X'01a20b7f29037077909e77805c10fc29','Valentina Askdorf','valentina askdorf',0,'valentina.askdorf.114@customers.example','+447700900317',X'01a20b7f29867468bc66f59e1cfab290',1737601212779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be41d30b7e36b',X'01a20b7f29037077909e77805c10fc29','Katya Fjellland','katya fjellland',0,'katya.fjellland.115@customers.example','+447700900742',X'01a20b7f298777069ffb1b8a1a6e2104',1788058812779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be41e4fa64162',X'01a20b7f29037077909e77805c10fc29','Rohan Rosenfeld','rohan rosenfeld',0,'rohan.rosenfeld.116@customers.example',NULL,X'01a20b7f29887163af297351cf9fac64',1737342012779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be41f646ae4b6',X'01a20b7f29037077909e77805c10fc29','Abena Millbeck','abena millbeck',0,'abena.millbeck.117@customers.example','+447700900160',X'01a20b7f29887163af297352a0c20aeb',1770692412779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be420adc59d69',X'01a20b7f29037077909e77805c10fc29','Edda Jordblad','edda jordblad',0,'edda.jordblad.118@customers.example',NULL,X'01a20b7f298972c090c0ca81b0a36fc6',1787972412779828,1);
INSERT INTO contacts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be421d6ed7956',X'01a20b7f29037077909e77805c10fc29','Daichi Askstad','daichi askstad',0,'daichi.askstad.119@customers.example','+447700900369',X'01a20b7f298972c090c0ca82505469aa',1742612412779828,1);
CREATE TABLE departures (
    organization_id blob not null,
    portfolio_id blob not null,
    contact_id blob not null,
    turn integer not null,
    primary key (organization_id, portfolio_id, contact_id),
    foreign key (organization_id, portfolio_id) references portfolios (organization_id, id)
) strict, without rowid;
CREATE TABLE receipts (
    organization_id blob not null,
    id blob not null,
    act text not null,
    member_id blob not null,
    workspace_id blob not null,
    revoked text not null,
    chosen text not null,
    successor blob,
    by_kind text not null check (by_kind in ('member', 'operator')),
    by_id blob not null,
    at integer not null,
    undo_until integer,
    state text not null check (state in ('standing', 'undone', 'superseded')),
    primary key (organization_id, id)
) strict;
INSERT INTO receipts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f2fbd76e49412abaa49d17097','revocation',X'01a20b7f296e762f8b02fb3cb4c79b35',X'01a20b7f29037077909e77805c10fc29','[{"given_at":1791687612779828,"given_by":"01a20b7f-2904-7451-b6d8-9b9a68458f81","given_by_kind":"member","levels":["agent"],"member":"01a20b7f-296e-762f-8b02-fb3cb4c79b35","permissions":[],"restrictions":[],"version":1,"workspace":"01a20b7f-2903-7077-909e-77805c10fc29"}]','[]',NULL,'member',X'01a20b7f29047451b6d89b9a68458f81',1795489214395778,2110849214395778,'standing');
INSERT INTO receipts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f2fcd7220bd32ea77f7881350','deactivation',X'01a20b7f296f71708c973ca66389b80d',X'01a20b7f296c76689d655e55b9ca507b','[{"given_at":1777950012779828,"given_by":"01a20b7f-2904-7451-b6d8-9b9a68458f81","given_by_kind":"member","levels":["agent"],"member":"01a20b7f-296f-7170-8c97-3ca66389b80d","permissions":[],"restrictions":[],"version":1,"workspace":"01a20b7f-296c-7668-9d65-5e55b9ca507b"}]','[]',NULL,'member',X'01a20b7f29047451b6d89b9a68458f81',1795489214405584,NULL,'standing');
INSERT INTO receipts VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f2fec706aa78c955457edfa6d','deletion',X'01a20b7f296f71708c973c82891d3b12',X'01a20b7f296c76689d655e5646012ca2','[{"given_at":1742180412779828,"given_by":"01a20b7f-2904-7451-b6d8-9b9a68458f81","given_by_kind":"member","levels":["agent"],"member":"01a20b7f-296f-7170-8c97-3c82891d3b12","permissions":[],"restrictions":[],"version":1,"workspace":"01a20b7f-296c-7668-9d65-5e5646012ca2"}]','[]',NULL,'member',X'01a20b7f29047451b6d89b9a68458f81',1795489214434136,2110849214434136,'standing');
CREATE TABLE receipt_workspaces (
    organization_id blob not null,
    workspace_id blob not null,
    receipt_id blob not null,
    gone integer not null check (gone in (0, 1)),
    primary key (organization_id, workspace_id, receipt_id),
    foreign key (organization_id, workspace_id) references workspaces (organization_id, id),
    foreign key (organization_id, receipt_id) references receipts (organization_id, id)
) strict, without rowid;
INSERT INTO receipt_workspaces VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f29037077909e77805c10fc29',X'01a20b7f2fbd76e49412abaa49d17097',0);
INSERT INTO receipt_workspaces VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296c76689d655e55b9ca507b',X'01a20b7f2fcd7220bd32ea77f7881350',0);
INSERT INTO receipt_workspaces VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296c76689d655e5646012ca2',X'01a20b7f2fec706aa78c955457edfa6d',0);
CREATE TABLE receipt_portfolios (
    organization_id blob not null,
    receipt_id blob not null,
    portfolio_id blob not null,
    since integer not null,
    nth integer not null,
    primary key (organization_id, receipt_id, portfolio_id),
    foreign key (organization_id, receipt_id) references receipts (organization_id, id),
    foreign key (organization_id, portfolio_id) references portfolios (organization_id, id)
) strict, without rowid;
INSERT INTO receipt_portfolios VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f2fbd76e49412abaa49d17097',X'01a20b7f29887163af297351cf9fac64',0,1);
CREATE TABLE journal (
    organization_id blob not null references organizations (id),
    id blob not null,
    at integer not null,
    actor_kind text not null check (actor_kind in ('member', 'operator', 'system')),
    actor blob,
    kind text not null,
    target_kind text not null,
    target blob not null,
    before_state text not null,
    after_state text not null,
    reason text,
    position integer,
    primary key (organization_id, id)
) strict;
INSERT INTO journal VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f290675db956722ae7d19e7b9',1795489212670737,'system',NULL,'organization_founded','organization',X'01a20b7f28bf72f68b4c06cf80dea9d8','{}','{"model":"workspace","name":"Northwind Support"}',NULL,1);
INSERT INTO journal VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f290675db956722afd7b2b540',1795489212670737,'member',X'01a20b7f29047451b6d89b9a68458f81','invitation_accepted','member',X'01a20b7f29047451b6d89b9a68458f81','{}','{"workspaces":["01a20b7f-2903-7077-909e-77805c10fc29"]}',NULL,2);
INSERT INTO journal VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f295572e5b724cc82f0cf309f',1795489212755139,'member',X'01a20b7f29047451b6d89b9a68458f81','organization_changed','organization',X'01a20b7f28bf72f68b4c06cf80dea9d8','{"plan":"starter"}','{"plan":"growth"}',NULL,3);
INSERT INTO journal VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f2e0f72a5872d642a8d3b7e5f',1795489213965364,'member',X'01a20b7f29047451b6d89b9a68458f81','organization_changed','organization',X'01a20b7f28bf72f68b4c06cf80dea9d8','{"undo_window_days":null}','{"undo_window_days":3650}',NULL,4);
INSERT INTO journal VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f2e2a7582914a4ee2c947898c',1795489213988972,'member',X'01a20b7f29047451b6d89b9a68458f81','token_made','member',X'01a20b7f29047451b6d89b9a68458f81','{}','{"name":"Nightly export","token":"01a20b7f-2e29-7540-9496-fb296c748092"}',NULL,5);
INSERT INTO journal VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f2fbf7704ae9313359b37c0ce',1795489214395778,'member',X'01a20b7f29047451b6d89b9a68458f81','access_revoked','member',X'01a20b7f296e762f8b02fb3cb4c79b35','{"levels":["agent"],"permissions":[],"restrictions":[],"workspace":"01a20b7f-2903-7077-909e-77805c10fc29"}','{"receipt":"01a20b7f-2fbd-76e4-9412-abaa49d17097"}','Moved on',6);
INSERT INTO journal VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f2fbf7704ae931336deac97d1',1795489214395778,'member',X'01a20b7f29047451b6d89b9a68458f81','contacts_handed_over','member',X'01a20b7f296e762f8b02fb3cb4c79b35','{}','{"portfolios":1,"receipt":"01a20b7f-2fbd-76e4-9412-abaa49d17097","to":null,"workspaces":["01a20b7f-2903-7077-909e-77805c10fc29"]}','Moved on',7);
INSERT INTO journal VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f2fd171348270223565ff850a',1795489214405584,'member',X'01a20b7f29047451b6d89b9a68458f81','member_deactivated','member',X'01a20b7f296f71708c973ca66389b80d','{"status":"active"}','{"receipt":"01a20b7f-2fcd-7220-bd32-ea77f7881350","status":"inactive"}','On leave',8);
INSERT INTO journal VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f2ff17319aff661429a1a9a08',1795489214434136,'member',X'01a20b7f29047451b6d89b9a68458f81','member_deleted','member',X'01a20b7f296f71708c973c82891d3b12','{"grants":[{"levels":["agent"],"permissions":[],"restrictions":[],"workspace":"01a20b7f-296c-7668-9d65-5e5646012ca2"}]}','{"receipt":"01a20b7f-2fec-706a-a78c-955457edfa6d"}',NULL,9);
INSERT INTO journal VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f301372ca878b2467fbff4146',1795489214474411,'member',X'01a20b7f29047451b6d89b9a68458f81','member_invited','member',X'01a20b7f300f725ba1e16740867d39f1','{}','{"email":"waiting@example.test","levels":["agent"],"permissions":[],"restrictions":[],"workspace":"01a20b7f-2903-7077-909e-77805c10fc29"}',NULL,10);
CREATE TABLE journal_heads (
    organization_id blob not null primary key references organizations (id),
    next integer not null
) strict, without rowid;
INSERT INTO journal_heads VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',11);
CREATE TABLE errands (
    organization_id blob not null references organizations (id),
    id blob not null,
    at integer not null,
    actor_kind text not null check (actor_kind in ('member', 'operator', 'system')),
    actor blob,
    member_id blob not null,
    matter text not null,
    details text not null,
    invitation_id blob,
    generation integer,
    state text not null default 'waiting' check (state in ('waiting', 'done', 'dropped', 'given_up')),
    due_at integer not null,
    leased_until integer,
    attempts integer not null default 0,
    claim integer not null default 0,
    reason text,
    settled_at integer,
    primary key (organization_id, id)
) strict;
INSERT INTO errands VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f2f1070928194f585918ad0f8',1795489214221355,'system',NULL,X'01a20b7f296e762f8b02fb6a18a858df','second_factor_added','{}',NULL,NULL,'waiting',1795489246070306,NULL,1,1,'the mail server can''t be talked to: Connection refused (os error 111)',NULL);
INSERT INTO errands VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f2fbf7704ae931337cc36bf00',1795489214395778,'member',X'01a20b7f29047451b6d89b9a68458f81',X'01a20b7f296e762f8b02fb3cb4c79b35','access_revoked','{"workspace":"01a20b7f-2903-7077-909e-77805c10fc29"}',NULL,NULL,'waiting',1795489247264720,NULL,1,1,'the mail server can''t be talked to: Connection refused (os error 111)',NULL);
INSERT INTO errands VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f2fd1713482702236990d9603',1795489214405584,'member',X'01a20b7f29047451b6d89b9a68458f81',X'01a20b7f296f71708c973ca66389b80d','member_deactivated','{}',NULL,NULL,'waiting',1795489247905792,NULL,1,1,'the mail server can''t be talked to: Connection refused (os error 111)',NULL);
INSERT INTO errands VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f2ff17319aff66143b971e181',1795489214434136,'member',X'01a20b7f29047451b6d89b9a68458f81',X'01a20b7f296f71708c973c82891d3b12','member_deleted','{}',NULL,NULL,'waiting',1795489246668478,NULL,1,1,'the mail server can''t be talked to: Connection refused (os error 111)',NULL);
INSERT INTO errands VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f301372ca878b2468de31a99c',1795489214474411,'member',X'01a20b7f29047451b6d89b9a68458f81',X'01a20b7f300f725ba1e16740867d39f1','invitation','{"generation":1,"invitation":"01a20b7f-300f-725b-a1e1-67418a336566"}',X'01a20b7f300f725ba1e167418a336566',1,'waiting',1795489251345703,NULL,1,1,'the mail server can''t be talked to: Connection refused (os error 111)',NULL);
CREATE TABLE jobs (
    organization_id blob not null references organizations (id),
    id blob not null,
    begun_by blob not null,
    task text not null,
    details text not null,
    reason text,
    state text not null check (state in ('planned', 'running', 'done', 'stopped')),
    total integer not null,
    done integer not null,
    refused integer not null,
    created_at integer not null,
    ended_at integer,
    leased_until integer not null,
    primary key (organization_id, id)
) strict;
INSERT INTO jobs VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f2fde7418879490eb419f088b',X'01a20b7f29047451b6d89b9a68458f81','deletion','{}',NULL,'done',1,1,0,1795489214424319,1795489214434136,1795489229434136);
INSERT INTO jobs VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f30047377b769662e343f712f',X'01a20b7f29047451b6d89b9a68458f81','import','{"changed":0,"ignored":[],"invited":1,"refused":0,"rows":1,"unchanged":0}',NULL,'planned',1,0,0,1795489214461772,NULL,1795575614461772);
CREATE TABLE job_items (
    organization_id blob not null,
    job_id blob not null,
    position integer not null,
    member_id blob not null,
    receipt_id blob,
    outcome text check (outcome in ('done', 'refused')),
    rule text,
    asked text,
    primary key (organization_id, job_id, position),
    foreign key (organization_id, job_id) references jobs (organization_id, id) on delete cascade
) strict, without rowid;
INSERT INTO job_items VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f2fde7418879490eb419f088b',0,X'01a20b7f296f71708c973c82891d3b12',X'01a20b7f2fec706aa78c955457edfa6d','done',NULL,NULL);
INSERT INTO job_items VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f30047377b769662e343f712f',0,X'01a20b7f2ffd72968342256dfa243f3e',NULL,NULL,NULL,'{"change":null,"column":null,"email":"imported@example.test","invite":{"email":"imported@example.test","first_name":"Imma","grants":[{"levels":["agent"],"workspace":"01a20b7f-2903-7077-909e-77805c10fc29"}],"language":"en","last_name":"Ported","phone":null,"time_zone":"UTC"},"line":2}');
CREATE TABLE replays (
    user_id blob not null references users (id),
    route text not null,
    key text not null,
    body_hash text not null,
    status integer not null,
    body text not null,
    kept_until integer not null,
    primary key (user_id, route, key)
) strict;
CREATE TABLE attempts (
    purpose text not null check (purpose in ('password', 'code', 'network', 'confirmation')),
    who blob not null,
    network blob not null,
    tries text not null,
    locked_until integer,
    kept_until integer not null,
    primary key (purpose, who, network)
) strict;
CREATE TABLE search_tenants (
    organization_id blob not null primary key references organizations (id),
    number integer not null unique
) strict, without rowid;
INSERT INTO search_tenants VALUES(X'01a20b7f28bf72f68b4c06cf80dea9d8',1);
CREATE TABLE member_documents (
    document integer primary key,
    organization_id blob not null,
    member_id blob not null,
    unique (organization_id, member_id),
    foreign key (organization_id, member_id) references memberships (organization_id, id)
) strict;
INSERT INTO member_documents VALUES(1099511627776,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f29047451b6d89b9a68458f81');
INSERT INTO member_documents VALUES(1099511627777,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb37ebb14e61');
INSERT INTO member_documents VALUES(1099511627778,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb3a041a252d');
INSERT INTO member_documents VALUES(1099511627779,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb3cb4c79b35');
INSERT INTO member_documents VALUES(1099511627780,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb3e482ee57e');
INSERT INTO member_documents VALUES(1099511627781,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb40eeed8431');
INSERT INTO member_documents VALUES(1099511627782,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb42618cb22f');
INSERT INTO member_documents VALUES(1099511627783,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb445b5a69b1');
INSERT INTO member_documents VALUES(1099511627784,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb46613d2860');
INSERT INTO member_documents VALUES(1099511627785,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb48b5bb001f');
INSERT INTO member_documents VALUES(1099511627786,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb495ad27dae');
INSERT INTO member_documents VALUES(1099511627787,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb4ce269768d');
INSERT INTO member_documents VALUES(1099511627788,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb4ecd7432ec');
INSERT INTO member_documents VALUES(1099511627789,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb50573c35f2');
INSERT INTO member_documents VALUES(1099511627790,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb525ee315a9');
INSERT INTO member_documents VALUES(1099511627791,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb54977163f5');
INSERT INTO member_documents VALUES(1099511627792,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb5631c564c2');
INSERT INTO member_documents VALUES(1099511627793,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb57f107b3ef');
INSERT INTO member_documents VALUES(1099511627794,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb5a64dde9bc');
INSERT INTO member_documents VALUES(1099511627795,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb5cd5758b2b');
INSERT INTO member_documents VALUES(1099511627796,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb5e43ef25a2');
INSERT INTO member_documents VALUES(1099511627797,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb60a9638c8f');
INSERT INTO member_documents VALUES(1099511627798,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb622abdfe2a');
INSERT INTO member_documents VALUES(1099511627799,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb642400e542');
INSERT INTO member_documents VALUES(1099511627800,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb6604115e7a');
INSERT INTO member_documents VALUES(1099511627801,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb68ac69e2a1');
INSERT INTO member_documents VALUES(1099511627802,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb6a18a858df');
INSERT INTO member_documents VALUES(1099511627803,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb6c7db5c7cb');
INSERT INTO member_documents VALUES(1099511627804,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb6e095c34e1');
INSERT INTO member_documents VALUES(1099511627805,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb70e8c70e6b');
INSERT INTO member_documents VALUES(1099511627806,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb72ac696226');
INSERT INTO member_documents VALUES(1099511627807,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb74f8f6c39b');
INSERT INTO member_documents VALUES(1099511627808,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb767dbe2852');
INSERT INTO member_documents VALUES(1099511627809,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb78a12024f8');
INSERT INTO member_documents VALUES(1099511627810,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb7aed3fb4fb');
INSERT INTO member_documents VALUES(1099511627811,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb7cf6a972c6');
INSERT INTO member_documents VALUES(1099511627812,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb7d9ea4443f');
INSERT INTO member_documents VALUES(1099511627813,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296e762f8b02fb8052ec1e96');
INSERT INTO member_documents VALUES(1099511627814,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296f71708c973c8068c3e6a3');
INSERT INTO member_documents VALUES(1099511627816,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296f71708c973c84255eedda');
INSERT INTO member_documents VALUES(1099511627817,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296f71708c973c86bad93102');
INSERT INTO member_documents VALUES(1099511627818,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296f71708c973c881fe0d6f4');
INSERT INTO member_documents VALUES(1099511627819,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296f71708c973c8a9afe74ae');
INSERT INTO member_documents VALUES(1099511627820,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296f71708c973c8cf78c60aa');
INSERT INTO member_documents VALUES(1099511627821,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296f71708c973c8e89b7fc5d');
INSERT INTO member_documents VALUES(1099511627822,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296f71708c973c90c66e5120');
INSERT INTO member_documents VALUES(1099511627823,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296f71708c973c9203345177');
INSERT INTO member_documents VALUES(1099511627824,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296f71708c973c941dea3e9e');
INSERT INTO member_documents VALUES(1099511627825,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296f71708c973c9676314543');
INSERT INTO member_documents VALUES(1099511627826,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296f71708c973c9815676dc7');
INSERT INTO member_documents VALUES(1099511627827,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296f71708c973c9ab5b056e3');
INSERT INTO member_documents VALUES(1099511627828,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296f71708c973c9cec68db10');
INSERT INTO member_documents VALUES(1099511627829,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296f71708c973c9e3ae5ef20');
INSERT INTO member_documents VALUES(1099511627830,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296f71708c973ca0cd3418fb');
INSERT INTO member_documents VALUES(1099511627831,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296f71708c973ca2dc52dfd8');
INSERT INTO member_documents VALUES(1099511627832,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296f71708c973ca4524aa4e1');
INSERT INTO member_documents VALUES(1099511627833,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296f71708c973ca66389b80d');
INSERT INTO member_documents VALUES(1099511627834,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296f71708c973ca81779a652');
INSERT INTO member_documents VALUES(1099511627835,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f296f71708c973caaa00c1a15');
INSERT INTO member_documents VALUES(1099511627836,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f300f725ba1e16740867d39f1');
PRAGMA writable_schema=ON;
INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql)VALUES('table','member_search','member_search',0,'CREATE VIRTUAL TABLE member_search using fts5 (
    name_key, email, content = '''', contentless_delete = 1, detail = column, tokenize = ''trigram case_sensitive 1''
)');
CREATE TABLE IF NOT EXISTS 'member_search_data'(id INTEGER PRIMARY KEY, block BLOB);
INSERT INTO member_search_data VALUES(1,X'3e86258e35');
INSERT INTO member_search_data VALUES(10,X'00000000ff0000010203140002010101111100000102010112120000010001110104011001023c');
INSERT INTO member_search_data VALUES(137438953473,X'0000019e043020776fa08080808039020201032e3537a08080808039020302026578a0808080803902030202776fa0808080803902030103353740a0808080803902030103374070a0808080803902030103407065a0808080803902030103612077a08080808039020202022e77a08080808039020302026265a0808080803904020302026d70a0808080803902030202726ba08080808039040203010362656ea080808080390402030103646d61a080808080390402030103652e65a08080808039020302026e61a0808080803904020302026f70a08080808039020302027861a08080808039020301036b2e35a08080808039020301036c652ea08080808039020301036d6172a080808080390402030202706ca08080808039020301036e6120a08080808039020203012ea08080808039020301036f646da0808080803904020302026f64a080808080390402030202706ca080808080390203010370656fa08080808039020302026c65a0808080803902030103726b2ea0808080803902030103776f6fa08080808039040203010378616da080808080390203040d0d0c0c0d0d0d0d0c0d0c0d0e0e0d0d0c0c0d0d0e0c0d0b0e0d0c0d0c0d0e');
INSERT INTO member_search_data VALUES(274877906945,X'000000fb04302e7465a0808080803c0402030103406578a0808080803c0402030103616974a0808080803c04020302026d70a0808080803c0402030103652e74a0808080803c04020302027374a0808080803c04020302027861a0808080803c0402030103674065a0808080803c0402030103696e67a0808080803c04020302027469a0808080803c04020301036c652ea0808080803c04020301036d706ca0808080803c04020301036e6740a0808080803c0402030103706c65a0808080803c0402030103746573a0808080803c0402030202696ea0808080803c0402030103776169a0808080803c040203010378616da0808080803c040203040e0e0e0d0e0d0d0e0e0d0e0e0e0e0e0d0e');
INSERT INTO member_search_data VALUES(2336462209025,X'00000ee60430206168a08080808023020203016ba080808080360202030173a0808080800002020202626ca080808080020202320202030172a0808080803802020202656ba0808080800d020202026665a08080808010020220020203016aa0808080801c02020902020202676fa080808080040202030172a08080808021020202026861a0808080800f020205020213020206020202026a6fa08080808006020219020201020208020202026b69a08080808017020202026c69a0808080800102021a02020e0202030175a0808080802f020202026d61a080808080110202260202030169a08080808009020214020202026e6fa0808080802b020202026f61a080808080050202130202190202030173a08080808024020202027261a0808080802c020209020206020202027361a0808080800b0202170202180202030169a08080808019020203016fa0808080802a0202030174a0808080800302020502020d020211020208020202027468a0808080800702020502020e020219020202027765a0808080800a02020402020502020b020203016fa08080808032020207020201032e3130a0808080800a0203030131a0808080800b0203030132a0808080800c0203030133a0808080800d0203030134a0808080800e0203030135a0808080800f0203030136a080808080100203030137a080808080110203030138a08080808012040203030139a080808080130203030140a08080808001020302023230a080808080140203030131a080808080150203030132a08080808016040203030133a080808080170203030134a080808080180203030135a080808080190203030136a0808080801a0203030137a0808080801b0203030138a0808080801c0203030139a0808080801d0203030140a08080808002020302023330a0808080801e0203030131a0808080801f0203030132a080808080200203030133a080808080210203030134a080808080220203030135a080808080230203030136a080808080240203030137a080808080250203030138a080808080260203030139a080808080270203030140a08080808003020302023430a080808080280203030131a080808080290203030132a0808080802a0203030133a0808080802b0203030134a0808080802c0203030135a0808080802d0203030136a0808080802e0203030137a0808080802f0203030138a080808080300203030139a080808080310203030140a08080808004020302023530a080808080320203030131a080808080330203030132a080808080340203030133a080808080350203030134a080808080360203030135a080808080370203030136a080808080380203030137a080808080390203030138a0808080803a0203030139a0808080803b0203030140a08080808005020302023640a08080808006020302023740a08080808007020302023840a08080808008020302023940a08080808009020302026168a08080808023020303016ba0808080803602030202626ca080808080020203320203030172a08080808038020302026461a08080808012040203040402030202656ba0808080800d0203030178a080808080010203010203010203010203010203010203010203010203010203010203010203010203010203010203010203010203010203010402030102030102030102030104020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020302026665a08080808010020320020303016aa0808080801c02030902030202676fa080808080040203030172a08080808021020302026861a0808080800f020305020313020306020302026a6fa08080808006020319020301020308020302026b69a08080808017020302026c69a0808080800102031a02030e0203030175a0808080802f020302026d61a080808080110203260203030169a08080808009020314020302026e6fa0808080802b020302026f61a080808080050203130203190203030173a08080808024020302027261a0808080802c020309020306020302027361a0808080800b0203170203180203030169a08080808019020303016fa0808080802a0203030174a0808080800302030502030d020311020308020302027465a080808080000203030168a0808080800702030502030e020319020302027765a0808080800a02030402030502030b020303016fa0808080803202030702030103304070a0808080800a02030a02030a02030a02030a02030103313040a0808080800a020302023140a0808080800b020302023240a0808080800c020302023340a0808080800d020302023440a0808080800e020302023540a0808080800f020302023640a08080808010020302023740a08080808011020302023840a0808080801204020302023940a08080808013020302024070a0808080800102030a02030a02030a02030a02030a02030103323040a08080808014020302023140a08080808015020302023240a0808080801604020302023340a08080808017020302023440a08080808018020302023540a08080808019020302023640a0808080801a020302023740a0808080801b020302023840a0808080801c020302023940a0808080801d020302024070a0808080800202030a02030a0402030a02030a02030a02030103333040a0808080801e020302023140a0808080801f020302023240a08080808020020302023340a08080808021020302023440a08080808022020302023540a08080808023020302023640a08080808024020302023740a08080808025020302023840a08080808026020302023940a08080808027020302024070a0808080800302030a02030a02030a02030a02030a02030103343040a08080808028020302023140a08080808029020302023240a0808080802a020302023340a0808080802b020302023440a0808080802c020302023540a0808080802d020302023640a0808080802e020302023740a0808080802f020302023840a08080808030020302023940a08080808031020302024070a0808080800402030a02030a02030a02030a02030a02030103353040a08080808032020302023140a08080808033020302023240a08080808034020302023340a08080808035020302023440a08080808036020302023540a08080808037020302023640a08080808038020302023740a08080808039020302023840a0808080803a020302023940a0808080803b020302024070a0808080800502030a02030a02030a02030a02030a02030103364070a0808080800602030a02030a02030a02030a02030a02030103374070a0808080800702030a02030a02030a02030a02030a02030103384070a0808080800802030a0402030a02030a02030a02030a02030103394070a0808080800902030a02030a02030a02030a02030a02030103406578a08080808000020302027065a08080808001020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301040203010203010203010203010402030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030103612067a080808080040202030168a0808080800f020203016ca08080808029020203016da080808080090202080202030173a080808080220202080202030174a0808080801a0202030177a08080808039020202022e67a080808080040203030168a0808080800f020303016ca08080808029020303016da080808080090203080203030173a080808080220203080203030174a0808080801a0203030177a08080808039020302026172a080808080170402031c04020302026265a0808080801a040203100402030f04020302026368a080808080140402030202642ea080808080310203040203050203030169a080808080040402030b0402030202656ca0808080802b04020302026765a080808080140402031904020303016ea080808080050402032304020302026820a08080808037020203012ea08080808037020303016ca08080808012040203040402030d0402030604020302026963a080808080210402031704020303016ea0808080800a0402030e0402030f0402030e040203030174a080808080150402031904020302026b61a0808080800e04020317040203030162a08080808031040203030165a08080808036040203030166a08080808018040203030168a0808080800504020302026c20a0808080801002020f020203012ea0808080800b02030502030f020303016ca080808080050402031904020303016fa08080808009040203030174a0808080802f040203010402030204020302026d2ea080808080090203030169a08080808022040203030170a0808080800002030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030104020301020301020301020301040203010203010203010203010203010402030102030102030102030104020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020302026e20a0808080800e02020d020205020205020207020203012ea0808080800e02030d0203050203050203070203030164a080808080080402030304020301040203160402030204020316040203030169a080808080080402031104020303016ea0808080801a04020302026f69a0808080800604020302027261a08080808037040203030164a080808080170402031c040203030167a08080808027040203030168a08080808037040203030169a0808080802304020303016ba08080808039040203030173a0808080801104020302027374a08080808000020202027472a080808080030402031004020323040203030179a08080808011040203180402030202756da0808080802104040d0b0b0f0b0c0f0e0c0b15150c120b0f0e0c120b12120b0b1715150e0d0b0b0b0b0b0b0b0c0b0b0c0b0c0b0b0b0b0b0b0b0b0c0b0b0b0b0b0b0b0b0b0b0c0b0b0b0b0b0b0b0b0b0b0c0b0b0b0b0b0b0b0b0b0b0c0c0c0c0c0b0f0b110c813b0f0e0c0b15150c120b0f0e0c120b12120b0b170c14150e190d0c0c0c0c0c0c0c0d0c1b0d0c0d0c0c0c0c0c0c0c1c0d0c0c0c0c0c0c0c0c0c1b0d0c0c0c0c0c0c0c0c0c1b0d0c0c0c0c0c0c0c0c0c1b1c1c1d1c0d813c0d0b0b0e0e0b0b0c0b0b0e0e0b0b11150d12100d11100c0b18111810110c0c0c0c0f11100c140c0c8140181720100c0d0d100c0c0c0c0c0c1510');
INSERT INTO member_search_data VALUES(2336462209026,X'00000efd02030430617573a0808080801204020302027962a0808080803504020306040203030177a0808080802c04020302027a65a0808080800f0402030103626163a08080808014040203030175a0808080802104020302026561a080808080030402031004020323040203030163a080808080150402031b04020303016ea0808080801a040203100402030f040203030172a0808080801904020315040203010402030202696ca080808080100402030f04020303016ea08080808000020202026a6fa0808080800b040203280402030704020302026b65a0808080801c04020302026c61a08080808031040203040402030504020303016fa080808080020402033204020302026f72a080808080100402030c0402030202726fa080808080380402030202792ea0808080803b0203010363616da0808080802204020303016ea080808080200402030c0402030202682ea080808080140203030167a08080808017040203030169a080808080210402031704020302026b2ea0808080801502031b02030103642e31a0808080800102030e0203030132a080808080170203010203030133a080808080030203220203030134a080808080280203020203020203050203030135a080808080330203020203010203040203030138a08080808008020302026167a0808080800504020323040203030168a080808080120402030404020313040203030169a080808080210402031704020302026265a0808080802f04020303016ca0808080803a04020302026461a0808080802904020303016fa080808080220402031004020302026572a0808080800c0402031804020302026669a0808080800104020303016fa0808080800804020302026772a0808080802004020302026865a0808080800404020302026961a080808080040402030b04020302026b61a0808080801b0402030404020302026c75a0808080802804020302026d61a0808080803904020303016fa0808080800604020302026f72a08080808022040203100402030202736fa0808080802b04020302027468a0808080800b0402030103652066a0808080801c020214020203016aa08080808006020203016ba08080808017020203016ca0808080800102022e020203016da0808080801d0202030174a080808080070202030177a08080808032020202022e31a0808080800e0203030136a080808080060203030164a0808080801204020304040203030165a0808080800102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030104020301020301020301020301040203010203010203010203010203010203010203010203010203010203010203010203010203010203010203010203010203010203010203010203010203010203010203010203010203010203010203010203010203010203010203010203010203010203010203010203010203010203030166a0808080801c020314020303016aa08080808006020303016ba08080808017020303016ca0808080800102032e020303016da0808080801d0203030174a080808080000203070203030177a08080808032020302026174a0808080800304020310040203230402030202626ba0808080801c0402030202636ba080808080150402031b0402030202696da0808080800404020303016ea0808080800304020307040203020402030104020308040203110402030804020302026b73a0808080800d04020302026c20a0808080802b020203012ea0808080802b0203030162a08080808014040203030164a08080808001040203240402030504020303016ca0808080800f0402030d04020309040203030172a0808080802d04020302026d72a0808080801204020302026e20a08080808031020203012ea0808080801102030f02030602030b0203030161a0808080801a040203100402030f040203030174a0808080800d04020311040203080402031504020302026f70a080808080010203010203010203010203010203010203010203010203010203010203010203010203010203010203010203010203010203010402030102030102030102030104020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020302027020a08080808002020212020219020207020203012ea08080808002020312020319020307020302027266a08080808036040203030167a0808080802e04020301040203030168a0808080801904020303016ea0808080801004020320040203030173a0808080800c0402031804020302027374a0808080800002030a04020304040203050402030b04020302027861a08080808000020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301040203010203010203010203010402030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030202796ea080808080020402031204020319040203070402030103662e33a080808080220203030135a08080808032020302026172a080808080370402030202656ca0808080802a040203030172a080808080100402032004020302026965a080808080010402032404020302026a65a0808080801c0402030904020302026f72a0808080800304020305040203100402031e0402030103672e31a080808080100203030132a0808080800202031a0203030133a080808080270203030134a0808080802e020301020302026161a080808080170402031c040203030165a0808080802b04020302026520a08080808001020206020210020203012ea08080808001020306020310020303016ca080808080140402031904020302026e79a080808080050402032304020302026f6ca0808080800404020302027265a0808080802004020306040203030175a080808080210402030202736ba08080808027040203010368206da08080808037020202022e32a08080808014020303016da08080808037020302026167a080808080140402031904020303016ba0808080800e0402031704020303016ca08080808005040203060402031304020303016da0808080800904020303016ea0808080801b040203030172a08080808027040203030175a0808080801204020303017aa0808080800f04020302026569a0808080800404020302026761a0808080801704020302026920a08080808021020217020203012ea08080808021020317020303016ca0808080803404020302026c2ea080808080290203030168a08080808012040203040402030d04020302026f6ca080808080130402030304020303040203040402031a040203030172a08080808007040203050402030e0402031904020302027573a080808080230402030103692062a080808080380202030167a080808080210202030173a08080808008020211020202022e62a080808080380203030167a080808080210203030173a08080808008020311020302026120a0808080800402020b020203012ea0808080800402030b020302026368a080808080210402031704020302026562a0808080801c04020303016ca080808080010402032404020302026c61a080808080100402030f04020303040203030162a0808080801904020303016ca080808080090402031404020317040203030173a080808080160402030704020302026d2ea080808080040203030161a080808080080402031104020302026e20a0808080800002020d020211020208020215020203012ea0808080800a0203020203010203110203080203150203030162a0808080801504020319040203030164a080808080010402031a0402030e040203030166a08080808003040203030167a0808080802604020303016fa0808080800a0402030e0402030f0402030e04020302027120a08080808023020203012ea08080808023020302027263a08080808017040203030173a0808080800604020302027374a080808080240402030202746fa080808080150402031904020302027a20a08080808003020210020223020203012ea08080808003020310020323020301036a656ca0808080801c0402030904020302026f72a080808080010402030504020301040203040402030c0402030804020301040203080402030b0402030704020301036b2e32a080808080150203030134a080808080300203030135a08080808039020302026169a080808080150402031904020303016da0808080801b0402030404020303016ea0808080800e04020317040203030174a08080808011040203180402030202626ca0808080803104020302026520a0808080801c020203012ea0808080801c0203030172a080808080360402030202666fa0808080801804020302026861a0808080800504020302026972a0808080801704020302026f67a08080808002040203250402030202736fa08080808038040203030174a0808080800d04020301036c2066a08080808010020203016aa0808080801f020203016ea0808080802b020202022e31a0808080800b0203030133a0808080801e0203030134a080808080290203030135a0808080800502032f0203030166a08080808010020303016aa0808080801f020303016ea0808080802b020302026120a08080808022020203012ea080808080220203030164a08080808031040203040402030504020303016ca080808080100402030f04020302026261a08080808014040203030165a0808080801904020303016fa0808080801c0402030202642ea080808080010203240203050203030168a080808080040402030202652ea08080808000020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301040203010203010203010203010402030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102060e110c0d0e0c15101414110b150d1510110d0c0e100c0c100f100e0e14140b1114100d0c0d10110d0c0d0d11110d0d0c110d0d100b0b0e0b0b0b0c0b10813b0e0b0b0e0b0e0b150d110d240d0c0b0c14140c0d0c141418813c15140d100c10101c813f190d0b0d0d101111190d0e0b0e110c121110110d110c0d0d0c0b1110140c0c0c0c0c0d0d0f0e0c0c141d180d0d0b0e0c0b0e0f0e110d10150c14100c10181a10140c0c180c0b0d0c0d11121112310d0b0b111010100d0c0b0c0d0d0d110d0c0d0b0b0c0b0b0e0b0b0b0c0b14100d0c0c120c');
INSERT INTO member_search_data VALUES(2336462209027,X'00050f0003a08080808030020301020301020301020301020301020301020301020301020301020301020301020304306c6665a0808080802a040203030169a0808080802504020302026861a080808080090402030904020303016fa0808080801604020307040203030175a080808080230402030202696ea080808080010402031a0402030e04020302026c2ea080808080050203190203160203030162a0808080801c040203030166a08080808025040203030168a0808080800904020314040203030175a0808080800f04020302026f6da08080808002040203070402032b040203030172a080808080200402030c04020302027275a0808080802d04020302027365a08080808016040203070402030202742ea080808080130203030402030302030402031a0203030165a0808080802f04020301040203020402030202756ea0808080800f040203190402030704020301036d2e33a080808080210203030134a080808080040203030139a08080808009020302026120a08080808009020203012ea08080808009020303016ca0808080802f040203010402030204020303016ea080808080080402031104020301040203030172a08080808011040203260402030204020302026869a080808080340402030202696ca08080808009040203140402030504020302026f72a08080808006040203080402030202702ea0808080801b020304020303016ca080808080000203010203010203010203010203010203010203010203010203010203010203010203010203010203010203010203010203010203010402030102030102030102030104020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020302027265a080808080120402030202736ba0808080800204020301036e2061a080808080000202030165a0808080800d0202030166a08080808025020203016aa08080808020020203016ca0808080801b020203016fa080808080310202030172a0808080802c02020f0202030173a0808080800b02021b0202140202030174a080808080330202030177a0808080800e020210020202022e31a0808080800a0203020203010203040203030132a0808080801a0203030133a080808080200203060203030134a0808080802b0203030135a080808080380203030137a080808080070203030165a0808080800d0203030166a08080808025020303016aa08080808020020303016ca0808080801b020303016fa080808080310203030172a0808080802c02030f0203030173a0808080800b02031b0203140203030174a080808080330203030177a0808080800e020310020302026120a0808080801a02021002020f020203012ea0808080801a02031002030f0203030164a080808080040402030b04020302026261a08080808021040203030165a08080808015040203190402030204020303016fa080808080100402030202642ea0808080800f0203190203030162a0808080802f0402030b040203030164a0808080802204020307040203030165a0808080800c04020318040203030166a080808080010402030704020303016ba0808080801b040203030174a0808080800b04020302026570a080808080020402031204020319040203070402030202666fa0808080800304020302026772a0808080802604020302026920a08080808008020211020203012ea08080808008020311020302026e2ea0808080801a020302026f20a0808080800a02020e02020f02020e020203012ea0808080800a02030e02030f02030e0203030172a0808080802b04020302027469a0808080800d04020311040203080402031504020302027920a08080808005020223020203012ea08080808005020323020301036f2068a08080808027020203016fa080808080180202030172a080808080350202030173a080808080150202190202030177a0808080800a020202022e68a08080808027020303016fa080808080180203030172a080808080350203030173a080808080150203190203030177a0808080800a02030202616ba08080808005040203130402031904020302026269a0808080800002020202642ea0808080802c0203030164a0808080803204020303016da080808080390402030202672ea08080808002020325020302026861a0808080801b04020302026972a0808080800604020302026b73a0808080803804020302026c64a08080808004040203030166a0808080802a040203030174a080808080130402030304020303040203040402031a04020302026d61a08080808009040203030168a08080808034040203030173a0808080800204020302026e2ea0808080800702032402030d020302026f64a0808080802c040203060402030704020303016ba080808080380402030202706ca080808080010203010203010203010203010203010203010203010203010203010203010203010203010203010203010203010203010203010402030102030102030102030104020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020302027263a080808080200402030c040203030164a08080808003040203030402030204020310040203070402030104020308040203030402030b040203030165a0808080800604020308040203230203030166a0808080802204020310040203030167a08080808001040203060402030904020307040203050402031704020303016da0808080801a04020303016ea0808080800b0402032804020307040203030173a080808080070402030504020302027374a0808080802404020302027540a0808080800002030103702062a080808080020202320202030168a08080808014020219020202022e32a0808080801b0203030133a0808080801f0203030134a0808080802d0203030162a080808080020203320203030168a0808080801402031902030202616ca080808080090402030202656fa080808080010203010203010203010203010203010203010203010203010203010203010203010203010203010203010203010203010203010402030102030102030102030104020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020302026c65a08080808000020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301040203010203010203010203010402030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030103712061a08080808023020202022e61a08080808023020302027565a0808080800d040203110402030804020315040203030169a080808080240402030103726168a0808080803704020303016ea08080808008040203030179a0808080802c040203090402030604020302026361a080808080200402030c040203030168a080808080170402030202642ea0808080800302030502030f02030102031b0203030203030167a0808080802004020303016ba0808080801f04020303016ca0808080802804020303016da08080808006040203030173a0808080802b0402030202652ea0808080800602030802030404020303016ea08080808020040203060402030b0402030202662ea08080808022020310020303016fa080808080360402030202672ea0808080801002030c0203120203010203030161a08080808033040203030165a080808080010402030604020310040203030173a080808080270402030202686fa080808080190402031e04020302026971a0808080802304020303017aa08080808003040203100402032304020302026b2ea08080808039020302026d61a0808080801a04020302026e20a0808080800b020228020207020203012ea0808080800b0203280203070203030162a080808080100402032004020302026f62a080808080000202030168a0808080801b04020303016fa0808080803804020302027320a0808080800c020218020203012ea0808080800c0203180203030165a080808080060402030b04020303016fa08080808007040203030174a0808080800c0402030202756ea08080808021040203030170a0808080802d040203010373206fa080808080240202030174a0808080800c020202022e31a08080808012040203030133a08080808023020303016fa080808080240203030174a0808080800c02030202616ea0808080800b040203170402031804020303016fa0808080800604020302026520a08080808006020217020203012ea0808080800602031004020307020303016ea080808080110402030202696ca0808080801904020302026b6fa080808080020402032504020302026f6ca0808080802a04020303016ea08080808007040203240402030d040203030172a0808080803102030202742ea080808080240203030165a08080808000020203040203070402030204020301040203080402031104020308040203030168a080808080130402030b04020303016da0808080800e040203030171a08080808024040203030172a08080808008040203030173a0808080800a0402030203c3b872a0808080803102020103742e31a080808080130203030132a08080808016040203030203040203030133a080808080240203030135a08080808037020302026172a0808080802304020302026520a0808080802f020201020202020203012ea0808080802f0203010203020203030169a08080808003040203070402030204020301040203080402031104020308040203030172a080808080000202030173a08080808000020302026861a0808080800b042e0e0c11100c15120c0c100c15100d111914150d0b0b0c0b1414140d15110f813e0d0d0d0b0b0b0b0b0e110b0e150b0e0b0b0b0b0b0b0b0b0e110b0e1211100d140c0f101010100c0c190d0d0f0e0c15140c190f0e0d0b0b0e0b0c0b0b0e0b150c0c0c0c0f0d0d0d0d0c1c0d0c0c12150c813c112c1310200c14100d0c100e0c0b0b0e0e0d813c813f0d0c190c0e0c14110c1b0c0c0c0c0c13140f0c150c140c110d140c0d1211100c0c0c0f0e100c0c0d0c0d0b0d0b0b0b150c0f120c0d110d140b0c27100c0c0c0c0d0d120b0b0d1211240b0b');
INSERT INTO member_search_data VALUES(2336462209028,X'0006034e0203a0808080801e040203043074686fa08080808007040203050402030704020307040203190402030202696ea0808080800d04020311040203080402031504020302026d6fa0808080800e04020302026f20a08080808015020219020203012ea08080808015020319020302027175a0808080802404020302027261a08080808008040203030169a08080808003040203100402032304020302027374a0808080800a04020302027961a08080808011040203180402030103754065a0808080800002030202656ea0808080800d04020311040203080402031504020302026973a0808080802404020302026d2ea08080808021020302026e62a08080808021040203030164a0808080800f04020319040203070402030202702ea0808080802d02030202732ea080808080120402031102030103776573a0808080800a04020304040203050402030b04020302026965a0808080801c04020302026f6fa0808080802c0402030604020307040203010378616da0808080800002030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030104020301020301020301020301040203010203010203010203010203010203010203010203010203010203010203010203010203010203010203010203010203010203010203010203010203010203010203010203010203010203010203010203010203010203010203010203010203010203010203010203010203010203010379206aa08080808028020203016fa08080808005020202022e35a0808080803b020303016aa08080808028020303016fa08080808005020302026120a08080808011020218020203012ea0808080801102031802030202626ca08080808035040203030179a0808080803b04020302026e65a0808080800204020312040203190402030704020302026f75a0808080800002030202776fa0808080802c04020301037a2061a080808080360202030173a080808080030202030177a08080808013020202022e61a080808080360203030173a080808080030203030177a0808080801302030202656ca0808080800f040203030179a080808080020402031204020319040203070402030104c3b87265a0808080803102020f1e190d0f0e0d0d140d110d190d0c0d140c101a0d1581400d0b0c0b0b0f0e0d0c190c0d0d0b0b0c0b0b0d18');
INSERT INTO member_search_data VALUES(9009535716950016,X'080000000000000200000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000010000000027000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000010000000039000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000');
CREATE TABLE IF NOT EXISTS 'member_search_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
INSERT INTO member_search_idx VALUES(1,X'',2);
INSERT INTO member_search_idx VALUES(2,X'',2);
INSERT INTO member_search_idx VALUES(17,X'',2);
INSERT INTO member_search_idx VALUES(17,X'30617573',4);
INSERT INTO member_search_idx VALUES(17,X'306c66',6);
INSERT INTO member_search_idx VALUES(17,X'3074686f',8);
CREATE TABLE IF NOT EXISTS 'member_search_docsize'(id INTEGER PRIMARY KEY, sz BLOB, origin INTEGER);
INSERT INTO member_search_docsize VALUES(1099511627776,X'090e',1);
INSERT INTO member_search_docsize VALUES(1099511627777,X'0d1e',2);
INSERT INTO member_search_docsize VALUES(1099511627778,X'0d1e',2);
INSERT INTO member_search_docsize VALUES(1099511627779,X'0f20',2);
INSERT INTO member_search_docsize VALUES(1099511627780,X'0c1d',2);
INSERT INTO member_search_docsize VALUES(1099511627781,X'0b1c',3);
INSERT INTO member_search_docsize VALUES(1099511627782,X'0e1f',3);
INSERT INTO member_search_docsize VALUES(1099511627783,X'0b1c',3);
INSERT INTO member_search_docsize VALUES(1099511627784,X'0e1f',3);
INSERT INTO member_search_docsize VALUES(1099511627785,X'0c1d',4);
INSERT INTO member_search_docsize VALUES(1099511627786,X'0c1e',4);
INSERT INTO member_search_docsize VALUES(1099511627787,X'0c1e',4);
INSERT INTO member_search_docsize VALUES(1099511627788,X'0e20',4);
INSERT INTO member_search_docsize VALUES(1099511627789,X'0d1f',5);
INSERT INTO member_search_docsize VALUES(1099511627790,X'0c1e',5);
INSERT INTO member_search_docsize VALUES(1099511627791,X'0d1f',5);
INSERT INTO member_search_docsize VALUES(1099511627792,X'0c1e',5);
INSERT INTO member_search_docsize VALUES(1099511627793,X'0a1c',6);
INSERT INTO member_search_docsize VALUES(1099511627794,X'1d1d',6);
INSERT INTO member_search_docsize VALUES(1099511627795,X'0e20',6);
INSERT INTO member_search_docsize VALUES(1099511627796,X'0e20',6);
INSERT INTO member_search_docsize VALUES(1099511627797,X'0d1f',7);
INSERT INTO member_search_docsize VALUES(1099511627798,X'1d1d',7);
INSERT INTO member_search_docsize VALUES(1099511627799,X'0e20',7);
INSERT INTO member_search_docsize VALUES(1099511627800,X'0a1c',7);
INSERT INTO member_search_docsize VALUES(1099511627801,X'0e20',8);
INSERT INTO member_search_docsize VALUES(1099511627802,X'0c1e',8);
INSERT INTO member_search_docsize VALUES(1099511627803,X'0c1e',8);
INSERT INTO member_search_docsize VALUES(1099511627804,X'0e20',8);
INSERT INTO member_search_docsize VALUES(1099511627805,X'0b1d',9);
INSERT INTO member_search_docsize VALUES(1099511627806,X'0e20',9);
INSERT INTO member_search_docsize VALUES(1099511627807,X'0c1e',9);
INSERT INTO member_search_docsize VALUES(1099511627808,X'0d1f',9);
INSERT INTO member_search_docsize VALUES(1099511627809,X'0d1f',10);
INSERT INTO member_search_docsize VALUES(1099511627810,X'0d1f',10);
INSERT INTO member_search_docsize VALUES(1099511627811,X'0a1c',10);
INSERT INTO member_search_docsize VALUES(1099511627812,X'0d1f',10);
INSERT INTO member_search_docsize VALUES(1099511627813,X'0e20',11);
INSERT INTO member_search_docsize VALUES(1099511627814,X'0f21',11);
INSERT INTO member_search_docsize VALUES(1099511627816,X'0c1e',11);
INSERT INTO member_search_docsize VALUES(1099511627817,X'0c1e',12);
INSERT INTO member_search_docsize VALUES(1099511627818,X'0b1d',12);
INSERT INTO member_search_docsize VALUES(1099511627819,X'0a1c',12);
INSERT INTO member_search_docsize VALUES(1099511627820,X'0c1e',12);
INSERT INTO member_search_docsize VALUES(1099511627821,X'0d1f',13);
INSERT INTO member_search_docsize VALUES(1099511627822,X'0d1f',13);
INSERT INTO member_search_docsize VALUES(1099511627823,X'0c1e',13);
INSERT INTO member_search_docsize VALUES(1099511627824,X'0c1e',13);
INSERT INTO member_search_docsize VALUES(1099511627825,X'0b1d',14);
INSERT INTO member_search_docsize VALUES(1099511627826,X'0c1e',14);
INSERT INTO member_search_docsize VALUES(1099511627827,X'0d1f',14);
INSERT INTO member_search_docsize VALUES(1099511627828,X'0d1f',14);
INSERT INTO member_search_docsize VALUES(1099511627829,X'0a1c',15);
INSERT INTO member_search_docsize VALUES(1099511627830,X'0e20',15);
INSERT INTO member_search_docsize VALUES(1099511627831,X'0b1d',15);
INSERT INTO member_search_docsize VALUES(1099511627832,X'0d1f',15);
INSERT INTO member_search_docsize VALUES(1099511627833,X'0c1e',17);
INSERT INTO member_search_docsize VALUES(1099511627834,X'0c1e',16);
INSERT INTO member_search_docsize VALUES(1099511627835,X'0b1d',16);
INSERT INTO member_search_docsize VALUES(1099511627836,X'1212',18);
CREATE TABLE IF NOT EXISTS 'member_search_config'(k PRIMARY KEY, v) WITHOUT ROWID;
INSERT INTO member_search_config VALUES('version',4);
CREATE TABLE contact_documents (
    document integer primary key,
    organization_id blob not null,
    contact_id blob not null,
    unique (organization_id, contact_id),
    foreign key (organization_id, contact_id) references contacts (organization_id, id)
) strict;
INSERT INTO contact_documents VALUES(1099511627776,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298972c090c0ca83360150d8');
INSERT INTO contact_documents VALUES(1099511627777,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298972c090c0ca845db38243');
INSERT INTO contact_documents VALUES(1099511627778,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298972c090c0ca85a350c878');
INSERT INTO contact_documents VALUES(1099511627779,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298972c090c0ca867c08376e');
INSERT INTO contact_documents VALUES(1099511627780,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298a76ada4edda64294faf54');
INSERT INTO contact_documents VALUES(1099511627781,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298a76ada4edda6544be2597');
INSERT INTO contact_documents VALUES(1099511627782,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298a76ada4edda6667ec756d');
INSERT INTO contact_documents VALUES(1099511627783,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298a76ada4edda67e0c3b770');
INSERT INTO contact_documents VALUES(1099511627784,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298a76ada4edda68cde76ca6');
INSERT INTO contact_documents VALUES(1099511627785,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298a76ada4edda693ee8b17a');
INSERT INTO contact_documents VALUES(1099511627786,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298a76ada4edda6a4c21e00c');
INSERT INTO contact_documents VALUES(1099511627787,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298a76ada4edda6b9b8c26bd');
INSERT INTO contact_documents VALUES(1099511627788,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298a76ada4edda6c46f0b11e');
INSERT INTO contact_documents VALUES(1099511627789,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298a76ada4edda6d555f619c');
INSERT INTO contact_documents VALUES(1099511627790,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298a76ada4edda6ee64b0550');
INSERT INTO contact_documents VALUES(1099511627791,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298a76ada4edda6f6788fc6d');
INSERT INTO contact_documents VALUES(1099511627792,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298a76ada4edda70cbe6b0e6');
INSERT INTO contact_documents VALUES(1099511627793,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298a76ada4edda71286d4eb7');
INSERT INTO contact_documents VALUES(1099511627794,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298a76ada4edda72297f8a5f');
INSERT INTO contact_documents VALUES(1099511627795,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298a76ada4edda7339b1ad8c');
INSERT INTO contact_documents VALUES(1099511627796,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298a76ada4edda74d6ad6316');
INSERT INTO contact_documents VALUES(1099511627797,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298a76ada4edda754768adcd');
INSERT INTO contact_documents VALUES(1099511627798,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298a76ada4edda760c898434');
INSERT INTO contact_documents VALUES(1099511627799,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298a76ada4edda776843cfed');
INSERT INTO contact_documents VALUES(1099511627800,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298a76ada4edda78d5977d65');
INSERT INTO contact_documents VALUES(1099511627801,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298a76ada4edda79d537f904');
INSERT INTO contact_documents VALUES(1099511627802,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298a76ada4edda7a622390ed');
INSERT INTO contact_documents VALUES(1099511627803,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298a76ada4edda7b03952092');
INSERT INTO contact_documents VALUES(1099511627804,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298a76ada4edda7cda63820a');
INSERT INTO contact_documents VALUES(1099511627805,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298a76ada4edda7d43433591');
INSERT INTO contact_documents VALUES(1099511627806,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298a76ada4edda7eedd26d86');
INSERT INTO contact_documents VALUES(1099511627807,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298a76ada4edda7f85c99ff1');
INSERT INTO contact_documents VALUES(1099511627808,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298a76ada4edda809c3a9159');
INSERT INTO contact_documents VALUES(1099511627809,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298a76ada4edda81fdd17315');
INSERT INTO contact_documents VALUES(1099511627810,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298a76ada4edda8206741272');
INSERT INTO contact_documents VALUES(1099511627811,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298a76ada4edda83079d5232');
INSERT INTO contact_documents VALUES(1099511627812,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298a76ada4edda845817e30b');
INSERT INTO contact_documents VALUES(1099511627813,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298a76ada4edda85bb9007a6');
INSERT INTO contact_documents VALUES(1099511627814,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298a76ada4edda86f8fb1f34');
INSERT INTO contact_documents VALUES(1099511627815,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298a76ada4edda875dded8fc');
INSERT INTO contact_documents VALUES(1099511627816,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298a76ada4edda88dfd5f329');
INSERT INTO contact_documents VALUES(1099511627817,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298a76ada4edda89c93f9ea2');
INSERT INTO contact_documents VALUES(1099511627818,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298a76ada4edda8af0950211');
INSERT INTO contact_documents VALUES(1099511627819,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298a76ada4edda8b37476fb0');
INSERT INTO contact_documents VALUES(1099511627820,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298a76ada4edda8cd76cf342');
INSERT INTO contact_documents VALUES(1099511627821,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298a76ada4edda8d2eed1381');
INSERT INTO contact_documents VALUES(1099511627822,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298a76ada4edda8ec0832755');
INSERT INTO contact_documents VALUES(1099511627823,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298a76ada4edda8fd3fdcc2d');
INSERT INTO contact_documents VALUES(1099511627824,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298a76ada4edda909320c00e');
INSERT INTO contact_documents VALUES(1099511627825,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298a76ada4edda913d6dbcb2');
INSERT INTO contact_documents VALUES(1099511627826,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298a76ada4edda92970160b5');
INSERT INTO contact_documents VALUES(1099511627827,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298a76ada4edda93f8d6732a');
INSERT INTO contact_documents VALUES(1099511627828,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298a76ada4edda94e748d15a');
INSERT INTO contact_documents VALUES(1099511627829,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298a76ada4edda95f081c52e');
INSERT INTO contact_documents VALUES(1099511627830,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298a76ada4edda9648dc754a');
INSERT INTO contact_documents VALUES(1099511627831,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298a76ada4edda97105a3f83');
INSERT INTO contact_documents VALUES(1099511627832,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be3e27d462a0a');
INSERT INTO contact_documents VALUES(1099511627833,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be3e3b4b24836');
INSERT INTO contact_documents VALUES(1099511627834,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be3e431ab650b');
INSERT INTO contact_documents VALUES(1099511627835,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be3e5af5e52b2');
INSERT INTO contact_documents VALUES(1099511627836,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be3e665ccfd7d');
INSERT INTO contact_documents VALUES(1099511627837,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be3e7c9b91396');
INSERT INTO contact_documents VALUES(1099511627838,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be3e88a1e0864');
INSERT INTO contact_documents VALUES(1099511627839,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be3e9d2787b9c');
INSERT INTO contact_documents VALUES(1099511627840,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be3eacb59becd');
INSERT INTO contact_documents VALUES(1099511627841,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be3eb595e25d0');
INSERT INTO contact_documents VALUES(1099511627842,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be3ec304fafbc');
INSERT INTO contact_documents VALUES(1099511627843,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be3ededceb29a');
INSERT INTO contact_documents VALUES(1099511627844,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be3ee0039bbd4');
INSERT INTO contact_documents VALUES(1099511627845,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be3eff4d42fa0');
INSERT INTO contact_documents VALUES(1099511627846,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be3f0992adc98');
INSERT INTO contact_documents VALUES(1099511627847,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be3f1a1ac53f8');
INSERT INTO contact_documents VALUES(1099511627848,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be3f23c4a63cb');
INSERT INTO contact_documents VALUES(1099511627849,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be3f304d68900');
INSERT INTO contact_documents VALUES(1099511627850,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be3f43e37c64d');
INSERT INTO contact_documents VALUES(1099511627851,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be3f542ed8ebd');
INSERT INTO contact_documents VALUES(1099511627852,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be3f6d375e464');
INSERT INTO contact_documents VALUES(1099511627853,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be3f71c94f122');
INSERT INTO contact_documents VALUES(1099511627854,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be3f8573a915a');
INSERT INTO contact_documents VALUES(1099511627855,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be3f9c88e4a42');
INSERT INTO contact_documents VALUES(1099511627856,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be3fa8209d121');
INSERT INTO contact_documents VALUES(1099511627857,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be3fb6d2de8e6');
INSERT INTO contact_documents VALUES(1099511627858,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be3fcb6ad2b93');
INSERT INTO contact_documents VALUES(1099511627859,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be3fdc1b09e09');
INSERT INTO contact_documents VALUES(1099511627860,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be3fec03f4a8c');
INSERT INTO contact_documents VALUES(1099511627861,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be3ff3204cb84');
INSERT INTO contact_documents VALUES(1099511627862,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be40030f71fc5');
INSERT INTO contact_documents VALUES(1099511627863,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be401b0a323c0');
INSERT INTO contact_documents VALUES(1099511627864,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be40201a1365c');
INSERT INTO contact_documents VALUES(1099511627865,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be40346e043a1');
INSERT INTO contact_documents VALUES(1099511627866,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be4043f2f3011');
INSERT INTO contact_documents VALUES(1099511627867,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be4051b88c38a');
INSERT INTO contact_documents VALUES(1099511627868,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be4066805dbe4');
INSERT INTO contact_documents VALUES(1099511627869,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be4075db170bc');
INSERT INTO contact_documents VALUES(1099511627870,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be4081fa209b2');
INSERT INTO contact_documents VALUES(1099511627871,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be4099bfcddd2');
INSERT INTO contact_documents VALUES(1099511627872,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be40a44199d3a');
INSERT INTO contact_documents VALUES(1099511627873,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be40b2fd4c88c');
INSERT INTO contact_documents VALUES(1099511627874,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be40ce391b353');
INSERT INTO contact_documents VALUES(1099511627875,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be40ddca61273');
INSERT INTO contact_documents VALUES(1099511627876,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be40e150046b0');
INSERT INTO contact_documents VALUES(1099511627877,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be40fc78e0f13');
INSERT INTO contact_documents VALUES(1099511627878,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be4105e30035b');
INSERT INTO contact_documents VALUES(1099511627879,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be4117536ff24');
INSERT INTO contact_documents VALUES(1099511627880,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be412d6ec753a');
INSERT INTO contact_documents VALUES(1099511627881,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be41331e2ec93');
INSERT INTO contact_documents VALUES(1099511627882,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be41438b22539');
INSERT INTO contact_documents VALUES(1099511627883,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be415879da4bb');
INSERT INTO contact_documents VALUES(1099511627884,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be416a9b2dce0');
INSERT INTO contact_documents VALUES(1099511627885,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be417728eebb8');
INSERT INTO contact_documents VALUES(1099511627886,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be418c481afce');
INSERT INTO contact_documents VALUES(1099511627887,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be4191759d9dc');
INSERT INTO contact_documents VALUES(1099511627888,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be41a4f3f3ee7');
INSERT INTO contact_documents VALUES(1099511627889,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be41b91a0cbc2');
INSERT INTO contact_documents VALUES(1099511627890,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be41c87aa0bf8');
INSERT INTO contact_documents VALUES(1099511627891,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be41d30b7e36b');
INSERT INTO contact_documents VALUES(1099511627892,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be41e4fa64162');
INSERT INTO contact_documents VALUES(1099511627893,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be41f646ae4b6');
INSERT INTO contact_documents VALUES(1099511627894,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be420adc59d69');
INSERT INTO contact_documents VALUES(1099511627895,X'01a20b7f28bf72f68b4c06cf80dea9d8',X'01a20b7f298b741e936be421d6ed7956');
INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql)VALUES('table','contact_search','contact_search',0,'CREATE VIRTUAL TABLE contact_search using fts5 (
    name_key, email, phone, content = '''', contentless_delete = 1, detail = column, tokenize = ''trigram case_sensitive 1''
)');
CREATE TABLE IF NOT EXISTS 'contact_search_data'(id INTEGER PRIMARY KEY, block BLOB);
INSERT INTO contact_search_data VALUES(1,X'788b5c9d118857');
INSERT INTO contact_search_data VALUES(10,X'00000000ff000001020f1e000e0101011111000004020101121200000403010113130000040401011414000004050101151500000406010116160000040701011717000004080101181800000409010119190000040a01011a1a0000040b01011b1b0000040c01011c1c0000040d01011d1d0000040e01011e1e00000400011101050110000040');
INSERT INTO contact_search_data VALUES(137438953473,X'000006300430206173a08080808043020202026b6fa08080808042020202026d61a08080808040020202027369a08080808041020201032b3434a08080808040020401020401020401032e3634a080808080400203030135a080808080410203030136a080808080420203030137a08080808043020302026173a08080808043020302026578a08080808040020301020301020301020302026b6fa08080808042020302026d61a08080808040020302027369a0808080804102030103303030a080808080400204030131a080808080400204030133a080808080410204030138a080808080420204030139a08080808040020401020401020402023137a08080808040020402023338a08080808041020402023835a08080808042020402023930a0808080804002040102040102040103333830a0808080804102040103343437a08080808040020401020401020402023737a08080808040020401020401020402024063a0808080804002030103354063a0808080804102030103363440a08080808040020302023540a08080808041020302023640a08080808042020302023740a08080808043020302024063a0808080804202030103373030a08080808040020401020401020402023730a08080808040020401020401020402024063a0808080804302030103383539a0808080804202040103393030a0808080804002040102040102040103406375a0808080804002030102030102030102030103616974a0808080804304020302026b61a0808080804004020302026d70a08080808040020301020301020301020302026e20a08080808040020203012ea080808080400203030169a0808080804204020302027268a080808080400402030202736ba080808080430402030103626572a0808080804104020302026f72a080808080430402030103637573a0808080804002030102030102030102030103642e36a0808080804102030102030103652073a08080808041020202022e73a0808080804102030202696da0808080804004020302026c64a0808080804204020302027273a080808080400203010203010203010203030177a0808080804104020302027861a080808080400203010203010203010203010366656ca080808080420402030103672e36a08080808043020302026520a08080808041020203012ea080808080410203010368616ba0808080804004020302026569a08080808040040203010369206ba08080808042020202022e6ba08080808042020302026c62a0808080804104020302026d2ea080808080400203030161a080808080420402030202746fa0808080804304020301036a6f72a0808080804104020301036b6169a0808080804304020303016ea080808080400402030202626fa0808080804304020302026f72a0808080804204020301036c6265a080808080410402030202642ea08080808042020301036d2e36a0808080804002030202616ea08080808042040203030172a0808080804004020302026572a0808080804002030102030102030102030202706ca08080808040020301020301020301020301036e206da08080808040020202022e6da08080808040020302026920a08080808042020203012ea08080808042020301036f2061a08080808043020202022e61a0808080804302030202642ea08080808041020302026d65a08080808040020301020301020301020302026f64a0808080804104020302027267a0808080804104020302040203030173a080808080420402030103706c65a080808080400203010203010203010203010372672ea080808080430203030165a0808080804104020302026865a080808080400402030202732ea080808080400203010203010203010203030166a080808080420402030202776fa080808080410402030103732e65a08080808040020301020301020301020302026665a080808080420402030202696ca0808080804104020302026b62a080808080430402030202746fa0808080804002030102030102030102030103746f20a08080808043020203012ea08080808043020303016da0808080804002030102030102030102030103757374a0808080804002030102030102030102030103776f6fa08080808041040203010378616da080808080400203010203010203010203040d0c0c0c130d0b0b0b0c150c0c0c0d0b0b0b110c0c0c120d13120c0d0d0c0c0c0c13120c0d13160e0d150c0b0c0d0d0e0d16100d0c0d0d150c150e0d0c0b0e0d0d0c0d0c0c0d0e0e0c0d0d0e0c0d0d0c15150d0c0c0b0d0c0c150d110c160d0c0d150c0d160d0d0d150d0b14160e');
INSERT INTO contact_search_data VALUES(274877906945,X'0000067c0430206269a080808080450202030172a08080808046020202026569a08080808044020202027468a08080808047020201032b3434a08080808045020401020401020401032e3638a080808080440203030139a08080808045020302023730a080808080460203030131a08080808047020302026269a080808080450203030172a08080808046020302026569a080808080440203030178a08080808044020301020301020301020302027468a0808080804702030103303030a080808080470204030134a080808080470204030136a080808080450204030138a080808080460204030139a08080808045020401020401020402023430a08080808047020402023633a08080808045020402023831a08080808046020402023930a08080808045020401020401020402024063a0808080804602030103314063a0808080804702030103343437a08080808045020401020401020402023737a0808080804502040102040102040103363336a08080808045020402023840a08080808044020302023940a0808080804502030103373030a080808080450204010204010204030140a08080808046020302023140a08080808047020302023730a0808080804502040102040102040103383130a08080808046020402024063a0808080804402030103393030a08080808045020401020401020402024063a0808080804502030103406375a0808080804402030102030102030102030103612074a08080808047020202022e74a08080808047020302026265a0808080804704020302026368a080808080470402030202676ea0808080804604020302026d70a08080808044020301020301020301020302026f69a080808080440402030103626163a0808080804704020302026563a0808080804404020303016ea0808080804704020302026972a080808080450402030202726fa08080808046040203010363682ea080808080470203030162a0808080804404020302026b2ea08080808044020302027573a0808080804402030102030102030102030103646167a080808080460402030103652062a080808080450202030165a08080808044020202022e62a080808080450203030165a0808080804402030202636ba0808080804404020302026963a0808080804404020302026e61a0808080804704020302027273a08080808044020301020301020301020302027861a0808080804402030102030102030102030103676e79a080808080460402030103682e37a08080808047020302026265a0808080804404020302026f6ca08080808046040203030172a080808080470402030103696368a0808080804404020302026b65a080808080450402030202726ba08080808045040203030173a0808080804404020301036b2e36a08080808044020302026520a08080808045020203012ea0808080804502030202686fa0808080804604020302027374a0808080804504020301036c7269a080808080450402030202742ea08080808046020301036d2e36a08080808045020302026572a0808080804402030102030102030102030202706ca08080808044020301020301020301020301036e6120a08080808047020203012ea08080808047020302027920a08080808046020203012ea08080808046020301036f6972a0808080804404020302026b68a0808080804604020302026c74a0808080804604020302026d2ea080808080450203030165a08080808044020301020301020301020302026f6ba0808080804604020302027262a080808080470402030103706c65a0808080804402030102030102030102030103726261a080808080470402030202696ba0808080804504020302026b73a0808080804504020302026f6da0808080804504020303016fa080808080460402030202732ea080808080440203010203010203010203030165a080808080440402030103732e65a0808080804402030102030102030102030202616fa0808080804404020302026520a08080808044020203012ea0808080804402030202746fa080808080440203010203010203010203030172a080808080450402030103742e37a0808080804602030202686fa0808080804704020302026f6da0808080804402030102030102030102030202726fa080808080450402030103756c72a0808080804504020302027374a080808080440203010203010203010203010378616da0808080804402030102030102030102030103792062a08080808046020202022e62a080808080460203040d0b0c0c130d0b0c0b0c0b0c140c0d0b0b0b110c0c0c120c0d13120d0c0c130b0c120d0c130c160d0c0d0d0d150d0e0d0c0d0d0d0c0c150e0d0b0c0b0d0d0d15150e0d0d0d0c0e0d0d0c0d0c0b0d0d0e0c0d15150d0b0c0b0e0d0d0c140d0d160e0d0d0d0c150c160d0c0b150c0d0d150d0e15160d');
INSERT INTO contact_search_data VALUES(412316860417,X'000006a00430206269a080808080490202030172a0808080804b02020202666aa08080808048020202027369a0808080804a020201032b3434a08080808048020401020401020401020401032e3732a080808080480203030133a080808080490203030134a0808080804a0203030135a0808080804b020302026269a080808080490203030172a0808080804b020302026578a0808080804802030102030102030102030202666aa08080808048020302027369a0808080804a02030103303033a080808080480204030134a0808080804a0204030138a080808080490204020204030139a08080808048020401020401020401020402023334a08080808048020402023439a0808080804a020402023831a080808080490204030134a0808080804b020402023930a0808080804802040102040102040102040103324063a0808080804802030103333437a08080808048020402024063a0808080804902030103343437a08080808048020401020401020401020402023737a08080808048020401020401020401020402023939a0808080804a020402024063a0808080804a02030103354063a0808080804b02030103373030a08080808048020401020401020401020402023240a08080808048020302023340a08080808049020302023440a0808080804a020302023540a0808080804b020302023730a0808080804802040102040102040102040103383136a08080808049020402023436a0808080804b02040103393030a0808080804802040102040102040102040103406375a0808080804802030102030102030102030103612062a080808080490202030166a08080808048020202022e62a080808080490203030166a08080808048020302026469a080808080480402030202686ca0808080804904020302026d70a08080808048020301020301020301020302026e69a0808080804a04020302027573a080808080480402030103626572a0808080804a04020302026972a0808080804904020302026a6fa0808080804b0402030202726fa0808080804b0402030103637573a0808080804802030102030102030102030103642e37a0808080804a020301020302026168a0808080804904020302026961a080808080480402030103656c64a0808080804b04020303016ca0808080804804020302027273a080808080480203010203010203010203030177a0808080804a04020302027461a0808080804904020302027861a080808080480203010203010203010203010366656ca0808080804b04020302026a65a080808080480402030103677265a080808080490402030103686175a0808080804804020302026c2ea0808080804902030103692073a0808080804a020202022e73a0808080804a020302026120a08080808048020203012ea08080808048020302026c62a0808080804a04020302026d61a0808080804a0402030202726ba0808080804904020301036a656ca0808080804804020302026f72a0808080804b04020301036b6461a0808080804904020302026665a0808080804b04020301036c2e37a08080808049020302026265a0808080804a0402030202642ea0808080804b020302026861a0808080804804020302026c68a0808080804804020301036d616ea0808080804a04020302026572a0808080804802030102030102030102030202706ca08080808048020301020301020301020301036e2062a0808080804b020202022e62a0808080804b020302026164a0808080804804020302026920a0808080804a020203012ea0808080804a020301036f642ea0808080804a020302026b66a0808080804b04020302026d65a08080808048020301020301020301020302026f64a0808080804a04020303016ba0808080804b0402030202726ea0808080804b0402030103706c65a0808080804802030102030102030102030103726574a0808080804904020302026b64a0808080804904020302026e20a0808080804b020203012ea0808080804b020302026f6fa0808080804b0402030202732ea0808080804802030102030102030102030202776fa0808080804a0402030103732e37a080808080480203030165a0808080804802030102030102030102030202696ca0808080804a0402030202746fa0808080804802030102030102030102030103746120a08080808049020203012ea08080808049020302026f6da080808080480203010203010203010203010375732ea080808080480203030174a0808080804802030102030102030102030103776f6fa0808080804a040203010378616da080808080480203010203010203010203040d0b0c0c160d0b0b0b0c0b150c0c0d0b0e140c0c0c0b150d0d0c16150c0c0d160c0c0c0c150d0c16160d0b0c0b0d0d150d0d0e0d0d0d16100d0d0e0c150c0d150e0d0e0e0c0d0c0c0b0d0d0d0e0d0e0d0d0d0c0d0d0e15150d0c0d0c0b0d0d150d0c0d160e0d0c0b0d150d0d140d150d0b150d140e');
INSERT INTO contact_search_data VALUES(549755813889,X'0000057e043020626ca0808080804c02020102020202676fa0808080804e020202026f61a0808080804f020201032b3434a0808080804c020401020402020401032e3737a0808080804d0203030138a0808080804e0203030139a0808080804f02030202626ca0808080804d020302026578a0808080804d02030102030102030202676fa0808080804e020302026f61a0808080804f02030103303032a0808080804c0204030134a0808080804d0204030137a0808080804f0204030139a0808080804c020401020402020402023236a0808080804c020402023436a0808080804d020402023736a0808080804f020402023930a0808080804c02040102040202040103323634a0808080804c02040103343437a0808080804c020401020402020402023632a0808080804d020402023737a0808080804c02040102040202040103373030a0808080804c020401020402020402023630a0808080804f020402023730a0808080804c0204010204020204030140a0808080804d020302023840a0808080804e020302023940a0808080804f020302024063a0808080804d02030103384063a0808080804e02030103393030a0808080804c020401020402020402024063a0808080804f02030103406375a0808080804d02030102030102030103612062a0808080804d020203016fa0808080804f020202022e62a0808080804d020303016fa0808080804f020302026265a0808080804f04020302026b77a0808080804f04020302026d70a0808080804d020301020301020302026e20a0808080804c020202026f69a0808080804e04020302027479a0808080804d040203010362656ea0808080804f04020302026c6fa0808080804c020201040203010363616ea0808080804c020202027573a0808080804d02030102030102030103642e37a0808080804e020301020302026c75a0808080804e0402030103652067a0808080804e020202022e67a0808080804e020302026e2ea0808080804d0203030161a0808080804f04020302027273a0808080804d020301020301020302027861a0808080804d02030102030102030103676f6ca0808080804e0402030103697273a0808080804e04020301036b6174a0808080804d0402030202776fa0808080804f04020301036c646ca0808080804e04020302026f6da0808080804c020201040203030172a0808080804c02020202756ea0808080804c02020204020301036d6572a0808080804d020301020301020302026c75a0808080804c02020202706ca0808080804d020301020301020302027365a0808080804d04020301036e2062a0808080804c020202022e37a0808080804d020302026120a0808080804f020203012ea0808080804f02030202642ea0808080804e020301036f616ba0808080804f0402030202642ea0808080804f020302026972a0808080804e04020302026c64a0808080804e04020302026d65a0808080804d020301020301020303016ca0808080804c0202030173a0808080804d04020302026f64a0808080804f04020302027263a0808080804c02020103706c65a0808080804d02030102030102030103726361a0808080804c02020202732ea0808080804d0203010203010203030165a0808080804e0402030103732e65a0808080804d02030102030102030202616fa0808080804e04020302026520a0808080804e020203012ea0808080804e020303016ea0808080804d0402030202746fa0808080804d02030102030102030103746f6da0808080804d020301020301020302027961a0808080804d0402030103756e64a0808080804c02020204020302027374a0808080804d02030102030102030103776f6fa0808080804f040203010378616da0808080804d02030102030102030103796120a0808080804d020203012ea0808080804d020304100c0c130d0b0b0c120c0c0d0b0b110c0c0c120d130c12130c120b0c0c0c0d130c130d0b0c0b0d0d120c0d0d0e100d12100d0d0c0c0c12120e0e0e0d0e100b10130c120d0d0c0c0b0c0e0c0d0d120b0c0d0c130d120c130d0c0b0c12130d11120e130d');
INSERT INTO contact_search_data VALUES(687194767361,X'00000657043020616ca0808080805202020202656ba08080808053020202026b69a08080808050020203016fa08080808051020201032b3434a08080808050020401020401020401020401032e3830a080808080500203030131a080808080510203030132a080808080520203030133a0808080805302030202616ca0808080805202030202656ba080808080530203030178a08080808050020301020301020301020302026b69a08080808050020303016fa0808080805102030103303035a080808080500204030204030136a080808080510204010204030139a08080808050020401020401020401020402023538a080808080500204030139a08080808053020402023633a080808080510204030135a08080808052020402023930a08080808050020401020401020401020402024063a0808080805002030103314063a0808080805102030103324063a0808080805202030103334063a0808080805302030103343437a08080808050020401020401020401020402023737a0808080805002040102040102040102040103353833a08080808050020402023933a0808080805302040103363336a08080808051020402023538a0808080805202040103373030a08080808050020401020401020401020402023730a0808080805002040102040102040102040103383040a08080808050020302023140a08080808051020302023240a08080808052020302023340a0808080805302030103393030a0808080805002040102040102040102040103406375a080808080500203010203010203010203010361206ba08080808050020202022e6ba08080808050020302026c64a0808080805204020302026d2ea080808080510203030170a08080808050020301020301020301020302026f69a080808080530402030103636873a0808080805004020302027573a0808080805002030102030102030102030103642e38a08080808052020302026572a080808080520402030103652061a080808080520202030165a08080808053020203016ba08080808051020202022e61a080808080520203030165a08080808053020303016ba0808080805102030202696ca0808080805004020303016ea0808080805304020302026b73a0808080805304020302027273a080808080500203010203010203010203030177a0808080805204020302027861a080808080500203010203010203010203010368616da080808080510402030202736fa080808080500402030103696b65a0808080805104020302026c61a08080808050040203030173a0808080805204020302026e2ea08080808053020302027263a08080808050040203030173a0808080805304020301036b6520a08080808051020203012ea08080808051020302026972a0808080805004020302026f72a0808080805104020302027374a0808080805304020301036c6120a08080808050020203012ea08080808050020302026465a0808080805204020302026569a0808080805004020302027269a0808080805104020302027365a0808080805204020301036d2e38a08080808051020302026572a0808080805002030102030102030102030202706ca08080808050020301020301020301020301036e2e38a08080808050020303020301036f642ea08080808052020302026972a0808080805304020302026d65a08080808050020301020301020301020302026e2ea08080808050020302026f64a0808080805204020302027273a080808080510402030103706c65a0808080805002030102030102030102030103726368a080808080500402030202696ba080808080510402030202732ea080808080500203010203010203010203030165a08080808053040203030168a080808080510402030202776fa080808080520402030103732e65a0808080805002030102030102030102030202616fa0808080805304020302026520a08080808052020201020203012ea08080808052020301020302026861a0808080805104020302026f6ea0808080805004020302027465a0808080805304020303016fa0808080805002030102030102030102030103746569a0808080805304020302026f6da0808080805002030102030102030102030103756c72a0808080805104020302027374a0808080805002030102030102030102030103776f6fa08080808052040203010378616da080808080500203010203010203010203040d0c0c0b160d0b0b0b0c0c140c0b100e140c0b0c0b150c0d0d0d16150d0c0d0c16150d0c0c0c16160d0c0d0c140d0e150d0d0d0b0b0c0b0b0d0c0d150c150e0d0e0d0c0c0d0c0d0b0d0d0d0d0b0d0d0d0d0d1515100d0d150c0d0d160e0d150c0c0d160d0f0e0d0d0d140e150e150e');
INSERT INTO contact_search_data VALUES(824633720833,X'0000064d043020666aa08080808054020202026b69a08080808055020202026c69a08080808056020202027374a08080808057020201032b3434a08080808056020401020401032e3834a080808080540203030135a080808080550203030136a080808080560203030137a08080808057020302026578a0808080805402030102030102030102030202666aa08080808054020302026b69a08080808055020302026c69a08080808056020302027374a0808080805702030103303034a080808080570204030135a080808080560204030139a08080808056020401020402023437a08080808057020402023532a08080808056020402023930a0808080805602040102040103343437a08080808056020401020402023731a080808080570204030137a08080808056020401020402024063a0808080805402030103353237a08080808056020402024063a0808080805502030103364063a0808080805602030103373030a08080808056020401020402023730a08080808056020401020402024063a0808080805702030103383440a08080808054020302023540a08080808055020302023640a08080808056020302023740a0808080805702030103393030a0808080805602040102040103406375a0808080805402030102030102030102030103612066a08080808054020203016ca08080808056020202022e66a08080808054020303016ca08080808056020302026469a0808080805404020302026974a0808080805504020302026c6ca0808080805604020302026d69a08080808056040203030170a08080808054020301020301020301020302026e64a080808080570402030103627572a08080808054040203010363616da080808080560402030202686ca0808080805504020302027573a0808080805402030102030102030102030103646861a0808080805604020302026961a080808080540402030202736ba080808080570402030103656c6ca0808080805404020302026e74a0808080805704020302027273a08080808054020301020301020301020302027861a0808080805402030102030102030102030202792ea0808080805502030103666a65a080808080540402030103672e38a080808080570203010368616ca0808080805604020302026c65a080808080550402030103696120a08080808054020203012ea08080808054020302026c61a0808080805604020302026e20a08080808057020203012ea080808080570203030164a0808080805604020302027263a080808080550402030202746fa0808080805504020301036a656ca0808080805404020301036b6169a0808080805504020302026972a0808080805504020302026f67a0808080805704020301036c2e38a08080808056020302026120a08080808056020203012ea08080808056020302026275a0808080805404020302026579a080808080550402030202696ea0808080805604020302026c2ea080808080560203030162a0808080805404020301036d6572a0808080805402030102030102030102030202696ca080808080560402030202706ca08080808054020301020301020301020301036e2073a08080808057020202022e73a08080808057020302026164a0808080805404020302026468a08080808056040203030173a0808080805704020302027469a0808080805704020301036f206ba08080808055020202022e6ba0808080805502030202672ea08080808057020302026d65a0808080805402030102030102030102030103706c65a0808080805402030102030102030102030103717565a08080808057040203010372616ea0808080805704020302026368a080808080550402030202732ea0808080805402030102030102030102030202792ea0808080805402030103732e65a08080808054020301020301020301020302026b6fa080808080570402030202746fa080808080540203010203010203010203030172a08080808057040203010374696ea0808080805704020302026f20a08080808055020203012ea08080808055020303016da08080808054020301020301020301020302027261a08080808057040203010375656ea0808080805704020302027279a0808080805404020302027374a080808080540203010203010203010203010378616da0808080805402030102030102030102030103792e38a080808080540203010203040d0c0c0c100d0b0b0b150c0c0c0c0d0b0e0c0c0f100c0e0c0d0c0d100f0c0d0c0c0c10160d0b0c0b0d0d0d0d140d0e0e0d150e0d0d0e0d15150c0e0d0e0d0d0b0d0c0b0c0d0d0e0e0d0d0d0c0b0d0d0d0c0c160d150d0c0d0d0c0d0d0c0c15160e0e0d150c160d150c0e0c0b140d0e0d1516');
INSERT INTO contact_search_data VALUES(962072674305,X'0000068d0430206272a08080808059020202026461a0808080805a020202026772a0808080805b020202027765a08080808058020201032b3434a08080808058020401020401020401020401032e3838a080808080580203030139a08080808059020302023930a0808080805a0203030131a0808080805b020302026272a08080808059020302026461a0808080805a020302026578a08080808058020301020301020301020302026772a0808080805b020302027765a0808080805802030103303032a0808080805b0204030135a080808080590204030138a080808080580204030139a08080808058020401020401020401020402023239a0808080805b020402023536a08080808059020402023837a08080808058020402023930a080808080580204010204010204010204030139a0808080805a020402024063a0808080805a02030103314063a0808080805b02030103323938a0808080805b02040103343437a08080808058020401020401020401020402023737a0808080805802040102040102040102040103353638a0808080805902040103373030a08080808058020401020401020401020402023730a0808080805802040102040102040102040103383735a08080808058020402023840a08080808058020302023940a08080808059020302024063a0808080805802030103393030a080808080580204010204010204010204030140a0808080805a020302023140a0808080805b020302023936a0808080805a020402024063a0808080805902030103406375a080808080580203010203010203010203010361686ca0808080805a04020302026c2ea0808080805b020302026d70a08080808058020301020301020301020302027269a08080808058040203010362726fa080808080590402030103636869a0808080805904020302027573a0808080805802030102030102030102030103646168a0808080805a04020302026920a08080808059020203012ea0808080805902030103652064a0808080805a0202030167a0808080805b020202022e64a0808080805a0203030167a0808080805b02030202696ea0808080805804020302027273a08080808058020301020301020301020302027374a0808080805804020302027861a0808080805802030102030102030102030103677275a0808080805b040203010368616ca0808080805b04020302026964a0808080805904020302026c71a0808080805a0402030103692062a08080808059020202022e62a08080808059020302026469a0808080805904020302026b65a0808080805a04020302026c73a0808080805b04020302026e2ea08080808058020302027120a08080808058020203012ea08080808058020302027374a0808080805a04020301036b6520a0808080805a020203012ea0808080805a020302027275a0808080805904020301036c2e39a0808080805b020302027175a0808080805a04020302027269a0808080805a04020302027365a0808080805b04020301036d6572a0808080805802030102030102030102030202706ca08080808058020301020301020301020301036e2e38a08080808058020302027468a0808080805b04020301036f6b72a0808080805904020302026d65a08080808058020301020301020301020302026f6ba080808080590402030103702e38a08080808059020302026c65a0808080805802030102030102030102030103712077a08080808058020202022e77a08080808058020302027569a0808080805a040203010372696ba0808080805a040203030171a0808080805804020302026f6fa080808080590402030202732ea0808080805802030102030102030102030202756ea0808080805b040203030170a080808080590402030103732e65a08080808058020301020301020301020302026520a0808080805b020203012ea0808080805b02030202742ea0808080805a0203030165a0808080805804020303016fa080808080580203010203010203010203030173a080808080580402030103742e39a0808080805a020302026172a0808080805804020302026569a0808080805804020302026861a0808080805b04020302026f6da08080808058020301020301020301020302027374a080808080580402030103756973a0808080805a04020302026c72a0808080805a04020302026e74a0808080805b0402030202702ea08080808059020302027374a0808080805802030102030102030102030103776573a08080808058040203010378616da080808080580203010203010203010203040d0c0c0c160d0b0c0b0c0c150c0c0d0b0b140c0c0c150b0c0d0d16150d16150d0c0c0c160b0c0c0c160e0c150d0e0e150e0c0b0d0b0c0b0d150d150e0e0d0d0d0c0d0d0d0c0c0b0d0d0b0d0d0d0d0d16150d0d0e150d0d150d0c0d0e0c0d150d0c160c0b0c0c140c0d0d0d0d150d0e0d0d0c150e');
INSERT INTO contact_search_data VALUES(1099511627777,X'000006820430206861a0808080805e020202026f61a0808080805c020202027261a0808080805f020202027361a0808080805d020201032b3434a0808080805c020402020401020401032e3932a0808080805c0203030133a0808080805d0203030134a0808080805e0203030135a0808080805f020302026578a0808080805c020301020301020301020302026861a0808080805e020302026f61a0808080805c020302027261a0808080805f020302027361a0808080805d02030103303031a0808080805c0204030204030132a0808080805e0204030139a0808080805c020402020401020402023131a0808080805c0204030136a0808080805f020402023236a0808080805e020402023930a0808080805c02040202040102040103313136a0808080805c020402023639a0808080805f02040103323632a0808080805e020402024063a0808080805c02030103334063a0808080805d02030103343437a0808080805c020402020401020402023737a0808080805c020402020401020402024063a0808080805e02030103354063a0808080805f02030103373030a0808080805c020402020401020402023730a0808080805c02040202040102040103393030a0808080805c020402020401020402023240a0808080805c020302023340a0808080805d020302023440a0808080805e020302023540a0808080805f02030103406375a0808080805c02030102030102030102030103612068a0808080805e020202022e68a0808080805e020302026963a0808080805f04020302026b73a0808080805c04020302026d70a0808080805c020301020301020301020302026e64a0808080805d04020302027267a0808080805e04020302027365a0808080805d04020302027479a0808080805e04020302027971a0808080805f0402030103627572a0808080805e0402030103636869a0808080805f04020302027573a0808080805c02030102030102030102030103646169a0808080805f04020302026869a0808080805d040203010365206fa0808080805c020202022e6fa0808080805c020302027273a0808080805c02030102030102030102030202756ea0808080805d04020302027861a0808080805c02030102030102030102030103672e39a0808080805c020302026275a0808080805e0402030103686172a0808080805e04020302026920a0808080805f020203012ea0808080805f020303016ca0808080805d0402030103692072a0808080805f020202022e72a0808080805f020302026368a0808080805f04020302026b65a0808080805c04020302026c6ca0808080805d04020302027374a0808080805f04020301036b6174a0808080805e04020302026520a0808080805c020203012ea0808080805c020302026f67a0808080805c0402030202736ba0808080805c04020301036c2e39a0808080805d020302026c2ea0808080805d020302027269a0808080805c04020302027577a0808080805d04020301036d6572a0808080805c02030102030102030102030202706ca0808080805c020301020301020301020301036e2073a0808080805d020202022e73a0808080805d020302026468a0808080805d04020301036f616ba0808080805c0402030202672ea0808080805c020302026c75a0808080805d04020302026d65a0808080805c02030102030102030102030103706c65a0808080805c02030102030102030102030103717569a0808080805f0402030103726179a0808080805f04020302026762a0808080805e0402030202696ba0808080805c0402030202732ea0808080805c02030102030102030102030202792ea0808080805e02030103732e65a0808080805c02030102030102030102030202616ea0808080805d04020302026575a0808080805d04020302026b6fa0808080805c0402030202742ea0808080805f020303016fa0808080805c02030102030102030102030103742e39a0808080805f020302026f6da0808080805c020301020301020301020302027961a0808080805e0402030103756973a0808080805f04020302026c72a0808080805c04020302026e20a0808080805d020203012ea0808080805d020302027279a0808080805e04020302027374a0808080805c020301020301020301020302027761a0808080805d0402030103776173a0808080805d040203010378616da0808080805c02030102030102030102030103792e39a0808080805e020302026120a0808080805e020203012ea0808080805e020302027175a0808080805f040203040d0c0c0c130d0b0b0b150c0c0c0c100b110c0b0c120d0c0d0c0d13120c0d1312130c0c0c0c160d0c0d0d150d0d0d0d0d0e0e150e0d0d0c150d150d0d0e0c0b0c0d0c0d0d0d0d0e0c0b0d0d0d0c0d0d16150d0c0d0e0c0d15160e0e0d0d150c160d0d0d0c140d150d0e0d0c0b0d150d0e160d0c0b');
INSERT INTO contact_search_data VALUES(1236950581249,X'000005b5043020616ba08080808060020203016ca08080808061020202026b69a08080808062020202026c75a08080808063020201032b3434a08080808060020402020401020401032e3937a080808080610203030138a080808080620203030139a0808080806302030202616ca08080808061020302026578a08080808061020301020301020302026b69a08080808062020302026c75a0808080806302030103303033a080808080600204030137a080808080630204030139a08080808060020402020401020402023337a08080808060020402023737a08080808063020402023930a080808080600204020204010204030132a0808080806202040103333731a0808080806002040103343437a08080808060020402020401020402023737a0808080806002040202040102040103373030a08080808060020402020401020402023730a080808080600204020204010204030131a08080808063020402024063a0808080806102030103384063a0808080806202030103393030a08080808060020402020401020402023237a08080808062020402023740a08080808061020302023840a08080808062020302023940a08080808063020302024063a0808080806302030103406375a0808080806102030102030102030103612061a08080808060020201020203016ba08080808062020203016ca08080808063020202022e61a08080808061020303016ba08080808062020303016ca08080808063020302026b65a08080808060020202026c64a08080808061040203030165a0808080806104020303016ca0808080806104020302026d69a08080808062040203030170a08080808061020301020301020302027573a08080808062040203010363616da0808080806204020302026868a0808080806204020302027573a0808080806102030102030102030103642e39a08080808063020302026120a08080808060020203020203012ea08080808063020302026461a0808080806002020304020302026572a0808080806104020302026665a080808080630402030103656464a0808080806002020304020302026c64a0808080806304020302026e74a0808080806104020302027268a08080808061040203030173a08080808060020201020301020301020302027861a080808080610203010203010203010366656ca08080808063040203010368616ca08080808061040203030175a0808080806204020302026861a080808080620402030103696c61a0808080806204020302026e61a0808080806104020302027263a0808080806204020301036b6572a08080808060020202026972a0808080806204020301036c2e39a08080808061020302026120a08080808062020203012ea0808080806202030202642ea080808080630203030165a080808080610402030202656ea0808080806104020302026c2ea0808080806102030202756ea0808080806304020301036d6572a0808080806102030102030102030202696ca080808080620402030202706ca08080808061020301020301020301036e6120a08080808061020203012ea08080808061020302026466a0808080806304020302027469a0808080806104020301036f6d65a0808080806102030102030102030103706c65a0808080806102030102030102030103726368a0808080806204020302026861a0808080806104020302026f6da0808080806002020202732ea080808080610203010203010203030174a0808080806002020103732e39a080808080620203030165a0808080806102030102030102030202746fa080808080610203010203010203030172a080808080600202010374696ea0808080806104020302026f6da0808080806102030102030102030202726fa0808080806002020103756e64a080808080630402030202732ea080808080620203030174a080808080610203010203010203010376616ca08080808061040203010378616da080808080610203010203010203040d0b0c0c130d0b0b0c120c0c0d0b110c0c120b0d131213120b0c0d130c0c0c0c0c13100b0b0c0b0b0c0d0c0c0d110d0e0d120d0f0b100d0d110d0d0d14120e0e0c0d0e0d0d0d0d0d0c0b0c0c0d0c0d130d120d0b0d0d13130e0d0c120b0d11120b0e120c0e0c110e');
INSERT INTO contact_search_data VALUES(1374389534721,X'0000055b043020626ca08080808064020202026b6fa08080808066020202027765a08080808067020203016fa08080808065020201032b3434a08080808064020402020401032e3130a0808080806402030102030202030202626ca08080808064020302026578a08080808064020301020302020302027765a08080808067020303016fa0808080806502030103303032a080808080640204030134a080808080660204030139a080808080640204020204030140a08080808064020302023140a08080808065020302023234a08080808064020402023340a08080808067020302023434a08080808066020402023930a08080808064020402020402024063a0808080806402030103313030a080808080640203030131a080808080650203030133a08080808067020302024063a0808080806502030103323435a0808080806402040103334063a0808080806702030103343437a080808080640204020204030138a08080808066020402023737a0808080806402040202040103373030a08080808064020402020402023730a0808080806402040202040103393030a0808080806402040202040103406375a0808080806402030102030202030103612077a08080808065020202020202022e77a08080808065020302020302026172a080808080650402030202642ea08080808067020302026c20a08080808064020203012ea08080808064020302026d69a08080808067040203030170a08080808064020301020302020302026e6ea0808080806404020302027264a0808080806504020302027479a08080808065040203010362696ca0808080806404020302026c6fa080808080640402030103636869a08080808066020202027573a0808080806402030102030202030103642e31a08080808065020302020302026761a0808080806504020302026920a0808080806602020103657273a08080808064020301020302020302027374a0808080806704020302027861a0808080806402030102030202030103676161a080808080650402030103686964a080808080660202010369206ba08080808066020202026469a08080808066020202026c61a0808080806404020302027261a0808080806704020301036b6174a0808080806504020302026f72a08080808066020201036c2062a08080808064020202022e62a0808080806402030202616ca0808080806404020302026f6da0808080806404020301036d616ea0808080806404020302026572a08080808064020301020302020302026972a0808080806704020302026d61a080808080640402030202706ca08080808064020301020302020301036e2e31a08080808064020302026e2ea08080808064020301036f6467a0808080806504020302026d65a08080808064020301020302020303016da0808080806404020302026f64a0808080806504020302027273a0808080806602020103706c65a0808080806402030102030202030103726120a08080808067020203012ea0808080806702030202642ea0808080806502030202732ea080808080640203010203020203030162a0808080806602020103732e65a08080808064020301020302020302026279a08080808066020202027461a0808080806704020303016fa080808080640203010203020203030173a080808080670402030103746164a0808080806704020302026f6da08080808064020301020302020302027374a0808080806704020302027961a080808080650402030103757374a0808080806402030102030202030103776573a0808080806704020302026f6fa08080808065040203010378616da0808080806402030102030202030103796120a08080808065020203012ea080808080650203040d0c0c0b10130c120c0b0d0b0e0b0c0c0c0c0f0c0d0b0b0c0d0d100b0f100f1013100f0d0c0c0b0d110d0d0d0e0d0d12100d0c130d120e0d0d0c0d0d0e0c0d0c0d0d0e120d0d120d0c0e120c0d0c130d0b0c120b130c0d110c0e120d0d130e0d130d');
INSERT INTO contact_search_data VALUES(1511828488193,X'0000065b0430206461a0808080806a020202026861a08080808068020202027261a0808080806b020202027374a08080808069020201032b3434a08080808068020401020401020401020401032e3130a08080808068020301020301020301020302026461a0808080806a020302026578a08080808068020301020301020301020302026861a08080808068020302027261a0808080806b020302027374a0808080806902030103303033a080808080690204030135a0808080806a0204030137a080808080680204030204030139a08080808068020401020401020401020402023335a08080808069020402023440a08080808068020302023533a0808080806a0204030140a08080808069020302023640a0808080806a020302023730a080808080680204030136a0808080806b0204030140a0808080806b020302023930a0808080806802040102040102040102040103313034a080808080680203030135a080808080690203030136a0808080806a0203030137a0808080806b02030103333532a0808080806902040103343437a08080808068020401020401020401020402023737a08080808068020401020401020401020402024063a0808080806802030103353332a0808080806a020402024063a0808080806902030103364063a0808080806a02030103373030a080808080680204010204010204010204030137a08080808068020402023638a0808080806b020402023730a08080808068020401020401020401020402024063a0808080806b02030103393030a0808080806802040102040102040102040103406375a0808080806802030102030102030102030103612068a08080808068020202022e68a08080808068020302026469a080808080680402030202686ca0808080806a04020302026c2ea0808080806a020303016ca0808080806b04020302026d70a08080808068020301020301020301020302026e20a08080808069020203012ea08080808069020302027968a0808080806b04020302027a65a08080808068040203010362792ea0808080806902030103636869a0808080806b04020302027573a0808080806802030102030102030102030103646168a0808080806a04020302026920a0808080806b020203012ea0808080806b0203030161a080808080680402030103652064a0808080806a020202022e64a0808080806a02030202696ea0808080806904020302026c67a0808080806804020302026d72a0808080806a04020302026e2ea08080808068020302027273a08080808068020301020301020301020302027861a0808080806802030102030102030102030103677265a08080808068040203010368616ca0808080806a0402030104020303016ea0808080806904020303017aa0808080806804020302026964a0808080806b04020302026c74a0808080806a0402030103692072a0808080806b020202022e72a0808080806b020302026120a08080808068020203012ea08080808068020302026469a0808080806b04020302026e62a0808080806904020301036c2e31a0808080806a020301020302026772a0808080806804020302026c2ea0808080806b020302027468a0808080806a04020301036d6572a0808080806802030102030102030102030202706ca08080808068020301020301020301020302027265a0808080806a04020301036e2073a08080808069020202022e31a080808080680203030173a08080808069020302026164a0808080806804020302026279a0808080806904020301036f6861a0808080806904020302026d65a0808080806802030102030102030102030103706c65a0808080806802030102030102030102030103726179a0808080806b04020302026520a0808080806a020203012ea0808080806a020303016ea0808080806804020302026f68a080808080690402030202732ea0808080806802030102030102030102030103732e65a08080808068020301020301020301020302027465a0808080806904020303016fa0808080806802030102030102030102030103746569a0808080806904020302026861a0808080806a04020302026f6da0808080806802030102030102030102030103757374a080808080680203010203010203010203010378616da0808080806802030102030102030102030103792e31a08080808069020302026861a0808080806b04020301037a656ca08080808068040203040d0c0c0c16160c150c0c0c0d0b0e140c0c0c0b0c0c0b0b150d0b0b0b0d16150c0d0c0d160b0c150c16160d0c0d0d0c0c150c0b0d0d0d0e150e0c0b0c0d0c0d0d0d0c15150e120c0c0d0d0d0c0c0b0d0d100d0c0d16150d0d0c0b0d0d0e15160e0c0b0c0d15160d140e0d1516160d0d');
INSERT INTO contact_search_data VALUES(1649267441665,X'000005ff043020616ba0808080806d020202026269a0808080806e020203016ca0808080806c020202027765a0808080806f020201032b3434a0808080806c020401020401020401020401032e3130a0808080806c0203010203030131a0808080806e02030202616ba0808080806d020302026269a0808080806e020303016ca0808080806c020302026578a0808080806c02030102030102030103303035a0808080806d0204030137a0808080806f0204030138a0808080806e0204030139a0808080806c020401020401020401020402023530a0808080806d020402023735a0808080806f020402023836a0808080806e0204030140a0808080806c020302023930a0808080806c0204010204010204010204030135a0808080806c0204030140a0808080806d020302024063a0808080806e02030103313038a0808080806c0203030139a0808080806d0203030140a0808080806e020302023130a0808080806e02030103343437a0808080806c020401020401020401020402023737a0808080806c02040102040102040102040103353037a0808080806d02040103373030a0808080806c020401020401020401020402023539a0808080806f020402023730a0808080806c02040102040102040102040103383638a0808080806e020402024063a0808080806c02030103393030a0808080806c020401020401020401020402023533a0808080806c020402024063a0808080806d02030103406375a0808080806c02030102030102030103612061a0808080806d020202022e61a0808080806d02030202642ea0808080806d0203030169a0808080806d04020302026b65a0808080806d04020302026d70a0808080806c020301020301020302026f69a0808080806c0402030103626972a0808080806e04020302026c61a0808080806d04020303016fa0808080806c0402030103637573a0808080806c02030102030102030103642e31a0808080806d020301020302026961a0808080806d0402030103652062a0808080806c020202022e62a0808080806c02030202696ea0808080806c04020302027020a0808080806f020202027262a0808080806d040203030173a0808080806c020301020301020302027374a0808080806f020202027861a0808080806c02030102030102030202796ea0808080806f02020103696120a0808080806d020203012ea0808080806d020302026e2ea0808080806c02030202726ba0808080806e040203030173a0808080806c04020301036b6572a0808080806d04020302026c75a0808080806e04020301036c6164a0808080806d04020302026f6da0808080806c0402030202756ea0808080806e04020301036d6572a0808080806c02030102030102030202706ca0808080806c020301020301020302027374a0808080806c04020301036e2e31a0808080806c020302026164a0808080806d0402030202642ea0808080806e020302026570a0808080806f020202026f20a0808080806e020203012ea0808080806e02030202756ea0808080806e04020301036f2062a0808080806e020202022e62a0808080806e020302026972a0808080806c04020302026d65a0808080806c0203010203010203030173a0808080806c0402030103702077a0808080806f020202026c65a0808080806c0203010203010203010372626ca0808080806d04020302026b6ca0808080806e0402030202732ea0808080806c0203010203010203030165a0808080806c0402030103732e65a0808080806c02030102030102030202616fa0808080806c04020302026520a0808080806c020203012ea0808080806c020302026f6ea0808080806f020202027465a0808080806c04020303016fa0808080806c0203010203010203030173a0808080806f02020103746569a0808080806c04020302026f6da0808080806c02030102030102030202736fa0808080806f02020103756e64a0808080806e04020303016fa0808080806e04020302027374a0808080806c02030102030102030103776573a0808080806f0202010378616da0808080806c02030102030102030103796e65a0808080806f020201037a6579a0808080806f0202040d0c0b0c16100b0c0c0b120d0b0b140c0c0c0b150b0b0c0d0b0b0c16150d160c150d0c160c0c130d0c0c0c0d120d0e0d0c13100d0d0c0d0c0d110c120c0d0b0c0d0c0e0d0e0d0d13120d0d0d0c0c0c0b0d0d0c0d120c0d120e0d120c130d0c0b0c0d110b0e120c0e0c120d130d');
INSERT INTO contact_search_data VALUES(1786706395137,X'000006ad0430206168a080808080710202030173a0808080807202020202666aa08080808073020202027261a08080808070020201032b3434a08080808070020401020401020401020401032e3131a08080808070020301020301020301020302026168a080808080710203030173a08080808072020302026578a0808080807002030102030102030102030202666aa08080808073020302027261a0808080807002030103303033a080808080720204030134a080808080710204030135a080808080700204030137a080808080730204030139a08080808070020401020401020401020402023331a08080808072020402023435a08080808071020402023534a08080808070020402023734a08080808073020402023930a0808080807002040102040102040102040103313132a080808080700203030133a080808080710203030134a080808080720203030135a08080808073020302023240a08080808070020302023340a08080808071020302023440a08080808072020302023540a0808080807302030103324063a0808080807002030103333137a08080808072020402024063a0808080807102030103343437a08080808070020401020401020401020402023534a08080808071020402023737a08080808070020401020401020401020402024063a0808080807202030103353434a08080808070020402024063a0808080807302030103373030a08080808070020401020401020401020402023432a08080808073020402023730a0808080807002040102040102040102040103393030a0808080807002040102040102040102040103406375a0808080807002030102030102030102030103612061a080808080720202030166a08080808073020202022e61a080808080720203030166a0808080807302030202686ca0808080807104020302026c65a0808080807204020302026d2ea080808080710203030170a08080808070020301020301020301020302026e20a08080808070020203012ea080808080700203030164a080808080730402030202736ba0808080807204020302027479a0808080807304020302027973a08080808070040203010363616ea0808080807004020302027573a0808080807002030102030102030102030103642e31a08080808073020302026f72a080808080720402030103656c6ca0808080807304020302026e74a0808080807204020302027273a08080808070020301020301020301020302027861a0808080807002030102030102030102030103662e31a0808080807202030202696fa0808080807104020302026a65a08080808073040203010368616da0808080807104020302026c68a080808080710402030103696e61a0808080807204020302026f6ea0808080807104020301036a656ca0808080807304020301036b6174a080808080730402030202646fa0808080807204020301036c616ea080808080730402030202656ea0808080807204020302026861a0808080807104020302026c61a0808080807304020303016ca0808080807304020302026f72a0808080807004020301036d2e31a08080808070020301020302026572a0808080807002030102030102030102030202706ca08080808070020301020301020301020301036e2061a080808080710202030172a08080808070020202022e61a080808080710203030172a08080808070020302026120a08080808072020203012ea0808080807202030202642ea08080808073020302026e20a08080808071020203012ea08080808071020302027469a0808080807204020301036f6d2ea080808080700203030165a08080808070020301020301020301020302026e6ea0808080807104020302027263a08080808070040203030166a080808080720402030103706c65a0808080807002030102030102030102030103726179a0808080807004020302026361a080808080700402030202662ea08080808072020302026f6da080808080700402030202732ea0808080807002030102030102030102030103732e65a08080808070020301020301020301020302026b64a080808080720402030202746fa080808080700203010203010203010203030172a08080808070040203010374696ea0808080807204020302026f6da0808080807002030102030102030102030202726fa0808080807004020302027961a080808080730402030103757374a080808080700203010203010203010203010376616ca08080808072040203010378616da0808080807002030102030102030102030103796120a08080808073020203012ea08080808073020302027374a08080808070040203040d0b0c0c16160c0b150c0c0d0b0b0b140c0c0c0c150d0b0b0b0c0c0c0c0d0d0c160c150c0d0c160c1516160d0b0c0b0d0d0c140c0b0c0d0d0d0e150d0d0e0d15150d0d0d0e0d0e0d0e0e0d0e0d0d0d0c0d1015150d0b0c0b0c0b0c0c0b0d0d140d0d0c160e0d0c0d15160d150c0e150d0d160e160d0b');
INSERT INTO contact_search_data VALUES(1924145348609,X'000006010430206173a08080808077020202026a6fa08080808076020202026d69a0808080807502020202726fa08080808074020201032b3434a08080808075020402020401032e3131a08080808074020301020301020301020302026173a08080808077020302026578a08080808074020301020301020301020302026a6fa08080808076020302026d69a0808080807502030202726fa0808080807402030103303031a080808080750204030133a080808080770204030139a08080808075020402020402023136a08080808075020402023336a08080808077020402023930a0808080807502040202040103313136a080808080740203030137a080808080750203030138a080808080760203030139a08080808077020302023630a080808080750204030140a08080808074020302023740a08080808075020302023840a08080808076020302023940a0808080807702030103333639a0808080807702040103343437a08080808075020402020402023737a0808080807502040202040103364063a0808080807402030103373030a08080808075020402020402023730a08080808075020402020402024063a0808080807502030103384063a0808080807602030103393030a08080808075020402020402024063a0808080807702030103406375a080808080740203010203010203010203010361206aa08080808076020203016da08080808075020202022e6aa08080808076020303016da08080808075020302026265a080808080750402030202642ea08080808076020301020302026963a0808080807704020302026d70a08080808074020301020301020301020302026e20a08080808074020203012ea0808080807402030202736ba080808080770402030103626563a0808080807504020303016ea0808080807504020302026c61a080808080760402030103636869a0808080807704020302026b2ea08080808075020302027573a0808080807402030102030102030102030103642e31a08080808074020302020301020302026120a08080808076020203012ea080808080760203030169a080808080770402030202626ca0808080807604020302026461a08080808076040203010365636ba0808080807504020302026464a0808080807604020302026c64a0808080807404020302026e61a08080808075040203030166a0808080807404020302027273a08080808074020301020301020301020302027861a080808080740203010203010203010203010366656ca08080808074040203010368616ea0808080807404020302026920a08080808077020203012ea0808080807702030103692061a08080808077020202022e61a08080808077020302026368a0808080807704020302026c6ca0808080807504020301036a6f72a0808080807604020301036b2e31a08080808075020302027374a0808080807704020301036c6164a0808080807604020302026265a080808080750402030202642ea08080808074020302026c62a0808080807504020301036d6572a0808080807402030102030102030102030202696ca080808080750402030202706ca08080808074020301020301020301020301036e2072a08080808074020202022e72a08080808074020302026120a08080808075020203012ea08080808075020302026665a0808080807404020301036f6861a0808080807404020302026d65a08080808074020301020301020301020302027264a0808080807604020302027365a080808080740402030103706c65a0808080807402030102030102030102030103726462a0808080807604020302026f68a08080808074040203030173a080808080740402030202732ea0808080807402030102030102030102030103732e65a0808080807402030102030102030102030202656ea0808080807404020302026b73a0808080807704020302027461a0808080807704020303016fa0808080807402030102030102030102030103746164a0808080807704020302026f6da0808080807402030102030102030102030103757374a080808080740203010203010203010203010378616da080808080740203010203010203010203040d0c0c0c10160c150c0c0c0d0b0e0c0c0f0d0b0b0b0c0b0c0c0c0d100f0d100f0c0d100c160d0b0c0b0d0f0d150c0b0d0e0c0d0e0c15130c0b0c0d0d0e0d0d0d0c15150e0e0c0b0d0c0d0d0e0d0d0e0d0c0d160d150d0c0c0b0d0e150d0d160e0d0c15160d0d0d140e1516');
INSERT INTO contact_search_data VALUES(2336462209025,X'00000eef0430206168a08080808030020202020202020201020203016ba0808080800d02021c020203016ca080808080230202020202080202030173a08080808000020209020202026265a0808080801a0202050202030169a0808080801902020202020f020214020203016ca0808080802b0202040202030172a08080808015020201020226020202026461a0808080800202021c02020202656ba0808080801802021002020202666aa0808080802602020202676fa0808080802c0202030172a08080808014020202026861a0808080800502020b020201020210020203020216020203016fa0808080800c020233020202026a6fa08080808004020202026b6fa0808080800702021502021d020202026d61a0808080800b02020402021f02020302020c0202030169a0808080801202020e020202026e6fa08080808003020230020208020202026f73a08080808036020201020202027261a08080808001020207020215020205020203016fa0808080800e020202027361a080808080170202030169a08080808006020203016fa080808080380202030174a0808080800a020202027669a0808080801302020202776fa08080808027020201032b3434a08080808000020401020401020401020402020401020401020401020401020401020401020401020401020401020401020401020402020401020401020401020401020401020401020402020401020402020403020401020401020401020401020402020401020401020401020401020401020401020401020401020401020401020401020401020401020401020402020401020401020401020401020401020401020401020401020401020401032e3040a08080808000020302023130a0808080800a0203030131a0808080800b0203030132a0808080800c0203030133a0808080800d0203030134a0808080800e0203030135a0808080800f0203030138a080808080120203030139a080808080130203030140a08080808001020302023230a080808080140203030131a080808080150203030132a080808080160203030133a080808080170203030134a080808080180203030135a080808080190203030136a0808080801a0203030137a0808080801b0203030138a0808080801c0203030139a0808080801d0203030140a08080808002020302023330a0808080801e0203030131a0808080801f0203030132a080808080200203030133a080808080210203030134a080808080220203030135a080808080230203030137a080808080250203030138a080808080260203030139a080808080270203030140a08080808003020302023430a080808080280203030131a080808080290203030132a0808080802a0203030134a0808080802c0203030135a0808080802d0203030136a0808080802e0203030137a0808080802f0203030138a080808080300203030139a080808080310203030140a08080808004020302023530a080808080320203030131a080808080330203030132a080808080340203030133a080808080350203030134a080808080360203030135a080808080370203030136a080808080380203030137a080808080390203030138a0808080803a0203030139a0808080803b0203030140a08080808005020302023630a0808080803c0203030131a0808080803d0203030133a0808080803f0203030140a08080808006020302023740a08080808007020302023840a08080808008020302023940a08080808009020302026168a08080808030020302020302020301020303016ba0808080800d02031c020303016ca080808080230203020203080203030173a08080808000020309020302026265a0808080801a0203050203030169a0808080801902030202030f020303016ca0808080802f0203030172a08080808015020301020326020302026461a0808080800202031c02030202656ba080808080180203100203030178a0808080800002030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030302030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030202030102030102030102030102030102030202030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030202030202666aa0808080802602030202676fa0808080802c0203030172a08080808014020302026861a0808080800502031c020319020303016fa0808080800c020333020302026a6fa08080808004020302026b6fa0808080800702031502031d020302026d61a0808080800b02030402031f02030302030c0203030169a0808080801202030e020302026e6fa08080808003020330020308020302026f73a08080808036020301020302027261a08080808001020307020315020305020303016fa0808080800e020302027361a080808080170203030169a08080808006020303016fa080808080380203030174a0808080800a020302027669a0808080801302030202776fa0808080802702030103303030a080808080120204090204030131a080808080070204020204170204170204040204020204030132a0808080800a0204020204030204240204030133a0808080800002040502040b02040202040402040402040302040402040c0204030134a080808080030204100204040204190204080204020204030135a0808080802b02040602040102040d0204030136a0808080800602041202040c02040a02040e0204030137a0808080800e02041e02040a0204030204050204030138a0808080800102040102040602040c02040e0204040204010204080204050204030139a08080808000020401020401020401020402020401020401020401020401020401020401020401020401020401020401020401020402020401020401020401020401020401020401020402020401020402020403020401020401020401020401020402020401020401020401020401020401020401020401020401020401020401020401020401020401020401020402020401020401020401020401020401020401020401020401020401020402023130a080808080090204340204030131a080808080070204030132a080808080200204030134a08080808037020404020402023231a080808080330204030132a0808080800a0204030136a0808080800c020403020402023330a080808080000204160204030132a0808080801a0204030134a080808080100204030135a0808080801d0204100204030136a080808080120204030137a080808080050204030138a08080808021020402023431a080808080130204030133a080808080170204030135a080808080380204020204030137a080808080030204030139a08080808030020402023533a0808080802b0204030136a0808080803202040d0204030137a08080808031020402023634a080808080060204030135a080808080180204030136a0808080802e0204030137a0808080803c0204030139a08080808024020402023734a0808080802c02040d0204030135a0808080800e0204300204030136a08080808036020402023830a0808080800802040c0204120204030133a080808080020204250204030134a0808080802202040d0204030135a080808080340204030137a08080808001020402023930a080808080000204010204010204010204020204010204010204010204010204010204010204010204010204010204010204010204020204010204010204010204010204010204010204020204010204020204030204010204010204010204010204020204010204010204010204010204010204010204010204010204010204010204010204010204010204010204020204010204010204010204010204010204010204010204010204010204030131a0808080801b02040f0204030132a0808080800d0204030134a080808080230204030137a0808080800b02041d0204030139a08080808015020414020402024063a0808080800002030a02030a02030a02030a02030a02030a02030103313034a080808080090204340204030140a0808080800a020302023134a080808080070204030140a0808080800b020302023232a080808080200204030140a0808080800c020302023340a0808080800d020302023438a0808080803b0204030139a080808080370204030140a0808080800e020302023540a0808080800f020302023840a08080808012020302023940a08080808013020302024063a0808080800102030a02030a02030a02030a02030a02030a02030103323040a08080808014020302023130a080808080330204030140a08080808015020302023233a0808080800a0204030140a08080808016020302023340a08080808017020302023440a08080808018020302023540a08080808019020302023631a0808080800c0204030139a0808080800f0204030140a0808080801a020302023740a0808080801b020302023840a0808080801c020302023940a0808080801d020302024063a0808080800202030a02030a02030a02030a02030a02030103333030a080808080000204160204030140a0808080801e020302023140a0808080801f020302023233a0808080801a0204030140a08080808020020302023340a08080808021020302023434a080808080100204030140a08080808022020302023531a0808080802d0204030134a0808080801d0204030140a08080808023020302023738a080808080050204030140a08080808025020302023833a080808080210204030140a08080808026020302023940a08080808027020302024063a0808080800302030a02030a02030a02031402030a02030103343040a08080808028020302023139a080808080130204030140a08080808029020302023240a0808080802a020302023334a08080808017020402023437a08080808000020401020401020401020402020401020401020401020401020401020401020401020401020401020401020401020402020401020401020401020401020401020401020402020401020402020403020401020401020401020401020402020401020401020401020401020401020401020401020401020401020401020401020401020401020401020402020401020401020401020401020401020401020401020401020404160e110e0f140e110f0f0c0c0b1b0e0c12180e120f150b0c0b0b0b0c0c81320d0c0b0b0b0b0b0b0b0b0c0b0b0b0b0b0b0b0b0b0b0c0b0b0b0b0b0b0b0b0b0c0b0b0b0b0b0b0b0b0b0c0b0b0b0b0b0b0b0b0b0b0c0b0b0b0c0c0c150e110e0f110b110f0f81390c0c0b120e0c12180e120f150b0c0b0b0b0c0c101a14231a1417172381300f0b0b0e0c0b0e0f0b0b0e0b0b0b0c0b0e0b0b0c0e0b0c0b0b0b0b0f0e0b120e0e0b0b81310e0b0b0e0e1e100b0c0b0c0b0c0c0b0b0c0c0c1e0d0c0b0c0b0c0c0c0c0b0b0c0c0c1b100b0c0c0b0c0c0b0c0b0b0c0b0c0b0c1b0d0c0b0c0c');
INSERT INTO contact_search_data VALUES(2336462209026,X'00040f16a0808080803f02040430343440a0808080802c020302023537a0808080803a0204030138a080808080380204030140a0808080802d020302023640a0808080802e020302023737a080808080000204010204010204010204020204010204010204010204010204010204010204010204010204010204010204010204020204010204010204010204010204010204010204020204010204020204030204010204010204010204010204020204010204010204010204010204010204010204010204010204010204010204010204010204010204010204020204010204010204010204010204010204010204010204010204010204030140a0808080802f020302023840a08080808030020302023938a080808080300204030140a08080808031020302024063a0808080800402030a02030a02030a02030a02030a02030103353040a08080808032020302023140a08080808033020302023240a08080808034020302023333a0808080802b0204030140a08080808035020302023440a08080808036020302023540a08080808037020302023630a0808080803f0204030137a080808080320204030140a08080808038020302023736a080808080310204030140a08080808039020302023840a0808080803a020302023940a0808080803b020302024063a0808080800502030a02030a02030a02030a02030a02030103363040a0808080803c020302023140a0808080803d020302023340a0808080803f020302023431a08080808006020402023531a08080808018020402023633a0808080802e020402023738a0808080803c020402023933a08080808024020402024063a0808080800602031402031402030a02030103373030a08080808000020401020401020401020402020401020401020401020401020401020401020401020401020401020401020401020402020401020401020401020401020401020401020402020401020402020403020401020401020401020401020402020401020401020401020401020401020401020401020401020401020401020401020401020401020401020402020401020401020401020401020401020401020401020401020401020402023434a0808080802c0204030139a08080808039020402023532a0808080800e0204030139a0808080803e020402023639a08080808036020402023730a08080808000020401020401020401020402020401020401020401020401020401020401020401020401020401020401020401020402020401020401020401020401020401020401020402020401020402020403020401020401020401020401020402020401020401020401020401020401020401020401020401020401020401020401020401020401020401020402020401020401020401020401020401020401020401020401020401020402024063a0808080800702031402030a02030a02030a02030103383032a080808080140204030135a080808080080204030136a08080808026020402023330a080808080020204030131a08080808027020402023434a080808080220204030136a0808080802f020402023537a08080808034020402023738a08080808001020402024063a0808080800802030a02030a02030a02030a02030a02030103393030a08080808000020401020401020401020402020401020401020401020401020401020401020401020401020401020401020401020402020401020401020401020401020401020401020402020401020402020403020401020401020401020401020402020401020401020401020401020401020401020401020401020401020401020401020401020401020401020402020401020401020401020401020401020401020401020401020401020402023136a0808080802a020402023239a0808080800d020402023430a08080808023020402023735a0808080800b0204030139a08080808028020402023932a08080808015020414020402024063a0808080800902030a02030a02030a02030a02030a02030103406375a0808080800002030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030302030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030202030102030102030102030102030102030202030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030202030103612061a080808080320202030162a0808080801b0202040202030164a080808080020202030165a080808080180202030167a080808080140202030168a0808080801102021002021e020203016da0808080802002020e020203020203016ea080808080030202030173a0808080800a020202022e61a080808080320203030162a0808080801b0203040203030164a080808080020203030165a080808080180203030167a080808080140203030168a0808080802102031e020303016da0808080802002030e020303020303016ea080808080030203030173a0808080800a020302026172a0808080802e04020302026265a0808080803f04020302026368a0808080802c040203070402030202642ea0808080801802030e02030202656ca0808080800b0402030202676ea0808080803304020302026820a08080808024020201020206020203012ea08080808025020303016ca0808080800204020318040203040402031204020302040203020402030104020302026963a0808080800d0402030f0402031a04020303016ea08080808006040203030174a0808080800c0402030d04020302026b61a080808080340402030104020305040203030165a0808080800d0402031c04020302026c20a08080808008020203012ea080808080080203170203030164a080808080230402030204020308040203030165a0808080800304020303016ca0808080800b0402032704020303016fa0808080800204020302026d2ea080808080020203030169a080808080110202030402030c04020312040203030170a080808080000203010203010203010203010203010203010203010203010203010203010203010203010203010203010203010402030302030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030202030102030102030102030102030102030202030102030102030102030102030104020301020301020301020301020301020301020301020301020301020301020301020301020302020302026e20a08080808009020205020202020205020214020203020208020201020205020203020203012ea080808080090203050203070203140203030203080203010203050203030203030164a0808080800a0402030d040203030402030d0402031504020303040203030169a080808080130402031504020303016ea0808080801404020302027261a08080808024020201040203060202030164a0808080802e040203030167a0808080802402020a0402030c040203030168a0808080800b04020303016ba0808080800f04020322040203030173a0808080803d04020302027365a080808080040402030b040203280402030204020303016ba080808080000402030904020302027472a0808080802204020302027573a0808080801002021a04020302027966a0808080801d040203030168a0808080802204020303016da08080808001040203030172a0808080800804020302027a65a080808080050402030b0202010202100402030103626163a0808080802c0402030704020302026561a08080808022040203030163a0808080800d04020303016ea0808080803f040203030172a0808080800604020314040203050402030202696ca08080808008040203030172a08080808019040203020402030f04020314020202026a6fa080808080260402030904020302026b65a080808080010402033b04020302026c61a0808080802604020303016fa0808080802b02020404020302026f72a0808080800704020305040203020402030202726fa08080808015040203010402032604020302027572a080808080390402030202792ea080808080340203010363616da0808080801102022104020303016ea080808080090402030702021c040203110402030202682ea0808080802c0203070203030169a0808080800d0402030f0402031a04020302026b2ea0808080800d020302027573a0808080800002030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030302030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030202030102030102030102030102030102030202030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030202030103642e31a0808080800a0203030132a080808080180203040203010203030133a0808080801e0203080203010203030134a080808080290203050203030135a080808080360203020203030136a08080808006020336020303020302026120a08080808018020203020203012ea080808080180203030203030167a08080808033040203030168a080808080020402031804020304040203030169a0808080800d0402030f0402031a04020302026261a0808080802c0402030704020302026461a080808080180402030304020303016fa080808080170402032404020302026572a0808080801a04020309040203020402030804020302026665a0808080800a04020302026875a0808080800404020302026c61a0808080802704020302026d6fa0808080801304020302026f72a080808080170402030a0402030f0402030b04020302027374a080808080030402030103652061a0808080800002022302020d0202030162a080808080160202140202120202030168a08080808005020203016da080808080120202030172a080808080010202030173a08080808038020202022e31a080808080010203120203030132a0808080801b0203030135a080808080370203030161a0808080800002032302030d0203030162a080808080160203140203120203030168a08080808005020303016da080808080120203030172a080808080010203030173a08080808038020302026174a080808080220402030c0d0c0b0b0c81310b0c0c0b1b0d0c0c0c0b0c0c0c0b0b0c0b0c0c1b0d0c0c0c0c0c0c0c1581320c0b0c0b0c8131180d0b0b0c0b0c0b0c0c1b81320c0c0c0c0b0f1b813b0d0e0b0b0b11110b0b0c0e0b0b0b0e110b0b0d0d110f0d0d120b24150c1015100c0e140c100c0c17813b272320100c130c130c100c19100d100d0c0c0c17120d0c0c140d1711110d0f15150d0c11170f140c813a0d11110e0e110f0e0c1414111110190d0d0d0d190d13110b0b0b0b0f0b0b11110b0b0b0b');
INSERT INTO contact_search_data VALUES(2336462209027,X'00000ef7043065626ba080808080010402033b0402030202636ba0808080800d04020302026464a08080808018040203030402030202696ca0808080800a040203170402030d04020303016da0808080802b020202026b73a080808080180402031004020302026c20a0808080800b020203012ea0808080800b0203030164a0808080800a0402031704020308040203030168a08080808010020201020203016ca08080808026040203030171a0808080800504020302026e20a08080808007020210020206020203012ea080808080070203100203060203080203100203030161a0808080803f040203030162a0808080800e040203030174a08080808003040203240402030604020302027020a0808080803e020202027262a0808080800d040203030166a08080808029040203030167a0808080801a04020305040203030173a08080808000020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020303020301020301020301020301020301020301020301020301040203010203010203010203010203010203010203010203010203010402030204020301020301020301020301020301020302020301040203010203010203010203010203010203010203010203010203010203010203010203010203010203010203010203010203020203030177a0808080800604020302027461a0808080801f040203120402030202756ea080808080040402030b040203280402030204020302027861a0808080800002030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030302030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030202030102030102030102030102030102030202030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030202030202796ea0808080803e02020103662e32a080808080170203030133a080808080210203030134a080808080300203030135a0808080803b020302026172a080808080240202010402030602020202656ca0808080800a04020302026965a0808080802904020302026a65a0808080802604020302026f72a0808080801c04020301040203190402030103672e31a0808080800c0203020203030132a080808080150203030133a080808080230203030137a08080808007020302026161a0808080802e040203030165a0808080800b04020302026461a0808080801a04020302026520a0808080800002021602020d020203012ea0808080800002031602030d020302026e79a0808080803304020302026f6ca0808080802c04020302027265a0808080801f04020312040203030175a080808080140402030202736fa08080808024020202027468a0808080801f0402030202776fa0808080803a0402030103682061a080808080250202030162a0808080802b0202030168a08080808024020202022e32a080808080190203030134a0808080802c0203030203030135a080808080330203070203030161a0808080802502030202616ba08080808034040203010402030504020303016ca0808080800b040203140402031304020303016da0808080800204020303016ea0808080800e0402030704020314040203030172a08080808024020216040203030175a0808080801002021a04020303017aa080808080050402030b02020102021004020302026569a0808080802b020202026920a0808080800d02020f02021a020203012ea0808080800d02030f02031a020303016ca0808080800904020308020202026c2ea0808080801a0203030162a08080808034040203030164a08080808030040203030168a0808080800204020330040203030173a08080808035040203030177a0808080801e04020302026f6ca0808080800c040203140402031f04020302027573a08080808000040203040402031e0402031c02020103692061a0808080800d0202030165a08080808028020203016ba0808080801c020203016fa080808080360202030176a08080808013020202022e61a0808080800d0203030165a08080808028020303016ba0808080801c020303016fa080808080360203030176a08080808013020302026368a0808080800d0402030f0402031a04020302026562a080808080010402033b04020303016ca0808080802904020302026b65a080808080120402031804020302026c61a0808080800804020302040203070202100402030d04020304040203030162a0808080800604020303016ca08080808009040203080202010402030e040203030173a080808080050402032b0402030804020302026d61a080808080130402031504020302026e20a08080808027020206020203012ea080808080270203060203030161a08080808003040203030164a0808080801304020303016fa0808080800604020302027261a080808080140402030c04020303016ba08080808019040203020402030f04020314020202027374a080808080050402030d040203040402030202746fa0808080800c0402030d04020302027a20a08080808022020203012ea08080808022020301036a656ca0808080802604020302026f72a0808080800004020304040203120402030d040203030402030904020301036b2e31a0808080800d020302026169a0808080800c0402030d04020303016da0808080800f0402032204020303016ea08080808034040203010402030504020302026520a08080808001020211020218020212020203012ea080808080010203110203180203120203030172a0808080800d0402031c04020302026861a0808080802a040203030169a08080808009040203030175a080808080000402033e020202026c61a0808080803c04020302026d6fa0808080801b04020302026f67a080808080150402030e040203030172a08080808007040203150402031d04020302027175a080808080160402030202736ba08080808015040203030174a08080808018040203100402030202776fa0808080801904020301036c206da0808080800b0202030172a08080808008020202022e31a0808080800b0203030132a0808080801a0203030133a0808080801f0203030135a080808080320203030139a08080808009020303016da0808080800b0203030172a08080808008020302026120a0808080800a02020702021002020d020204020203012ea0808080800a02031702030d0203040203030164a0808080802604020303016ca0808080800804020303016ea08080808027040203150402030304020302026265a0808080800604020303016ca08080808026040203030179a080808080340402030202642ea0808080800a02031f0203030162a0808080802c040203030165a08080808023040203020402030804020303016fa080808080210402030f04020302026569a0808080800a040203170402030d04020303016ea0808080800304020302026861a080808080020402030e020222040203030169a08080808011020203016fa0808080802004020302026c2ea080808080090203020203270203030162a08080808026040203030168a08080808020040203030171a08080808012040203030175a0808080803804020302026d62a0808080800c04020303016ca0808080803f04020302026f6da0808080800204020329020204040203030172a080808080090402030702021c0402031104020302027175a080808080050402030d04020302027269a080808080120402031804020302027365a080808080050402032b04020305040203030402030202742ea0808080802002030202756ea08080808038040203030177a080808080040402030b04020328040203020402030202776fa0808080801e04020301036d2e32a080808080020203030133a080808080030203030134a080808080280203050203030136a0808080803d020302026120a08080808002020203012ea08080808002020303016ea080808080130402030104020314040203030172a0808080800b040203040402031f040203030402030c0402030202626fa0808080800c04020302026572a08080808000020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020303020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020302020301020301020301020301020301020302020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020302020302026865a0808080802b02020202696ca080808080110202010402030e04020312040203030172a080808080140402030c04020302026c61a0808080803f04020302026f72a0808080800104020312040203080402031c0402030202702ea0808080800f020322020303016ca0808080800002030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030302030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030202030102030102030102030102030102030202030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030202030202776fa0808080802f04020301036e2061a080808080090202200202040202070202010202030162a0808080801502021a0202030166a080808080260202030167a0808080802c0202030168a0808080801002022a020203016aa08080808004020203016ba08080808007020232020203016da0808080800f02022e020203016fa080808080370202030172a0808080800e02020f0202030173a080808080170202030177a08080808027020202022e32a080808080140203030133a080808080250203030135a080808080350203030161a080808080090203200203040203070203010203030162a0808080801502031a0203030166a080808080260203030167a0808080802c0203030168a0808080803a020303016aa08080808004020303016ba08080808007020332020303016da0808080800f02032e020303016fa08080808037020304120d11150b110c0b140e0c0c12170c0c140c0d0c10813d0c1119813a0c0d0b0b0b130d0d0d15100b0b0b0d0c0d12110d0d110c0c0d0d0d0b0b0c0e0e0b15140c140f0f160c12110f0c0c0c100c0c15180d0b0b0b0b0c0b0b0b0b15110c11200c1714110f0e0c0c0c111715110c0b0e210d1110141514100d0c0f0d0d11140d0d100d0d0b0c0b0b0b0b0b0b18140c0c140d0c0c0f0c1410150c140b0c120c0c0c0c0d0c14171111190c0d180d0d0b0e0b0c0b141c0d813a0c18100d190f81390d190e0b0b0e0b0e0e0b0e0b0b0c0b0b170e0b0b0b0b0e0e');
INSERT INTO contact_search_data VALUES(2336462209028,X'00000f1c04306e2e72a0808080800e02030f0203030173a080808080170203030177a08080808027020302026120a0808080800302023c020203012ea0808080800302033c02030202626fa0808080800e0402030202642ea080808080270203110203040203030203030164a08080808017040203030165a0808080801a040203030166a0808080800a04020303016da0808080801304020302026570a0808080803e020202026920a08080808013020215020203012ea08080808013020315020302026d61a0808080801404020302026e2ea08080808014020302026f20a0808080800602021802021d020203012ea0808080800602031802031d0203030172a08080808003040203300402030804020302027469a0808080800304020324040203060402030202756ea0808080801e0402031d04020302027920a08080808033020203012ea08080808033020301036f2062a080808080190202030164a0808080801e0202030168a0808080800c020203016ea0808080803b0202030173a08080808006020202022e62a080808080190203030164a0808080801e0203030168a0808080800c020303016ea0808080803b0203030173a0808080800602030202642ea08080808006020318020303016ca080808080270402030202672ea0808080801502030e020302026861a0808080800e040203070402031404020302026b6ca0808080803c040203030171a08080808016040203030173a0808080801504020302026c64a0808080802c04020303016ca0808080803804020303016da0808080800c04020333040203030174a08080808020040203030175a080808080040402030b040203280402030204020302026d2ea080808080030203250203050203100203030161a08080808002040203030165a080808080000203010203010203010203010203010203010203010203010203010203010203010203010203010203010203010203030203010203010203010203010203010203010203010203010203010203010203010203010203010203010203010203010203010203020203010203010203010203010203010203020203010203010203010203010203010203010203010203010203010203010203010203010203010203010203010203010203010203020203030168a0808080802b0202030177a0808080802f04020302026f64a08080808006040203180402030904020303016ba08080808015040203010402032604020302027263a080808080090402030702021c04020311040203030164a08080808003040203010402031804020301040203160402030304020305040203030165a080808080010402030602030c040203040203040402030202031a040203030166a080808080170402030a0402030f0402030b040203030167a08080808000040203070402030504020302040203080402030d04020303016ea0808080802604020309040203030173a08080808007040203150402031d040203030174a08080808019040203160402030b04020302027365a0808080800e040203030174a08080808036040203010402030103702062a0808080803e020202022e31a0808080800f0203030134a080808080310203030138a0808080800802030202616ca0808080800204020302026c65a0808080800002030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030302030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030202030102030102030102030102030102030202030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030202030103717565a0808080802704020306040203030169a080808080050402030d040203040402030103726120a0808080801402020c020203012ea0808080801402030c0203030168a0808080802402020104020306020203016ea0808080800a040203030179a0808080800104020307040203150402030504020302026265a0808080800d04020302026361a080808080090402030702021c040203110402030202642ea0808080801c0203010203110203080203030162a08080808033040203030164a0808080803b040203030168a08080808004040203030173a080808080030402030202652ea0808080800102031202030802031c020303016ea080808080070402031004020306040203030174a0808080801f040203120402030202662ea0808080801702030a02030f02030b0203030169a080808080290402030202672ea080808080070203050203020203030161a0808080802e040203030164a0808080801a040203030165a08080808000040203160402030d040203030173a080808080240202030174a0808080801f040203030177a0808080803a04020302026861a0808080800b0402030202696ba080808080120402031804020303017aa0808080802204020302026b61a0808080800f04020322040203030168a0808080802a04020314020203016da0808080801b040203030177a0808080801904020302026e20a08080808026020209020203012ea08080808026020309020302026f68a0808080800e040203070402031404020303016da0808080800304020325040203050402031004020303016fa080808080150402030104020326040203030173a0808080800e04020302027320a0808080801a020203012ea080808080000203010203010203010203010203010203010203010203010203010203010203010203010203010203010203010203030203010203010203010203010203010203010203010203010203010203010203010203010203010203010203010203010203010203020203010203010203010203010203010203020203010203010203010203010203010203010203010203010203010203010203010203010203010203010203010203010203010203020203030162a0808080800704020332040203030165a08080808025040203030166a0808080801c04020303016ba08080808023040203030174a0808080802d0402031004020302027468a08080808019040203160402030b0402030202756ea08080808014040203030170a080808080080402030202776fa080808080060402030202792ea0808080803902030103732062a0808080801a020202022e30a080808080000203030133a080808080220203030134a080808080040203260203030162a0808080801a0203030165a0808080800002030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030302030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030202030102030102030102030102030102030202030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030102030202030202616ea080808080170402030202626fa08080808007040203030175a0808080803904020302026520a0808080800502022b020208020203012ea0808080800502032b020308020303016ea0808080800e0402031704020310040203030175a080808080040402030b04020328040203020402030202666fa0808080801c0402030202696ca0808080800604020302026b68a080808080000402030904020303016fa080808080150402030e04020302026f6ca0808080803804020303016ea080808080240202030172a0808080800702031002030602030202742ea0808080800502030d0203040203030161a08080808018040203030166a0808080803604020303016da0808080803704020303016fa080808080000203010203010203010203010203010203010203010203010203010203010203010203010203010203010203010203030203010203010203010203010203010203010203010203010203010203010203010203010203010203010203010203010203010203020203010203010203010203010203010203020203010203010203010203010203010203010203010203010203010203010203010203010203010203010203010203010203010203020203030172a08080808003040203070402031e04020305040203100402030203c3b872a0808080800702021002020602020103742e31a080808080120203030132a080808080160203030133a080808080200203030135a08080808005020302026120a0808080801f020212020203012ea0808080801f0203120203030164a080808080180402030202666fa080808080360402030202682ea0808080801902031602030b0203030161a0808080801f0402030202696ea08080808003040203240402030604020302026d6fa0808080803704020302026f20a0808080800c02020d020203012ea0808080800c02030d020303016da08080808000020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020303020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020302020301020301020301020301020301020302020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020302020302027261a0808080800a040203030169a0808080802204020303016fa08080808003040203250402030504020310040203010375656ea080808080270402030604020302026973a080808080050402030d0402030404020302026c72a080808080120402031804020302026e20a0808080800402020b020228020202020203012ea0808080800402030b0203280203020203030164a0808080803804020303016da0808080801404020303016fa0808080801e0402031d0402030202702ea08080808008020302027279a080808080390402030202732ea0808080800002030402031e0203080203030174a08080808000020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020303020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020301020302020301020301020301020301020301020302020301020301020301020301020301020301020301020301020301020301020301020301020304100b0b0f0e0d150c0c0c0c0c0f0e0d0c12111415110c0b0d0b0b0b0b0c0b0b0b0b0f0c0f150d0c0c0d0c100c18150c81390b0c151418242118201014140d100d0c0b0b0d813a1214100e120c180d18150c0c0c0c151410150c120c0c140b0c0c0d110c110f0c0c0f0e1518140c0c8139100c0c0c10150d0c0d0c0d0c0b0e0b81390d0d0c121114180d0d11100d0b11120c0c0c81391c130d0b0b0b0f0e0c0d120c150d0f0e81390d0c1812151115140c0c100c0d15');
INSERT INTO contact_search_data VALUES(2336462209029,X'00040215a0808080803902030102030102030102030102030202030430757761a080808080040402030b0402032804020302040203010376616ca080808080030402030202696ea080808080130402030103776173a080808080040402030b040203280402030204020302026965a080808080010402033b04020302026f6fa080808080060402031804020309040203030172a08080808019040203160402030b040203010378616da080808080000203010203010203010203010203010203010203010203010203010203010203010203010203010203010203010203030203010203010203010203010203010203010203010203010203010203010203010203010203010203010203010203010203010203020203010203010203010203010203010203020203010203010203010203010203010203010203010203010203010203010203010203010203010203010203010203010203010203020203010379206ea08080808033020202022e35a08080808034020305020303016ea0808080803302030202666fa0808080801d04020302026875a0808080802204020302026d6fa0808080800104020302026e65a0808080803e020202027275a0808080800804020301037a2072a08080808022020202022e72a0808080802202030202656ca080808080050402030b020201020210040203030179a0808080803e02020104c3b87265a0808080800702021002020602021b1a0e0d1a111514813b0d0f0b0d0d0d0c0d0d0c170b');
CREATE TABLE IF NOT EXISTS 'contact_search_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
INSERT INTO contact_search_idx VALUES(1,X'',2);
INSERT INTO contact_search_idx VALUES(2,X'',2);
INSERT INTO contact_search_idx VALUES(3,X'',2);
INSERT INTO contact_search_idx VALUES(4,X'',2);
INSERT INTO contact_search_idx VALUES(5,X'',2);
INSERT INTO contact_search_idx VALUES(6,X'',2);
INSERT INTO contact_search_idx VALUES(7,X'',2);
INSERT INTO contact_search_idx VALUES(8,X'',2);
INSERT INTO contact_search_idx VALUES(9,X'',2);
INSERT INTO contact_search_idx VALUES(10,X'',2);
INSERT INTO contact_search_idx VALUES(11,X'',2);
INSERT INTO contact_search_idx VALUES(12,X'',2);
INSERT INTO contact_search_idx VALUES(13,X'',2);
INSERT INTO contact_search_idx VALUES(14,X'',2);
INSERT INTO contact_search_idx VALUES(17,X'',2);
INSERT INTO contact_search_idx VALUES(17,X'30343440',4);
INSERT INTO contact_search_idx VALUES(17,X'306562',6);
INSERT INTO contact_search_idx VALUES(17,X'306e2e72',8);
INSERT INTO contact_search_idx VALUES(17,X'307577',10);
CREATE TABLE IF NOT EXISTS 'contact_search_docsize'(id INTEGER PRIMARY KEY, sz BLOB, origin INTEGER);
INSERT INTO contact_search_docsize VALUES(1099511627776,X'0a1e0b',1);
INSERT INTO contact_search_docsize VALUES(1099511627777,X'0c200b',1);
INSERT INTO contact_search_docsize VALUES(1099511627778,X'0c200b',1);
INSERT INTO contact_search_docsize VALUES(1099511627779,X'11250b',1);
INSERT INTO contact_search_docsize VALUES(1099511627780,X'0f2300',2);
INSERT INTO contact_search_docsize VALUES(1099511627781,X'0d210b',2);
INSERT INTO contact_search_docsize VALUES(1099511627782,X'0d210b',2);
INSERT INTO contact_search_docsize VALUES(1099511627783,X'0c200b',2);
INSERT INTO contact_search_docsize VALUES(1099511627784,X'0a1e0b',3);
INSERT INTO contact_search_docsize VALUES(1099511627785,X'0c200b',3);
INSERT INTO contact_search_docsize VALUES(1099511627786,X'0e230b',3);
INSERT INTO contact_search_docsize VALUES(1099511627787,X'0a1f0b',3);
INSERT INTO contact_search_docsize VALUES(1099511627788,X'0c210b',4);
INSERT INTO contact_search_docsize VALUES(1099511627789,X'0d220b',4);
INSERT INTO contact_search_docsize VALUES(1099511627790,X'0d220b',4);
INSERT INTO contact_search_docsize VALUES(1099511627791,X'0f240b',4);
INSERT INTO contact_search_docsize VALUES(1099511627792,X'0e000b',5);
INSERT INTO contact_search_docsize VALUES(1099511627793,X'0e0000',5);
INSERT INTO contact_search_docsize VALUES(1099511627794,X'0e230b',5);
INSERT INTO contact_search_docsize VALUES(1099511627795,X'0c210b',5);
INSERT INTO contact_search_docsize VALUES(1099511627796,X'0c210b',6);
INSERT INTO contact_search_docsize VALUES(1099511627797,X'0d220b',6);
INSERT INTO contact_search_docsize VALUES(1099511627798,X'0e230b',6);
INSERT INTO contact_search_docsize VALUES(1099511627799,X'0c210b',6);
INSERT INTO contact_search_docsize VALUES(1099511627800,X'091e0b',7);
INSERT INTO contact_search_docsize VALUES(1099511627801,X'0d2200',7);
INSERT INTO contact_search_docsize VALUES(1099511627802,X'0d220b',7);
INSERT INTO contact_search_docsize VALUES(1099511627803,X'0b200b',7);
INSERT INTO contact_search_docsize VALUES(1099511627804,X'0d2200',8);
INSERT INTO contact_search_docsize VALUES(1099511627805,X'0b200b',8);
INSERT INTO contact_search_docsize VALUES(1099511627806,X'0b2000',8);
INSERT INTO contact_search_docsize VALUES(1099511627807,X'0c2100',8);
INSERT INTO contact_search_docsize VALUES(1099511627808,X'0c210b',9);
INSERT INTO contact_search_docsize VALUES(1099511627809,X'0d220b',9);
INSERT INTO contact_search_docsize VALUES(1099511627810,X'0c210b',9);
INSERT INTO contact_search_docsize VALUES(1099511627811,X'0d220b',9);
INSERT INTO contact_search_docsize VALUES(1099511627812,X'0b000b',10);
INSERT INTO contact_search_docsize VALUES(1099511627813,X'0c2100',10);
INSERT INTO contact_search_docsize VALUES(1099511627814,X'0d220b',10);
INSERT INTO contact_search_docsize VALUES(1099511627815,X'0e230b',10);
INSERT INTO contact_search_docsize VALUES(1099511627816,X'0b200b',11);
INSERT INTO contact_search_docsize VALUES(1099511627817,X'0d220b',11);
INSERT INTO contact_search_docsize VALUES(1099511627818,X'0d220b',11);
INSERT INTO contact_search_docsize VALUES(1099511627819,X'0c000b',11);
INSERT INTO contact_search_docsize VALUES(1099511627820,X'0d220b',12);
INSERT INTO contact_search_docsize VALUES(1099511627821,X'10250b',12);
INSERT INTO contact_search_docsize VALUES(1099511627822,X'0c210b',12);
INSERT INTO contact_search_docsize VALUES(1099511627823,X'0d220b',12);
INSERT INTO contact_search_docsize VALUES(1099511627824,X'0a1f0b',13);
INSERT INTO contact_search_docsize VALUES(1099511627825,X'0b200b',13);
INSERT INTO contact_search_docsize VALUES(1099511627826,X'0c210b',13);
INSERT INTO contact_search_docsize VALUES(1099511627827,X'0c210b',13);
INSERT INTO contact_search_docsize VALUES(1099511627828,X'091e0b',14);
INSERT INTO contact_search_docsize VALUES(1099511627829,X'0a1f00',14);
INSERT INTO contact_search_docsize VALUES(1099511627830,X'0c210b',14);
INSERT INTO contact_search_docsize VALUES(1099511627831,X'0f240b',14);
INSERT INTO contact_search_docsize VALUES(1099511627832,X'0a1f0b',15);
INSERT INTO contact_search_docsize VALUES(1099511627833,X'10250b',15);
INSERT INTO contact_search_docsize VALUES(1099511627834,X'0d220b',15);
INSERT INTO contact_search_docsize VALUES(1099511627835,X'0b200b',15);
INSERT INTO contact_search_docsize VALUES(1099511627836,X'0e230b',16);
INSERT INTO contact_search_docsize VALUES(1099511627837,X'0d220b',16);
INSERT INTO contact_search_docsize VALUES(1099511627838,X'0c000b',16);
INSERT INTO contact_search_docsize VALUES(1099511627839,X'0c210b',16);
INSERT INTO contact_search_docsize VALUES(1099511627840,X'0b200b',17);
INSERT INTO contact_search_docsize VALUES(1099511627841,X'0e230b',17);
INSERT INTO contact_search_docsize VALUES(1099511627842,X'0c210b',17);
INSERT INTO contact_search_docsize VALUES(1099511627843,X'0b2000',17);
INSERT INTO contact_search_docsize VALUES(1099511627844,X'0e2300',18);
INSERT INTO contact_search_docsize VALUES(1099511627845,X'0e230b',18);
INSERT INTO contact_search_docsize VALUES(1099511627846,X'0d220b',18);
INSERT INTO contact_search_docsize VALUES(1099511627847,X'0c210b',18);
INSERT INTO contact_search_docsize VALUES(1099511627848,X'0d220b',19);
INSERT INTO contact_search_docsize VALUES(1099511627849,X'0c210b',19);
INSERT INTO contact_search_docsize VALUES(1099511627850,X'0e230b',19);
INSERT INTO contact_search_docsize VALUES(1099511627851,X'0d220b',19);
INSERT INTO contact_search_docsize VALUES(1099511627852,X'0d000b',20);
INSERT INTO contact_search_docsize VALUES(1099511627853,X'0b200b',20);
INSERT INTO contact_search_docsize VALUES(1099511627854,X'0e2300',20);
INSERT INTO contact_search_docsize VALUES(1099511627855,X'0b200b',20);
INSERT INTO contact_search_docsize VALUES(1099511627856,X'0c210b',21);
INSERT INTO contact_search_docsize VALUES(1099511627857,X'0c210b',21);
INSERT INTO contact_search_docsize VALUES(1099511627858,X'0c210b',21);
INSERT INTO contact_search_docsize VALUES(1099511627859,X'0d220b',21);
INSERT INTO contact_search_docsize VALUES(1099511627860,X'0d2200',22);
INSERT INTO contact_search_docsize VALUES(1099511627861,X'0c2100',22);
INSERT INTO contact_search_docsize VALUES(1099511627862,X'0d220b',22);
INSERT INTO contact_search_docsize VALUES(1099511627863,X'10250b',22);
INSERT INTO contact_search_docsize VALUES(1099511627864,X'0d220b',23);
INSERT INTO contact_search_docsize VALUES(1099511627865,X'0c210b',23);
INSERT INTO contact_search_docsize VALUES(1099511627866,X'0e230b',23);
INSERT INTO contact_search_docsize VALUES(1099511627867,X'0b200b',23);
INSERT INTO contact_search_docsize VALUES(1099511627868,X'0c210b',24);
INSERT INTO contact_search_docsize VALUES(1099511627869,X'102500',24);
INSERT INTO contact_search_docsize VALUES(1099511627870,X'0c210b',24);
INSERT INTO contact_search_docsize VALUES(1099511627871,X'0d220b',24);
INSERT INTO contact_search_docsize VALUES(1099511627872,X'0c000b',25);
INSERT INTO contact_search_docsize VALUES(1099511627873,X'112600',25);
INSERT INTO contact_search_docsize VALUES(1099511627874,X'0e230b',25);
INSERT INTO contact_search_docsize VALUES(1099511627875,X'0b200b',25);
INSERT INTO contact_search_docsize VALUES(1099511627876,X'0c220b',26);
INSERT INTO contact_search_docsize VALUES(1099511627877,X'0d2300',26);
INSERT INTO contact_search_docsize VALUES(1099511627878,X'0a000b',26);
INSERT INTO contact_search_docsize VALUES(1099511627879,X'0c2200',26);
INSERT INTO contact_search_docsize VALUES(1099511627880,X'0d230b',27);
INSERT INTO contact_search_docsize VALUES(1099511627881,X'0b210b',27);
INSERT INTO contact_search_docsize VALUES(1099511627882,X'0b210b',27);
INSERT INTO contact_search_docsize VALUES(1099511627883,X'0b210b',27);
INSERT INTO contact_search_docsize VALUES(1099511627884,X'0f250b',28);
INSERT INTO contact_search_docsize VALUES(1099511627885,X'0c220b',28);
INSERT INTO contact_search_docsize VALUES(1099511627886,X'0b210b',28);
INSERT INTO contact_search_docsize VALUES(1099511627887,X'0c000b',28);
INSERT INTO contact_search_docsize VALUES(1099511627888,X'0d230b',29);
INSERT INTO contact_search_docsize VALUES(1099511627889,X'0a200b',29);
INSERT INTO contact_search_docsize VALUES(1099511627890,X'0f250b',29);
INSERT INTO contact_search_docsize VALUES(1099511627891,X'0d230b',29);
INSERT INTO contact_search_docsize VALUES(1099511627892,X'0d2300',30);
INSERT INTO contact_search_docsize VALUES(1099511627893,X'0c220b',30);
INSERT INTO contact_search_docsize VALUES(1099511627894,X'0b2100',30);
INSERT INTO contact_search_docsize VALUES(1099511627895,X'0c220b',30);
CREATE TABLE IF NOT EXISTS 'contact_search_config'(k PRIMARY KEY, v) WITHOUT ROWID;
INSERT INTO contact_search_config VALUES('version',4);
CREATE INDEX organizations_by_name on organizations (name_key, id);
CREATE INDEX workspaces_by_parent on workspaces (organization_id, parent_id);
CREATE INDEX workspaces_by_name on workspaces (organization_id, depth, name_key, id);
CREATE INDEX users_operators on users (email) where operator;
CREATE INDEX users_followed on users (id) where email_follows;
CREATE INDEX sessions_of_user on sessions (user_id);
CREATE INDEX sessions_by_end on sessions (expires_at);
CREATE UNIQUE INDEX memberships_by_login on memberships (organization_id, user_id) where user_id is not null;
CREATE INDEX memberships_of_user on memberships (user_id) where user_id is not null;
CREATE INDEX memberships_by_name on memberships (organization_id, name_key, id);
CREATE INDEX memberships_by_email on memberships (organization_id, email, id);
CREATE INDEX memberships_by_activity on memberships (organization_id, active_key, id);
CREATE INDEX memberships_by_status on memberships (organization_id, status, name_key, id);
CREATE INDEX deleted_memberships_of_user on deleted_memberships (user_id) where user_id is not null;
CREATE INDEX deleted_memberships_by_email on deleted_memberships (organization_id, email);
CREATE INDEX deleted_memberships_by_end on deleted_memberships (kept_until, organization_id, id);
CREATE INDEX presences_by_wave on presences (organization_id, wave, member_id);
CREATE INDEX presences_by_end on presences (online_until);
CREATE INDEX grants_at on grants (organization_id, workspace_id, member_id);
CREATE INDEX grant_levels_by_level on grant_levels (organization_id, level, member_id);
CREATE INDEX grant_levels_of_member on grant_levels (organization_id, member_id, workspace_id);
CREATE INDEX resources_by_name on resources (organization_id, name_key, id);
CREATE INDEX resources_of_kind on resources (organization_id, kind, name_key, id);
CREATE INDEX resources_for_everyone on resources (organization_id, kind, name_key, id) where for_everyone;
CREATE INDEX resource_groups_by_name on resource_groups (organization_id, name_key, id);
CREATE INDEX resource_groups_of_kind on resource_groups (organization_id, kind, name_key, id);
CREATE INDEX grouped_resources_of on grouped_resources (organization_id, resource_id, group_id);
CREATE INDEX tokens_of_member on tokens (organization_id, member_id, id);
CREATE INDEX tokens_by_maker on tokens (organization_id, made_by);
CREATE INDEX tokens_by_end on tokens (expires_at) where expires_at is not null;
CREATE INDEX selections_of_all on selections (organization_id, kind, member_id) where reaches_all;
CREATE INDEX selection_resources_of on selection_resources (organization_id, resource_id, member_id);
CREATE INDEX selection_groups_of on selection_groups (organization_id, group_id, member_id);
CREATE INDEX invitations_sent_by on invitations (organization_id, invited_by);
CREATE UNIQUE INDEX portfolios_open on portfolios (organization_id, workspace_id, first_holder) where open;
CREATE INDEX portfolios_of_holder on portfolios (organization_id, holder, id);
CREATE INDEX portfolios_at on portfolios (organization_id, workspace_id, holder, id);
CREATE INDEX portfolios_closed on portfolios (organization_id, id) where not open;
CREATE INDEX contacts_of_portfolio on contacts (organization_id, portfolio_id, id);
CREATE INDEX contacts_at on contacts (organization_id, workspace_id, id);
CREATE INDEX departures_by_turn on departures (organization_id, portfolio_id, turn);
CREATE INDEX receipts_of_member on receipts (organization_id, member_id, workspace_id);
CREATE INDEX receipt_workspaces_of on receipt_workspaces (organization_id, receipt_id, workspace_id);
CREATE INDEX receipt_portfolios_of on receipt_portfolios (organization_id, portfolio_id);
CREATE INDEX journal_by_time on journal (organization_id, at, id);
CREATE INDEX journal_by_actor on journal (organization_id, actor, at, id);
CREATE INDEX journal_by_target on journal (organization_id, target, at, id);
CREATE INDEX journal_by_kind on journal (organization_id, kind, at, id);
CREATE UNIQUE INDEX journal_by_position on journal (organization_id, position) where position is not null;
CREATE INDEX journal_unsealed on journal (organization_id, at, id) where position is null;
CREATE INDEX errands_due on errands (due_at, id) where state = 'waiting';
CREATE INDEX errands_of_invitation on errands (organization_id, invitation_id, generation);
CREATE INDEX errands_waiting_for on errands (organization_id, member_id) where state = 'waiting';
CREATE INDEX errands_by_end on errands (settled_at) where settled_at is not null;
CREATE INDEX jobs_due on jobs (leased_until, id) where state = 'running';
CREATE INDEX jobs_running on jobs (organization_id, leased_until) where state = 'running';
CREATE INDEX jobs_ended on jobs (organization_id, ended_at) where ended_at is not null;
CREATE INDEX jobs_begun_by on jobs (organization_id, begun_by, id);
CREATE INDEX jobs_by_end on jobs (ended_at) where ended_at is not null;
CREATE INDEX jobs_planned on jobs (leased_until) where state = 'planned';
CREATE INDEX job_items_open on job_items (organization_id, job_id, position) where outcome is null;
CREATE INDEX job_items_refused on job_items (organization_id, job_id, position) where outcome = 'refused';
CREATE INDEX replays_by_end on replays (kept_until);
CREATE INDEX attempts_by_end on attempts (kept_until);
CREATE INDEX attempts_by_lock on attempts (who, locked_until) where locked_until is not null;
CREATE INDEX memberships_by_shown_name on memberships (organization_id, shown_key, id);
CREATE INDEX memberships_by_status_and_activity on memberships (organization_id, status, active_key, id);
CREATE INDEX contacts_never_assigned on contacts (organization_id, workspace_id, id) where portfolio_id is null;
PRAGMA writable_schema=OFF;
COMMIT;
