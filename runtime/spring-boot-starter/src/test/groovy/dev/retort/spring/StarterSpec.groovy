package dev.retort.spring

import ch.qos.logback.classic.Logger
import ch.qos.logback.classic.spi.ILoggingEvent
import ch.qos.logback.core.read.ListAppender
import dev.retort.Retort
import dev.retort.RetortException
import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.CompletableFuture
import java.util.concurrent.TimeUnit
import java.util.jar.JarEntry
import java.util.jar.JarOutputStream
import javax.sql.DataSource
import org.slf4j.LoggerFactory
import org.springframework.beans.factory.BeanCreationException
import org.springframework.boot.SpringBootVersion
import org.springframework.boot.autoconfigure.EnableAutoConfiguration
import org.springframework.context.annotation.Bean
import org.springframework.context.annotation.Configuration
import org.springframework.core.env.Environment
import org.springframework.jdbc.core.JdbcTemplate
import org.springframework.jdbc.datasource.DriverManagerDataSource
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

class StarterSpec extends Specification {

    @TempDir
    Path folder

    @AutoCleanup
    Starts starts = new Starts()

    def 'the specs run on the Spring Boot that they are meant for'() {
        expect:
        SpringBootVersion.version == System.getProperty('retort.spring-boot')
    }

    def 'the scripts of the class path are applied before a bean reads a table'() {
        when:
        def context = starts.start(['spring.datasource.url': Starts.sqlite(folder, 'app')], Starts.ReadsAtOnce)

        then:
        context.getBean(Starts.Names).all == ['Retort']
        context.getBean(Retort).rows() == ['b2'] as SortedSet
    }

    def 'scripts may be files, the database a URL, and the target any'() {
        given:
        Path scripts = Files.createDirectory(folder.resolve('scripts'))
        Files.writeString(scripts.resolve('x1_things.groovy'), '''\
            revision 'x1'
            change { createTable('things') { column 'id', bigint; column 'note', text, default: argument('note') } }
            '''.stripIndent())
        Files.writeString(scripts.resolve('x2_more.groovy'), "revision 'x2'\ndownRevision 'x1'\nchange { addColumn 'things', 'more', text }\n")

        when:
        def context = starts.start('retort.url': "sqlite:///${folder.resolve('app.db')}".toString(), 'retort.target': 'x1',
                'retort.migrations': scripts.toString(), 'retort.arguments.note': 'none', 'retort.version-table': 'versions')

        then:
        context.getBean(Retort).rows() == ['x1'] as SortedSet
        'things' in tables('app')
        jdbc('app').queryForObject('SELECT count(*) FROM versions', Integer) == 1
    }

    def 'scripts in a jar are applied, and named as they are there'() {
        given:
        def loader = jars(['packed/db/y1_packed.groovy': "revision 'y1'\nchange { $body }\n".toString()])

        when:
        def started = null
        def failure = null
        try {
            started = starts.start(['retort.url': Starts.sqlite(folder, 'app'), 'retort.migrations': 'classpath:packed/db'], loader)
        } catch (BeanCreationException e) {
            failure = retort(e).problems()*.toString()
        }

        then:
        (started?.getBean(Retort)?.rows() ?: failure) == expected

        where:
        body                                                     | expected
        "createTable('packed') { column 'id', bigint }"          | ['y1'] as SortedSet
        "addColum 'packed', 'id', bigint"                        | ['packed/db/y1_packed.groovy:2:10: No operation "addColum". Did you mean "addColumn"?']
    }

    def 'several databases may have the same scripts of a jar, and scripts in a folder within'() {
        given:
        def loader = jars(['packed/db/y1_packed.groovy': "revision 'y1'\nchange { createTable('packed') { column 'id', bigint } }\n",
            'packed/db/own/z1_own.groovy': "revision 'z1'\nchange { createTable('own') { column 'id', bigint } }\n"])

        when:
        def context = starts.start(['retort.url': Starts.sqlite(folder, 'first'), 'retort.migrations': 'classpath:packed/db',
            'retort.instances.second.url': Starts.sqlite(folder, 'second'), 'retort.instances.second.migrations': 'classpath:/packed/db/',
            'retort.instances.third.url': Starts.sqlite(folder, 'third'), 'retort.instances.third.migrations': 'classpath:packed/db/own'], loader)

        then:
        context.getBean(RetortInstances).all()*.retort()*.rows() == [['y1'], ['y1'], ['z1']]*.toSet()

        when: 'what is copied of the jar lasts as long as the context'
        Path copies = context.getBean('retortScriptFolders').@copies
        assert Files.exists(copies.resolve('packed/db/y1_packed.groovy'))
        starts.close()

        then:
        !Files.exists(copies)
    }

    def 'a script that two jars have is refused with both'() {
        given:
        def loader = jars(['packed/db/y1.groovy': "revision 'y1'\n"], ['packed/db/y1.groovy': "revision 'y2'\n"])

        when:
        starts.start(['retort.url': Starts.sqlite(folder, 'app'), 'retort.migrations': 'classpath:packed/db'], loader)

        then:
        def e = thrown(BeanCreationException)
        def problem = retort(e).problems()[0]
        problem.sentence().startsWith('Two libraries have packed/db/y1.groovy: jar:file:')
        problem.sentence().contains('0.jar!/') && problem.sentence().contains('1.jar!/')
        problem.hint() == 'Rename one, or give each library a folder of its own, and name both as retort.migrations.'
    }

    def 'databases are migrated also where beans are created when they are asked for'() {
        when:
        starts.start('spring.datasource.url': Starts.sqlite(folder, 'app'), 'spring.main.lazy-initialization': 'true')

        then:
        'projects' in tables('app')
    }

    def 'the page names every property that editors know'() {
        given:
        String page = Files.readString(Path.of('../../docs/spring-boot.md'))
        String metadata = Files.readString(Path.of('target/classes/META-INF/spring-configuration-metadata.json'))
        List<String> entries = (metadata =~ /\{[^{}]*"name": "retort\.[^{}]*\}/).collect { it as String }
        List<String> names = entries.collect { (it =~ /"name": "retort\.([^"]+)"/)[0][1] as String }

        expect:
        names.size() > 15
        names.findAll { !page.contains('`retort.' + it) && !page.contains('`.' + it) } == []
        entries.findAll { !it.contains('"description"') } == []
    }

    def 'enabled=false has no beans, and mode=off touches nothing'() {
        expect:
        starts.start('spring.datasource.url': Starts.sqlite(folder, 'app'), 'retort.enabled': 'false')
                .getBeanNamesForType(Retort).length == 0

        when:
        def context = starts.start('spring.datasource.url': Starts.sqlite(folder, 'app'), 'retort.mode': 'off')

        then:
        context.getBean(Retort).rows().isEmpty()
        context.getBean(Retort).status().pending()*.id() == ['a1', 'b2']
        !Files.exists(folder.resolve('app.db')) || tables('app').isEmpty()
    }

    def 'verify fails where revisions are pending, prints which, and succeeds once they are applied'() {
        given:
        def printed = new ListAppender<ILoggingEvent>()
        def logger = LoggerFactory.getLogger('org.springframework.boot.diagnostics.LoggingFailureAnalysisReporter') as Logger
        printed.start()
        logger.addAppender(printed)

        when:
        starts.start('spring.datasource.url': Starts.sqlite(folder, 'app'), 'retort.mode': 'verify')

        then:
        def e = thrown(BeanCreationException)
        retort(e).kind() == RetortException.Kind.DIFFERENCES
        printed.list*.formattedMessage.join('\n').readLines()*.trim().findAll() == [
            '***************************', 'APPLICATION FAILED TO START', '***************************',
            'Description:',
            '2 revisions are not applied to the database of the data source: a1, b2.',
            'Action:',
            'Run retort upgrade heads before the application, or set retort.mode to migrate or wait.']
        tables('app').isEmpty()

        when:
        starts.start('spring.datasource.url': Starts.sqlite(folder, 'app'))
        starts.start('spring.datasource.url': Starts.sqlite(folder, 'app'), 'retort.mode': 'verify')

        then:
        noExceptionThrown()

        cleanup:
        logger.detachAppender(printed)
    }

    def 'wait starts when somebody else has migrated, and gives up in time'() {
        given:
        Map<String, Object> waiting = ['spring.datasource.url': Starts.sqlite(folder, 'app'), 'retort.mode': 'wait']

        when:
        starts.start(waiting + ['retort.wait-timeout': '0s'])

        then:
        def e = thrown(BeanCreationException)
        retort(e).problems()*.sentence() == [
            'Nobody has upgraded the database in 0 s, which is retort.wait-timeout.',
            '2 revisions are not applied to the database of the data source: a1, b2.']

        when:
        def waiter = CompletableFuture.supplyAsync { starts.start(waiting, Starts.ReadsAtOnce) }
        starts.start('spring.datasource.url': Starts.sqlite(folder, 'app'))

        then:
        waiter.get(60, TimeUnit.SECONDS).getBean(Starts.Names).all == ['Retort']
    }

    def 'several databases have scripts of their own, and share what is common'() {
        given:
        Map<String, Object> two = [
            'spring.datasource.url': Starts.sqlite(folder, 'app'),
            'retort.instances.billing.url': Starts.sqlite(folder, 'billing'),
            'retort.instances.billing.migrations': 'classpath:db/billing']

        when:
        def context = starts.start(two)

        then:
        context.getBean(RetortInstances).all()*.name() == ['default', 'billing']
        context.getBean(RetortInstances).get('billing').retort().rows() == ['c1'] as SortedSet
        context.getBean(Retort).rows() == ['b2'] as SortedSet
        'invoices' in tables('billing')
        !('invoices' in tables('app'))

        when:
        def one = starts.start(['retort.instances.billing.url': Starts.sqlite(folder, 'billing'),
            'retort.instances.billing.migrations': 'classpath:db/billing'], new NoDefaultScripts())

        then:
        one.getBean(RetortInstances).all()*.name() == ['billing']

        when:
        starts.start(two + ['retort.mode': 'verify', 'retort.instances.billing.url': Starts.sqlite(folder, 'other')])

        then:
        def e = thrown(BeanCreationException)
        retort(e).problems()*.sentence() ==
                ["retort.instances.billing: A revision is not applied to the database ${folder.resolve('other.db')}: c1."]
    }

    def 'a data source that is marked is migrated with, beside that of the application'() {
        when:
        def context = starts.start(['spring.datasource.url': Starts.sqlite(folder, 'app'), folder: folder.toString()], Marked)

        then:
        context.getBean(Retort).rows() == ['b2'] as SortedSet
        'projects' in tables('marked')
        tables('app').isEmpty()
        context.getBean(JdbcTemplate) != null
    }

    def 'a bean says where the database is, and others what no property says'() {
        when:
        def context = starts.start([folder: folder.toString()], Beans)

        then:
        context.getBean(Retort).rows() == ['a1'] as SortedSet
        tables('details').containsAll(['customized', 'projects'])
    }

    def 'a database that is missing, and a folder, are named'() {
        when:
        starts.start(properties)

        then:
        def e = thrown(BeanCreationException)
        retort(e).problems()*.toString() == [problem]

        where:
        properties                                                                   | problem
        ['retort.instances.billing.mode': 'off']                                     | 'No database is configured for retort.instances.billing. Set retort.instances.billing.url, or mark the data source to migrate with @RetortDataSource("billing").'
        ['retort.instances.billing.url': 'mysql://x', 'retort.instances.billing.migrations': 'classpath:db/billing'] | 'retort.instances.billing: No driver for a database URL that begins with "mysql:". Write postgresql://user:password@host:port/database or sqlite:///file.db.'
        ['retort.url': 'jdbc:sqlite::memory:', 'retort.migrations': 'classpath:no']  | 'There is no folder no on the class path. Put the scripts into src/main/resources/no, or name their folder as retort.migrations.'
    }

    def 'the endpoint and the health show what is pending'() {
        given:
        Map<String, Object> exposed = ['spring.datasource.url': Starts.sqlite(folder, 'app'),
            'management.endpoints.web.exposure.include': 'retort', 'management.endpoints.jmx.exposure.include': 'retort', 'spring.jmx.enabled': 'true']

        when:
        def off = starts.start(exposed + ['retort.mode': 'off'])

        then:
        def shown = off.getBean('retortEndpoint').status().instances.default
        shown.pending*.id == ['a1', 'b2']
        shown.mode == 'off'
        !shown.clean
        off.getBean('retortHealthIndicator').health().status.code == 'UP'
        off.getBean('retortHealthIndicator').health().details.default.pending == ['a1', 'b2']

        when:
        starts.close()
        def migrated = starts.start(exposed)

        then:
        migrated.getBean('retortEndpoint').status().instances.default.clean
        migrated.getBean('retortHealthIndicator').health().status.code == 'UP'

        when:
        migrated.getBean(Retort).downgrade('-1')

        then:
        migrated.getBean('retortHealthIndicator').health().status.code == 'OUT_OF_SERVICE'

        when:
        Files.writeString(folder.resolve('app.db'), 'no database' * 1000)

        then:
        migrated.getBean('retortHealthIndicator').health().status.code == 'DOWN'
        migrated.getBean('retortEndpoint').status().instances.default.problems.size() == 1

        when:
        starts.close()
        def without = starts.start(exposed + ['spring.datasource.url': Starts.sqlite(folder, 'other'),
            'management.health.retort.enabled': 'false', 'management.endpoints.web.exposure.include': 'health',
            'management.endpoints.jmx.exposure.include': 'health'])

        then:
        !without.containsBean('retortHealthIndicator')
        !without.containsBean('retortEndpoint')
    }

    /** A class loader that finds these files in jars, with the folders as entries of their own. */
    private URLClassLoader jars(Map<String, String>... contents) {
        new URLClassLoader(contents.indexed().collect { int number, Map<String, String> files ->
            Path jar = folder.resolve(number + '.jar')
            try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
                Set<String> folders = files.keySet().collectMany { String name ->
                    (name.split('/').dropRight(1) as List).inits().init().collect { it.join('/') + '/' }
                } as TreeSet
                folders.each { String name -> out.putNextEntry(new JarEntry(name)) }
                files.each { String name, String text ->
                    out.putNextEntry(new JarEntry(name))
                    out.write(text.bytes)
                }
            }
            jar.toUri().toURL()
        } as URL[], getClass().classLoader)
    }

    private JdbcTemplate jdbc(String name) {
        new JdbcTemplate(new DriverManagerDataSource(Starts.sqlite(folder, name)))
    }

    private List<String> tables(String name) {
        jdbc(name).queryForList("SELECT name FROM sqlite_master WHERE type = 'table'", String)
    }

    private static RetortException retort(Throwable failure) {
        Throwable cause = failure
        while (!(cause instanceof RetortException)) {
            cause = cause.cause
        }
        cause
    }

    /** An application that has scripts for its instances alone. */
    static class NoDefaultScripts extends ClassLoader {

        NoDefaultScripts() {
            super(NoDefaultScripts.classLoader)
        }

        @Override
        Enumeration<URL> getResources(String name) {
            name.startsWith('db/retort') ? Collections.emptyEnumeration() : super.getResources(name)
        }
    }

    @Configuration
    @EnableAutoConfiguration
    static class Marked {

        @Bean(defaultCandidate = false)
        @RetortDataSource
        DataSource migrations(Environment environment) {
            new DriverManagerDataSource("jdbc:sqlite:${environment.getProperty('folder')}/marked.db")
        }
    }

    @Configuration
    @EnableAutoConfiguration
    static class Beans {

        @Bean
        RetortConnectionDetails details(Environment environment) {
            { -> "jdbc:sqlite:${environment.getProperty('folder')}/details.db".toString() } as RetortConnectionDetails
        }

        @Bean
        RetortCustomizer customizer() {
            { String instance, builder -> builder.versionTable('customized') } as RetortCustomizer
        }

        @Bean
        RetortMigrationStrategy strategy() {
            { RetortInstance instance -> instance.retort().upgrade('a1') } as RetortMigrationStrategy
        }
    }
}
