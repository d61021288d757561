package dev.retort.internal.verify.rows;

import dev.retort.internal.verify.rows.StoredRows.Kind;
import dev.retort.internal.verify.rows.StoredRows.Loss;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares the rows of one table before and after, by its key where it has the same one. */
final class RowComparison {

    /** How many rows without a key are looked at to find the one that a row has become. */
    private static final int MOST_PAIRS = 200;

    private static final Comparator<List<String>> IN_ORDER = RowComparison::compare;

    private final StoredTable before;
    private final StoredTable after;
    private final List<String> columns;
    private final RowWords words;
    private final RunTime runTime;
    private final Map<String, Differing> differing = new LinkedHashMap<>();
    private final List<List<String>> gone = new ArrayList<>();
    private final List<List<String>> added = new ArrayList<>();

    RowComparison(StoredTable before, StoredTable after, RunTime runTime) {
        this.runTime = runTime;
        this.before = before;
        this.after = after;
        this.columns =
                before.columns().stream().filter(after.columns()::contains).toList();
        this.words =
                new RowWords(columns, before.key().equals(after.key()) ? before.key() : List.of(), before::isPlain);
    }

    /** The first row whose value of a column differs, and how many do. */
    private static final class Differing {
        private final String sentence;
        private int rows = 1;
        private boolean byClock;

        Differing(String sentence, boolean byClock) {
            this.sentence = sentence;
            this.byClock = byClock;
        }
    }

    List<Loss> losses() {
        boolean keyed = !before.key().isEmpty() && before.key().equals(after.key());
        if (keyed) {
            byKey();
        } else {
            byContent();
        }
        List<Loss> losses = new ArrayList<>();
        for (String column : columns) {
            Differing found = differing.get(column);
            if (found != null) {
                losses.add(new Loss(
                        before.name(),
                        column,
                        found.sentence + words.more(found.rows - 1, column),
                        found.byClock ? Kind.CLOCK : Kind.VALUE));
            }
        }
        if (!gone.isEmpty()) {
            losses.add(new Loss(before.name(), "", words.gone(gone), Kind.GONE));
        }
        if (!added.isEmpty()) {
            losses.add(new Loss(before.name(), "", words.added(added), Kind.NEW));
        }
        return losses;
    }

    private void byKey() {
        int[] places = before.key().stream().mapToInt(columns::indexOf).toArray();
        Map<List<String>, List<String>> later = new LinkedHashMap<>();
        sorted(after).forEach(row -> later.put(key(row, places), row));
        for (List<String> row : sorted(before)) {
            List<String> now = later.remove(key(row, places));
            if (now == null) {
                gone.add(row);
            } else {
                compare(row, now, words.keyed(row));
            }
        }
        added.addAll(later.values());
    }

    private static List<String> key(List<String> row, int[] places) {
        List<String> key = new ArrayList<>(places.length);
        for (int place : places) {
            key.add(row.get(place));
        }
        return key;
    }

    private List<List<String>> sorted(StoredTable table) {
        List<List<String>> rows = table.rows(columns);
        rows.sort(IN_ORDER);
        return rows;
    }

    /** Shorter ones first: they are the lower numbers. */
    private static int compare(List<String> one, List<String> other) {
        for (int i = 0; i < one.size(); i++) {
            int byLength = Integer.compare(one.get(i).length(), other.get(i).length());
            int order = byLength == 0 ? one.get(i).compareTo(other.get(i)) : byLength;
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private void compare(List<String> row, List<String> now, @Nullable String subject) {
        for (int i = 0; i < columns.size(); i++) {
            if (!row.get(i).equals(now.get(i))) {
                Differing found = differing.get(columns.get(i));
                boolean byClock = runTime.has(now.get(i));
                if (found == null) {
                    String whose = subject == null ? words.alike(row, now) : subject;
                    differing.put(
                            columns.get(i),
                            new Differing(words.changed(whose, columns.get(i), row.get(i), now.get(i)), byClock));
                } else {
                    found.rows++;
                    found.byClock &= byClock;
                }
            }
        }
    }

    /** As often as a row is there, so often it must be there again. */
    private void byContent() {
        Map<List<String>, Integer> later = new HashMap<>();
        List<List<String>> now = sorted(after);
        now.forEach(row -> later.merge(row, 1, Integer::sum));
        for (List<String> row : sorted(before)) {
            if (later.getOrDefault(row, 0) > 0) {
                later.merge(row, -1, Integer::sum);
            } else {
                gone.add(row);
            }
        }
        for (List<String> row : now) {
            if (later.getOrDefault(row, 0) > 0) {
                later.merge(row, -1, Integer::sum);
                added.add(row);
            }
        }
        pair();
    }

    /** A row that is gone and one that is new are the same one, where most of it is alike. */
    private void pair() {
        boolean all = gone.size() == added.size();
        Deque<List<String>> open = new ArrayDeque<>(gone);
        gone.clear();
        while (!open.isEmpty()) {
            List<String> row = open.removeFirst();
            List<String> best = null;
            int most = all ? -1 : 0;
            for (List<String> other : added.subList(0, Math.min(MOST_PAIRS, added.size()))) {
                int alike = alike(row, other);
                if (alike > most) {
                    most = alike;
                    best = other;
                }
            }
            if (best == null) {
                gone.add(row);
            } else {
                added.remove(best);
                compare(row, best, null);
            }
        }
    }

    private static int alike(List<String> one, List<String> other) {
        int alike = 0;
        for (int i = 0; i < one.size(); i++) {
            alike += one.get(i).equals(other.get(i)) ? 1 : 0;
        }
        return alike;
    }
}
