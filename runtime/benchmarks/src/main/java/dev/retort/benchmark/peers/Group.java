package dev.retort.benchmark.peers;

import java.util.List;

/**
 * Works on the same databases, which are filled once for all of them.
 *
 * @param works of the same size, and with the same start; at least one
 * @param floor whether the floor is measured as well
 */
record Group(List<Work> works, boolean floor) {

    static Group of(Work work) {
        return new Group(List.of(work), false);
    }

    /** Whose size and start are those of all. */
    Work first() {
        return works.get(0);
    }
}
