package dev.retort

import dev.retort.internal.testing.PostgresServer
import dev.retort.internal.testing.TestDatabase

@spock.lang.Tag('database')
class PostgresEndedTransactionSpec extends EndedTransactionSpec {

    private static final String OFF = "CREATE FUNCTION off() RETURNS text LANGUAGE plpgsql AS 'BEGIN RETURN set_config(lower(''STANDARD_conforming_strings''), ''off'', false); END'"

    TestDatabase newDatabase() {
        TestDatabase.postgresql()
    }

    Map<String, Boolean> ends() {
        ['COMMIT': true, 'ROLLBACK': false, 'COMMIT; BEGIN': true, 'COMMIT AND CHAIN': true, 'ROLLBACK AND CHAIN': false, 'COMMIT; BEGIN; SELECT 1/0': true, 'ROLLBACK; BEGIN; SELECT 1/0': false]
    }

    Map<String, String> bodies() {
        ['a function switches off strings': "execute '''$OFF '''\nexecute 'SELECT off()'\nexecute ''' SELECT '\\\\' '''",
         'and the script catches that': "execute '''$OFF '''\ntry { execute 'SELECT off()' } catch (Exception e) { }\ntry { createTable('u') { column 'id', integer } } catch (Exception e) { }",
         'a query switches off strings': "execute '''$OFF '''\ntry { query('SELECT off()') } catch (Exception e) { }",
         'a block commits': "createTable('t') { column 'id', integer }\ntry { execute ''' DO 'BEGIN COMMIT; END' ''' } catch (Exception e) { }\ncreateTable('u') { column 'id', integer }",
         'a procedure commits': "execute ''' CREATE PROCEDURE p() LANGUAGE plpgsql AS 'BEGIN COMMIT; END' '''\ntry { execute 'CALL p()' } catch (Exception e) { }"]
    }

    def "a database where strings are not standard gets the same, and its setting stays"() {
        given:
        def name = (database.jdbcUrl =~ /\/(spec_\w+)/)[0][1]
        PostgresServer.shared().execute("ALTER DATABASE $name SET standard_conforming_strings = off")
        project.revision('a', [], "upgrade {\ncreateTable('t') { column 'a', text, default: 'b\\\\' }\nexecute ''' INSERT INTO t VALUES ('\\\\'), (:v), ('; COMMIT; --') ''', v: '\\\\'\nbulkInsert 't', [[a: '\\\\']]\n$more }\nirreversible 'no'")

        when:
        project.retort(database).upgrade('head')

        then:
        database.rows('SELECT a FROM t')*.first() == ['\\', '\\', '; COMMIT; --', '\\']
        versionRows() == ['a']

        where:
        more << ['', "autocommit { execute ''' INSERT INTO t SELECT '\\\\' WHERE false ''' }"]
    }

    def "no statement sets strings back to what the role has"() {
        given:
        def name = (database.jdbcUrl =~ /\/(spec_\w+)/)[0][1]
        PostgresServer.shared().execute("ALTER DATABASE $name SET standard_conforming_strings = off")
        project.revision('a', [], "upgrade {\nexecute 'RESET ALL'\n}\nirreversible 'no'")

        when:
        project.retort(database).upgrade('head')

        then:
        def refused = thrown(RetortException)
        refused.message.contains('This has switched off standard_conforming_strings')
        refused.message.contains('RESET ALL')
        versionRows() == []
    }
}
