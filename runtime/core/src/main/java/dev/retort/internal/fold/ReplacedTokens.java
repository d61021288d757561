package dev.retort.internal.fold;

import dev.retort.internal.sql.SqlToken;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Other words for tokens of a text. */
final class ReplacedTokens {

    private record Replacement(int last, String text) {}

    private final SortedMap<Integer, Replacement> all = new TreeMap<>();

    /** For the tokens from the first to the last one, by their indexes. */
    void put(int first, int last, String text) {
        all.put(first, new Replacement(last, text));
    }

    boolean has(int first) {
        return all.containsKey(first);
    }

    String in(String text, List<SqlToken> tokens) {
        StringBuilder replaced = new StringBuilder();
        int end = 0;
        for (Map.Entry<Integer, Replacement> each : all.entrySet()) {
            replaced.append(text, end, tokens.get(each.getKey()).start())
                    .append(each.getValue().text());
            end = tokens.get(each.getValue().last()).end();
        }
        return replaced.append(text.substring(end)).toString();
    }
}
