package dev.retort

import dev.retort.internal.testing.Project
import dev.retort.internal.testing.TestDatabase
import spock.lang.AutoCleanup
import spock.lang.Specification

/** Databases as people write them in SQLite's own shell: the first revision rebuilds each of them as it is. */
class SqliteFilesSpec extends Specification {

    /** Statements, by what is special about them. */
    static final Map<String, String> FILES = [
            'columns without a type': '''
                CREATE TABLE t(a, b);
                CREATE TABLE u(x PRIMARY KEY, y UNIQUE NOT NULL, z DEFAULT 5, "w");
                CREATE TABLE copy AS SELECT a, b, a + 1 AS c, b || 'x' FROM t''',
            'types of all kinds': '''
                CREATE TABLE t(
                    a VARCHAR(10) NOT NULL COLLATE NOCASE, b DECIMAL(10,2), c UNSIGNED BIG INT, d DOUBLE PRECISION,
                    e NATIVE CHARACTER(70), f FLOAT, g TINYINT, h DATETIME, i DECIMAL(10,-2), j NUMERIC(5,10), k CHAR(0),
                    l "weird type", m VARCHAR(+10), n DECIMAL(10.5), o INTEGER(11), p TIMESTAMP(9), q TIME(12), r FLOAT(8,2),
                    s 'text', t STRING, u ANY, v decimal(9999999999,2), w serial, x DATE(3), y NUMERIC(0), z xml)''',
            'names of all kinds': '''
                CREATE TABLE "my table"("my col" INTEGER PRIMARY KEY, "select" TEXT, "a""b" TEXT, [x y] INT, `back` TEXT,
                    "dot.ted" TEXT, "(br)" TEXT, "comma, here" TEXT, 'single' TEXT, "$dollar" TEXT, "back\\slash" TEXT, "ünï" TEXT);
                CREATE TABLE "order"("group" TEXT, "from" INT REFERENCES "my table"("my col"), UNIQUE("group", "from"));
                CREATE INDEX "ix $1" ON "my table"("a""b", "x y" DESC);
                CREATE VIEW "v w" AS SELECT "my col" AS "m c" FROM "my table";
                CREATE TRIGGER "t r" AFTER INSERT ON "my table" BEGIN SELECT 1; END''',
            'names in another letter case': '''
                create table Mixed(Id integer primary key, NAME varchar(5), unique(name));
                create index MixIx on MIXED(name collate nocase);
                create view MV as select ID from mixed;
                create table kid(m int references MIXED(ID), primary key(M))''',
            'keys that are no rowid': '''
                CREATE TABLE a(id INT PRIMARY KEY);
                CREATE TABLE b(id INT4 NOT NULL, PRIMARY KEY(id) ON CONFLICT REPLACE);
                CREATE TABLE c(id TEXT PRIMARY KEY);
                CREATE TABLE d(x INT, y INT, PRIMARY KEY(x, y))''',
            'keys that are': '''
                CREATE TABLE a(id INTEGER PRIMARY KEY);
                CREATE TABLE b(id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT UNIQUE);
                CREATE TABLE c(id INTEGER, n TEXT, PRIMARY KEY(id AUTOINCREMENT));
                CREATE TABLE d(id INTEGER CONSTRAINT pk PRIMARY KEY ASC)''',
            'options of tables': '''
                CREATE TABLE w(a TEXT, b TEXT, PRIMARY KEY(a, b)) WITHOUT ROWID;
                CREATE TABLE s(a INTEGER PRIMARY KEY, b ANY, c INT, d REAL, e BLOB, f TEXT) STRICT;
                CREATE TABLE ws(a INT PRIMARY KEY, b ANY NOT NULL) STRICT, WITHOUT ROWID''',
            'computed columns': '''
                CREATE TABLE g(a INT, b INT GENERATED ALWAYS AS (a*2) VIRTUAL, c INT AS (a+1) STORED, d AS (a||'x'),
                    e INT NOT NULL GENERATED ALWAYS AS (a) STORED UNIQUE);
                CREATE INDEX gi ON g(b)''',
            'what is done on conflict': '''
                CREATE TABLE c(a INT PRIMARY KEY ON CONFLICT REPLACE, b INT UNIQUE ON CONFLICT IGNORE,
                    c INT NOT NULL ON CONFLICT FAIL DEFAULT 3, d INT, UNIQUE(c, d) ON CONFLICT ROLLBACK)''',
            'search and places': '''
                CREATE TABLE posts(id INTEGER PRIMARY KEY, title TEXT, body TEXT);
                CREATE VIRTUAL TABLE posts_fts USING fts5(title, body, content='posts', content_rowid='id');
                CREATE VIRTUAL TABLE "f t" USING fts5("a b", c UNINDEXED, prefix='2 3');
                CREATE VIRTUAL TABLE rt USING rtree(id, minX, maxX);
                CREATE TRIGGER posts_ai AFTER INSERT ON posts BEGIN
                    INSERT INTO posts_fts(rowid, title, body) VALUES (new.id, new.title, new.body); END''',
            'views over views': '''
                CREATE VIEW early AS SELECT * FROM late;
                CREATE TABLE late(a, b);
                CREATE VIEW a1(x, y) AS SELECT e.a, e.b FROM early e WHERE e.b > 1;
                CREATE VIEW cte AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i<10) SELECT i FROM n;
                CREATE TRIGGER tr INSTEAD OF DELETE ON early BEGIN DELETE FROM late WHERE a=old.a; END''',
            'triggers': '''
                CREATE TABLE t(a INT, b INT, "c d" INT);
                CREATE TRIGGER t1 BEFORE UPDATE OF a, "c d" ON t FOR EACH ROW WHEN new.a > 0 BEGIN
                    SELECT CASE WHEN new.a=1 THEN RAISE(ABORT,'no; way') END; END;
                CREATE TRIGGER IF NOT EXISTS t2 AFTER INSERT ON t BEGIN
                    UPDATE t SET b=CASE WHEN a THEN 1 ELSE 2 END WHERE rowid=new.rowid; END''',
            'indexes': '''
                CREATE TABLE t(a INT, b TEXT, c TEXT);
                CREATE UNIQUE INDEX i1 ON t(lower(b)) WHERE a > 0 AND c IS NOT NULL;
                CREATE INDEX i2 ON t(b COLLATE NOCASE DESC, a ASC);
                CREATE INDEX i3 ON t(a+1, c || 'x' DESC);
                CREATE INDEX i4 ON t((a));
                CREATE INDEX i5 ON t(CASE WHEN a=1 THEN b END)''',
            'checks': '''
                CREATE TABLE t(a INT CHECK(a>0), b INT CHECK (b IN (1,2,3)) CHECK (b<>7), c TEXT CONSTRAINT named CHECK(length(c)>2),
                    d TEXT CHECK(d LIKE '%(%'), CHECK(a<b), CONSTRAINT n2 CHECK(a<>b OR c IS NULL))''',
            'foreign keys': '''
                CREATE TABLE p(id INTEGER PRIMARY KEY, code TEXT UNIQUE);
                CREATE TABLE c(a INT REFERENCES p, b TEXT REFERENCES p(code) ON DELETE SET NULL ON UPDATE CASCADE,
                    d INT REFERENCES p DEFERRABLE INITIALLY DEFERRED, e INT REFERENCES p(id) MATCH FULL,
                    f INT CONSTRAINT fk_f REFERENCES p ON DELETE NO ACTION, g INT REFERENCES p DEFERRABLE);
                CREATE TABLE self(id INTEGER PRIMARY KEY, up INT REFERENCES self ON DELETE CASCADE);
                CREATE TABLE cy1(id INTEGER PRIMARY KEY, o INT REFERENCES cy2);
                CREATE TABLE cy2(id INTEGER PRIMARY KEY, o INT REFERENCES cy1)''',
            'defaults': '''
                CREATE TABLE d(a TEXT DEFAULT 'it''s', b INT DEFAULT -1, c REAL DEFAULT +1.5e3, d TEXT DEFAULT CURRENT_TIMESTAMP,
                    e DEFAULT (datetime('now')), f DEFAULT NULL, g DEFAULT TRUE, h BLOB DEFAULT x'00ff', i DEFAULT "dq", j INT DEFAULT 0x1F,
                    k DEFAULT (1+2), l DEFAULT '', m BOOLEAN DEFAULT 1, n BOOLEAN DEFAULT 'f', o DEFAULT abc, p INT DEFAULT '5',
                    q TEXT DEFAULT 5, r REAL DEFAULT .5, s INTEGER DEFAULT 9223372036854775807, t DEFAULT (NULL), u INT DEFAULT 'x')''',
            'comments': '''
                CREATE TABLE c( -- the table
                  id INTEGER PRIMARY KEY, -- the id, key
                  /* a block, with ( bracket */ name TEXT NOT NULL, -- it's a name
                  note TEXT DEFAULT 'x' -- last
                  , CONSTRAINT k /* hm */ CHECK (id > 0 -- inside
                  ));
                CREATE INDEX ci ON c(name /* n */)''',
            'what was altered': '''
                CREATE TABLE p(z INT PRIMARY KEY);
                CREATE TABLE t(a INT);
                ALTER TABLE t ADD COLUMN b TEXT DEFAULT 'x';
                ALTER TABLE t RENAME COLUMN a TO z;
                ALTER TABLE t RENAME TO tt;
                ALTER TABLE tt ADD COLUMN c REFERENCES p(z)''',
            'rules without a comma': '''
                CREATE TABLE t(a, b, c, PRIMARY KEY (a) UNIQUE (b, c) CHECK (a > 1));
                CREATE TABLE h("a" "VARCHAR"(10), b DECIMAL ( 10 , 2 ), c INT NULL, d INT NOT NULL NOT NULL)''']

    @AutoCleanup
    Project project = new Project()

    @AutoCleanup
    Project other = new Project()

    @AutoCleanup
    TestDatabase old = TestDatabase.sqlite()

    @AutoCleanup
    TestDatabase rebuilt = TestDatabase.sqlite()

    def "a file with #special is rebuilt as it is"() {
        given:
        create(special)
        Retort retort = project.retort(old)

        when:
        retort.revisions(new RevisionRequest("base", "0001", [], false, [], [], null), retort.baseline([]))

        then: 'the scripts make the same of nothing, followed and run'
        retort.validateChain() == []
        differences(retort.schema(), retort.schemaAt('head')) == []

        when:
        Retort again = project.retort(rebuilt)
        again.upgrade('head')

        then:
        differences(retort.schema(), again.schema()) == []
        catalog(rebuilt) == catalog(old)

        when:
        again.downgrade('base')

        then:
        again.schema().script() == ''

        where:
        special << FILES.keySet()
    }

    def "what SQLite would not create again is reported: #statement"() {
        given:
        statement.split(';').each { old.execute(it) }

        expect:
        project.retort(old).baseline([]).unreachable() == sentences

        where:
        statement                                                   || sentences
        'CREATE VIEW v AS SELECT a FROM gone'                       ||
                ['The view "v" cannot be read: no such table: main.gone. Correct it in the script, which fails in another database as it is.']
        'CREATE TABLE c(a INT REFERENCES gone(id))'                 ||
                ['A foreign key of the table "c" refers to the table "gone", which does not exist. Correct it in the script, which fails in another database as it is.']
        'CREATE TABLE p(a, b);CREATE TABLE c(x REFERENCES p(b))'    ||
                ['A foreign key of the table "c" does not fit: foreign key mismatch - "c" referencing "p". Correct it in the script, which fails in another database as it is.']
        'CREATE TABLE t(a INT, PRIMARY KEY(a DESC))'                ||
                ['The script lacks what has no place in a schema: order or collation of a key t.a.']
        'CREATE TABLE p(a INT PRIMARY KEY);CREATE TABLE c(x REFERENCES p MATCH FULL)' ||
                ['The script lacks what has no place in a schema: MATCH of a foreign key c.x.']
        'CREATE TABLE t(a, b)'                                      || []
    }

    private void create(String special) {
        FILES[special].stripIndent().split(/;\s*(?=CREATE|ALTER|create)/).each { old.execute(it) }
    }

    private static List<String> differences(SchemaSnapshot one, SchemaSnapshot other) {
        [[one, other], [other, one]].collectMany { SchemaSnapshot from, SchemaSnapshot to ->
            def difference = from.differenceTo(to)
            difference.changes()*.operation() + difference.unreachable()
        }
    }

    /** What SQLite itself says of the columns: an affinity is what a type is to it; the rowid holds no nulls anyway. */
    private static List<List<Object>> catalog(TestDatabase database) {
        database.rows("""
                SELECT t.name, c.name, c.pk, c.hidden,
                       CASE WHEN upper(c.type) LIKE '%INT%' THEN 1 WHEN upper(c.type) LIKE '%CHAR%' OR upper(c.type) LIKE '%CLOB%'
                            OR upper(c.type) LIKE '%TEXT%' THEN 2 WHEN upper(c.type) LIKE '%BLOB%' OR c.type = '' THEN 3
                            WHEN upper(c.type) LIKE '%REAL%' OR upper(c.type) LIKE '%FLOA%' OR upper(c.type) LIKE '%DOUB%' THEN 4 ELSE 5 END,
                       CASE WHEN upper(c.type) = 'INTEGER' AND c.pk = 1 AND t.wr = 0 THEN 0 ELSE c."notnull" END,
                       (SELECT count(*) FROM pragma_index_list(t.name) i WHERE i.origin = 'c'), t.wr, t.strict
                FROM pragma_table_list t, pragma_table_xinfo(t.name) c
                WHERE t.schema = 'main' AND t.name NOT LIKE 'retort%' AND t.name NOT LIKE 'sqlite%' ORDER BY t.name, c.cid""")
    }
}
