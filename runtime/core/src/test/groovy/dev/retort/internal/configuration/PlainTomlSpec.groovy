package dev.retort.internal.configuration

import dev.retort.RetortException
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification

/** What is read without the library is what the library reads, and nothing that it would refuse. */
class PlainTomlSpec extends Specification {

    /** What the command line writes. */
    static final Path TEMPLATES = Path.of('../cli/src/main/resources/dev/retort/internal/cli/templates')

    static final List<String> KEYS = ['url', 'user', 'a-b', 'a_b', '1', 'env', 'dev', 'naming', 'größe', '"url"', 'a.b', '']
    static final List<String> VALUES = ['"x"', "'x'", '""', "''", '"a # b"', "'it \"is\"'", 'true', 'false', 'True', '0', '7', '007', '-7', '+7', '1_000',
                                        '123456789012345678', '1234567890123456789', '1.5', '1e3', '0x1f', 'inf', '2020-01-01', '"größe"', '"\\n"', '"""x"""', "'''x'''",
                                        '"""', '"x', "x'", '[]', '["a"]', "[ 'a' , \"b\" ]", '["a",]', '["a" "b"]', '[1, 2]', '["a", 1]', '[["a"]]', '{ a = 1 }', '', '"😀"', '"a\tb"']
    static final List<String> HEADERS = ['[env]', '[env.dev]', '[env.prod]', '[naming]', '[a.b.c]', '[[env]]', '[ env ]', '[env', '[]', '["env"]', '[env.]', '[.env]', '[env.dev] x']
    static final List<String> BLANKS = ['', '', '', ' ', '\t', '  ']
    static final List<String> COMMENTS = ['', '', '', '# comment', ' # größe', '#', '# \u0001', '# [env]']
    static final List<String> BREAKS = ['\n', '\n', '\n', '\n', '\r\n', '\r']

    def "#name reads as the library does"() {
        expect:
        agrees(text)

        where:
        text << ['generic', 'environments'].collect { Files.readString(TEMPLATES.resolve("${it}.toml")) } + [
                '', '\n', 'url = "a"', '[env]\nurl = "b"\n[env.dev]\nuser = "c"', '\turl = "a"\t# b\n  [env.dev] # c\n\turl = \'b\'']
        name = text.readLines().find() ?: 'an empty text'
    }

    def "#text is left to the library"() {
        expect:
        PlainToml.read(text).empty

        where:
        text << ['url = "a"\nurl = "b"', '[env.dev]\nurl = "a"\n[env]\nuser = "b"', '[env]\ndev = "x"\n[env.dev]', 'url = "a', 'a.b = 1', 'a = [\n"b"]']
    }

    def "what is written at random reads as the library reads it"() {
        given:
        def random = new Random(Long.getLong('retort.test.seed', 20261129L))
        int plain = 0

        when:
        Integer.getInteger('retort.rounds', 3000).times {
            def text = (0..random.nextInt(6)).collect { line(random) + pick(random, BREAKS) }.join()
            plain += agrees(text) ? 1 : 0
        }

        then: 'neither all nor none of them'
        plain > 200
    }

    private static String line(Random random) {
        switch (random.nextInt(5)) {
            case 0: return pick(random, BLANKS) + pick(random, HEADERS) + pick(random, BLANKS) + pick(random, COMMENTS)
            case 1: return pick(random, BLANKS) + pick(random, COMMENTS)
            default: return pick(random, BLANKS) + pick(random, KEYS[0..7]) + pick(random, BLANKS) + (random.nextInt(20) ? '=' : ':') + pick(random, BLANKS) +
                    pick(random, random.nextInt(3) ? VALUES[0..10] : VALUES) + pick(random, BLANKS) + pick(random, COMMENTS)
        }
    }

    private static <T> T pick(Random random, List<T> from) {
        from[random.nextInt(from.size())]
    }

    /** Whether it was read at all. */
    private static boolean agrees(String text) {
        def read = PlainToml.read(text)
        if (read.empty) {
            return false
        }
        def expected
        try {
            expected = TomlText.byLibrary(text, 'x.toml')
        } catch (RetortException e) {
            throw new AssertionError("the library refuses what was read: ${text.inspect()}: $e.message")
        }
        assert flat(read.get()) == flat(expected): text.inspect()
        true
    }

    private static List<List> flat(SettingTable table, String path = '') {
        table.keys().collectMany { key ->
            def entry = table.entry(key)
            def here = [["$path/$key".toString(), entry.value() instanceof SettingTable ? 'table' : entry.value(), entry.line(), entry.column()]]
            entry.value() instanceof SettingTable ? here + flat(entry.value() as SettingTable, "$path/$key") : here
        }
    }
}
