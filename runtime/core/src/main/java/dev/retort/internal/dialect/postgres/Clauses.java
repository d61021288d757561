package dev.retort.internal.dialect.postgres;

import dev.retort.internal.schema.QualifiedName;

/** Parts that many statements have. */
final class Clauses {

    private Clauses() {}

    static String alterTable(QualifiedName table) {
        return "ALTER TABLE " + Identifiers.quote(table) + " ";
    }

    static String ifExists(boolean ifExists) {
        return ifExists ? "IF EXISTS " : "";
    }

    static String cascade(boolean cascade) {
        return cascade ? " CASCADE" : "";
    }
}
