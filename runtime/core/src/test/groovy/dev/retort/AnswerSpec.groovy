package dev.retort


/** How much a question of a script may bring into memory; a subclass names the database. */
abstract class AnswerSpec extends DatabaseSpec {

    /** A question whose rows do not end. */
    abstract String endless()

    /** A question with one row, whose text has so many characters. */
    abstract String text(int characters)

    private Retort retort() {
        project.on(database).scriptElements(5_000).scriptCharacters(100_000).build()
    }

    private String failure(String question) {
        project.revision('a', [], "upgrade { createTable('t') { column 'n', integer } }\ndowngrade { dropTable 't' }")
        project.revision('b', ['a'], """
            upgrade {
                createTable('gone') { column 'n', integer }
                try {
                    query(\"\"\"$question\"\"\")
                } catch (RuntimeException e) {
                    execute 'DROP TABLE t'
                }
            }
            downgrade { dropTable 'gone' }""")
        try {
            retort().upgrade('head')
            return 'nothing failed'
        } catch (RetortException e) {
            return e.message
        }
    }

    def "rows without an end are stopped while they come, and the revision is undone"() {
        when:
        def said = failure(endless())

        then:
        said.contains('b.groovy:')
        said.contains('The query brings more than 5000 rows.')
        tables() == ['t']
        versionRows() == ['a']
    }

    def "the characters of all rows are counted"() {
        when:
        def said = failure(text(100_001))

        then:
        said.contains('The rows of the query hold more than 100000 characters.')
        tables() == ['t']
        versionRows() == ['a']
    }

    def "an answer within the budget comes whole, in portions or not"() {
        given:
        project.revision('a', [], """
            upgrade {
                createTable('counts') { column 'n', integer }
                table('counts').insert(n: query("SELECT n FROM (${endless()}) AS numbers LIMIT 4999").size())
                table('counts').insert(n: query("${text(99_000)}")[0].string('x').length())
            }
            downgrade { dropTable 'counts' }""")

        when:
        retort().upgrade('head')

        then:
        database.rows('SELECT n FROM counts ORDER BY n')*.first().collect { it as int } == [4999, 99_000]
    }
}
