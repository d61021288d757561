package dev.retort;

import dev.retort.internal.sandbox.Sandbox;
import dev.retort.internal.verify.ChainProof;
import java.util.List;

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

    @Override
    public void close() {
        try {
            proof.close();
        } finally {
            sandbox.close();
        }
    }
}
