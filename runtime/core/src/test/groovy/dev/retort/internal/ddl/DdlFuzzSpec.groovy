package dev.retort.internal.ddl

import dev.retort.internal.sql.SqlLexer
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification

/** Broken statements: something is always read, and nothing fails. */
class DdlFuzzSpec extends Specification {

    static final long SEED = Long.getLong('retort.seed', System.nanoTime())
    static final int ROUNDS = 25
    static final Map<String, List<String>> STATEMENTS = ['postgresql', 'sqlite'].collectEntries { dialect ->
        [dialect, Files.readString(Path.of("src/test/resources/ddl/${dialect}.txt")).split(/\n\n+/).toList().findAll { !it.startsWith('#') }
                .collect { it.readLines().findAll { !it.startsWith('> ') }.join('\n') }]
    }

    def "every beginning and every end of each statement of #dialect can be read"() {
        expect:
        STATEMENTS[dialect].each { sql ->
            def tokens = SqlLexer.tokens(sql, DdlReaders.DIALECTS[dialect].spelling().syntax())*.text()
            (0..tokens.size()).each {
                assert DdlReaders.of(dialect).read(tokens.take(it).join('')) != null
                assert DdlReaders.of(dialect).read(tokens.drop(it).join('')) != null
            }
        }

        where:
        dialect << STATEMENTS.keySet()
    }

    def "statements of #dialect can be read in any disorder, from the seed #seed"() {
        given:
        def random = new Random(seed)

        expect:
        ROUNDS.times {
            STATEMENTS[dialect].each { sql ->
                def broken = broken(random, SqlLexer.tokens(sql, DdlReaders.DIALECTS[dialect].spelling().syntax())*.text())
                assert DdlReaders.of(dialect).read(broken) != null
            }
        }

        where:
        dialect << STATEMENTS.keySet()
        seed = SEED
    }

    def "a statement of many brackets can be read"() {
        expect:
        DdlReaders.of('postgresql').read('CREATE TABLE t (a int DEFAULT ' + '(' * 20_000 + '1' + ')' * 20_000 + ')').size() == 1
        DdlReaders.of('postgresql').read('CREATE TABLE t (a int CHECK (' + 'CASE WHEN ' * 20_000 + '))').size() == 1
    }

    /** With tokens left out, said twice, exchanged, and shuffled from some place on. */
    private static String broken(Random random, List<String> tokens) {
        def changed = new ArrayList<String>(tokens)
        (1 + random.nextInt(3)).times {
            if (changed) {
                int at = random.nextInt(changed.size())
                switch (random.nextInt(4)) {
                    case 0: changed.remove(at); break
                    case 1: changed.add(at, changed[random.nextInt(changed.size())]); break
                    case 2: Collections.swap(changed, at, random.nextInt(changed.size())); break
                    default: Collections.shuffle(changed.subList(at, changed.size()), random)
                }
            }
        }
        changed.join(' ')
    }
}
