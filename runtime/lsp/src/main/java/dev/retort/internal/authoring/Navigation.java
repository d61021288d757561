package dev.retort.internal.authoring;

import dev.retort.RevisionView;
import dev.retort.internal.authoring.Token.Kind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Leads from one revision to others, and shows what is in one. */
public final class Navigation {

    private static final List<String> BLOCKS = List.of("upgrade", "downgrade", "change");

    private final Workbench workbench;

    public Navigation(Workbench workbench) {
        this.workbench = workbench;
    }

    /**
     * A part of a script, and the parts of it.
     *
     * @param detail more about it; empty where there is nothing to say
     * @param whole all of it
     * @param name where it is named
     */
    public record Part(String label, String detail, boolean operation, Span whole, Span name, List<Part> parts) {

        public Part {
            parts = List.copyOf(parts);
        }
    }

    /** The header of the revision that is named at a place. */
    public Optional<FilePlace> definition(Document document, int offset) {
        ScriptPlace place = workbench.place(document, offset);
        Token touched = place.touched();
        if (touched == null || !workbench.isReference(place)) {
            return Optional.empty();
        }
        return workbench
                .project(document)
                .flatMap(project -> project.chain()
                        .named(touched.value())
                        .flatMap(revision -> header(project.chain().file(revision))));
    }

    private Optional<FilePlace> header(Path file) {
        return workbench.textOf(file).map(text -> {
            Span id = HeaderText.of(TokenReader.read(text))
                    .first("revision")
                    .map(Token::inside)
                    .orElse(new Span(0, 0));
            return new FilePlace(file, text, id);
        });
    }

    /**
     * Where headers name the revision that is named at a place, or that the place is in.
     *
     * @param declaration whether its own header counts, too
     */
    public List<FilePlace> references(Document document, int offset, boolean declaration) {
        ScriptPlace place = workbench.place(document, offset);
        Token touched = place.touched();
        Optional<Token> own = HeaderText.of(document.tokens()).first("revision");
        Optional<Token> meant = touched != null && workbench.isReference(place) ? Optional.of(touched) : own;
        Optional<OpenProject> project = workbench.project(document);
        if (meant.isEmpty() || project.isEmpty()) {
            return List.of();
        }
        ChainView chain = project.get().chain();
        String id = chain.named(meant.get().value())
                .map(RevisionView::id)
                .orElse(meant.get().value());
        List<FilePlace> places = new ArrayList<>();
        for (RevisionView revision : chain.revisions()) {
            boolean follows = revision.downRevisions().contains(id)
                    || revision.dependsOn().stream()
                            .anyMatch(name -> chain.named(name)
                                    .map(RevisionView::id)
                                    .filter(id::equals)
                                    .isPresent());
            if (follows) {
                mentions(chain, revision, id, places);
            } else if (declaration && revision.id().equals(id)) {
                header(chain.file(revision)).ifPresent(places::add);
            }
        }
        return places;
    }

    private void mentions(ChainView chain, RevisionView revision, String id, List<FilePlace> places) {
        Path file = chain.file(revision);
        workbench.textOf(file).ifPresent(text -> {
            HeaderText header = HeaderText.of(TokenReader.read(text));
            for (String word : List.of("downRevision", "dependsOn")) {
                header.values(word).stream()
                        .filter(value -> chain.named(value.value())
                                .map(RevisionView::id)
                                .filter(id::equals)
                                .isPresent())
                        .forEach(value -> places.add(new FilePlace(file, text, value.inside())));
            }
        });
    }

    /** The revision, its closures, and the operations in each. */
    public List<Part> parts(Document document) {
        if (!workbench.isScript(document)) {
            return List.of();
        }
        List<Token> tokens = document.tokens();
        List<Part> parts = new ArrayList<>();
        HeaderText header = HeaderText.of(tokens);
        header.first("revision").ifPresent(id -> {
            String message = header.first("message").map(Token::value).orElse("");
            Span whole = new Span(0, id.span().end());
            parts.add(new Part("revision " + id.value(), message, false, whole, id.span(), List.of()));
        });
        if (workbench.isSchemaFile(document)) {
            parts.addAll(statements(tokens, 0, tokens.size()));
            return parts;
        }
        int depth = 0;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            depth += token.is("{") ? 1 : token.is("}") ? -1 : 0;
            if (depth == 0 && token.kind() == Kind.NAME && BLOCKS.contains(token.value())) {
                block(tokens, i).ifPresent(parts::add);
            }
        }
        return parts;
    }

    private static Optional<Part> block(List<Token> tokens, int word) {
        int open = word + 1;
        while (open < tokens.size() && !tokens.get(open).is("{")) {
            if (tokens.get(open).kind() == Kind.NAME) {
                return Optional.empty();
            }
            open++;
        }
        if (open >= tokens.size()) {
            return Optional.empty();
        }
        int close = closing(tokens, open);
        Token name = tokens.get(word);
        Span whole = new Span(
                name.span().start(),
                tokens.get(Math.min(close, tokens.size() - 1)).span().end());
        return Optional.of(new Part(name.value(), "", false, whole, name.span(), statements(tokens, open + 1, close)));
    }

    private static int closing(List<Token> tokens, int open) {
        int depth = 0;
        for (int i = open; i < tokens.size(); i++) {
            depth += tokens.get(i).is("{") ? 1 : tokens.get(i).is("}") ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return tokens.size();
    }

    /** The statements between two tokens, each with its first text: what it is about. */
    private static List<Part> statements(List<Token> tokens, int from, int to) {
        List<Part> parts = new ArrayList<>();
        int depth = 0;
        boolean begins = true;
        for (int i = from; i < to; i++) {
            Token token = tokens.get(i);
            if (depth == 0 && begins && token.kind() == Kind.NAME) {
                parts.add(statement(tokens, i, to));
            }
            depth += opens(token) ? 1 : closes(token) ? -1 : 0;
            Token before = i == 0 ? token : tokens.get(i - 1);
            begins = token.kind() == Kind.LINE_END && !before.is(",") || token.is(";");
        }
        return parts;
    }

    private static Part statement(List<Token> tokens, int word, int to) {
        Token name = tokens.get(word);
        String about = "";
        int depth = 0;
        int end = word;
        for (int i = word; i < to; i++) {
            Token token = tokens.get(i);
            depth += opens(token) ? 1 : closes(token) ? -1 : 0;
            if (depth == 0
                    && (token.kind() == Kind.LINE_END && !tokens.get(i - 1).is(",") || token.is(";"))) {
                break;
            }
            if (token.kind() == Kind.TEXT && about.isEmpty()) {
                about = token.value()
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .findFirst()
                        .orElse("");
            }
            end = i;
        }
        Span whole = new Span(name.span().start(), tokens.get(end).span().end());
        return new Part(name.value() + (about.isEmpty() ? "" : " " + about), "", true, whole, name.span(), List.of());
    }

    private static boolean opens(Token token) {
        return token.is("{") || token.is("(") || token.is("[");
    }

    private static boolean closes(Token token) {
        return token.is("}") || token.is(")") || token.is("]");
    }
}
