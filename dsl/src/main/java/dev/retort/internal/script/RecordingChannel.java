package dev.retort.internal.script;

import dev.retort.Location;
import dev.retort.Problem;
import dev.retort.internal.operation.Inverse;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Notes what {@code change} would do, and what would undo it; does nothing. */
final class RecordingChannel implements Channel {

    private static final String BY_HAND = "Write upgrade and downgrade instead of change.";

    private final String dialect;
    private final boolean offline;
    private final @Nullable Channel arguments;
    private final List<Undoing> inverses = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private Location line;
    private boolean asked;
    private boolean askedWhetherOffline;

    /**
     * @param line of what it undoes
     */
    record Undoing(Operation operation, Location line) {}

    /** @param arguments knows the arguments; null while none are given yet, as when a script is only checked */
    RecordingChannel(String file, String dialect, boolean offline, @Nullable Channel arguments) {
        this.dialect = dialect;
        this.offline = offline;
        this.arguments = arguments;
        this.line = Location.of(file);
    }

    /** In the order they are to be run. */
    List<Undoing> inverses() {
        return inverses;
    }

    List<Problem> problems() {
        return problems;
    }

    /** Whether an argument was asked for that is not known yet. */
    boolean lackedArgument() {
        return asked;
    }

    @Override
    public String dialect() {
        return dialect;
    }

    @Override
    public @Nullable String argument(String name) {
        asked |= arguments == null;
        return arguments == null ? null : arguments.argument(name);
    }

    /** Whether what the script does may be something else where it is only written down. */
    boolean wasAskedWhetherOffline() {
        return askedWhetherOffline;
    }

    @Override
    public boolean isOffline() {
        askedWhetherOffline = true;
        return offline;
    }

    @Override
    public void at(Location next) {
        line = next;
    }

    @Override
    public long apply(Operation operation) {
        Inverse inverse = operation.inverse();
        if (inverse.reason() == null) {
            Location here = line;
            inverses.addAll(
                    0,
                    inverse.operations().stream()
                            .map(undoing -> new Undoing(undoing, here))
                            .toList());
        } else {
            refuse(operation.verb(), inverse.reason());
        }
        return 0;
    }

    @Override
    public boolean has(CatalogQuestion question) {
        refuse(question.kind().word(), "the answer would differ in the downgrade");
        return false;
    }

    @Override
    public List<Row> query(String sql, Map<String, @Nullable Object> parameters) {
        refuse("query", "the answer would differ in the downgrade");
        return List.of();
    }

    @Override
    public List<String> enumValues(QualifiedName enumeration) {
        refuse("enumValues", "the values before it are not known; give them with was:");
        return List.of();
    }

    @Override
    public void beginAutocommit() {
        refuse("autocommit", "the downgrade would need transactions of its own");
    }

    @Override
    public void endAutocommit() {
        // What beginAutocommit said is said.
    }

    /** @param reason half a sentence, and after a semicolon the way out */
    private void refuse(String verb, String reason) {
        int end = reason.indexOf("; ");
        String why = end < 0 ? reason : reason.substring(0, end);
        String wayOut = end < 0 ? "" : reason.substring(end + 2);
        String hint = wayOut.isEmpty() || wayOut.startsWith("write upgrade")
                ? BY_HAND
                : wayOut.substring(0, 1).toUpperCase(Locale.ROOT) + wayOut.substring(1)
                        + ", or write upgrade and downgrade instead of change.";
        problems.add(Problem.at(line, "Inside change, " + verb + " cannot be undone: " + why + ".")
                .withHint(hint));
    }
}
