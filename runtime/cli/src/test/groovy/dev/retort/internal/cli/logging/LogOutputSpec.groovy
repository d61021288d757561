package dev.retort.internal.cli.logging

import java.nio.charset.StandardCharsets
import org.slf4j.LoggerFactory
import spock.lang.Specification

class LogOutputSpec extends Specification {

    def bytes = new ByteArrayOutputStream()

    def "at #detail the engine's log has #count lines"() {
        given:
        LogOutput.open(new PrintStream(bytes, true, StandardCharsets.UTF_8), detail)
        def log = LoggerFactory.getLogger('dev.retort.run.OnlineRun')
        def pool = LoggerFactory.getLogger('org.sqlite.SQLiteJDBCLoader')

        when:
        log.trace('SELECT 1')
        log.info('Running upgrade {} -> {}, {}', 'a', 'b', 'Add priority')
        log.warn('Slow')
        pool.info('started')
        pool.warn('odd')

        then:
        lines() == (expected + ['WARN  [retort.run] Slow', 'WARN  [org.sqlite.SQLiteJDBCLoader] odd'])

        where:
        detail                      || expected
        LogOutput.Detail.WARNINGS   || []
        LogOutput.Detail.PROGRESS   || ['INFO  [retort.run] Running upgrade a -> b, Add priority']
        LogOutput.Detail.EVERYTHING || ['TRACE [retort.run] SELECT 1', 'INFO  [retort.run] Running upgrade a -> b, Add priority']
        count = expected.size() + 2
    }

    def "a logger named #name is shown as #shown, and no password with it"() {
        given:
        LogOutput.open(new PrintStream(bytes, true, StandardCharsets.UTF_8), LogOutput.Detail.PROGRESS)

        when:
        LoggerFactory.getLogger(name).warn('to postgresql://a:geheim@b/c', new IOException('?password=geheim&a=b'))

        then:
        lines() == ["WARN  [$shown] to postgresql://a:***@b/c (java.io.IOException: ?password=***&a=b)"]

        where:
        name                || shown
        'dev.retort.upgrade' || 'retort.upgrade'
        'dev.retort.Retort' || 'retort'
        'dev.retort'        || 'retort'
    }

    private List<String> lines() {
        bytes.toString(StandardCharsets.UTF_8).readLines()
    }
}
