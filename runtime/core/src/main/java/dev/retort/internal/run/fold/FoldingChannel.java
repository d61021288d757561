package dev.retort.internal.run.fold;

import dev.retort.Location;
import dev.retort.Problem;
import dev.retort.internal.fold.Fold;
import dev.retort.internal.operation.Execute;
import dev.retort.internal.operation.ExecuteFile;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.run.ScriptFiles;
import dev.retort.internal.run.ScriptProblems;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.script.CatalogQuestion;
import dev.retort.internal.script.Channel;
import dev.retort.internal.script.Row;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Folds what a script asks for into a schema, and answers from it what the script asks of the database. */
final class FoldingChannel implements Channel {

    private final String dialect;
    private final ScriptFiles files;
    private final Map<String, String> arguments;
    private final Fold fold;
    private final FoldedRows rows;
    private final ScriptProblems problems;
    private final FoldListener listener;
    private final Set<Integer> lines = new TreeSet<>();
    private Location line;
    private boolean apart;

    /**
     * What is the same for all scripts of a fold.
     *
     * @param dialect its name
     * @param arguments given with {@code -x}
     */
    record Surroundings(String dialect, Map<String, String> arguments, FoldListener listener) {}

    FoldingChannel(String file, ScriptFiles files, Surroundings surroundings, Fold fold, FoldedRows rows) {
        this.dialect = surroundings.dialect();
        this.files = files;
        this.arguments = surroundings.arguments();
        this.listener = surroundings.listener();
        this.fold = fold;
        this.rows = rows;
        this.problems = new ScriptProblems(file);
        this.line = Location.of(file);
    }

    /** What the database would refuse, each with its place in the script. */
    Set<Problem> problems() {
        return problems.all();
    }

    /** The lines of the script that asked for something. */
    Set<Integer> lines() {
        return lines;
    }

    @Override
    public void at(Location next) {
        lines.add(next.line());
        line = next;
        problems.at(next);
    }

    @Override
    public String dialect() {
        return dialect;
    }

    @Override
    public @Nullable String argument(String name) {
        return arguments.get(name);
    }

    @Override
    public boolean isOffline() {
        return false;
    }

    /** What is refused is as if it had not been asked for, so that one mistake is one problem. */
    @Override
    public long apply(Operation operation) {
        problems.collect(() -> fold(operation));
        return 0;
    }

    private void fold(Operation operation) {
        if (operation instanceof ExecuteFile file) {
            files.sql(file).eachPlaced((statement, place) -> told(new Execute(statement.sql(), Map.of()), place));
        } else {
            told(operation, line);
        }
    }

    private void told(Operation operation, Location exact) {
        listener.asked(operation, new FoldListener.Place(line, exact, apart), fold::now);
        fold.apply(operation);
    }

    /** The query itself may change something, as one that calls a function may. */
    @Override
    public List<Row> query(String sql, Map<String, @Nullable Object> parameters) {
        problems.collect(() -> fold.apply(new Execute(sql, Map.of())));
        return rows.of(sql);
    }

    @Override
    public boolean has(CatalogQuestion question) {
        Optional<Boolean> answer = fold.has(question);
        if (answer.isEmpty()) {
            fold.doubtAll();
        }
        return answer.orElse(false);
    }

    @Override
    public List<String> enumValues(QualifiedName enumeration) {
        Optional<List<String>> values = fold.enumValues(enumeration);
        if (values.isEmpty()) {
            fold.doubtAll();
        }
        return values.orElse(List.of());
    }

    @Override
    public void beginAutocommit() {
        apart = true;
    }

    @Override
    public void endAutocommit() {
        apart = false;
    }
}
