--
-- PostgreSQL database dump
--

\restrict t42gYwT4HuD1zPgq9FIU2QHOyxChTeu6IQPT25XGkndRtOhjza4R9ZunBOuHhh2

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
-- Name: app; Type: SCHEMA; Schema: -; Owner: postgres
--

CREATE SCHEMA app;


ALTER SCHEMA app OWNER TO postgres;

--
-- Name: mood; Type: TYPE; Schema: app; Owner: postgres
--

CREATE TYPE app.mood AS ENUM (
    'sad',
    'it''s ok'
);


ALTER TYPE app.mood OWNER TO postgres;

--
-- Name: copies(); Type: FUNCTION; Schema: app; Owner: postgres
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


ALTER FUNCTION app.copies() OWNER TO postgres;

--
-- Name: two(integer); Type: FUNCTION; Schema: app; Owner: postgres
--

CREATE FUNCTION app.two(n integer) RETURNS integer
    LANGUAGE sql
    BEGIN ATOMIC
 SELECT 1;
 SELECT (n * 2);
END;


ALTER FUNCTION app.two(n integer) OWNER TO postgres;

SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: notes; Type: TABLE; Schema: app; Owner: postgres
--

CREATE TABLE app.notes (
    id integer NOT NULL,
    body text,
    mood app.mood,
    raw bytea,
    tags text[],
    at timestamp with time zone DEFAULT '2026-01-02 03:04:05+00'::timestamp with time zone
);


ALTER TABLE app.notes OWNER TO postgres;

--
-- Name: TABLE notes; Type: COMMENT; Schema: app; Owner: postgres
--

COMMENT ON TABLE app.notes IS 'back\slash; ''quoted''';


--
-- Name: notes_id_seq; Type: SEQUENCE; Schema: app; Owner: postgres
--

CREATE SEQUENCE app.notes_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


ALTER TABLE app.notes_id_seq OWNER TO postgres;

--
-- Name: notes_id_seq; Type: SEQUENCE OWNED BY; Schema: app; Owner: postgres
--

ALTER SEQUENCE app.notes_id_seq OWNED BY app.notes.id;


--
-- Name: sad; Type: VIEW; Schema: app; Owner: postgres
--

CREATE VIEW app.sad AS
 SELECT notes.id,
    notes.body
   FROM app.notes
  WHERE (notes.mood = 'sad'::app.mood);


ALTER TABLE app.sad OWNER TO postgres;

--
-- Name: empty; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.empty (
    n integer
);


ALTER TABLE public.empty OWNER TO postgres;

--
-- Name: parent; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.parent (
    id integer NOT NULL,
    note integer
);


ALTER TABLE public.parent OWNER TO postgres;

--
-- Name: notes id; Type: DEFAULT; Schema: app; Owner: postgres
--

ALTER TABLE ONLY app.notes ALTER COLUMN id SET DEFAULT nextval('app.notes_id_seq'::regclass);


--
-- Name: notes notes_pkey; Type: CONSTRAINT; Schema: app; Owner: postgres
--

ALTER TABLE ONLY app.notes
    ADD CONSTRAINT notes_pkey PRIMARY KEY (id);


--
-- Name: parent parent_pkey; Type: CONSTRAINT; Schema: public; Owner: postgres
--

ALTER TABLE ONLY public.parent
    ADD CONSTRAINT parent_pkey PRIMARY KEY (id);


--
-- Name: notes touch; Type: TRIGGER; Schema: app; Owner: postgres
--

CREATE TRIGGER touch BEFORE UPDATE ON app.notes FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();


--
-- Name: parent parent_note_fkey; Type: FK CONSTRAINT; Schema: public; Owner: postgres
--

ALTER TABLE ONLY public.parent
    ADD CONSTRAINT parent_note_fkey FOREIGN KEY (note) REFERENCES app.notes(id);


--
-- PostgreSQL database dump complete
--

\unrestrict t42gYwT4HuD1zPgq9FIU2QHOyxChTeu6IQPT25XGkndRtOhjza4R9ZunBOuHhh2

