package dev.retort.internal.verify;

import dev.retort.Step;
import dev.retort.internal.header.Header;
import java.util.HashMap;
import java.util.Map;

/** The revisions that say that they have no downgrade. */
final class Irreversible {

    private Irreversible() {}

    /** Their ids, and why; read from the headers. */
    static Map<String, String> in(Subject subject) {
        Map<String, String> reasons = new HashMap<>();
        for (Step step : subject.steps()) {
            String id = step.revision().id();
            Header header = subject.chain().file(id).header();
            header.block("irreversible").ifPresent(block -> reasons.put(id, block.text() == null ? "" : block.text()));
        }
        return reasons;
    }
}
