package dev.retort.internal.dialect

import groovy.transform.CompileStatic
import groovy.transform.TupleConstructor

/**
 * Every option of every operation on tables, columns, indexes and constraints, with what becomes of it on each
 * database: a part of the SQL, a refusal, or nothing for a reason.
 */
@CompileStatic
class OptionTable {

    /** What is to come of a row on one database. */
    @TupleConstructor
    static class Outcome {
        String sql
        String refusal
        /** The same operation without the option, which says the same there. */
        String plainly
        /** Why. */
        String because
    }

    @TupleConstructor
    static class Entry {
        int number
        /** Where the word stands: {@code Operations}, {@code TableBuilder}. */
        String room
        String verb
        String option
        String script
        /** Whether the option is of the way back. */
        boolean back
        Outcome postgresql
        Outcome sqlite

        Outcome on(String dialect) { dialect == 'sqlite' ? sqlite : postgresql }

        @Override
        String toString() { "$option of $verb" + (room == 'TableBuilder' ? ' in a table' : '') }
    }

    final List<Entry> entries = []

    OptionTable() {
        tables()
        partitions()
        columns()
        alterations()
        indexes()
        keys()
        foreignKeys()
        checks()
        exclusions()
        drops()
        insideTable()
    }

    private static final String TABLE = "{ column 'a', integer }"
    private static final String TWO = "createTable('x') { column 'a', integer; column 'b', integer; "

    private void tables() {
        up 'createTable', 'schema', "createTable('x', schema: 's') $TABLE", 'CREATE TABLE s.x (', SCHEMA
        up 'createTable', 'ifNotExists', "createTable('x', ifNotExists: true) $TABLE", 'TABLE IF NOT EXISTS x', 'TABLE IF NOT EXISTS x'
        up 'createTable', 'comment', "createTable('x', comment: 'It''s') $TABLE".replace("''", "\\'"), "COMMENT ON TABLE x IS 'It''s'", nothing("createTable('x') $TABLE", 'documentation')
        up 'createTable', 'strict', "createTable('x', strict: true) $TABLE", onlySqlite('strict tables'), ') STRICT'
        up 'createTable', 'withoutRowid', "createTable('x', withoutRowid: true) { column 'a', integer, primaryKey: true }", onlySqlite('tables without rowid'), ') WITHOUT ROWID'
        up 'createTable', 'temporary', "createTable('x', temporary: true) $TABLE", 'CREATE TEMPORARY TABLE x', 'CREATE TEMPORARY TABLE x'
        up 'createTable', 'unlogged', "createTable('x', unlogged: true) $TABLE", 'CREATE UNLOGGED TABLE x', onlyPostgresql('unlogged tables')
        up 'createTable', 'onCommit', "createTable('x', temporary: true, onCommit: 'delete rows') $TABLE", ') ON COMMIT DELETE ROWS', onlyPostgresql('temporary tables that empty themselves')
        up 'createTable', 'partitionBy', "createTable('x', partitionBy: 'RANGE (a)') $TABLE", ') PARTITION BY RANGE (a)', onlyPostgresql('partitions')
        up 'createTable', 'partitionOf', "createTable('x', partitionOf: 't', forValues: 'DEFAULT') { }", 'CREATE TABLE x PARTITION OF t DEFAULT', onlyPostgresql('partitions')
        up 'createTable', 'forValues', "createTable('x', partitionOf: 's.t', forValues: 'FROM (1) TO (5)') { primaryKey 'a' }",
                'CREATE TABLE x PARTITION OF s.t ( CONSTRAINT pk_x PRIMARY KEY (a) ) FOR VALUES FROM (1) TO (5)', onlyPostgresql('partitions')
        up 'createTable', 'inherits', "createTable('x', inherits: ['t', 's.P']) { }", 'CREATE TABLE x () INHERITS (t, s."P")', onlyPostgresql('tables that inherit')
        up 'createTable', 'with', "createTable('x', with: [fillfactor: 70, 'toast.autovacuum_enabled': false]) $TABLE",
                ') WITH (fillfactor = 70, toast.autovacuum_enabled = FALSE)', onlyPostgresql('storage parameters')
        up 'createTable', 'tablespace', "createTable('x', tablespace: 'Fast') $TABLE", ') TABLESPACE "Fast"', onlyPostgresql('tablespaces')
        up 'renameTable', 'schema', "renameTable 't', 'u', schema: 's'", 'ALTER TABLE s.t RENAME TO u', SCHEMA
        up 'createTableComment', 'schema', "createTableComment 't', 'x', schema: 's'", 'COMMENT ON TABLE s.t IS', nothing("createTableComment 't', 'x'", 'documentation')
        up 'dropTableComment', 'schema', "dropTableComment 't', schema: 's'", 'COMMENT ON TABLE s.t IS NULL', nothing("dropTableComment 't'", 'documentation')
        back 'createTableComment', 'existingComment', "createTableComment 't', 'x', existingComment: 'old'", "COMMENT ON TABLE t IS 'old'", nothing("createTableComment 't', 'x'", 'documentation')
        back 'dropTableComment', 'existingComment', "dropTableComment 't', existingComment: 'old'", "COMMENT ON TABLE t IS 'old'", nothing("dropTableComment 't'", 'documentation')
        up 'batchAlterTable', 'recreate', "batchAlterTable('t', recreate: 'always') { addColumn 'c', text }", refused('PostgreSQL has no batches that rebuild a table.'), 'DROP TABLE t'
        up 'batchAlterTable', 'schema', "batchAlterTable('t', schema: 's') { dropColumn 'b' }", 'ALTER TABLE s.t DROP COLUMN b', SCHEMA
    }

    private void partitions() {
        up 'attachPartition', 'forValues', "attachPartition 't', 'x', forValues: 'FOR VALUES IN (1)'", 'ALTER TABLE t ATTACH PARTITION x FOR VALUES IN (1)', onlyPostgresql('partitions')
        up 'attachPartition', 'schema', "attachPartition 't', 'x', forValues: 'default', schema: 's'", 'ALTER TABLE s.t ATTACH PARTITION s.x DEFAULT', onlyPostgresql('partitions')
        up 'detachPartition', 'schema', "detachPartition 't', 'o.x', schema: 's'", 'ALTER TABLE s.t DETACH PARTITION o.x', onlyPostgresql('partitions')
        up 'detachPartition', 'concurrently', "detachPartition 't', 'x', concurrently: true", 'DETACH PARTITION x CONCURRENTLY', onlyPostgresql('partitions')
        back 'detachPartition', 'was', "detachPartition 't', 'x', was: 'IN (1)'", 'ATTACH PARTITION x FOR VALUES IN (1)', onlyPostgresql('partitions')
    }

    private void columns() {
        added 'nullable', 'integer, nullable: false, default: 1', 'ADD COLUMN c integer DEFAULT 1 NOT NULL', 'c INTEGER NOT NULL DEFAULT 1'
        added 'default', "text, default: 'it''s'".replace("''", "\\'"), "c text DEFAULT 'it''s'", "c TEXT DEFAULT 'it''s'"
        added 'primaryKey', 'integer, primaryKey: true', 'c integer NOT NULL CONSTRAINT pk_n PRIMARY KEY', 'PRIMARY KEY'
        added 'unique', 'integer, unique: true', 'CONSTRAINT uq_n_c UNIQUE', 'CONSTRAINT uq_n_c UNIQUE'
        added 'index', 'integer, index: true', 'CREATE INDEX ix_n_c ON n (c)', 'CREATE INDEX ix_n_c ON n (c)'
        added 'references', "integer, references: 'p.id'", 'CONSTRAINT fk_n_c REFERENCES p (id)', 'CONSTRAINT fk_n_c REFERENCES p (id)'
        added 'onDelete', "integer, references: 'p.id', onDelete: 'cascade'", 'ON DELETE CASCADE', 'ON DELETE CASCADE'
        added 'onDelete', "integer, references: 'p.id', onDelete: 'set null (c)'", 'ON DELETE SET NULL (c)', onlyPostgresql('foreign keys that set some of their columns')
        added 'onUpdate', "integer, references: 'p.id', onUpdate: 'set null'", 'ON UPDATE SET NULL', 'ON UPDATE SET NULL'
        added 'match', "integer, references: 'p.id', match: 'full'", 'MATCH FULL', onlyPostgresql('foreign keys that keep MATCH FULL')
        added 'deferrable', "integer, references: 'p.id', deferrable: true", 'DEFERRABLE INITIALLY IMMEDIATE', 'DEFERRABLE INITIALLY IMMEDIATE'
        added 'initially', "integer, references: 'p.id', initially: 'deferred'", 'DEFERRABLE INITIALLY DEFERRED', 'DEFERRABLE INITIALLY DEFERRED'
        added 'notEnforced', "integer, references: 'p.id', notEnforced: true", 'NOT ENFORCED', onlyPostgresql('foreign keys that are not enforced')
        added 'comment', "integer, comment: 'c'", "COMMENT ON COLUMN n.c IS 'c'", nothing("addColumn 'n', 'c', integer", 'documentation')
        added 'identity', 'bigint, identity: true', 'GENERATED BY DEFAULT AS IDENTITY', refused('SQLite numbers only a column that is an integer primary key by itself')
        added 'identity', 'bigint, identity: true, primaryKey: true', 'GENERATED BY DEFAULT AS IDENTITY', 'c INTEGER NOT NULL'
        added 'identity', "bigint, identity: 'always', primaryKey: true", 'GENERATED ALWAYS AS IDENTITY', nothing("addColumn 'n', 'c', bigint, identity: true, primaryKey: true", 'an insert may always name a value')
        added 'identity', 'bigint, primaryKey: true, identity: [start: 5, increment: 2]', 'IDENTITY (START WITH 5 INCREMENT BY 2)', onlyPostgresql('identity columns that start or step other than by 1')
        added 'identity', 'bigint, primaryKey: true, identity: [min: 0]', 'IDENTITY (MINVALUE 0)', onlyPostgresql('identity columns with a limit')
        added 'identity', 'bigint, primaryKey: true, identity: [max: 9]', 'IDENTITY (MAXVALUE 9)', onlyPostgresql('identity columns with a limit')
        added 'identity', 'bigint, primaryKey: true, identity: [cache: 50]', 'IDENTITY (CACHE 50)', onlyPostgresql('identity columns with a cache')
        added 'identity', 'bigint, primaryKey: true, identity: [cycle: true]', 'IDENTITY (CYCLE)', onlyPostgresql('identity columns that begin again')
        added 'generated', "integer, generated: 'a * 2'", 'GENERATED ALWAYS AS (a * 2) VIRTUAL', 'GENERATED ALWAYS AS (a * 2) VIRTUAL'
        added 'stored', "integer, generated: 'a * 2', stored: true", 'GENERATED ALWAYS AS (a * 2) STORED', 'GENERATED ALWAYS AS (a * 2) STORED'
        added 'collation', "text, collation: 'C'", 'c text COLLATE "C"', refused('The table "n" cannot be changed so: no such collation sequence: C.')
        added 'collation', "text, collation: 'NOCASE'", 'c text COLLATE "NOCASE"', 'c TEXT COLLATE NOCASE'
        added 'autoincrement', 'integer, primaryKey: true, autoincrement: true', onlySqlite('AUTOINCREMENT columns'), 'AUTOINCREMENT'
        added 'check', "integer, check: 'c > 0'", 'CONSTRAINT ck_n_c CHECK (c > 0)', 'CONSTRAINT ck_n_c CHECK (c > 0)'
        added 'onConflict', "integer, unique: true, onConflict: 'replace'", onlySqlite('columns and constraints with ON CONFLICT'), 'UNIQUE ON CONFLICT REPLACE'
        added 'onConflict', "integer, nullable: false, default: 1, onConflict: 'ignore'", onlySqlite('columns and constraints with ON CONFLICT'), 'NOT NULL ON CONFLICT IGNORE'
        added 'storage', "text, storage: 'external'", 'c text STORAGE EXTERNAL', onlyPostgresql('storage modes of columns')
        added 'compression', "text, compression: 'lz4'", 'c text COMPRESSION lz4', onlyPostgresql('compression of columns')
        added 'ifNotExists', 'integer, ifNotExists: true', 'ADD COLUMN IF NOT EXISTS c', 'ADD COLUMN c INTEGER'
        added 'schema', "integer, schema: 's'", 'ALTER TABLE s.n ADD COLUMN c', SCHEMA
    }

    private void alterations() {
        altered 'newColumnName', "newColumnName: 'New'", 'RENAME COLUMN b TO "New"', 'RENAME COLUMN b TO New'
        altered 'type', 'type: varchar(5)', 'ALTER COLUMN b TYPE varchar(5)', 'b VARCHAR(5)'
        altered 'nullable', 'nullable: false', 'ALTER COLUMN b SET NOT NULL', 'b TEXT NOT NULL'
        altered 'default', "default: 'x'", "ALTER COLUMN b SET DEFAULT 'x'", "b TEXT DEFAULT 'x'"
        altered 'default', 'default: null', 'ALTER COLUMN b DROP DEFAULT', 'b TEXT,'
        altered 'comment', 'comment: null', 'COMMENT ON COLUMN t.b IS NULL', nothing("alterColumn 't', 'b', comment: 'x'", 'documentation')
        altered 'using', "type: integer, using: 'length(b)'", 'TYPE integer USING length(b)', 'length(b)'
        altered 'views', "type: varchar(5), views: 'recreate'", 'ALTER COLUMN b TYPE varchar(5)', nothing("alterColumn 't', 'b', type: varchar(5)", 'a view of SQLite has no types')
        altered 'collation', "type: text, collation: 'NOCASE'", 'TYPE text COLLATE "NOCASE"', 'b TEXT COLLATE NOCASE'
        altered 'identity', "identity: 'always'", 'ALTER COLUMN b ADD GENERATED ALWAYS AS IDENTITY', onlyPostgresql('columns that are numbered later')
        altered 'identity', 'identity: null, existingIdentity: true', 'ALTER COLUMN b DROP IDENTITY', onlyPostgresql('columns that are numbered later')
        altered 'identity', 'identity: [always: true, start: 9], existingIdentity: [max: 5, cycle: true]',
                'ALTER COLUMN b SET GENERATED ALWAYS SET START WITH 9 SET NO MAXVALUE SET NO CYCLE', onlyPostgresql('columns that are numbered later')
        altered 'schema', "nullable: true, schema: 's'", 'ALTER TABLE s.t ALTER COLUMN b', SCHEMA
        unaltered 'existingType', 'type: text, existingType: integer', 'TYPE integer', 'b INTEGER'
        unaltered 'existingUsing', "type: text, existingType: integer, existingUsing: 'length(b)'", 'TYPE integer USING length(b)', 'length(b)'
        unaltered 'existingCollation', "type: integer, existingType: text, existingCollation: 'NOCASE'", 'TYPE text COLLATE "NOCASE"', 'b TEXT COLLATE NOCASE'
        unaltered 'existingNullable', 'nullable: true, existingNullable: false', 'SET NOT NULL', 'b TEXT NOT NULL'
        unaltered 'existingDefault', 'default: null, existingDefault: 5', 'SET DEFAULT 5', 'DEFAULT 5'
        unaltered 'existingComment', "comment: 'x', existingComment: 'old'", "IS 'old'", nothing("alterColumn 't', 'b', comment: 'x', existingComment: null", 'documentation')
        unaltered 'existingIdentity', 'identity: null, existingIdentity: true', 'ADD GENERATED BY DEFAULT AS IDENTITY', onlyPostgresql('columns that are numbered later')
        up 'renameColumn', 'schema', "renameColumn 't', 'b', 'c', schema: 's'", 'ALTER TABLE s.t RENAME COLUMN b TO c', SCHEMA
    }

    private void indexes() {
        indexed 'unique', "['b'], unique: true", 'CREATE UNIQUE INDEX i ON t (b)', 'CREATE UNIQUE INDEX i ON t (b)'
        indexed 'where', "['b'], where: 'a > 0'", 'WHERE a > 0', 'WHERE a > 0'
        indexed 'using', "['b'], using: 'gin'", 'ON t USING gin (b)', onlyPostgresql('index methods')
        indexed 'using', "['b'], using: 'btree'", 'ON t USING btree (b)', nothing("createIndex 'i', 't', ['b']", 'its indexes are b-trees')
        indexed 'include', "['b'], include: ['a']", '(b) INCLUDE (a)', onlyPostgresql('indexes that include columns')
        indexed 'nullsNotDistinct', "['b'], unique: true, nullsNotDistinct: true", 'NULLS NOT DISTINCT', onlyPostgresql('unique rules in which nulls are not distinct')
        indexed 'ops', "['b', 'a'], ops: [b: 'text_pattern_ops']", '(b text_pattern_ops, a)', onlyPostgresql('operator classes')
        indexed 'collation', "['b'], collation: [b: 'NOCASE']", '(b COLLATE "NOCASE")', '(b COLLATE NOCASE)'
        indexed 'order', "['b', 'a'], order: [b: 'desc']", '(b DESC, a)', '(b DESC, a)'
        indexed 'order', "['b', 'a'], order: [b: 'desc nulls last']", '(b DESC NULLS LAST, a)', onlyPostgresql('indexes that place nulls')
        indexed 'with', "['b'], with: [fillfactor: 50]", '(b) WITH (fillfactor = 50)', onlyPostgresql('storage parameters')
        indexed 'tablespace', "['b'], tablespace: 'fast', where: 'a > 0'", '(b) TABLESPACE fast WHERE a > 0', onlyPostgresql('tablespaces')
        indexed 'concurrently', "['b'], concurrently: true", 'CREATE INDEX CONCURRENTLY i', nothing("createIndex 'i', 't', ['b']", 'a writer is alone there')
        indexed 'ifNotExists', "['b'], ifNotExists: true", 'INDEX IF NOT EXISTS i', 'INDEX IF NOT EXISTS i'
        indexed 'schema', "['b'], schema: 's'", 'ON s.t (b)', SCHEMA
        up 'renameIndex', 'schema', "renameIndex 'ix', 'iy', schema: 's'", 'ALTER INDEX s.ix RENAME TO iy', SCHEMA
    }

    private void keys() {
        ['createPrimaryKey', 'createUniqueConstraint'].each { String verb ->
            String on = "$verb 'k', 'n', ['a']"
            String kind = verb == 'createPrimaryKey' ? 'PRIMARY KEY' : 'UNIQUE'
            String later = verb == 'createPrimaryKey' ? 'primary keys' : 'unique constraints'
            up verb, 'deferrable', "$on, deferrable: true", "$kind (a) DEFERRABLE INITIALLY IMMEDIATE", onlyPostgresql("$later that are checked later")
            up verb, 'initially', "$on, initially: 'deferred'", "$kind (a) DEFERRABLE INITIALLY DEFERRED", onlyPostgresql("$later that are checked later")
            up verb, 'usingIndex', "$verb 'k', 'n', [], usingIndex: 'I'", "CONSTRAINT k $kind USING INDEX \"I\"", onlyPostgresql('constraints that use an index')
            up verb, 'onConflict', "$on, onConflict: 'replace'", onlySqlite('columns and constraints with ON CONFLICT'), "$kind (a) ON CONFLICT REPLACE"
            up verb, 'include', "$on, include: ['b']", "$kind (a) INCLUDE (b)", onlyPostgresql('constraints that include columns')
            up verb, 'with', "$on, with: [fillfactor: 50]", "$kind (a) WITH (fillfactor = 50)", onlyPostgresql('storage parameters')
            up verb, 'tablespace', "$on, tablespace: 'fast'", "$kind (a) USING INDEX TABLESPACE fast", onlyPostgresql('tablespaces')
            up verb, 'schema', "$on, schema: 's'", 'ALTER TABLE s.n ADD CONSTRAINT k', SCHEMA
        }
        up 'createUniqueConstraint', 'nullsNotDistinct', "createUniqueConstraint 'k', 'n', ['a'], nullsNotDistinct: true", 'UNIQUE NULLS NOT DISTINCT (a)', onlyPostgresql('unique rules in which nulls are not distinct')
        up 'validateConstraint', 'schema', "validateConstraint 't', 'ck_t', schema: 's'", 'ALTER TABLE s.t VALIDATE CONSTRAINT ck_t', SCHEMA
        up 'renameConstraint', 'schema', "renameConstraint 't', 'ck_t', 'New', schema: 's'", 'ALTER TABLE s.t RENAME CONSTRAINT ck_t TO "New"', SCHEMA
    }

    private void foreignKeys() {
        String on = "createForeignKey 'f', 't', 'p', ['a'], ['id']"
        keyed 'sourceSchema', "$on, sourceSchema: 's'", 'ALTER TABLE s.t ADD', SCHEMA
        keyed 'referentSchema', "$on, referentSchema: 's'", 'REFERENCES s.p (id)', SCHEMA
        keyed 'onDelete', "$on, onDelete: 'set default (a)'", 'ON DELETE SET DEFAULT (a)', onlyPostgresql('foreign keys that set some of their columns')
        keyed 'onDelete', "$on, onDelete: 'restrict'", 'ON DELETE RESTRICT', 'ON DELETE RESTRICT'
        keyed 'onUpdate', "$on, onUpdate: 'cascade'", 'ON UPDATE CASCADE', 'ON UPDATE CASCADE'
        keyed 'match', "$on, match: 'full'", 'MATCH FULL', onlyPostgresql('foreign keys that keep MATCH FULL')
        keyed 'deferrable', "$on, deferrable: true", 'DEFERRABLE', 'DEFERRABLE'
        keyed 'initially', "$on, initially: 'deferred'", 'INITIALLY DEFERRED', 'INITIALLY DEFERRED'
        keyed 'notValid', "$on, notValid: true", 'NOT VALID', nothing(on, 'the rebuild looks at every row anyway')
        keyed 'notEnforced', "$on, notEnforced: true", 'NOT ENFORCED', onlyPostgresql('foreign keys that are not enforced')
    }

    private void checks() {
        String on = "createCheckConstraint 'c', 't', 'a > 1'"
        up 'createCheckConstraint', 'notValid', "$on, notValid: true", 'CHECK (a > 1) NOT VALID', nothing(on, 'the rebuild looks at every row anyway')
        up 'createCheckConstraint', 'noInherit', "$on, noInherit: true", 'CHECK (a > 1) NO INHERIT', onlyPostgresql('tables that inherit')
        up 'createCheckConstraint', 'notEnforced', "$on, notEnforced: true", 'CHECK (a > 1) NOT ENFORCED', onlyPostgresql('constraints that are not enforced')
        up 'createCheckConstraint', 'schema', "$on, schema: 's'", 'ALTER TABLE s.t ADD CONSTRAINT c', SCHEMA
    }

    private void exclusions() {
        Outcome sqlite = onlyPostgresql('exclusion constraints')
        String on = "createExcludeConstraint 'e', 't', [a: '=', 'lower(b)': '&&']"
        ["using: 'spgist'": 'EXCLUDE USING spgist (a WITH =, lower(b) WITH &&)', "where: 'a > 0'": 'WHERE (a > 0)', 'deferrable: true': 'DEFERRABLE',
         "initially: 'deferred'": 'INITIALLY DEFERRED', "ops: [a: 'int4_ops', 'lower(b)': 'x_ops']": '(a int4_ops WITH =, lower(b) x_ops WITH &&)',
         "include: ['b']": ') INCLUDE (b)', 'with: [fillfactor: 50]': ') WITH (fillfactor = 50)', "tablespace: 'fast'": 'USING INDEX TABLESPACE fast',
         "schema: 's'": 'ALTER TABLE s.t ADD'].each { String given, String sql ->
            up 'createExcludeConstraint', given.takeBefore(':'), "$on, $given", sql, given.startsWith('schema') ? SCHEMA : sqlite
        }
        up 'createExcludeConstraint', 'using', "createExcludeConstraint 'e', 't', [Room: '=', order: '&&']", '("Room" WITH =, "order" WITH &&)', sqlite
    }

    private void drops() {
        up 'dropTable', 'schema', "dropTable 't', schema: 's'", 'DROP TABLE s.t', SCHEMA
        up 'dropTable', 'ifExists', "dropTable 't', ifExists: true", 'DROP TABLE IF EXISTS t', 'DROP TABLE IF EXISTS t'
        up 'dropTable', 'cascade', "dropTable 'm', cascade: true", 'DROP TABLE m CASCADE', 'DROP VIEW v_m'
        entries.findAll { it.verb == 'createTable' && !(it.option in ['schema', 'ifNotExists', 'partitionOf']) }.each { Entry entry ->
            back 'dropTable', entry.option, entry.script.replace('createTable', 'dropTable'), entry.postgresql,
                    entry.sqlite.plainly ? nothing("dropTable('x') $TABLE", entry.sqlite.because) : entry.sqlite
        }
        back 'dropTable', 'partitionOf', "dropTable('x', partitionOf: 't', forValues: 'DEFAULT') { }", 'CREATE TABLE x PARTITION OF t DEFAULT', onlyPostgresql('partitions')
        up 'dropColumn', 'ifExists', "dropColumn 't', 'nope', ifExists: true", 'DROP COLUMN IF EXISTS nope', ''
        up 'dropColumn', 'cascade', "dropColumn 't', 'b', cascade: true", 'DROP COLUMN b CASCADE', 'DROP COLUMN b'
        up 'dropColumn', 'schema', "dropColumn 't', 'b', schema: 's'", 'ALTER TABLE s.t DROP COLUMN b', SCHEMA
        ['was: text': 'ADD COLUMN c text', 'was: integer, existingNullable: false, existingDefault: 1': 'DEFAULT 1 NOT NULL',
         'was: integer, existingDefault: 5': 'DEFAULT 5', "was: integer, existingComment: 'x'": "IS 'x'", 'was: integer, existingIdentity: true': 'AS IDENTITY',
         "was: integer, existingGenerated: 'a * 2'": 'AS (a * 2) VIRTUAL', "was: integer, existingGenerated: 'a * 2', existingStored: true": 'STORED',
         "was: text, existingCollation: 'NOCASE'": 'COLLATE "NOCASE"'].each { String given, String sql ->
            String option = given.contains('existing') ? (given =~ /existing\w+/).collect()[given.contains('Nullable') ? 0 : -1] : 'was'
            def sqlite = option == 'existingComment' ? nothing("dropColumn 'n', 'c', was: integer", 'documentation')
                    : option == 'existingIdentity' ? refused('SQLite numbers only') : [was: 'c TEXT', existingNullable: 'c INTEGER NOT NULL DEFAULT 1', existingDefault: 'DEFAULT 5',
                            existingGenerated: 'AS (a * 2) VIRTUAL', existingStored: 'STORED', existingCollation: 'COLLATE NOCASE'][option]
            back 'dropColumn', option, "dropColumn 'n', 'c', $given", sql, sqlite
        }
        up 'dropIndex', 'concurrently', "dropIndex 'ix', 't', concurrently: true", 'DROP INDEX CONCURRENTLY ix', nothing("dropIndex 'ix', 't'", 'a writer is alone there')
        up 'dropIndex', 'ifExists', "dropIndex 'ix', ifExists: true", 'DROP INDEX IF EXISTS ix', 'DROP INDEX IF EXISTS ix'
        up 'dropIndex', 'cascade', "dropIndex 'ix', cascade: true", 'DROP INDEX ix CASCADE', nothing("dropIndex 'ix'", 'nothing depends on an index')
        up 'dropIndex', 'schema', "dropIndex 'ix', 't', schema: 's'", 'DROP INDEX s.ix', SCHEMA
        back 'dropIndex', 'was', "dropIndex 'i', 't', was: ['b']", 'CREATE INDEX i ON t (b)', 'CREATE INDEX i ON t (b)'
        entries.findAll { it.verb == 'createIndex' && !(it.option in ['schema', 'ifNotExists', 'concurrently']) }.each { Entry entry ->
            back 'dropIndex', entry.option, entry.script.replace('createIndex', 'dropIndex').replaceFirst(/, \[/, ', was: ['), entry.postgresql,
                    entry.sqlite.plainly ? nothing("dropIndex 'i', 't', was: ['b']", entry.sqlite.because) : entry.sqlite
        }
        up 'dropConstraint', 'type', "dropConstraint 'ck_t', 't', type: 'unique'", nothing("dropConstraint 'ck_t', 't'", 'a name is enough'), refused('The constraint "ck_t" of the table "t" is no unique constraint')
        up 'dropConstraint', 'ifExists', "dropConstraint 'x', 't', ifExists: true", 'DROP CONSTRAINT IF EXISTS x', ''
        up 'dropConstraint', 'cascade', "dropConstraint 'ck_t', 't', cascade: true", 'DROP CONSTRAINT ck_t CASCADE', nothing("dropConstraint 'ck_t', 't'", 'nothing that depends on a constraint keeps it')
        up 'dropConstraint', 'schema', "dropConstraint 'ck_t', 't', schema: 's'", 'ALTER TABLE s.t DROP CONSTRAINT ck_t', SCHEMA
        back 'dropConstraint', 'was', "dropConstraint 'k', 't', type: 'check', was: 'a > 1'", 'CHECK (a > 1)', 'CHECK (a > 1)'
        back 'dropConstraint', 'references', "dropConstraint 'k', 't', type: 'foreignkey', was: ['a'], references: 'p.id'", 'REFERENCES p (id)', 'REFERENCES p (id)'
        undropped('createUniqueConstraint', ['usingIndex', 'schema']) { String script -> script.replace('createUniqueConstraint', 'dropConstraint').replace("'n', [", "'n', type: 'unique', was: [")  }
        undropped('createForeignKey', ['sourceSchema', 'referentSchema']) { String script -> script.replace('createForeignKey', 'dropConstraint').replace("'t', 'p', ['a'], ['id']", "'t', type: 'foreignkey', was: ['a'], references: 'p.id'")  }
        undropped('createCheckConstraint', ['schema']) { String script -> script.replace('createCheckConstraint', 'dropConstraint').replace("'t', '", "'t', type: 'check', was: '")  }
        undropped('createExcludeConstraint', ['schema']) { String script -> script.replace('createExcludeConstraint', 'dropConstraint').replace("'t', [", "'t', type: 'exclude', was: [")  }
    }

    private void undropped(String verb, List<String> except, Closure<String> asDrop) {
        entries.findAll { it.verb == verb && !(it.option in except) }.each { Entry entry ->
            String plainly = entry.sqlite.plainly ? asDrop(entry.sqlite.plainly) : null
            back 'dropConstraint', entry.option, asDrop(entry.script), entry.postgresql,
                    plainly ? nothing(plainly, entry.sqlite.because) : entry.sqlite
        }
    }

    /** The same words inside of {@code createTable}. */
    private void insideTable() {
        entries.findAll { it.verb == 'addColumn' && !(it.option in ['schema', 'ifNotExists', 'index', 'comment']) }.each { Entry entry ->
            String rest = entry.script.replace("addColumn 'n', 'c', ", '')
            inside 'column', entry.option, "createTable('n') { column 'a', integer; column 'c', $rest }", ofTable(entry.postgresql), insideSqlite(entry)
        }
        inside 'column', 'index', "createTable('n') { column 'c', integer, index: true }", 'CREATE INDEX ix_n_c ON n (c)', 'CREATE INDEX ix_n_c ON n (c)'
        inside 'column', 'comment', "createTable('n') { column 'c', integer, comment: 'c' }", "COMMENT ON COLUMN n.c IS 'c'", nothing("createTable('n') { column 'c', integer }", 'documentation')
        ['createPrimaryKey': 'primaryKey', 'createUniqueConstraint': 'unique'].each { String verb, String word ->
            entries.findAll { it.verb == verb && !(it.option in ['schema', 'usingIndex']) }.each { Entry entry ->
                inside word, entry.option, entry.script.replace("$verb 'k', 'n', ['a']", "$TWO$word 'a'") + ' }', entry.postgresql, entry.sqlite
            }
            inside word, 'name', "$TWO$word 'a', name: 'k' }", 'CONSTRAINT k ', 'CONSTRAINT k '
        }
        entries.findAll { it.verb == 'createForeignKey' && !(it.option in ['sourceSchema', 'referentSchema', 'notValid']) }.each { Entry entry ->
            inside 'foreignKey', entry.option, entry.script.replace("createForeignKey 'f', 't', 'p', ['a'], ['id']", "${TWO}foreignKey 'a', references: 'p.id'") + ' }', entry.postgresql, entry.sqlite
        }
        inside 'foreignKey', 'references', "${TWO}foreignKey 'a', 'b', references: 's.p(id, x)' }", 'FOREIGN KEY (a, b) REFERENCES s.p (id, x)', SCHEMA
        inside 'foreignKey', 'name', "${TWO}foreignKey 'a', references: 'p', name: 'k' }", 'CONSTRAINT k FOREIGN KEY', 'CONSTRAINT k FOREIGN KEY'
        entries.findAll { it.verb == 'createCheckConstraint' && it.option.startsWith('no') && it.option != 'notValid' }.each { Entry entry ->
            inside 'check', entry.option, entry.script.replace("createCheckConstraint 'c', 't',", "${TWO}check") + ' }', entry.postgresql, entry.sqlite
        }
        inside 'check', 'name', "${TWO}check 'a > 1', name: 'k' }", 'CONSTRAINT k CHECK', 'CONSTRAINT k CHECK'
        entries.findAll { it.verb == 'createExcludeConstraint' && it.option != 'schema' }.each { Entry entry ->
            inside 'exclude', entry.option, entry.script.replaceFirst(/createExcludeConstraint 'e', 't', (\[.*?\])(, .*)?$/) { List<String> found -> "${TWO}exclude(${found[1]}${found[2] ?: ''})" } + ' }', entry.postgresql, entry.sqlite
        }
        inside 'exclude', 'name', "${TWO}exclude([a: '='], name: 'k') }", 'CONSTRAINT k EXCLUDE', onlyPostgresql('exclusion constraints')
        entries.findAll { it.verb == 'createIndex' && !(it.option in ['schema', 'ifNotExists', 'concurrently']) }.each { Entry entry ->
            String script = entry.script.replaceFirst(/createIndex 'i', 't', \[(.*?)\]/) { List<String> found -> "createTable('t') { column 'a', integer; column 'b', integer; index ${found[1]}, name: 'i'" } + ' }'
            Outcome sqlite = entry.sqlite.plainly ? nothing("createTable('t') { column 'a', integer; column 'b', integer; index 'b', name: 'i' }", entry.sqlite.because) : entry.sqlite
            inside 'index', entry.option, script, entry.postgresql, sqlite
        }
        inside 'index', 'name', "${TWO}index 'a', name: 'k' }", 'CREATE INDEX k ON x', 'CREATE INDEX k ON x'
    }

    /** A key and the constraints of a column stand behind the columns there. */
    private static Object ofTable(Outcome outcome) {
        outcome.sql == null ? outcome : [
                'ADD COLUMN c integer DEFAULT 1 NOT NULL': 'c integer DEFAULT 1 NOT NULL',
                'c integer NOT NULL CONSTRAINT pk_n PRIMARY KEY': 'CONSTRAINT pk_n PRIMARY KEY (c)',
                'CONSTRAINT uq_n_c UNIQUE': 'CONSTRAINT uq_n_c UNIQUE (c)',
                'CONSTRAINT fk_n_c REFERENCES p (id)': 'CONSTRAINT fk_n_c FOREIGN KEY (c) REFERENCES p (id)'].getOrDefault(outcome.sql, outcome.sql)
    }

    private static Object insideSqlite(Entry entry) {
        Outcome sqlite = entry.sqlite
        if (entry.option == 'identity' && sqlite.plainly) {
            return nothing("createTable('n') { column 'a', integer; column 'c', bigint, identity: true, primaryKey: true }", sqlite.because)
        } else if (entry.option == 'collation' && sqlite.refusal) {
            return 'c TEXT COLLATE C'
        } else if (entry.option == 'onConflict' && sqlite.sql.startsWith('UNIQUE')) {
            return 'UNIQUE (c) ON CONFLICT REPLACE'
        }
        sqlite.sql == 'CONSTRAINT fk_n_c REFERENCES p (id)' ? 'CONSTRAINT fk_n_c FOREIGN KEY (c) REFERENCES p (id)' : sqlite
    }

    // ---- short ways to say it ----

    private static final Outcome SCHEMA = refused('SQLite has no schemas')

    static Outcome refused(String sentence) { new Outcome(null, sentence) }

    static Outcome onlyPostgresql(String what) { refused("SQLite has no $what.") }

    static Outcome onlySqlite(String what) { refused("PostgreSQL has no $what.") }

    static Outcome nothing(String plainly, String because) { new Outcome(null, null, plainly, because) }

    private void added(String option, String rest, Object postgresql, Object sqlite) {
        up 'addColumn', option, "addColumn 'n', 'c', $rest", postgresql, sqlite
    }

    private void altered(String option, String rest, Object postgresql, Object sqlite) {
        up 'alterColumn', option, "alterColumn 't', 'b', $rest", postgresql, sqlite
    }

    private void unaltered(String option, String rest, Object postgresql, Object sqlite) {
        back 'alterColumn', option, "alterColumn 't', 'b', $rest", postgresql, sqlite
    }

    private void indexed(String option, String rest, Object postgresql, Object sqlite) {
        up 'createIndex', option, "createIndex 'i', 't', $rest", postgresql, sqlite
    }

    private void keyed(String option, String script, Object postgresql, Object sqlite) {
        up 'createForeignKey', option, script, postgresql, sqlite
    }

    private void up(String verb, String option, String script, Object postgresql, Object sqlite) {
        add 'Operations', verb, option, script, false, postgresql, sqlite
    }

    private void back(String verb, String option, String script, Object postgresql, Object sqlite) {
        add 'Operations', verb, option, script, true, postgresql, sqlite
    }

    private void inside(String verb, String option, String script, Object postgresql, Object sqlite) {
        add 'TableBuilder', verb, option, script, false, postgresql, sqlite
    }

    private void add(String room, String verb, String option, String script, boolean back, Object postgresql, Object sqlite) {
        entries << new Entry(entries.size(), room, verb, option, script, back, outcome(postgresql), outcome(sqlite))
    }

    private static Outcome outcome(Object given) { given instanceof Outcome ? given : new Outcome(given.toString()) }
}
