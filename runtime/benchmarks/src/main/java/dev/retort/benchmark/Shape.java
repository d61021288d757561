package dev.retort.benchmark;

import dev.retort.Revision;
import java.util.ArrayList;
import java.util.List;

/** Graphs that are large in one way each. */
public enum Shape {
    /** 10,000 revisions in a line. */
    LINE {
        @Override
        List<Revision> revisions() {
            List<Revision> revisions = new ArrayList<>();
            for (int i = 0; i < 10_000; i++) {
                revisions.add(i == 0 ? revision("r0") : revision("r" + i, "r" + (i - 1)));
            }
            return revisions;
        }
    },
    /** 1,000 diamonds, each within the one before. */
    NESTED_DIAMONDS {
        @Override
        List<Revision> revisions() {
            int depth = 1_000;
            List<Revision> revisions = new ArrayList<>(List.of(revision("o0")));
            for (int i = 1; i <= depth; i++) {
                revisions.add(revision("l" + i, "o" + (i - 1)));
                revisions.add(revision("s" + i, "o" + (i - 1)));
                revisions.add(revision("o" + i, "l" + i));
            }
            String top = "o" + depth;
            for (int i = depth; i >= 1; i--) {
                revisions.add(revision("m" + i, top, "s" + i));
                top = "m" + i;
            }
            return revisions;
        }
    },
    /** 200 branches of 50 revisions from one root. */
    PARALLEL {
        @Override
        List<Revision> revisions() {
            List<Revision> revisions = new ArrayList<>(List.of(revision("root")));
            for (int branch = 0; branch < 200; branch++) {
                String below = "root";
                for (int i = 0; i < 50; i++) {
                    String id = "b" + branch + "_" + i;
                    revisions.add(revision(id, below));
                    below = id;
                }
            }
            return revisions;
        }
    };

    abstract List<Revision> revisions();

    private static Revision revision(String id, String... downRevisions) {
        return new Revision(id, List.of(downRevisions), List.of(), List.of(), null, "migrations/" + id + ".groovy");
    }
}
