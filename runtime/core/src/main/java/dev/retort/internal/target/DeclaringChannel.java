package dev.retort.internal.target;

import dev.retort.Location;
import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.RetortException.Kind;
import dev.retort.internal.header.ScriptSource;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.script.CatalogQuestion;
import dev.retort.internal.script.Channel;
import dev.retort.internal.script.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Notes what a schema file declares. There is nothing to be asked: the words for it are those of revisions. */
final class DeclaringChannel implements Channel {

    private final String dialect;
    private final List<String> lines;
    private final List<Declaration> declared = new ArrayList<>();
    private Location statement;

    DeclaringChannel(ScriptSource source, String dialect) {
        this.dialect = dialect;
        this.lines = source.text().lines().toList();
        this.statement = Location.of(source.file());
    }

    List<Declaration> declared() {
        return declared;
    }

    @Override
    public void at(Location next) {
        statement = next;
    }

    /** Where the statement begins, of which the line alone is known. */
    Location placed(Location location) {
        int line = location.line();
        if (line < 1 || line > lines.size() || location.column() > 0) {
            return location;
        }
        String text = lines.get(line - 1);
        return new Location(
                location.file(), line, text.length() - text.stripLeading().length() + 1);
    }

    private Location location() {
        return placed(statement);
    }

    @Override
    public long apply(Operation operation) {
        declared.add(new Declaration(location(), operation));
        return 0;
    }

    @Override
    public String dialect() {
        return dialect;
    }

    @Override
    public boolean isOffline() {
        return true;
    }

    @Override
    public @Nullable String argument(String name) {
        throw nothingToAsk();
    }

    @Override
    public List<Row> query(String sql, Map<String, @Nullable Object> parameters) {
        throw nothingToAsk();
    }

    @Override
    public boolean has(CatalogQuestion question) {
        throw nothingToAsk();
    }

    @Override
    public List<String> enumValues(QualifiedName enumeration) {
        throw nothingToAsk();
    }

    @Override
    public void beginAutocommit() {
        throw nothingToAsk();
    }

    @Override
    public void endAutocommit() {
        throw nothingToAsk();
    }

    private RetortException nothingToAsk() {
        return new RetortException(Kind.SCRIPT, Problem.at(location(), "A schema file asks no database."));
    }
}
