--
-- PostgreSQL database dump
--

\restrict HGfPCN9EkS5iYtx6VtrvNRIBWjgP2agWf2MvJgc8eHctGt1sIGk8khquuvIvbHl

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
-- Data for Name: notes; Type: TABLE DATA; Schema: app; Owner: postgres
--

COPY app.notes (id, body, mood, raw, tags, at) FROM stdin;
1	a\\b\tc\nd	sad	\\x00ff	{a,"b,c"}	2026-01-02 03:04:05+00
2	\N	it's ok	\N	{}	2026-01-02 03:04:05+00
3	\\.	sad	\N	\N	2026-01-02 03:04:05+00
4	\\N	\N	\\x	\N	2026-01-02 03:04:05+00
5	-- not a comment; ' " $$	sad	\N	\N	2026-01-02 03:04:05+00
6	COPY t FROM stdin;	\N	\N	\N	2026-01-02 03:04:05+00
7	\\! touch x	\N	\N	\N	2026-01-02 03:04:05+00
8	\r\nwindows	\N	\N	\N	2026-01-02 03:04:05+00
9		\N	\N	{NULL,"\\\\"}	2026-01-02 03:04:05+00
10	é漢😀	\N	\N	\N	2026-01-02 03:04:05+00
\.


--
-- Data for Name: empty; Type: TABLE DATA; Schema: public; Owner: postgres
--

COPY public.empty (n) FROM stdin;
\.


--
-- Data for Name: parent; Type: TABLE DATA; Schema: public; Owner: postgres
--

COPY public.parent (id, note) FROM stdin;
1	1
2	3
\.


--
-- Name: notes_id_seq; Type: SEQUENCE SET; Schema: app; Owner: postgres
--

SELECT pg_catalog.setval('app.notes_id_seq', 10, true);


--
-- PostgreSQL database dump complete
--

\unrestrict HGfPCN9EkS5iYtx6VtrvNRIBWjgP2agWf2MvJgc8eHctGt1sIGk8khquuvIvbHl

