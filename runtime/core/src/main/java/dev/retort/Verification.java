package dev.retort;

import dev.retort.internal.sandbox.Sandbox;
import dev.retort.internal.verify.ChainProof;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Proves on scratch databases that a chain goes up, down and up again, each check by itself: {@link Retort#verification}. For
 * one thread. Closing it drops the databases.
 */
public final class Verification implements AutoCloseable {

    private final ChainProof proof;
    private final Sandbox sandbox;

    Verification(ChainProof proof, Sandbox sandbox) {
        this.proof = proof;
        this.sandbox = sandbox;
    }

    /** In the order in which they take least. */
    public List<Check> checks() {
        return proof.checks();
    }

    /**
     * Runs one of the {@link #checks}, in whichever order; the revisions that it needs are applied for it.
     *
     * @throws RetortException where no scratch database can be had
     */
    public CheckResult run(Check check) {
        return proof.run(check);
    }

    /** What differs, as the operations that lead to the other side; empty where nothing does. */
    static String words(SchemaDifference difference) {
        Stream<String> changes = difference.changes().stream()
                .map(change -> "  " + change.object() + ":\n"
                        + change.operation().indent(6).stripTrailing());
        Stream<String> others = difference.unreachable().stream().map(sentence -> "  " + sentence);
        return Stream.concat(changes, others).collect(Collectors.joining("\n"));
    }

    @Override
    public void close() {
        try {
            proof.close();
        } finally {
            sandbox.close();
        }
    }
}
