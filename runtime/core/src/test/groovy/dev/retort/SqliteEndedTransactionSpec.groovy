package dev.retort

import dev.retort.internal.testing.TestDatabase

class SqliteEndedTransactionSpec extends EndedTransactionSpec {

    private static final String TABLE = "createTable('t') { column 'id', integer, primaryKey: true }\nexecute 'INSERT INTO t VALUES (1)'"

    TestDatabase newDatabase() {
        TestDatabase.sqlite()
    }

    Map<String, Boolean> ends() {
        ['COMMIT': true, 'ROLLBACK': false, 'INSERT INTO t VALUES (1); INSERT OR ROLLBACK INTO t VALUES (1)': false, 'COMMIT; BEGIN': true, 'ROLLBACK; BEGIN': false]
    }

    Map<String, String> bodies() {
        ['OR ROLLBACK': "$TABLE\ntry { execute 'INSERT OR ROLLBACK INTO t VALUES (1)' } catch (Exception e) { }\ncreateTable('u') { column 'id', integer }",
         'OR ROLLBACK as the last statement': "$TABLE\ntry { execute 'INSERT OR ROLLBACK INTO t VALUES (1)' } catch (Exception e) { }",
         'caught at each statement': "$TABLE\n5.times { try { execute 'INSERT OR ROLLBACK INTO t VALUES (1)' } catch (Exception e) { } }",
         'not caught': "$TABLE\nexecute 'INSERT OR ROLLBACK INTO t VALUES (1)'",
         'a trigger': "$TABLE\nexecute '''CREATE TRIGGER g BEFORE INSERT ON t BEGIN SELECT RAISE(ROLLBACK, 'no'); END'''\ntry { table('t').insert(id: 2) } catch (Exception e) { }\nquery('SELECT 1')",
         'a constraint': "execute 'CREATE TABLE t (id integer PRIMARY KEY ON CONFLICT ROLLBACK)'\ntry { bulkInsert 't', [[id: 1], [id: 1]] } catch (Exception e) { }\nhasTable('t')\ncreateTable('u') { column 'id', integer }"]
    }

    def "what an earlier part of the revision had committed is named"() {
        given:
        project.revision('a', [], """
            upgrade {
                createTable('t') { column 'id', integer, primaryKey: true }
                autocommit { execute 'INSERT INTO t VALUES (1)' }
                createTable('u') { column 'id', integer }
                try { execute 'INSERT OR ROLLBACK INTO t VALUES (1)' } catch (Exception e) { }
                createTable('v') { column 'id', integer }
            }
            irreversible 'no'""")

        when:
        project.retort(database).upgrade('head')

        then:
        def refused = thrown(RetortException)
        refused.message.contains('This has ended the transaction of the revision: INSERT OR ROLLBACK INTO t VALUES (1).')
        refused.message.contains('What ran before statement 3 was kept')
        tables() == ['t']
        versionRows() == []
    }
}
