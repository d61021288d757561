package dev.retort.internal.lint;

import dev.retort.internal.dialect.Cost;
import dev.retort.internal.dialect.DatabaseUse;
import dev.retort.internal.dialect.TableSize;
import dev.retort.internal.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How large the tables of a database are, and how much they are used.
 *
 * @param small so many rows, and a table is not worth a word
 */
public record KnownSizes(DatabaseUse use, long small) {

    /** Nothing is known. */
    public static final KnownSizes UNKNOWN = new KnownSizes(DatabaseUse.UNKNOWN, 0);

    /** An empty page is no reason to call a table large, nor are few rows to call one small that fills a disk. */
    private static final long SMALL_BYTES = 10 << 20;

    /** Whether all that is locked is known to be small. */
    boolean areSmall(List<Cost> costs) {
        return !costs.isEmpty()
                && costs.stream().allMatch(cost -> isSmall(use.sizes().get(cost.table())));
    }

    private boolean isSmall(@Nullable TableSize size) {
        return size != null && size.rows() >= 0 && size.rows() <= small && size.bytes() <= SMALL_BYTES;
    }

    /** {@code "orders" has about 12,000,000 rows, 41 GB.}; a blank before it, nothing where nothing is known. */
    String sentence(List<Cost> costs) {
        List<String> sentences = new ArrayList<>();
        costs.stream().map(Cost::table).distinct().forEach(table -> {
            TableSize size = use.sizes().get(table);
            if (size != null) {
                String rows = size.rows() < 0 ? "" : String.format(Locale.ROOT, "about %,d rows, ", size.rows());
                sentences.add(" \"" + table + "\" has " + rows + bytes(size.bytes()) + often(table) + ".");
            }
        });
        return String.join("", sentences);
    }

    private String often(QualifiedName table) {
        Long statements = use.statements().get(table);
        return statements == null ? "" : String.format(Locale.ROOT, ", and about %,d statements an hour", statements);
    }

    private static String bytes(long bytes) {
        long whole = bytes;
        int unit = 0;
        while (whole >= 10 * 1024 && unit < 4) {
            whole /= 1024;
            unit++;
        }
        return whole + " " + List.of("bytes", "kB", "MB", "GB", "TB").get(unit);
    }
}
