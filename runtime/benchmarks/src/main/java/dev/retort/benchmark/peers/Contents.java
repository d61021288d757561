package dev.retort.benchmark.peers;

/** How much of the chain a database holds: proof that a program did all of its work. */
record Contents(int tables, int columns, int indexes) {

    static final Contents NOTHING = new Contents(0, 0, 0);

    @Override
    public String toString() {
        return tables + " tables, " + columns + " columns and " + indexes + " indexes";
    }
}
