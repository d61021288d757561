package dev.retort.internal.load;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.retort.Location;
import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.RetortException.Kind;
import dev.retort.internal.chain.DataFiles.DataFile;
import dev.retort.internal.dialect.Cell;
import dev.retort.internal.error.Suggestion;
import dev.retort.internal.operation.RowFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of a file that has a JSON object on each line. */
final class JsonRows implements RowReader {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private final RowFile.JsonLines source;
    private final DataFile file;
    private final BufferedReader in;
    private final List<String> columns;
    /** Where the values of the row that was read last begin, from 1. */
    private final Map<String, Integer> places = new LinkedHashMap<>();

    private @Nullable Map<String, @Nullable Cell> first;
    private int line;

    private JsonRows(RowFile.JsonLines source, DataFile file) throws IOException {
        this.source = source;
        this.file = file;
        this.in = new BufferedReader(Utf8File.open(file));
        this.first = object();
        this.columns = !source.columns().isEmpty() || first == null ? source.columns() : List.copyOf(first.keySet());
    }

    static JsonRows open(RowFile.JsonLines source, DataFile file) {
        try {
            return new JsonRows(source, file);
        } catch (IOException e) {
            throw Utf8File.failure(file, e);
        }
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public @Nullable List<@Nullable Cell> next() {
        Map<String, @Nullable Cell> object = first == null ? object() : first;
        first = null;
        if (object == null) {
            return null;
        }
        check(object);
        List<@Nullable Cell> cells = new ArrayList<>(columns.size());
        columns.forEach(column -> cells.add(object.get(column)));
        return cells;
    }

    private void check(Map<String, @Nullable Cell> object) {
        for (String name : object.keySet()) {
            if (!columns.contains(name)) {
                String hint = Suggestion.didYouMean(name, columns)
                        .orElse("The columns are " + String.join(", ", columns) + ".");
                throw refused(place(name), "\"" + name + "\" is none of the columns.", hint);
            }
        }
        for (String column : columns) {
            if (source.columns().isEmpty() && !object.containsKey(column)) {
                throw refused(
                        Location.of(file.display(), line),
                        "This object lacks \"" + column + "\", which the first one names.",
                        "Write null, or name the columns with columns: and what an object lacks is null.");
            }
        }
    }

    private @Nullable Map<String, @Nullable Cell> object() {
        try {
            String text = in.readLine();
            for (line++; text != null && text.isBlank(); line++) {
                text = in.readLine();
            }
            return text == null ? null : object(text);
        } catch (JsonProcessingException e) {
            int column = e.getLocation() == null ? 0 : e.getLocation().getColumnNr();
            throw refused(
                    new Location(file.display(), line, column),
                    "This line is no JSON: " + e.getOriginalMessage() + ".",
                    "Each line is one object, as in {\"id\": 1, \"name\": \"a\"}.");
        } catch (IOException e) {
            throw Utf8File.failure(file, e);
        }
    }

    private Map<String, @Nullable Cell> object(String text) throws IOException {
        places.clear();
        Map<String, @Nullable Cell> object = new LinkedHashMap<>();
        try (JsonParser parser = JSON.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw refused(
                        new Location(file.display(), line, 1),
                        "This line is no object.",
                        "Each line is one object, as in {\"id\": 1, \"name\": \"a\"}.");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                JsonToken token = parser.nextToken();
                places.put(name, parser.currentTokenLocation().getColumnNr());
                object.put(name, cell(parser, token));
            }
            if (parser.nextToken() != null) {
                throw refused(
                        new Location(
                                file.display(),
                                line,
                                parser.currentTokenLocation().getColumnNr()),
                        "The line goes on after its object.",
                        "Put each object on a line of its own.");
            }
        }
        return object;
    }

    private static @Nullable Cell cell(JsonParser parser, JsonToken token) throws IOException {
        if (token == JsonToken.VALUE_NULL) {
            return null;
        } else if (token == JsonToken.VALUE_STRING) {
            return new Cell(parser.getText(), Cell.Kind.JSON_STRING);
        } else if (token.isScalarValue()) {
            return new Cell(parser.getText(), Cell.Kind.JSON);
        }
        StringWriter nested = new StringWriter();
        try (JsonGenerator generator = JSON.createGenerator(nested)) {
            generator.copyCurrentStructureExact(parser);
        }
        return new Cell(nested.toString(), Cell.Kind.JSON);
    }

    private Location place(String name) {
        return new Location(file.display(), line, places.getOrDefault(name, 0));
    }

    @Override
    public Location place(int column) {
        return column < 0 ? Location.of(file.display(), line) : place(columns.get(column));
    }

    private static RetortException refused(Location place, String sentence, String hint) {
        return new RetortException(Kind.SCRIPT, Problem.at(place, sentence).withHint(hint));
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw Utf8File.failure(file, e);
        }
    }
}
