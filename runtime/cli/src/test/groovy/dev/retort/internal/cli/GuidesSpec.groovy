package dev.retort.internal.cli

import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Tag

/** What guides of projects with models tell their readers to type, with {@code retort} for {@code alembic}. */
@Tag('database')
class GuidesSpec extends CommandSpec {

    private Outcome typed(String line) {
        retort((line =~ /"[^"]*"|\S+/).collect { (it as String).replace('"', '') }.drop(1))
    }

    /** For what must go well. */
    private Outcome types(String line) {
        def outcome = typed(line)
        assert outcome.exit == 0 : "$line: $outcome.err"
        outcome
    }

    private void file(String name, String text) {
        Files.createDirectories(project.home.resolve(name).parent)
        Files.writeString(project.home.resolve(name), text.stripIndent())
    }

    private Path script(String end) {
        Files.list(project.migrations).withCloseable { all -> all.filter { it.fileName.toString().endsWith(end) }.findFirst().orElse(null) }
    }

    /** Its closures. */
    private String body(String end) {
        script(end).toFile().text.replaceAll(/(?s)^.*?\n(?=change|upgrade)/, '').stripTrailing()
    }

    private String id(String end) {
        script(end).fileName.toString().replaceFirst(/_.*/, '')
    }

    def "a field is added, rolled back and added again, as the first guide has it, on #dialect"() {
        given: 'a project at 71bc71cb8fac'
        on(dialect)
        def projects = { String field, String type -> file('schema.groovy', """\
            table('workspaces') { column 'id', integer, primaryKey: true }

            table('projects') {
                column 'id', integer, primaryKey: true
                column 'name', varchar(200), nullable: false, unique: true, index: true
                column 'description', text
                column 'status', varchar(20), nullable: false, default: 'idea'
                ${field ? "column '$field', $type" : ''}
                column 'created_at', timestamp(timezone: true), default: sql('CURRENT_TIMESTAMP')
                column 'workspace_id', integer, nullable: false, references: 'workspaces.id'
            }
            """) }
        projects('', '')
        types('retort revision --autogenerate -m "Create projects" --rev-id 71bc71cb8fac')
        types('retort upgrade head')

        expect: 'step 1'
        types('retort current').out == '71bc71cb8fac (head)\n'

        when: 'steps 2 to 4'
        projects('priority', 'varchar(10)')
        def written = types('retort revision --autogenerate -m "Add priority field to projects"')

        then:
        written.out =~ /^migrations\/[0-9a-f]{12}_add_priority_field_to_projects\.groovy\n$/
        body('add_priority_field_to_projects.groovy') == "change {\n    addColumn 'projects', 'priority', varchar(10)\n}"
        script('add_priority_field_to_projects.groovy').toFile().text.contains("downRevision '71bc71cb8fac'")

        when: 'steps 5 and 6'
        def up = types('retort upgrade head')
        types('retort downgrade -1')
        def back = types('retort current').out
        types('retort upgrade head')

        then:
        up.err.contains("Running upgrade 71bc71cb8fac -> ${id('add_priority_field_to_projects.groovy')}, Add priority field to projects")
        back == '71bc71cb8fac\n'

        and: 'pitfall 1: nothing was changed'
        types('retort revision --autogenerate -m "Nothing"').with { [out, err] } == ['', 'The model and the schema are equal; nothing was written.\n']

        when: 'pitfall 2: the column is there already'
        types('retort stamp 71bc71cb8fac')
        types("retort stamp ${id('add_priority_field_to_projects.groovy')}")

        then:
        types('retort check').out == 'The schema and the model are equal.\n'

        when: 'pitfall 4: a field has another name'
        projects('importance', 'varchar(10)')

        then:
        typed('retort revision --autogenerate -m "Renamed"').with { [exit, err.contains('--rename projects.priority=importance')] } == [6, true]

        when: 'a mistake is corrected by one revision more'
        projects('priority', 'varchar(20)')
        types('retort revision --autogenerate -m "Fix priority field type"')
        types('retort upgrade head')

        then:
        body('fix_priority_field_type.groovy') == "change {\n    alterColumn 'projects', 'priority', type: varchar(20), existingType: varchar(10)\n}"

        when: 'two branches are merged'
        types("retort revision -m \"Left\" --rev-id left1")
        types("retort revision -m \"Right\" --rev-id right1 --head ${id('fix_priority_field_type.groovy')} --splice")

        then:
        types('retort heads').out.readLines()*.replaceAll(/ .*/, '') as Set == ['left1', 'right1'] as Set

        when:
        types('retort merge left1 right1 -m "Merge migration branches"')
        types('retort upgrade head')

        then:
        types('retort check').exit == 0

        where:
        dialect << DIALECTS
    }

    def "models are in files of their own and need no registration, as the last guide has it, on #dialect"() {
        given:
        on(dialect)
        types('retort init')
        file('retort.toml', 'target = "models/"\n')
        def task = { String... more -> file('models/task.groovy', """\
            table('tasks') {
                column 'id', integer, primaryKey: true, index: true
                column 'title', varchar(200)
                ${more.join('\n' + ' ' * 16)}
            }
            """) }
        String description = "column 'description', text"
        String status = "column 'status', varchar(50), default: 'pending'"
        task(description, status)

        when: 'the first migration'
        types('retort revision --autogenerate -m "initial migration"')
        types('retort upgrade head')
        database.execute("INSERT INTO tasks (id, title, description) VALUES (1, 'Write', 'a guide')")

        and: 'a new field'
        String priority = "column 'priority', integer, default: 1"
        task(description, status, priority)
        types('retort revision --autogenerate -m "add priority to tasks"')
        types('retort upgrade head')

        then:
        body('add_priority_to_tasks.groovy') == "change {\n    addColumn 'tasks', 'priority', integer, default: 1\n}"

        when: 'a new model, in a file that nobody registers'
        file('models/user.groovy', '''\
            table('users') {
                column 'id', integer, primaryKey: true, index: true
                column 'name', varchar(100)
                column 'email', varchar(255), unique: true
            }
            ''')
        types('retort revision --autogenerate -m "create users table"')
        types('retort upgrade head')

        then:
        body('create_users_table.groovy').startsWith("change {\n    createTable('users') {\n")

        when: 'a relationship; what is pending is named before anything is compared'
        String user = "column 'user_id', integer, references: 'users.id'"
        task(description, status, priority, user)
        types('retort revision --autogenerate -m "add user relationship to tasks"')
        def pending = typed('retort revision --autogenerate -m "more"')

        then:
        pending.exit == 6
        pending.err == "error: The database is not up to date. Pending: ${id('add_user_relationship_to_tasks.groovy')}" +
                ' "add user relationship to tasks". Apply them first with: retort upgrade heads\n'
        types('retort current').out == id('create_users_table.groovy') + '\n'

        when:
        types('retort upgrade head')

        and: 'a column is renamed by hand'
        types('retort revision -m "rename description to details"')
        def renaming = script('rename_description_to_details.groovy')
        Files.writeString(renaming, renaming.toFile().text.replaceFirst(/(?s)upgrade \{.*/,
                "upgrade {\n    alterColumn 'tasks', 'description', newColumnName: 'details'\n}\n\ndowngrade {\n    alterColumn 'tasks', 'details', newColumnName: 'description'\n}\n"))
        types('retort upgrade head')
        task("column 'details', text", status, priority, user)

        then:
        types('retort check').out == 'The schema and the model are equal.\n'
        database.rows('SELECT title, details, priority FROM tasks') == [['Write', 'a guide', 1]]

        when: 'models and database are brought together again'
        task("column 'details', text", status, priority, user, "column 'due', date")
        def differs = typed('retort check')
        types('retort revision --autogenerate -m "sync models with database"')
        types('retort upgrade head')

        then:
        differs.with { [exit, out] } == [6, "addColumn 'tasks', 'due', date\n"]
        types('retort check').exit == 0

        when: 'all the ways back'
        types('retort downgrade -1')
        types("retort downgrade ${id('create_users_table.groovy')}")
        types('retort downgrade base')

        then:
        types('retort schema').out == ''
        types('retort upgrade head')
        types('retort check').exit == 0

        where:
        dialect << DIALECTS
    }

    def "a table is added and looked at before it is applied, and drift fails a pipeline, as the second guide has it, on #dialect"() {
        given:
        on(dialect)
        file('schema.groovy', '''\
            table('users') {
                column 'id', uuid, primaryKey: true
                column 'email', varchar(255), nullable: false
            }
            ''')

        when:
        types('retort revision --autogenerate -m "AddUserTable"')
        def sql = types('retort upgrade head --sql').out
        types('retort upgrade +1')

        then:
        sql.contains('CREATE TABLE users (')
        types('retort current').out == id('addusertable.groovy') + ' (head)\n'
        types('retort history').out.contains('AddUserTable')
        types('retort history --verbose').out.contains(id('addusertable.groovy'))
        types('retort downgrade -1 --sql').out.contains('DROP TABLE users')
        types('retort check').exit == 0
        types('retort check --drift').exit == 0

        when: 'somebody changes the database by hand'
        database.execute('ALTER TABLE users ADD COLUMN by_hand text')

        then:
        typed('retort check').with { [exit, out] } == [6, "// loses data\ndropColumn 'users', 'by_hand', was: text\n"]
        typed('retort check --drift').exit == 6
        typed('retort check --json').with { [exit, json.equal] } == [6, false]

        where:
        dialect << DIALECTS
    }

    def "a pipeline tries both directions, as the guides have it, on #dialect"() {
        given: 'videos whose youtube_id gets another name, as in the last but one guide'
        on(dialect)
        types('retort init --ci github')
        types('retort revision -m "Create videos" --rev-id 20250701_0100')
        types('retort revision -m "Add youtube_video_id" --rev-id 20250702_0100')
        change('create_videos.groovy', "change {\n    createTable('videos') { column 'id', integer, primaryKey: true; column 'youtube_id', varchar(20) }\n}\n")
        change('add_youtube_video_id.groovy', """\
            upgrade {
                addColumn 'videos', 'youtube_video_id', varchar(20)
                execute 'UPDATE videos SET youtube_video_id = youtube_id WHERE youtube_id IS NOT NULL'
            }

            downgrade {
                dropColumn 'videos', 'youtube_video_id'
            }
            """.stripIndent())

        expect: 'what a fixture of the tests does before the first of them'
        types('retort upgrade head').err.contains('Running upgrade 20250701_0100 -> 20250702_0100, Add youtube_video_id')

        when: 'test, verify changes, test downgrade, verify reverted, apply again'
        def there = types('retort schema').out
        types('retort downgrade -1')
        def reverted = types('retort schema').out
        types('retort upgrade head')

        then:
        there.contains("column 'youtube_video_id', varchar(20)")
        !reverted.contains('youtube_video_id')
        types('retort schema').out == there

        and: 'to head, to base and to head again'
        types('retort downgrade base').err.contains('Running downgrade 20250701_0100 ->')
        types('retort schema').out == ''
        types('retort upgrade head')

        and: 'all of that in one step of the pipeline, whatever the database holds'
        ['heads --check', 'validate --chain', 'verify'].every { command ->
            project.home.resolve('.github/workflows/migrations.yml').toFile().text.contains("retort $command")
        }
        types('retort heads --check')
        types('retort validate --chain')
        types('retort verify').out.readLines().findAll { it.startsWith('ok ') }.size() == 7

        when: 'a script is written that only seems to revert itself'
        types('retort revision -m "Index videos" --rev-id 20250703_0100')
        change('index_videos.groovy', "upgrade { createIndex 'ix_videos', 'videos', ['youtube_video_id'] }\n\ndowngrade { query 'SELECT 1' }\n")
        def pending = typed('retort verify --pending --seed 1')

        then: 'the change does not pass'
        pending.exit == 6
        pending.out.contains("dropIndex 'ix_videos', 'videos'")
        pending.out.endsWith('Repeat with: retort verify --from 20250702_0100 --to 20250703_0100 --seed 1\n')
        types('retort current').out.startsWith('20250702_0100')

        where:
        dialect << DIALECTS
    }

    /** Writes the closures of a script. */
    private void change(String end, String closures) {
        def file = script(end)
        Files.writeString(file, file.toFile().text.replaceFirst(/(?s)upgrade \{.*/, '') + closures)
    }
}
