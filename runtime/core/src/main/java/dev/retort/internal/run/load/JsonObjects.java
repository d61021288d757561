package dev.retort.internal.run.load;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.retort.internal.dialect.Cell;
import dev.retort.internal.load.RowReader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a file as arrays of JSON objects, a handful at a time. */
public final class JsonObjects {

    private static final int HANDFUL = 1000;

    private final RowReader reader;

    public JsonObjects(RowReader reader) {
        this.reader = reader;
    }

    /** An object a line; null after the last row. */
    @Nullable
    public String next() {
        List<String> objects = new ArrayList<>();
        while (objects.size() < HANDFUL) {
            List<@Nullable Cell> row = reader.next();
            if (row == null) {
                break;
            }
            objects.add(object(row));
        }
        return objects.isEmpty() ? null : "[" + String.join(",\n", objects) + "]";
    }

    private String object(List<@Nullable Cell> row) {
        List<String> members = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            Cell cell = row.get(i);
            members.add(quoted(reader.columns().get(i)) + ":" + (cell == null ? "null" : cell.json()));
        }
        return "{" + String.join(",", members) + "}";
    }

    private static String quoted(String text) {
        return '"' + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }
}
