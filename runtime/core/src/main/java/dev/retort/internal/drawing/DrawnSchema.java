package dev.retort.internal.drawing;

import dev.retort.TableOutline;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tables of a picture.
 *
 * @param source what they are the tables of, as the user named it
 * @param remarks what a reader has to know of them, as sentences
 * @param before what they are compared with; null for nothing
 */
public record DrawnSchema(
        String source,
        List<TableOutline> tables,
        List<String> remarks,
        @Nullable Before before) {

    public DrawnSchema {
        tables = List.copyOf(tables);
        remarks = List.copyOf(remarks);
    }

    /**
     * A step from one schema to another.
     *
     * @param title what it changes, and how, in short
     * @param operation the statement that makes it
     * @param losesData rows or values that are there cannot be had again afterwards
     */
    public record Change(String title, String operation, boolean losesData) {}

    /**
     * The other side of a comparison.
     *
     * @param changes what leads from it to the tables
     */
    public record Before(String source, List<TableOutline> tables, List<Change> changes) {
        public Before {
            tables = List.copyOf(tables);
            changes = List.copyOf(changes);
        }
    }
}
