package shop

import dev.retort.testkit.Database
import dev.retort.testkit.Migrated
import java.sql.Connection
import spock.lang.Specification

class ProjectsSpec extends Specification {

    @Migrated(database = Database.SQLITE)
    Connection database

    def "a project has a priority"() {
        when:
        database.createStatement().executeUpdate("INSERT INTO projects (id, name) VALUES (1, 'Shed')")

        then:
        database.createStatement().executeQuery('SELECT priority FROM projects').with { it.next(); it.getString(1) } == 'medium'
    }
}
