package dev.retort.internal.verify.rows;

import java.math.BigDecimal;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** TextValues that expressions suggest: what they compare with, what their patterns match, and of the lengths that they name. */
final class TextHints {

    /** A text of a million characters is a limit, and no length. */
    private static final int LONGEST = 20_000;

    private static final int OF_A_LENGTH = 6;

    /** What checks ask for without a literal: letters of one case, no blanks, digits alone, and what forms are checked for. */
    private static final List<String> FORMS = List.of(
            "text1",
            "TEXT1",
            "text",
            "TEXT",
            "12345",
            "1",
            "a",
            "A",
            "user1@example.org",
            "https://example.org/1",
            "2024-01-01",
            "2024-01-01 10:00:00",
            "10:00:00",
            "{}",
            "[]",
            "{\"a\": 1}",
            "+15550001",
            "DE",
            "de_DE",
            "a-b-1",
            "1.5");

    private final LiteralValues literals;
    private final Set<String> all = new LinkedHashSet<>();

    TextHints(LiteralValues literals) {
        this.literals = literals;
    }

    Set<String> all() {
        // In turns: those that come late may not be tried.
        Iterator<String> texts = literals.texts().iterator();
        Iterator<String> matching = literals.matching().iterator();
        while (texts.hasNext() || matching.hasNext()) {
            for (Iterator<String> each : List.of(texts, matching)) {
                if (each.hasNext()) {
                    all.add(each.next());
                }
            }
        }
        lengths();
        for (int n = 1; n <= 4; n++) {
            forms(n);
        }
        all.addAll(FORMS);
        for (String text : List.copyOf(literals.texts())) {
            around(text);
        }
        literals.matching().forEach(text -> all.add(text.toUpperCase(Locale.ROOT)));
        literals.matching().forEach(text -> all.add(text.toLowerCase(Locale.ROOT)));
        literals.numbers().forEach(number -> all.add(number.toPlainString()));
        return all;
    }

    private void forms(int n) {
        all.add("text" + n);
        all.add("TEXT" + n);
        all.add("user" + n + "@example.org");
        all.add(Integer.toString(n));
    }

    private void lengths() {
        for (BigDecimal number : literals.numbers()) {
            if (number.signum() >= 0 && number.compareTo(BigDecimal.valueOf(LONGEST)) <= 0) {
                int length = number.intValue();
                for (int near : new int[] {length, length + 1, length - 1}) {
                    ofLength(near);
                }
            }
        }
    }

    private void ofLength(int length) {
        for (int n = 1; n <= OF_A_LENGTH && length >= 0; n++) {
            for (char fill : new char[] {'a', 'A', '0'}) {
                all.add(TextValues.counted(n, length, fill));
            }
        }
    }

    /** TextValues that begin with another one, end with it or hold it. */
    private void around(String text) {
        if (text.length() > 40) {
            return;
        }
        all.add(text + "1");
        all.add("1" + text);
        all.add(text + text);
        all.add("user1" + text + "example.org");
        all.add(text.toUpperCase(Locale.ROOT));
        all.add(text.toLowerCase(Locale.ROOT));
        all.add(text + "text");
        all.add("text" + text);
    }
}
