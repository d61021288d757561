package dev.retort.internal.cli

import groovy.transform.CompileStatic
import java.nio.charset.StandardCharsets

/** Makes a good text bad, in the ways that editors, merges, shells and transfers do, and in some that only malice does. */
@CompileStatic
final class Spoiling {

    /** What breaks readers: quotes without an end, escapes, placeholders, controls, and bytes that are no text. */
    private static final List<String> NASTY = [
            '', ' ', '\t', '\n', '\r', '\u0000', '\u0001', '\u001b[31m', '\u0085', '\u00a0', '\u2028', '\ufeff', '\u202e', '\ud83d\ude00', '\ufffd', 'é',
            "'", '"', "'''", '"""', '`', '\\', '\\u', '\\u12', '\\uuuu0041', '\\x', '\\0', '/', '//', '/*', '*/', '#', '#!', '--', ';', ',', '.', '..', ':', '::', '@', '%', '%s',
            '%(rev)s', '%(nothing)s', '%%', '${', '${x}', '$', '$(', '$/', '/$', '{', '}', '(', ')', '[', ']', '[[', ']]', '=', '==', '=>', '->', '?', '?.', '*', '&', '|', '!', '~',
            'null', 'true', 'false', 'NaN', '-1', '0', '2147483648', '9223372036854775808', '1e999', '0x', '1_000', '00', '-0', 'Infinity', '1.0.0',
            'revision', "revision 'a1'", "downRevision 'c1'", "downRevision 'b1', 'a1'", "branchLabels 'x', 'x'", "dependsOn 'c1'", 'message', 'upgrade', 'upgrade { }', 'change { }', 'downgrade { }',
            'irreversible', 'class X { }', 'def x = 1', 'import a.b.C', 'System.exit(1)', 'return', 'throw new X()', 'this', 'super', 'it', 'new Object()', 'a' * 300, 'ß' * 5000]

    private static final String BRACKETS = '([{'

    private final Random random

    Spoiling(Random random) {
        this.random = random
    }

    String nasty() {
        NASTY[random.nextInt(NASTY.size())]
    }

    /** The bytes of the text after one to four mishaps. */
    byte[] bytes(String text) {
        String spoiled = this.text(text)
        switch (random.nextInt(40)) {
            case 0: return spoiled.getBytes(StandardCharsets.UTF_16)
            case 1: return spoiled.getBytes(StandardCharsets.ISO_8859_1)
            case 2: return new byte[0]
            case 3: return noise(random.nextInt(2000))
            case 4: return inserted(spoiled.getBytes(StandardCharsets.UTF_8), noise(1 + random.nextInt(4)))
            case 5: return ('\ufeff' + spoiled).getBytes(StandardCharsets.UTF_8)
            default: return spoiled.getBytes(StandardCharsets.UTF_8)
        }
    }

    String text(String text) {
        String spoiled = text
        (1 + random.nextInt(4)).times { spoiled = once(spoiled) }
        spoiled
    }

    private String once(String text) {
        int at = random.nextInt(text.length() + 1)
        int end = Math.min(text.length(), at + 1 + random.nextInt(12))
        String before = text.substring(0, at)
        String chunk = text.substring(at, end)
        String after = text.substring(end)
        switch (random.nextInt(14)) {
            case 0: return before + after
            case 1: return before + chunk + chunk + after
            case 2: return before + nasty() + chunk + after
            case 3: return before + nasty() + after
            case 4: return before + (char) random.nextInt(0x3000) + chunk + after
            case 5: return before
            case 6: return before + chunk.reverse() + after
            case 7: return lines(text) { List<String> lines, int i -> lines.remove(i) }
            case 8: return lines(text) { List<String> lines, int i -> lines.add(random.nextInt(lines.size()), lines[i]) }
            case 9: return lines(text) { List<String> lines, int i -> Collections.swap(lines, i, random.nextInt(lines.size())) }
            case 10: return text.replace('\n', random.nextBoolean() ? '\r\n' : '\r')
            case 11: return word(text)
            case 12: return before + deep() + after
            default: return before + nasty() + nasty() + chunk + after
        }
    }

    private static String lines(String text, Closure<?> change) {
        List<String> lines = text.split('\n', -1) as List
        lines = new ArrayList<>(lines)
        change.call(lines, Math.floorMod(text.hashCode(), lines.size()))
        lines.join('\n')
    }

    /** One word in the place of another: the text stays well-formed, and means something else. */
    private String word(String text) {
        List<String> words = text.findAll(/[\w']+/)
        if (words.isEmpty()) {
            return text
        }
        text.replaceFirst(java.util.regex.Pattern.quote(words[random.nextInt(words.size())]),
                java.util.regex.Matcher.quoteReplacement(words[random.nextInt(words.size())]))
    }

    private String deep() {
        int depth = [5, 50, 500, 5_000, 50_000][random.nextInt(5)]
        String open = BRACKETS[random.nextInt(BRACKETS.length())]
        open * depth + (random.nextBoolean() ? '' : (open == '(' ? ')' : open == '[' ? ']' : '}') * depth)
    }

    private byte[] noise(int length) {
        byte[] noise = new byte[length]
        random.nextBytes(noise)
        noise
    }

    private byte[] inserted(byte[] text, byte[] noise) {
        int at = random.nextInt(text.length + 1)
        def all = new ByteArrayOutputStream()
        all.write(text, 0, at)
        all.writeBytes(noise)
        all.write(text, at, text.length - at)
        all.toByteArray()
    }
}
