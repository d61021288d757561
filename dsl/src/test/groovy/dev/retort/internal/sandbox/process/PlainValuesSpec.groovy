package dev.retort.internal.sandbox.process

import dev.retort.internal.operation.SqlExpression
import java.time.Duration
import java.time.Instant
import java.time.LocalDate
import java.time.LocalDateTime
import java.time.LocalTime
import java.time.OffsetDateTime
import java.time.OffsetTime
import java.time.Period
import java.time.Year
import java.time.YearMonth
import java.time.ZonedDateTime
import spock.lang.Specification

/** What goes through the pipe comes out as it was, and what is no message comes out as none. */
class PlainValuesSpec extends Specification {

    static final FrameLimits SMALL = new FrameLimits(10_000, 1_000, 20)

    def "#value comes out as it was"() {
        when:
        def read = there(value)

        then:
        read == value
        read?.getClass() == value?.getClass() || value instanceof List || value instanceof Map

        where:
        value << [null, '', 'größe\u0000', 'half \ud83d', '\ud83d\ude00', true, false, 1, -1L, Long.MIN_VALUE, 1.5d, Double.NaN, -0.0d, 2.5f,
                  (short) 3, (byte) 4, 1.50, 1E+30, -0.000001, 12345678901234567890G, UUID.randomUUID(), Instant.EPOCH, Instant.MAX,
                  LocalDate.of(2026, 1, 31), LocalDate.MIN, LocalTime.MIDNIGHT, LocalDateTime.MAX, OffsetTime.MAX, OffsetDateTime.MIN,
                  ZonedDateTime.parse('2026-03-29T02:30:00+01:00[Europe/Berlin]'), Year.of(-5), YearMonth.of(2026, 2), Duration.ofNanos(-3),
                  Period.ofDays(3), new SqlExpression('now()'), [], [1, null, ['a', [:]]], [b: 1, a: [c: null]]]
    }

    def "bytes come out as they were"() {
        expect:
        Arrays.equals(there([1, 0, -1] as byte[]) as byte[], [1, 0, -1] as byte[])
    }

    def "a value of another class is not sent: #value.class.simpleName"() {
        when:
        written(value, SMALL)

        then:
        thrown(IllegalArgumentException)

        where:
        value << [new StringBuilder('x'), new Date(), Thread.currentThread(), new BigDecimal('1E-300000'), new BigDecimal('1E+300000')]
    }

    def "what is too large is not sent: #what"() {
        when:
        written(value, SMALL)

        then:
        thrown(Output.TooLarge)

        where:
        what       | value
        'a text'   | 'x' * 10_000
        'bytes'    | new byte[10_000]
        'a list'   | [1] * 1_001
        'its depth' | (1..20).inject([]) { list, n -> [list] }
    }

    def "what is too large is not read either: #what"() {
        when:
        read(written(value, FrameLimits.DEFAULT), SMALL)

        then:
        thrown(Garbled)

        where:
        what       | value
        'a text'   | 'x' * 10_000
        'bytes'    | new byte[10_000]
        'a list'   | [1] * 1_001
        'its depth' | (1..20).inject([]) { list, n -> [list] }
    }

    def "#what is no value"() {
        when:
        read(bytes as byte[], FrameLimits.DEFAULT)

        then:
        thrown(problem)

        where:
        what                        | bytes                                              || problem
        'nothing'                   | []                                                 || EOFException
        'a mark that there is not'  | [200]                                              || Garbled
        'a list of two thousand million' | [1, 0x7f, 0xff, 0xff, 0xff]                   || Garbled
        'a list of less than none'  | [1, 0xff, 0xff, 0xff, 0xff]                        || Garbled
        'a list that is cut'        | [1, 0, 0, 0, 9, 0, 0]                              || EOFException
        'bytes of two thousand million' | [3, 0x7f, 0xff, 0xff, 0xff]                    || Garbled
        'bytes that are cut'        | [3, 0, 0, 0xff, 0xff, 1]                           || EOFException
        'bytes of less than none'   | [3, 0xff, 0xff, 0xff, 0xff]                        || Garbled
        'half a character'          | [4, 1, 0, 0, 0, 1, 65]                             || Garbled
        'a text of a third width'   | [4, 2, 0, 0, 0, 1, 65]                             || Garbled
        'a number that is none'     | [6, 0, 0, 0, 0, 1, 65]                             || Garbled
        'a decimal without a scale' | [8, 0, 0, 0, 0, 1, 49]                             || Garbled
        'a decimal of a billion digits' | [8, 0, 0, 0, 0, 12] + '1 1000000000'.bytes.toList() || Garbled
        'a date that is none'       | [16, 0, 0, 0, 0, 10] + '2026-02-30'.bytes.toList() || Garbled
    }

    def "bytes by chance are values or none, and nothing else"() {
        given:
        def random = new Random(20261129)

        expect:
        5000.times {
            def bytes = new byte[random.nextInt(60)]
            random.nextBytes(bytes)
            if (bytes.length > 0) {
                bytes[0] = random.nextInt(28) as byte
            }
            try {
                read(bytes, SMALL)
            } catch (Garbled | EOFException ignored) {
                // as it should be
            }
        }
    }

    private static Object there(Object value) {
        read(written(value, FrameLimits.DEFAULT), FrameLimits.DEFAULT)
    }

    private static byte[] written(Object value, FrameLimits sizes) {
        def bytes = new ByteArrayOutputStream()
        new PlainShape().write(new Output(bytes, sizes), value)
        bytes.toByteArray()
    }

    private static Object read(byte[] bytes, FrameLimits sizes) {
        def input = new Input(new ByteArrayInputStream(bytes), sizes)
        input.begin()
        new PlainShape().read(input)
    }
}
