package dev.retort.internal.run.fold

import dev.retort.Retort
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification

class ChainFoldSpec extends Specification {

    private static final Path ROOT = Path.of('../..').toAbsolutePath().normalize()

    def "nothing of the chain #chain is refused on #url when it is folded, up or down"() {
        expect:
        Retort.configure().migrations(chain).url(url).build().validateChain() == []

        where:
        [chain, url] << [chains(), ['jdbc:sqlite:none.db', 'jdbc:postgresql://nowhere/none']].combinations()
    }

    private static List<Path> chains() {
        [ROOT.resolve('migrations')] + Files.list(ROOT.resolve('examples')).withCloseable { it.toList() }
                .collect { it.resolve('migrations') }
                .findAll { Files.isDirectory(it) }
                .sort()
    }
}
