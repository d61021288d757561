package dev.retort.internal.verify.rows

import spock.lang.Specification
import spock.lang.Unroll

/** Which rows SQLite's tables get. */
class SqliteRowFillingSpec extends Specification {

    @Unroll('#statements')
    def "a table of any shape gets rows"() {
        given:
        def filled = FilledDatabase.of('sqlite', statements)

        expect:
        filled.unfilled == []
        filled.query("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'").every { filled.count('"' + it[0].replace('"', '""') + '"') >= least }
        filled.query('PRAGMA foreign_key_check') == []

        cleanup:
        filled.close()

        where:
        statements                                                                                                            | least
        ['CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT NOT NULL)']                                                       | 5
        ['CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT)']                                                  | 5
        ['CREATE TABLE t (id TEXT PRIMARY KEY, n INTEGER NOT NULL UNIQUE) WITHOUT ROWID']                                     | 5
        ['CREATE TABLE t (a, b, c)']                                                                                          | 5
        ['CREATE TABLE t (a INTEGER PRIMARY KEY, b REAL NOT NULL, c TEXT NOT NULL, d BLOB NOT NULL, e ANY NOT NULL) STRICT']  | 5
        ['CREATE TABLE t (a INT, b DATE NOT NULL, c TIMESTAMP NOT NULL, d BOOLEAN NOT NULL, e NUMERIC(10, 2) NOT NULL, f UUID TEXT NOT NULL, g JSON TEXT NOT NULL)'] | 5
        ['CREATE TABLE t (a varchar(5) NOT NULL CHECK (length(a) <= 5), b char(2) NOT NULL CHECK (length(b) = 2))']           | 5
        ["CREATE TABLE t (state TEXT NOT NULL CHECK (state IN ('new', 'it''s', 'done')))"]                                    | 5
        ['CREATE TABLE t (price NUMERIC NOT NULL CHECK (price > 100 AND price <= 200))']                                      | 5
        ['CREATE TABLE t (n INTEGER NOT NULL CHECK (n BETWEEN 1970 AND 1980))']                                               | 5
        ["CREATE TABLE t (email TEXT NOT NULL UNIQUE CHECK (email LIKE '%_@_%.__%'))"]                                        | 5
        ["CREATE TABLE t (code TEXT NOT NULL UNIQUE CHECK (code GLOB '[A-Z][A-Z][0-9]'))"]                                    | 5
        ['CREATE TABLE t (doc TEXT NOT NULL CHECK (json_valid(doc) AND json_type(doc) = \'object\'))']                        | 5
        ["CREATE TABLE t (doc TEXT NOT NULL CHECK (json_extract(doc, '\$.kind') IN ('a', 'b')))"]                             | 5
        ["CREATE TABLE t (x NOT NULL CHECK (typeof(x) = 'blob'))"]                                                            | 5
        ['CREATE TABLE t (a INTEGER NOT NULL, b INTEGER NOT NULL, CHECK (a < b), CHECK (b - a = 7))']                         | 5
        ["CREATE TABLE t (kind TEXT NOT NULL, card TEXT, iban TEXT, CHECK ((kind = 'card' AND card IS NOT NULL AND iban IS NULL) OR (kind = 'iban' AND iban IS NOT NULL AND card IS NULL)))"] | 5
        ['CREATE TABLE t (a INTEGER NOT NULL, b INTEGER GENERATED ALWAYS AS (a * 2) STORED CHECK (b > 10))']                  | 5
        ['CREATE TABLE t (name TEXT NOT NULL)', 'CREATE UNIQUE INDEX ix ON t (lower(name))']                                  | 5
        ['CREATE TABLE t (owner INTEGER NOT NULL, main BOOLEAN NOT NULL)', 'CREATE UNIQUE INDEX ix ON t (owner) WHERE main']  | 5
        ['CREATE TABLE t (a TEXT NOT NULL UNIQUE ON CONFLICT IGNORE, b INTEGER NOT NULL ON CONFLICT REPLACE DEFAULT 7)']      | 5
        ['CREATE TABLE a (id INTEGER PRIMARY KEY)', 'CREATE TABLE b (a_id INTEGER NOT NULL REFERENCES a)']                    | 5
        ['CREATE TABLE z (id INTEGER PRIMARY KEY)', 'CREATE TABLE b (z_id INTEGER PRIMARY KEY REFERENCES z, n TEXT)']         | 5
        ['CREATE TABLE a (x TEXT, y INTEGER, PRIMARY KEY (x, y))', 'CREATE TABLE b (x TEXT NOT NULL, y INTEGER NOT NULL, FOREIGN KEY (x, y) REFERENCES a)'] | 5
        ['CREATE TABLE t (id INTEGER PRIMARY KEY, parent INTEGER REFERENCES t)']                                              | 5
        ['CREATE TABLE t (id INTEGER PRIMARY KEY, parent INTEGER NOT NULL REFERENCES t)']                                     | 5
        ['CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, parent INTEGER NOT NULL REFERENCES t, CHECK (id > 0))']       | 5
        ['CREATE TABLE a (id INTEGER PRIMARY KEY, b_id INTEGER REFERENCES b)', 'CREATE TABLE b (id INTEGER PRIMARY KEY, a_id INTEGER NOT NULL REFERENCES a)'] | 5
        ['CREATE TABLE a (id INTEGER PRIMARY KEY, b_id INTEGER NOT NULL REFERENCES b)', 'CREATE TABLE b (id INTEGER PRIMARY KEY, c_id INTEGER NOT NULL REFERENCES c)',
         'CREATE TABLE c (id INTEGER PRIMARY KEY, a_id INTEGER NOT NULL REFERENCES a, b_id INTEGER NOT NULL REFERENCES b)']   | 5
        ['CREATE TABLE tenant (id INTEGER PRIMARY KEY)', 'CREATE TABLE person (tenant INTEGER NOT NULL REFERENCES tenant, id INTEGER NOT NULL, PRIMARY KEY (tenant, id))',
         'CREATE TABLE team (tenant INTEGER NOT NULL REFERENCES tenant, id INTEGER NOT NULL, PRIMARY KEY (tenant, id))',
         'CREATE TABLE member (tenant INTEGER NOT NULL, person INTEGER NOT NULL, team INTEGER NOT NULL, PRIMARY KEY (tenant, person, team), FOREIGN KEY (tenant, person) REFERENCES person, FOREIGN KEY (tenant, team) REFERENCES team)'] | 5
        ['CREATE TABLE t (n INTEGER NOT NULL)', 'CREATE TRIGGER tr BEFORE INSERT ON t WHEN NEW.n < 1000 BEGIN SELECT RAISE(ROLLBACK, \'too small\'); END',
         'CREATE TABLE u (id INTEGER PRIMARY KEY)']                                                                           | 1
        ['CREATE TABLE "Odd ""name"" " ("a b" TEXT NOT NULL, "select" INTEGER NOT NULL UNIQUE CHECK ("select" > 5), i INTEGER)']          | 5
        ['CREATE TABLE t (ok BOOLEAN PRIMARY KEY NOT NULL)']                                                                  | 2
        ['CREATE TABLE t (only TEXT NOT NULL UNIQUE CHECK (only = \'one\'))']                                                 | 1
        ['CREATE TABLE t (a TEXT NOT NULL CHECK (a = upper(a) AND length(a) = 3), b TEXT NOT NULL CHECK (trim(b) <> \'\'))']  | 5
        ['CREATE TABLE f (a INTEGER NOT NULL, b INTEGER NOT NULL, CHECK (a <> b), FOREIGN KEY (a) REFERENCES p, FOREIGN KEY (b) REFERENCES p, UNIQUE (a, b))', 'CREATE TABLE p (id INTEGER PRIMARY KEY)'] | 5
        ["CREATE TABLE t (d DATE NOT NULL CHECK (d >= '2020-01-01' AND d < '2021-01-01'), s TEXT NOT NULL CHECK (s LIKE 'DE-%'))"] | 5
    }
}
