package dev.retort

import dev.retort.internal.testing.Project
import dev.retort.internal.testing.TestDatabase
import java.nio.file.Files
import spock.lang.Specification

/** Where a file of an applied revision was edited, that file is named, with the difference. */
@spock.lang.Tag('database')
class EditedFilesSpec extends Specification {

    Project project = new Project()
    TestDatabase database

    def cleanup() {
        database?.close()
        project.close()
    }

    def "the file is named, and the script is not, on #dialect"() {
        given:
        applied(dialect)
        project.script('seed.sql', "INSERT INTO t VALUES ('elm');\nUPDATE t SET a = a; -- password = 'x'\n")

        expect: 'with the difference'
        with(retort().validate()) {
            it*.kind() == [Finding.Kind.EDITED]
            it*.file() == ['migrations/seed.sql']
            it*.sentence() == ['Revision a1 was applied, and its file migrations/seed.sql says something else now.']
            it[0].diff() == '''\
--- applied/seed.sql
+++ migrations/seed.sql
@@ -1,2 +1,2 @@
-INSERT INTO t VALUES ('oak');
+INSERT INTO t VALUES ('elm');
 UPDATE t SET a = a; -- password = '***\''''
        }
        retort().status().edited()*.file() == ['migrations/seed.sql']

        when:
        retort().upgrade('head')

        then:
        def refused = thrown(RetortException)
        refused.message.startsWith('migrations/seed.sql: Revision a1 was applied, and its file migrations/seed.sql says something else now.')
        refused.message.contains("+INSERT INTO t VALUES ('elm');")

        when:
        retort().repair(['a1'])

        then:
        retort().validate() == []

        where:
        dialect << ['postgresql', 'sqlite']
    }

    def "the script and its files, each by itself"() {
        given:
        applied('sqlite')
        project.script('seed.sql', "INSERT INTO t VALUES ('elm');\n")
        Files.writeString(project.migrations.resolve('rows.csv'), 'a\nash\n')
        project.script('a1.groovy', project.migrations.resolve('a1.groovy').toFile().text.replace("column 'a', text", "column 'a', varchar(9)"))

        expect:
        retort().validate()*.file() == ['migrations/a1.groovy', 'migrations/seed.sql', 'migrations/rows.csv']
        retort().status().edited()*.id() == ['a1'] * 3
    }

    def "a byte order mark is no edit"() {
        given:
        applied('sqlite')
        ['seed.sql', 'rows.csv'].each { name ->
            def file = project.migrations.resolve(name)
            Files.writeString(file, '\uFEFF' + Files.readString(file))
        }

        expect:
        retort().validate() == []
    }

    def "where the history does not keep them, as older versions wrote it, the files are named that may be meant"() {
        given:
        applied('sqlite')
        def script = project.migrations.resolve('a1.groovy').toFile().text
        database.execute("UPDATE retort_history SET script = x'${dev.retort.internal.record.ScriptRecord.of(script, '').deflated().encodeHex()}'")
        project.script('seed.sql', "INSERT INTO t VALUES ('elm');\n")

        expect:
        retort().validate()*.sentence() ==
                ['Revision a1 was applied, and one of the files that its script reads says something else now: migrations/seed.sql, migrations/rows.csv.']
    }

    def "what is long is not kept, but named"() {
        given:
        applied('sqlite', "INSERT INTO t VALUES ('${'x' * 70_000}');")
        project.script('seed.sql', "INSERT INTO t VALUES ('elm');\n")

        expect:
        retort().validate()*.file() == ['migrations/seed.sql']
        retort().validate()*.diff() == [null]
    }

    def "the text of the script is what it was"() {
        given:
        applied('postgresql')
        Files.delete(project.migrations.resolve('a1.groovy'))

        expect:
        retort().downgrade('base')
        database.rows('SELECT version_num FROM retort_version') == []
    }

    private void applied(String dialect, String seed = "INSERT INTO t VALUES ('oak');\nUPDATE t SET a = a; -- password = 'x'\n") {
        database = TestDatabase.of(dialect)
        project.script('seed.sql', seed)
        project.script('rows.csv', 'a\npine\n')
        project.revision('a1', [], '''
            upgrade {
                createTable('t') { column 'a', text }
                executeFile 'seed.sql'
                bulkInsert 't', csv('rows.csv')
            }
            downgrade { dropTable 't' }''')
        retort().upgrade('head')
    }

    private Retort retort() {
        project.retort(database)
    }
}
