package dev.retort.internal.dialect.postgres

import dev.retort.RetortException
import dev.retort.internal.dialect.Dialects
import dev.retort.internal.dialect.ClientVariables
import dev.retort.internal.testing.TestDatabase
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

/** What a URL leaves open is what psql would take. */
@spock.lang.Tag('database')
class PostgresUrlSpec extends Specification {

    @TempDir
    Path folder

    @AutoCleanup(quiet = true)
    TestDatabase database

    def "variables say what #url does not: #variables"() {
        when:
        def address = Dialects.ofUrl(url, new ClientVariables(variables, [])).url()

        then:
        [address.jdbcUrl(), address.properties().user, address.properties().password] == expected
        !address.toString().contains('geheim')

        where:
        url                             | variables                                          || expected
        'postgresql://'                 | [PGHOST: 'h', PGPORT: '1', PGDATABASE: 'd', PGUSER: 'u', PGPASSWORD: 'geheim'] || ['jdbc:postgresql://h:1/d', 'u', 'geheim']
        'postgresql://me:mine@h:2/own'  | [PGHOST: 'x', PGPORT: '1', PGDATABASE: 'd', PGUSER: 'u', PGPASSWORD: 'geheim'] || ['jdbc:postgresql://h:2/own', 'me', 'mine']
        'postgresql://h/d'              | [PGSSLMODE: 'require', PGCONNECT_TIMEOUT: '3']     || ['jdbc:postgresql://h/d?connectTimeout=3&sslmode=require', null, null]
        'postgresql://h/d?sslmode=disable' | [PGSSLMODE: 'require']                          || ['jdbc:postgresql://h/d?sslmode=disable', null, null]
        'jdbc:postgresql://h/d'         | [PGPORT: '1', PGUSER: 'u', PGPASSWORD: 'geheim']   || ['jdbc:postgresql://h/d', null, null]
        'postgresql:///d'               | [PGHOST: '']                                       || ['jdbc:postgresql://localhost/d', null, null]
    }

    def "a service says what #url does not, before variables do"() {
        given:
        def file = folder.resolve('services')
        Files.writeString(file, """\
            # ours
            [other]
            host=wrong
            [shop]
            host = db.example
            port=6543
            dbname=shop
            user=app
            sslmode=require
            [last]
            """.stripIndent())

        when:
        def address = Dialects.ofUrl(url, new ClientVariables([PGSERVICEFILE: file.toString(), PGUSER: 'me', PGPORT: '1'] + more, [])).url()

        then:
        [address.jdbcUrl(), address.properties().user] == [expected, user]

        where:
        url                                     | more                || expected                                              | user
        'postgresql://?service=shop'            | [:]                 || 'jdbc:postgresql://db.example:6543/shop?sslmode=require' | 'app'
        'postgresql:///?service=shop'           | [:]                 || 'jdbc:postgresql://db.example:6543/shop?sslmode=require' | 'app'
        'postgresql://you@h/own?service=shop'   | [:]                 || 'jdbc:postgresql://h:6543/own?sslmode=require'        | 'you'
        'postgresql://'                         | [PGSERVICE: 'shop'] || 'jdbc:postgresql://db.example:6543/shop?sslmode=require' | 'app'
        'postgresql://?service=last'            | [:]                 || 'jdbc:postgresql://localhost:1/'                      | 'me'
    }

    def "a service that is nowhere, or says nonsense, is named: #line"() {
        given:
        def file = folder.resolve('services')
        Files.writeString(file, "[shop]\n$line\n")

        when:
        Dialects.ofUrl("postgresql://?service=$service", new ClientVariables([PGSERVICEFILE: file.toString()], []))

        then:
        def e = thrown(RetortException)
        e.kind() == RetortException.Kind.USAGE
        e.message.replace(folder.toString(), 'FOLDER') == sentence

        where:
        service | line             || sentence
        'shpo'  | 'host=h'         || 'There is no service "shpo" in FOLDER/services. Write a section [shpo], or name its file with PGSERVICEFILE.'
        'shop'  | 'sslmod=require' || 'The service "shop" has the parameter "sslmod", which neither PostgreSQL nor its driver knows. Did you mean "sslmode"?'
        'shop'  | 'host'           || 'The service "shop" in FOLDER/services has a line without name=value. Correct it.'
    }

    def "a socket is a way to the server: #url"() {
        given:
        database = TestDatabase.postgresql()
        def (user, port, name) = (database.jdbcUrl =~ /user=(\w+)/)[0][1..1] + (database.jdbcUrl =~ /:(\d+)\/(\w+)/)[0][1..2]
        def socket = Path.of(database.rows('SHOW unix_socket_directories')[0][0].toString().split(',')[0].trim())
        def written = url.replace('NAME', name).replace('USER', user).replace('PORT', port)
                .replace('FOLDER', socket.toString()).replace('CODED', URLEncoder.encode(socket.toString(), 'UTF-8'))

        when:
        def address = Dialects.ofUrl(written, new ClientVariables([PGPORT: port], [folder, socket])).url().withCredentials(user, password())
        def rows = address.open().withCloseable { connection ->
            connection.createStatement().executeQuery("SELECT inet_client_addr() IS NULL, length(repeat('x', 3000000))").with { it.next(); [it.getObject(1), it.getObject(2)] }
        }

        then:
        rows == [true, 3000000]
        address.place() == "$socket:$port/$name"

        when: 'it knows the timeouts of other sockets'
        address.open().withCloseable { connection ->
            connection.setNetworkTimeout({ it.run() }, 200)
            connection.createStatement().execute('SELECT pg_sleep(20)')
        }

        then:
        thrown(java.sql.SQLException)

        where:
        url << ['postgresql:///NAME?host=FOLDER', 'postgresql://USER@/NAME?host=FOLDER&port=PORT', 'postgresql:///NAME', 'postgresql://CODED/NAME']
    }

    def "a socket where nobody listens is named"() {
        when:
        Dialects.ofUrl("postgresql://a:b@/d?host=$folder").url().open()

        then:
        def e = thrown(java.sql.SQLException)
        Failures.explain(e).message() == "No server listens at the socket $folder/.s.PGSQL.5432."
        Failures.explain(e).kind() == dev.retort.internal.dialect.SqlError.Kind.UNREACHABLE
    }

    private String password() {
        def found = database.jdbcUrl =~ /password=(\w+)/
        found ? found[0][1] : 'postgres'
    }
}
