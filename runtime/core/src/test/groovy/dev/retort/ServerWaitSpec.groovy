package dev.retort

import dev.retort.internal.testing.Project
import dev.retort.internal.testing.TcpRelay
import dev.retort.internal.testing.TestDatabase
import java.time.Duration
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.Timeout

@spock.lang.Tag('database')
class ServerWaitSpec extends Specification {

    @AutoCleanup
    Project project = new Project().table('a')

    @AutoCleanup
    TestDatabase database = TestDatabase.postgresql()

    @Timeout(60)
    def "a server that is not there yet is waited for, with #call"() {
        given:
        int port = new ServerSocket(0).withCloseable { it.localPort }
        TcpRelay relay = null
        def opening = Thread.start {
            Thread.sleep(700)
            relay = new TcpRelay('localhost', (database.jdbcUrl =~ /:(\d+)\//)[0][1] as int, port)
        }

        when:
        def retort = Retort.configure().url(at(port)).home(project.home).serverWait(Duration.ofSeconds(50)).build()
        retort."$call"(*arguments)

        then:
        database.tables().contains('retort_version')

        cleanup:
        opening?.join()
        relay?.close()

        where:
        call            | arguments
        'upgrade'       | ['head']
        'ensureVersion' | []
    }

    def "a server that does not come is given up"() {
        given:
        int port = new ServerSocket(0).withCloseable { it.localPort }

        when:
        Retort.configure().url(at(port)).home(project.home).serverWait(Duration.ofMillis(600)).build().upgrade('head')

        then:
        def e = thrown(RetortException)
        e.kind() == RetortException.Kind.UNREACHABLE
        e.message.contains('refused')
    }

    @Timeout(30)
    def "what will not pass is not waited for: #url"() {
        when:
        Retort.configure().url(url.replace('URL', database.jdbcUrl.replaceFirst('[?].*', ''))).home(project.home)
                .user('postgres').password('postgres').serverWait(Duration.ofHours(1)).build().upgrade('head')

        then:
        thrown(RetortException)

        where:
        url << ['URL_not_there', 'sqlite:////no/such/folder/app.db']
    }

    def "a short-lived password is asked for whenever connections are opened"() {
        given:
        int asked = 0
        def retort = project.at(database).passwords { asked++; 'postgres' }.build()

        when:
        retort.upgrade('head')

        then: 'to look, and to work'
        asked == 2

        when:
        retort.upgrade('head')

        then:
        asked == 3
    }

    private String at(int port) {
        database.jdbcUrl.replaceFirst(/:\d+\//, ":$port/")
    }
}
