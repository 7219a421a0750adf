--
-- PostgreSQL database dump
--


-- Dumped from database version 15.18 (Debian 15.18-0+deb12u1)
-- Dumped by pg_dump version 15.18 (Debian 15.18-0+deb12u1)

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

--
-- Name: btree_gin; Type: EXTENSION; Schema: -; Owner: -
--

CREATE EXTENSION IF NOT EXISTS btree_gin WITH SCHEMA public;


--
-- Name: pg_trgm; Type: EXTENSION; Schema: -; Owner: -
--

CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;


SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: attempts; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.attempts (
    purpose text NOT NULL,
    who bytea NOT NULL,
    network bytea NOT NULL,
    tries jsonb NOT NULL,
    locked_until bigint,
    kept_until bigint NOT NULL,
    CONSTRAINT attempts_purpose_check CHECK ((purpose = ANY (ARRAY['password'::text, 'code'::text, 'network'::text, 'confirmation'::text])))
);


--
-- Name: contacts; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.contacts (
    organization_id uuid NOT NULL,
    id uuid NOT NULL,
    workspace_id uuid NOT NULL,
    name text NOT NULL,
    name_key text NOT NULL COLLATE pg_catalog."C",
    name_reveals boolean NOT NULL,
    email text COLLATE pg_catalog."C",
    phone text,
    portfolio_id uuid,
    created_at bigint NOT NULL,
    version bigint NOT NULL
);


--
-- Name: deleted_memberships; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.deleted_memberships (
    organization_id uuid NOT NULL,
    id uuid NOT NULL,
    user_id uuid,
    email text NOT NULL COLLATE pg_catalog."C",
    status text NOT NULL,
    first_name text,
    last_name text,
    display_name text NOT NULL,
    phone text,
    language text NOT NULL,
    time_zone text NOT NULL,
    digest text NOT NULL,
    created_at bigint NOT NULL,
    last_active_at bigint,
    version bigint NOT NULL,
    kept_until bigint NOT NULL,
    CONSTRAINT deleted_memberships_status_check CHECK ((status = ANY (ARRAY['active'::text, 'inactive'::text])))
);


--
-- Name: departures; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.departures (
    organization_id uuid NOT NULL,
    portfolio_id uuid NOT NULL,
    contact_id uuid NOT NULL,
    turn bigint NOT NULL
);


--
-- Name: errands; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.errands (
    organization_id uuid NOT NULL,
    id uuid NOT NULL,
    at bigint NOT NULL,
    actor_kind text NOT NULL,
    actor uuid,
    member_id uuid NOT NULL,
    matter text NOT NULL,
    details jsonb NOT NULL,
    invitation_id uuid,
    generation bigint,
    state text DEFAULT 'waiting'::text NOT NULL,
    due_at bigint NOT NULL,
    leased_until bigint,
    attempts bigint DEFAULT 0 NOT NULL,
    claim bigint DEFAULT 0 NOT NULL,
    reason text,
    settled_at bigint,
    CONSTRAINT errands_actor_kind_check CHECK ((actor_kind = ANY (ARRAY['member'::text, 'operator'::text, 'system'::text]))),
    CONSTRAINT errands_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'done'::text, 'dropped'::text, 'given_up'::text])))
);


--
-- Name: grant_levels; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.grant_levels (
    organization_id uuid NOT NULL,
    workspace_id uuid NOT NULL,
    level text NOT NULL COLLATE pg_catalog."C",
    member_id uuid NOT NULL
);


--
-- Name: grants; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.grants (
    organization_id uuid NOT NULL,
    member_id uuid NOT NULL,
    workspace_id uuid NOT NULL,
    levels jsonb NOT NULL,
    permissions jsonb NOT NULL,
    restrictions jsonb NOT NULL,
    given_by_kind text NOT NULL,
    given_by uuid NOT NULL,
    given_at bigint NOT NULL,
    version bigint NOT NULL,
    CONSTRAINT grants_given_by_kind_check CHECK ((given_by_kind = ANY (ARRAY['member'::text, 'operator'::text])))
);


--
-- Name: grouped_resources; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.grouped_resources (
    organization_id uuid NOT NULL,
    group_id uuid NOT NULL,
    resource_id uuid NOT NULL
);


--
-- Name: installation; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.installation (
    id bigint NOT NULL,
    set_up_at bigint NOT NULL,
    CONSTRAINT installation_id_check CHECK ((id = 1))
);


--
-- Name: invitation_mails; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.invitation_mails (
    organization_id uuid NOT NULL,
    hour bigint NOT NULL,
    domain text NOT NULL,
    mails bigint NOT NULL
);


--
-- Name: invitations; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.invitations (
    organization_id uuid NOT NULL,
    id uuid NOT NULL,
    member_id uuid NOT NULL,
    generation bigint NOT NULL,
    note text,
    expires_at bigint NOT NULL,
    invited_by_kind text NOT NULL,
    invited_by uuid NOT NULL,
    mail_at bigint,
    mail_domain text,
    created_at bigint NOT NULL,
    version bigint NOT NULL,
    CONSTRAINT invitations_check CHECK (((mail_at IS NULL) = (mail_domain IS NULL))),
    CONSTRAINT invitations_invited_by_kind_check CHECK ((invited_by_kind = ANY (ARRAY['member'::text, 'operator'::text])))
);


--
-- Name: job_items; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.job_items (
    organization_id uuid NOT NULL,
    job_id uuid NOT NULL,
    "position" bigint NOT NULL,
    member_id uuid NOT NULL,
    receipt_id uuid,
    outcome text,
    rule text,
    asked jsonb,
    CONSTRAINT job_items_outcome_check CHECK ((outcome = ANY (ARRAY['done'::text, 'refused'::text])))
);


--
-- Name: jobs; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.jobs (
    organization_id uuid NOT NULL,
    id uuid NOT NULL,
    begun_by uuid NOT NULL,
    task text NOT NULL,
    details jsonb NOT NULL,
    reason text,
    state text NOT NULL,
    total bigint NOT NULL,
    done bigint NOT NULL,
    refused bigint NOT NULL,
    created_at bigint NOT NULL,
    ended_at bigint,
    leased_until bigint NOT NULL,
    CONSTRAINT jobs_state_check CHECK ((state = ANY (ARRAY['planned'::text, 'running'::text, 'done'::text, 'stopped'::text])))
);


--
-- Name: journal; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.journal (
    organization_id uuid NOT NULL,
    id uuid NOT NULL,
    at bigint NOT NULL,
    actor_kind text NOT NULL,
    actor uuid,
    kind text NOT NULL COLLATE pg_catalog."C",
    target_kind text NOT NULL,
    target uuid NOT NULL,
    before_state jsonb NOT NULL,
    after_state jsonb NOT NULL,
    reason text,
    "position" bigint,
    CONSTRAINT journal_actor_kind_check CHECK ((actor_kind = ANY (ARRAY['member'::text, 'operator'::text, 'system'::text])))
);


--
-- Name: journal_heads; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.journal_heads (
    organization_id uuid NOT NULL,
    next bigint NOT NULL
);


--
-- Name: membership_emails; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.membership_emails (
    organization_id uuid NOT NULL,
    email text NOT NULL COLLATE pg_catalog."C",
    member_id uuid NOT NULL
);


--
-- Name: memberships; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.memberships (
    organization_id uuid NOT NULL,
    id uuid NOT NULL,
    user_id uuid,
    email text NOT NULL COLLATE pg_catalog."C",
    status text NOT NULL,
    first_name text,
    last_name text,
    display_name text NOT NULL,
    name_key text NOT NULL COLLATE pg_catalog."C",
    phone text,
    language text NOT NULL,
    time_zone text NOT NULL,
    digest text NOT NULL,
    created_at bigint NOT NULL,
    last_active_at bigint,
    active_key bigint NOT NULL,
    version bigint NOT NULL,
    shown_key text GENERATED ALWAYS AS (
CASE
    WHEN ((first_name IS NULL) AND (last_name IS NULL)) THEN ''::text
    ELSE name_key
END) STORED NOT NULL COLLATE pg_catalog."C",
    CONSTRAINT memberships_status_check CHECK ((status = ANY (ARRAY['pending'::text, 'active'::text, 'inactive'::text])))
);


--
-- Name: organizations; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.organizations (
    id uuid NOT NULL,
    name text NOT NULL,
    name_key text NOT NULL COLLATE pg_catalog."C",
    root_id uuid NOT NULL,
    model text NOT NULL,
    document text NOT NULL,
    plan text,
    features jsonb NOT NULL,
    seats bigint,
    active boolean NOT NULL,
    undo_window_days bigint,
    second_factor_required boolean DEFAULT false NOT NULL,
    tokens_per_member bigint NOT NULL,
    created_at bigint NOT NULL,
    version bigint NOT NULL
);


--
-- Name: portfolios; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.portfolios (
    organization_id uuid NOT NULL,
    id uuid NOT NULL,
    workspace_id uuid NOT NULL,
    first_holder uuid NOT NULL,
    holder uuid,
    open boolean NOT NULL
);


--
-- Name: presence_waves; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.presence_waves (
    organization_id uuid NOT NULL,
    wave bigint NOT NULL
);


--
-- Name: presences; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.presences (
    organization_id uuid NOT NULL,
    member_id uuid NOT NULL,
    online_until bigint NOT NULL,
    wave bigint NOT NULL
);


--
-- Name: receipt_portfolios; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.receipt_portfolios (
    organization_id uuid NOT NULL,
    receipt_id uuid NOT NULL,
    portfolio_id uuid NOT NULL,
    since bigint NOT NULL,
    nth bigint NOT NULL
);


--
-- Name: receipt_workspaces; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.receipt_workspaces (
    organization_id uuid NOT NULL,
    workspace_id uuid NOT NULL,
    receipt_id uuid NOT NULL,
    gone boolean NOT NULL
);


--
-- Name: receipts; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.receipts (
    organization_id uuid NOT NULL,
    id uuid NOT NULL,
    act text NOT NULL,
    member_id uuid NOT NULL,
    workspace_id uuid NOT NULL,
    revoked jsonb NOT NULL,
    chosen jsonb NOT NULL,
    successor uuid,
    by_kind text NOT NULL,
    by_id uuid NOT NULL,
    at bigint NOT NULL,
    undo_until bigint,
    state text NOT NULL,
    CONSTRAINT receipts_by_kind_check CHECK ((by_kind = ANY (ARRAY['member'::text, 'operator'::text]))),
    CONSTRAINT receipts_state_check CHECK ((state = ANY (ARRAY['standing'::text, 'undone'::text, 'superseded'::text])))
);


--
-- Name: recovery_codes; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.recovery_codes (
    user_id uuid NOT NULL,
    code_hash bytea NOT NULL
);


--
-- Name: replays; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.replays (
    user_id uuid NOT NULL,
    route text NOT NULL,
    key text NOT NULL,
    body_hash text NOT NULL,
    status bigint NOT NULL,
    body text NOT NULL,
    kept_until bigint NOT NULL
);


--
-- Name: resource_groups; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.resource_groups (
    organization_id uuid NOT NULL,
    id uuid NOT NULL,
    kind text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL,
    name_key text NOT NULL COLLATE pg_catalog."C",
    created_at bigint NOT NULL,
    version bigint NOT NULL
);


--
-- Name: resources; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.resources (
    organization_id uuid NOT NULL,
    id uuid NOT NULL,
    kind text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL,
    name_key text NOT NULL COLLATE pg_catalog."C",
    for_everyone boolean NOT NULL,
    created_at bigint NOT NULL,
    version bigint NOT NULL
);


--
-- Name: second_factors; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.second_factors (
    user_id uuid NOT NULL,
    secret bytea,
    since bigint,
    last_step bigint DEFAULT 0 NOT NULL,
    begun_secret bytea,
    begun_at bigint,
    CONSTRAINT second_factors_check CHECK (((secret IS NULL) = (since IS NULL))),
    CONSTRAINT second_factors_check1 CHECK (((begun_secret IS NULL) = (begun_at IS NULL)))
);


--
-- Name: selection_groups; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.selection_groups (
    organization_id uuid NOT NULL,
    member_id uuid NOT NULL,
    kind text NOT NULL COLLATE pg_catalog."C",
    group_id uuid NOT NULL
);


--
-- Name: selection_resources; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.selection_resources (
    organization_id uuid NOT NULL,
    member_id uuid NOT NULL,
    kind text NOT NULL COLLATE pg_catalog."C",
    resource_id uuid NOT NULL
);


--
-- Name: selections; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.selections (
    organization_id uuid NOT NULL,
    member_id uuid NOT NULL,
    kind text NOT NULL COLLATE pg_catalog."C",
    reaches_all boolean NOT NULL,
    chosen_by_kind text,
    chosen_by uuid,
    version bigint NOT NULL,
    CONSTRAINT selections_chosen_by_kind_check CHECK ((chosen_by_kind = ANY (ARRAY['member'::text, 'operator'::text])))
);


--
-- Name: sessions; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.sessions (
    id uuid NOT NULL,
    user_id uuid NOT NULL,
    secret_hash bytea NOT NULL,
    device text,
    created_at bigint NOT NULL,
    seen_at bigint NOT NULL,
    expires_at bigint NOT NULL
);


--
-- Name: tenure_migrations; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.tenure_migrations (
    version bigint NOT NULL,
    description text NOT NULL,
    installed_on timestamp with time zone DEFAULT now() NOT NULL,
    success boolean NOT NULL,
    checksum bytea NOT NULL,
    execution_time bigint NOT NULL
);


--
-- Name: tokens; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.tokens (
    organization_id uuid NOT NULL,
    id uuid NOT NULL,
    member_id uuid NOT NULL,
    secret_hash bytea NOT NULL,
    name text NOT NULL,
    permissions jsonb,
    made_by uuid NOT NULL,
    created_at bigint NOT NULL,
    expires_at bigint,
    last_used_at bigint
);


--
-- Name: user_emails; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.user_emails (
    email text NOT NULL COLLATE pg_catalog."C",
    user_id uuid NOT NULL
);


--
-- Name: users; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.users (
    id uuid NOT NULL,
    email text NOT NULL COLLATE pg_catalog."C",
    email_confirmed boolean NOT NULL,
    password_hash text,
    operator boolean NOT NULL,
    reset_generation bigint DEFAULT 0 NOT NULL,
    reset_expires_at bigint,
    reset_sent_at jsonb DEFAULT '[]'::jsonb NOT NULL,
    new_email jsonb,
    email_follows boolean DEFAULT false NOT NULL,
    created_at bigint NOT NULL,
    version bigint NOT NULL
);


--
-- Name: workspaces; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.workspaces (
    organization_id uuid NOT NULL,
    id uuid NOT NULL,
    parent_id uuid,
    kind text COLLATE pg_catalog."C",
    name text NOT NULL,
    name_key text NOT NULL COLLATE pg_catalog."C",
    path text NOT NULL COLLATE pg_catalog."C",
    depth bigint NOT NULL,
    active boolean NOT NULL,
    features_off jsonb NOT NULL,
    created_at bigint NOT NULL,
    version bigint NOT NULL
);


--
-- Data for Name: attempts; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.attempts (purpose, who, network, tries, locked_until, kept_until) FROM stdin;
\.


--
-- Data for Name: contacts; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.contacts (organization_id, id, workspace_id, name, name_key, name_reveals, email, phone, portfolio_id, created_at, version) FROM stdin;
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfa-74ea-a38e-79e5a50de236	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Jorge Askhus	jorge askhus	f	jorge.askhus.0@customers.example	+447700900300	\N	1777518034399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfa-74ea-a38e-79e661361b82	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Wiebke Raymore	wiebke raymore	f	wiebke.raymore.1@customers.example	+447700900878	01a20b7f-7df8-74ef-b851-9b82c02c51e6	1770087634399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfa-74ea-a38e-79e72433e105	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Paloma Dahlham	paloma dahlham	f	paloma.dahlham.2@customers.example	+447700900830	\N	1774926034399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfa-74ea-a38e-79e8004d4a73	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Valentina Nordstrom	valentina nordstrom	f	valentina.nordstrom.3@customers.example	+447700900477	01a20b7f-7df9-762e-9cc0-cba0a49d1677	1768791634399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfa-74ea-a38e-79e9abd49e5e	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Oluwaseun Jordhus	oluwaseun jordhus	f	oluwaseun.jordhus.4@customers.example	\N	01a20b7f-7df9-762e-9cc0-cba1f9f822e6	1735354834399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfa-74ea-a38e-79ea72a5a874	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Ilse Hazelquist	ilse hazelquist	f	ilse.hazelquist.5@customers.example	+447700900378	\N	1747882834399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfa-74ea-a38e-79eb3ae525ef	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Aino Silberwood	aino silberwood	f	aino.silberwood.6@customers.example	+447700900641	\N	1792983634399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfa-74ea-a38e-79ec5132f854	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Søren Korsborg	søren korsborg	f	soren.korsborg.7@customers.example	+447700900114	01a20b7f-7df8-74ef-b851-9b82c02c51e6	1749092434399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfa-74ea-a38e-79ed851f6ccb	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Bilal Rayrup	bilal rayrup	f	bilal.rayrup.8@customers.example	+447700900805	\N	1748055634399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfa-74ea-a38e-79eeae04df0d	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Lorcan Askhill	lorcan askhill	f	lorcan.askhill.9@customers.example	+447700900104	\N	1793934034399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfa-74ea-a38e-79ef1c9536ec	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Leïla Strandfeld	leila strandfeld	f	leila.strandfeld.10@customers.example	+447700900223	\N	1745118034399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfa-74ea-a38e-79f0f0995ca5	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Gaël Marhall	gael marhall	f	gael.marhall.11@customers.example	+447700900975	01a20b7f-7df9-762e-9cc0-cba296678fe4	1771729234399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfa-74ea-a38e-79f1b0566d9c	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Kaito Holmborg	kaito holmborg	f	kaito.holmborg.12@customers.example	+447700900261	\N	1748833234399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfa-74ea-a38e-79f2e122ea9c	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Daichi Åkerbeck	daichi akerbeck	f	daichi.akerbeck.13@customers.example	+447700900929	\N	1774753234399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfa-74ea-a38e-79f3caeecde3	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Rohan Rosenborg	rohan rosenborg	f	rohan.rosenborg.14@customers.example	+447700900752	01a20b7f-7df8-74ef-b851-9b83e88b127d	1783825234399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfa-74ea-a38e-79f44c0bbae7	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Oluwaseun Markamp	oluwaseun markamp	f	oluwaseun.markamp.15@customers.example	+447700900269	01a20b7f-7df9-762e-9cc0-cba0a49d1677	1780714834399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfa-74ea-a38e-79f5fc86749b	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Lorcan Hazelhaus	lorcan hazelhaus	f	\N	+447700900344	01a20b7f-7df9-762e-9cc0-cba1f9f822e6	1746414034399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfa-74ea-a38e-79f616f627b0	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Camila Hazelhill	camila hazelhill	f	\N	\N	\N	1792810834399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfa-74ea-a38e-79f7bdcf7863	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Ulrike Millquist	ulrike millquist	f	ulrike.millquist.18@customers.example	+447700900036	01a20b7f-7df5-70b4-99d8-7139efa95da9	1779850834399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfa-74ea-a38e-79f8132c3636	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Imani Vindmore	imani vindmore	f	imani.vindmore.19@customers.example	+447700900419	\N	1736391634399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfa-74ea-a38e-79f9cd2ac68c	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Amira Grünmann	amira grunmann	f	amira.grunmann.20@customers.example	+447700900802	\N	1759546834399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfa-74ea-a38e-79fa6acef16c	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Rohan Brookskog	rohan brookskog	f	rohan.brookskog.21@customers.example	+447700900992	01a20b7f-7df9-762e-9cc0-cba0a49d1677	1773716434399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfa-74ea-a38e-79fb285a5507	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Jorge Brookquist	jorge brookquist	f	jorge.brookquist.22@customers.example	+447700900300	01a20b7f-7df9-762e-9cc0-cba1f9f822e6	1786071634399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfa-74ea-a38e-79fc89dc72d3	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Søren Sanddorf	søren sanddorf	f	soren.sanddorf.23@customers.example	+447700900434	\N	1744686034399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfa-74ea-a38e-79fd94431cd9	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Edda Ekstad	edda ekstad	f	edda.ekstad.24@customers.example	+447700900651	01a20b7f-7df5-70b4-99d8-7139efa95da9	1754276434399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfa-74ea-a38e-79fefc241308	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Kaito Birkworth	kaito birkworth	f	kaito.birkworth.25@customers.example	\N	01a20b7f-7df8-74ef-b851-9b82c02c51e6	1770951634399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfa-74ea-a38e-79ff2979b231	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Anders Bergdahl	anders bergdahl	f	anders.bergdahl.26@customers.example	+447700900323	01a20b7f-7df8-74ef-b851-9b83e88b127d	1777086034399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfa-74ea-a38e-7a0091d6c35a	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Edda Birkmore	edda birkmore	f	edda.birkmore.27@customers.example	+447700900091	01a20b7f-7df9-762e-9cc0-cba0a49d1677	1770519634399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfa-74ea-a38e-7a01f489119b	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Daichi Korsford	daichi korsford	f	daichi.korsford.28@customers.example	\N	01a20b7f-7df9-762e-9cc0-cba1f9f822e6	1735441234399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfa-74ea-a38e-7a02ccea6558	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Søren Rayford	søren rayford	f	soren.rayford.29@customers.example	+447700900354	01a20b7f-7df9-762e-9cc0-cba296678fe4	1757214034399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfa-74ea-a38e-7a03a1deb361	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Nuno Dahlwood	nuno dahlwood	f	nuno.dahlwood.30@customers.example	\N	01a20b7f-7df5-70b4-99d8-7139efa95da9	1765940434399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfa-74ea-a38e-7a0490f029ac	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Greta Bergthal	greta bergthal	f	greta.bergthal.31@customers.example	\N	01a20b7f-7df8-74ef-b851-9b82c02c51e6	1751079634399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfa-74ea-a38e-7a0566e20987	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Amira Millholt	amira millholt	f	amira.millholt.32@customers.example	+447700900122	01a20b7f-7df8-74ef-b851-9b83e88b127d	1790478034399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfa-74ea-a38e-7a06c6da0596	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Leïla Hazeldorf	leila hazeldorf	f	leila.hazeldorf.33@customers.example	+447700900383	\N	1770174034399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfa-74ea-a38e-7a073a2f367a	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Beatriz Rayhus	beatriz rayhus	f	beatriz.rayhus.34@customers.example	+447700900844	01a20b7f-7df9-762e-9cc0-cba1f9f822e6	1741834834399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfa-74ea-a38e-7a08285b60cf	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Jorge Alderskog	jorge alderskog	f	jorge.alderskog.35@customers.example	+447700900940	01a20b7f-7df9-762e-9cc0-cba296678fe4	1739847634399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfa-74ea-a38e-7a09aaa24906	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Farah Hargson	farah hargson	f	\N	+447700900693	01a20b7f-7df5-70b4-99d8-7139efa95da9	1763780434399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfa-74ea-a38e-7a0af996ebde	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Farah Aldersen	farah aldersen	f	farah.aldersen.37@customers.example	\N	\N	1779591634399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfa-74ea-a38e-7a0b885e8114	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Björn Fjellblad	bjorn fjellblad	f	bjorn.fjellblad.38@customers.example	+447700900806	01a20b7f-7df8-74ef-b851-9b83e88b127d	1744513234399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfa-74ea-a38e-7a0c02746a53	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Quentin Woodland	quentin woodland	f	quentin.woodland.39@customers.example	+447700900831	\N	1768186834399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfa-74ea-a38e-7a0d0b513664	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Imani Ekstrom	imani ekstrom	f	imani.ekstrom.40@customers.example	+447700900979	\N	1774407634399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfa-74ea-a38e-7a0ef4a53b5d	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Rohan Åkerfield	rohan akerfield	f	rohan.akerfield.41@customers.example	+447700900992	01a20b7f-7df9-762e-9cc0-cba296678fe4	1737601234399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfa-74ea-a38e-7a0f772a0c17	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Ulrike Birkhaus	ulrike birkhaus	f	ulrike.birkhaus.42@customers.example	+447700900916	\N	1757386834399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfa-74ea-a38e-7a1070490d05	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Farah Blomheim	farah blomheim	f	\N	+447700900533	01a20b7f-7df8-74ef-b851-9b82c02c51e6	1766458834399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfa-74ea-a38e-7a1191bbb9ac	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Lorcan Goldbach	lorcan goldbach	f	lorcan.goldbach.44@customers.example	+447700900744	01a20b7f-7df8-74ef-b851-9b83e88b127d	1737428434399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfa-74ea-a38e-7a1208997e4a	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Quentin Alderstrom	quentin alderstrom	f	quentin.alderstrom.45@customers.example	+447700900351	\N	1770260434399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfa-74ea-a38e-7a13e6dc03fc	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Leïla Margaard	leila margaard	f	leila.margaard.46@customers.example	+447700900663	01a20b7f-7df9-762e-9cc0-cba1f9f822e6	1744254034399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfa-74ea-a38e-7a14386cb4c0	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Björn Blomworth	bjorn blomworth	f	bjorn.blomworth.47@customers.example	+447700900846	01a20b7f-7df9-762e-9cc0-cba296678fe4	1763175634399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfa-74ea-a38e-7a1500efdd08	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Ilse Ahldorf	ilse ahldorf	f	ilse.ahldorf.48@customers.example	+447700900498	01a20b7f-7df5-70b4-99d8-7139efa95da9	1763694034399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfa-74ea-a38e-7a16faead4f6	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Greta Markamp	greta markamp	f	greta.markamp.49@customers.example	+447700900576	01a20b7f-7df8-74ef-b851-9b82c02c51e6	1787886034399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfa-74ea-a38e-7a177208c654	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Camila Ahlhall	camila ahlhall	f	camila.ahlhall.50@customers.example	+447700900567	\N	1789873234399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfa-74ea-a38e-7a1818407d39	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Dagny Nordbach	dagny nordbach	f	dagny.nordbach.51@customers.example	+447700900210	01a20b7f-7df9-762e-9cc0-cba0a49d1677	1775012434399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfa-74ea-a38e-7a1936df8257	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Hakan Ahlby	hakan ahlby	f	hakan.ahlby.52@customers.example	+447700900857	\N	1748833234399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfa-74ea-a38e-7a1ac19d9f14	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Hakan Ahlsen	hakan ahlsen	f	hakan.ahlsen.53@customers.example	\N	01a20b7f-7df9-762e-9cc0-cba296678fe4	1787367634399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfa-74ea-a38e-7a1bf9de2d15	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Daichi Ostford	daichi ostford	f	daichi.ostford.54@customers.example	+447700900769	01a20b7f-7df5-70b4-99d8-7139efa95da9	1784257234399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfa-74ea-a38e-7a1c9a91dd78	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Oluwaseun Ostmore	oluwaseun ostmore	f	oluwaseun.ostmore.55@customers.example	+447700900149	01a20b7f-7df8-74ef-b851-9b82c02c51e6	1735527634399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfa-74ea-a38e-7a1d62b0de33	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Ilse Sollund	ilse sollund	f	ilse.sollund.56@customers.example	+447700900458	01a20b7f-7df8-74ef-b851-9b83e88b127d	1773543634399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfa-74ea-a38e-7a1efc223841	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Oluwaseun Korsbury	oluwaseun korsbury	f	oluwaseun.korsbury.57@customers.example	+447700900749	01a20b7f-7df9-762e-9cc0-cba0a49d1677	1793156434399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfa-74ea-a38e-7a1f70aa944e	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Hakan Hargworth	hakan hargworth	f	hakan.hargworth.58@customers.example	+447700900457	01a20b7f-7df9-762e-9cc0-cba1f9f822e6	1789959634399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfa-74ea-a38e-7a201f6c9b90	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Nuno Norddorf	nuno norddorf	f	nuno.norddorf.59@customers.example	+447700900148	01a20b7f-7df9-762e-9cc0-cba296678fe4	1783393234399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfa-74ea-a38e-7a21fcffccfd	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Wiebke Brookland	wiebke brookland	f	wiebke.brookland.60@customers.example	+447700900678	01a20b7f-7df5-70b4-99d8-7139efa95da9	1779850834399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfa-74ea-a38e-7a22fa7ba42b	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Lorcan Marstrom	lorcan marstrom	f	lorcan.marstrom.61@customers.example	+447700900104	\N	1750388434399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfa-74ea-a38e-7a23ca34ad15	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Zeynep Birkhus	zeynep birkhus	f	\N	+447700900759	01a20b7f-7df8-74ef-b851-9b83e88b127d	1745290834399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfa-74ea-a38e-7a24d6c3f0f9	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Abena Holmland	abena holmland	f	abena.holmland.63@customers.example	+447700900560	\N	1771210834399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfa-74ea-a38e-7a253a1beae1	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Hakan Marheim	hakan marheim	f	hakan.marheim.64@customers.example	+447700900017	01a20b7f-7df9-762e-9cc0-cba1f9f822e6	1773370834399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfa-74ea-a38e-7a26e45a6c05	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Jorge Silberwood	jorge silberwood	f	jorge.silberwood.65@customers.example	+447700900380	01a20b7f-7df9-762e-9cc0-cba296678fe4	1759892434399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfa-74ea-a38e-7a272ca322b0	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Imani Korsfeld	imani korsfeld	f	imani.korsfeld.66@customers.example	+447700900859	01a20b7f-7df5-70b4-99d8-7139efa95da9	1783393234399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfa-74ea-a38e-7a2800c74c7c	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Kaito Askborg	kaito askborg	f	kaito.askborg.67@customers.example	\N	01a20b7f-7df8-74ef-b851-9b82c02c51e6	1785985234399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfa-74ea-a38e-7a290026c9c4	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Saoirse Eichbeck	saoirse eichbeck	f	saoirse.eichbeck.68@customers.example	\N	\N	1779937234399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfa-74ea-a38e-7a2a844bb94b	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Ulrike Birkstrom	ulrike birkstrom	f	ulrike.birkstrom.69@customers.example	+447700900636	01a20b7f-7df9-762e-9cc0-cba0a49d1677	1757559634399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfa-74ea-a38e-7a2b1cc3c483	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Dagny Brookholt	dagny brookholt	f	dagny.brookholt.70@customers.example	+447700900810	01a20b7f-7df9-762e-9cc0-cba1f9f822e6	1782010834399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfa-74ea-a38e-7a2c8dafe2d3	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Abena Thorbach	abena thorbach	f	abena.thorbach.71@customers.example	+447700900040	01a20b7f-7df9-762e-9cc0-cba296678fe4	1768705234399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfa-74ea-a38e-7a2d86df7b91	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Nadia Fjellhaus	nadia fjellhaus	f	nadia.fjellhaus.72@customers.example	+447700900347	01a20b7f-7df5-70b4-99d8-7139efa95da9	1740538834399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfa-74ea-a38e-7a2e3955429a	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Greta Birkdahl	greta birkdahl	f	greta.birkdahl.73@customers.example	+447700900816	01a20b7f-7df8-74ef-b851-9b82c02c51e6	1767841234399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfa-74ea-a38e-7a2fc4209954	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Imani Silberwood	imani silberwood	f	imani.silberwood.74@customers.example	+447700900499	\N	1769828434399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfb-716c-b8ad-55049b2ffc3f	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Björn Brookfeld	bjorn brookfeld	f	bjorn.brookfeld.75@customers.example	+447700900846	01a20b7f-7df9-762e-9cc0-cba0a49d1677	1762398034399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfb-716c-b8ad-55051c9e4c7b	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Lorcan Blomlund	lorcan blomlund	f	\N	+447700900264	01a20b7f-7df9-762e-9cc0-cba1f9f822e6	1758855634399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfb-716c-b8ad-5506559785ee	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Katya Blomsen	katya blomsen	f	katya.blomsen.77@customers.example	+447700900462	\N	1791946834399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfb-716c-b8ad-55074cddaba8	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Saoirse Goldlund	saoirse goldlund	f	saoirse.goldlund.78@customers.example	\N	01a20b7f-7df5-70b4-99d8-7139efa95da9	1758250834399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfb-716c-b8ad-55085ecb83a2	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Abena Oakwood	abena oakwood	f	abena.oakwood.79@customers.example	+447700900760	\N	1758164434399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfb-716c-b8ad-5509bd245281	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Leïla Kirchson	leila kirchson	f	leila.kirchson.80@customers.example	+447700900583	01a20b7f-7df8-74ef-b851-9b83e88b127d	1768100434399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfb-716c-b8ad-550ab16f5f7d	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Ulrike Korsham	ulrike korsham	f	ulrike.korsham.81@customers.example	+447700900636	01a20b7f-7df9-762e-9cc0-cba0a49d1677	1742266834399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfb-716c-b8ad-550be616ed58	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Ilse Alderwood	ilse alderwood	f	ilse.alderwood.82@customers.example	+447700900658	01a20b7f-7df9-762e-9cc0-cba1f9f822e6	1743044434399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfb-716c-b8ad-550cd56a0e57	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Saoirse Ekstein	saoirse ekstein	f	saoirse.ekstein.83@customers.example	+447700900593	01a20b7f-7df9-762e-9cc0-cba296678fe4	1768791634399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfb-716c-b8ad-550d7d8fee64	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Nadia Fjellbury	nadia fjellbury	f	nadia.fjellbury.84@customers.example	\N	01a20b7f-7df5-70b4-99d8-7139efa95da9	1780801234399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfb-716c-b8ad-550e5a92cb7a	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Kaito Kirchley	kaito kirchley	f	kaito.kirchley.85@customers.example	\N	\N	1758855634399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfb-716c-b8ad-550f2d1a4f56	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Camila Lindhall	camila lindhall	f	camila.lindhall.86@customers.example	+447700900527	01a20b7f-7df8-74ef-b851-9b83e88b127d	1750561234399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfb-716c-b8ad-5510b04918b5	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Quentin Strandskog	quentin strandskog	f	quentin.strandskog.87@customers.example	+447700900471	01a20b7f-7df9-762e-9cc0-cba0a49d1677	1744340434399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfb-716c-b8ad-55111814fa1f	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Tariq Weststein	tariq weststein	f	tariq.weststein.88@customers.example	+447700900875	01a20b7f-7df9-762e-9cc0-cba1f9f822e6	1774148434399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfb-716c-b8ad-55124e3a04cb	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Chidi Brookrup	chidi brookrup	f	chidi.brookrup.89@customers.example	+447700900568	01a20b7f-7df9-762e-9cc0-cba296678fe4	1765162834399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfb-716c-b8ad-551377cd3cb9	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Ulrike Dahlquist	ulrike dahlquist	f	ulrike.dahlquist.90@customers.example	+447700900996	\N	1735959634399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfb-716c-b8ad-551458cc2329	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Ilse Grünthal	ilse grunthal	f	ilse.grunthal.91@customers.example	+447700900298	01a20b7f-7df8-74ef-b851-9b82c02c51e6	1777172434399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfb-716c-b8ad-5515774f7e1a	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Ulrike Oakskog	ulrike oakskog	f	ulrike.oakskog.92@customers.example	+447700900116	01a20b7f-7df8-74ef-b851-9b83e88b127d	1741316434399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfb-716c-b8ad-55165ba0c641	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Oluwaseun Sandhill	oluwaseun sandhill	f	oluwaseun.sandhill.93@customers.example	\N	\N	1749610834399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfb-716c-b8ad-551735422100	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Katya Hargbury	katya hargbury	f	katya.hargbury.94@customers.example	+447700900262	01a20b7f-7df9-762e-9cc0-cba1f9f822e6	1743476434399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfb-716c-b8ad-55182987f3f6	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Daichi Rayquist	daichi rayquist	f	daichi.rayquist.95@customers.example	+447700900169	01a20b7f-7df9-762e-9cc0-cba296678fe4	1784170834399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfb-716c-b8ad-5519d09788f5	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Edda Åkerstrom	edda akerstrom	f	\N	+447700900371	\N	1778036434399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfb-716c-b8ad-551a919e73bd	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Valentina Alderhall	valentina alderhall	f	valentina.alderhall.97@customers.example	\N	01a20b7f-7df8-74ef-b851-9b82c02c51e6	1762657234399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfb-716c-b8ad-551b0f0de9f8	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Camila Kirchhaus	camila kirchhaus	f	camila.kirchhaus.98@customers.example	+447700900927	01a20b7f-7df8-74ef-b851-9b83e88b127d	1785726034399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfb-716c-b8ad-551cb8d39c50	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Edda Lundfeld	edda lundfeld	f	edda.lundfeld.99@customers.example	+447700900771	01a20b7f-7df9-762e-9cc0-cba0a49d1677	1792206034399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfb-716c-b8ad-551dff622df6	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Bilal Blommann	bilal blommann	f	bilal.blommann.100@customers.example	+447700900245	01a20b7f-7df9-762e-9cc0-cba1f9f822e6	1750215634399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfb-716c-b8ad-551eef074a00	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Katya Woodgaard	katya woodgaard	f	katya.woodgaard.101@customers.example	\N	01a20b7f-7df9-762e-9cc0-cba296678fe4	1782097234399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfb-716c-b8ad-551fdbf2e9df	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Chidi Korsby	chidi korsby	f	\N	+447700900448	01a20b7f-7df5-70b4-99d8-7139efa95da9	1787108434399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfb-716c-b8ad-5520c2362032	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Amira Weststad	amira weststad	f	amira.weststad.103@customers.example	\N	01a20b7f-7df8-74ef-b851-9b82c02c51e6	1781924434399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfb-716c-b8ad-552187d409d9	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Nadia Hazelgren	nadia hazelgren	f	nadia.hazelgren.104@customers.example	+447700900707	\N	1772334034399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfb-716c-b8ad-55225d365049	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Rohan Steinby	rohan steinby	f	rohan.steinby.105@customers.example	+447700900352	01a20b7f-7df9-762e-9cc0-cba0a49d1677	1760929234399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfb-716c-b8ad-5523bda9d25c	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Emre Dahlthal	emre dahlthal	f	emre.dahlthal.106@customers.example	+447700900532	\N	1753844434399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfb-716c-b8ad-5524b2b15cd7	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Chidi Rayhall	chidi rayhall	f	chidi.rayhall.107@customers.example	+447700900768	01a20b7f-7df9-762e-9cc0-cba296678fe4	1758942034399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfb-716c-b8ad-55258ef76a86	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Saoirse Blomstein	saoirse blomstein	f	saoirse.blomstein.108@customers.example	+447700900953	01a20b7f-7df5-70b4-99d8-7139efa95da9	1740884434399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfb-716c-b8ad-5526ad9f392a	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Nadia Åkerblad	nadia akerblad	f	nadia.akerblad.109@customers.example	+447700900507	01a20b7f-7df8-74ef-b851-9b82c02c51e6	1744513234399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfb-716c-b8ad-55278ebe7463	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Nuno Birklund	nuno birklund	f	nuno.birklund.110@customers.example	+447700900868	01a20b7f-7df8-74ef-b851-9b83e88b127d	1788490834399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfb-716c-b8ad-5528253910f9	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Zeynep Westson	zeynep westson	f	\N	+447700900759	01a20b7f-7df9-762e-9cc0-cba0a49d1677	1765940434399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfb-716c-b8ad-552900501a5b	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Lorcan Raystrom	lorcan raystrom	f	lorcan.raystrom.112@customers.example	+447700900544	\N	1746327634399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfb-716c-b8ad-552afd64e764	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Fionn Ahlham	fionn ahlham	f	fionn.ahlham.113@customers.example	+447700900454	01a20b7f-7df9-762e-9cc0-cba296678fe4	1792378834399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfb-716c-b8ad-552b5fb99e66	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Valentina Askdorf	valentina askdorf	f	valentina.askdorf.114@customers.example	+447700900317	01a20b7f-7df5-70b4-99d8-7139efa95da9	1737601234399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfb-716c-b8ad-552c20fe5a63	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Katya Fjellland	katya fjellland	f	katya.fjellland.115@customers.example	+447700900742	01a20b7f-7df8-74ef-b851-9b82c02c51e6	1788058834399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfb-716c-b8ad-552dd61ed1f1	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Rohan Rosenfeld	rohan rosenfeld	f	rohan.rosenfeld.116@customers.example	\N	01a20b7f-7df8-74ef-b851-9b83e88b127d	1737342034399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfb-716c-b8ad-552edc412085	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Abena Millbeck	abena millbeck	f	abena.millbeck.117@customers.example	+447700900160	01a20b7f-7df9-762e-9cc0-cba0a49d1677	1770692434399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfb-716c-b8ad-552f46e44a1a	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Edda Jordblad	edda jordblad	f	edda.jordblad.118@customers.example	\N	01a20b7f-7df9-762e-9cc0-cba1f9f822e6	1787972434399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dfb-716c-b8ad-5530d5aff5c6	01a20b7f-7d8d-7462-8f81-7339e4f7b272	Daichi Askstad	daichi askstad	f	daichi.askstad.119@customers.example	+447700900369	01a20b7f-7df9-762e-9cc0-cba296678fe4	1742612434399026	1
\.


--
-- Data for Name: deleted_memberships; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.deleted_memberships (organization_id, id, user_id, email, status, first_name, last_name, display_name, phone, language, time_zone, digest, created_at, last_active_at, version, kept_until) FROM stdin;
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d0dc25095a92	01a20b7f-7de3-71a3-9ceb-d0dbf9184db0	aino.hargskog.39@people.example	active	Aino	Hargskog	Aino Hargskog	+447700900841	de	Europe/Berlin	never	1742180434399026	1791255394399026	2	2110849236591451
\.


--
-- Data for Name: departures; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.departures (organization_id, portfolio_id, contact_id, turn) FROM stdin;
\.


--
-- Data for Name: errands; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.errands (organization_id, id, at, actor_kind, actor, member_id, matter, details, invitation_id, generation, state, due_at, leased_until, attempts, claim, reason, settled_at) FROM stdin;
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-83fb-7120-9c19-3718fef9d991	1795489235957002	system	\N	01a20b7f-7de3-71a3-9ceb-d0c2798ad33c	second_factor_added	{}	\N	\N	waiting	1795489267921067	\N	1	1	the mail server can't be talked to: Connection refused (os error 111)	\N
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-8615-761c-b1f8-93b6d0914458	1795489236480585	member	01a20b7f-7d8f-73a6-bd12-04cb1fe8bc15	01a20b7f-7de3-71a3-9ceb-d094c2b332ab	access_revoked	{"workspace": "01a20b7f-7d8d-7462-8f81-7339e4f7b272"}	\N	\N	waiting	1795489273693067	\N	1	1	the mail server can't be talked to: Connection refused (os error 111)	\N
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-8651-7155-9a5b-751c5550ce75	1795489236542080	member	01a20b7f-7d8f-73a6-bd12-04cb1fe8bc15	01a20b7f-7de3-71a3-9ceb-d1000a9774c8	member_deactivated	{}	\N	\N	waiting	1795489267781308	\N	1	1	the mail server can't be talked to: Connection refused (os error 111)	\N
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-869d-72aa-b505-6169238db81d	1795489236591451	member	01a20b7f-7d8f-73a6-bd12-04cb1fe8bc15	01a20b7f-7de3-71a3-9ceb-d0dc25095a92	member_deleted	{}	\N	\N	waiting	1795489267724035	\N	1	1	the mail server can't be talked to: Connection refused (os error 111)	\N
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-871b-7697-8edc-641581da5091	1795489236751695	member	01a20b7f-7d8f-73a6-bd12-04cb1fe8bc15	01a20b7f-8715-7654-8299-1614ff81b984	invitation	{"generation": 1, "invitation": "01a20b7f-8715-7654-8299-16157089bd65"}	01a20b7f-8715-7654-8299-16157089bd65	1	waiting	1795489269987447	\N	1	1	the mail server can't be talked to: Connection refused (os error 111)	\N
\.


--
-- Data for Name: grant_levels; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.grant_levels (organization_id, workspace_id, level, member_id) FROM stdin;
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7d8d-7462-8f81-7339e4f7b272	owner	01a20b7f-7d8f-73a6-bd12-04cb1fe8bc15
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7d8d-7462-8f81-7339e4f7b272	agent	01a20b7f-7de2-77bf-b9c1-4328399e824c
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7d8d-7462-8f81-7339e4f7b272	agent	01a20b7f-7de2-77bf-b9c1-432baf4cdbc5
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7d8d-7462-8f81-7339e4f7b272	agent	01a20b7f-7de3-71a3-9ceb-d096ee158792
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7d8d-7462-8f81-7339e4f7b272	agent	01a20b7f-7de3-71a3-9ceb-d098bc87eb94
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7d8d-7462-8f81-7339e4f7b272	agent	01a20b7f-7de3-71a3-9ceb-d09a36655d2b
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7d8d-7462-8f81-7339e4f7b272	agent	01a20b7f-7de3-71a3-9ceb-d09cc7069ed7
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7d8d-7462-8f81-7339e4f7b272	agent	01a20b7f-7de3-71a3-9ceb-d09e7265996f
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7d8d-7462-8f81-7339e4f7b272	agent	01a20b7f-7de3-71a3-9ceb-d0a03d48c1be
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de0-732d-b11c-6716a15da92e	agent	01a20b7f-7de3-71a3-9ceb-d0a1ef9957a7
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de1-7484-ac9a-e9dc15b02510	agent	01a20b7f-7de3-71a3-9ceb-d0a488d08f6b
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de0-732d-b11c-6716a15da92e	agent	01a20b7f-7de3-71a3-9ceb-d0a6655753cc
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de1-7484-ac9a-e9dc15b02510	agent	01a20b7f-7de3-71a3-9ceb-d0a80c00333e
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de0-732d-b11c-6716a15da92e	agent	01a20b7f-7de3-71a3-9ceb-d0aa23f32183
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de1-7484-ac9a-e9ddda4796f0	agent	01a20b7f-7de3-71a3-9ceb-d0acdcb173b8
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de0-732d-b11c-6716a15da92e	agent	01a20b7f-7de3-71a3-9ceb-d0ae3c5198bb
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de1-7484-ac9a-e9ddda4796f0	agent	01a20b7f-7de3-71a3-9ceb-d0af07798e73
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de0-732d-b11c-6716a15da92e	agent	01a20b7f-7de3-71a3-9ceb-d0b26813cd14
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de2-77bf-b9c1-432719929d5c	agent	01a20b7f-7de3-71a3-9ceb-d0b4ded598e9
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de0-732d-b11c-6716a15da92e	agent	01a20b7f-7de3-71a3-9ceb-d0b66b1af226
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de1-7484-ac9a-e9dc15b02510	agent	01a20b7f-7de3-71a3-9ceb-d0b8e3d662d7
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de0-732d-b11c-6716a15da92e	agent	01a20b7f-7de3-71a3-9ceb-d0baa0ffc09c
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de0-732d-b11c-6716a15da92e	agent	01a20b7f-7de3-71a3-9ceb-d0bc3db21a4d
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de0-732d-b11c-6716a15da92e	manager	01a20b7f-7de3-71a3-9ceb-d0be789d3b96
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de2-77bf-b9c1-432719929d5c	agent	01a20b7f-7de3-71a3-9ceb-d0c081c3856a
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de0-732d-b11c-6716a15da92e	agent	01a20b7f-7de3-71a3-9ceb-d0c2798ad33c
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de1-7484-ac9a-e9ddda4796f0	agent	01a20b7f-7de3-71a3-9ceb-d0c4a4c4f2fb
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de0-732d-b11c-6716a15da92e	agent	01a20b7f-7de3-71a3-9ceb-d0c61c34baa7
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de1-7484-ac9a-e9de72cd7d9e	agent	01a20b7f-7de3-71a3-9ceb-d0c89fe29f8d
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de0-732d-b11c-6716a15da92e	agent	01a20b7f-7de3-71a3-9ceb-d0ca7cfffc67
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de0-732d-b11c-6716a15da92e	agent	01a20b7f-7de3-71a3-9ceb-d0cc4f8d2ca2
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de0-732d-b11c-6716a15da92e	agent	01a20b7f-7de3-71a3-9ceb-d0ce815525b0
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de2-77bf-b9c1-432719929d5c	agent	01a20b7f-7de3-71a3-9ceb-d0d0108f9a87
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de0-732d-b11c-6716a15da92e	agent	01a20b7f-7de3-71a3-9ceb-d0d294089329
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de0-732d-b11c-6716a15da92e	agent	01a20b7f-7de3-71a3-9ceb-d0d48506542e
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de0-732d-b11c-6716a15da92e	agent	01a20b7f-7de3-71a3-9ceb-d0d59bdd434e
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de1-7484-ac9a-e9ddda4796f0	agent	01a20b7f-7de3-71a3-9ceb-d0d88d37db8e
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de0-732d-b11c-6716a15da92e	agent	01a20b7f-7de3-71a3-9ceb-d0da0907ea41
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de0-732d-b11c-6716a15da92e	agent	01a20b7f-7de3-71a3-9ceb-d0de728645d6
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de1-7484-ac9a-e9ddda4796f0	agent	01a20b7f-7de3-71a3-9ceb-d0e0b10c94f2
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de0-732d-b11c-6716a15da92e	agent	01a20b7f-7de3-71a3-9ceb-d0e27d1f4a63
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de0-732d-b11c-6716a15da92e	manager	01a20b7f-7de3-71a3-9ceb-d0e4224c353e
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de0-732d-b11c-6716a15da92e	agent	01a20b7f-7de3-71a3-9ceb-d0e62797f2bb
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de2-77bf-b9c1-432719929d5c	agent	01a20b7f-7de3-71a3-9ceb-d0e8eb4374ec
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de0-732d-b11c-6716a15da92e	agent	01a20b7f-7de3-71a3-9ceb-d0ea091ff0f5
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de0-732d-b11c-6716a15da92e	agent	01a20b7f-7de3-71a3-9ceb-d0ecafaf3f25
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de0-732d-b11c-6716a15da92e	agent	01a20b7f-7de3-71a3-9ceb-d0eee4d0ee29
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de2-77bf-b9c1-432719929d5c	agent	01a20b7f-7de3-71a3-9ceb-d0f0eaadbaa4
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de0-732d-b11c-6716a15da92e	agent	01a20b7f-7de3-71a3-9ceb-d0f21054220d
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de1-7484-ac9a-e9dc15b02510	agent	01a20b7f-7de3-71a3-9ceb-d0f4bad361a3
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de0-732d-b11c-6716a15da92e	agent	01a20b7f-7de3-71a3-9ceb-d0f6635d0768
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de1-7484-ac9a-e9dc15b02510	agent	01a20b7f-7de3-71a3-9ceb-d0f8bc6c9fe2
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de0-732d-b11c-6716a15da92e	agent	01a20b7f-7de3-71a3-9ceb-d0fa19211ae5
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de1-7484-ac9a-e9de72cd7d9e	agent	01a20b7f-7de3-71a3-9ceb-d0fc75e14a16
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de0-732d-b11c-6716a15da92e	agent	01a20b7f-7de3-71a3-9ceb-d0fe2bed100a
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de0-732d-b11c-6716a15da92e	agent	01a20b7f-7de3-71a3-9ceb-d1000a9774c8
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de0-732d-b11c-6716a15da92e	agent	01a20b7f-7de3-71a3-9ceb-d1027558e3f2
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de1-7484-ac9a-e9dc15b02510	agent	01a20b7f-7de3-71a3-9ceb-d104444bc0a4
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7d8d-7462-8f81-7339e4f7b272	agent	01a20b7f-8715-7654-8299-1614ff81b984
\.


--
-- Data for Name: grants; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.grants (organization_id, member_id, workspace_id, levels, permissions, restrictions, given_by_kind, given_by, given_at, version) FROM stdin;
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7d8f-73a6-bd12-04cb1fe8bc15	01a20b7f-7d8d-7462-8f81-7339e4f7b272	["owner"]	[]	[]	operator	01a20b7f-7d8f-73a6-bd12-04ca03a22e60	1795489234316499	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de2-77bf-b9c1-4328399e824c	01a20b7f-7d8d-7462-8f81-7339e4f7b272	["agent"]	[]	[]	member	01a20b7f-7d8f-73a6-bd12-04cb1fe8bc15	1776049234399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de2-77bf-b9c1-432baf4cdbc5	01a20b7f-7d8d-7462-8f81-7339e4f7b272	["agent"]	[]	["contacts_own"]	member	01a20b7f-7d8f-73a6-bd12-04cb1fe8bc15	1752202834399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d096ee158792	01a20b7f-7d8d-7462-8f81-7339e4f7b272	["agent"]	[]	[]	member	01a20b7f-7d8f-73a6-bd12-04cb1fe8bc15	1740538834399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d098bc87eb94	01a20b7f-7d8d-7462-8f81-7339e4f7b272	["agent"]	[]	["mask_phone_email"]	member	01a20b7f-7d8f-73a6-bd12-04cb1fe8bc15	1718247634399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d09a36655d2b	01a20b7f-7d8d-7462-8f81-7339e4f7b272	["agent"]	[]	[]	member	01a20b7f-7d8f-73a6-bd12-04cb1fe8bc15	1740798034399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d09cc7069ed7	01a20b7f-7d8d-7462-8f81-7339e4f7b272	["agent"]	[]	[]	member	01a20b7f-7d8f-73a6-bd12-04cb1fe8bc15	1768359634399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d09e7265996f	01a20b7f-7d8d-7462-8f81-7339e4f7b272	["agent"]	[]	["mask_phone_email"]	member	01a20b7f-7d8f-73a6-bd12-04cb1fe8bc15	1791946834399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d0a03d48c1be	01a20b7f-7d8d-7462-8f81-7339e4f7b272	["agent"]	[]	["contacts_own"]	member	01a20b7f-7d8f-73a6-bd12-04cb1fe8bc15	1753326034399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d0a1ef9957a7	01a20b7f-7de0-732d-b11c-6716a15da92e	["agent"]	[]	["contacts_own"]	member	01a20b7f-7d8f-73a6-bd12-04cb1fe8bc15	1757386834399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d0a488d08f6b	01a20b7f-7de1-7484-ac9a-e9dc15b02510	["agent"]	[]	[]	member	01a20b7f-7d8f-73a6-bd12-04cb1fe8bc15	1739934034399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d0a6655753cc	01a20b7f-7de0-732d-b11c-6716a15da92e	["agent"]	[]	[]	member	01a20b7f-7d8f-73a6-bd12-04cb1fe8bc15	1734058834399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d0a80c00333e	01a20b7f-7de1-7484-ac9a-e9dc15b02510	["agent"]	[]	[]	member	01a20b7f-7d8f-73a6-bd12-04cb1fe8bc15	1746241234399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d0aa23f32183	01a20b7f-7de0-732d-b11c-6716a15da92e	["agent"]	[]	[]	member	01a20b7f-7d8f-73a6-bd12-04cb1fe8bc15	1788577234399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d0acdcb173b8	01a20b7f-7de1-7484-ac9a-e9ddda4796f0	["agent"]	[]	[]	member	01a20b7f-7d8f-73a6-bd12-04cb1fe8bc15	1785726034399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d0ae3c5198bb	01a20b7f-7de0-732d-b11c-6716a15da92e	["agent"]	[]	["mask_phone_email"]	member	01a20b7f-7d8f-73a6-bd12-04cb1fe8bc15	1738292434399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d0af07798e73	01a20b7f-7de1-7484-ac9a-e9ddda4796f0	["agent"]	[]	[]	member	01a20b7f-7d8f-73a6-bd12-04cb1fe8bc15	1789354834399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d0b26813cd14	01a20b7f-7de0-732d-b11c-6716a15da92e	["agent"]	[]	[]	member	01a20b7f-7d8f-73a6-bd12-04cb1fe8bc15	1794366034399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d0b4ded598e9	01a20b7f-7de2-77bf-b9c1-432719929d5c	["agent"]	[]	["contacts_own"]	member	01a20b7f-7d8f-73a6-bd12-04cb1fe8bc15	1750215634399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d0b66b1af226	01a20b7f-7de0-732d-b11c-6716a15da92e	["agent"]	[]	[]	member	01a20b7f-7d8f-73a6-bd12-04cb1fe8bc15	1732330834399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d0b8e3d662d7	01a20b7f-7de1-7484-ac9a-e9dc15b02510	["agent"]	[]	[]	member	01a20b7f-7d8f-73a6-bd12-04cb1fe8bc15	1719716434399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d0baa0ffc09c	01a20b7f-7de0-732d-b11c-6716a15da92e	["agent"]	[]	[]	member	01a20b7f-7d8f-73a6-bd12-04cb1fe8bc15	1741057234399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d0bc3db21a4d	01a20b7f-7de0-732d-b11c-6716a15da92e	["agent"]	[]	[]	member	01a20b7f-7d8f-73a6-bd12-04cb1fe8bc15	1787713234399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d0be789d3b96	01a20b7f-7de0-732d-b11c-6716a15da92e	["manager"]	[]	[]	member	01a20b7f-7d8f-73a6-bd12-04cb1fe8bc15	1758164434399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d0c081c3856a	01a20b7f-7de2-77bf-b9c1-432719929d5c	["agent"]	[]	[]	member	01a20b7f-7d8f-73a6-bd12-04cb1fe8bc15	1744340434399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d0c2798ad33c	01a20b7f-7de0-732d-b11c-6716a15da92e	["agent"]	[]	[]	member	01a20b7f-7d8f-73a6-bd12-04cb1fe8bc15	1790391634399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d0c4a4c4f2fb	01a20b7f-7de1-7484-ac9a-e9ddda4796f0	["agent"]	[]	[]	member	01a20b7f-7d8f-73a6-bd12-04cb1fe8bc15	1735614034399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d0c61c34baa7	01a20b7f-7de0-732d-b11c-6716a15da92e	["agent"]	[]	["contacts_own"]	member	01a20b7f-7d8f-73a6-bd12-04cb1fe8bc15	1778900434399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d0c89fe29f8d	01a20b7f-7de1-7484-ac9a-e9de72cd7d9e	["agent"]	[]	[]	member	01a20b7f-7d8f-73a6-bd12-04cb1fe8bc15	1775358034399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d0ca7cfffc67	01a20b7f-7de0-732d-b11c-6716a15da92e	["agent"]	[]	["mask_phone_email"]	member	01a20b7f-7d8f-73a6-bd12-04cb1fe8bc15	1743390034399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d0cc4f8d2ca2	01a20b7f-7de0-732d-b11c-6716a15da92e	["agent"]	[]	[]	member	01a20b7f-7d8f-73a6-bd12-04cb1fe8bc15	1738810834399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d0ce815525b0	01a20b7f-7de0-732d-b11c-6716a15da92e	["agent"]	[]	[]	member	01a20b7f-7d8f-73a6-bd12-04cb1fe8bc15	1732676434399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d0d0108f9a87	01a20b7f-7de2-77bf-b9c1-432719929d5c	["agent"]	[]	[]	member	01a20b7f-7d8f-73a6-bd12-04cb1fe8bc15	1751770834399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d0d294089329	01a20b7f-7de0-732d-b11c-6716a15da92e	["agent"]	[]	[]	member	01a20b7f-7d8f-73a6-bd12-04cb1fe8bc15	1749092434399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d0d48506542e	01a20b7f-7de0-732d-b11c-6716a15da92e	["agent"]	[]	[]	member	01a20b7f-7d8f-73a6-bd12-04cb1fe8bc15	1762916434399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d0d59bdd434e	01a20b7f-7de0-732d-b11c-6716a15da92e	["agent"]	[]	[]	member	01a20b7f-7d8f-73a6-bd12-04cb1fe8bc15	1773543634399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d0d88d37db8e	01a20b7f-7de1-7484-ac9a-e9ddda4796f0	["agent"]	[]	[]	member	01a20b7f-7d8f-73a6-bd12-04cb1fe8bc15	1755831634399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d0da0907ea41	01a20b7f-7de0-732d-b11c-6716a15da92e	["agent"]	[]	[]	member	01a20b7f-7d8f-73a6-bd12-04cb1fe8bc15	1742871634399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d0de728645d6	01a20b7f-7de0-732d-b11c-6716a15da92e	["agent"]	[]	[]	member	01a20b7f-7d8f-73a6-bd12-04cb1fe8bc15	1778036434399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d0e0b10c94f2	01a20b7f-7de1-7484-ac9a-e9ddda4796f0	["agent"]	[]	[]	member	01a20b7f-7d8f-73a6-bd12-04cb1fe8bc15	1780887634399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d0e27d1f4a63	01a20b7f-7de0-732d-b11c-6716a15da92e	["agent"]	[]	["contacts_own"]	member	01a20b7f-7d8f-73a6-bd12-04cb1fe8bc15	1733108434399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d0e4224c353e	01a20b7f-7de0-732d-b11c-6716a15da92e	["manager"]	[]	[]	member	01a20b7f-7d8f-73a6-bd12-04cb1fe8bc15	1733540434399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d0e62797f2bb	01a20b7f-7de0-732d-b11c-6716a15da92e	["agent"]	[]	[]	member	01a20b7f-7d8f-73a6-bd12-04cb1fe8bc15	1750647634399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d0e8eb4374ec	01a20b7f-7de2-77bf-b9c1-432719929d5c	["agent"]	[]	[]	member	01a20b7f-7d8f-73a6-bd12-04cb1fe8bc15	1758423634399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d0ea091ff0f5	01a20b7f-7de0-732d-b11c-6716a15da92e	["agent"]	[]	[]	member	01a20b7f-7d8f-73a6-bd12-04cb1fe8bc15	1726196434399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d0ecafaf3f25	01a20b7f-7de0-732d-b11c-6716a15da92e	["agent"]	[]	[]	member	01a20b7f-7d8f-73a6-bd12-04cb1fe8bc15	1776654034399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d0eee4d0ee29	01a20b7f-7de0-732d-b11c-6716a15da92e	["agent"]	[]	[]	member	01a20b7f-7d8f-73a6-bd12-04cb1fe8bc15	1768446034399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d0f0eaadbaa4	01a20b7f-7de2-77bf-b9c1-432719929d5c	["agent"]	[]	[]	member	01a20b7f-7d8f-73a6-bd12-04cb1fe8bc15	1757559634399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d0f21054220d	01a20b7f-7de0-732d-b11c-6716a15da92e	["agent"]	[]	[]	member	01a20b7f-7d8f-73a6-bd12-04cb1fe8bc15	1782183634399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d0f4bad361a3	01a20b7f-7de1-7484-ac9a-e9dc15b02510	["agent"]	[]	[]	member	01a20b7f-7d8f-73a6-bd12-04cb1fe8bc15	1746327634399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d0f6635d0768	01a20b7f-7de0-732d-b11c-6716a15da92e	["agent"]	[]	[]	member	01a20b7f-7d8f-73a6-bd12-04cb1fe8bc15	1739329234399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d0f8bc6c9fe2	01a20b7f-7de1-7484-ac9a-e9dc15b02510	["agent"]	[]	["contacts_own"]	member	01a20b7f-7d8f-73a6-bd12-04cb1fe8bc15	1723086034399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d0fa19211ae5	01a20b7f-7de0-732d-b11c-6716a15da92e	["agent"]	[]	[]	member	01a20b7f-7d8f-73a6-bd12-04cb1fe8bc15	1726801234399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d0fc75e14a16	01a20b7f-7de1-7484-ac9a-e9de72cd7d9e	["agent"]	[]	[]	member	01a20b7f-7d8f-73a6-bd12-04cb1fe8bc15	1775185234399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d0fe2bed100a	01a20b7f-7de0-732d-b11c-6716a15da92e	["agent"]	[]	[]	member	01a20b7f-7d8f-73a6-bd12-04cb1fe8bc15	1781492434399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d1000a9774c8	01a20b7f-7de0-732d-b11c-6716a15da92e	["agent"]	[]	[]	member	01a20b7f-7d8f-73a6-bd12-04cb1fe8bc15	1777950034399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d1027558e3f2	01a20b7f-7de0-732d-b11c-6716a15da92e	["agent"]	[]	[]	member	01a20b7f-7d8f-73a6-bd12-04cb1fe8bc15	1727060434399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d104444bc0a4	01a20b7f-7de1-7484-ac9a-e9dc15b02510	["agent"]	[]	[]	member	01a20b7f-7d8f-73a6-bd12-04cb1fe8bc15	1746846034399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-8715-7654-8299-1614ff81b984	01a20b7f-7d8d-7462-8f81-7339e4f7b272	["agent"]	[]	[]	member	01a20b7f-7d8f-73a6-bd12-04cb1fe8bc15	1795489236751695	1
\.


--
-- Data for Name: grouped_resources; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.grouped_resources (organization_id, group_id, resource_id) FROM stdin;
\.


--
-- Data for Name: installation; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.installation (id, set_up_at) FROM stdin;
1	1795489234316499
\.


--
-- Data for Name: invitation_mails; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.invitation_mails (organization_id, hour, domain, mails) FROM stdin;
01a20b7f-7d5b-7372-a513-e8540ca81b63	498747		1
01a20b7f-7d5b-7372-a513-e8540ca81b63	498747	example.test	1
\.


--
-- Data for Name: invitations; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.invitations (organization_id, id, member_id, generation, note, expires_at, invited_by_kind, invited_by, mail_at, mail_domain, created_at, version) FROM stdin;
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de2-77bf-b9c1-4329b7e68097	01a20b7f-7de2-77bf-b9c1-4328399e824c	1	\N	1796094034399026	member	01a20b7f-7d8f-73a6-bd12-04cb1fe8bc15	\N	\N	1776049234399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d0a28ed7ff0b	01a20b7f-7de3-71a3-9ceb-d0a1ef9957a7	1	\N	1796094034399026	member	01a20b7f-7d8f-73a6-bd12-04cb1fe8bc15	\N	\N	1757386834399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d0b06b172ea6	01a20b7f-7de3-71a3-9ceb-d0af07798e73	1	\N	1796094034399026	member	01a20b7f-7d8f-73a6-bd12-04cb1fe8bc15	\N	\N	1789354834399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d0d69809c063	01a20b7f-7de3-71a3-9ceb-d0d59bdd434e	1	\N	1796094034399026	member	01a20b7f-7d8f-73a6-bd12-04cb1fe8bc15	\N	\N	1773543634399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-8715-7654-8299-16157089bd65	01a20b7f-8715-7654-8299-1614ff81b984	1	\N	1796094036751695	member	01a20b7f-7d8f-73a6-bd12-04cb1fe8bc15	1795489236751695	example.test	1795489236751695	1
\.


--
-- Data for Name: job_items; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.job_items (organization_id, job_id, "position", member_id, receipt_id, outcome, rule, asked) FROM stdin;
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-866d-740f-a7ae-08aba431b243	0	01a20b7f-7de3-71a3-9ceb-d0dc25095a92	01a20b7f-8698-711a-b544-1cd1a2e2556f	done	\N	\N
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-8700-7359-9180-fb6078d316ee	0	01a20b7f-86fc-77c6-b714-95b0becaf5e8	\N	\N	\N	{"line": 2, "email": "imported@example.test", "change": null, "column": null, "invite": {"email": "imported@example.test", "phone": null, "grants": [{"levels": ["agent"], "workspace": "01a20b7f-7d8d-7462-8f81-7339e4f7b272"}], "language": "en", "last_name": "Ported", "time_zone": "UTC", "first_name": "Imma"}}
\.


--
-- Data for Name: jobs; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.jobs (organization_id, id, begun_by, task, details, reason, state, total, done, refused, created_at, ended_at, leased_until) FROM stdin;
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-866d-740f-a7ae-08aba431b243	01a20b7f-7d8f-73a6-bd12-04cb1fe8bc15	deletion	{}	\N	done	1	1	0	1795489236586317	1795489236591451	1795489251591451
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-8700-7359-9180-fb6078d316ee	01a20b7f-7d8f-73a6-bd12-04cb1fe8bc15	import	{"rows": 1, "changed": 0, "ignored": [], "invited": 1, "refused": 0, "unchanged": 0}	\N	planned	1	0	0	1795489236733886	\N	1795575636733886
\.


--
-- Data for Name: journal; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.journal (organization_id, id, at, actor_kind, actor, kind, target_kind, target, before_state, after_state, reason, "position") FROM stdin;
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7d93-70df-82f0-44fa81a5bf72	1795489234316499	system	\N	organization_founded	organization	01a20b7f-7d5b-7372-a513-e8540ca81b63	{}	{"name": "Northwind Support", "model": "workspace"}	\N	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7d93-70df-82f0-44fb8d660276	1795489234316499	member	01a20b7f-7d8f-73a6-bd12-04cb1fe8bc15	invitation_accepted	member	01a20b7f-7d8f-73a6-bd12-04cb1fe8bc15	{}	{"workspaces": ["01a20b7f-7d8d-7462-8f81-7339e4f7b272"]}	\N	2
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7dc3-77d1-9cbd-7d5e57ec68fd	1795489234364161	member	01a20b7f-7d8f-73a6-bd12-04cb1fe8bc15	organization_changed	organization	01a20b7f-7d5b-7372-a513-e8540ca81b63	{"plan": "starter"}	{"plan": "growth"}	\N	3
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-8366-7734-9651-5d56a1f13c6b	1795489235795211	member	01a20b7f-7d8f-73a6-bd12-04cb1fe8bc15	organization_changed	organization	01a20b7f-7d5b-7372-a513-e8540ca81b63	{"undo_window_days": null}	{"undo_window_days": 3650}	\N	4
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-838c-7487-9287-3b6d8725a06b	1795489235843636	member	01a20b7f-7d8f-73a6-bd12-04cb1fe8bc15	token_made	member	01a20b7f-7d8f-73a6-bd12-04cb1fe8bc15	{}	{"name": "Nightly export", "token": "01a20b7f-838b-74f9-b87d-59ab36f695d1"}	\N	5
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-8615-761c-b1f8-93b4f743661a	1795489236480585	member	01a20b7f-7d8f-73a6-bd12-04cb1fe8bc15	access_revoked	member	01a20b7f-7de3-71a3-9ceb-d094c2b332ab	{"levels": ["agent"], "workspace": "01a20b7f-7d8d-7462-8f81-7339e4f7b272", "permissions": [], "restrictions": []}	{"receipt": "01a20b7f-860d-71be-ac8a-88cc7b597650"}	Moved on	6
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-8615-761c-b1f8-93b5c7e58125	1795489236480585	member	01a20b7f-7d8f-73a6-bd12-04cb1fe8bc15	contacts_handed_over	member	01a20b7f-7de3-71a3-9ceb-d094c2b332ab	{}	{"to": null, "receipt": "01a20b7f-860d-71be-ac8a-88cc7b597650", "portfolios": 1, "workspaces": ["01a20b7f-7d8d-7462-8f81-7339e4f7b272"]}	Moved on	7
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-8651-7155-9a5b-751b840a2701	1795489236542080	member	01a20b7f-7d8f-73a6-bd12-04cb1fe8bc15	member_deactivated	member	01a20b7f-7de3-71a3-9ceb-d1000a9774c8	{"status": "active"}	{"status": "inactive", "receipt": "01a20b7f-8647-7506-9704-1fffe7a49185"}	On leave	8
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-869d-72aa-b505-6168d567166e	1795489236591451	member	01a20b7f-7d8f-73a6-bd12-04cb1fe8bc15	member_deleted	member	01a20b7f-7de3-71a3-9ceb-d0dc25095a92	{"grants": [{"levels": ["agent"], "workspace": "01a20b7f-7de1-7484-ac9a-e9dc15b02510", "permissions": [], "restrictions": []}]}	{"receipt": "01a20b7f-8698-711a-b544-1cd1a2e2556f"}	\N	9
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-871b-7697-8edc-64149326e3af	1795489236751695	member	01a20b7f-7d8f-73a6-bd12-04cb1fe8bc15	member_invited	member	01a20b7f-8715-7654-8299-1614ff81b984	{}	{"email": "waiting@example.test", "levels": ["agent"], "workspace": "01a20b7f-7d8d-7462-8f81-7339e4f7b272", "permissions": [], "restrictions": []}	\N	10
\.


--
-- Data for Name: journal_heads; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.journal_heads (organization_id, next) FROM stdin;
01a20b7f-7d5b-7372-a513-e8540ca81b63	11
\.


--
-- Data for Name: membership_emails; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.membership_emails (organization_id, email, member_id) FROM stdin;
01a20b7f-7d5b-7372-a513-e8540ca81b63	you@example.test	01a20b7f-7d8f-73a6-bd12-04cb1fe8bc15
01a20b7f-7d5b-7372-a513-e8540ca81b63	jorge.lindfield.1@people.example	01a20b7f-7de2-77bf-b9c1-4328399e824c
01a20b7f-7d5b-7372-a513-e8540ca81b63	zeynep.blomskog.2@people.example	01a20b7f-7de2-77bf-b9c1-432baf4cdbc5
01a20b7f-7d5b-7372-a513-e8540ca81b63	beatriz.steinford.3@people.example	01a20b7f-7de3-71a3-9ceb-d094c2b332ab
01a20b7f-7d5b-7372-a513-e8540ca81b63	nadia.goldheim.4@people.example	01a20b7f-7de3-71a3-9ceb-d096ee158792
01a20b7f-7d5b-7372-a513-e8540ca81b63	dagny.oakhall.5@people.example	01a20b7f-7de3-71a3-9ceb-d098bc87eb94
01a20b7f-7d5b-7372-a513-e8540ca81b63	saoirse.jordmore.6@people.example	01a20b7f-7de3-71a3-9ceb-d09a36655d2b
01a20b7f-7d5b-7372-a513-e8540ca81b63	jorge.thorson.7@people.example	01a20b7f-7de3-71a3-9ceb-d09cc7069ed7
01a20b7f-7d5b-7372-a513-e8540ca81b63	imani.strandford.8@people.example	01a20b7f-7de3-71a3-9ceb-d09e7265996f
01a20b7f-7d5b-7372-a513-e8540ca81b63	paloma.millham.9@people.example	01a20b7f-7de3-71a3-9ceb-d0a03d48c1be
01a20b7f-7d5b-7372-a513-e8540ca81b63	aino.weststein.10@people.example	01a20b7f-7de3-71a3-9ceb-d0a1ef9957a7
01a20b7f-7d5b-7372-a513-e8540ca81b63	bjorn.sandthal.11@people.example	01a20b7f-7de3-71a3-9ceb-d0a488d08f6b
01a20b7f-7d5b-7372-a513-e8540ca81b63	anders.thorstein.12@people.example	01a20b7f-7de3-71a3-9ceb-d0a6655753cc
01a20b7f-7d5b-7372-a513-e8540ca81b63	quentin.ekstein.13@people.example	01a20b7f-7de3-71a3-9ceb-d0a80c00333e
01a20b7f-7d5b-7372-a513-e8540ca81b63	hakan.westmore.14@people.example	01a20b7f-7de3-71a3-9ceb-d0aa23f32183
01a20b7f-7d5b-7372-a513-e8540ca81b63	nadia.hazellund.15@people.example	01a20b7f-7de3-71a3-9ceb-d0acdcb173b8
01a20b7f-7d5b-7372-a513-e8540ca81b63	bilal.fernborg.16@people.example	01a20b7f-7de3-71a3-9ceb-d0ae3c5198bb
01a20b7f-7d5b-7372-a513-e8540ca81b63	katya.marsen.17@people.example	01a20b7f-7de3-71a3-9ceb-d0af07798e73
01a20b7f-7d5b-7372-a513-e8540ca81b63	emre.dahlhaus.18@people.example	01a20b7f-7de3-71a3-9ceb-d0b26813cd14
01a20b7f-7d5b-7372-a513-e8540ca81b63	beatriz.westholt.19@people.example	01a20b7f-7de3-71a3-9ceb-d0b4ded598e9
01a20b7f-7d5b-7372-a513-e8540ca81b63	zeynep.hagelbach.20@people.example	01a20b7f-7de3-71a3-9ceb-d0b66b1af226
01a20b7f-7d5b-7372-a513-e8540ca81b63	kaito.steinbeck.21@people.example	01a20b7f-7de3-71a3-9ceb-d0b8e3d662d7
01a20b7f-7d5b-7372-a513-e8540ca81b63	ilse.dahlholt.22@people.example	01a20b7f-7de3-71a3-9ceb-d0baa0ffc09c
01a20b7f-7d5b-7372-a513-e8540ca81b63	jorge.kirchgaard.23@people.example	01a20b7f-7de3-71a3-9ceb-d0bc3db21a4d
01a20b7f-7d5b-7372-a513-e8540ca81b63	aino.oakford.24@people.example	01a20b7f-7de3-71a3-9ceb-d0be789d3b96
01a20b7f-7d5b-7372-a513-e8540ca81b63	imani.silberholt.25@people.example	01a20b7f-7de3-71a3-9ceb-d0c081c3856a
01a20b7f-7d5b-7372-a513-e8540ca81b63	abena.thormann.26@people.example	01a20b7f-7de3-71a3-9ceb-d0c2798ad33c
01a20b7f-7d5b-7372-a513-e8540ca81b63	rohan.lindkamp.27@people.example	01a20b7f-7de3-71a3-9ceb-d0c4a4c4f2fb
01a20b7f-7d5b-7372-a513-e8540ca81b63	wiebke.fjellborg.28@people.example	01a20b7f-7de3-71a3-9ceb-d0c61c34baa7
01a20b7f-7d5b-7372-a513-e8540ca81b63	ilse.millholt.29@people.example	01a20b7f-7de3-71a3-9ceb-d0c89fe29f8d
01a20b7f-7d5b-7372-a513-e8540ca81b63	quentin.westhall.30@people.example	01a20b7f-7de3-71a3-9ceb-d0ca7cfffc67
01a20b7f-7d5b-7372-a513-e8540ca81b63	bilal.jordkamp.31@people.example	01a20b7f-7de3-71a3-9ceb-d0cc4f8d2ca2
01a20b7f-7d5b-7372-a513-e8540ca81b63	lorcan.jordgren.32@people.example	01a20b7f-7de3-71a3-9ceb-d0ce815525b0
01a20b7f-7d5b-7372-a513-e8540ca81b63	daichi.grunbaum.33@people.example	01a20b7f-7de3-71a3-9ceb-d0d0108f9a87
01a20b7f-7d5b-7372-a513-e8540ca81b63	camila.sanddorf.34@people.example	01a20b7f-7de3-71a3-9ceb-d0d294089329
01a20b7f-7d5b-7372-a513-e8540ca81b63	tariq.ahlhus.35@people.example	01a20b7f-7de3-71a3-9ceb-d0d48506542e
01a20b7f-7d5b-7372-a513-e8540ca81b63	anders.ostquist.36@people.example	01a20b7f-7de3-71a3-9ceb-d0d59bdd434e
01a20b7f-7d5b-7372-a513-e8540ca81b63	hakan.fjellfield.37@people.example	01a20b7f-7de3-71a3-9ceb-d0d88d37db8e
01a20b7f-7d5b-7372-a513-e8540ca81b63	quentin.steingren.38@people.example	01a20b7f-7de3-71a3-9ceb-d0da0907ea41
01a20b7f-7d5b-7372-a513-e8540ca81b63	dagny.jordlund.40@people.example	01a20b7f-7de3-71a3-9ceb-d0de728645d6
01a20b7f-7d5b-7372-a513-e8540ca81b63	katya.linddahl.41@people.example	01a20b7f-7de3-71a3-9ceb-d0e0b10c94f2
01a20b7f-7d5b-7372-a513-e8540ca81b63	abena.solfeld.42@people.example	01a20b7f-7de3-71a3-9ceb-d0e27d1f4a63
01a20b7f-7d5b-7372-a513-e8540ca81b63	gael.nordson.43@people.example	01a20b7f-7de3-71a3-9ceb-d0e4224c353e
01a20b7f-7d5b-7372-a513-e8540ca81b63	lorcan.raywood.44@people.example	01a20b7f-7de3-71a3-9ceb-d0e62797f2bb
01a20b7f-7d5b-7372-a513-e8540ca81b63	zeynep.hagelrup.45@people.example	01a20b7f-7de3-71a3-9ceb-d0e8eb4374ec
01a20b7f-7d5b-7372-a513-e8540ca81b63	kaito.steinberg.46@people.example	01a20b7f-7de3-71a3-9ceb-d0ea091ff0f5
01a20b7f-7d5b-7372-a513-e8540ca81b63	malte.lundberg.47@people.example	01a20b7f-7de3-71a3-9ceb-d0ecafaf3f25
01a20b7f-7d5b-7372-a513-e8540ca81b63	malte.fernbeck.48@people.example	01a20b7f-7de3-71a3-9ceb-d0eee4d0ee29
01a20b7f-7d5b-7372-a513-e8540ca81b63	soren.oakblad.49@people.example	01a20b7f-7de3-71a3-9ceb-d0f0eaadbaa4
01a20b7f-7d5b-7372-a513-e8540ca81b63	malte.wooddorf.50@people.example	01a20b7f-7de3-71a3-9ceb-d0f21054220d
01a20b7f-7d5b-7372-a513-e8540ca81b63	bjorn.thorgaard.51@people.example	01a20b7f-7de3-71a3-9ceb-d0f4bad361a3
01a20b7f-7d5b-7372-a513-e8540ca81b63	zeynep.blomhill.52@people.example	01a20b7f-7de3-71a3-9ceb-d0f6635d0768
01a20b7f-7d5b-7372-a513-e8540ca81b63	aino.rayblad.53@people.example	01a20b7f-7de3-71a3-9ceb-d0f8bc6c9fe2
01a20b7f-7d5b-7372-a513-e8540ca81b63	beatriz.akerford.54@people.example	01a20b7f-7de3-71a3-9ceb-d0fa19211ae5
01a20b7f-7d5b-7372-a513-e8540ca81b63	farah.marholt.55@people.example	01a20b7f-7de3-71a3-9ceb-d0fc75e14a16
01a20b7f-7d5b-7372-a513-e8540ca81b63	daichi.brookson.56@people.example	01a20b7f-7de3-71a3-9ceb-d0fe2bed100a
01a20b7f-7d5b-7372-a513-e8540ca81b63	abena.woodmark.57@people.example	01a20b7f-7de3-71a3-9ceb-d1000a9774c8
01a20b7f-7d5b-7372-a513-e8540ca81b63	bjorn.sandblad.58@people.example	01a20b7f-7de3-71a3-9ceb-d1027558e3f2
01a20b7f-7d5b-7372-a513-e8540ca81b63	quentin.rayby.59@people.example	01a20b7f-7de3-71a3-9ceb-d104444bc0a4
01a20b7f-7d5b-7372-a513-e8540ca81b63	waiting@example.test	01a20b7f-8715-7654-8299-1614ff81b984
\.


--
-- Data for Name: memberships; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.memberships (organization_id, id, user_id, email, status, first_name, last_name, display_name, name_key, phone, language, time_zone, digest, created_at, last_active_at, active_key, version) FROM stdin;
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de2-77bf-b9c1-4328399e824c	\N	jorge.lindfield.1@people.example	pending	Jorge	Lindfield	Jorge Lindfield	jorge lindfield	+447700900700	en	America/New_York	never	1776049234399026	\N	0	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de2-77bf-b9c1-432baf4cdbc5	01a20b7f-7de2-77bf-b9c1-432a27a1eb26	zeynep.blomskog.2@people.example	active	Zeynep	Blomskog	Zeynep Blomskog	zeynep blomskog	\N	de	Europe/Berlin	never	1752202834399026	1792079314399026	1792079314399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d096ee158792	01a20b7f-7de3-71a3-9ceb-d0959b11e27e	nadia.goldheim.4@people.example	active	Nadia	Goldheim	Nadia Goldheim	nadia goldheim	\N	en	America/New_York	never	1740538834399026	1791268054399026	1791268054399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d098bc87eb94	01a20b7f-7de3-71a3-9ceb-d097c79cf45e	dagny.oakhall.5@people.example	active	Dagny	Oakhall	Dagny Oakhall	dagny oakhall	+447700900090	en	America/New_York	never	1718247634399026	1791803554399026	1791803554399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d09a36655d2b	01a20b7f-7de3-71a3-9ceb-d0997b111ecb	saoirse.jordmore.6@people.example	active	Saoirse	Jordmore	Saoirse Jordmore	saoirse jordmore	\N	de	Europe/Berlin	never	1740798034399026	1791678094399026	1791678094399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d09cc7069ed7	01a20b7f-7de3-71a3-9ceb-d09b2ca4c52a	jorge.thorson.7@people.example	active	Jorge	Thorson	Jorge Thorson	jorge thorson	\N	en	America/New_York	never	1768359634399026	1792581814399026	1792581814399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d09e7265996f	01a20b7f-7de3-71a3-9ceb-d09d0f4d3e59	imani.strandford.8@people.example	active	Imani	Strandford	Imani Strandford	imani strandford	\N	de	Europe/Berlin	never	1791946834399026	1792605334399026	1792605334399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d0a03d48c1be	01a20b7f-7de3-71a3-9ceb-d09fe950c8f6	paloma.millham.9@people.example	active	Paloma	Millham	Paloma Millham	paloma millham	\N	de	Europe/Berlin	never	1753326034399026	1791315754399026	1791315754399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d0a1ef9957a7	\N	aino.weststein.10@people.example	pending	Aino	Weststein	Aino Weststein	aino weststein	\N	en	America/New_York	never	1757386834399026	\N	0	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d0a488d08f6b	01a20b7f-7de3-71a3-9ceb-d0a3dcc36b2e	bjorn.sandthal.11@people.example	active	Björn	Sandthal	Björn Sandthal	bjorn sandthal	\N	en	America/New_York	never	1739934034399026	1790658214399026	1790658214399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d0a6655753cc	01a20b7f-7de3-71a3-9ceb-d0a5079d030d	anders.thorstein.12@people.example	active	Anders	Thorstein	Anders Thorstein	anders thorstein	+447700900683	en	America/New_York	never	1734058834399026	1792134994399026	1792134994399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d0a80c00333e	01a20b7f-7de3-71a3-9ceb-d0a754bfb62d	quentin.ekstein.13@people.example	active	Quentin	Ekstein	Quentin Ekstein	quentin ekstein	+447700900431	en	America/New_York	never	1746241234399026	1790872114399026	1790872114399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d0aa23f32183	01a20b7f-7de3-71a3-9ceb-d0a9cb39c9c3	hakan.westmore.14@people.example	active	Hakan	Westmore	Hakan Westmore	hakan westmore	\N	de	Europe/Berlin	never	1788577234399026	1793707474399026	1793707474399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d0acdcb173b8	01a20b7f-7de3-71a3-9ceb-d0abf3d44e68	nadia.hazellund.15@people.example	active	Nadia	Hazellund	Nadia Hazellund	nadia hazellund	\N	en	America/New_York	never	1785726034399026	1792246894399026	1792246894399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d0ae3c5198bb	01a20b7f-7de3-71a3-9ceb-d0ad57773b44	bilal.fernborg.16@people.example	active	Bilal	Fernborg	Bilal Fernborg	bilal fernborg	+447700900925	en	America/New_York	never	1738292434399026	1790328934399026	1790328934399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d0af07798e73	\N	katya.marsen.17@people.example	pending	Katya	Marsen	Katya Marsen	katya marsen	\N	en	America/New_York	never	1789354834399026	\N	0	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d0b26813cd14	01a20b7f-7de3-71a3-9ceb-d0b1735571e1	emre.dahlhaus.18@people.example	active	\N	\N	emre.dahlhaus.18@people.example	emre.dahlhaus.18@people.example	+447700900092	en	America/New_York	never	1794366034399026	1794366034399026	1794366034399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d0b4ded598e9	01a20b7f-7de3-71a3-9ceb-d0b3a16f039c	beatriz.westholt.19@people.example	active	Beatriz	Westholt	Beatriz Westholt	beatriz westholt	\N	de	Europe/Berlin	never	1750215634399026	1795391674399026	1795391674399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d0b66b1af226	01a20b7f-7de3-71a3-9ceb-d0b5015e20bf	zeynep.hagelbach.20@people.example	active	Zeynep	Hagelbach	Zeynep Hagelbach	zeynep hagelbach	+447700900879	de	Europe/Berlin	never	1732330834399026	1794582034399026	1794582034399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d0b8e3d662d7	01a20b7f-7de3-71a3-9ceb-d0b73f9372ba	kaito.steinbeck.21@people.example	active	Kaito	Steinbeck	Kaito Steinbeck	kaito steinbeck	+447700900181	en	America/New_York	never	1719716434399026	1794358834399026	1794358834399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d0baa0ffc09c	01a20b7f-7de3-71a3-9ceb-d0b9b537a2cd	ilse.dahlholt.22@people.example	active	\N	\N	ilse.dahlholt.22@people.example	ilse.dahlholt.22@people.example	+447700900018	de	Europe/Berlin	never	1741057234399026	1792224454399026	1792224454399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d0bc3db21a4d	01a20b7f-7de3-71a3-9ceb-d0bbbf3b9366	jorge.kirchgaard.23@people.example	active	Jorge	Kirchgaard	Jorge Kirchgaard	jorge kirchgaard	\N	en	America/New_York	never	1787713234399026	1790919934399026	1790919934399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d0be789d3b96	01a20b7f-7de3-71a3-9ceb-d0bd3cc3f567	aino.oakford.24@people.example	active	Aino	Oakford	Aino Oakford	aino oakford	+447700900241	de	Europe/Berlin	never	1758164434399026	1793470054399026	1793470054399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d0c081c3856a	01a20b7f-7de3-71a3-9ceb-d0bfe4fbfa6a	imani.silberholt.25@people.example	active	Imani	Silberholt	Imani Silberholt	imani silberholt	\N	de	Europe/Berlin	never	1744340434399026	1790568574399026	1790568574399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d0c2798ad33c	01a20b7f-7de3-71a3-9ceb-d0c158e638df	abena.thormann.26@people.example	active	Abena	Thormann	Abena Thormann	abena thormann	\N	en	America/New_York	never	1790391634399026	1795395994399026	1795395994399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d0c4a4c4f2fb	01a20b7f-7de3-71a3-9ceb-d0c3c58e96bb	rohan.lindkamp.27@people.example	active	Rohan	Lindkamp	Rohan Lindkamp	rohan lindkamp	\N	en	America/New_York	never	1735614034399026	1792402054399026	1792402054399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d0c61c34baa7	01a20b7f-7de3-71a3-9ceb-d0c5923d8f03	wiebke.fjellborg.28@people.example	active	Wiebke	Fjellborg	Wiebke Fjellborg	wiebke fjellborg	\N	en	America/New_York	never	1778900434399026	1792099234399026	1792099234399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d0c89fe29f8d	01a20b7f-7de3-71a3-9ceb-d0c7c440d9a0	ilse.millholt.29@people.example	active	Ilse	Millholt	Ilse Millholt	ilse millholt	\N	de	Europe/Berlin	never	1775358034399026	1793668174399026	1793668174399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d0ca7cfffc67	01a20b7f-7de3-71a3-9ceb-d0c9f26ce574	quentin.westhall.30@people.example	active	Quentin	Westhall	Quentin Westhall	quentin westhall	\N	en	America/New_York	never	1743390034399026	1791012634399026	1791012634399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d0cc4f8d2ca2	01a20b7f-7de3-71a3-9ceb-d0cba050a9ea	bilal.jordkamp.31@people.example	active	Bilal	Jordkamp	Bilal Jordkamp	bilal jordkamp	\N	en	America/New_York	never	1738810834399026	1794019954399026	1794019954399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d094c2b332ab	01a20b7f-7de3-71a3-9ceb-d0931e3e750d	beatriz.steinford.3@people.example	active	Beatriz	Steinford	Beatriz Steinford	beatriz steinford	\N	de	Europe/Berlin	never	1791687634399026	1795190554399026	1795190554399026	2
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d0ce815525b0	01a20b7f-7de3-71a3-9ceb-d0cd185310e8	lorcan.jordgren.32@people.example	active	Lorcan	Jordgren	Lorcan Jordgren	lorcan jordgren	+447700900664	en	America/New_York	never	1732676434399026	1791222454399026	1791222454399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d0d0108f9a87	01a20b7f-7de3-71a3-9ceb-d0cfd7728063	daichi.grunbaum.33@people.example	active	Daichi	Grünbaum	Daichi Grünbaum	daichi grunbaum	+447700900689	en	America/New_York	never	1751770834399026	1792638934399026	1792638934399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d0d294089329	01a20b7f-7de3-71a3-9ceb-d0d1256104dc	camila.sanddorf.34@people.example	active	Camila	Sanddorf	Camila Sanddorf	camila sanddorf	\N	en	America/New_York	never	1749092434399026	\N	0	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d0d48506542e	01a20b7f-7de3-71a3-9ceb-d0d31d526fb3	tariq.ahlhus.35@people.example	active	Tariq	Ahlhus	Tariq Ahlhus	tariq ahlhus	\N	en	America/New_York	never	1762916434399026	1790665054399026	1790665054399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d0d59bdd434e	\N	anders.ostquist.36@people.example	pending	Anders	Ostquist	Anders Ostquist	anders ostquist	\N	en	America/New_York	never	1773543634399026	\N	0	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d0d88d37db8e	01a20b7f-7de3-71a3-9ceb-d0d7c01abba6	hakan.fjellfield.37@people.example	active	Hakan	Fjellfield	Hakan Fjellfield	hakan fjellfield	+447700900737	en	America/New_York	never	1755831634399026	1791285154399026	1791285154399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d0da0907ea41	01a20b7f-7de3-71a3-9ceb-d0d906ff456f	quentin.steingren.38@people.example	active	Quentin	Steingren	Quentin Steingren	quentin steingren	\N	en	America/New_York	never	1742871634399026	1791951934399026	1791951934399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d0de728645d6	01a20b7f-7de3-71a3-9ceb-d0ddf1ac8237	dagny.jordlund.40@people.example	active	Dagny	Jordlund	Dagny Jordlund	dagny jordlund	+447700900090	en	America/New_York	never	1778036434399026	\N	0	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d0e0b10c94f2	01a20b7f-7de3-71a3-9ceb-d0df42d8c75b	katya.linddahl.41@people.example	active	Katya	Linddahl	Katya Linddahl	katya linddahl	+447700900542	de	Europe/Berlin	never	1780887634399026	\N	0	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d0e27d1f4a63	01a20b7f-7de3-71a3-9ceb-d0e155590758	abena.solfeld.42@people.example	active	Abena	Solfeld	Abena Solfeld	abena solfeld	\N	en	America/New_York	never	1733108434399026	1794526354399026	1794526354399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d0e4224c353e	01a20b7f-7de3-71a3-9ceb-d0e349573de2	gael.nordson.43@people.example	active	Gaël	Nordson	Gaël Nordson	gael nordson	+447700900415	en	America/New_York	never	1733540434399026	1790375314399026	1790375314399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d0e62797f2bb	01a20b7f-7de3-71a3-9ceb-d0e5578f7116	lorcan.raywood.44@people.example	inactive	Lorcan	Raywood	Lorcan Raywood	lorcan raywood	+447700900904	en	America/New_York	never	1750647634399026	1795146394399026	1795146394399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d0e8eb4374ec	01a20b7f-7de3-71a3-9ceb-d0e75b48b533	zeynep.hagelrup.45@people.example	active	Zeynep	Hagelrup	Zeynep Hagelrup	zeynep hagelrup	\N	en	America/New_York	never	1758423634399026	1792623994399026	1792623994399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d0ea091ff0f5	01a20b7f-7de3-71a3-9ceb-d0e9218f06af	kaito.steinberg.46@people.example	active	Kaito	Steinberg	Kaito Steinberg	kaito steinberg	\N	en	America/New_York	never	1726196434399026	\N	0	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d0ecafaf3f25	01a20b7f-7de3-71a3-9ceb-d0eb296c089f	malte.lundberg.47@people.example	active	Malte	Lundberg	Malte Lundberg	malte lundberg	+447700900665	en	America/New_York	never	1776654034399026	1790313634399026	1790313634399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d0eee4d0ee29	01a20b7f-7de3-71a3-9ceb-d0ed52185bee	malte.fernbeck.48@people.example	active	Malte	Fernbeck	Malte Fernbeck	malte fernbeck	+447700900945	en	America/New_York	never	1768446034399026	1793904214399026	1793904214399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d0f0eaadbaa4	01a20b7f-7de3-71a3-9ceb-d0ef3301366d	soren.oakblad.49@people.example	active	Søren	Oakblad	Søren Oakblad	søren oakblad	\N	de	Europe/Berlin	never	1757559634399026	1794509134399026	1794509134399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d0f21054220d	01a20b7f-7de3-71a3-9ceb-d0f10e7df2a0	malte.wooddorf.50@people.example	active	Malte	Wooddorf	Malte Wooddorf	malte wooddorf	\N	en	America/New_York	never	1782183634399026	1793889454399026	1793889454399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d0f4bad361a3	01a20b7f-7de3-71a3-9ceb-d0f38e291383	bjorn.thorgaard.51@people.example	active	Björn	Thorgaard	Björn Thorgaard	bjorn thorgaard	\N	en	America/New_York	never	1746327634399026	1793773354399026	1793773354399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d0f6635d0768	01a20b7f-7de3-71a3-9ceb-d0f5cae88ffb	zeynep.blomhill.52@people.example	active	Zeynep	Blomhill	Zeynep Blomhill	zeynep blomhill	+447700900919	en	America/New_York	never	1739329234399026	1791882274399026	1791882274399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d0f8bc6c9fe2	01a20b7f-7de3-71a3-9ceb-d0f77e6c5ce7	aino.rayblad.53@people.example	active	Aino	Rayblad	Aino Rayblad	aino rayblad	+447700900641	de	Europe/Berlin	never	1723086034399026	1791040414399026	1791040414399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d0fa19211ae5	01a20b7f-7de3-71a3-9ceb-d0f9f5191f91	beatriz.akerford.54@people.example	active	Beatriz	Åkerford	Beatriz Åkerford	beatriz akerford	+447700900684	de	Europe/Berlin	never	1726801234399026	1791679954399026	1791679954399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d0fc75e14a16	01a20b7f-7de3-71a3-9ceb-d0fbf9587d85	farah.marholt.55@people.example	active	Farah	Marholt	Farah Marholt	farah marholt	\N	de	Europe/Berlin	never	1775185234399026	1795112674399026	1795112674399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d0fe2bed100a	01a20b7f-7de3-71a3-9ceb-d0fdb13f4cea	daichi.brookson.56@people.example	active	Daichi	Brookson	Daichi Brookson	daichi brookson	+447700900809	en	America/New_York	never	1781492434399026	1793970694399026	1793970694399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d1027558e3f2	01a20b7f-7de3-71a3-9ceb-d101ba5c3e20	bjorn.sandblad.58@people.example	inactive	Björn	Sandblad	Björn Sandblad	bjorn sandblad	+447700900206	de	Europe/Berlin	never	1727060434399026	1793994814399026	1793994814399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d104444bc0a4	01a20b7f-7de3-71a3-9ceb-d103b2dea0d4	quentin.rayby.59@people.example	active	Quentin	Rayby	Quentin Rayby	quentin rayby	\N	en	America/New_York	never	1746846034399026	1794189334399026	1794189334399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7d8f-73a6-bd12-04cb1fe8bc15	01a20b7f-7d8f-73a6-bd12-04ca03a22e60	you@example.test	active	Robin	Aster	Robin Aster	robin aster	\N	en	UTC	never	1795489234316499	1795489235753959	1795489235753959	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-8715-7654-8299-1614ff81b984	\N	waiting@example.test	pending	\N	\N	waiting@example.test	waiting@example.test	\N	en	UTC	never	1795489236751695	\N	0	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de3-71a3-9ceb-d1000a9774c8	01a20b7f-7de3-71a3-9ceb-d0ffe16aa46a	abena.woodmark.57@people.example	inactive	Abena	Woodmark	Abena Woodmark	abena woodmark	\N	en	America/New_York	never	1777950034399026	1795274074399026	1795274074399026	3
\.


--
-- Data for Name: organizations; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.organizations (id, name, name_key, root_id, model, document, plan, features, seats, active, undo_window_days, second_factor_required, tokens_per_member, created_at, version) FROM stdin;
01a20b7f-7d5b-7372-a513-e8540ca81b63	Northwind Support	northwind support	01a20b7f-7d8d-7462-8f81-7339e4f7b272	workspace	# Teams that share one inbox. A business talks to its contacts over messages and calls; Owners and Managers run the workspace,\n# Agents work in it.\n\nname = "workspace"\nemail_change = "confirmed"\nundo_window_days = 30\nplans = ["starter", "growth", "advanced"]\n\n# A plan without it can't put the mask on anybody; a mask that is on stays on when the plan is lowered.\n[[feature]]\nkey = "masking"\nplans = ["growth", "advanced"]\n\n# Who is in a team is decided on the team's page. A team is what its people have in common when an Agent sees "contacts of my\n# team", so no level reaches all teams by itself: an Owner is in a team only when put there.\n[[resource_kind]]\nkey = "team"\nname = "Team"\nplural = "Teams"\nassigned_from = "resource"\ndelete = "teams.delete"\n\n[[permission]]\nkey = "messages.reply"\nname = "Reply to messages"\n\n[[permission]]\nkey = "calls.use"\nname = "Make and take calls"\n\n[[permission]]\nkey = "workflows.run"\nname = "Run workflows"\n\n[[permission]]\nkey = "broadcasts.send"\nname = "Send broadcasts"\n\n[[permission]]\nkey = "reports.view"\nname = "See reports"\n\n[[permission]]\nkey = "reports.export"\nname = "Export reports"\n\n[[permission]]\nkey = "integrations.manage"\nname = "Connect and set up integrations"\n\n[[permission]]\nkey = "integrations.delete"\nname = "Delete integrations"\n\n[[permission]]\nkey = "teams.delete"\nname = "Delete teams"\n\n[[level]]\nkey = "owner"\nname = "Owner"\ngoverns = true\nmanages = ["owner", "manager", "agent"]\npermissions = [\n  "members.view",\n  "members.invite",\n  "members.manage",\n  "members.export",\n  "workspaces.manage",\n  "workspaces.settings",\n  "resources.manage",\n  "team.assign",\n  "contacts.view",\n  "contacts.handle",\n  "contacts.delete",\n  "contacts.export",\n  "alerts.raise",\n  "insights.view",\n  "journal.view",\n  "access_model.manage",\n  "organization.manage",\n  "messages.reply",\n  "calls.use",\n  "workflows.run",\n  "broadcasts.send",\n  "reports.view",\n  "reports.export",\n  "integrations.manage",\n  "integrations.delete",\n  "teams.delete",\n]\n\n# Everything but deleting integrations and teams; where a Manager should have less, the restrictions below say so. The settings\n# of the organization are included, and so is the right to the access model; a model is about every level, though, so nobody can use it\n# who doesn't manage Owners. `no_settings` is what keeps somebody from both.\n[[level]]\nkey = "manager"\nname = "Manager"\nmanages = ["agent"]\npermissions = [\n  "members.view",\n  "members.invite",\n  "members.manage",\n  "members.export",\n  "workspaces.manage",\n  "workspaces.settings",\n  "resources.manage",\n  "team.assign",\n  "contacts.view",\n  "contacts.handle",\n  "contacts.delete",\n  "contacts.export",\n  "alerts.raise",\n  "insights.view",\n  "journal.view",\n  "access_model.manage",\n  "organization.manage",\n  "messages.reply",\n  "calls.use",\n  "workflows.run",\n  "broadcasts.send",\n  "reports.view",\n  "reports.export",\n  "integrations.manage",\n]\n\n# Contacts and messages, with the calls and workflows that belong to a conversation. What can't be taken back or goes to many at\n# once (deleting, exporting, broadcasting) is not an Agent's, nor is the list of users.\n[[level]]\nkey = "agent"\nname = "Agent"\npermissions = ["contacts.view", "contacts.handle", "messages.reply", "calls.use", "workflows.run"]\n\n# What a Manager may be kept from.\n\n# The workspace's settings and the organization's, which would else be a way around: whoever may switch a workspace off or move\n# it changes more about it than its settings do.\n[[restriction]]\nkey = "no_settings"\nname = "No workspace settings"\nlevels = ["manager"]\ndenies = ["workspaces.settings", "workspaces.manage", "organization.manage", "access_model.manage"]\n\n[[restriction]]\nkey = "no_contact_deletion"\nname = "No deletion of contacts"\nlevels = ["manager"]\ndenies = ["contacts.delete"]\n\n# From any part of the product, the list of users among them.\n[[restriction]]\nkey = "no_data_export"\nname = "No export of data"\nlevels = ["manager"]\ndenies = ["members.export", "contacts.export", "reports.export"]\n\n[[restriction]]\nkey = "no_integrations"\nname = "No integrations"\nlevels = ["manager"]\ndenies = ["integrations.manage", "integrations.delete"]\n\n# What an Agent may be kept from. Of several narrowings what is left is in all of them.\n\n[[restriction]]\nkey = "contacts_own"\nname = "Only contacts assigned to them"\nlevels = ["agent"]\nvisibility = "own"\n\n[[restriction]]\nkey = "contacts_own_and_unassigned"\nname = "Only contacts assigned to them or to nobody"\nlevels = ["agent"]\nvisibility = "own_and_unassigned"\n\n[[restriction]]\nkey = "contacts_of_team"\nname = "Only contacts of their teams"\nlevels = ["agent"]\nvisibility = { shared = "team" }\n\n[[restriction]]\nkey = "no_calls"\nname = "No calls"\nlevels = ["agent"]\ndenies = ["calls.use"]\n\n[[restriction]]\nkey = "no_workflows"\nname = "No workflows"\nlevels = ["agent"]\ndenies = ["workflows.run"]\n\n[[restriction]]\nkey = "mask_phone_email"\nname = "Phone numbers and e-mail masked"\nlevels = ["agent"]\nfeature = "masking"\nmasks = "partial"\n	growth	{}	\N	t	3650	f	1	1795489234316499	3
\.


--
-- Data for Name: portfolios; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.portfolios (organization_id, id, workspace_id, first_holder, holder, open) FROM stdin;
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7df5-70b4-99d8-7139efa95da9	01a20b7f-7d8d-7462-8f81-7339e4f7b272	01a20b7f-7d8f-73a6-bd12-04cb1fe8bc15	01a20b7f-7d8f-73a6-bd12-04cb1fe8bc15	t
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7df8-74ef-b851-9b82c02c51e6	01a20b7f-7d8d-7462-8f81-7339e4f7b272	01a20b7f-7de2-77bf-b9c1-432baf4cdbc5	01a20b7f-7de2-77bf-b9c1-432baf4cdbc5	t
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7df9-762e-9cc0-cba0a49d1677	01a20b7f-7d8d-7462-8f81-7339e4f7b272	01a20b7f-7de3-71a3-9ceb-d096ee158792	01a20b7f-7de3-71a3-9ceb-d096ee158792	t
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7df9-762e-9cc0-cba1f9f822e6	01a20b7f-7d8d-7462-8f81-7339e4f7b272	01a20b7f-7de3-71a3-9ceb-d098bc87eb94	01a20b7f-7de3-71a3-9ceb-d098bc87eb94	t
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7df9-762e-9cc0-cba296678fe4	01a20b7f-7d8d-7462-8f81-7339e4f7b272	01a20b7f-7de3-71a3-9ceb-d09a36655d2b	01a20b7f-7de3-71a3-9ceb-d09a36655d2b	t
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7df8-74ef-b851-9b83e88b127d	01a20b7f-7d8d-7462-8f81-7339e4f7b272	01a20b7f-7de3-71a3-9ceb-d094c2b332ab	\N	f
\.


--
-- Data for Name: presence_waves; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.presence_waves (organization_id, wave) FROM stdin;
\.


--
-- Data for Name: presences; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.presences (organization_id, member_id, online_until, wave) FROM stdin;
\.


--
-- Data for Name: receipt_portfolios; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.receipt_portfolios (organization_id, receipt_id, portfolio_id, since, nth) FROM stdin;
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-860d-71be-ac8a-88cc7b597650	01a20b7f-7df8-74ef-b851-9b83e88b127d	0	1
\.


--
-- Data for Name: receipt_workspaces; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.receipt_workspaces (organization_id, workspace_id, receipt_id, gone) FROM stdin;
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7d8d-7462-8f81-7339e4f7b272	01a20b7f-860d-71be-ac8a-88cc7b597650	f
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de0-732d-b11c-6716a15da92e	01a20b7f-8647-7506-9704-1fffe7a49185	f
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de1-7484-ac9a-e9dc15b02510	01a20b7f-8698-711a-b544-1cd1a2e2556f	f
\.


--
-- Data for Name: receipts; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.receipts (organization_id, id, act, member_id, workspace_id, revoked, chosen, successor, by_kind, by_id, at, undo_until, state) FROM stdin;
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-860d-71be-ac8a-88cc7b597650	revocation	01a20b7f-7de3-71a3-9ceb-d094c2b332ab	01a20b7f-7d8d-7462-8f81-7339e4f7b272	[{"levels": ["agent"], "member": "01a20b7f-7de3-71a3-9ceb-d094c2b332ab", "version": 1, "given_at": 1791687634399026, "given_by": "01a20b7f-7d8f-73a6-bd12-04cb1fe8bc15", "workspace": "01a20b7f-7d8d-7462-8f81-7339e4f7b272", "permissions": [], "restrictions": [], "given_by_kind": "member"}]	[]	\N	member	01a20b7f-7d8f-73a6-bd12-04cb1fe8bc15	1795489236480585	2110849236480585	standing
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-8647-7506-9704-1fffe7a49185	deactivation	01a20b7f-7de3-71a3-9ceb-d1000a9774c8	01a20b7f-7de0-732d-b11c-6716a15da92e	[{"levels": ["agent"], "member": "01a20b7f-7de3-71a3-9ceb-d1000a9774c8", "version": 1, "given_at": 1777950034399026, "given_by": "01a20b7f-7d8f-73a6-bd12-04cb1fe8bc15", "workspace": "01a20b7f-7de0-732d-b11c-6716a15da92e", "permissions": [], "restrictions": [], "given_by_kind": "member"}]	[]	\N	member	01a20b7f-7d8f-73a6-bd12-04cb1fe8bc15	1795489236542080	\N	standing
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-8698-711a-b544-1cd1a2e2556f	deletion	01a20b7f-7de3-71a3-9ceb-d0dc25095a92	01a20b7f-7de1-7484-ac9a-e9dc15b02510	[{"levels": ["agent"], "member": "01a20b7f-7de3-71a3-9ceb-d0dc25095a92", "version": 1, "given_at": 1742180434399026, "given_by": "01a20b7f-7d8f-73a6-bd12-04cb1fe8bc15", "workspace": "01a20b7f-7de1-7484-ac9a-e9dc15b02510", "permissions": [], "restrictions": [], "given_by_kind": "member"}]	[]	\N	member	01a20b7f-7d8f-73a6-bd12-04cb1fe8bc15	1795489236591451	2110849236591451	standing
\.


--
-- Data for Name: recovery_codes; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.recovery_codes (user_id, code_hash) FROM stdin;
01a20b7f-7de3-71a3-9ceb-d0c158e638df	\\x517a4af0236567128c04cc13c35f7902926a56ee33e410b37c785cc751d07c3c
01a20b7f-7de3-71a3-9ceb-d0c158e638df	\\xb18e932368ccf157d7a388e4dd9ab838eca241eb4239c60af0fabfc65afcb058
01a20b7f-7de3-71a3-9ceb-d0c158e638df	\\xf2c3080fb17a122c23f2cd815edfe20d584620b5c86ae576e520081dba15f810
01a20b7f-7de3-71a3-9ceb-d0c158e638df	\\x7d3b387d360a858015744249a31553993e0d501a9309e26b7f4fb9c58ecabcf1
01a20b7f-7de3-71a3-9ceb-d0c158e638df	\\xab272083b7b2315527cf62c8b8b9cc9a4dde0654a3b929aca8107fe47187397a
01a20b7f-7de3-71a3-9ceb-d0c158e638df	\\x6952b8e4185e8fdc95ec687f3f8e54786469c05a08b203d72dad8f4613e3a66d
01a20b7f-7de3-71a3-9ceb-d0c158e638df	\\x73ae9a1f0d4398498b6db3d112688a9dd2cf345c16bd1ee6722b6d00d75b0528
01a20b7f-7de3-71a3-9ceb-d0c158e638df	\\x2a86cf22acef0153928676b63060fdc2de7dedef45a8608c9bed1869f82644e8
01a20b7f-7de3-71a3-9ceb-d0c158e638df	\\xdb3ce8f10f4dc674bba7b7e4870e1f613efa67e529176b894bed2ebf295faecb
01a20b7f-7de3-71a3-9ceb-d0c158e638df	\\x45a5eef91f1ffdae737b25cf52bccd7dd1fca77396ddb7d20d9d803c512b185b
\.


--
-- Data for Name: replays; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.replays (user_id, route, key, body_hash, status, body, kept_until) FROM stdin;
\.


--
-- Data for Name: resource_groups; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.resource_groups (organization_id, id, kind, name, name_key, created_at, version) FROM stdin;
\.


--
-- Data for Name: resources; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.resources (organization_id, id, kind, name, name_key, for_everyone, created_at, version) FROM stdin;
\.


--
-- Data for Name: second_factors; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.second_factors (user_id, secret, since, last_step, begun_secret, begun_at) FROM stdin;
01a20b7f-7de3-71a3-9ceb-d0c158e638df	\\x075b18a678dc75af7044935bb139824abb5a4ff0aad5931dd856968d2ef491caf113e437205b5fe3f95baa29a1a40c54902ab7a82c930af8db4cb3c1	1795489235957002	59849641	\N	\N
\.


--
-- Data for Name: selection_groups; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.selection_groups (organization_id, member_id, kind, group_id) FROM stdin;
\.


--
-- Data for Name: selection_resources; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.selection_resources (organization_id, member_id, kind, resource_id) FROM stdin;
\.


--
-- Data for Name: selections; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.selections (organization_id, member_id, kind, reaches_all, chosen_by_kind, chosen_by, version) FROM stdin;
\.


--
-- Data for Name: sessions; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.sessions (id, user_id, secret_hash, device, created_at, seen_at, expires_at) FROM stdin;
01a20b7f-82e8-71d8-b359-5919ff88d681	01a20b7f-7d8f-73a6-bd12-04ca03a22e60	\\x1f51e8a4cc722165c9ef9522090e3e817da6b64c2c59a8f2fb8fc8a986cb65aa	Python-urllib/3.11	1795489235686496	1795489235686496	1798081235686496
01a20b7f-83fc-7459-be39-4cd12e1f86f4	01a20b7f-7de3-71a3-9ceb-d0c158e638df	\\xd17a7457500bc14b7416cc1fd41fdaebb411c4d1c735053e0f3e6414f6191d2a	Python-urllib/3.11	1795489235957002	1795489235957002	1798081235957002
\.


--
-- Data for Name: tenure_migrations; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.tenure_migrations (version, description, installed_on, success, checksum, execution_time) FROM stdin;
1001	init	2026-11-24 03:00:34.034367+00	t	\\xb9380e3ba8ed1c45c8a2b395e04e2514d36c068d14da0259e2f1382167493e0175a500d08156de7bbe6e3e8f1002d92c	3580751
1002	init	2026-11-24 03:00:34.039197+00	t	\\x8cee6efd716a6dcd5e4bb6f4922c91e0c1510744f1a5943e115d323b9408b01eddc84c151ea921cda2411bf54d553c07	1776299
1003	init	2026-11-24 03:00:34.041125+00	t	\\x79d552b35d73dd2d802edea56e3095de32a0c9052a61e2e1ee837b9f6a6046b61e6b300fa2f5d1f99c0d1dab86662989	652443
1004	init	2026-11-24 03:00:34.041913+00	t	\\x8aa7bdd7f34cf78d91fb89ffd81dbe41066390970e61ff1867424d3b2b3a9ff20a3e4a67450cea48d74743aa8c7cfcf9	1756800
1005	init	2026-11-24 03:00:34.043817+00	t	\\x67d60c88a8af7273fe40df14cd2aa86262603329eda345c45e415f6783e9f7c45f63e55be72bcdb768fffa6a24200f7e	1059700
1006	init	2026-11-24 03:00:34.045313+00	t	\\x7b1b57cd94914613a8d20343147af2d5bdb3448c47c2bf7ce9fe163a810dd6490b58f5cf6d330cd1e70ea1cfe5549240	1995797
1007	init	2026-11-24 03:00:34.047167+00	t	\\x0b84eee233b3714b6b035ded812e7fc73bcafbaec9f204e991490f897ddc83334d02c77fb344b935e73655b10557ff95	2678145
1008	init	2026-11-24 03:00:34.049975+00	t	\\x267cc634ed44520a861c157689a2075a46ef04601d399fbb79252cff031d1515d25e99ab01262bd0c8afcbcd3b1b628c	1212087
1009	init	2026-11-24 03:00:34.051528+00	t	\\x65a1a00e607e2297083981799c1ab93c90c3a87d66033ebc455b166196f8929180bba66907183cd469e4202ba991f67e	1952162
1010	init	2026-11-24 03:00:34.05411+00	t	\\xb6a56bf8134355c38ba0dd35cc71287bbc6d53590b62f799441e2d9fcf1a058eda79b2b0d2df331ed084ee9dcd1c7c9c	989005
1011	init	2026-11-24 03:00:34.055202+00	t	\\x615410e089f1b24d8fd19d394d02e5c42ecf06fdacafae3ebc9a4115b50441388e661be00df4633303babf0ebc48be77	1914886
1012	init	2026-11-24 03:00:34.057236+00	t	\\x6927e6dea5f71de444f0d0bab411c191cc2cc04c62b4f20233a87be8ab5fac909239e7835c802c2718cc81b49fda30cd	17224220
1013	init	2026-11-24 03:00:34.074626+00	t	\\xded0e16209f8a22d3414914690fc29c9f9ba8dc17ca55337dd1bf80b65e180a2bfdcd05b3de140fba374c50e2a338b35	2604815
1014	init	2026-11-24 03:00:34.077375+00	t	\\x5a421009cb0f41a09f653cf66b12b4d685194565ecb9f9e0fb0f0b1d2f8d449c4f74d5a9bb49667c9e5a44fc2c4f3671	641416
1015	init	2026-11-24 03:00:34.078101+00	t	\\x26ed97e826c4e9661cb502fac79d552edca3c0f93a00f07558a42b1b2f228c9f8f6f821ac8dd0fb3128d3bc35b70d9fc	2698996
1016	init	2026-11-24 03:00:34.080877+00	t	\\x2950c278348c18b51bffb79937fbb26788e8abc490d5a27c5a7215132da7615d7f07670577db7f77cefec5e84ea8d3fb	1571414
1017	init	2026-11-24 03:00:34.082532+00	t	\\xc7b3bbe80fc3d485531c45d4446b653097e8533f5aa6c7d3d7585297952173d04f28a8e7c0d9c5b5226a4614cb35fa59	535008
1018	init	2026-11-24 03:00:34.083136+00	t	\\x030be919cf1fb4856ab22c9700b412dbb64fbb9283e66fe0f4e4bf6ba42687d57fcbdec0061e174960b1f458e2e67d07	2150557
1019	init	2026-11-24 03:00:34.085415+00	t	\\x3a8971b65c9e8ca447338bca77d8e26182f35de54b625871ad06e1e1ffff8d5e376702b479535b10ffc0b20d4b96278d	502590
1020	init	2026-11-24 03:00:34.08601+00	t	\\xa3dacebc9e0f0323d7323a605dcc2bd25e2664674fe2f4b976389b9ac0d77270ce4c7486179d076efebe5d5be01a9958	463642
1021	init	2026-11-24 03:00:34.086566+00	t	\\x99635bea62f65e786fb39ca8ec6c583d400fc9633810523c2aeaa007d6d3e844284526cfba3aa6c25a12d2f0d0d863b1	514257
1022	init	2026-11-24 03:00:34.087182+00	t	\\x5779658e29903c02a21ee9636c8d1c5cc733a78b2f391e207bd174b5fad989ad23c77284e1fb2f86cd71fa9a2c4d46db	463761
1023	init	2026-11-24 03:00:34.087744+00	t	\\x6a9c19c7f499055a9a957f000a3762bb549510cc81d62c1f09097556c1eacd5d732eecd002bac623b0aa9bc6e274a067	3515253
1024	init	2026-11-24 03:00:34.091392+00	t	\\x69a415554455b85acf467a7fdb154e412eac1e5d9bfff3b87615b7ef3cbcaf372acb6e20bdb356336219ad3d4fc0458d	4459812
1025	init	2026-11-24 03:00:34.095991+00	t	\\x7369db8c42f8db7b18aa4b5bc430d23703712ae81b534f33ef1050fe3f20fa76251956a263a7280468a92999caace8d5	588608
1026	init	2026-11-24 03:00:34.096831+00	t	\\x64ccd3f6c7a4c5651edd1c2204f2cca953f75e806e7bc410110c0e251c74e8f9c6beb3694a40142650c0daaa5da6f88b	1825472
1027	init	2026-11-24 03:00:34.098775+00	t	\\x2f7b639cdd73f6f1ceffc4e4985c0dc8d701b7d2df5cd05417abfad647a85dd33ddea3c58c4f87d6f37b585d9773a87a	605814
1028	init	2026-11-24 03:00:34.099477+00	t	\\x83dbaeed00e149d87b0fde339dc8946657081f14b08c514fbfc51bfb4082e89fcc5262b179b9d84296aaa2c1af8da353	886572
1029	init	2026-11-24 03:00:34.100461+00	t	\\x85129d869ec4cfa8496823c7e36032a5323fce9d186cf4cf8d0b17283f541a4543056e270e62461e21bb23a2716679be	463651
1030	init	2026-11-24 03:00:34.101015+00	t	\\xa9e3793aa85874912be62fdd5e8e1e85a224cea0c6fb74c8ab8faed9b30af221a8e639ba59626ce9eee94379d9c845f9	402320
1031	init	2026-11-24 03:00:34.101507+00	t	\\xd28310b073844e83278577b2bcf43828269b2cd2246a6d5880fa6e9c5d86f2350c32c5de4d288f00dfc1c2b215b679da	726553
1032	init	2026-11-24 03:00:34.102331+00	t	\\xf867648f7683c330e3a629de8c56b04419a5d586a18067ee935eab7a2231d6ccafc27e07dd2d3c93e0cd7798c323b642	1450554
1033	init	2026-11-24 03:00:34.103887+00	t	\\xed1a216069f2821f979e414dfc153cd3a36bd904da953e5411096027009a6b73b3178ead0a969429768b374ce4b454bb	468319
1034	init	2026-11-24 03:00:34.104455+00	t	\\xa73a857085df01e93ab24aaa6ecca44d61403d0303a47f7484e7452e43af156421f391e2553c4a912079e299364f5c7f	1008635
1035	init	2026-11-24 03:00:34.105542+00	t	\\xb3a9c1aa5aae9613e45632f9c101436694939c113a2a859606b4f56660e309b4a3e550b4df840b1674452ff7855238fc	443321
1036	init	2026-11-24 03:00:34.106075+00	t	\\x15048b5d7d859b9b4602b3dd64b082c50f8ac2166baa9bb685d63c976a624064a4be2b62c7134cbe58aeb4545792428c	423622
1037	init	2026-11-24 03:00:34.106588+00	t	\\xdfd9770bde88d33b853888c2f07414666939aabc88fa5ce6cec41bfe5cb2355d2cb5d438ca0aa13ee7b3b1f714598683	1176044
1038	init	2026-11-24 03:00:34.10787+00	t	\\x8d41420a45feaf1c1cbbc4c7d69ee6fe4a1a04c71a524f949ceea4488e5eaf9fb2df13625ee37262a9882cc6196aaf53	503101
1039	init	2026-11-24 03:00:34.108467+00	t	\\x2484a8247924f9d65773c3d389e0d20f5eadcebb3e26721efcce79c61e8c6285e1b077f06a2dc8a79351d73fa91bb074	458174
1040	init	2026-11-24 03:00:34.109017+00	t	\\xb59198ea993d25df7232778024465f4931dd5d4a9ec7a049a320f495c5c396a555bdf468c1dacf440d8edb043d8775d7	490141
1041	init	2026-11-24 03:00:34.109599+00	t	\\xe6efcdfe6f91fa4c1cc8b7a5cab62930e415f6d70354f60c5ab577ef7ab6407423d99ba771563814b1a9df258908e8f7	1041403
1042	init	2026-11-24 03:00:34.110723+00	t	\\x3ae0629cc5de5646d68986bff358dad4a2d7f65c938d76c7b375c8de2f5626110e8544b3180df884e524cb13fde0acab	513045
1043	init	2026-11-24 03:00:34.111329+00	t	\\xfea74e91ba71e67874978d944175b18803914eb2741e548780264348811972037edd4ee8a98407f8e73f006db05e2667	442270
1044	init	2026-11-24 03:00:34.111865+00	t	\\x33751938af351fd9e34bbb0ccc00bcafe00a1387986740d75e8980a20dfab195d02a21d2703e13791aca6f7c4ca377a6	3806537
1045	init	2026-11-24 03:00:34.115763+00	t	\\x0651ca1d22f34faec2428b1decc6d01e7739fb76a0b8a283da582c689be57f13f11200b57b9e0945afaa89b1261321b0	505294
1046	init	2026-11-24 03:00:34.116362+00	t	\\x09ed1e850290e744fcd66304c61a69ace97e81796c8bbe7d4162d695ec5d4bedbdbc77a8a25f7ad8cb8dba551b589231	1219109
1047	init	2026-11-24 03:00:34.117686+00	t	\\xcd2a4e4f719e15e9064ad1947be4bf41b8a672db136557fd91948a1b691916f37975037aafdae3b3f46b4fccee874ee0	477031
1048	init	2026-11-24 03:00:34.118234+00	t	\\x090cc7697dfc7534b7c7cb54508a43731d6224d3ed4cd22ce387983f5b3bc260d2a1bd8e8fd058008a275426cc7d4f34	442891
1049	init	2026-11-24 03:00:34.118743+00	t	\\x712b7c9cefe881a61da6efb3233bd56ba4ceb3ffd20c4c2a636cd19ff19640da5a2236f76d623e0ed8c382b6fc28d56e	531583
1050	init	2026-11-24 03:00:34.119338+00	t	\\xe8de7124fb5c8f3c500713d01b1ac879d3326d66a22d0ee3f3ce86d5b0c5a311adba52d7f3c4e27e4ee2fbc033515fdb	1110116
1051	init	2026-11-24 03:00:34.120519+00	t	\\xce242f5d750c19df7ee314d6309925532858641f24b2923f769548363eb9a84fb44e9295d867859614c12cf9618addec	480157
1052	init	2026-11-24 03:00:34.121061+00	t	\\x9a35de85ef65c7656f1d98031b62cab2c6982aeca9aa49cac5d3b9b8a30f831e72aa03a1159f3239564856d8788ff64c	1056666
1053	init	2026-11-24 03:00:34.122189+00	t	\\xbf966e961075a25cedbd78e2bed0b2b4b5494a1952eedda244feb5e2993a1d86d0621d1b6f6b0fd7e2924d80b401fb88	496390
1054	init	2026-11-24 03:00:34.122779+00	t	\\x86f6d0b681a8c471643a2373879527b189b50740774ebcc61e83c6eee035803315ff75a954b80a9c7df8b4efee9a8a80	1982006
1055	init	2026-11-24 03:00:34.124861+00	t	\\xfe7a263131a4eaaaead5c35a86ba5c2d99a31931b61f28f5329d1ac65063f2426e10822a563b4770a94be4ffbc60cfeb	467588
1056	init	2026-11-24 03:00:34.125402+00	t	\\x6ffdd62471b4ecc892aaacab3d88483d8d1fb45e85908aef17d47bb8dd25cee78f183abe78ac3bed395c860a06750d95	1649390
1057	init	2026-11-24 03:00:34.127154+00	t	\\x51a8ed58414e4328586d7de6db71a326de889bf12661bc022a9d2e865aae81229d6161b2660161e8e7d6238093adba9f	2003258
1058	init	2026-11-24 03:00:34.129267+00	t	\\x3708045684f395a4dacbb8ca0ed7e6732f4342849fafec425ba26bb51756a2e899d99dde656beb6c241b7b3eae436ef3	1002275
1059	init	2026-11-24 03:00:34.130426+00	t	\\x92b395693039c17f8617b53583e2dbc8c6056eff26a776a063698522bd5fee875248cfd83f2c3ce88e9590194d151251	951659
1060	init	2026-11-24 03:00:34.131457+00	t	\\xd7cba658735e0075721f5f96dbbf79ad1d31d732569eb064165ad33ede3974dc46d1740f62680cbd045ccdf8528ec620	1521009
1061	init	2026-11-24 03:00:34.133111+00	t	\\xd0eb510172b8214ee604159fc7042854cef5f5d9e8ee594010b4cf1b53c44c80a186b0659c85c3701141230b9d24e042	512154
1062	init	2026-11-24 03:00:34.133751+00	t	\\x049e7ac885b447c02665d0c499920150cfffb2bbe8cb24510c990e4ad3d773acee431c47267a8a70f9426e3618c2b2a1	465574
1063	init	2026-11-24 03:00:34.13437+00	t	\\x59cc40de8382e4d87f52f964931987d850e54753d86ee2d7aa5b7edb75d98116867d9ec5da65bad95f5e353c6d63d38c	1786044
1064	init	2026-11-24 03:00:34.136271+00	t	\\xa8cc102d9b37e51bd5f125a2638b2cdb3d31e3c46e4661a70976eb85b2920546d1514035de41c00384d6bfc274323026	1246930
1065	init	2026-11-24 03:00:34.137626+00	t	\\x8dd1d05d5f436bbf7f0a79c2c01c3131e42dcbc944acae69b95182b0b9e3020c757efc206238f2205ae799bea369d7b5	9830652
1066	init	2026-11-24 03:00:34.147645+00	t	\\x2e0021160c38ae6e0b331360406945159d298e5efbfe19904af0a16ad15ee6c9ae7cd791f0ce28d759a9f38278b67bf6	1348972
1067	init	2026-11-24 03:00:34.149121+00	t	\\x02a16d43e378d5db148bb28378b6dd7f553cd1cce9614ae1b5460cc05949c3d25d04c4b3626bb31835934928cee10a5a	945260
1068	init	2026-11-24 03:00:34.15017+00	t	\\xac1e2e666f28110c5629a5680d2a89ad5d3dce0daefb88939c342b43e4d3e8d19a8008e2ef9ac14fefef92d1a185a5e3	608287
1069	init	2026-11-24 03:00:34.150881+00	t	\\xee613367fc985cae8502fbd41512bed363ca0ebdbc5385035dd5216012f06ff2a3dfe2e8960783d00c1a0d53fcb8e6bb	2154554
1070	init	2026-11-24 03:00:34.153159+00	t	\\x03529fa3641eed75f9e6af36d1f5635592e54c6b571de74eb9fa7a0228885d3175b1cfd14f8831485c465cca6a5fab49	737480
1071	init	2026-11-24 03:00:34.154041+00	t	\\xd9aca7d27bd95ceb42d33615866bf1a84843a988168176e5134222cbb597adf3f37100970f66390df21619bbb05de210	11352112
1072	init	2026-11-24 03:00:34.165564+00	t	\\x31207bebad65713d79705a1eec86d3dcd2750e320c0c9a690762bfcf7d55b7b6bc2f9e884298132d2529105b83461e66	685442
1073	init	2026-11-24 03:00:34.166317+00	t	\\x15653ab54e4c46e93388deac1ab2c2af6781a306569ed9ba213ea07769aed7a12544c0614ce799e9ba2ef04e8054a84b	1189294
1074	init	2026-11-24 03:00:34.167594+00	t	\\x6e83d7d8dc820aa6af421dff3679b84430bd8f128b089b69231ead309231b95c5364d484938c6243d44080b6090ca64b	558002
1075	init	2026-11-24 03:00:34.168228+00	t	\\x88b70cc08fc99ff695049fa5f46e0b293faa617e3e2421888646c7df4c420f3af361581355dc3690a1e8ce3d56bc2995	10286503
1076	init	2026-11-24 03:00:34.17864+00	t	\\xb2fe27320a1c149b4e12fcf689030be423e6e8f745c48b7ab44cf6c6b553a42e65ac1ce4543e1131b50dc384f2307d5a	683931
1077	init	2026-11-24 03:00:34.179409+00	t	\\xbf0f9d060fd72ee742b7044577e4c451b15ef22764ec59d7db00532d19d15070b3efdf7888cfcd430fbbc78886a1a106	460607
1078	init	2026-11-24 03:00:34.179942+00	t	\\x343de611f3a31d02d5a042bbd77c6cc8d6530a4708988c599bfa6fa6681b8d0c68dbb66af8653a69fed7eaf5265a73bb	461078
1079	init	2026-11-24 03:00:34.180536+00	t	\\x4be307da8b57de931c41d4a62c10380dded7a112fde42fdccd297f62113bd0b49564bb8d439ff719af2b11535a354d21	739813
1080	init	2026-11-24 03:00:34.181294+00	t	\\x7e5d2790b3e00615ed053302bb2e68bbaef09f889db5ddaf00ae4bbd433042cffa6558cb9ae2088dd06c114316537aa3	451123
1081	init	2026-11-24 03:00:34.181817+00	t	\\xbf0f9282b24c9b498b8e59ce316012dfce6d5d80a0ff60b384287a85b4c97dee1a399a406be31ee48b53b540c49e39e0	461609
1082	init	2026-11-24 03:00:34.182355+00	t	\\xc4c901c6e6ce5f8971ffac6187c9831b0c121e620045a4446861f9b60655d011b28d66248655519ebe23a8935b49afd2	908445
1083	init	2026-11-24 03:00:34.183348+00	t	\\x0ac54560aa9aa1db38d447ed811a5b4606d65ccee63aea86fd808aaac2c51be3387c1d86741ec800eb2ef900f37317f1	6971207
1084	init	2026-11-24 03:00:34.19044+00	t	\\x6964f37a0f349eb9391c3abfa0e395cf53492f756004276b30b0a97f8edc2cfb4e2268d7e614bd3b983114815f24fb79	626584
1085	init	2026-11-24 03:00:34.191151+00	t	\\x373e8ac0de1f31c87876581b93277647ec6367bbc594af89a2deea849572129ae754dfdada444c2526d87ad887b7a41b	467717
1086	init	2026-11-24 03:00:34.191696+00	t	\\xa9acb460db176c1e0db14c9d4420862ac4620a5c2bb77967317eef5ecc420412f5d59ce4353d01d02c33a06cfdc092bf	448869
1087	init	2026-11-24 03:00:34.192217+00	t	\\xddd6fda4ef46519b3185aee3db63a46bd645da77c2547a625d66992a62736f2ff8ba1ce63aab29e7d14a28558af46427	442039
1088	init	2026-11-24 03:00:34.192749+00	t	\\x72ca33f325ac1dd079b7098ba7059e1354ad09e5c918cc7d7b676a637b1879b9181cb2190c6d759afca1566fae098511	1383864
1089	init	2026-11-24 03:00:34.194231+00	t	\\x045d079e999e2d97652b7f0040d757e6458f58bea86db7a6b8829dbf5f1cdf963d7d421a6fb5dbcf243623e79808858d	472094
1090	init	2026-11-24 03:00:34.194776+00	t	\\x032f0bd6625d69af1a7c280eca307ccc22981d984cd8aa9b4c0b5a6cef33dae838c882aa3e89f85b211836dc7067fa58	524111
1091	init	2026-11-24 03:00:34.195379+00	t	\\x00a4ea735dc9f5b3108093a6c3945b363165cb02e49d9349a8427eb47670f08c79c69c8a02e44cd5a20ab776ecdf5b4b	3818935
1092	init	2026-11-24 03:00:34.199307+00	t	\\x4db19129924b3d7111cc5db15f2da446d57285d258f217790e19ef3351cf5a54fee11a7cf5f813048fd4126d4d195ac1	511393
1093	init	2026-11-24 03:00:34.199896+00	t	\\xc4d31f50deace2854e236b006a8c65b14c4b040f1b18518131fb74c5e85020ab5267dcde04904dc5c54d5508fa10b984	431384
1094	init	2026-11-24 03:00:34.200401+00	t	\\x65b6e54474c97eb55ec1c7cb6c6c94ad4c4a4e43614f0535175cb2eb7489a39cded80e3ce0f7f1871da2c76aae196051	462159
1095	init	2026-11-24 03:00:34.200936+00	t	\\x9735b3bc0b95ef137243b2ca68ae4210434d920b7cb8fe3c7ed975ba1018bc4a04401854603ba34cffb908c9dc6437f2	1276294
1096	init	2026-11-24 03:00:34.202303+00	t	\\xcd074a3185b599b9a47ca79de59f407f0216e5447d06cbf1efa3f5dc336a70f00f0aead57b9996c0cdac5917e7111363	533106
1097	init	2026-11-24 03:00:34.202915+00	t	\\xa82debeb04774fe82b49e833fbe07ceaab3f3355747e8198e8aaa8cda8baceecddcbfdcfe2966c817bd5b57a601fb0db	635778
1098	init	2026-11-24 03:00:34.20363+00	t	\\x4ee3eb369e506e91318b6cedae80582be2a8023a6443169a1cd2c6a6378cb0e9405f4a70bc8ee4389138eaca48397cc9	1080893
1099	init	2026-11-24 03:00:34.204797+00	t	\\x204559a1ceac20471a43716c80fe6f897721957dbe0f90fccef82f9a206a0156795e4fdc3dcefa5573620c1bf5374035	412726
1100	init	2026-11-24 03:00:34.205289+00	t	\\xc3d0e9f7308a8cfc560f16d43189ad7c46437b478afb92d985b045f71ee36da38916620bb9d9beb40ccde094ecd5b834	1009927
1101	init	2026-11-24 03:00:34.206389+00	t	\\x91f860e103c01188d4a039dbe6a7fb661730eaa904d19acfa5e1b84a76cdf42115ef9994e1955d466a88928e76335957	739453
1102	init	2026-11-24 03:00:34.207197+00	t	\\x82f19c76120717cf30232f703e051efb4e963ea39a97efddee1ee698b3de02dd5924a7f7393ba6f134f2e9181639aa06	443602
2001	search	2026-11-24 03:00:34.207718+00	t	\\x1d2df3edbe1a51c170e48a1dccb4602efdd38a6fdc4c84980c22eb5110afa4455bc7e09679f278b70051d0b6d4be4aa5	13154099
2002	search	2026-11-24 03:00:34.221112+00	t	\\x62d502c7d4f447e40d3ad273b9a0fcdc02ab0251c68bf275dd58e637781eac6d139c4a1ee14502bc343c51f899926c58	17063219
2003	search	2026-11-24 03:00:34.242793+00	t	\\x947c0b66cf1f1963dc697951884e66fd4c285d3f13de654261a599c0021ed8875bf7c43fd76a7f8762c1c9856f3d7d05	1335422
2004	search	2026-11-24 03:00:34.244243+00	t	\\xeefdca51c50b066cd92795d0a539fb2f7fdef8ae9b217da98d861c78e5a4b6c7bd3f68e14d52cf5ac9b88d48b0155260	546485
2005	search	2026-11-24 03:00:34.244867+00	t	\\xf6144b9e140e8a718eb94dbab2a56cc46664cb17d238a1cfee49a5dce2d7394e27ce4bf711f3c1f367ef3ec795084a43	3073884
2006	search	2026-11-24 03:00:34.248078+00	t	\\xa624ff117877b5260bf7b44fa1ae29c6fac41586180914a2d12c943939b0eb1dd4381968f85bee6786743f3f1bea587d	1717081
2007	search	2026-11-24 03:00:34.249864+00	t	\\x4afddd349d8588e937cb2c24cf262df7346420142ef782f4facdd31f5704f9e0d9bb06275bbf955d299d1a7bb81ff3f9	498453
2008	search	2026-11-24 03:00:34.250441+00	t	\\x012a7410afc3aac6fc5b19e8b87465163d3b4f5d02535e5812b1aa96b88e80e5cdd1d9debb444cc149f7aa2fea58df38	454939
\.


--
-- Data for Name: tokens; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.tokens (organization_id, id, member_id, secret_hash, name, permissions, made_by, created_at, expires_at, last_used_at) FROM stdin;
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-838b-74f9-b87d-59ab36f695d1	01a20b7f-7d8f-73a6-bd12-04cb1fe8bc15	\\x89870ec684e79800f111d76a1de1a446fa6d07f090dd3111ab3818ff0c868065	Nightly export	\N	01a20b7f-7d8f-73a6-bd12-04cb1fe8bc15	1795489235843636	2109110400000000	\N
\.


--
-- Data for Name: user_emails; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.user_emails (email, user_id) FROM stdin;
you@example.test	01a20b7f-7d8f-73a6-bd12-04ca03a22e60
zeynep.blomskog.2@people.example	01a20b7f-7de2-77bf-b9c1-432a27a1eb26
beatriz.steinford.3@people.example	01a20b7f-7de3-71a3-9ceb-d0931e3e750d
nadia.goldheim.4@people.example	01a20b7f-7de3-71a3-9ceb-d0959b11e27e
dagny.oakhall.5@people.example	01a20b7f-7de3-71a3-9ceb-d097c79cf45e
saoirse.jordmore.6@people.example	01a20b7f-7de3-71a3-9ceb-d0997b111ecb
jorge.thorson.7@people.example	01a20b7f-7de3-71a3-9ceb-d09b2ca4c52a
imani.strandford.8@people.example	01a20b7f-7de3-71a3-9ceb-d09d0f4d3e59
paloma.millham.9@people.example	01a20b7f-7de3-71a3-9ceb-d09fe950c8f6
bjorn.sandthal.11@people.example	01a20b7f-7de3-71a3-9ceb-d0a3dcc36b2e
anders.thorstein.12@people.example	01a20b7f-7de3-71a3-9ceb-d0a5079d030d
quentin.ekstein.13@people.example	01a20b7f-7de3-71a3-9ceb-d0a754bfb62d
hakan.westmore.14@people.example	01a20b7f-7de3-71a3-9ceb-d0a9cb39c9c3
nadia.hazellund.15@people.example	01a20b7f-7de3-71a3-9ceb-d0abf3d44e68
bilal.fernborg.16@people.example	01a20b7f-7de3-71a3-9ceb-d0ad57773b44
emre.dahlhaus.18@people.example	01a20b7f-7de3-71a3-9ceb-d0b1735571e1
beatriz.westholt.19@people.example	01a20b7f-7de3-71a3-9ceb-d0b3a16f039c
zeynep.hagelbach.20@people.example	01a20b7f-7de3-71a3-9ceb-d0b5015e20bf
kaito.steinbeck.21@people.example	01a20b7f-7de3-71a3-9ceb-d0b73f9372ba
ilse.dahlholt.22@people.example	01a20b7f-7de3-71a3-9ceb-d0b9b537a2cd
jorge.kirchgaard.23@people.example	01a20b7f-7de3-71a3-9ceb-d0bbbf3b9366
aino.oakford.24@people.example	01a20b7f-7de3-71a3-9ceb-d0bd3cc3f567
imani.silberholt.25@people.example	01a20b7f-7de3-71a3-9ceb-d0bfe4fbfa6a
abena.thormann.26@people.example	01a20b7f-7de3-71a3-9ceb-d0c158e638df
rohan.lindkamp.27@people.example	01a20b7f-7de3-71a3-9ceb-d0c3c58e96bb
wiebke.fjellborg.28@people.example	01a20b7f-7de3-71a3-9ceb-d0c5923d8f03
ilse.millholt.29@people.example	01a20b7f-7de3-71a3-9ceb-d0c7c440d9a0
quentin.westhall.30@people.example	01a20b7f-7de3-71a3-9ceb-d0c9f26ce574
bilal.jordkamp.31@people.example	01a20b7f-7de3-71a3-9ceb-d0cba050a9ea
lorcan.jordgren.32@people.example	01a20b7f-7de3-71a3-9ceb-d0cd185310e8
daichi.grunbaum.33@people.example	01a20b7f-7de3-71a3-9ceb-d0cfd7728063
camila.sanddorf.34@people.example	01a20b7f-7de3-71a3-9ceb-d0d1256104dc
tariq.ahlhus.35@people.example	01a20b7f-7de3-71a3-9ceb-d0d31d526fb3
hakan.fjellfield.37@people.example	01a20b7f-7de3-71a3-9ceb-d0d7c01abba6
quentin.steingren.38@people.example	01a20b7f-7de3-71a3-9ceb-d0d906ff456f
aino.hargskog.39@people.example	01a20b7f-7de3-71a3-9ceb-d0dbf9184db0
dagny.jordlund.40@people.example	01a20b7f-7de3-71a3-9ceb-d0ddf1ac8237
katya.linddahl.41@people.example	01a20b7f-7de3-71a3-9ceb-d0df42d8c75b
abena.solfeld.42@people.example	01a20b7f-7de3-71a3-9ceb-d0e155590758
gael.nordson.43@people.example	01a20b7f-7de3-71a3-9ceb-d0e349573de2
lorcan.raywood.44@people.example	01a20b7f-7de3-71a3-9ceb-d0e5578f7116
zeynep.hagelrup.45@people.example	01a20b7f-7de3-71a3-9ceb-d0e75b48b533
kaito.steinberg.46@people.example	01a20b7f-7de3-71a3-9ceb-d0e9218f06af
malte.lundberg.47@people.example	01a20b7f-7de3-71a3-9ceb-d0eb296c089f
malte.fernbeck.48@people.example	01a20b7f-7de3-71a3-9ceb-d0ed52185bee
soren.oakblad.49@people.example	01a20b7f-7de3-71a3-9ceb-d0ef3301366d
malte.wooddorf.50@people.example	01a20b7f-7de3-71a3-9ceb-d0f10e7df2a0
bjorn.thorgaard.51@people.example	01a20b7f-7de3-71a3-9ceb-d0f38e291383
zeynep.blomhill.52@people.example	01a20b7f-7de3-71a3-9ceb-d0f5cae88ffb
aino.rayblad.53@people.example	01a20b7f-7de3-71a3-9ceb-d0f77e6c5ce7
beatriz.akerford.54@people.example	01a20b7f-7de3-71a3-9ceb-d0f9f5191f91
farah.marholt.55@people.example	01a20b7f-7de3-71a3-9ceb-d0fbf9587d85
daichi.brookson.56@people.example	01a20b7f-7de3-71a3-9ceb-d0fdb13f4cea
abena.woodmark.57@people.example	01a20b7f-7de3-71a3-9ceb-d0ffe16aa46a
bjorn.sandblad.58@people.example	01a20b7f-7de3-71a3-9ceb-d101ba5c3e20
quentin.rayby.59@people.example	01a20b7f-7de3-71a3-9ceb-d103b2dea0d4
\.


--
-- Data for Name: users; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.users (id, email, email_confirmed, password_hash, operator, reset_generation, reset_expires_at, reset_sent_at, new_email, email_follows, created_at, version) FROM stdin;
01a20b7f-7d8f-73a6-bd12-04ca03a22e60	you@example.test	t	$argon2id$v=19$m=19456,t=2,p=1$jyzkyjsedM6f7FYaxGlW/Q$pWD10VMsho/YIXFGZg99XQg6kyS1R3UGPxze76S9OEs	t	0	\N	[]	\N	f	1795489234316499	1
01a20b7f-7de2-77bf-b9c1-432a27a1eb26	zeynep.blomskog.2@people.example	t	$argon2id$v=19$m=19456,t=2,p=1$8msXiUeq59Xow/0VKOEOwQ$J5vi6eRMStkllUZmSuHW81aqdyAWfJKHGmqu04/1vvs	f	0	\N	[]	\N	f	1752202834399026	1
01a20b7f-7de3-71a3-9ceb-d0931e3e750d	beatriz.steinford.3@people.example	t	$argon2id$v=19$m=19456,t=2,p=1$8msXiUeq59Xow/0VKOEOwQ$J5vi6eRMStkllUZmSuHW81aqdyAWfJKHGmqu04/1vvs	f	0	\N	[]	\N	f	1791687634399026	1
01a20b7f-7de3-71a3-9ceb-d0959b11e27e	nadia.goldheim.4@people.example	t	$argon2id$v=19$m=19456,t=2,p=1$8msXiUeq59Xow/0VKOEOwQ$J5vi6eRMStkllUZmSuHW81aqdyAWfJKHGmqu04/1vvs	f	0	\N	[]	\N	f	1740538834399026	1
01a20b7f-7de3-71a3-9ceb-d097c79cf45e	dagny.oakhall.5@people.example	t	$argon2id$v=19$m=19456,t=2,p=1$8msXiUeq59Xow/0VKOEOwQ$J5vi6eRMStkllUZmSuHW81aqdyAWfJKHGmqu04/1vvs	f	0	\N	[]	\N	f	1718247634399026	1
01a20b7f-7de3-71a3-9ceb-d0997b111ecb	saoirse.jordmore.6@people.example	t	$argon2id$v=19$m=19456,t=2,p=1$8msXiUeq59Xow/0VKOEOwQ$J5vi6eRMStkllUZmSuHW81aqdyAWfJKHGmqu04/1vvs	f	0	\N	[]	\N	f	1740798034399026	1
01a20b7f-7de3-71a3-9ceb-d09b2ca4c52a	jorge.thorson.7@people.example	t	$argon2id$v=19$m=19456,t=2,p=1$8msXiUeq59Xow/0VKOEOwQ$J5vi6eRMStkllUZmSuHW81aqdyAWfJKHGmqu04/1vvs	f	0	\N	[]	\N	f	1768359634399026	1
01a20b7f-7de3-71a3-9ceb-d09d0f4d3e59	imani.strandford.8@people.example	t	$argon2id$v=19$m=19456,t=2,p=1$8msXiUeq59Xow/0VKOEOwQ$J5vi6eRMStkllUZmSuHW81aqdyAWfJKHGmqu04/1vvs	f	0	\N	[]	\N	f	1791946834399026	1
01a20b7f-7de3-71a3-9ceb-d09fe950c8f6	paloma.millham.9@people.example	t	$argon2id$v=19$m=19456,t=2,p=1$8msXiUeq59Xow/0VKOEOwQ$J5vi6eRMStkllUZmSuHW81aqdyAWfJKHGmqu04/1vvs	f	0	\N	[]	\N	f	1753326034399026	1
01a20b7f-7de3-71a3-9ceb-d0a3dcc36b2e	bjorn.sandthal.11@people.example	t	$argon2id$v=19$m=19456,t=2,p=1$8msXiUeq59Xow/0VKOEOwQ$J5vi6eRMStkllUZmSuHW81aqdyAWfJKHGmqu04/1vvs	f	0	\N	[]	\N	f	1739934034399026	1
01a20b7f-7de3-71a3-9ceb-d0a5079d030d	anders.thorstein.12@people.example	t	$argon2id$v=19$m=19456,t=2,p=1$8msXiUeq59Xow/0VKOEOwQ$J5vi6eRMStkllUZmSuHW81aqdyAWfJKHGmqu04/1vvs	f	0	\N	[]	\N	f	1734058834399026	1
01a20b7f-7de3-71a3-9ceb-d0a754bfb62d	quentin.ekstein.13@people.example	t	$argon2id$v=19$m=19456,t=2,p=1$8msXiUeq59Xow/0VKOEOwQ$J5vi6eRMStkllUZmSuHW81aqdyAWfJKHGmqu04/1vvs	f	0	\N	[]	\N	f	1746241234399026	1
01a20b7f-7de3-71a3-9ceb-d0a9cb39c9c3	hakan.westmore.14@people.example	t	$argon2id$v=19$m=19456,t=2,p=1$8msXiUeq59Xow/0VKOEOwQ$J5vi6eRMStkllUZmSuHW81aqdyAWfJKHGmqu04/1vvs	f	0	\N	[]	\N	f	1788577234399026	1
01a20b7f-7de3-71a3-9ceb-d0abf3d44e68	nadia.hazellund.15@people.example	t	$argon2id$v=19$m=19456,t=2,p=1$8msXiUeq59Xow/0VKOEOwQ$J5vi6eRMStkllUZmSuHW81aqdyAWfJKHGmqu04/1vvs	f	0	\N	[]	\N	f	1785726034399026	1
01a20b7f-7de3-71a3-9ceb-d0ad57773b44	bilal.fernborg.16@people.example	t	$argon2id$v=19$m=19456,t=2,p=1$8msXiUeq59Xow/0VKOEOwQ$J5vi6eRMStkllUZmSuHW81aqdyAWfJKHGmqu04/1vvs	f	0	\N	[]	\N	f	1738292434399026	1
01a20b7f-7de3-71a3-9ceb-d0b1735571e1	emre.dahlhaus.18@people.example	t	$argon2id$v=19$m=19456,t=2,p=1$8msXiUeq59Xow/0VKOEOwQ$J5vi6eRMStkllUZmSuHW81aqdyAWfJKHGmqu04/1vvs	f	0	\N	[]	\N	f	1794366034399026	1
01a20b7f-7de3-71a3-9ceb-d0b3a16f039c	beatriz.westholt.19@people.example	t	$argon2id$v=19$m=19456,t=2,p=1$8msXiUeq59Xow/0VKOEOwQ$J5vi6eRMStkllUZmSuHW81aqdyAWfJKHGmqu04/1vvs	f	0	\N	[]	\N	f	1750215634399026	1
01a20b7f-7de3-71a3-9ceb-d0b5015e20bf	zeynep.hagelbach.20@people.example	t	$argon2id$v=19$m=19456,t=2,p=1$8msXiUeq59Xow/0VKOEOwQ$J5vi6eRMStkllUZmSuHW81aqdyAWfJKHGmqu04/1vvs	f	0	\N	[]	\N	f	1732330834399026	1
01a20b7f-7de3-71a3-9ceb-d0b73f9372ba	kaito.steinbeck.21@people.example	t	$argon2id$v=19$m=19456,t=2,p=1$8msXiUeq59Xow/0VKOEOwQ$J5vi6eRMStkllUZmSuHW81aqdyAWfJKHGmqu04/1vvs	f	0	\N	[]	\N	f	1719716434399026	1
01a20b7f-7de3-71a3-9ceb-d0b9b537a2cd	ilse.dahlholt.22@people.example	t	$argon2id$v=19$m=19456,t=2,p=1$8msXiUeq59Xow/0VKOEOwQ$J5vi6eRMStkllUZmSuHW81aqdyAWfJKHGmqu04/1vvs	f	0	\N	[]	\N	f	1741057234399026	1
01a20b7f-7de3-71a3-9ceb-d0bbbf3b9366	jorge.kirchgaard.23@people.example	t	$argon2id$v=19$m=19456,t=2,p=1$8msXiUeq59Xow/0VKOEOwQ$J5vi6eRMStkllUZmSuHW81aqdyAWfJKHGmqu04/1vvs	f	0	\N	[]	\N	f	1787713234399026	1
01a20b7f-7de3-71a3-9ceb-d0bd3cc3f567	aino.oakford.24@people.example	t	$argon2id$v=19$m=19456,t=2,p=1$8msXiUeq59Xow/0VKOEOwQ$J5vi6eRMStkllUZmSuHW81aqdyAWfJKHGmqu04/1vvs	f	0	\N	[]	\N	f	1758164434399026	1
01a20b7f-7de3-71a3-9ceb-d0bfe4fbfa6a	imani.silberholt.25@people.example	t	$argon2id$v=19$m=19456,t=2,p=1$8msXiUeq59Xow/0VKOEOwQ$J5vi6eRMStkllUZmSuHW81aqdyAWfJKHGmqu04/1vvs	f	0	\N	[]	\N	f	1744340434399026	1
01a20b7f-7de3-71a3-9ceb-d0c158e638df	abena.thormann.26@people.example	t	$argon2id$v=19$m=19456,t=2,p=1$8msXiUeq59Xow/0VKOEOwQ$J5vi6eRMStkllUZmSuHW81aqdyAWfJKHGmqu04/1vvs	f	0	\N	[]	\N	f	1790391634399026	1
01a20b7f-7de3-71a3-9ceb-d0c3c58e96bb	rohan.lindkamp.27@people.example	t	$argon2id$v=19$m=19456,t=2,p=1$8msXiUeq59Xow/0VKOEOwQ$J5vi6eRMStkllUZmSuHW81aqdyAWfJKHGmqu04/1vvs	f	0	\N	[]	\N	f	1735614034399026	1
01a20b7f-7de3-71a3-9ceb-d0c5923d8f03	wiebke.fjellborg.28@people.example	t	$argon2id$v=19$m=19456,t=2,p=1$8msXiUeq59Xow/0VKOEOwQ$J5vi6eRMStkllUZmSuHW81aqdyAWfJKHGmqu04/1vvs	f	0	\N	[]	\N	f	1778900434399026	1
01a20b7f-7de3-71a3-9ceb-d0c7c440d9a0	ilse.millholt.29@people.example	t	$argon2id$v=19$m=19456,t=2,p=1$8msXiUeq59Xow/0VKOEOwQ$J5vi6eRMStkllUZmSuHW81aqdyAWfJKHGmqu04/1vvs	f	0	\N	[]	\N	f	1775358034399026	1
01a20b7f-7de3-71a3-9ceb-d0c9f26ce574	quentin.westhall.30@people.example	t	$argon2id$v=19$m=19456,t=2,p=1$8msXiUeq59Xow/0VKOEOwQ$J5vi6eRMStkllUZmSuHW81aqdyAWfJKHGmqu04/1vvs	f	0	\N	[]	\N	f	1743390034399026	1
01a20b7f-7de3-71a3-9ceb-d0cba050a9ea	bilal.jordkamp.31@people.example	t	$argon2id$v=19$m=19456,t=2,p=1$8msXiUeq59Xow/0VKOEOwQ$J5vi6eRMStkllUZmSuHW81aqdyAWfJKHGmqu04/1vvs	f	0	\N	[]	\N	f	1738810834399026	1
01a20b7f-7de3-71a3-9ceb-d0cd185310e8	lorcan.jordgren.32@people.example	t	$argon2id$v=19$m=19456,t=2,p=1$8msXiUeq59Xow/0VKOEOwQ$J5vi6eRMStkllUZmSuHW81aqdyAWfJKHGmqu04/1vvs	f	0	\N	[]	\N	f	1732676434399026	1
01a20b7f-7de3-71a3-9ceb-d0cfd7728063	daichi.grunbaum.33@people.example	t	$argon2id$v=19$m=19456,t=2,p=1$8msXiUeq59Xow/0VKOEOwQ$J5vi6eRMStkllUZmSuHW81aqdyAWfJKHGmqu04/1vvs	f	0	\N	[]	\N	f	1751770834399026	1
01a20b7f-7de3-71a3-9ceb-d0d1256104dc	camila.sanddorf.34@people.example	t	$argon2id$v=19$m=19456,t=2,p=1$8msXiUeq59Xow/0VKOEOwQ$J5vi6eRMStkllUZmSuHW81aqdyAWfJKHGmqu04/1vvs	f	0	\N	[]	\N	f	1749092434399026	1
01a20b7f-7de3-71a3-9ceb-d0d31d526fb3	tariq.ahlhus.35@people.example	t	$argon2id$v=19$m=19456,t=2,p=1$8msXiUeq59Xow/0VKOEOwQ$J5vi6eRMStkllUZmSuHW81aqdyAWfJKHGmqu04/1vvs	f	0	\N	[]	\N	f	1762916434399026	1
01a20b7f-7de3-71a3-9ceb-d0d7c01abba6	hakan.fjellfield.37@people.example	t	$argon2id$v=19$m=19456,t=2,p=1$8msXiUeq59Xow/0VKOEOwQ$J5vi6eRMStkllUZmSuHW81aqdyAWfJKHGmqu04/1vvs	f	0	\N	[]	\N	f	1755831634399026	1
01a20b7f-7de3-71a3-9ceb-d0d906ff456f	quentin.steingren.38@people.example	t	$argon2id$v=19$m=19456,t=2,p=1$8msXiUeq59Xow/0VKOEOwQ$J5vi6eRMStkllUZmSuHW81aqdyAWfJKHGmqu04/1vvs	f	0	\N	[]	\N	f	1742871634399026	1
01a20b7f-7de3-71a3-9ceb-d0dbf9184db0	aino.hargskog.39@people.example	t	$argon2id$v=19$m=19456,t=2,p=1$8msXiUeq59Xow/0VKOEOwQ$J5vi6eRMStkllUZmSuHW81aqdyAWfJKHGmqu04/1vvs	f	0	\N	[]	\N	f	1742180434399026	1
01a20b7f-7de3-71a3-9ceb-d0ddf1ac8237	dagny.jordlund.40@people.example	t	$argon2id$v=19$m=19456,t=2,p=1$8msXiUeq59Xow/0VKOEOwQ$J5vi6eRMStkllUZmSuHW81aqdyAWfJKHGmqu04/1vvs	f	0	\N	[]	\N	f	1778036434399026	1
01a20b7f-7de3-71a3-9ceb-d0df42d8c75b	katya.linddahl.41@people.example	t	$argon2id$v=19$m=19456,t=2,p=1$8msXiUeq59Xow/0VKOEOwQ$J5vi6eRMStkllUZmSuHW81aqdyAWfJKHGmqu04/1vvs	f	0	\N	[]	\N	f	1780887634399026	1
01a20b7f-7de3-71a3-9ceb-d0e155590758	abena.solfeld.42@people.example	t	$argon2id$v=19$m=19456,t=2,p=1$8msXiUeq59Xow/0VKOEOwQ$J5vi6eRMStkllUZmSuHW81aqdyAWfJKHGmqu04/1vvs	f	0	\N	[]	\N	f	1733108434399026	1
01a20b7f-7de3-71a3-9ceb-d0e349573de2	gael.nordson.43@people.example	t	$argon2id$v=19$m=19456,t=2,p=1$8msXiUeq59Xow/0VKOEOwQ$J5vi6eRMStkllUZmSuHW81aqdyAWfJKHGmqu04/1vvs	f	0	\N	[]	\N	f	1733540434399026	1
01a20b7f-7de3-71a3-9ceb-d0e5578f7116	lorcan.raywood.44@people.example	t	$argon2id$v=19$m=19456,t=2,p=1$8msXiUeq59Xow/0VKOEOwQ$J5vi6eRMStkllUZmSuHW81aqdyAWfJKHGmqu04/1vvs	f	0	\N	[]	\N	f	1750647634399026	1
01a20b7f-7de3-71a3-9ceb-d0e75b48b533	zeynep.hagelrup.45@people.example	t	$argon2id$v=19$m=19456,t=2,p=1$8msXiUeq59Xow/0VKOEOwQ$J5vi6eRMStkllUZmSuHW81aqdyAWfJKHGmqu04/1vvs	f	0	\N	[]	\N	f	1758423634399026	1
01a20b7f-7de3-71a3-9ceb-d0e9218f06af	kaito.steinberg.46@people.example	t	$argon2id$v=19$m=19456,t=2,p=1$8msXiUeq59Xow/0VKOEOwQ$J5vi6eRMStkllUZmSuHW81aqdyAWfJKHGmqu04/1vvs	f	0	\N	[]	\N	f	1726196434399026	1
01a20b7f-7de3-71a3-9ceb-d0eb296c089f	malte.lundberg.47@people.example	t	$argon2id$v=19$m=19456,t=2,p=1$8msXiUeq59Xow/0VKOEOwQ$J5vi6eRMStkllUZmSuHW81aqdyAWfJKHGmqu04/1vvs	f	0	\N	[]	\N	f	1776654034399026	1
01a20b7f-7de3-71a3-9ceb-d0ed52185bee	malte.fernbeck.48@people.example	t	$argon2id$v=19$m=19456,t=2,p=1$8msXiUeq59Xow/0VKOEOwQ$J5vi6eRMStkllUZmSuHW81aqdyAWfJKHGmqu04/1vvs	f	0	\N	[]	\N	f	1768446034399026	1
01a20b7f-7de3-71a3-9ceb-d0ef3301366d	soren.oakblad.49@people.example	t	$argon2id$v=19$m=19456,t=2,p=1$8msXiUeq59Xow/0VKOEOwQ$J5vi6eRMStkllUZmSuHW81aqdyAWfJKHGmqu04/1vvs	f	0	\N	[]	\N	f	1757559634399026	1
01a20b7f-7de3-71a3-9ceb-d0f10e7df2a0	malte.wooddorf.50@people.example	t	$argon2id$v=19$m=19456,t=2,p=1$8msXiUeq59Xow/0VKOEOwQ$J5vi6eRMStkllUZmSuHW81aqdyAWfJKHGmqu04/1vvs	f	0	\N	[]	\N	f	1782183634399026	1
01a20b7f-7de3-71a3-9ceb-d0f38e291383	bjorn.thorgaard.51@people.example	t	$argon2id$v=19$m=19456,t=2,p=1$8msXiUeq59Xow/0VKOEOwQ$J5vi6eRMStkllUZmSuHW81aqdyAWfJKHGmqu04/1vvs	f	0	\N	[]	\N	f	1746327634399026	1
01a20b7f-7de3-71a3-9ceb-d0f5cae88ffb	zeynep.blomhill.52@people.example	t	$argon2id$v=19$m=19456,t=2,p=1$8msXiUeq59Xow/0VKOEOwQ$J5vi6eRMStkllUZmSuHW81aqdyAWfJKHGmqu04/1vvs	f	0	\N	[]	\N	f	1739329234399026	1
01a20b7f-7de3-71a3-9ceb-d0f77e6c5ce7	aino.rayblad.53@people.example	t	$argon2id$v=19$m=19456,t=2,p=1$8msXiUeq59Xow/0VKOEOwQ$J5vi6eRMStkllUZmSuHW81aqdyAWfJKHGmqu04/1vvs	f	0	\N	[]	\N	f	1723086034399026	1
01a20b7f-7de3-71a3-9ceb-d0f9f5191f91	beatriz.akerford.54@people.example	t	$argon2id$v=19$m=19456,t=2,p=1$8msXiUeq59Xow/0VKOEOwQ$J5vi6eRMStkllUZmSuHW81aqdyAWfJKHGmqu04/1vvs	f	0	\N	[]	\N	f	1726801234399026	1
01a20b7f-7de3-71a3-9ceb-d0fbf9587d85	farah.marholt.55@people.example	t	$argon2id$v=19$m=19456,t=2,p=1$8msXiUeq59Xow/0VKOEOwQ$J5vi6eRMStkllUZmSuHW81aqdyAWfJKHGmqu04/1vvs	f	0	\N	[]	\N	f	1775185234399026	1
01a20b7f-7de3-71a3-9ceb-d0fdb13f4cea	daichi.brookson.56@people.example	t	$argon2id$v=19$m=19456,t=2,p=1$8msXiUeq59Xow/0VKOEOwQ$J5vi6eRMStkllUZmSuHW81aqdyAWfJKHGmqu04/1vvs	f	0	\N	[]	\N	f	1781492434399026	1
01a20b7f-7de3-71a3-9ceb-d0ffe16aa46a	abena.woodmark.57@people.example	t	$argon2id$v=19$m=19456,t=2,p=1$8msXiUeq59Xow/0VKOEOwQ$J5vi6eRMStkllUZmSuHW81aqdyAWfJKHGmqu04/1vvs	f	0	\N	[]	\N	f	1777950034399026	1
01a20b7f-7de3-71a3-9ceb-d101ba5c3e20	bjorn.sandblad.58@people.example	t	$argon2id$v=19$m=19456,t=2,p=1$8msXiUeq59Xow/0VKOEOwQ$J5vi6eRMStkllUZmSuHW81aqdyAWfJKHGmqu04/1vvs	f	0	\N	[]	\N	f	1727060434399026	1
01a20b7f-7de3-71a3-9ceb-d103b2dea0d4	quentin.rayby.59@people.example	t	$argon2id$v=19$m=19456,t=2,p=1$8msXiUeq59Xow/0VKOEOwQ$J5vi6eRMStkllUZmSuHW81aqdyAWfJKHGmqu04/1vvs	f	0	\N	[]	\N	f	1746846034399026	1
\.


--
-- Data for Name: workspaces; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.workspaces (organization_id, id, parent_id, kind, name, name_key, path, depth, active, features_off, created_at, version) FROM stdin;
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7d8d-7462-8f81-7339e4f7b272	\N	\N	Northwind Support	northwind support	01a20b7f7d8d74628f817339e4f7b272/	0	t	[]	1795489234316499	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de0-732d-b11c-6716a15da92e	01a20b7f-7d8d-7462-8f81-7339e4f7b272	\N	Harbour 1	harbour 1	01a20b7f7d8d74628f817339e4f7b272/01a20b7f7de0732db11c6716a15da92e/	1	t	[]	1795489234399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de1-7484-ac9a-e9dc15b02510	01a20b7f-7d8d-7462-8f81-7339e4f7b272	\N	Hill 2	hill 2	01a20b7f7d8d74628f817339e4f7b272/01a20b7f7de17484ac9ae9dc15b02510/	1	t	[]	1795489234399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de1-7484-ac9a-e9ddda4796f0	01a20b7f-7d8d-7462-8f81-7339e4f7b272	\N	Mill 3	mill 3	01a20b7f7d8d74628f817339e4f7b272/01a20b7f7de17484ac9ae9ddda4796f0/	1	t	[]	1795489234399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de1-7484-ac9a-e9de72cd7d9e	01a20b7f-7d8d-7462-8f81-7339e4f7b272	\N	Hill 4	hill 4	01a20b7f7d8d74628f817339e4f7b272/01a20b7f7de17484ac9ae9de72cd7d9e/	1	t	[]	1795489234399026	1
01a20b7f-7d5b-7372-a513-e8540ca81b63	01a20b7f-7de2-77bf-b9c1-432719929d5c	01a20b7f-7d8d-7462-8f81-7339e4f7b272	\N	River 5	river 5	01a20b7f7d8d74628f817339e4f7b272/01a20b7f7de277bfb9c1432719929d5c/	1	t	[]	1795489234399026	1
\.


--
-- Name: attempts attempts_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.attempts
    ADD CONSTRAINT attempts_pkey PRIMARY KEY (purpose, who, network);


--
-- Name: contacts contacts_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.contacts
    ADD CONSTRAINT contacts_pkey PRIMARY KEY (organization_id, id);


--
-- Name: deleted_memberships deleted_memberships_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.deleted_memberships
    ADD CONSTRAINT deleted_memberships_pkey PRIMARY KEY (organization_id, id);


--
-- Name: departures departures_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.departures
    ADD CONSTRAINT departures_pkey PRIMARY KEY (organization_id, portfolio_id, contact_id);


--
-- Name: errands errands_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.errands
    ADD CONSTRAINT errands_pkey PRIMARY KEY (organization_id, id);


--
-- Name: grant_levels grant_levels_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.grant_levels
    ADD CONSTRAINT grant_levels_pkey PRIMARY KEY (organization_id, workspace_id, level, member_id);


--
-- Name: grants grants_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.grants
    ADD CONSTRAINT grants_pkey PRIMARY KEY (organization_id, member_id, workspace_id);


--
-- Name: grouped_resources grouped_resources_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.grouped_resources
    ADD CONSTRAINT grouped_resources_pkey PRIMARY KEY (organization_id, group_id, resource_id);


--
-- Name: installation installation_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.installation
    ADD CONSTRAINT installation_pkey PRIMARY KEY (id);


--
-- Name: invitation_mails invitation_mails_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.invitation_mails
    ADD CONSTRAINT invitation_mails_pkey PRIMARY KEY (organization_id, hour, domain);


--
-- Name: invitations invitations_organization_id_member_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.invitations
    ADD CONSTRAINT invitations_organization_id_member_id_key UNIQUE (organization_id, member_id);


--
-- Name: invitations invitations_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.invitations
    ADD CONSTRAINT invitations_pkey PRIMARY KEY (organization_id, id);


--
-- Name: job_items job_items_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.job_items
    ADD CONSTRAINT job_items_pkey PRIMARY KEY (organization_id, job_id, "position");


--
-- Name: jobs jobs_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.jobs
    ADD CONSTRAINT jobs_pkey PRIMARY KEY (organization_id, id);


--
-- Name: journal_heads journal_heads_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.journal_heads
    ADD CONSTRAINT journal_heads_pkey PRIMARY KEY (organization_id);


--
-- Name: journal journal_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.journal
    ADD CONSTRAINT journal_pkey PRIMARY KEY (organization_id, id);


--
-- Name: membership_emails membership_emails_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.membership_emails
    ADD CONSTRAINT membership_emails_pkey PRIMARY KEY (organization_id, email);


--
-- Name: memberships memberships_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships
    ADD CONSTRAINT memberships_pkey PRIMARY KEY (organization_id, id);


--
-- Name: organizations organizations_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.organizations
    ADD CONSTRAINT organizations_pkey PRIMARY KEY (id);


--
-- Name: portfolios portfolios_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.portfolios
    ADD CONSTRAINT portfolios_pkey PRIMARY KEY (organization_id, id);


--
-- Name: presence_waves presence_waves_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.presence_waves
    ADD CONSTRAINT presence_waves_pkey PRIMARY KEY (organization_id);


--
-- Name: presences presences_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.presences
    ADD CONSTRAINT presences_pkey PRIMARY KEY (organization_id, member_id);


--
-- Name: receipt_portfolios receipt_portfolios_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.receipt_portfolios
    ADD CONSTRAINT receipt_portfolios_pkey PRIMARY KEY (organization_id, receipt_id, portfolio_id);


--
-- Name: receipt_workspaces receipt_workspaces_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.receipt_workspaces
    ADD CONSTRAINT receipt_workspaces_pkey PRIMARY KEY (organization_id, workspace_id, receipt_id);


--
-- Name: receipts receipts_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.receipts
    ADD CONSTRAINT receipts_pkey PRIMARY KEY (organization_id, id);


--
-- Name: recovery_codes recovery_codes_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.recovery_codes
    ADD CONSTRAINT recovery_codes_pkey PRIMARY KEY (user_id, code_hash);


--
-- Name: replays replays_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.replays
    ADD CONSTRAINT replays_pkey PRIMARY KEY (user_id, route, key);


--
-- Name: resource_groups resource_groups_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.resource_groups
    ADD CONSTRAINT resource_groups_pkey PRIMARY KEY (organization_id, id);


--
-- Name: resources resources_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.resources
    ADD CONSTRAINT resources_pkey PRIMARY KEY (organization_id, id);


--
-- Name: second_factors second_factors_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.second_factors
    ADD CONSTRAINT second_factors_pkey PRIMARY KEY (user_id);


--
-- Name: selection_groups selection_groups_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.selection_groups
    ADD CONSTRAINT selection_groups_pkey PRIMARY KEY (organization_id, member_id, kind, group_id);


--
-- Name: selection_resources selection_resources_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.selection_resources
    ADD CONSTRAINT selection_resources_pkey PRIMARY KEY (organization_id, member_id, kind, resource_id);


--
-- Name: selections selections_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.selections
    ADD CONSTRAINT selections_pkey PRIMARY KEY (organization_id, member_id, kind);


--
-- Name: sessions sessions_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sessions
    ADD CONSTRAINT sessions_pkey PRIMARY KEY (id);


--
-- Name: sessions sessions_secret_hash_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sessions
    ADD CONSTRAINT sessions_secret_hash_key UNIQUE (secret_hash);


--
-- Name: tenure_migrations tenure_migrations_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tenure_migrations
    ADD CONSTRAINT tenure_migrations_pkey PRIMARY KEY (version);


--
-- Name: tokens tokens_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tokens
    ADD CONSTRAINT tokens_pkey PRIMARY KEY (organization_id, id);


--
-- Name: tokens tokens_secret_hash_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tokens
    ADD CONSTRAINT tokens_secret_hash_key UNIQUE (secret_hash);


--
-- Name: user_emails user_emails_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.user_emails
    ADD CONSTRAINT user_emails_pkey PRIMARY KEY (email);


--
-- Name: users users_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.users
    ADD CONSTRAINT users_pkey PRIMARY KEY (id);


--
-- Name: workspaces workspaces_organization_id_path_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.workspaces
    ADD CONSTRAINT workspaces_organization_id_path_key UNIQUE (organization_id, path);


--
-- Name: workspaces workspaces_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.workspaces
    ADD CONSTRAINT workspaces_pkey PRIMARY KEY (organization_id, id);


--
-- Name: attempts_by_end; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX attempts_by_end ON public.attempts USING btree (kept_until);


--
-- Name: attempts_by_lock; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX attempts_by_lock ON public.attempts USING btree (who, locked_until) WHERE (locked_until IS NOT NULL);


--
-- Name: contact_search; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX contact_search ON public.contacts USING gin (organization_id, name_key public.gin_trgm_ops, email public.gin_trgm_ops, phone public.gin_trgm_ops);


--
-- Name: contacts_at; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX contacts_at ON public.contacts USING btree (organization_id, workspace_id, id);


--
-- Name: contacts_never_assigned; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX contacts_never_assigned ON public.contacts USING btree (organization_id, workspace_id, id) WHERE (portfolio_id IS NULL);


--
-- Name: contacts_of_portfolio; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX contacts_of_portfolio ON public.contacts USING btree (organization_id, portfolio_id, id);


--
-- Name: deleted_memberships_by_email; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX deleted_memberships_by_email ON public.deleted_memberships USING btree (organization_id, email);


--
-- Name: deleted_memberships_by_end; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX deleted_memberships_by_end ON public.deleted_memberships USING btree (kept_until, organization_id, id);


--
-- Name: deleted_memberships_of_user; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX deleted_memberships_of_user ON public.deleted_memberships USING btree (user_id) WHERE (user_id IS NOT NULL);


--
-- Name: departures_by_turn; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX departures_by_turn ON public.departures USING btree (organization_id, portfolio_id, turn);


--
-- Name: errands_by_end; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX errands_by_end ON public.errands USING btree (settled_at) WHERE (settled_at IS NOT NULL);


--
-- Name: errands_due; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX errands_due ON public.errands USING btree (due_at, id) WHERE (state = 'waiting'::text);


--
-- Name: errands_of_invitation; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX errands_of_invitation ON public.errands USING btree (organization_id, invitation_id, generation);


--
-- Name: errands_waiting_for; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX errands_waiting_for ON public.errands USING btree (organization_id, member_id) WHERE (state = 'waiting'::text);


--
-- Name: grant_levels_by_level; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX grant_levels_by_level ON public.grant_levels USING btree (organization_id, level, member_id);


--
-- Name: grant_levels_of_member; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX grant_levels_of_member ON public.grant_levels USING btree (organization_id, member_id, workspace_id);


--
-- Name: grants_at; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX grants_at ON public.grants USING btree (organization_id, workspace_id, member_id);


--
-- Name: grouped_resources_of; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX grouped_resources_of ON public.grouped_resources USING btree (organization_id, resource_id, group_id);


--
-- Name: invitations_sent_by; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX invitations_sent_by ON public.invitations USING btree (organization_id, invited_by);


--
-- Name: job_items_open; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX job_items_open ON public.job_items USING btree (organization_id, job_id, "position") WHERE (outcome IS NULL);


--
-- Name: job_items_refused; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX job_items_refused ON public.job_items USING btree (organization_id, job_id, "position") WHERE (outcome = 'refused'::text);


--
-- Name: jobs_begun_by; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX jobs_begun_by ON public.jobs USING btree (organization_id, begun_by, id);


--
-- Name: jobs_by_end; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX jobs_by_end ON public.jobs USING btree (ended_at) WHERE (ended_at IS NOT NULL);


--
-- Name: jobs_due; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX jobs_due ON public.jobs USING btree (leased_until, id) WHERE (state = 'running'::text);


--
-- Name: jobs_ended; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX jobs_ended ON public.jobs USING btree (organization_id, ended_at) WHERE (ended_at IS NOT NULL);


--
-- Name: jobs_planned; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX jobs_planned ON public.jobs USING btree (leased_until) WHERE (state = 'planned'::text);


--
-- Name: jobs_running; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX jobs_running ON public.jobs USING btree (organization_id, leased_until) WHERE (state = 'running'::text);


--
-- Name: journal_by_actor; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX journal_by_actor ON public.journal USING btree (organization_id, actor, at, id);


--
-- Name: journal_by_kind; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX journal_by_kind ON public.journal USING btree (organization_id, kind, at, id);


--
-- Name: journal_by_position; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX journal_by_position ON public.journal USING btree (organization_id, "position") WHERE ("position" IS NOT NULL);


--
-- Name: journal_by_target; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX journal_by_target ON public.journal USING btree (organization_id, target, at, id);


--
-- Name: journal_by_time; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX journal_by_time ON public.journal USING btree (organization_id, at, id);


--
-- Name: journal_unsealed; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX journal_unsealed ON public.journal USING btree (organization_id, at, id) WHERE ("position" IS NULL);


--
-- Name: member_search; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX member_search ON public.memberships USING gin (organization_id, name_key public.gin_trgm_ops, email public.gin_trgm_ops);


--
-- Name: memberships_by_activity; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_by_activity ON public.memberships USING btree (organization_id, active_key, id);


--
-- Name: memberships_by_email; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_by_email ON public.memberships USING btree (organization_id, email, id);


--
-- Name: memberships_by_login; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX memberships_by_login ON public.memberships USING btree (organization_id, user_id) WHERE (user_id IS NOT NULL);


--
-- Name: memberships_by_name; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_by_name ON public.memberships USING btree (organization_id, name_key, id);


--
-- Name: memberships_by_shown_name; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_by_shown_name ON public.memberships USING btree (organization_id, shown_key, id);


--
-- Name: memberships_by_status; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_by_status ON public.memberships USING btree (organization_id, status, name_key, id);


--
-- Name: memberships_by_status_and_activity; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_by_status_and_activity ON public.memberships USING btree (organization_id, status, active_key, id);


--
-- Name: memberships_of_user; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_of_user ON public.memberships USING btree (user_id) WHERE (user_id IS NOT NULL);


--
-- Name: organizations_by_name; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX organizations_by_name ON public.organizations USING btree (name_key, id);


--
-- Name: portfolios_at; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX portfolios_at ON public.portfolios USING btree (organization_id, workspace_id, holder, id);


--
-- Name: portfolios_closed; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX portfolios_closed ON public.portfolios USING btree (organization_id, id) WHERE (NOT open);


--
-- Name: portfolios_of_holder; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX portfolios_of_holder ON public.portfolios USING btree (organization_id, holder, id);


--
-- Name: portfolios_open; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX portfolios_open ON public.portfolios USING btree (organization_id, workspace_id, first_holder) WHERE open;


--
-- Name: presences_by_end; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX presences_by_end ON public.presences USING btree (online_until);


--
-- Name: presences_by_wave; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX presences_by_wave ON public.presences USING btree (organization_id, wave, member_id);


--
-- Name: receipt_portfolios_of; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX receipt_portfolios_of ON public.receipt_portfolios USING btree (organization_id, portfolio_id);


--
-- Name: receipt_workspaces_of; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX receipt_workspaces_of ON public.receipt_workspaces USING btree (organization_id, receipt_id, workspace_id);


--
-- Name: receipts_of_member; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX receipts_of_member ON public.receipts USING btree (organization_id, member_id, workspace_id);


--
-- Name: replays_by_end; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX replays_by_end ON public.replays USING btree (kept_until);


--
-- Name: resource_groups_by_name; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX resource_groups_by_name ON public.resource_groups USING btree (organization_id, name_key, id);


--
-- Name: resource_groups_of_kind; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX resource_groups_of_kind ON public.resource_groups USING btree (organization_id, kind, name_key, id);


--
-- Name: resources_by_name; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX resources_by_name ON public.resources USING btree (organization_id, name_key, id);


--
-- Name: resources_for_everyone; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX resources_for_everyone ON public.resources USING btree (organization_id, kind, name_key, id) WHERE for_everyone;


--
-- Name: resources_of_kind; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX resources_of_kind ON public.resources USING btree (organization_id, kind, name_key, id);


--
-- Name: selection_groups_of; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX selection_groups_of ON public.selection_groups USING btree (organization_id, group_id, member_id);


--
-- Name: selection_resources_of; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX selection_resources_of ON public.selection_resources USING btree (organization_id, resource_id, member_id);


--
-- Name: selections_of_all; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX selections_of_all ON public.selections USING btree (organization_id, kind, member_id) WHERE reaches_all;


--
-- Name: sessions_by_end; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX sessions_by_end ON public.sessions USING btree (expires_at);


--
-- Name: sessions_of_user; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX sessions_of_user ON public.sessions USING btree (user_id);


--
-- Name: tokens_by_end; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tokens_by_end ON public.tokens USING btree (expires_at) WHERE (expires_at IS NOT NULL);


--
-- Name: tokens_by_maker; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tokens_by_maker ON public.tokens USING btree (organization_id, made_by);


--
-- Name: tokens_of_member; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tokens_of_member ON public.tokens USING btree (organization_id, member_id, id);


--
-- Name: users_followed; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX users_followed ON public.users USING btree (id) WHERE email_follows;


--
-- Name: users_operators; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX users_operators ON public.users USING btree (email) WHERE operator;


--
-- Name: workspaces_by_name; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX workspaces_by_name ON public.workspaces USING btree (organization_id, depth, name_key, id);


--
-- Name: workspaces_by_parent; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX workspaces_by_parent ON public.workspaces USING btree (organization_id, parent_id);


--
-- Name: contacts contacts_organization_id_portfolio_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.contacts
    ADD CONSTRAINT contacts_organization_id_portfolio_id_fkey FOREIGN KEY (organization_id, portfolio_id) REFERENCES public.portfolios(organization_id, id);


--
-- Name: contacts contacts_organization_id_workspace_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.contacts
    ADD CONSTRAINT contacts_organization_id_workspace_id_fkey FOREIGN KEY (organization_id, workspace_id) REFERENCES public.workspaces(organization_id, id);


--
-- Name: deleted_memberships deleted_memberships_organization_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.deleted_memberships
    ADD CONSTRAINT deleted_memberships_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organizations(id);


--
-- Name: deleted_memberships deleted_memberships_user_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.deleted_memberships
    ADD CONSTRAINT deleted_memberships_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id);


--
-- Name: departures departures_organization_id_portfolio_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.departures
    ADD CONSTRAINT departures_organization_id_portfolio_id_fkey FOREIGN KEY (organization_id, portfolio_id) REFERENCES public.portfolios(organization_id, id);


--
-- Name: errands errands_organization_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.errands
    ADD CONSTRAINT errands_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organizations(id);


--
-- Name: grant_levels grant_levels_organization_id_member_id_workspace_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.grant_levels
    ADD CONSTRAINT grant_levels_organization_id_member_id_workspace_id_fkey FOREIGN KEY (organization_id, member_id, workspace_id) REFERENCES public.grants(organization_id, member_id, workspace_id) ON DELETE CASCADE;


--
-- Name: grants grants_organization_id_member_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.grants
    ADD CONSTRAINT grants_organization_id_member_id_fkey FOREIGN KEY (organization_id, member_id) REFERENCES public.memberships(organization_id, id) ON DELETE CASCADE;


--
-- Name: grants grants_organization_id_workspace_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.grants
    ADD CONSTRAINT grants_organization_id_workspace_id_fkey FOREIGN KEY (organization_id, workspace_id) REFERENCES public.workspaces(organization_id, id);


--
-- Name: grouped_resources grouped_resources_organization_id_group_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.grouped_resources
    ADD CONSTRAINT grouped_resources_organization_id_group_id_fkey FOREIGN KEY (organization_id, group_id) REFERENCES public.resource_groups(organization_id, id) ON DELETE CASCADE;


--
-- Name: grouped_resources grouped_resources_organization_id_resource_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.grouped_resources
    ADD CONSTRAINT grouped_resources_organization_id_resource_id_fkey FOREIGN KEY (organization_id, resource_id) REFERENCES public.resources(organization_id, id) ON DELETE CASCADE;


--
-- Name: invitation_mails invitation_mails_organization_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.invitation_mails
    ADD CONSTRAINT invitation_mails_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organizations(id);


--
-- Name: invitations invitations_organization_id_member_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.invitations
    ADD CONSTRAINT invitations_organization_id_member_id_fkey FOREIGN KEY (organization_id, member_id) REFERENCES public.memberships(organization_id, id) ON DELETE CASCADE;


--
-- Name: job_items job_items_organization_id_job_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.job_items
    ADD CONSTRAINT job_items_organization_id_job_id_fkey FOREIGN KEY (organization_id, job_id) REFERENCES public.jobs(organization_id, id) ON DELETE CASCADE;


--
-- Name: jobs jobs_organization_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.jobs
    ADD CONSTRAINT jobs_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organizations(id);


--
-- Name: journal_heads journal_heads_organization_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.journal_heads
    ADD CONSTRAINT journal_heads_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organizations(id);


--
-- Name: journal journal_organization_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.journal
    ADD CONSTRAINT journal_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organizations(id);


--
-- Name: memberships memberships_organization_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships
    ADD CONSTRAINT memberships_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organizations(id);


--
-- Name: memberships memberships_user_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships
    ADD CONSTRAINT memberships_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id);


--
-- Name: portfolios portfolios_organization_id_holder_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.portfolios
    ADD CONSTRAINT portfolios_organization_id_holder_fkey FOREIGN KEY (organization_id, holder) REFERENCES public.memberships(organization_id, id);


--
-- Name: portfolios portfolios_organization_id_workspace_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.portfolios
    ADD CONSTRAINT portfolios_organization_id_workspace_id_fkey FOREIGN KEY (organization_id, workspace_id) REFERENCES public.workspaces(organization_id, id);


--
-- Name: presence_waves presence_waves_organization_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.presence_waves
    ADD CONSTRAINT presence_waves_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organizations(id);


--
-- Name: presences presences_organization_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.presences
    ADD CONSTRAINT presences_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organizations(id);


--
-- Name: receipt_portfolios receipt_portfolios_organization_id_portfolio_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.receipt_portfolios
    ADD CONSTRAINT receipt_portfolios_organization_id_portfolio_id_fkey FOREIGN KEY (organization_id, portfolio_id) REFERENCES public.portfolios(organization_id, id);


--
-- Name: receipt_portfolios receipt_portfolios_organization_id_receipt_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.receipt_portfolios
    ADD CONSTRAINT receipt_portfolios_organization_id_receipt_id_fkey FOREIGN KEY (organization_id, receipt_id) REFERENCES public.receipts(organization_id, id);


--
-- Name: receipt_workspaces receipt_workspaces_organization_id_receipt_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.receipt_workspaces
    ADD CONSTRAINT receipt_workspaces_organization_id_receipt_id_fkey FOREIGN KEY (organization_id, receipt_id) REFERENCES public.receipts(organization_id, id);


--
-- Name: receipt_workspaces receipt_workspaces_organization_id_workspace_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.receipt_workspaces
    ADD CONSTRAINT receipt_workspaces_organization_id_workspace_id_fkey FOREIGN KEY (organization_id, workspace_id) REFERENCES public.workspaces(organization_id, id);


--
-- Name: recovery_codes recovery_codes_user_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.recovery_codes
    ADD CONSTRAINT recovery_codes_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id);


--
-- Name: replays replays_user_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.replays
    ADD CONSTRAINT replays_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id);


--
-- Name: resource_groups resource_groups_organization_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.resource_groups
    ADD CONSTRAINT resource_groups_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organizations(id);


--
-- Name: resources resources_organization_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.resources
    ADD CONSTRAINT resources_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organizations(id);


--
-- Name: second_factors second_factors_user_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.second_factors
    ADD CONSTRAINT second_factors_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id);


--
-- Name: selection_groups selection_groups_organization_id_group_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.selection_groups
    ADD CONSTRAINT selection_groups_organization_id_group_id_fkey FOREIGN KEY (organization_id, group_id) REFERENCES public.resource_groups(organization_id, id) ON DELETE CASCADE;


--
-- Name: selection_groups selection_groups_organization_id_member_id_kind_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.selection_groups
    ADD CONSTRAINT selection_groups_organization_id_member_id_kind_fkey FOREIGN KEY (organization_id, member_id, kind) REFERENCES public.selections(organization_id, member_id, kind) ON DELETE CASCADE;


--
-- Name: selection_resources selection_resources_organization_id_member_id_kind_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.selection_resources
    ADD CONSTRAINT selection_resources_organization_id_member_id_kind_fkey FOREIGN KEY (organization_id, member_id, kind) REFERENCES public.selections(organization_id, member_id, kind) ON DELETE CASCADE;


--
-- Name: selection_resources selection_resources_organization_id_resource_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.selection_resources
    ADD CONSTRAINT selection_resources_organization_id_resource_id_fkey FOREIGN KEY (organization_id, resource_id) REFERENCES public.resources(organization_id, id) ON DELETE CASCADE;


--
-- Name: selections selections_organization_id_member_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.selections
    ADD CONSTRAINT selections_organization_id_member_id_fkey FOREIGN KEY (organization_id, member_id) REFERENCES public.memberships(organization_id, id) ON DELETE CASCADE;


--
-- Name: sessions sessions_user_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sessions
    ADD CONSTRAINT sessions_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id);


--
-- Name: tokens tokens_organization_id_member_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tokens
    ADD CONSTRAINT tokens_organization_id_member_id_fkey FOREIGN KEY (organization_id, member_id) REFERENCES public.memberships(organization_id, id) ON DELETE CASCADE;


--
-- Name: workspaces workspaces_organization_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.workspaces
    ADD CONSTRAINT workspaces_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organizations(id);


--
-- Name: workspaces workspaces_organization_id_parent_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.workspaces
    ADD CONSTRAINT workspaces_organization_id_parent_id_fkey FOREIGN KEY (organization_id, parent_id) REFERENCES public.workspaces(organization_id, id);


--
-- PostgreSQL database dump complete
--


