package dev.retort.internal.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a database keeps beside its schema and its rows.
 *
 * @param settings of the database itself, by what each is called in a sentence, with their values
 * @param filled what keeps the result of a query, and has it: as it is called in a sentence
 */
public record DatabaseState(SortedMap<String, String> settings, SortedSet<String> filled) {

    public static final DatabaseState NONE = new DatabaseState(new TreeMap<>(), new TreeSet<>());

    /** What is not as it is here, as sentences: a setting with another value, or what is not filled any more. */
    public List<String> differencesIn(DatabaseState later) {
        List<String> sentences = new ArrayList<>();
        SortedMap<String, String> all = new TreeMap<>(settings);
        all.putAll(later.settings);
        for (Map.Entry<String, String> each : all.entrySet()) {
            String before = settings.get(each.getKey());
            String after = later.settings.get(each.getKey());
            if (before == null) {
                sentences.add("The " + each.getKey() + " was not set, and now is " + after + ".");
            } else if (!before.equals(after)) {
                sentences.add("The " + each.getKey() + " was " + before + ", and now is "
                        + (after == null ? "not set" : after) + ".");
            }
        }
        filled.stream()
                .filter(view -> !later.filled.contains(view))
                .forEach(view -> sentences.add("The " + view + " had been filled, and now nobody can read it."));
        return sentences;
    }
}
