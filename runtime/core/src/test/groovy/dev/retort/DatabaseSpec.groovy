package dev.retort

import dev.retort.internal.testing.Project
import dev.retort.internal.testing.TestDatabase
import spock.lang.AutoCleanup
import spock.lang.Specification

/** A folder of revisions and an empty database, which a subclass names. */
abstract class DatabaseSpec extends Specification {

    @AutoCleanup
    TestDatabase database = newDatabase()

    @AutoCleanup
    Project project = new Project()

    abstract TestDatabase newDatabase()

    List<String> versionRows() {
        database.rows('SELECT version_num FROM retort_version ORDER BY version_num')*.first()
    }

    List<List> events() {
        database.rows('SELECT revision, direction, outcome FROM retort_history ORDER BY id')
    }

    /** Those of the scripts. */
    List<String> tables() {
        database.tables() - ['retort_version', 'retort_history', 'retort_progress']
    }
}
