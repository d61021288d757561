package dev.retort.execute

import dev.retort.operation.Backfill
import java.time.Duration
import spock.lang.Specification

/** Where a search is spared, and where it is not. */
class StrideSpec extends Specification {

    static final int SIZE = 100

    static Stride stride(long greatest) {
        new Stride(new Backfill.Batches([], SIZE, Duration.ZERO), greatest)
    }

    def "a full batch from #after to #end is #told by another of its length"() {
        given:
        def stride = stride(100_000)
        stride.found(after, [end])

        expect:
        (stride.end([end]) == [String.valueOf((end as long) + SIZE)]) == (told == 'followed')

        where:
        after                    | end     || told
        ['0']                    | '100'   || 'followed'
        ['-50']                  | '50'    || 'followed'
        ['0']                    | '133'   || 'followed'
        ['0']                    | '134'   || 'not followed'
        ['0']                    | '99000' || 'not followed'
        // Where the first one begins is not known.
        null                     | '100'   || 'not followed'
        [String.valueOf(Long.MIN_VALUE)] | '7'     || 'not followed'
    }

    def "one that was told and held #rows rows is #told by another"() {
        given:
        def stride = stride(100_000)
        stride.found(['0'], ['100'])
        stride.set(rows)

        expect:
        (stride.end(['200']) == ['300']) == (told == 'followed')

        where:
        rows || told
        100  || 'followed'
        75   || 'followed'
        74   || 'not followed'
        0    || 'not followed'
    }

    def "none goes over the last key there was: from #after with the last #greatest"() {
        given:
        def stride = stride(greatest)
        stride.found(['0'], ['100'])

        expect:
        stride.end([after]) == end

        where:
        after                                | greatest       || end
        '100'                                | 200            || ['200']
        '101'                                | 200            || null
        '900'                                | 200            || null
        String.valueOf(Long.MAX_VALUE - 100) | Long.MAX_VALUE || [String.valueOf(Long.MAX_VALUE)]
        String.valueOf(Long.MAX_VALUE - 99)  | Long.MAX_VALUE || null
        String.valueOf(Long.MIN_VALUE)       | Long.MAX_VALUE || null
    }

    def "batches of one row are told too"() {
        given:
        def stride = new Stride(new Backfill.Batches([], 1, Duration.ZERO), 9)
        stride.found(['3'], ['4'])

        expect:
        stride.end(['4']) == ['5']

        when:
        stride.set(0)

        then:
        stride.end(['5']) == null
    }
}
