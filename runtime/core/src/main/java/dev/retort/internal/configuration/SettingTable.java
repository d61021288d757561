package dev.retort.internal.configuration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A table of a configuration file; what its keys hold, and where they are written. */
final class SettingTable {

    private final Map<String, Entry> entries = new LinkedHashMap<>();

    /**
     * What a key holds.
     *
     * @param value a text, a {@link Long}, a {@link Boolean}, a list, another table, or what no setting can be
     * @param line from 1 on; 0 where it is not known
     */
    record Entry(Object value, int line, int column) {}

    /** Whether there was no such key. */
    boolean add(String key, Entry entry) {
        return entries.putIfAbsent(key, entry) == null;
    }

    @Nullable
    Entry entry(String key) {
        return entries.get(key);
    }

    @Nullable
    Object value(String key) {
        Entry entry = entries.get(key);
        return entry == null ? null : entry.value();
    }

    /** In the order of the file. */
    List<String> keys() {
        return new TreeSet<>(entries.keySet())
                .stream()
                        .sorted((one, other) -> Long.compare(place(one), place(other)))
                        .toList();
    }

    private long place(String key) {
        Entry entry = entries.get(key);
        return entry == null ? 0 : ((long) entry.line() << Integer.SIZE) + entry.column();
    }
}
