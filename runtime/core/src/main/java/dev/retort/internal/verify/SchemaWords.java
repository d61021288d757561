package dev.retort.internal.verify;

import dev.retort.internal.difference.Difference;
import dev.retort.internal.difference.SchemaChange;
import dev.retort.internal.schema.LeftOut;
import dev.retort.internal.schema.Schema;
import dev.retort.internal.source.OperationWriter;
import java.util.ArrayList;
import java.util.List;

/** What differs between two schemas that were read, in words and as operations. */
final class SchemaWords {

    private final Subject subject;
    private final OperationWriter writer;

    SchemaWords(Subject subject) {
        this.subject = subject;
        this.writer = new OperationWriter(subject.settings().scripts().naming());
    }

    /** Fails the check where they differ. */
    void compare(Report report, String sentence, Schema found, Schema wanted) {
        String words = between(found, wanted);
        if (!words.isEmpty()) {
            report.fail(sentence, "These operations would lead to it:\n" + words);
        }
    }

    /**
     * The operations that lead from one to the other, each on lines of its own after what it is about; empty where they are
     * equal.
     */
    String between(Schema from, Schema to) {
        Difference difference = Difference.between(from, to, subject.dialect().difference());
        List<String> lines = new ArrayList<>();
        for (SchemaChange change : difference.changes()) {
            String statement =
                    writer.write(List.of(change.operation()), 0).indent(6).stripTrailing();
            lines.add("  " + change.about() + ":\n" + statement);
        }
        difference.unreachable().forEach(sentence -> lines.add("  " + sentence));
        for (LeftOut other : to.leftOut()) {
            if (!from.leftOut().contains(other)) {
                lines.add("  " + other + " is missing");
            }
        }
        for (LeftOut other : from.leftOut()) {
            if (!to.leftOut().contains(other)) {
                lines.add("  " + other + " is new");
            }
        }
        return String.join("\n", lines);
    }
}
