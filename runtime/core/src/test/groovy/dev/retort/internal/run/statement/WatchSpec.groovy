package dev.retort.internal.run.statement

import dev.retort.Cancellation
import dev.retort.internal.dialect.Blockers
import java.time.Duration
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit
import spock.lang.Specification

class WatchSpec extends Specification {

    def "where a script takes all memory, it ends without a word: the script's own thread reports it"() {
        given:
        def before = Thread.defaultUncaughtExceptionHandler
        def uncaught = []
        Thread.defaultUncaughtExceptionHandler = { thread, failure -> uncaught << failure }
        def looked = new CountDownLatch(1)
        def blockers = { -> looked.countDown(); throw new OutOfMemoryError('Java heap space') } as Blockers
        def times = new Watch.Times(Duration.ofMillis(60), Duration.ofMillis(4))

        when:
        def watch = Watch.start(blockers, null, new StopSignal(new Cancellation()), times)
        def hasLooked = looked.await(10, TimeUnit.SECONDS)
        watch.close()

        then:
        hasLooked
        uncaught == []

        cleanup:
        Thread.defaultUncaughtExceptionHandler = before
    }
}
