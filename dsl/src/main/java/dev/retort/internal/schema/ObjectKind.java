package dev.retort.internal.schema;

/** The kinds of objects that a schema holds, in the order in which one needs the other. */
public enum ObjectKind {
    SCHEMA("schema"),
    EXTENSION("extension"),
    ENUM_TYPE("enum type"),
    COMPOSITE_TYPE("composite type"),
    DOMAIN("domain"),
    SEQUENCE("sequence"),
    ROUTINE("routine"),
    TABLE("table"),
    VIRTUAL_TABLE("virtual table"),
    COLUMN("column"),
    CONSTRAINT("constraint"),
    VIEW("view"),
    INDEX("index"),
    TRIGGER("trigger"),
    POLICY("policy");

    private final String words;

    ObjectKind(String words) {
        this.words = words;
    }

    /** As messages call it: {@code enum type}. */
    public String words() {
        return words;
    }
}
