package dev.retort.internal.cli.completion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import picocli.CommandLine.Model.ArgSpec;

/**
 * What may be typed in a place, as far as it can be known.
 *
 * @param label as the help names it
 * @param words exactly these
 * @param revisions ids, labels and words for revisions, which the program lists
 */
record Argument(String label, List<String> words, boolean revisions, boolean files, boolean folders, boolean repeats) {

    private static final Set<String> REVISIONS = Set.of("REV", "REVS", "TARGET", "FROM", "TO");

    private static final Set<String> FILES = Set.of("FILE", "MODEL");

    /** By its label, which is the same wherever the same is meant. */
    static Argument of(ArgSpec spec) {
        List<String> parts = List.of(spec.paramLabel().split("[^A-Za-z]+"));
        List<String> words = new ArrayList<>(candidates(spec));
        if (spec.paramLabel().contains("|")) {
            parts.stream()
                    .filter(part -> part.equals(part.toLowerCase(Locale.ROOT)))
                    .forEach(words::add);
        }
        return new Argument(
                spec.paramLabel(),
                words,
                parts.stream().anyMatch(REVISIONS::contains),
                parts.stream().anyMatch(FILES::contains),
                parts.contains("DIR"),
                spec.isMultiValue());
    }

    /** As the scripts of bash and zsh name them: words with commas between them, or {@code nothing}. */
    List<String> kinds() {
        List<String> kinds = new ArrayList<>();
        if (revisions) {
            kinds.add("revisions");
        }
        if (files) {
            kinds.add("files");
        }
        if (folders) {
            kinds.add("folders");
        }
        if (!words.isEmpty()) {
            kinds.add(String.join(",", words));
        }
        return kinds.isEmpty() ? List.of("nothing") : kinds;
    }

    private static List<String> candidates(ArgSpec spec) {
        List<String> words = new ArrayList<>();
        if (spec.completionCandidates() != null) {
            spec.completionCandidates().forEach(words::add);
        } else if (spec.type().isEnum()) {
            Arrays.stream(spec.type().getEnumConstants()).map(Object::toString).forEach(words::add);
        }
        // Constants of an enum are typed in small letters.
        return words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
    }
}
