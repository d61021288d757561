package dev.retort.internal.project;

import dev.retort.GraphException;
import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.RetortException.Kind;
import dev.retort.internal.chain.Chain;
import dev.retort.internal.chain.ForeignScripts;
import dev.retort.internal.connect.Connections;
import dev.retort.internal.record.State;
import dev.retort.internal.settings.Settings;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the chain of a project: its files alone, which is all that an upgrade may run; or, to look at what is applied
 * and to go down from there, the files and those scripts in a database's history that have no file any more.
 */
public final class ChainReader {

    private final Settings settings;

    public ChainReader(Settings settings) {
        this.settings = settings;
    }

    /** The files. */
    public Chain files() {
        return Chain.read(settings.folders(), settings.home(), settings.headers());
    }

    /** The files, for a command that would silently do nothing without any. */
    public Chain scripts() {
        return refuseEmpty(files());
    }

    /** What explains these rows: the files if they can, else what the history keeps beside them. */
    public Chain explaining(SortedSet<String> rows) {
        Attempt attempt = attempt();
        Chain files = attempt.files();
        if (files != null && knows(files, rows)) {
            return files;
        }
        if (attempt.broken() != null && rows.isEmpty()) {
            throw attempt.broken();
        }
        return completed(attempt, state -> List.of(), (chain, state) -> chain);
    }

    /** The chain that a downgrade goes by. */
    public Chain completed() {
        return refuseEmpty(completed(attempt(), state -> List.of(), (chain, state) -> chain));
    }

    /** The files, and what the history keeps of the rows that they do not know. */
    public Chain completed(State state) {
        return completed(attempt(), state, List.of());
    }

    /** Works with what explains the rows of the database, and with what that says of itself. */
    public <R> R completed(BiFunction<Chain, State, R> work) {
        return completed(state -> List.of(), work);
    }

    /** @param more what must be explained too, if it can be */
    public <R> R completed(Function<State, Collection<String>> more, BiFunction<Chain, State, R> work) {
        return completed(attempt(), more, work);
    }

    private <R> R completed(
            Attempt attempt, Function<State, Collection<String>> more, BiFunction<Chain, State, R> work) {
        if (attempt.broken() != null && settings.connections().isEmpty()) {
            throw attempt.broken();
        }
        Connections connections = settings.database();
        try {
            return connections.reading((connection, lock) -> {
                State state = seen(
                        attempt,
                        settings.store(connections.dialect(), connection).state());
                return work.apply(completed(attempt, state, more.apply(state)), state);
            });
        } catch (RetortException e) {
            if (attempt.broken() != null && e.kind() == Kind.UNREACHABLE) {
                throw attempt.broken();
            }
            throw e;
        }
    }

    private static State seen(Attempt attempt, State state) {
        return attempt.files() == null ? state : Squash.seen(attempt.files(), state);
    }

    /** The rows, those that stand for others in the place of these. */
    public SortedSet<String> seen(SortedSet<String> rows) {
        Chain files = rows.isEmpty() ? null : attempt().files();
        return files == null ? rows : Squash.rows(files, rows);
    }

    private Chain completed(Attempt attempt, State state, Collection<String> more) {
        Set<String> wanted = new HashSet<>(state.rows());
        wanted.addAll(more);
        Chain files = attempt.files();
        if (files != null && knows(files, wanted)) {
            return files;
        }
        StoredRevisions stored =
                new StoredRevisions(state.scripts(), settings.folders().get(0), wanted);
        return Chain.read(settings.folders(), settings.home(), settings.headers(), stored::missing);
    }

    private static boolean knows(Chain files, Collection<String> ids) {
        return ids.stream().allMatch(files.graph()::contains);
    }

    /** What the files alone make. */
    private record Attempt(@Nullable Chain files, GraphException.@Nullable InvalidGraph broken) {}

    private Attempt attempt() {
        try {
            return new Attempt(files(), null);
        } catch (GraphException.InvalidGraph e) {
            return new Attempt(null, e);
        }
    }

    private Chain refuseEmpty(Chain chain) {
        if (chain.files().isEmpty()) {
            throw new RetortException(Kind.SCRIPT, emptiness());
        }
        return chain;
    }

    /** What to say where no folder has a revision; empty where one has. */
    public Optional<Problem> withoutRevisions() {
        return files().files().isEmpty() ? Optional.of(emptiness()) : Optional.empty();
    }

    private Problem emptiness() {
        String folders = Chain.display(settings.folders(), settings.home());
        String foreign = ForeignScripts.in(settings.folders(), settings.home())
                .map(sentence -> sentence + " ")
                .orElse("");
        return Problem.of("There are no revisions in " + folders + ".")
                .withHint(foreign + "Write the first with: retort revision -m \"what it does\","
                        + " or say where the migrations are with --migrations.");
    }
}
