package dev.retort.internal.cli;

import dev.retort.SchemaDifference;

/** A difference as a person reads it: the operations on standard output, what is to be known of them beside it. */
final class DifferenceOutput {

    private DifferenceOutput() {}

    static void print(SchemaDifference difference, Console console) {
        if (difference.isEmpty()) {
            console.progress("The schemas are equal.");
        }
        for (SchemaDifference.Change change : difference.changes()) {
            String mark = change.losesData() ? "// loses data" + System.lineSeparator() : "";
            console.result(mark + change.operation());
        }
        difference.unreachable().forEach(console::warning);
        difference
                .renames()
                .forEach(rename -> console.progress("The " + rename.object() + " might be renamed to "
                        + rename.newName() + ": it " + rename.reason() + "."));
    }
}
