package dev.retort.internal.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What people type who know other tools, and what to type here; consulted only for a word that Retort does not know. */
final class PhraseBook {

    private static final String TABLE = "phrases.txt";

    private final List<Phrase> phrases;

    /** The same answer for several words. */
    record Phrase(String answer, List<String> words) {}

    PhraseBook() {
        this.phrases = parsed(table());
    }

    List<Phrase> phrases() {
        return phrases;
    }

    /**
     * What to type instead.
     *
     * @param word the command or option that Retort does not know
     * @param arguments all of them; the word after a command may belong to it, as in {@code migrate status}
     */
    Optional<String> answer(String word, List<String> arguments) {
        String phrase = normal(word);
        Stream<String> longer = arguments.stream()
                .dropWhile(argument -> !argument.equals(word))
                .skip(1)
                .filter(argument -> !argument.startsWith("-"))
                .limit(1)
                .map(next -> phrase + " " + normal(next));
        return Stream.concat(longer, Stream.of(phrase)).flatMap(this::answers).findFirst();
    }

    private Stream<String> answers(String phrase) {
        return phrases.stream().filter(entry -> entry.words().contains(phrase)).map(Phrase::answer);
    }

    /** {@code db:migrate} and {@code changelogSync} are {@code db migrate} and {@code changelog-sync}. */
    private static String normal(String word) {
        String apart = word.startsWith("-") ? word : word.replaceAll("(?<=[a-z])(?=[A-Z])", "-");
        return apart.toLowerCase(Locale.ROOT).replace(':', ' ').replace('_', '-');
    }

    /** An answer begins its line; the words that it answers are indented below it. */
    private static List<Phrase> parsed(String table) {
        List<Phrase> phrases = new ArrayList<>();
        for (String line : table.lines().toList()) {
            if (line.startsWith(" ")) {
                Phrase last = phrases.remove(phrases.size() - 1);
                Stream<String> words = Arrays.stream(line.strip().split(",\\s*"));
                phrases.add(new Phrase(
                        last.answer(),
                        Stream.concat(last.words().stream(), words).toList()));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                phrases.add(new Phrase(line, List.of()));
            }
        }
        return List.copyOf(phrases);
    }

    private static String table() {
        try (InputStream table = Objects.requireNonNull(PhraseBook.class.getResourceAsStream(TABLE), TABLE)) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the resource " + TABLE + " cannot be read", unreadable);
        }
    }
}
