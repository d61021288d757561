package dev.retort.internal.verify.rows;

import dev.retort.internal.schema.Constraint.ForeignKey;

/** It is known before any is tried that a table can have no row. */
final class NoRow extends Exception {

    private static final long serialVersionUID = 1;

    private final String sentence;

    private NoRow(String sentence) {
        super(sentence, null, false, false);
        this.sentence = sentence;
    }

    /** A row must refer to another one, and there is none. */
    static NoRow withoutParent(ForeignKey key) {
        return new NoRow("The foreign key" + (key.name() == null ? "" : " \"" + key.name() + "\"") + " on "
                + String.join(", ", key.columns()) + " needs a row of \"" + key.referencedTable()
                + "\", which has none.");
    }

    /** The type of a column is one that nobody knows. */
    static NoRow withoutValue(TableCell cell, String type) {
        return new NoRow("No value is known for the column \"" + cell.name() + "\", whose type is " + type + ".");
    }

    /** For a person. */
    String sentence() {
        return sentence;
    }
}
