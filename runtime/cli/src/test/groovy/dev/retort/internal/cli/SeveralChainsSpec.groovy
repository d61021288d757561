package dev.retort.internal.cli

import java.nio.file.Files

/** Two applications that keep their own chains in one database: neither sees what the other one did. */
@spock.lang.Tag('database')
class SeveralChainsSpec extends CommandSpec {

    def setup() {
        ['shop', 'billing'].each { chain ->
            Files.createDirectory(project.home.resolve(chain))
            script(chain, 'a1', '')
            script(chain, "${chain}2", 'a1')
        }
    }

    def "chains with a version table each have a history each, on #dialect"() {
        given: 'both know a revision of the same name'
        on(dialect)

        when:
        as('shop')
        retorts('upgrade head')
        as('billing')
        retorts('upgrade head')

        then:
        everything().findAll { it.contains('version') || it.contains('history') } ==
                ['billing_version', 'billing_version_history', 'shop_version', 'shop_version_history']
        history('shop') == ['a1 upgrade', 'shop2 upgrade']
        history('billing') == ['a1 upgrade', 'billing2 upgrade']

        and: 'neither finds anything that is gone, edited or never run'
        ['shop', 'billing'].every { as(it); retort('status --check').exit == 0 }

        when: 'one forgets what no script explains, and goes all the way back'
        as('billing')
        retorts('stamp --purge head', 'downgrade base')

        then:
        history('shop') == ['a1 upgrade', 'shop2 upgrade']
        history('billing') == ['a1 upgrade', 'billing2 upgrade', 'billing2 downgrade', 'a1 downgrade']
        as('shop')
        retort('status --check').out == 'Current: shop2\nHeads:   shop2\nPending: none\n'

        where:
        dialect << DIALECTS
    }

    def "the SQL of a chain names its own tables, on #dialect"() {
        given:
        on(dialect)
        as('billing')

        when:
        def sql = retort('upgrade head --sql').out

        then:
        sql.contains('CREATE TABLE IF NOT EXISTS billing_version_history')
        !sql.contains('retort_history')

        where:
        dialect << DIALECTS
    }

    def "the history table is called #history beside #version"() {
        given:
        if (version) {
            variables.RETORT_VERSION_TABLE = version
        }

        expect:
        with(retort('config --json').json.settings.find { it.key == 'history_table' }) {
            value == history
            source == 'default'
        }

        where:
        version           || history
        null              || 'retort_history'
        'retort_version'  || 'retort_history'
        'alembic_version' || 'alembic_version_history'
        'versions'        || 'versions_history'
        'retort'          || 'retort_version_history'
    }

    def "one table cannot be both"() {
        given:
        on('sqlite')
        variables.RETORT_VERSION_TABLE = 'both'
        variables.RETORT_HISTORY_TABLE = 'both'
        project.table('a')

        expect:
        with(retort('upgrade head')) {
            exit == 2
            err == 'error: The version table and the history table cannot both be "both". Give the history table another name, or none.\n'
        }
        everything() == []
    }

    private void as(String chain) {
        variables.RETORT_VERSION_TABLE = chain + '_version'
        variables.RETORT_MIGRATIONS = chain
    }

    private List<String> history(String chain) {
        database.rows("SELECT revision, direction FROM ${chain}_version_history ORDER BY id")*.join(' ')
    }

    private void script(String chain, String id, String follows) {
        Files.writeString(project.home.resolve("$chain/${id}.groovy"), """\
            revision '$id'
            ${follows ? "downRevision '$follows'" : ''}
            message 'Of $chain'
            change { createTable('${chain}_$id') { column 'id', integer, primaryKey: true } }
            """.stripIndent())
    }
}
