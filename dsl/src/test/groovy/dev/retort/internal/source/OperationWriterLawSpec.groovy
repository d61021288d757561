package dev.retort.internal.source

import dev.retort.internal.sandbox.GoldenScripts
import spock.lang.Shared
import spock.lang.Specification

import static WrittenScripts.plain
import static WrittenScripts.withoutChecks

/** What is written of operations asks for the same operations, value for value, whichever script they came from. */
class OperationWriterLawSpec extends Specification {

    private static final String RESOURCES = '../runtime/core/src/test/resources/operations'

    /** It computes 25,000 rows in a loop. */
    private static final List<String> TOO_LONG = ['5eb0742d1986_fill_streets.groovy']

    @Shared
    WrittenScripts scripts = new WrittenScripts()

    def "the upgrade of #name on #dialect comes back as it was written"() {
        given:
        def operations = withoutChecks(scripts.upgrade(name, text, dialect))

        expect:
        plain(scripts.again(operations, dialect)) == plain(operations)

        where:
        [[name, text], dialect] << [all().findAll { !(it[0] in TOO_LONG) }, WrittenScripts.DIALECTS].combinations()
    }

    def "the rows of #name are more than a script can hold, which is said"() {
        when:
        scripts.script(scripts.upgrade(name, text, 'sqlite'))

        then:
        def e = thrown(OperationNotWritable)
        e.message == 'A script cannot hold what is written of the operations: it has more than 256 thousand characters.' +
                " Many rows belong in a file beside the script: bulkInsert 'table', csv('rows.csv')."

        where:
        [name, text] << all().findAll { it[0] in TOO_LONG }
    }

    def "the downgrade of #name on #dialect comes back as it was written"() {
        given:
        def operations = scripts.downgrade(name, text, dialect)

        expect:
        plain(scripts.again(operations, dialect)) == plain(operations)

        where:
        [[name, text], dialect] << [all(), WrittenScripts.DIALECTS].combinations()
    }

    private static List<List<String>> all() {
        GoldenScripts.scripts('good').collect { [it.name, it.text] } + chains() + manual()
    }

    /** The chains that users can copy. */
    private static List<List<String>> chains() {
        def files = []
        ['../migrations', '../examples'].each { folder ->
            new File(folder).eachFileRecurse { file ->
                if (file.name.endsWith('.groovy') && !(file.parentFile.name in ['target', 'schema']) && !file.name.endsWith('Spec.groovy')) {
                    files << [file.name, file.text]
                }
            }
        }
        files.sort { it[0] }
    }

    /** The examples of the manual's page of operations: what is given, what is shown, and what takes it back. */
    private static List<List<String>> manual() {
        new File(RESOURCES).listFiles().findAll { it.name.endsWith('.groovy') }.sort { it.name }.collect {
            def parts = it.text.split(/(?m)^\/\/ /).findAll { it.readLines()[0] in ['given', 'shown', 'down'] }
            [it.name, "revision 'm'\nupgrade {\n${parts.collect { '// ' + it }.join('')}\n}\ndowngrade { }\n".toString()]
        }
    }
}
