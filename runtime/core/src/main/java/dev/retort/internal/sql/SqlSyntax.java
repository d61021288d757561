package dev.retort.internal.sql;

/**
 * Where databases differ in how SQL is cut into words and statements.
 *
 * @param dollarQuotes {@code $tag$ … $tag$} is a string
 * @param escapeStrings {@code E'…'} knows backslashes
 * @param nestedComments a comment may hold another one
 * @param foreignQuotes identifiers may be written in {@code `…`} and {@code […]} as well
 * @param returnsEndComments a carriage return by itself ends a comment of {@code --}, as a line feed does
 * @param triggerBodies {@code CREATE TRIGGER … BEGIN … END} holds semicolons that end no statement
 */
public record SqlSyntax(
        boolean dollarQuotes,
        boolean escapeStrings,
        boolean nestedComments,
        boolean foreignQuotes,
        boolean returnsEndComments,
        boolean triggerBodies) {}
