package dev.retort.internal.sql

import dev.retort.RetortException
import spock.lang.Specification

class SqlScriptSpec extends Specification {

    static final SqlSyntax POSTGRES = SqlLexerSpec.POSTGRES
    static final SqlSyntax SQLITE = SqlLexerSpec.SQLITE

    private static List<String> split(String text, SqlSyntax syntax) {
        SqlScript.split(text, syntax)*.sql()
    }

    def "a text is cut at its semicolons and nowhere else: #text"() {
        expect:
        split(text, POSTGRES) == statements
        split(text, SQLITE) == statements

        where:
        text                                   || statements
        ''                                     || []
        ' ;; ; '                               || []
        '-- nothing\n/* at all */;'            || []
        'SELECT 1'                             || ['SELECT 1']
        'SELECT 1;'                            || ['SELECT 1']
        'SELECT 1;SELECT 2'                    || ['SELECT 1', 'SELECT 2']
        " SELECT ';' ; SELECT \";\" ;"         || ["SELECT ';'", 'SELECT ";"']
        '-- one;\nSELECT 1 -- two;\n;-- three' || ['SELECT 1']
        'SELECT /* a; */ 1;'                   || ['SELECT /* a; */ 1']
        'SELECT 1, -- a;\n 2'                  || ['SELECT 1, -- a;\n 2']
        'BEGIN; SELECT 1; END;'                || ['BEGIN', 'SELECT 1', 'END']
        'SELECT CASE a WHEN 1 THEN 2 END; x'   || ['SELECT CASE a WHEN 1 THEN 2 END', 'x']
        'a); b'                                || ['a)', 'b']
        'f(a, (b)); c'                         || ['f(a, (b))', 'c']
    }

    def "PostgreSQL's strings, functions and rules are not cut: #text"() {
        expect:
        split(text, POSTGRES) == statements

        where:
        text                                                             || statements
        'DO $$ BEGIN a; b; END $$; c'                                    || ['DO $$ BEGIN a; b; END $$', 'c']
        'DO $f$ a; $$; $f$; c'                                           || ['DO $f$ a; $$; $f$', 'c']
        "SELECT E'\\';'; c"                                              || ["SELECT E'\\';'", 'c']
        'SELECT 1 /* a; /* b; */ c; */; d'                               || ['SELECT 1', 'd']
        'CREATE RULE r AS ON DELETE TO t DO (a; b); c'                   || ['CREATE RULE r AS ON DELETE TO t DO (a; b)', 'c']
        'CREATE FUNCTION f() RETURNS int BEGIN ATOMIC a; b; END; c'      || ['CREATE FUNCTION f() RETURNS int BEGIN ATOMIC a; b; END', 'c']
        'create or replace function f() begin atomic a; end; c'          || ['create or replace function f() begin atomic a; end', 'c']
        'CREATE PROCEDURE p() BEGIN ATOMIC SELECT CASE WHEN a THEN 1 END; END; c' ||
                ['CREATE PROCEDURE p() BEGIN ATOMIC SELECT CASE WHEN a THEN 1 END; END', 'c']
        'CREATE FUNCTION f() BEGIN ATOMIC END; c'                        || ['CREATE FUNCTION f() BEGIN ATOMIC END', 'c']
        'CREATE FUNCTION f() BEGIN /* x */ ATOMIC -- y;\n a; -- z\n END; c' ||
                ['CREATE FUNCTION f() BEGIN /* x */ ATOMIC -- y;\n a; -- z\n END', 'c']
        'CREATE FUNCTION f() LANGUAGE sql AS $$ a; $$; c'                || ['CREATE FUNCTION f() LANGUAGE sql AS $$ a; $$', 'c']
        'CREATE TRIGGER t BEFORE INSERT ON x EXECUTE FUNCTION f(); c'    || ['CREATE TRIGGER t BEFORE INSERT ON x EXECUTE FUNCTION f()', 'c']
        'SELECT begin, atomic FROM t; c'                                 || ['SELECT begin, atomic FROM t', 'c']
    }

    def "SQLite's triggers are not cut: #head"() {
        given:
        String trigger = "$head INSERT ON t BEGIN UPDATE t SET a = CASE WHEN a THEN 1 ELSE 2 END; DELETE FROM u; END"

        expect:
        split("x; $trigger; y", SQLITE) == ['x', trigger, 'y']
        split(trigger, SQLITE) == [trigger]

        where:
        head << ['CREATE TRIGGER tr AFTER', 'create temp trigger if not exists tr before', 'CREATE TEMPORARY TRIGGER main."a;b" INSTEAD OF',
                 'CREATE TRIGGER "END" AFTER', 'CREATE TRIGGER [begin] AFTER', 'CREATE TRIGGER begin AFTER', 'CREATE /* ; */ TRIGGER tr AFTER']
    }

    def "a trigger may end in a CASE, use names that are words, and hold comments"() {
        given:
        String trigger = '''CREATE TRIGGER tr AFTER UPDATE OF "end" ON t WHEN NEW.end > CASE WHEN 1 THEN 2 END
            BEGIN SELECT CASE WHEN 1 THEN 2 END; -- END;
            SELECT NEW.end; /* ; END */ END'''

        expect:
        split("$trigger; CREATE TABLE trigger_log (a); CREATE INDEX i ON t (a)", SQLITE) == [trigger, 'CREATE TABLE trigger_log (a)', 'CREATE INDEX i ON t (a)']
    }

    def "the forms that databases and editors give a text change nothing: #text"() {
        expect:
        split(text, syntax) == statements

        where:
        text                                                               | syntax   || statements
        'a;\r\nb -- x;\r\n;\r\n'                                           | POSTGRES || ['a', 'b']
        'a;\r\nb -- x;\r\n;\r\n'                                           | SQLITE   || ['a', 'b']
        'a -- x;\rb; c'                                                    | POSTGRES || ['a -- x;\rb', 'c']
        'a -- x;\rb; c'                                                    | SQLITE   || ['a']
        "SELECT U&'d\\0061;''\\'; b"                                       | POSTGRES || ["SELECT U&'d\\0061;''\\'", 'b']
        "SELECT U&\"\\;\" UESCAPE '!'; b"                                  | POSTGRES || ["SELECT U&\"\\;\" UESCAPE '!'", 'b']
        "SELECT '\\'; b"                                                   | POSTGRES || ["SELECT '\\'", 'b']
        "SELECT E'\\''';'; b"                                              | POSTGRES || ["SELECT E'\\''';'", 'b']
        "SELECT E'a'\n '\\';'; b"                                          | POSTGRES || ["SELECT E'a'\n '\\';'", 'b']
        'SELECT $a_1$;$a$;$a_1$; b'                                        | POSTGRES || ['SELECT $a_1$;$a$;$a_1$', 'b']
        'SELECT a$$;b$$; c'                                                | POSTGRES || ['SELECT a$$', 'b$$', 'c']
        'SELECT "a;""b", `c;``d`, [e;"f]; b'                               | SQLITE   || ['SELECT "a;""b", `c;``d`, [e;"f]', 'b']
        '/* a /* b; */ c; d'                                               | SQLITE   || ['c', 'd']
        'CREATE FUNCTION f(a int) RETURNS int RETURN a + 1; b'             | POSTGRES || ['CREATE FUNCTION f(a int) RETURNS int RETURN a + 1', 'b']
        'SELECT \\:a; b'                                                   | POSTGRES || ['SELECT \\:a', 'b']
        'COPY t FROM PROGRAM 1; COPY t (stdin_a) TO 2'                     | POSTGRES || ['COPY t FROM PROGRAM 1', 'COPY t (stdin_a) TO 2']
    }

    def "what only a shell understands is refused with its line: #text"() {
        when:
        SqlScript.split(text, syntax)

        then:
        SqlFault refusal = thrown()
        refusal.kind() == RetortException.Kind.SCRIPT
        refusal.message.startsWith(message)
        refusal.in('seed.sql').problems()*.location()*.toString() == [place]

        where:
        text                                          | syntax   || place          | message
        "SELECT 1;\n\\i other.sql\n"                  | POSTGRES || 'seed.sql:2:1' | 'There is a command of a shell in line 2 of the SQL: \\i other.sql. Only its own shell knows it'
        "\\copy t FROM 'x.csv' CSV"                   | POSTGRES || 'seed.sql:1:1' | "There is a command of a shell in line 1 of the SQL: \\copy t FROM 'x.csv' CSV."
        'SELECT 1 \\gexec'                            | POSTGRES || 'seed.sql:1:10' | 'There is a command of a shell in line 1 of the SQL: \\gexec.'
        '\n \\! ls'                                   | POSTGRES || 'seed.sql:2:2' | 'There is a command of a shell in line 2 of the SQL: \\! ls.'
        'SELECT 1;\n.read other.sql'                  | SQLITE   || 'seed.sql:2:1' | 'There is a command of a shell in line 2 of the SQL: .read other.sql.'
        "--x\nCOPY t (a) FROM stdin;\n1\tit's\n\\.\n" | POSTGRES || 'seed.sql:2:1' | "There is a COPY with rows of the script's own in line 2 of the SQL, which only a shell can run. Put the rows"
        'a; COPY t TO STDOUT'                         | POSTGRES || 'seed.sql:1:4' | "There is a COPY with rows of the script's own in line 1"
    }

    def "random statements, put together with all that may stand between them, are those statements"() {
        given:
        long seed = Long.getLong('retort.test.seed', 20261129L)
        Random random = new Random(seed)
        // The b keeps PostgreSQL's from being a piece of an E'…' before it, in which the backslash would not be one.
        Map<SqlSyntax, List<String>> words = [
            (POSTGRES): ['a', '1.5', "'x;''y'", "b '\\'", "E'\\';'", 'U&"\\;"', '"q;""r"', '$$;$x$;$$', '$t$ $$;\' $t$', '(b; c)', '/* ; /* ; */ */', '-- ;\n', '-- ;\r\n',
                         'CASE WHEN a THEN b END', 'x$$y', '$1', '::int', '->>'],
            (SQLITE)  : ['a', '1.5', "'x;''y'", "'\\'", '"q;""r"', '`s;``t`', '[u;"v]', '(b, c)', '/* ; /* ; */', '-- ;\n', '-- ;\r\n', 'CASE WHEN a THEN b END', ':p', '@p', '->>']]
        Map<SqlSyntax, List<String>> whole = [
            (POSTGRES): ['CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; SELECT CASE a WHEN 1 THEN 2 END; END', 'CREATE RULE r AS ON INSERT TO t DO (a; b)'],
            (SQLITE)  : ['CREATE TEMP TRIGGER "b;" AFTER INSERT ON t BEGIN UPDATE t SET a = CASE WHEN 1 THEN 2 END; END']]
        List<String> between = [';', ' ;\n', ';;', ';\r\n-- x;\r\n', '; /* y; */ ', '\n;\n\n']
        def pick = { List<String> list -> list[random.nextInt(list.size())] }

        expect:
        3000.times {
            [POSTGRES, SQLITE].each { syntax ->
                List<String> statements = (0..random.nextInt(6)).collect {
                    random.nextInt(5) == 0 ? pick(whole[syntax])
                            : 'SELECT ' + (0..random.nextInt(8)).collect { pick(words[syntax]) }.join(' ') + ' z'
                }
                String text = statements.collect { it + pick(between) }.join('')
                assert split(text, syntax) == statements
            }
        }
    }

    def "a part knows where it begins"() {
        expect:
        SqlScript.split('-- x\n SELECT 1;\n\n  SELECT 2', POSTGRES) == [new SqlScript.Part('SELECT 1', 6), new SqlScript.Part('SELECT 2', 19)]
    }

    def "what has no end is named with its line: #text"() {
        when:
        SqlScript.split(text, syntax)

        then:
        RetortException refusal = thrown()
        refusal.kind() == RetortException.Kind.SCRIPT
        refusal.message == message

        where:
        text                         | syntax   || message
        "SELECT 1;\n\nSELECT 'abc\nx" | POSTGRES || "The string that begins in line 3 of the SQL has no end: 'abc. Close it."
        "SELECT E'abc\\'"            | POSTGRES || "The string that begins in line 1 of the SQL has no end: E'abc\\'. Close it."
        'DO $fn$ ; '                 | POSTGRES || 'The dollar-quoted string that begins in line 1 of the SQL has no end: $fn$ ; . Close it.'
        'a;\n/* b /* */'             | POSTGRES || 'The comment that begins in line 2 of the SQL has no end: /* b /* */. Close it.'
        'SELECT "abc'                | SQLITE   || 'The quoted identifier that begins in line 1 of the SQL has no end: "abc. Close it.'
        'SELECT [abc'                | SQLITE   || 'The quoted identifier that begins in line 1 of the SQL has no end: [abc. Close it.'
        "SELECT '${'x' * 60}"        | SQLITE   || "The string that begins in line 1 of the SQL has no end: '${'x' * 39}…. Close it."
    }

    def "statements put together are the same statements again"() {
        given:
        long seed = Long.getLong('retort.test.seed', 20261129L)
        Random random = new Random(seed)
        List<String> pieces = [';', ';', 'a', "'x;'", '"y;"', '-- z;\n', '/* ; */', '(', ')', 'BEGIN', 'ATOMIC', 'CASE', 'END', 'CREATE', 'TRIGGER', 'FUNCTION',
                               'OR REPLACE', 'TEMP', '\n']

        expect:
        5000.times {
            String text = (0..random.nextInt(25)).collect { pieces[random.nextInt(pieces.size())] }.join(' ')
            [POSTGRES, SQLITE].each { syntax ->
                List<SqlScript.Part> parts = SqlScript.split(text, syntax)
                assert parts.every { text.startsWith(it.sql(), it.start()) && it.sql() == it.sql().strip() }
                assert split(parts*.sql().join(';\n'), syntax) == parts*.sql()
            }
        }
    }
}
