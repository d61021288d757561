--
-- PostgreSQL database dump
--

\restrict onglxCNbrR0lDAjjeEXvvHeBc7DatbYze1W3cyd8QQLIbIqgjuYPvJScyChWnt3

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
-- Name: app; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA app;


--
-- Name: mood; Type: TYPE; Schema: app; Owner: -
--

CREATE TYPE app.mood AS ENUM (
    'sad',
    'it''s ok'
);


--
-- Name: copies(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.copies() RETURNS text
    LANGUAGE plpgsql
    AS $$
BEGIN
    -- The next line only looks like one of a dump.
    RETURN 'x
COPY app.notes FROM stdin;
\.
';
END $$;


--
-- Name: two(integer); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.two(n integer) RETURNS integer
    LANGUAGE sql
    BEGIN ATOMIC
 SELECT 1;
 SELECT (n * 2);
END;


SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: notes; Type: TABLE; Schema: app; Owner: -
--

CREATE TABLE app.notes (
    id integer NOT NULL,
    body text,
    mood app.mood,
    raw bytea,
    tags text[],
    at timestamp with time zone DEFAULT '2026-01-02 03:04:05+00'::timestamp with time zone
);


--
-- Name: TABLE notes; Type: COMMENT; Schema: app; Owner: -
--

COMMENT ON TABLE app.notes IS 'back\slash; ''quoted''';


--
-- Name: notes_id_seq; Type: SEQUENCE; Schema: app; Owner: -
--

CREATE SEQUENCE app.notes_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: notes_id_seq; Type: SEQUENCE OWNED BY; Schema: app; Owner: -
--

ALTER SEQUENCE app.notes_id_seq OWNED BY app.notes.id;


--
-- Name: sad; Type: VIEW; Schema: app; Owner: -
--

CREATE VIEW app.sad AS
 SELECT notes.id,
    notes.body
   FROM app.notes
  WHERE (notes.mood = 'sad'::app.mood);


--
-- Name: empty; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.empty (
    n integer
);


--
-- Name: parent; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.parent (
    id integer NOT NULL,
    note integer
);


--
-- Name: notes id; Type: DEFAULT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.notes ALTER COLUMN id SET DEFAULT nextval('app.notes_id_seq'::regclass);


--
-- Data for Name: notes; Type: TABLE DATA; Schema: app; Owner: -
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
-- Data for Name: empty; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.empty (n) FROM stdin;
\.


--
-- Data for Name: parent; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.parent (id, note) FROM stdin;
1	1
2	3
\.


--
-- Name: notes_id_seq; Type: SEQUENCE SET; Schema: app; Owner: -
--

SELECT pg_catalog.setval('app.notes_id_seq', 10, true);


--
-- Name: notes notes_pkey; Type: CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.notes
    ADD CONSTRAINT notes_pkey PRIMARY KEY (id);


--
-- Name: parent parent_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.parent
    ADD CONSTRAINT parent_pkey PRIMARY KEY (id);


--
-- Name: notes touch; Type: TRIGGER; Schema: app; Owner: -
--

CREATE TRIGGER touch BEFORE UPDATE ON app.notes FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();


--
-- Name: parent parent_note_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.parent
    ADD CONSTRAINT parent_note_fkey FOREIGN KEY (note) REFERENCES app.notes(id);


--
-- PostgreSQL database dump complete
--

\unrestrict onglxCNbrR0lDAjjeEXvvHeBc7DatbYze1W3cyd8QQLIbIqgjuYPvJScyChWnt3

