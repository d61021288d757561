package dev.retort.internal.cli.render

import spock.lang.Specification

class TextColumnsSpec extends Specification {

    def "a column is as wide as what a terminal shows of its widest cell"() {
        expect:
        TextColumns.table([['id', 'message', 'by'], ['a1', '漢字', 'me'], ['a2', 'e\u0301te\u0301', 'me'], ['a3', 'ship 🚀', 'me']]) == '''\
            id  message  by
            a1  漢字     me
            a2  e\u0301te\u0301      me
            a3  ship 🚀  me
            '''.stripIndent()
    }

    def "numbers are aligned to the right, and a column without any text is left out"() {
        given:
        def rows = [['ROWS', '', 'SQL'], ['7', '', 'SELECT 1'], ['12345', '', '']]
        def columns = TextColumns.of(rows, 0)

        expect:
        rows.collect { columns.line(it) } == [' ROWS  SQL', '    7  SELECT 1', '12345']
        columns.before(2).length() == 7
    }

    def "a text is cut where the terminal's line ends, never within a character: #text to #width"() {
        expect:
        DisplayWidth.cut(text, width) == cut

        where:
        text      | width || cut
        'abcdef'  | 6     || 'abcdef'
        'abcdef'  | 5     || 'abcd…'
        '漢字漢字' | 8     || '漢字漢字'
        '漢字漢字' | 7     || '漢字漢…'
        '漢字漢字' | 6     || '漢字…'
        '🚀🚀🚀'   | 5     || '🚀🚀…'
        'é' * 3   | 2     || 'é…'
        ''        | 40    || ''
    }

    def "what is not seen takes no room: #text"() {
        expect:
        DisplayWidth.of(text) == width

        where:
        text        || width
        'a\u0301'   || 1
        'a\u200Db'  || 2
        '\u0007'    || 0
        'ＡＢ'        || 4
        '한글'        || 4
    }
}
