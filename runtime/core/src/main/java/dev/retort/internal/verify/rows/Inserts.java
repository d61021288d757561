package dev.retort.internal.verify.rows;

import dev.retort.internal.dialect.Dialect;
import dev.retort.internal.dialect.Spelling;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the statement that inserts a row. */
final class Inserts {

    private final Spelling spelling;
    private final String takesNumbers;

    Inserts(Dialect dialect) {
        this.spelling = dialect.spelling();
        this.takesNumbers = dialect.trials().takesNumbers();
    }

    String insert(TableShape shape, Collection<Map<String, String>> parts) {
        Map<String, String> row = new LinkedHashMap<>();
        parts.forEach(row::putAll);
        List<String> columns = new ArrayList<>();
        List<String> values = new ArrayList<>();
        // As the table has them, so that a person finds his way.
        for (TableCell cell : shape.cells()) {
            String literal = row.getOrDefault(cell.name(), Relation.LEFT_OUT);
            if (!literal.equals(Relation.LEFT_OUT)) {
                columns.add(spelling.quote(cell.name()));
                values.add(literal);
            }
        }
        String into = "INSERT INTO " + spelling.quote(shape.name());
        boolean numbers = shape.cells().stream().anyMatch(cell -> cell.numbered() && row.containsKey(cell.name()));
        return columns.isEmpty()
                ? into + " DEFAULT VALUES"
                : into + " (" + String.join(", ", columns) + ")" + (numbers ? takesNumbers : "") + " VALUES ("
                        + String.join(", ", values) + ")";
    }
}
