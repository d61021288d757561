package dev.retort

import dev.retort.internal.dialect.Dialects
import dev.retort.internal.schema.Schema
import dev.retort.internal.sql.SqlScript
import dev.retort.internal.testing.Project
import dev.retort.internal.testing.StorySpec
import dev.retort.internal.testing.TestDatabase
import spock.lang.AutoCleanup
import spock.lang.Specification

import static dev.retort.internal.testing.InSchema.tables

/** Two tables with a column of one enumeration, on a database of any kind. */
abstract class EnumStory extends Specification {

    static final List<String> DIALECTS = ['sqlite', 'postgresql', TestDatabase.OLDEST_POSTGRESQL]

    @AutoCleanup
    Project project = new Project()

    @AutoCleanup(quiet = true)
    TestDatabase database

    protected void on(String dialect) {
        database = TestDatabase.of(dialect)
    }

    protected Retort getRetort() {
        project.retort(database)
    }

    protected void jobs() {
        project.revision('a', [], """
            change {
                createEnum 'job_state', ['queued', 'done']
                createTable('jobs') {
                    column 'id', integer, primaryKey: true
                    column 'state', enumeration('job_state', ['queued', 'done']), nullable: false, default: 'queued', index: true
                }
                createTable('runs') {
                    column 'id', integer, primaryKey: true
                    column 'ended', enumeration('job_state', ['queued', 'done'])
                }
            }""")
    }

    protected Schema schema() {
        StorySpec.schema(database)
    }

    protected List<String> states() {
        database.rows('SELECT state FROM jobs ORDER BY id')*.first()
    }

    /** Those of the columns, which are one another's. */
    protected List<String> values() {
        def tables = tables(schema())
        def values = tables.jobs.columns()[1].type().values()
        assert tables.runs.columns()[1].type().values() == values
        values
    }

    protected List<String> types() {
        database.dialect == 'sqlite' ? [] : database.rows("SELECT typname FROM pg_type WHERE typtype = 'e' ORDER BY typname")*.first()
    }

    protected void run(CharSequence script) {
        def dialect = Dialects.ofUrl(database.jdbcUrl).dialect()
        database.execute(*SqlScript.split(script.toString(), dialect.spelling().syntax())*.sql())
    }
}
