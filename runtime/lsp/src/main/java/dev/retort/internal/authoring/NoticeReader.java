package dev.retort.internal.authoring;

import dev.retort.LintFinding;
import dev.retort.Location;
import dev.retort.Problem;
import dev.retort.internal.authoring.Notice.Level;
import dev.retort.internal.authoring.Token.Kind;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the part of a text that a message is about: messages name the place where it begins, or a line, or a file alone. */
final class NoticeReader {

    private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");
    private static final Pattern MEANT = Pattern.compile("Did you mean \"([^\"]+)\"\\?");

    private final DocumentText text;
    private final List<Token> tokens;

    NoticeReader(DocumentText text) {
        this.text = text;
        this.tokens = TokenReader.read(text);
    }

    /** At the id of a revision, of which something is said as a whole. */
    Notice ofRevision(Problem problem, Level level, String code) {
        String hint = problem.hint() == null ? "" : " " + problem.hint();
        return new Notice(header(null), level, problem.sentence() + hint, code, null);
    }

    Notice of(LintFinding finding) {
        Level level = switch (finding.severity()) {
            case ERROR -> Level.ERROR;
            case WARNING -> Level.WARNING;
            case INFO -> Level.INFORMATION;
        };
        String why = finding.sentence().contains(finding.why()) ? "" : " " + finding.why();
        String better = finding.better() == null ? "" : "\nInstead: " + finding.better();
        boolean here = finding.place().file().equals(finding.line().file());
        String message = (here ? "" : finding.place() + ": ") + finding.sentence() + why + better;
        Span statement = statement(here ? finding.place() : finding.line());
        String wrong = quoted(finding.sentence());
        if (level != Level.ERROR || wrong == null) {
            return new Notice(statement, level, message, finding.rule(), null);
        }
        return new Notice(
                named(statement, wrong).orElse(statement),
                level,
                message,
                finding.rule(),
                instead(statement, wrong, finding.sentence()));
    }

    Notice of(Problem problem, Level level) {
        String hint = problem.hint() == null ? "" : " " + problem.hint();
        String wrong = quoted(problem.sentence());
        Span span = span(problem.location(), wrong);
        String instead = wrong == null ? null : instead(span, wrong, hint);
        Span meant =
                instead == null || wrong == null ? span : named(span, wrong).orElse(span);
        return new Notice(meant, level, problem.sentence() + hint, null, instead);
    }

    /** What the message supposes, where the text has what it calls wrong; a text is replaced inside of its quotes. */
    private @Nullable String instead(Span span, String wrong, String message) {
        Matcher meant = MEANT.matcher(message);
        return meant.find() && named(span, wrong).isPresent() ? meant.group(1) : null;
    }

    private static @Nullable String quoted(String sentence) {
        Matcher quoted = QUOTED.matcher(sentence);
        return quoted.find() ? quoted.group(1) : null;
    }

    private Span span(@Nullable Location location, @Nullable String wrong) {
        if (location == null || location.line() == 0) {
            return header(wrong);
        }
        if (location.column() == 0) {
            return text.inLine(
                    Math.min(location.line(), text.position(text.length()).line() + 1) - 1);
        }
        int offset = text.offset(location);
        return tokens.stream()
                .filter(token -> token.kind() != Kind.LINE_END)
                .map(Token::span)
                .filter(span -> span.start() <= offset && offset < span.end())
                .map(span -> firstLine(new Span(offset, span.end())))
                .findFirst()
                .orElseGet(() -> beside(offset));
    }

    /** Of what is longer than a line only the first one: nobody wants to see half of a page underlined. */
    private Span firstLine(Span span) {
        int end = text.line(text.position(span.start()).line()).end();
        return new Span(span.start(), Math.max(span.start(), Math.min(span.end(), end)));
    }

    /** At the end of a line, the character before it, so that there is something to see. */
    private Span beside(int offset) {
        Span line = text.line(text.position(offset).line());
        return offset >= line.end() && offset > line.start() ? new Span(offset - 1, offset) : new Span(offset, offset);
    }

    /** What is wrong with a script as a whole is wrong with its header: with the value that is named, or the id. */
    private Span header(@Nullable String wrong) {
        Optional<Token> named = tokens.stream()
                .filter(token -> token.kind() == Kind.TEXT && token.value().equals(wrong))
                .findFirst();
        return named.or(() -> HeaderText.of(tokens).first("revision"))
                .map(Token::span)
                .orElseGet(() -> text.inLine(0));
    }

    private Optional<Span> named(Span span, String wrong) {
        int found = text.text().indexOf(wrong, span.start());
        return found < 0 || found + wrong.length() > span.end()
                ? Optional.empty()
                : Optional.of(new Span(found, found + wrong.length()));
    }

    /** A statement, as far as it is on the line where it begins. */
    private Span statement(Location place) {
        if (place.line() == 0) {
            return header(null);
        }
        Span line = text.inLine(
                Math.min(place.line() - 1, text.position(text.length()).line()));
        int start = place.column() == 0 ? line.start() : Math.min(text.offset(place), line.end());
        return new Span(start, Math.max(start, line.end()));
    }
}
