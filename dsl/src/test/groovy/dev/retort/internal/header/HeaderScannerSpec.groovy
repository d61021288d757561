package dev.retort.internal.header

import dev.retort.RetortException
import spock.lang.Specification


class HeaderScannerSpec extends Specification {

    static final String FULL = '''\
        #!/usr/bin/env groovy
        // a comment
        /* and
           another */
        revision     '4f1c2a9d7b3e'
        downRevision '71bc71cb8fac', "a1"
        branchLabels 'billing', 'rel-2024'
        dependsOn    '9e0d', 'net'
        message      'Add priority to projects'
        created      '2026-11-21T10:15:00Z'
        description \'\'\'Two
        lines\'\'\'

        upgrade('why it goes up') { addColumn 'projects', 'priority', varchar(10) }
        downgrade("and down") { dropColumn 'projects', 'priority' }
        '''.stripIndent()

    static byte[] bytes(String text, int last) {
        (text.bytes as List) + [(byte) last] as byte[]
    }

    static Header scan(String text) {
        HeaderScanner.scan(new ScriptSource('m/x.groovy', text))
    }

    static List<String> problems(String text) {
        try {
            scan(text)
            return []
        } catch (RetortException e) {
            assert e.kind() == RetortException.Kind.SCRIPT
            return e.problems()*.toString()
        }
    }

    def "a whole header is read"() {
        when:
        def header = scan(FULL)

        then:
        header.revision() == '4f1c2a9d7b3e'
        header.downRevisions() == ['71bc71cb8fac', 'a1']
        header.branchLabels() == ['billing', 'rel-2024']
        header.dependsOn() == ['9e0d', 'net']
        header.message() == 'Add priority to projects'
        header.created() == '2026-11-21T10:15:00Z'
        header.description() == 'Two\nlines'
        header.entries()*.word() == ['revision', 'downRevision', 'branchLabels', 'dependsOn', 'message', 'created', 'description']
        header.blocks()*.word() == ['upgrade', 'downgrade']
        header.block('upgrade').get().text() == 'why it goes up'
        header.block('downgrade').get().text() == 'and down'
        header.block('change').empty
    }

    def "each statement knows its place, so that it can be rewritten"() {
        given:
        def source = new ScriptSource('m/x.groovy', FULL)

        when:
        def entry = HeaderScanner.scan(source).entry('downRevision').get()

        then:
        entry.location().toString() == 'm/x.groovy:6:1'
        source.text().substring(entry.start(), entry.end()) == "downRevision '71bc71cb8fac', \"a1\""
    }

    def "the same header is read from #form"() {
        expect:
        with(scan(text)) {
            revision() == 'a1'
            downRevisions() == downs
        }

        where:
        form                       | text                                                        || downs
        'single quotes'            | "revision 'a1'"                                             || []
        'double quotes'            | 'revision "a1"'                                             || []
        'triple single quotes'     | "revision '''a1'''"                                         || []
        'triple double quotes'     | 'revision """a1"""'                                         || []
        'parentheses'              | "revision('a1')"                                            || []
        'spaced parentheses'       | "revision ( \n 'a1' \n ) ;"                                 || []
        'no space'                 | "revision'a1'"                                              || []
        'tabs and leading spaces'  | "\t revision \t 'a1'"                                       || []
        'semicolons'               | "revision 'a1'; downRevision 'b';"                          || ['b']
        'CRLF'                     | "// x\r\nrevision 'a1'\r\ndownRevision 'b'\r\n"             || ['b']
        'CR'                       | "// x\rrevision 'a1'\rdownRevision 'b'\r"                   || ['b']
        'a byte order mark'        | "\uFEFFrevision 'a1'"                                       || []
        'mark and shebang'         | "\uFEFF#!groovy\nrevision 'a1'"                             || []
        'a list'                   | "revision 'a1'\ndownRevision ['b', 'c']"                    || ['b', 'c']
        'a list in parentheses'    | "revision 'a1'\ndownRevision(['b',\n 'c',\n])"              || ['b', 'c']
        'two values'               | "revision 'a1'\ndownRevision 'b', 'c'"                      || ['b', 'c']
        'two in parentheses'       | "revision 'a1'\ndownRevision('b',\n'c')"                    || ['b', 'c']
        'a line break after comma' | "revision 'a1'\ndownRevision 'b', // first\n\n  'c'"        || ['b', 'c']
        'a backslash continuation' | "revision \\\n 'a1'"                                        || []
        'trailing comments'        | "revision /* id */ 'a1' // the id\ndownRevision 'b' /* */"  || ['b']
        'escapes'                  | "revision '\\u0061\\61'"                                    || []
        'any order'                | "downRevision 'b'\nrevision 'a1'"                           || ['b']
        'after imports'            | "import a.b.*\nimport static x.Y.*\nrevision 'a1'"          || []
        'after a definition'       | "def x = [1,\n 'revision']\nString f(y) { y / 2 }\nrevision 'a1'" || []
        'after a class'            | "class A\n{\n  String revision\n  def m() { revision 'no' }\n}\nrevision 'a1'" || []
        'after an open operator'   | "def x = 1 +\n message\nrevision 'a1'"                      || []
        'after an if'              | "if (true)\n  revision 'no'\nrevision 'a1'"                 || []
        'after a regex'            | "def r = /it's \\/ \"/\nrevision 'a1'"                      || []
        'after a division'         | "def r = a / b; def s = c / d\nrevision 'a1'"               || []
        'after dollar slashes'     | 'def r = $/ it\'s $$ /$\nrevision \'a1\''                   || []
        'after interpolation'      | 'def r = "${ [a: "}\'"] } \'"\nrevision \'a1\''             || []
    }

    def "header words inside closures, strings and comments are not the header"() {
        expect:
        scan('''
            // revision 'no'
            revision 'a1'   /* revision 'no' */
            def text = """
            revision 'no'
            """
            upgrade {
                revision 'no'
                message "it's ${ x.collect { revision 'no' } }"
            }
            irreversible 'the data is gone'
            ''').with { [it.revision(), it.entries().size(), it.block('irreversible').get().text()] } ==
                ['a1', 1, 'the data is gone']
    }

    def "#wrong is refused"() {
        expect:
        problems(text) == ["m/x.groovy:$message".toString()]

        where:
        wrong                   | text                                  || message
        'an empty file'         | ''                                    || "1:1: The script has no revision. Begin it with: revision '<id>'"
        'a missing revision'    | "message 'x'\nupgrade {}"             || "1:1: The script has no revision. Begin it with: revision '<id>'"
        'interpolation'         | 'revision "a$b"'                      || '1:10: The value "a$b" of "revision" is not literal: its "$" puts something in when the script runs. Write the text itself, in single quotes.'
        'a name'                | 'revision ID'                         || '1:10: The value of "revision" is not literal: ID. Write the text itself, in quotes: the header is read without running the script.'
        'a number'              | 'revision 12'                         || '1:10: The value of "revision" is not literal: 12. Write the text itself, in quotes: the header is read without running the script.'
        'an expression'         | "revision 'a' + 'b'"                  || "1:14: The value of \"revision\" is not literal: 'a' + 'b'. Write the text itself, in quotes: the header is read without running the script."
        'a call on the value'   | "revision 'a'.trim()"                 || "1:13: The value of \"revision\" is not literal: 'a'.trim(). Write the text itself, in quotes: the header is read without running the script."
        'a missing comma'       | "revision 'a'\ndownRevision 'b' 'c'"  || '2:18: A comma is missing between two values of "downRevision".'
        'a trailing comma'      | "revision 'a',\nupgrade {}"           || "2:1: The value of \"revision\" is not literal: 'a', upgrade {}. Write the text itself, in quotes: the header is read without running the script."
        'an assignment'         | "revision = 'a'"                      || '1:1: The header word "revision" is not assigned to. Write: revision \'…\''
        'no value'              | "revision\n"                          || '1:9: The header word "revision" has no value. Write: revision \'<id>\''
        'null'                  | "revision 'a'\ndownRevision null"     || '2:14: The value of "downRevision" is null. Leave downRevision out for a base.'
        'an empty list'         | "revision 'a'\ndownRevision([])"      || '2:13: The header word "downRevision" has no value. Leave downRevision out for a base.'
        'an empty text'         | "revision 'a'\nmessage ''"            || '2:9: The value of "message" is empty. Leave message out where there is none.'
        'no duration'           | "revision 'a'\nddlLockTimeout 'soon'" || '2:1: "soon" is no duration for "ddlLockTimeout"; write one such as \'5s\', \'2m\' or \'500ms\', and \'0s\' for the database\'s own.'
        'a bare number'         | "revision 'a'\nstatementTimeout 5"    || '2:18: The value of "statementTimeout" is not literal: 5. Write the text itself, in quotes: the header is read without running the script.'
        'two durations'         | "revision 'a'\nddlLockTimeout '1s', '2s'" || '2:1: The header word "ddlLockTimeout" takes one value, not 2.'
        'two ids'               | "revision 'a', 'b'"                   || '1:1: The header word "revision" takes one value, not 2.'
        'a parent twice'        | "revision 'a'\ndownRevision 'b', 'b'" || '2:1: The header word "downRevision" names "b" twice.'
        'a repeated word'       | "revision 'a'\nrevision 'b'"          || '2:1: The header word "revision" is here a second time. It is already in line 1; keep one.'
        'a late word'           | "revision 'a'\nupgrade {}\nmessage 'm'" || '3:1: The header word "message" belongs before the closures. Move it above "upgrade" in line 2.'
        'a second closure'      | "revision 'a'\nupgrade {}\nupgrade {}" || '3:1: There is a second "upgrade". Keep one.'
        'other case'            | "revision 'a'\ndownrevision 'x'"      || '2:1: There is no header word "downrevision". Did you mean "downRevision"? Write: downRevision \'…\''
        'a misspelling'         | "revison 'a'"                         || '1:1: There is no header word "revison". Did you mean "revision"? Write: revision \'…\''
        'Python'                | "revision 'a'\ndown_revision = 'x'"   || '2:1: There is no header word "down_revision". Did you mean "downRevision"? Write: downRevision \'…\''
        'a misspelt closure'    | "revision 'a'\ndowngarde('x') {}"     || '2:1: There is no header word "downgarde". Did you mean "downgrade"?'
        'an open string'        | "revision 'a\nmessage 'b'"            || '1:10: The string that begins here is not closed on its line.'
        'an open long string'   | "revision '''a\nmessage 'b'"          || '1:10: The string that begins here is never closed.'
        'an open comment'       | "revision 'a' /* and\nmore"           || '1:14: The comment that begins here is never closed.'
        'an open closure'       | "revision 'a'\nupgrade { x(\n}"       || '3:1: The bracket "}" is where ")" is expected.'
        'an unclosed closure'   | "revision 'a'\nupgrade { "            || '2:9: The bracket that begins here is never closed.'
        'a stray bracket'       | "revision 'a'\n}"                     || '2:1: The bracket "}" closes nothing.'
        'a reserved word'       | "revision 'head'"                     || '1:1: The revision id "head" is a word with a meaning of its own. Take another.'
        'a relative step'       | "revision 'rev-2'"                    || '1:1: The revision id "rev-2" has a "-" that no letter follows, and would be read as a relative step. A revision id has 1 to 255 letters, digits, "_", "." and "-" before a letter.'
        'a space in an id'      | "revision 'a b'"                      || '1:1: The revision id "a b" contains a space. A revision id has 1 to 255 letters, digits, "_", "." and "-".'
        'an at sign in a label' | "revision 'a'\nbranchLabels 'x@head'" || '2:1: The branch label "x@head" contains "@". A branch label has 1 to 255 letters, digits, "_", "." and "-".'
        'a line feed in an id'  | "revision 'a\\nb'"                    || '1:1: The revision id "a\\u000Ab" contains the character U+000A. A revision id has 1 to 255 letters, digits, "_", "." and "-".'
    }

    def "ids up to 255 characters are accepted, longer ones are not"() {
        expect:
        scan("revision '${'a' * 255}'").revision().length() == 255
        problems("revision '${'a' * 256}'")[0].contains('has 256 characters')
        scan("revision 'größe_1.2-beta'").revision() == 'größe_1.2-beta'
    }

    def "all problems of a header are told at once, in the order of the file"() {
        expect:
        problems('''revison 'x'
            message "a$b"
            downRevision null
            upgrade {}
            created 'late', 'twice'
            '''.stripIndent()).collect { it.split(':')[1] } == ['1', '2', '3', '5', '5']
    }

    def "literals are decoded as Groovy does"() {
        expect:
        scan("revision 'a'\nmessage $quoted").message() == new GroovyShell().evaluate(quoted)

        where:
        quoted << [/'it\'s'/, /"say \"x\" \$5"/, /'\t\\ \u0041\u0042 \101\60\777 \s|'/, "'''a\nb'''", "'''a\\\nb'''",
                   "'''a\r\nb'''", "'''it's ''quoted'' '''", '"""a "b" c"""', "'a\\\n b'", '\'$x ${y}\'', '"\\${x}"', "'''\\'''x'''"]
    }

    def "a file is read as UTF-8 and nothing else"() {
        given:
        def file = File.createTempFile('header', '.groovy')

        when:
        file.bytes = bytes
        def failure = null
        def text = null
        try {
            text = ScriptSource.read(file.toPath(), 'm/x.groovy').text()
        } catch (RetortException e) {
            failure = e.message
        }

        then:
        text == expected
        failure == message

        cleanup:
        file.delete()

        where:
        bytes                                               || expected      | message
        "\uFEFFrevision 'ä'".getBytes('UTF-8')              || "revision 'ä'" | null
        [] as byte[]                                        || ''            | null
        bytes("revision 'a'\r\n// Gr", 0xFC)                 || null          | 'm/x.groovy:2:6: The byte 0xFC does not belong to UTF-8 text. Save the script as UTF-8.'
        "x".getBytes('UTF-16')                              || null          | 'm/x.groovy:1:1: The byte 0xFE does not belong to UTF-8 text. Save the script as UTF-8.'
        bytes('x\n', 0xC3)                                 || null          | 'm/x.groovy:2:1: The byte 0xC3 does not belong to UTF-8 text. Save the script as UTF-8.'
    }

    def "a file that cannot be read is a sentence"() {
        when:
        ScriptSource.read(path as java.nio.file.Path, 'm/x.groovy')

        then:
        def e = thrown(RetortException)
        e.message == "m/x.groovy: The script cannot be read: $why."

        where:
        path                                || why
        new File('no/such/file').toPath()   || 'there is no such file'
        new File('.').toPath()              || 'it is a folder'
    }

    def "nothing but a RetortException comes out of mutated scripts"() {
        given:
        long seed = Long.getLong('retort.test.seed', 20261129L)
        def random = new Random(seed)
        def alphabet = '\'"/\\$*(){}[];,\n\r #@=+-aru\u0000\uFEFF\uD800é'

        expect:
        (1..20_000).every {
            def text = new StringBuilder(FULL)
            (1..(1 + random.nextInt(4))).each {
                int at = random.nextInt(text.length())
                switch (random.nextInt(3)) {
                    case 0: text.deleteCharAt(at).append(' '); break
                    case 1: text.insert(at, alphabet.charAt(random.nextInt(alphabet.length()))); break
                    default: text.setLength(Math.max(1, at))
                }
            }
            survives(text.toString(), seed)
        }
    }

    private static boolean survives(String text, long seed) {
        try {
            HeaderScanner.scan(new ScriptSource('x', text))
        } catch (RetortException ignored) {
            return true
        } catch (Throwable t) {
            throw new AssertionError("seed $seed, text:\n$text", t)
        }
        true
    }

    def "no nesting is too deep"() {
        expect:
        problems("revision 'a'\n" + '(' * 200_000).size() == 1
        scan("revision 'a'\ndef x = " + '[' * 200_000 + ']' * 200_000).revision() == 'a'
        scan("revision 'a'\ndef x = " + '"${' * 100_000 + '}"' * 100_000).revision() == 'a'
    }

    def "a column counts characters as the compiler does, of which Java has two for some"() {
        expect:
        problems("/* 😀😀 */ revison 'a'\nchange { }").any { it.startsWith('m/x.groovy:1:10: ') }
    }
}
