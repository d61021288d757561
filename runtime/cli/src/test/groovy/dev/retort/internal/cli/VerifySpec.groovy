package dev.retort.internal.cli

import spock.lang.Tag

/** {@code verify}: what it prints, and what it ends with. What it finds is in the engine's specs. */
@Tag('database')
class VerifySpec extends CommandSpec {

    private static final String POSTS = "change { createTable('posts') { column 'id', integer, primaryKey: true; column 'slug', text } }"

    def "a chain that is right on #dialect is said to be so, check by check, and the database is as it was"() {
        given:
        on(dialect)
        project.revision('a1', POSTS).table('b2', ['a1'])
        retorts('upgrade a1')

        expect:
        retort('verify --seed 5').with { [exit, out, err] } == [0, """\
            ok        heads    The chain has its heads
            ok        scripts  Every script compiles and fits its place
            ok        a1       Do a1
            ok        b2       Do b2
            ok        base     A downgrade to base leaves nothing
            ok        again    The upgrade after it does the same, another one nothing
            ok        sql      The SQL of --sql leads to the same

            7 checks passed. The same rows again: retort verify --seed 5
            """.stripIndent(), '']
        retort('current').out.startsWith('a1')
        database.tables().findAll { !it.startsWith('retort_') } == ['posts']

        where:
        dialect << DIALECTS
    }

    def "what a downgrade forgets on #dialect is shown as the operations that would lead back"() {
        given:
        on(dialect)
        project.revision('a1', POSTS)
        project.revision('b2', ['a1'], "upgrade { createIndex 'ix', 'posts', ['slug'] }\ndowngrade { query 'SELECT 1' }")

        when:
        def run = retort('verify --seed 5 --except sql --except base')

        then:
        run.exit == 6
        run.err == ''
        run.out == """\
            ok        heads    The chain has its heads
            ok        scripts  Every script compiles and fits its place
            ok        a1       Do a1
            FAILED    b2       Do b2
                migrations/b2.groovy:4:1: The downgrade leaves another schema than the one before the upgrade.
                These operations would lead to it:
                  index ix:
                      dropIndex 'ix', 'posts', was: ['slug']
            left out  base     A downgrade to base leaves nothing
                It was not asked for.
            ok        again    The upgrade after it does the same, another one nothing
            left out  sql      The SQL of --sql leads to the same
                It was not asked for.

            1 of 7 checks failed, 2 left out. Repeat with: retort verify --to b2 --except sql --except base --seed 5
            """.stripIndent()

        where:
        dialect << DIALECTS
    }

    def "only what the database lacks is proven with --pending"() {
        given:
        on('sqlite')
        project.table('a1').table('b2', ['a1']).table('c3', ['b2'])
        retorts('upgrade b2')

        expect:
        retort('verify --pending --json').json.checks.findAll { it.kind == 'round trip' }*.name == ['c3']
        retort('verify --pending --from a1').with { [exit, err] } ==
                [2, 'error: --pending starts where the database is, and --from elsewhere. Leave one of them out.\n']
        retort('verify --rows -1').exit == 2
        retort('verify --except nothing').with { [exit, err] } ==
                [2, 'error: There is no check "nothing" to leave out. Name a revision by its whole id, or one of: again, base, heads, scripts, sql\n']
    }

    def "the model is compared where there is one"() {
        given:
        on('sqlite')
        project.revision('a1', POSTS)
        project.home.resolve('schema.groovy').toFile().text = "table('posts') { column 'id', integer, primaryKey: true }"

        when:
        def run = retort('verify --seed 5 --json')

        then:
        run.exit == 6
        run.json.checks.findAll { it.outcome == 'failed' }*.name == ['model']
        run.json.checks.find { it.name == 'model' }.problems[0].contains("dropColumn 'posts', 'slug'")
        run.json.passed == false
    }

    def "a server on which nothing can be created is named"() {
        given:
        on('sqlite')
        project.revision('a1', POSTS)
        variables.DATABASE_URL = 'postgresql://nobody@127.0.0.1:1/none'

        expect:
        retort('verify').with { [exit, err] } == [4,
            'error: The database postgresql://nobody@127.0.0.1:1/none cannot be used: Connection to 127.0.0.1:1 refused. Is the address right, and is the server running?\n']
    }
}
