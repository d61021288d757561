package dev.retort.internal.run.fold

import dev.retort.internal.schema.ObjectKind
import dev.retort.internal.schema.ObjectName
import dev.retort.internal.schema.QualifiedName
import dev.retort.internal.schema.Schema
import dev.retort.internal.testing.FoldedChain
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** What a folder of folded schemas gives back, and what it makes of files that are not whole. */
class FoldedSchemasSpec extends Specification {

    @TempDir Path folder

    private static List<Schema> schemas() {
        FoldedChain.folders().collectMany { path -> FoldedChain.URLS.collectMany { new FoldedChain(path, it).schemas() } }
    }

    def "every schema of the project's chains is given back as it was kept"() {
        given:
        def kept = FoldedSchemas.of(folder, 'this build')
        def doubtful = new Schema([:] as TreeMap, [(ObjectName.of(ObjectKind.VIEW, QualifiedName.of('v'))): 'É'] as TreeMap,
                [ObjectName.of(ObjectKind.TABLE, QualifiedName.of('t'))] as TreeSet, false, [] as TreeSet)

        expect:
        (schemas() + doubtful).eachWithIndex { schema, i ->
            kept.keep("key$i", schema)
            assert kept.find("key$i").get() == schema
        }
        kept.find('another').empty
    }

    def "a file that is cut, changed, or of another kind is none"() {
        given:
        def kept = FoldedSchemas.of(folder, 'this build')
        def schema = schemas().last()

        expect:
        [{ byte[] it -> it[0..<(it.length - 1)] as byte[] }, { byte[] it -> it[it.length - 1]++; it }, { byte[] it -> new byte[0] }].each { change ->
            kept.keep('key', schema)
            def file = Files.list(folder).withCloseable { it.toList() }.first()
            Files.write(file, change(Files.readAllBytes(file)))
            assert kept.find('key').empty
        }
    }

    def "a key depends on the build, on the rules and on all parts in their order"() {
        given:
        def key = { String build, List<String> rules, List<String> parts ->
            def key = FoldedSchemas.of(folder, build).key(rules).get()
            parts.each { key.add(it) }
            key.text()
        }

        expect:
        key('a', ['b'], ['c', 'd']) == key('a', ['b'], ['c', 'd'])
        [key('a', ['b'], ['c', 'd']), key('x', ['b'], ['c', 'd']), key('a', ['x'], ['c', 'd']), key('a', ['b'], ['d', 'c']), key('a', ['b'], ['c']),
         key('a', ['b'], ['cd'])].toSet().size() == 6
    }

    def "nothing is kept without a folder"() {
        expect:
        FoldedSchemas.NONE.key([]).empty
        FoldedSchemas.NONE.find('key').empty
    }
}
