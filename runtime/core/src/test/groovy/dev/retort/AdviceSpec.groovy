package dev.retort

import ch.qos.logback.classic.Level
import ch.qos.logback.classic.Logger
import ch.qos.logback.classic.spi.ILoggingEvent
import ch.qos.logback.core.read.ListAppender
import dev.retort.internal.testing.Project
import dev.retort.internal.testing.TestDatabase
import org.slf4j.LoggerFactory
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.Timeout

/** What a database refuses, and says beside its results, reaches the user with what to write instead. */
@spock.lang.Tag('database')
class AdviceSpec extends Specification {

    @AutoCleanup
    Project project = new Project()

    @AutoCleanup(quiet = true)
    TestDatabase database

    def "#dialect: #body is refused with what to write instead"() {
        given:
        database = TestDatabase.of(dialect)
        database.execute(*before)
        project.revision('a', [], "upgrade { $body }\nirreversible 'x'")

        when:
        project.on(database).roleWarning(false).build().upgrade('head')

        then:
        def e = thrown(RetortException)
        e.problems()[0].hint().contains(advice)

        where:
        dialect      | before                                     | body || advice
        'postgresql' | ['CREATE TABLE p (id int PRIMARY KEY)', 'CREATE TABLE c (p int REFERENCES p DEFERRABLE INITIALLY DEFERRED)', 'INSERT INTO p VALUES (1)'] | "execute 'INSERT INTO c VALUES (1)'; execute 'ALTER TABLE c ADD COLUMN x int'; execute 'ALTER TABLE c ALTER COLUMN p TYPE bigint'" || "Write execute 'SET CONSTRAINTS ALL IMMEDIATE' before this"
        'postgresql' | ['CREATE TABLE t (a int)', 'CREATE VIEW v AS SELECT a FROM t'] | "execute 'ALTER TABLE t ALTER COLUMN a TYPE bigint'" || "views: 'recreate'"
        'postgresql' | ['CREATE TABLE t (a text)']                | "execute \"CREATE INDEX i ON t (a || 'x')\""           || 'An expression of an index needs brackets of its own'
        'postgresql' | ['CREATE TABLE users (id int)']            | "execute 'CREATE TABLE users (id int)'"                 || 'mark it as applied instead: retort stamp REVISION'
        'sqlite'     | ['CREATE TABLE users (id int)']            | "execute 'CREATE TABLE users (id int)'"                 || 'mark it as applied instead: retort stamp REVISION'
        'postgresql' | ['CREATE TABLE t (a int)', 'INSERT INTO t VALUES (1)'] | "execute 'ALTER TABLE t ADD COLUMN b int NOT NULL'" || "and then write alterColumn 't', 'b', nullable: false"
        'sqlite'     | ['CREATE TABLE t (a int)', 'INSERT INTO t VALUES (1)'] | "execute 'ALTER TABLE t ADD COLUMN b int NOT NULL'" || 'fill it with update or backfill'
        'postgresql' | ['CREATE TABLE t (a json)']                | "bulkInsert 't', [[a: [1, 2]]]"                        || 'for a column of json write Json.text(list)'
        'sqlite'     | ['CREATE TABLE t (a json)']                | "bulkInsert 't', [[a: [1, 2]]]"                        || 'Json.text(list)'
        'postgresql' | []                                         | "execute 'CREATE TABLE app.t (a int)'"                  || "Create it first: createSchema 'app'"
        'postgresql' | []                                         | "execute \"SET client_encoding TO 'LATIN1'\""          || 'files are UTF-8'
    }

    def "#dialect: #sql runs outside of a transaction, or its refusal says where"() {
        given:
        database = TestDatabase.of(dialect)
        project.revision('a', [], "upgrade { execute '$sql' }\nirreversible 'x'")

        when:
        project.on(database).roleWarning(false).build().upgrade('head')

        then:
        def e = thrown(RetortException)
        e.problems()[0].toString().contains('autocommit {')

        where:
        dialect      | sql
        'postgresql' | 'VACUUM'
        'postgresql' | 'REINDEX DATABASE'
        'postgresql' | 'CREATE DATABASE never'
        'postgresql' | 'ALTER SYSTEM SET work_mem = 1000'
        'sqlite'     | 'PRAGMA journal_mode = WAL'
    }

    def "a warning of the server is heard by everybody, a notice by who wants to know all"() {
        given:
        database = TestDatabase.postgresql()
        project.revision('a', [], """upgrade {
            execute \'\'\'DO \$\$ BEGIN RAISE NOTICE 'just so'; RAISE WARNING 'take care'; END \$\$\'\'\'
            execute 'DROP TABLE IF EXISTS none'
        }
        irreversible 'x'""")
        def logger = LoggerFactory.getLogger('dev.retort.sql') as Logger
        def level = logger.level
        def heard = new ListAppender<ILoggingEvent>()
        heard.start()
        logger.level = Level.DEBUG
        logger.addAppender(heard)

        when:
        project.on(database).roleWarning(false).build().upgrade('head')

        then:
        heard.list.findAll { it.level == Level.WARN }*.formattedMessage == ['The database warns: take care']
        heard.list*.formattedMessage.containsAll(['The database notes: just so', 'The database notes: table "none" does not exist, skipping'])

        cleanup:
        logger?.detachAppender(heard)
        logger?.level = level
    }

    @Timeout(60)
    def "who keeps a concurrent index waiting is named while it waits"() {
        given:
        database = TestDatabase.postgresql()
        database.execute('CREATE TABLE t (a int)')
        project.revision('a', [], "change { createIndex 'i', 't', ['a'], concurrently: true }")
        def other = database.open()
        other.autoCommit = false
        other.createStatement().execute('INSERT INTO t VALUES (1)')
        def logger = LoggerFactory.getLogger('dev.retort.lock') as Logger
        def heard = new ListAppender<ILoggingEvent>() {
            @Override
            protected void append(ILoggingEvent event) {
                super.append(event)
                if (event.formattedMessage.startsWith('The concurrent index waits')) {
                    other.commit()
                }
            }
        }
        def level = logger.level
        heard.start()
        logger.level = Level.INFO
        logger.addAppender(heard)

        when:
        project.on(database).roleWarning(false).build().upgrade('head')

        then:
        heard.list*.formattedMessage.any { it ==~ /The concurrent index waits for 1 transaction older than this one: pid \d+, .*/ }

        cleanup:
        logger?.detachAppender(heard)
        logger?.level = level
        other?.close()
    }
}
