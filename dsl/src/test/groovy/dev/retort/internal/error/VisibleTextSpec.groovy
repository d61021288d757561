package dev.retort.internal.error

import spock.lang.Specification

class VisibleTextSpec extends Specification {

    def "in one line, #text is #line"() {
        expect:
        VisibleText.line(text) == line
        VisibleText.line(line) == line

        where:
        text                                   || line
        ''                                     || ''
        'plain, größer, 日本, \u05e9\u05dc\u05d5\u05dd' || 'plain, größer, 日本, \u05e9\u05dc\u05d5\u05dd'
        'a\nINFO  [retort.run] done'           || 'a\\nINFO  [retort.run] done'
        'a\r\nb\rc\td'                         || 'a\\r\\nb\\rc\\td'
        '\u001b[31mred\u001b[0m'               || '\\u001b[31mred\\u001b[0m'
        '\u009b31m\u007f\u0000\b'              || '\\u009b31m\\u007f\\u0000\\u0008'
        'user\u202egnp.exe\u2066\u061c\u200f'  || 'user\\u202egnp.exe\\u2066\\u061c\\u200f'
        'a\u2028b\u2029c\u0085d\u200be\ufeff'  || 'a\\u2028b\\u2029c\\u0085d\\u200be\\ufeff'
        '\ud800x'                              || '\\ud800x'
        '\udb40\udc41'                         || '\\udb40\\udc41'
        '👩\u200d👩 می\u200cخواهم'               || '👩\u200d👩 می\u200cخواهم'
    }

    def "line feeds stay where there may be lines"() {
        expect:
        VisibleText.lines('a\r\n\tb\n\u001b[2Jc\rd') == 'a\n\tb\n\\u001b[2Jc\\rd'
        VisibleText.paragraph('a\nb\n\nc') == 'a\n  b\n  \n  c'
    }
}
