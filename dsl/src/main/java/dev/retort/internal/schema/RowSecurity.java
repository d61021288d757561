package dev.retort.internal.schema;

/** Whether the policies of a table decide which rows are seen and written. */
public enum RowSecurity {
    DISABLED,
    /** For everybody but the table's owner. */
    ENABLED,
    /** For the owner as well. */
    FORCED
}
