package dev.retort;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is to be proven of a chain.
 *
 * @param from where the proof starts, as ids or other targets; none means from nothing
 * @param to where it ends, as {@link Retort#upgrade} takes it
 * @param rows how many rows each table is to have before a revision is tried; 0 for none
 * @param seed of all that is arbitrary in these rows
 * @param except ids of revisions that are applied without being tried, and {@linkplain Check#name() names} of checks that are
 *     left out
 * @param heads the ids or labels of the heads that the chain is to have; none means one, whichever that is
 * @param fixtures a folder with rows of the project's own, in a file for each revision that needs some; null means none
 */
public record VerificationRequest(
        Set<String> from,
        String to,
        int rows,
        long seed,
        Set<String> except,
        Set<String> heads,
        @Nullable Path fixtures) {

    private static final int A_FEW = 5;

    public VerificationRequest {
        from = new TreeSet<>(from);
        except = Set.copyOf(except);
        heads = Set.copyOf(heads);
    }

    /** Of the whole chain, with five rows a table. */
    public static VerificationRequest of(long seed) {
        return new VerificationRequest(Set.of(), "heads", A_FEW, seed, Set.of(), Set.of(), null);
    }

    public VerificationRequest withRange(Collection<String> newFrom, String newTo) {
        return new VerificationRequest(Set.copyOf(newFrom), newTo, rows, seed, except, heads, fixtures);
    }

    public VerificationRequest withRows(int newRows) {
        return new VerificationRequest(from, to, newRows, seed, except, heads, fixtures);
    }

    public VerificationRequest withExcept(Collection<String> newExcept) {
        return new VerificationRequest(from, to, rows, seed, Set.copyOf(newExcept), heads, fixtures);
    }

    public VerificationRequest withHeads(Collection<String> newHeads) {
        return new VerificationRequest(from, to, rows, seed, except, Set.copyOf(newHeads), fixtures);
    }

    public VerificationRequest withFixtures(@Nullable Path newFixtures) {
        return new VerificationRequest(from, to, rows, seed, except, heads, newFixtures);
    }

    /** The folder of the project's own rows. */
    public Optional<Path> fixtureFolder() {
        return Optional.ofNullable(fixtures);
    }
}
