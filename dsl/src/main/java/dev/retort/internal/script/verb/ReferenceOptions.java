package dev.retort.internal.script.verb;

/** What a foreign key does, wherever it is declared. */
@Group
@Option(
        value = {"onDelete", "onUpdate"},
        type = String.class,
        text = "`'CASCADE'`, `'SET NULL'`, `'SET DEFAULT'`, `'RESTRICT'`, `'NO ACTION'`; on PostgreSQL also"
                + " `onDelete: 'SET NULL (a, b)'`")
@Option(value = "match", type = String.class, text = "of the foreign key: `'FULL'`, `'SIMPLE'`")
@DeferralOptions
@Option(value = "notEnforced", type = Boolean.class, text = "of the foreign key: declared only (PostgreSQL 18)")
public @interface ReferenceOptions {}
