package dev.retort.internal.run.backfill

import dev.retort.internal.operation.Backfill
import dev.retort.internal.run.resume.Bookmark
import java.time.Duration
import spock.lang.Specification

/** Where a search is spared, and where it is not. */
class StrideSpec extends Specification {

    static final int SIZE = 100

    static Stride stride(long greatest) {
        new Stride(new Backfill.Batches([], SIZE, Duration.ZERO), greatest)
    }

    static Bookmark at(String after) {
        new Bookmark(true, 1, 0, 0, true, [after])
    }

    def "a full batch from #after to #end is #told by another of its length"() {
        expect:
        stride(100_000).isDense(after, [end]) == (told == 'followed')

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
        expect:
        stride(100_000).isDense(rows) == (told == 'followed')

        where:
        rows || told
        100  || 'followed'
        75   || 'followed'
        74   || 'not followed'
        0    || 'not followed'
    }

    def "none goes over the last key there was: from #after with the last #greatest"() {
        expect:
        stride(greatest).end(at(after)) == end

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

        expect:
        stride.isDense(['3'], ['4'])
        !stride.isDense(['3'], ['5'])
        stride.end(at('4')) == ['5']
        !stride.isDense(0)
    }

    def "nothing is told at the beginning, and where keys have gaps"() {
        expect:
        stride(100_000).end(Bookmark.start(true)) == null
        stride(100_000).end(new Bookmark(true, 1, 0, 0, false, ['7'])) == null
    }
}
