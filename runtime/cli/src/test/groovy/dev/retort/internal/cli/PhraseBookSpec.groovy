package dev.retort.internal.cli

/** What somebody types who knows another tool, and that what is answered can be typed. */
@spock.lang.Tag('database')
class PhraseBookSpec extends CommandSpec {

    def "#tool: #line"() {
        when:
        def outcome = retort(line)

        then:
        outcome.exit == 2
        outcome.out == ''
        outcome.err.readLines().size() == 1
        outcome.err.contains(answer)

        where:
        tool         | line                              || answer
        'Flyway'     | 'migrate'                         || 'There is no command "migrate". In Retort: retort upgrade head'
        'Flyway'     | '-url=jdbc:sqlite:a migrate'      || 'There is no option "-url". Write --url.'
        'Flyway'     | 'migrate -outputType=json'        || 'There is no '
        'Flyway'     | 'undo'                            || 'In Retort: retort downgrade'
        'Flyway'     | 'baseline'                        || 'In Retort: retort stamp head'
        'Flyway'     | 'clean'                           || 'retort downgrade base'
        'Flyway'     | 'info -environment=prod'          || 'Write --env.'
        'Liquibase'  | 'update'                          || 'In Retort: retort upgrade head'
        'Liquibase'  | 'rollback-count 2'                || 'retort downgrade -N'
        'Liquibase'  | 'rollbackCount 2'                 || 'retort downgrade -N'
        'Liquibase'  | 'release-locks'                   || 'Nothing needs to be released'
        'Liquibase'  | 'releaseLocks'                    || 'Nothing needs to be released'
        'Liquibase'  | 'clear-checksums'                 || 'retort repair'
        'Liquibase'  | 'changelogSync'                   || 'retort stamp head'
        'Liquibase'  | 'updateSQL'                       || 'retort upgrade head --sql'
        'Liquibase'  | 'diff-changelog'                  || 'retort check'
        'Liquibase'  | 'tag v1'                          || 'branchLabels'
        'Liquibase'  | 'drop-all'                        || 'retort downgrade base'
        'Rails'      | 'db:migrate'                      || 'In Retort: retort upgrade head'
        'Rails'      | 'db:migrate:status'               || 'In Retort: retort status'
        'Rails'      | 'db:migrate:redo'                 || 'retort upgrade +1'
        'Rails'      | 'db:rollback'                     || 'In Retort: retort downgrade'
        'Rails'      | 'db:version'                      || 'In Retort: retort current'
        'Rails'      | 'generate migration AddUsers'     || 'retort revision -m'
        'dbmate'     | 'up'                              || 'In Retort: retort upgrade head'
        'dbmate'     | 'down'                            || 'In Retort: retort downgrade'
        'dbmate'     | 'new create_users'                || 'retort revision -m'
        'dbmate'     | 'dump'                            || 'retort revision --from-database'
        'Atlas'      | 'migrate apply'                   || 'In Retort: retort upgrade head'
        'Atlas'      | 'migrate status'                  || 'In Retort: retort status'
        'Atlas'      | 'migrate lint'                    || 'retort upgrade head --rehearse'
        'Prisma'     | 'migrate deploy'                  || 'In Retort: retort upgrade head'
        'Prisma'     | 'migrate reset'                   || 'retort downgrade base'
        'Prisma'     | 'db pull'                         || 'retort revision --from-database'
        'Django'     | 'makemigrations'                  || 'retort revision -m'
        'Django'     | 'showmigrations'                  || 'In Retort: retort status'
        'Django'     | 'sqlmigrate'                      || 'retort upgrade head --sql'
        'Django'     | 'squashmigrations'                || 'does not squash'
        'Django'     | 'upgrade head --fake'             || 'retort stamp head'
        'knex'       | 'migrate:latest'                  || 'In Retort: retort upgrade head'
        'knex'       | 'migrate:unlock'                  || 'Nothing needs to be released'
        'TypeORM'    | 'migration:run'                   || 'In Retort: retort upgrade head'
        'TypeORM'    | 'migration:revert'                || 'In Retort: retort downgrade'
        'migrate'    | 'force 3'                         || 'retort stamp head'
        'Alembic'    | 'revision -m x --auto'            || 'Write --autogenerate.'
        'any'        | 'upgrade head --dry-run'          || '"upgrade" has no option "--dry-run". Without running it: retort plan upgrade head lists the steps, and --sql prints the SQL; --rehearse'
        'any'        | 'upgrade head --plan'             || '--rehearse'
        'any'        | 'downgrade --count 2'             || 'Write the target after the command'
    }

    def "some words of others are taken as they are: #line"() {
        given:
        on('sqlite')
        chain()
        retorts('upgrade b1')

        expect:
        retort(line).out == retort('status').out
        !retort('--help').out.contains('  info ')

        where:
        line << ['info', 'pending']
    }

    def "repair without a revision accepts nothing, and lists what could be accepted, on #dialect"() {
        given:
        on(dialect)
        chain()
        retorts('upgrade b1')

        expect:
        with(retort('repair')) {
            [exit, out, err] == [0, '', 'Nothing to repair: the scripts are what was applied.\n']
        }

        when:
        project.script('b1_add_names.groovy', "revision 'b1'\ndownRevision 'a1'\nchange { addColumn 'users', 'names', text }\n")
        def rows = database.rows('SELECT count(*) FROM retort_history')

        then:
        with(retort('repair')) {
            [exit, err] == [0, '']
            out == 'migrations/b1_add_names.groovy: Revision b1 was applied, and its script does something else now. ' +
                    'Undo the change, or accept it: retort repair b1\n'
        }
        retort('repair --json').json.findings*.revision == ['b1']
        database.rows('SELECT count(*) FROM retort_history') == rows

        where:
        dialect << DIALECTS
    }

    def "what is answered can be typed, and no word has two answers"() {
        given:
        def phrases = new PhraseBook().phrases()

        expect:
        phrases*.words.flatten().countBy { it }.findAll { it.value > 1 }.isEmpty()
        phrases.every { phrase -> phrase.words().every { it == it.toLowerCase() && !CommandTree.create().subcommands.containsKey(it) } }

        and:
        phrases*.answer().collectMany { (it =~ /retort ([a-z][^;:,.]*)/).collect { found -> found[1] } }.every {
            CommandTree.create(it.split(' ')).parseArgs(it.replaceAll('"[^"]*"', 'x').replaceAll(/ and .*|, which.*/, '').replace('-N', '-1').split(' ')).hasSubcommand()
        }
        phrases*.answer().collectMany { (it =~ /(?<= )--[a-z]+/).collect { found -> found } }.every { option ->
            CommandTree.create().subcommands.values().any { it.commandSpec.findOption(option as String) } || option == '--version'
        }
    }
}
