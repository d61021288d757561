package dev.retort.internal.cli.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The columns of a table, each as wide as its widest cell; one without any text is left out. */
public final class TextColumns {

    private static final String GAP = "  ";

    private final int[] widths;
    private final Set<Integer> numbers;

    private TextColumns(int[] widths, Set<Integer> numbers) {
        this.widths = widths;
        this.numbers = numbers;
    }

    /**
     * The columns that hold all of these rows.
     *
     * @param numbers columns, from 0, whose cells are aligned to the right
     */
    static TextColumns of(List<List<String>> rows, Integer... numbers) {
        int[] widths = new int[rows.stream().mapToInt(List::size).max().orElse(0)];
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], DisplayWidth.of(row.get(i)));
            }
        }
        return new TextColumns(widths, Set.of(numbers));
    }

    /** The rows as lines. */
    static String table(List<List<String>> rows) {
        TextColumns columns = of(rows);
        return rows.stream().map(row -> columns.line(row) + "\n").collect(Collectors.joining());
    }

    /** Names, and what is said about each. */
    public static String table(Map<String, String> descriptions) {
        return table(descriptions.entrySet().stream()
                .map(one -> List.of(one.getKey(), one.getValue()))
                .toList());
    }

    /** One row as a line, without blanks at its end. */
    String line(List<String> row) {
        List<String> padded = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            String blanks = " ".repeat(widths[i] - DisplayWidth.of(row.get(i)));
            if (widths[i] > 0) {
                padded.add(numbers.contains(i) ? blanks + row.get(i) : row.get(i) + blanks);
            }
        }
        return String.join(GAP, padded).stripTrailing();
    }

    /** The blanks before a column. */
    String before(int column) {
        int before = 0;
        for (int i = 0; i < column; i++) {
            before += widths[i] > 0 ? widths[i] + GAP.length() : 0;
        }
        return " ".repeat(before);
    }
}
