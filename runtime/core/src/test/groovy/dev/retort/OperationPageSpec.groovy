package dev.retort

import dev.retort.internal.schema.Schema
import dev.retort.internal.script.BatchBuilder
import dev.retort.internal.script.Operations
import dev.retort.internal.script.RowsBuilder
import dev.retort.internal.script.TableBuilder
import dev.retort.internal.script.TableRows
import dev.retort.internal.testing.StorySpec
import dev.retort.internal.testing.TestDatabase
import java.lang.reflect.Modifier
import java.nio.file.Files
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

import static dev.retort.internal.testing.InSchema.withoutColumnOrder

/** The page of operations says what is so: every word has a section, every example runs, and every SQL is the real one. */
@spock.lang.Tag('database')
class OperationPageSpec extends Specification {

    static final List SNIPPETS = OperationPage.snippets()

    @Shared OperationPage page = new OperationPage()
    @Shared @AutoCleanup TestDatabase postgresql = TestDatabase.postgresql()

    def "the word #word has a section"() {
        expect:
        assert SNIPPETS.any { it.words.contains(word) && it.shown =~ /\b$word\b/ } :
                "No section of docs/operations.md shows \"$word\". Write src/test/resources/operations/${word}.groovy as its neighbours are written," +
                        ' name it in contents.txt, and run this spec with -Dretort.golden=true.'

        where:
        word << words()
    }

    def "a section is about words there are: #snippet"() {
        expect:
        snippet.words - words() == []
        snippet.text

        where:
        snippet << SNIPPETS
    }

    def "every snippet is on the page"() {
        expect:
        OperationPage.FOLDER.toFile().list().findAll { it.endsWith('.groovy') }*.replace('.groovy', '') as Set == SNIPPETS*.name as Set
    }

    def "#snippet runs up, down and up again on #dialect, or is refused as the page says"() {
        given:
        def database = dialect == 'sqlite' ? TestDatabase.sqlite() : postgresql
        def answer = page.answer(snippet, dialect)
        def project = snippet.project()
        def retort = project.retort(database)
        retort.upgrade('given')
        def before = comparable(database)

        when:
        def refusal = answer.refusal && !answer.onlineOnly ? refused { retort.upgrade('shown') } : null

        then:
        if (refusal) {
            assert answer.refusal.readLines()[0] == OperationPage.reason(refusal).readLines()[0]
            assert comparable(database) == before
        } else {
            retort.upgrade('shown')
            def after = comparable(database)
            retort.downgrade('given')
            assert comparable(database) == before
            retort.upgrade('shown')
            assert comparable(database) == after
        }

        cleanup:
        project.close()
        if (dialect == 'sqlite') {
            database.close()
        } else {
            // A new database for each would take longer than all the rest.
            database.execute('DROP SCHEMA IF EXISTS billing CASCADE', 'DROP SCHEMA public CASCADE', 'CREATE SCHEMA public')
        }

        where:
        [snippet, dialect] << [SNIPPETS, ['sqlite', 'postgresql']].combinations()
    }

    def "the page is what the snippets make of it"() {
        given:
        def text = page.page()
        if (Boolean.getBoolean('retort.golden')) {
            Files.writeString(OperationPage.PAGE, text)
        }

        expect: 'otherwise run this spec with -Dretort.golden=true'
        Files.readString(OperationPage.PAGE) == text
    }

    private static RetortException refused(Closure<?> work) {
        try {
            work()
        } catch (RetortException e) {
            return e
        }
        throw new AssertionError('not refused' as Object)
    }

    private static Schema comparable(TestDatabase database) {
        withoutColumnOrder(StorySpec.schema(database))
    }

    /** The words of the language: the public methods of the rooms, a getter under its property's name. */
    private static SortedSet<String> words() {
        def rooms = [TableBuilder, BatchBuilder, RowsBuilder, TableRows]
        for (Class<?> room = Operations; room != Object; room = room.superclass) {
            rooms << room
        }
        rooms.collectMany { room -> room.declaredMethods.findAll { Modifier.isPublic(it.modifiers) && !it.synthetic } }
                .collect { it.name.startsWith('get') && it.parameterCount == 0 ? it.name[3].toLowerCase() + it.name.substring(4) : it.name } as SortedSet
    }
}
