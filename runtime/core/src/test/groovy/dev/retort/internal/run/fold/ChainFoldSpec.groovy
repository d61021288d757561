package dev.retort.internal.run.fold

import dev.retort.internal.testing.FoldedChain
import spock.lang.Specification

class ChainFoldSpec extends Specification {

    def "nothing of the chain #folder.parent.fileName is refused on #url when it is folded, up or down"() {
        expect:
        new FoldedChain(folder, url).retort.validateChain() == []

        where:
        [folder, url] << [FoldedChain.folders(), FoldedChain.URLS].combinations()
    }
}
