package dev.retort.internal.error;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name somebody probably meant. */
public final class Suggestion {

    private Suggestion() {}

    /**
     * The candidate nearest to what was typed, if one is near enough to be worth naming.
     * Ties go to the candidate that sorts first, so that a message never varies.
     */
    public static Optional<String> nearest(String typed, Collection<String> candidates) {
        int limit = Math.max(1, typed.length() / 3);
        return candidates.stream()
                .filter(candidate -> distance(typed, candidate) <= limit)
                .min(Comparator.comparingInt((String candidate) -> distance(typed, candidate))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** {@code Did you mean "x"?}, or nothing where no candidate is near. */
    public static Optional<String> didYouMean(String typed, Collection<String> candidates) {
        return nearest(typed, candidates).map(name -> "Did you mean \"" + name + "\"?");
    }

    /** Edits between the two, a swap of neighbours counting as one; letter case does not count. */
    private static int distance(String left, String right) {
        String a = left.toLowerCase(Locale.ROOT);
        String b = right.toLowerCase(Locale.ROOT);
        int[][] edits = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                edits[i][j] = cheapest(a, b, edits, i, j);
            }
        }
        return edits[a.length()][b.length()];
    }

    private static int cheapest(String a, String b, int[][] edits, int i, int j) {
        if (i == 0 || j == 0) {
            return i + j;
        }
        int replaced = edits[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int best = Math.min(replaced, 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, edits[i - 2][j - 2] + 1) : best;
    }
}
