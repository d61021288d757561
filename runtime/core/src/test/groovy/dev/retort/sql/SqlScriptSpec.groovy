package dev.retort.sql

import dev.retort.error.RetortException
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
        long seed = System.nanoTime()
        println "seed $seed"
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
