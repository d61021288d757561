package dev.retort.internal.cli.render

import dev.retort.Location
import dev.retort.Rehearsal
import dev.retort.TableLock
import dev.retort.TableLock.KeepsOut
import dev.retort.TableRewrite
import java.time.Duration
import spock.lang.Specification

class RehearsalTextSpec extends Specification {

    static Rehearsal.Statement statement(Map<String, Object> all) {
        def told = [sql: 'SELECT 1', reason: '', times: 1, duration: 5, rows: 0, locks: [], lockedFor: 7, rewritten: []] + all
        new Rehearsal.Statement(told.sql, Location.of('a.groovy', 3), told.reason, told.times, Duration.ofMillis(told.duration),
                told.rows, told.locks, Duration.ofMillis(told.lockedFor), told.rewritten)
    }

    static Rehearsal rehearsal(List<Rehearsal.Statement> statements, boolean onCopy = false) {
        def step = new Rehearsal.Step('b', ['a'], 'Do b', 'upgrade', Duration.ofMillis(1234), [], statements, ['b'] as TreeSet)
        new Rehearsal(['a'] as TreeSet, onCopy, [step], ['b'] as TreeSet, Optional.empty())
    }

    static List<String> lines(Rehearsal rehearsal, int width = 200) {
        new RehearsalText(Palette.PLAIN, width).report(rehearsal).readLines()
    }

    def "the columns are as wide as they need, the SQL is one line of 60 characters, and what was run often says so"() {
        expect:
        lines(rehearsal([
                statement(sql: "UPDATE t\n  SET ${'n' * 80}", duration: 12_345, rows: 1_000_000),
                statement(sql: 'INSERT INTO t VALUES (?)', duration: 1, rows: 30, times: 30),
                statement(sql: 'VACUUM', reason: 'no transaction holds it', duration: 0),
        ])) == [
                '    TIME     ROWS  LOCKS          SQL',
                'Upgrade a -> b, Do b (1.2 s)',
                "  12.3 s  1000000                 UPDATE t SET ${'n' * 46}…".toString(),
                '    1 ms       30                 INSERT INTO t VALUES (?) (30 times)',
                '       -        -  not rehearsed  VACUUM',
                '                   no transaction holds it',
                'What was rehearsed works; 1 statement was not rehearsed. It was rolled back; the database is at a.',
        ]
    }

    def "tables are told by their locks, and those of the same are told together"() {
        given:
        def locks = [new TableLock('users', 'ACCESS EXCLUSIVE', KeepsOut.EVERYBODY), new TableLock('teams', 'ACCESS EXCLUSIVE', KeepsOut.EVERYBODY),
                     new TableLock('roles', 'ROW SHARE', KeepsOut.NOBODY)]

        expect:
        lines(rehearsal([statement(locks: locks), statement(sql: 'SELECT 2')])) == [
                '  TIME  ROWS  LOCKS                                           SQL',
                'Upgrade a -> b, Do b (1.2 s)',
                '  5 ms     0  ACCESS EXCLUSIVE users, teams; ROW SHARE roles  SELECT 1',
                '              warning: ACCESS EXCLUSIVE keeps readers and writers of users, teams waiting until the revision ends, 7 ms',
                '  5 ms     0                                                  SELECT 2',
                'All of it works. It was rolled back; the database is at a.',
        ]
    }

    def "a warning tells #bytes bytes as #shown"() {
        expect:
        statement(rewritten: [new TableRewrite('t', bytes)]).warnings() == ["all rows of t are written again$shown".toString()]

        where:
        bytes                 || shown
        -1                    || ''
        512                   || ', 512 B'
        8192                  || ', 8.0 kB'
        123_456               || ', 121 kB'
        10_444_800            || ', 10.0 MB'
        5_000_000_000         || ', 4.7 GB'
        7_000_000_000_000     || ', 6.4 TB'
        9_000_000_000_000_000 || ', 8185 TB'
    }

    def "on a copy there is no column of locks, and a narrow terminal cuts"() {
        expect:
        lines(rehearsal([statement(sql: 'DELETE FROM users', rows: 3)], true), 20) == [
                '  TIME  ROWS  SQL',
                'Upgrade a -> b, Do …',
                '  5 ms     3  DELET…',
                'All of it works. It was done on a copy, which is removed; the database is at a.',
        ]
    }

    def "an empty table is no matter"() {
        expect:
        statement(rewritten: [new TableRewrite('t', 0)]).warnings() == []
    }
}
