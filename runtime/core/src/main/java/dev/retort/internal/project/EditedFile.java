package dev.retort.internal.project;

import java.util.Optional;

/**
 * A file of an applied revision that is not what was run: its script, or one that its script reads.
 *
 * @param file as the user would name it
 * @param what is the matter, as the end of a sentence that begins with the revision
 * @param diff empty where there is nothing to compare
 */
public record EditedFile(String file, String what, Optional<String> diff) {}
