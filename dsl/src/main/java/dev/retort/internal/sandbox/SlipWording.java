package dev.retort.internal.sandbox;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.codehaus.groovy.ast.ClassNode;

/** ScriptWords slips of punctuation, which the parser takes for something else that makes sense to it. */
final class SlipWording {

    private static final Map<String, String> CONSTANTS =
            Map.of("true", "true", "false", "false", "null", "null", "none", "null", "nil", "null");

    private SlipWording() {}

    /** {@code 'a' 'b'}: the second text is taken for the name of a method. */
    static Sentence quoted(String text, boolean implicitThis, Scope here) {
        return implicitThis
                ? Sentence.of(
                        "A closure after a text needs brackets.",
                        "Write the name in them: " + here.creating() + "('" + text + "') { … }.")
                : Sentence.of("A comma is missing before '" + text + "'.", "Put one between any two arguments.");
    }

    /** {@code unique} or {@code nullable = true} where an option is meant. */
    static Sentence option(String option, String word) {
        return Sentence.of(
                "\"" + option + "\" is an option of " + word + ", and has no colon here.",
                "Write " + option + ": and its value.");
    }

    /** {@code True}, {@code None}. */
    static Optional<Sentence> constant(String name) {
        String constant = CONSTANTS.get(name.toLowerCase(Locale.ROOT));
        return constant == null || constant.equals(name)
                ? Optional.empty()
                : Optional.of(Sentence.of("\"" + name + "\" is not known here.", "Did you mean " + constant + "?"));
    }

    /** {@code varchar 10} among the arguments of another call. */
    static Sentence inner() {
        return Sentence.of(
                "What follows does not belong to the call before it.",
                "Put the arguments of an inner call in brackets, varchar(10), and a comma between two arguments.");
    }

    static boolean isTime(ClassNode type) {
        return type.getName().startsWith("java.time.");
    }

    /** {@code date + 1}, which takes a part of Groovy that is not there. */
    static Sentence computedFromTime() {
        return Sentence.of("Dates and times have no such operator.", "Write date.plusDays(2), time.minus(duration).");
    }

    /** {@code row.id + 1}. */
    static Sentence computedFromRow() {
        return Sentence.of(
                "What type this column's value has is not known, so nothing can be computed from it.",
                "Read it with its type: row.string('name'), row.integer('n'), row.decimal('x'), row.instant('at').");
    }
}
