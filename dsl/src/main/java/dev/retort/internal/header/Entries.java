package dev.retort.internal.header;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The statements of a header that were well written: checks what they say and makes the header of them. */
final class Entries {

    private static final Set<String> SINGLE = Set.of("revision", "message", "created", "description");

    private final List<Header.Entry> entries;

    Entries(List<Header.Entry> entries) {
        this.entries = entries;
    }

    List<HeaderRefusal> refusals() {
        List<HeaderRefusal> refusals = new ArrayList<>();
        for (Header.Entry entry : entries) {
            refusals.addAll(refusals(entry));
        }
        return refusals;
    }

    Header header(List<Header.Block> blocks) {
        return new Header(
                values("revision").get(0),
                values("downRevision"),
                values("branchLabels"),
                values("dependsOn"),
                single("message"),
                single("created"),
                single("description"),
                StatementLimits.of(this::single),
                entries,
                blocks);
    }

    private List<HeaderRefusal> refusals(Header.Entry entry) {
        List<HeaderRefusal> refusals = new ArrayList<>();
        if (isSingle(entry.word()) && entry.values().size() > 1) {
            refusals.add(new HeaderRefusal(
                    entry.start(),
                    "The header word \"" + entry.word() + "\" takes one value, not "
                            + entry.values().size() + ".",
                    null));
        }
        Set<String> seen = new HashSet<>();
        for (String value : entry.values()) {
            if (!seen.add(value)) {
                String twice = "The header word \"" + entry.word() + "\" names \"" + value + "\" twice.";
                refusals.add(new HeaderRefusal(entry.start(), twice, null));
            }
            refuse(entry.word(), value).ifPresent(wrong -> refusals.add(new HeaderRefusal(entry.start(), wrong, null)));
        }
        return refusals;
    }

    private static Optional<String> refuse(String word, String value) {
        return switch (word) {
            case "revision", "downRevision", "squashed" -> Identifiers.refuseRevision(value);
            case "branchLabels", "dependsOn" -> Identifiers.refuseLabel(value);
            default -> StatementLimits.WORDS.contains(word) ? refuseDuration(word, value) : Optional.empty();
        };
    }

    private static boolean isSingle(String word) {
        return SINGLE.contains(word) || StatementLimits.WORDS.contains(word);
    }

    private static Optional<String> refuseDuration(String word, String value) {
        return DurationText.parse(value).isPresent()
                ? Optional.empty()
                : Optional.of("\"" + value + "\" is no duration for \"" + word
                        + "\"; write one such as '5s', '2m' or '500ms', and '0s' for the database's own.");
    }

    private List<String> values(String word) {
        return entries.stream()
                .filter(entry -> entry.word().equals(word))
                .findFirst()
                .map(Header.Entry::values)
                .orElse(List.of());
    }

    private @Nullable String single(String word) {
        List<String> values = values(word);
        return values.isEmpty() ? null : values.get(0);
    }
}
