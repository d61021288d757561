package dev.retort.spring

import java.nio.file.Path
import org.springframework.boot.autoconfigure.EnableAutoConfiguration
import org.springframework.boot.builder.SpringApplicationBuilder
import org.springframework.context.ConfigurableApplicationContext
import org.springframework.context.annotation.Bean
import org.springframework.context.annotation.Configuration
import org.springframework.core.io.DefaultResourceLoader
import org.springframework.jdbc.core.JdbcTemplate

/** Starts applications as their main methods do, with the logging that is there already. */
class Starts {

    static {
        System.setProperty('org.springframework.boot.logging.LoggingSystem', 'none')
    }

    /** Of Spring Boot 3 and of 4; a name that is unknown is passed over. */
    private static final String JPA = [
        'org.springframework.boot.autoconfigure.orm.jpa.HibernateJpaAutoConfiguration',
        'org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration',
        'org.springframework.boot.autoconfigure.data.jpa.JpaRepositoriesAutoConfiguration',
        'org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration'].join(',')

    private final List<ConfigurableApplicationContext> open = [].asSynchronized()

    ConfigurableApplicationContext start(Map<String, Object> properties, Class<?>... sources) {
        start(properties, Starts.classLoader, sources)
    }

    ConfigurableApplicationContext start(Map<String, Object> properties, ClassLoader loader, Class<?>... sources) {
        Map<String, Object> all = [
            'spring.main.banner-mode': 'off', 'spring.main.web-application-type': 'none', 'spring.main.register-shutdown-hook': 'false',
            'spring.datasource.url': 'jdbc:sqlite::memory:', 'spring.autoconfigure.exclude': JPA] + properties
        def context = new SpringApplicationBuilder(sources ?: [App] as Class[])
                .resourceLoader(new DefaultResourceLoader(loader)).properties(all).run()
        open << context
        context
    }

    void close() {
        open*.close()
    }

    static String sqlite(Path folder, String name) {
        "jdbc:sqlite:${folder.resolve(name + '.db')}"
    }

    @Configuration
    @EnableAutoConfiguration
    static class App {
    }

    /** What an application does as soon as it is created. */
    @Configuration
    @EnableAutoConfiguration
    static class ReadsAtOnce {

        @Bean
        Names names(JdbcTemplate jdbc) {
            new Names(jdbc.queryForList('SELECT name FROM projects', String))
        }
    }

    static class Names {
        final List<String> all

        Names(List<String> all) {
            this.all = all
        }
    }
}
