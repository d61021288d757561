package dev.retort

import groovy.transform.CompileStatic

import java.util.regex.Pattern

/** Compares what a page shows with what was printed: without what differs from run to run, and "…" stands for anything. */
@CompileStatic
final class Transcript {

    /** What differs from run to run, and what is compared instead of it. */
    static final Map<Pattern, String> VARIABLE = [
            (~/\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\dZ?/): '<time>',
            (~/\b\d{4}_\d\d_\d\d(?=-)/)            : '<date>',
            (~/\b\d+(?:\.\d+)? (?:ms|s)\b/)         : '<duration>',
            (~/\b\d+(?:\.\d+)? (?:bytes|kB|MB)/)    : '<size>',
            (~/\bpid \d+/)                          : 'pid <number>',
            (~/, user "\w+", from [0-9a-f.:]+,/)     : ', user <name>, from <address>,',
    ]

    static boolean same(List<String> shown, List<String> printed) {
        boolean varies = (shown + printed).any { normal(it) != it }
        // Columns are as wide as what is in them.
        matches(shown.collect { varies ? narrow(normal(it)) : it }, printed.collect { varies ? narrow(normal(it)) : it })
    }

    private static String normal(String line) {
        VARIABLE.inject(line) { String text, Pattern pattern, String instead -> text.replaceAll(pattern, instead) }
    }

    private static String narrow(String line) {
        line.replaceAll(/ {2,}/, ' ')
    }

    private static boolean matches(List<String> shown, List<String> printed) {
        if (shown.isEmpty()) {
            return printed.isEmpty()
        }
        if (shown[0] == '…') {
            return (0..printed.size()).any { int n -> matches(shown.drop(1), printed.drop(n)) }
        }
        printed && line(shown[0].stripTrailing()).matcher(printed[0].stripTrailing()).matches() && matches(shown.drop(1), printed.drop(1))
    }

    private static Pattern line(String shown) {
        ~shown.split('…', -1).collect { String part -> Pattern.quote(part) }.join('.*')
    }
}
