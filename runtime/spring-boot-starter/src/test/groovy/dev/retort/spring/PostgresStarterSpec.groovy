package dev.retort.spring

import dev.retort.LogRequest
import dev.retort.Retort
import dev.retort.internal.testing.PostgresServer
import dev.retort.spring.entity.Project
import dev.retort.spring.entity.ServiceApp
import jakarta.persistence.EntityManagerFactory
import java.util.concurrent.CompletableFuture
import java.util.concurrent.Executors
import java.util.concurrent.TimeUnit
import org.springframework.context.ConfigurableApplicationContext
import org.springframework.jdbc.core.JdbcTemplate
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.Tag

@Tag('database')
class PostgresStarterSpec extends Specification {

    @AutoCleanup
    Starts starts = new Starts()

    def 'three instances of a service start at once: one migrates, all serve, and JPA validates'() {
        given:
        PostgresServer.shared().execute('CREATE DATABASE starter')
        def threads = Executors.newFixedThreadPool(3)

        when:
        List<ConfigurableApplicationContext> services = (1..3)
                .collect { CompletableFuture.supplyAsync({ start('starter') }, threads) }
                .collect { it.get(120, TimeUnit.SECONDS) }

        then:
        services.every { service ->
            service.getBean(EntityManagerFactory).createEntityManager().withCloseable { it.find(Project, 1L).name == 'Retort' }
        }
        services[0].getBean(Retort).log(LogRequest.ALL).entries()*.revision().toSorted() == ['a1', 'b2']

        cleanup:
        threads.shutdown()
        starts.close()
        PostgresServer.shared().execute('DROP DATABASE starter')
    }

    def 'another user migrates the database of the application'() {
        given:
        PostgresServer.shared().execute("CREATE ROLE starter_migrator LOGIN PASSWORD 'm'")
        PostgresServer.shared().execute('CREATE DATABASE starter_user OWNER starter_migrator')
        String url = PostgresServer.shared().url('starter_user')
        Map<String, String> login = url.replaceFirst(/[^?]*\?/, '').split('&').collectEntries { it.split('=') as List }

        when:
        def context = starts.start('spring.datasource.url': url.replaceFirst(/\?.*/, ''), 'spring.datasource.username': login.user,
                'spring.datasource.password': login.password ?: '', 'retort.user': 'starter_migrator', 'retort.password': 'm')
        def owners = context.getBean(JdbcTemplate).queryForList(
                "SELECT DISTINCT tableowner FROM pg_tables WHERE schemaname = 'public'", String)

        then:
        owners == ['starter_migrator']
        context.getBean(JdbcTemplate).queryForObject('SELECT current_user', String) == login.user

        cleanup:
        starts.close()
        PostgresServer.shared().execute('DROP DATABASE starter_user')
        PostgresServer.shared().execute('DROP ROLE starter_migrator')
    }

    private ConfigurableApplicationContext start(String database) {
        starts.start(['spring.datasource.url': PostgresServer.shared().url(database), 'spring.jpa.hibernate.ddl-auto': 'validate',
            'retort.role-warning': 'false', 'spring.datasource.hikari.maximum-pool-size': '4', 'spring.autoconfigure.exclude': ''], ServiceApp)
    }
}
