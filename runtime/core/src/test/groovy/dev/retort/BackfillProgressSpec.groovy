package dev.retort

import java.time.Duration
import spock.lang.Specification

class BackfillProgressSpec extends Specification {

    def "#rows rows of about #estimate after #seconds s, #before of them before, is #rate a second with #left s left"() {
        when:
        def progress = new BackfillProgress('t', rows, before, estimate, Duration.ofSeconds(seconds), false)

        then:
        progress.rowsPerSecond() == rate
        progress.left().map { it.toSeconds() }.orElse(null) == left
        progress.total().isPresent() == total

        where:
        rows | before | estimate | seconds || rate | left | total
        0    | 0      | 100      | 0       || 0    | null | true
        0    | 0      | 100      | 5       || 0    | null | true
        50   | 0      | 100      | 5       || 10   | 5    | true
        50   | 40     | 100      | 5       || 2    | 25   | true
        100  | 0      | 100      | 5       || 20   | 0    | true
        101  | 1      | 100      | 5       || 20   | null | false
        7    | 7      | 7        | 0       || 0    | null | true
    }
}
