package dev.retort.internal.cli

import dev.retort.Cancellation
import dev.retort.internal.testing.TestDatabase
import java.nio.charset.StandardCharsets
import java.nio.file.Files
import spock.lang.AutoCleanup
import spock.lang.Tag

/** {@code revision --autogenerate} and {@code check}. */
@Tag('database')
class AutogenerateCommandsSpec extends CommandSpec {

    static final String UNREACHABLE = 'postgresql://127.0.0.1:1/none'

    @AutoCleanup(quiet = true)
    TestDatabase model

    private void both(String dialect) {
        on(dialect)
        model = TestDatabase.of(dialect)
        variables.RETORT_TARGET = model.jdbcUrl
        project.script('a1_projects.groovy', '''\
            revision 'a1'
            message 'Projects'
            change {
                createTable('projects') {
                    column 'id', integer, primaryKey: true
                    column 'name', varchar(40), nullable: false
                    column 'description', text
                }
            }
            '''.stripIndent())
    }

    private void model(String... statements) {
        model.execute(statements)
    }

    private List<String> scripts() {
        Files.list(project.migrations).withCloseable { all -> all.collect { it.fileName as String }.sort() }
    }

    private static final String PROJECTS =
            'CREATE TABLE projects (id integer NOT NULL CONSTRAINT pk_projects PRIMARY KEY, name varchar(80) NOT NULL, %s text)'

    def "on #dialect, a revision leads to the model, and then there is nothing to write"() {
        given:
        both(dialect)
        model(sprintf(PROJECTS, 'description'), 'CREATE INDEX ix_projects_name ON projects (name)',
                'CREATE TABLE tasks (id integer NOT NULL CONSTRAINT pk_tasks PRIMARY KEY, project_id integer REFERENCES projects (id))')

        expect: 'what is pending is named, and nothing is compared'
        retort(['revision', '--autogenerate', '-m', 'Tasks']).with { [exit, out, err] } ==
                [6, '', 'error: The database is not up to date. Pending: a1 "Projects". Apply them first with: retort upgrade heads\n']

        when:
        retorts('upgrade head')
        def differs = retort('check')
        def written = retort(['revision', '--autogenerate', '-m', 'Tasks', '--rev-id', 'b2'])

        then:
        differs.exit == 6
        differs.out.contains("alterColumn 'projects', 'name', type: varchar(80), existingType: varchar(40)\n")
        written.with { [exit, out] } == [0, 'migrations/b2_tasks.groovy\n']
        written.err.readLines() == [
                'Detected: table tasks (createTable)',
                'Detected: column projects.name (alterColumn)',
                'Detected: index ix_projects_name (createIndex)']
        project.migrations.resolve('b2_tasks.groovy').toFile().text.replaceAll(/(?s).*\n(?=change)/, '') == """\
            change {
                createTable('tasks') {
                    column 'id', integer, primaryKey: true
                    column 'project_id', integer
                    foreignKey 'project_id', references: 'projects.id'${dialect == 'sqlite' ? '' : ", name: 'tasks_project_id_fkey'"}
                }
                alterColumn 'projects', 'name', type: varchar(80), existingType: varchar(40)
                createIndex 'ix_projects_name', 'projects', ['name']
            }
            """.stripIndent()

        when:
        retorts('upgrade head')

        then:
        retort('check').with { [exit, out, err] } == [0, 'The schema and the model are equal.\n', '']
        retort('check --json').with { [exit, json.equal, json.changes] } == [0, true, []]
        retort(['revision', '--autogenerate', '-m', 'More']).with { [exit, out, err] } ==
                [0, '', 'The model and the schema are equal; nothing was written.\n']
        scripts() == ['a1_projects.groovy', 'b2_tasks.groovy']

        where:
        dialect << DIALECTS
    }

    def "on #dialect, what might be a rename is neither dropped nor renamed before somebody says so"() {
        given:
        both(dialect)
        model(sprintf(PROJECTS, 'details'))
        retorts('upgrade head')
        def revision = ['revision', '--autogenerate', '-m', 'Details']

        when:
        def asked = retort(revision)

        then:
        asked.exit == 6
        asked.err == 'error: The column projects.description renamed to details (it has the same type, is at the same place,' +
                ' has the same default and nullability), or dropped and another one created; only you can know that.' +
                ' Add --rename projects.description=details, or --assume drop where its data is to go.\n'
        scripts() == ['a1_projects.groovy']

        expect:
        retort(revision + ['--rename', 'projects.description=details', '--dry-run']).out.contains(
                "change {\n    renameColumn 'projects', 'description', 'details'\n    alterColumn")
        retort(revision + ['--assume', 'drop', '--dry-run']).out.contains(
                "    addColumn 'projects', 'details', text\n    // Loses data: what is in the column projects.description.\n" +
                        "    dropColumn 'projects', 'description', was: text\n}")
        scripts() == ['a1_projects.groovy']

        where:
        dialect << DIALECTS
    }

    def "an enum type, its value and a sequence are renamed where somebody says so, and keep their columns and their count"() {
        given:
        both('postgresql')
        database.execute("CREATE TYPE mood AS ENUM ('sad', 'happy')", 'CREATE SEQUENCE numbers', 'CREATE TABLE moods (m mood)')
        model(sprintf(PROJECTS, 'description').replace('80', '40'), "CREATE TYPE feeling AS ENUM ('sad', 'glad')", 'CREATE SEQUENCE counts',
                'CREATE TABLE feelings (m feeling)')
        retorts('upgrade head')
        def revision = ['revision', '--autogenerate', '-m', 'x', '--dry-run']

        when:
        def asked = retort(revision)

        then:
        asked.exit == 6
        asked.err.findAll(/--rename [^ ,]+/).toSet() == ['--rename numbers=counts', '--rename mood=feeling'].toSet()

        when: 'parts are named by the old name or by the new one'
        def renamed = retort(revision + ['--rename', 'mood=feeling', '--rename', 'numbers=counts', '--rename', 'moods=feelings', '--rename', value])

        then:
        renamed.out.contains("""\
            change {
                renameEnumValue 'mood', 'happy', 'glad'
            """.stripIndent())
        renamed.out.contains("    renameSequence 'numbers', 'counts'\n")
        renamed.out.contains("    renameEnum 'mood', 'feeling'\n")
        !renamed.out.contains('drop')

        where:
        value << ['mood.happy=glad', 'feeling.happy=glad']
    }

    def "at a terminal it is asked whether something was renamed, and #answer decides"() {
        given:
        both('sqlite')
        model(sprintf(PROJECTS, 'details'))
        retorts('upgrade head')
        def out = new ByteArrayOutputStream()
        def err = new ByteArrayOutputStream()
        def process = new ProcessContext(
                new ByteArrayInputStream(answer.bytes), new PrintStream(out), new PrintStream(err),
                new ProcessContext.Terminals(true, false, false), variables, project.home, new Cancellation())

        expect:
        Program.run(['revision', '--autogenerate', '-m', 'Details', '--dry-run'] as String[], process) == ExitCode.DONE
        err.toString(StandardCharsets.UTF_8).contains('Is the column projects.description renamed to details (it has the same type,')
        out.toString(StandardCharsets.UTF_8).contains(written)

        where:
        answer || written
        'y\n'  || "renameColumn 'projects', 'description', 'details'"
        'n\n'  || "dropColumn 'projects', 'description'"
        ''     || "dropColumn 'projects', 'description'"
    }

    def "from the chain, no database is asked"() {
        given:
        variables.DATABASE_URL = UNREACHABLE
        project.table('a')
        project.table('b', ['a'])

        expect:
        retort('revision --autogenerate --from chain --target rev:a --dry-run').with { [exit, out.contains("dropTable('t_b')")] } == [0, true]
        retort('check --from chain --target rev:b').with { [exit, out] } == [0, 'The schema and the model are equal.\n']
        retort('check --from chain --target rev:a').exit == 6
    }

    def "on #dialect, what a pattern of the configuration excludes is not compared"() {
        given:
        both(dialect)
        model(sprintf(PROJECTS, 'description').replace('80', '40'), 'CREATE TABLE audit_log (id integer)',
                'CREATE INDEX tmp_name ON projects (name)', 'CREATE TABLE flyway_schema_history (id integer)')
        retorts('upgrade head')

        expect:
        retort('check').with { [exit, out.readLines()*.replaceAll(/[ (].*/, '')] } == [6, ['createTable', '', '}', 'createIndex']]

        when:
        project.home.resolve('retort.toml').toFile().text = toml

        then:
        retort('check').with { [exit, err] } == [code, '']

        where:
        [dialect, [toml, code]] << [DIALECTS, [
                ['[autogenerate]\nexclude = ["audit_*", "index:tmp_*"]\n', 0],
                ['[autogenerate]\ninclude = ["projects"]\nexclude = "index:projects.tmp_*"\n', 0],
                ['[autogenerate]\ninclude = ["table:p*"]\n', 6]]].combinations()
    }

    def "on #dialect, what was changed by hand is drift, and what nobody manages only with --strict"() {
        given:
        both(dialect)
        retorts('upgrade head')

        expect:
        retort('check --drift').with { [exit, out, err] } == [0, 'The database is as its revisions made it.\n', '']

        when:
        database.execute('CREATE TABLE of_others (id integer)')

        then:
        retort('check --drift').exit == 0
        retort('check --drift --strict').with { [exit, out.contains("dropTable('of_others')")] } == [6, true]

        when:
        database.execute('CREATE INDEX ix_by_hand ON projects (name)')

        then:
        retort('check --drift').with { [exit, out] } == [6, "dropIndex 'ix_by_hand', 'projects', was: ['name']\n"]
        retort('check --drift --json').with { [exit, json.changes*.object] } == [6, ['index ix_by_hand']]
        retort('upgrade head --check-drift').with { [exit, err] } ==
                [6, 'error: The database was changed by other means than its revisions: index ix_by_hand. Nothing was run. See what leads back with: retort check --drift\n']
        retort('status --check-drift').with { [exit, err] } ==
                [0, 'warning: Changed by other means than the scripts: index ix_by_hand. See what leads back with: retort check --drift\n']
        retort('status --check --check-drift --json').with { [exit, json.drift, json.clean] } == [6, ['index ix_by_hand'], false]
        retort('status --check --json').with { [exit, json.drift] } == [0, null]

        where:
        dialect << DIALECTS
    }

    def "with --safe, rows that are there are looked at in a second revision, which keeps nobody from them"() {
        given:
        both('postgresql')
        retorts('upgrade head')
        model(sprintf(PROJECTS, 'description').replace('80', '40'),
                'ALTER TABLE projects ALTER description SET NOT NULL, ADD CONSTRAINT ck_long CHECK (length(name) > 2), ADD parent integer CONSTRAINT fk_parent REFERENCES projects',
                'CREATE INDEX ix_name ON projects (name)')

        when:
        def written = retort(['revision', '--autogenerate', '--safe', '-m', 'Rules'])

        then:
        written.exit == 0
        def (first, second) = written.out.readLines().collect { project.home.resolve(it).toFile().text }
        first.contains("createCheckConstraint 'ck_long', 'projects', 'length((name)::text) > 2', notValid: true")
        first.contains("createCheckConstraint 'ck_projects_description_not_null', 'projects', 'description IS NOT NULL', notValid: true")
        first.contains("createForeignKey 'fk_parent', 'projects', 'projects', ['parent'], ['id'], notValid: true")
        second.contains("message      'Rules, part 2'")
        second.contains("    validateConstraint 'projects', 'ck_projects_description_not_null'\n    alterColumn 'projects', 'description', nullable: false\n")
        second.contains("createIndex 'ix_name', 'projects', ['name'], concurrently: true")

        when:
        retorts('upgrade head')

        then:
        retort('check').with { [exit, out] } == [0, 'The schema and the model are equal.\n']
        retort('downgrade a1').exit == 0
        retort('check --drift').exit == 0
    }

    static final Map<String, List<String>> TAKEN_OVER = [
            sqlite    : ["CREATE TABLE countries (code char(2) NOT NULL PRIMARY KEY, name text NOT NULL, since date)",
                         "CREATE TABLE people (id integer PRIMARY KEY AUTOINCREMENT, country char(2) NOT NULL REFERENCES countries ON DELETE CASCADE, age integer CONSTRAINT age_ok CHECK (age IN (1, 2)))",
                         "CREATE INDEX people_age ON people (age DESC) WHERE age > 1",
                         "CREATE VIEW v AS SELECT p.id, c.name FROM people p JOIN countries c ON c.code = p.country"],
            postgresql: ["CREATE TYPE mood AS ENUM ('sad', 'happy')",
                         "CREATE DOMAIN years AS integer CHECK (VALUE > 0)",
                         "CREATE TABLE countries (code char(2) PRIMARY KEY, name text NOT NULL, since date, m mood DEFAULT 'sad', j jsonb)",
                         "CREATE TABLE people (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, country char(2) NOT NULL REFERENCES countries ON DELETE CASCADE, age years, CONSTRAINT age_ok CHECK (age IN (1, 2)))",
                         "CREATE INDEX ON people (country, age DESC) WHERE age > 1",
                         "CREATE VIEW v AS SELECT p.id, c.name FROM people p JOIN countries c ON c.code = p.country",
                         "CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END'",
                         "CREATE TRIGGER t BEFORE INSERT ON people FOR EACH ROW EXECUTE FUNCTION stamp()",
                         "ALTER TABLE people ENABLE ROW LEVEL SECURITY",
                         "CREATE POLICY p ON people FOR SELECT USING (age > 1)",
                         "CREATE TABLE events (id integer, at date NOT NULL, PRIMARY KEY (id, at)) PARTITION BY RANGE (at)",
                         "CREATE TABLE events_26 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')",
                         "ALTER TABLE events_26 ALTER id SET DEFAULT 7"]]

    def "on #dialect, the first revision is written out of a database, and builds the same one elsewhere"() {
        given:
        on(dialect)
        database.execute(TAKEN_OVER[dialect] as String[])
        database.execute("INSERT INTO countries (code, name, since) VALUES ('de', 'Germany', '1949-05-23'), ('fr', 'France''s', NULL)")
        model = TestDatabase.of(dialect)

        expect:
        retort('revision --from-database --with-rows country -m base').with { [exit, err] } ==
                [2, 'error: There is no table "country" to take rows from. The tables are ' + tables + '.\n']

        when:
        def written = retort('revision --from-database --with-rows countries -m base --rev-id a1')

        then:
        written.with { [exit, out] } == [0, 'migrations/a1_base.groovy\n']
        written.err.endsWith('The database has all of this. Record that, instead of running it there, with: retort stamp head\n')
        retort('revision --from-database -m base').with { [exit, err.readLines()[0].startsWith('error: There are revisions already')] } == [2, true]

        when:
        retorts('stamp head', "--url $model.jdbcUrl upgrade head")

        then:
        retort('check --drift --strict').with { [exit, out] } == [0, 'The database is as its revisions made it.\n']
        retort("diff db $model.jdbcUrl").with { [exit, out, err] } == [0, '', 'The schemas are equal.\n']
        model.rows('SELECT code, name, CAST(since AS text) FROM countries ORDER BY code') ==
                [['de', 'Germany', '1949-05-23'], ['fr', "France's", null]]

        when:
        retorts("--url $model.jdbcUrl downgrade base")

        then:
        retort("--url $model.jdbcUrl schema").with { [exit, out, err] } == [0, '', 'The schema is empty.\n']

        where:
        dialect      || tables
        'sqlite'     || 'countries, people'
        'postgresql' || 'countries, events, events_26, people'
    }

    def "#line is refused in a sentence"() {
        given:
        both('sqlite')
        model(sprintf(PROJECTS, 'description'))
        retorts('upgrade head')

        expect:
        retort(line).with { [exit, err] } == [2, "error: $message\n" as String]
        scripts() == ['a1_projects.groovy']

        where:
        line                                             || message
        'revision --autogenerate --assume keep'          || 'Invalid value "keep" for --assume. Allowed: drop.'
        'revision --autogenerate --from there'           || 'Invalid value "there" for --from. Allowed: db, chain.'
        'revision --autogenerate --rename projects'      || 'Invalid value "projects" for --rename. Write the old name, =, and the new one: --rename projects.text=details'
        'revision --autogenerate --rename project=tasks' || 'There is no table, column, enum type, value or sequence "project" to rename. Did you mean "projects"?'
        'revision --assume drop -m x'                    || '--target, --from, --rename, --assume and --fill are options of a comparison. Add --autogenerate.'
        'revision --dry-run -m x'                        || '--dry-run prints what would be written of a database. Add --autogenerate or --from-database.'
        'revision --with-rows projects'                  || '--with-rows names what is written besides a schema. Add --from-database.'
        'revision --safe'                                || '--safe writes one revision or two that lead to a model. Add --autogenerate.'
        'revision --autogenerate --from-database'        || '--autogenerate and --from-database exclude each other. Leave one of them out.'
    }
}
