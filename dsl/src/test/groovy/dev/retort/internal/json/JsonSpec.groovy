package dev.retort.internal.json

import java.time.LocalDate
import spock.lang.Specification

class JsonSpec extends Specification {

    def reader = new JsonReader(Limits.NONE)
    def writer = new JsonWriter(Limits.NONE)

    def "#text is read as #value"() {
        when:
        def read = reader.read(text)

        then:
        read == value
        read?.class == value?.class

        where:
        text                    || value
        '1'                     || 1
        '-2147483649'           || -2147483649L
        '9223372036854775808'   || 9223372036854775808.0.setScale(0)
        '1.50'                  || 1.50
        '1e3'                   || new BigDecimal('1e3')
        '"a\\u00e9\\n"'         || 'aé\n'
        'true'                  || true
        ' null '                || null
    }

    def "objects keep their order, and lists and maps may be changed"() {
        given:
        def read = reader.object('{"b": [1, {}], "a": null}')

        when:
        read.c = 1
        read.b << 2

        then:
        read.keySet() as List == ['b', 'a', 'c']
        read.b == [1, [:], 2]
    }

    def "#text is refused: #message"() {
        when:
        reader.read(text)

        then:
        def e = thrown(IllegalArgumentException)
        e.message.startsWith(message)
        !e.message.contains('Stream')

        where:
        text                  || message
        null                  || 'There is no JSON to read: the text is null.'
        '  '                  || 'There is no JSON to read: the text is empty.'
        '{"a": 1,\n "b": }'   || "The JSON is wrong at 2:7: unexpected character '}'"
        '[1, 2'               || 'The JSON ends too early, at 1:'
        '{"a": 1, "a": 2}'    || 'The JSON is wrong at 1:10: the key "a" is there a second time.'
        '1 2'                 || 'The JSON is wrong at 1:3: the document has ended before.'
        "{'a': 1}"            || 'The JSON is wrong at 1:2: '
        '[1,]'                || 'The JSON is wrong at 1:4: '
        '// no\n1'            || 'The JSON is wrong at 1:1: '
        'NaN'                 || 'The JSON is wrong at 1:'
        '1' * 2000            || 'The JSON is wrong at '
        '[' * 1000            || 'The JSON is nested more than 200 deep, at 1:202.'
    }

    def "what must be an object or an array is not something else"() {
        when:
        reader.object('[]')

        then:
        def e = thrown(IllegalArgumentException)
        e.message == 'The JSON is an array, not an object.'

        when:
        reader.array('1')

        then:
        def other = thrown(IllegalArgumentException)
        other.message == 'The JSON is a number, not an array.'
    }

    def "what is written is read as the same"() {
        given:
        def value = [a: [1, 2L ** 40, 1.5, null, true, 'x"\\\n'], b: [:], c: []]

        expect:
        reader.read(writer.write(value)) == value
        writer.write([d: LocalDate.of(2026, 11, 21), u: new UUID(0, 1), f: 0.5d]) ==
                '{"d":"2026-11-21","u":"00000000-0000-0000-0000-000000000001","f":0.5}'
    }

    def "#what has no form in JSON"() {
        when:
        writer.write(value)

        then:
        def e = thrown(IllegalArgumentException)
        e.message == message

        where:
        what           | value         || message
        'NaN'          | Double.NaN    || 'JSON has no NaN.'
        'a number key' | [(1): 2]      || 'The keys of a JSON object are texts, not 1.'
        'an object'    | new Object()  || 'A Object has no form in JSON; make it a map, a list, a text, a number or a boolean.'
    }
}
