package dev.retort.internal.cli

/** What scripts, databases and rows say is shown as text, never obeyed by a terminal nor taken for Retort's own lines. */
@spock.lang.Tag('database')
class ForgedOutputSpec extends CommandSpec {

    static final String FORGED = 'gone\\nINFO  [retort.upgrade] Running upgrade a -> z\\r\\nerror: all is lost\\u001b[31m\\u009b2J\\u202e\\u2028\\b'

    private static void clean(CommandSpec.Outcome outcome) {
        def text = outcome.out + outcome.err
        assert !(text =~ /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u2028\u2029]/)
        assert !text.readLines().any { it.startsWith('INFO  [retort.upgrade] Running upgrade a -> z') || it.startsWith('error: all is lost') }
        assert text.length() < 30_000
    }

    def "what a script throws, asks or is called is shown on #dialect: #body"() {
        given:
        on(dialect)
        project.script('a.groovy', "revision 'a'\nmessage \"\"\"Title\\u001b[31m\\u202e\nINFO  [retort.upgrade] Running upgrade a -> z\n\"\"\"\nupgrade {\n$body\n}\nirreversible 'no'")

        when:
        def run = retort('upgrade head')

        then:
        run.exit == 1 || run.exit == 3
        clean(run)
        clean(retort('-v upgrade head'))
        clean(retort('history -v'))
        clean(retort('history'))
        clean(retort('show a'))
        clean(retort('status'))
        clean(retort('log'))
        clean(retort('log -v'))
        clean(retort('plan upgrade head'))
        clean(retort('upgrade head --rehearse'))

        where:
        [dialect, body] << [DIALECTS, [
                "throw new RuntimeException('$FORGED')",
                "throw new IllegalArgumentException('x' * 2_000_000)",
                "execute 'SELECT nothing AS \"$FORGED\"'",
                "execute 'COMMIT;$FORGED'",
                "createTable('t\\u202e') { column 'id', integer }\nexecute 'INSERT INTO nowhere VALUES (1) /* $FORGED */'",
                "createTable('t') { column 'a', text }\nexecute 'INSERT INTO t SELECT ' + '$FORGED ' * 20_000",
        ]].combinations()
    }

    def "what the server says is shown"() {
        given:
        on('postgresql')
        project.script('a.groovy', """revision 'a'
            upgrade {
                execute ''' DO \$\$ BEGIN RAISE WARNING E'$FORGED %', repeat('x', 1000000); RAISE NOTICE E'$FORGED'; END \$\$ '''
            }
            irreversible 'no'""")
        project.script('b.groovy', """revision 'b'
            downRevision 'a'
            upgrade {
                execute ''' DO \$\$ BEGIN RAISE EXCEPTION E'$FORGED' USING DETAIL = E'$FORGED', HINT = E'$FORGED'; END \$\$ '''
            }
            irreversible 'no'""")

        expect:
        clean(retort('upgrade a'))
        clean(retort('-v upgrade b'))
        clean(retort('log'))
        clean(retort('log -v'))
    }

    def "rows of Retort's own tables are shown on #dialect"() {
        given:
        on(dialect)
        project.script('a.groovy', "revision 'a'\nupgrade { }\nirreversible 'no'")
        retorts('upgrade head')
        def forged = 'z\u001b[31m\nINFO  [retort.upgrade] Running upgrade a -> z\u202e'
        database.execute("UPDATE retort_version SET version_num = '$forged'", "UPDATE retort_history SET message = '$forged', executed_by = '$forged', outcome = 'failed', error = '$forged'")

        expect:
        ['status', 'log', 'log -v', 'validate', 'current', 'current -v', 'upgrade head', 'plan upgrade head'].each { clean(retort(it)) }

        where:
        dialect << DIALECTS
    }
}
