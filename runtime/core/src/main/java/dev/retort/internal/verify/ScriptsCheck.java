package dev.retort.internal.verify;

/** Every script compiles, and asks in its place in the chain for nothing that a database would refuse. */
final class ScriptsCheck implements CheckWork {

    private final Subject subject;

    ScriptsCheck(Subject subject) {
        this.subject = subject;
    }

    @Override
    public void run(Report report) {
        report.fail(subject.folding().problems());
    }
}
