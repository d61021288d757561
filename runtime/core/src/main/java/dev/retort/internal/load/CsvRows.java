package dev.retort.internal.load;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import dev.retort.Location;
import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.RetortException.Kind;
import dev.retort.internal.chain.DataFiles.DataFile;
import dev.retort.internal.dialect.Cell;
import dev.retort.internal.operation.RowFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The rows of a file of values separated by a character. */
final class CsvRows implements RowReader {

    private final RowFile.Csv source;
    private final DataFile file;
    private final PairedQuotes quotes;
    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private final List<String> columns;
    private CsvRecord record = new CsvRecord(1, List.of());

    private CsvRows(RowFile.Csv source, DataFile file) throws IOException {
        this.source = source;
        this.file = file;
        this.quotes = new PairedQuotes(Utf8File.open(file), source.quote());
        this.reader = CsvReader.builder()
                .fieldSeparator(source.delimiter())
                .quoteCharacter(source.quote())
                .commentStrategy(CommentStrategy.NONE)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(false)
                .build(new CsvRecord.Handler(), quotes);
        this.records = reader.iterator();
        this.columns = source.header() ? header() : source.columns();
    }

    static CsvRows open(RowFile.Csv source, DataFile file) {
        try {
            return new CsvRows(source, file);
        } catch (IOException e) {
            throw Utf8File.failure(file, e);
        }
    }

    /** The names in the first line; those that the script gives go before them. */
    private List<String> header() {
        if (!readable(records::hasNext)) {
            throw refused(-1, "The file has no line that names the columns.", "Write one, or name them with columns:.");
        }
        record = readable(records::next);
        List<String> names = record.fields().stream().map(CsvRecord.Field::text).toList();
        if (!source.columns().isEmpty()) {
            checkCount(source.columns().size());
            return source.columns();
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).isBlank()) {
                throw refused(i, "A column has no name.", "Name each column in the first line, or with columns:.");
            } else if (!seen.add(names.get(i))) {
                throw refused(i, "The column \"" + names.get(i) + "\" is named twice.", "Keep one of them.");
            }
        }
        return names;
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public @Nullable List<@Nullable Cell> next() {
        if (!readable(records::hasNext)) {
            return null;
        }
        record = readable(records::next);
        if (!quotes.paired() && !readable(records::hasNext)) {
            throw refused(
                    -1, "A quote of this row or one before it has no pair.", "A quote within quotes is written twice.");
        }
        checkCount(columns.size());
        List<@Nullable Cell> cells = new ArrayList<>(columns.size());
        for (CsvRecord.Field field : record.fields()) {
            boolean isNull = !field.quoted() && field.text().equals(source.nulls());
            cells.add(isNull ? null : Cell.text(field.text()));
        }
        return cells;
    }

    private void checkCount(int wanted) {
        int found = record.fields().size();
        if (found != wanted) {
            throw refused(
                    found > wanted ? wanted : -1,
                    "This row has " + found + (found == 1 ? " value" : " values") + "; there are " + wanted
                            + (wanted == 1 ? " column." : " columns."),
                    "A value that holds the delimiter '" + source.delimiter() + "' must be in " + source.quote()
                            + " quotes.");
        }
    }

    private <T> T readable(Supplier<T> step) {
        try {
            return step.get();
        } catch (UncheckedIOException e) {
            throw Utf8File.failure(file, Objects.requireNonNull(e.getCause()));
        } catch (CsvParseException e) {
            if (e.getCause() instanceof IOException unreadable) {
                throw Utf8File.failure(file, unreadable);
            }
            throw refused(
                    -1, "What follows this row is no CSV: " + e.getMessage(), "Look for a quote without its pair.");
        }
    }

    private RetortException refused(int column, String sentence, String hint) {
        return new RetortException(
                Kind.SCRIPT, Problem.at(place(column), sentence).withHint(hint));
    }

    @Override
    public Location place(int column) {
        return record.place(file.display(), column, source.quote());
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw Utf8File.failure(file, e);
        }
    }
}
