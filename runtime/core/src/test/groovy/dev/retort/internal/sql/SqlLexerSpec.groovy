package dev.retort.internal.sql

import dev.retort.internal.sql.SqlToken.Kind
import spock.lang.Specification

import static dev.retort.internal.sql.SqlToken.Kind.COMMENT
import static dev.retort.internal.sql.SqlToken.Kind.NAMED_PARAMETER
import static dev.retort.internal.sql.SqlToken.Kind.NUMBER
import static dev.retort.internal.sql.SqlToken.Kind.QUOTED_IDENTIFIER
import static dev.retort.internal.sql.SqlToken.Kind.SPACE
import static dev.retort.internal.sql.SqlToken.Kind.STRING
import static dev.retort.internal.sql.SqlToken.Kind.SYMBOL
import static dev.retort.internal.sql.SqlToken.Kind.UNTERMINATED
import static dev.retort.internal.sql.SqlToken.Kind.WORD

class SqlLexerSpec extends Specification {

    static final SqlSyntax POSTGRES = new SqlSyntax(true, true, true, false, true, false)
    static final SqlSyntax SQLITE = new SqlSyntax(false, false, false, true, false, true)

    private static List<List> lex(String text, SqlSyntax syntax) {
        SqlLexer.tokens(text, syntax).findAll { it.kind() != SPACE }.collect { [it.kind(), it.text()] }
    }

    def "in both databases #text is #tokens"() {
        expect:
        lex(text, POSTGRES) == tokens
        lex(text, SQLITE) == tokens

        where:
        text                   || tokens
        ''                     || []
        ' \t\r\n\f '           || []
        "'a''b'"               || [[STRING, "'a''b'"]]
        "'a\\'"                || [[STRING, "'a\\'"]]
        "''"                   || [[STRING, "''"]]
        "''''"                 || [[STRING, "''''"]]
        "'a' 'b'"              || [[STRING, "'a'"], [STRING, "'b'"]]
        "'--' '/*' ';'"        || [[STRING, "'--'"], [STRING, "'/*'"], [STRING, "';'"]]
        "'\n:x\n'"             || [[STRING, "'\n:x\n'"]]
        "X'0F'"                || [[WORD, 'X'], [STRING, "'0F'"]]
        '"a""b"'               || [[QUOTED_IDENTIFIER, '"a""b"']]
        '"a:b;--"'             || [[QUOTED_IDENTIFIER, '"a:b;--"']]
        '-- a \'b\n1'          || [[COMMENT, "-- a 'b"], [NUMBER, '1']]
        '-- end'               || [[COMMENT, '-- end']]
        '--'                   || [[COMMENT, '--']]
        '/* a; \' */x'         || [[COMMENT, "/* a; ' */"], [WORD, 'x']]
        '/**/x'                || [[COMMENT, '/**/'], [WORD, 'x']]
        '/*/ */x'              || [[COMMENT, '/*/ */'], [WORD, 'x']]
        ':name'                || [[NAMED_PARAMETER, ':name']]
        ':_a1,:b'              || [[NAMED_PARAMETER, ':_a1'], [SYMBOL, ','], [NAMED_PARAMETER, ':b']]
        'x::text'              || [[WORD, 'x'], [SYMBOL, '::'], [WORD, 'text']]
        ':x::text'             || [[NAMED_PARAMETER, ':x'], [SYMBOL, '::'], [WORD, 'text']]
        ':::x'                 || [[SYMBOL, '::'], [NAMED_PARAMETER, ':x']]
        'a := 1'               || [[WORD, 'a'], [SYMBOL, ':'], [SYMBOL, '='], [NUMBER, '1']]
        '1:2'                  || [[NUMBER, '1'], [SYMBOL, ':'], [NUMBER, '2']]
        ':1'                   || [[SYMBOL, ':'], [NUMBER, '1']]
        ':'                    || [[SYMBOL, ':']]
        '1.5 .5 1e9 0x1F 1_000' || [[NUMBER, '1.5'], [NUMBER, '.5'], [NUMBER, '1e9'], [NUMBER, '0x1F'], [NUMBER, '1_000']]
        'a.b1'                 || [[WORD, 'a'], [SYMBOL, '.'], [WORD, 'b1']]
        'größe_1'              || [[WORD, 'größe_1']]
        'a\u00a0b'             || [[WORD, 'a\u00a0b']]
        '🌍'                   || [[WORD, '🌍']]
        'a$b'                  || [[WORD, 'a$b']]
        '->>'                  || [[SYMBOL, '-'], [SYMBOL, '>'], [SYMBOL, '>']]
        'a ? b'                || [[WORD, 'a'], [SYMBOL, '?'], [WORD, 'b']]
        '\\:x'                 || [[SYMBOL, '\\'], [NAMED_PARAMETER, ':x']]
        "'abc"                 || [[UNTERMINATED, "'abc"]]
        "'abc''"               || [[UNTERMINATED, "'abc''"]]
        '"abc'                 || [[UNTERMINATED, '"abc']]
        '/* abc'               || [[UNTERMINATED, '/* abc']]
        '/*/'                  || [[UNTERMINATED, '/*/']]
    }

    def "in PostgreSQL #text is #tokens"() {
        expect:
        lex(text, POSTGRES) == tokens

        where:
        text                         || tokens
        "E'a\\'b'"                   || [[STRING, "E'a\\'b'"]]
        "e'a\\\\'"                   || [[STRING, "e'a\\\\'"]]
        "E'a''b\\''"                 || [[STRING, "E'a''b\\''"]]
        "E'a'\n  'b\\'c'"            || [[STRING, "E'a'\n  'b\\'c'"]]
        "E'a' -- c\n 'b\\'c'"         || [[STRING, "E'a' -- c\n 'b\\'c'"]]
        "E'a'\n-- c\n--\n 'b\\'c'"    || [[STRING, "E'a'\n-- c\n--\n 'b\\'c'"]]
        "E'a'--\r'b\\''"             || [[STRING, "E'a'--\r'b\\''"]]
        "E'a' -- c"                  || [[STRING, "E'a'"], [COMMENT, '-- c']]
        "E'a' /* c\n */ 'b'"         || [[STRING, "E'a'"], [COMMENT, '/* c\n */'], [STRING, "'b'"]]
        "E'a'\n/* c */ 'b'"          || [[STRING, "E'a'"], [COMMENT, '/* c */'], [STRING, "'b'"]]
        "E'a'\n- 'b'"                || [[STRING, "E'a'"], [SYMBOL, '-'], [STRING, "'b'"]]
        "E'a' 'b'"                   || [[STRING, "E'a'"], [STRING, "'b'"]]
        "E'a'\n"                     || [[STRING, "E'a'"]]
        "E'a'\n;"                    || [[STRING, "E'a'"], [SYMBOL, ';']]
        "E'a\\"                      || [[UNTERMINATED, "E'a\\"]]
        "E'a'\n'b"                   || [[UNTERMINATED, "E'a'\n'b"]]
        "mine'a'"                    || [[WORD, 'mine'], [STRING, "'a'"]]
        'else'                       || [[WORD, 'else']]
        '$$a;\'b$$'                  || [[STRING, '$$a;\'b$$']]
        '$$$$'                       || [[STRING, '$$$$']]
        '$fn$a$$b$fn$'               || [[STRING, '$fn$a$$b$fn$']]
        '$fn$a$FN$b$fn$c'            || [[STRING, '$fn$a$FN$b$fn$'], [WORD, 'c']]
        '$a1_ü$x$a1_ü$'              || [[STRING, '$a1_ü$x$a1_ü$']]
        '$1'                         || [[SYMBOL, '$'], [NUMBER, '1']]
        'a$b$c'                      || [[WORD, 'a$b$c']]
        '$$a'                        || [[UNTERMINATED, '$$a']]
        '$$a$'                       || [[UNTERMINATED, '$$a$']]
        '$x$a$$'                     || [[UNTERMINATED, '$x$a$$']]
        '$'                          || [[SYMBOL, '$']]
        '-- a\rx'                     || [[COMMENT, '-- a'], [WORD, 'x']]
        "U&'\\0061''\\' x"            || [[WORD, 'U'], [SYMBOL, '&'], [STRING, "'\\0061''\\'"], [WORD, 'x']]
        'U&"a"";\\"'                  || [[WORD, 'U'], [SYMBOL, '&'], [QUOTED_IDENTIFIER, '"a"";\\"']]
        '/* a /* b */ c */d'         || [[COMMENT, '/* a /* b */ c */'], [WORD, 'd']]
        '/* a /* b */'               || [[UNTERMINATED, '/* a /* b */']]
        '[1]'                        || [[SYMBOL, '['], [NUMBER, '1'], [SYMBOL, ']']]
        '`'                          || [[SYMBOL, '`']]
    }

    def "in SQLite #text is #tokens"() {
        expect:
        lex(text, SQLITE) == tokens

        where:
        text                 || tokens
        "e'a\\'"             || [[WORD, 'e'], [STRING, "'a\\'"]]
        '`a``b`'             || [[QUOTED_IDENTIFIER, '`a``b`']]
        '[a "b]'             || [[QUOTED_IDENTIFIER, '[a "b]']]
        '[a'                 || [[UNTERMINATED, '[a']]
        '`a'                 || [[UNTERMINATED, '`a']]
        '-- a\rx\n1'        || [[COMMENT, '-- a\rx'], [NUMBER, '1']]
        '/* a /* b */c'      || [[COMMENT, '/* a /* b */'], [WORD, 'c']]
        '$x$'                || [[SYMBOL, '$'], [WORD, 'x$']]
    }

    def "the identifier #text means #identifier"() {
        expect:
        SqlLexer.tokens(text, SQLITE)[0].identifier() == identifier

        where:
        text     || identifier
        'Name'   || 'Name'
        '"a""b"' || 'a"b'
        '`a``b`' || 'a`b'
        '[a b]'  || 'a b'
    }

    def "a token says where it is and what it is"() {
        when:
        List<SqlToken> tokens = SqlLexer.tokens('Select -- x\n"a"', POSTGRES)

        then:
        tokens*.start() == [0, 6, 7, 11, 12]
        tokens*.end() == [6, 7, 11, 12, 15]
        tokens*.blank == [false, true, true, true, false]
        tokens[0].isWord('SELECT')
        tokens[0].upper() == 'SELECT'
        !tokens[4].isWord('a')
        tokens[4].upper() == '"a"'
    }

    def "the tokens of any text are the text again"() {
        given:
        long seed = Long.getLong('retort.test.seed', 20261129L)
        Random random = new Random(seed)
        List<String> pieces = ["'", "''", '"', '`', '[', ']', '$', '$$', '$a$', 'E', "E'", '\\', ':', '::', ':a', '--', '/*', '*/', '\n', '\r', ' ',
                               '\u00a0', 'ü', '🌍', '1', '.', 'e', 'a', 'BEGIN', 'END', ';', '(', ')', '?', '\0']

        expect:
        5000.times {
            String text = (0..random.nextInt(20)).collect { pieces[random.nextInt(pieces.size())] }.join('')
            [POSTGRES, SQLITE].each { syntax ->
                List<SqlToken> tokens = SqlLexer.tokens(text, syntax)
                assert tokens*.text().join('') == text
                assert tokens.every { !it.text().empty && text.startsWith(it.text(), it.start()) }
                assert tokens.findAll { it.kind() == Kind.UNTERMINATED }.every { it.is(tokens.last()) }
            }
        }
    }
}
