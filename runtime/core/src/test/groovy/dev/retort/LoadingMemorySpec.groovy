package dev.retort

import dev.retort.internal.testing.Project
import dev.retort.internal.testing.TestDatabase
import dev.retort.internal.testing.UpgradeProgram
import spock.lang.AutoCleanup
import spock.lang.Specification

/** However many rows there are, those in memory are few. */
@spock.lang.Tag('world')
class LoadingMemorySpec extends Specification {

    @AutoCleanup
    Project project = new Project()

    def "hundreds of thousands of rows of a file and of a closure pass through a small JVM, on #database"() {
        given:
        project.migrations.resolve('rows.csv').toFile().withWriter('UTF-8') { out ->
            out << 'id,name\n'
            (1..300_000).each { out << it << ',' << 'x' * 100 << '\n' }
        }
        project.revision('a', [], """upgrade {
            createTable('t') { column 'id', integer, primaryKey: true
                               column 'name', varchar(100) }
            bulkInsert 't', csv('rows.csv')
            bulkInsert('t') { (300_001..400_000).each { row id: it, name: 'y'.padLeft(100) } }
        }
        irreversible 'x'""")

        expect:
        UpgradeProgram.run(['-Xmx64m', '-XX:+UseSerialGC'], database, project.home).readLines().last().endsWith('0')
        database.rows('SELECT count(*), max(id), min(length(name)) FROM t')[0]*.toString() == ['400000', '400000', '100']

        cleanup:
        database.close()

        where:
        database << TestDatabase.each()
    }
}
