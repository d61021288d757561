package dev.retort.internal.authoring;

import dev.retort.RevisionView;
import dev.retort.TableOutline;
import dev.retort.internal.authoring.Proposal.Kind;
import dev.retort.internal.sandbox.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Proposes what can be written at a place of a script. */
public final class Completion {

    private static final String DOWN_REVISION = "downRevision";
    private static final String DEPENDS_ON = "dependsOn";

    private final Workbench workbench;
    private final Manual manual = Manual.read();

    public Completion(Workbench workbench) {
        this.workbench = workbench;
    }

    /** In the order in which they are to be shown. */
    public List<Proposal> at(Document document, int offset) {
        if (!workbench.isScript(document)) {
            return List.of();
        }
        ScriptPlace place = workbench.place(document, offset);
        if (place.isComment() || place.afterDot()) {
            return List.of();
        }
        ScriptCall call = place.call();
        if (place.isText()) {
            return call == null ? List.of() : inText(document, place, call);
        }
        Span replaced = typed(place, offset);
        if (call == null) {
            return words(place, replaced);
        }
        return isHeader(call, place) ? revisions(document, call, replaced, "'") : arguments(place, call, replaced);
    }

    /** What was typed of a word, which the word replaces. */
    private static Span typed(ScriptPlace place, int offset) {
        Token touched = place.touched();
        return touched == null ? new Span(offset, offset) : touched.span();
    }

    private static boolean isHeader(ScriptCall call, ScriptPlace place) {
        boolean named = call.word().equals(DOWN_REVISION) || call.word().equals(DEPENDS_ON);
        return named && !place.words().hasTypes();
    }

    private List<Proposal> words(ScriptPlace place, Span replaced) {
        List<Proposal> proposals = new ArrayList<>();
        Kind kind = place.words().hasTypes() ? Kind.OPERATION : Kind.HEADER;
        for (String word : place.words().words()) {
            String writing = place.words()
                    .word(word)
                    .map(known -> known.writings().get(0))
                    .orElse(word);
            proposals.add(new Proposal(
                    word, kind, word, replaced, writing, manual.of(word).orElse(null)));
        }
        return proposals;
    }

    private List<Proposal> arguments(ScriptPlace place, ScriptCall call, Span replaced) {
        List<Proposal> proposals = new ArrayList<>();
        Optional<Vocabulary.Word> word = workbench.word(place, call.word());
        String option = call.option();
        if (option != null) {
            Class<?> type = word.map(known -> known.options().get(option)).orElse(null);
            if (type == Boolean.class) {
                proposals.add(value("true", replaced));
                proposals.add(value("false", replaced));
                return proposals;
            }
        } else {
            word.ifPresent(known -> options(known, call, replaced, proposals));
        }
        if (place.words().hasTypes()) {
            for (String type : Vocabulary.types()) {
                String writing = Vocabulary.type(type)
                        .map(known -> known.writings().get(known.writings().size() - 1))
                        .orElse(type);
                proposals.add(new Proposal(
                        type,
                        Kind.TYPE,
                        type,
                        replaced,
                        writing,
                        manual.ofType(type).orElse(null)));
            }
        }
        return proposals;
    }

    private static Proposal value(String text, Span replaced) {
        return new Proposal(text, Kind.VALUE, text, replaced, null, null);
    }

    private void options(Vocabulary.Word word, ScriptCall call, Span replaced, List<Proposal> proposals) {
        word.options().forEach((name, type) -> {
            if (!call.options().contains(name)) {
                proposals.add(new Proposal(
                        name,
                        Kind.OPTION,
                        name + ": ",
                        replaced,
                        Explanation.typeName(type) + ", an option of " + word.name(),
                        manual.summary(word.name()).orElse(null)));
            }
        });
    }

    private List<Proposal> inText(Document document, ScriptPlace place, ScriptCall call) {
        Token text = place.touched();
        if (text == null) {
            return List.of();
        }
        if (isHeader(call, place)) {
            return revisions(document, call, text.inside(), "");
        }
        String name = parameter(place, call);
        if (name == null) {
            return List.of();
        }
        KnownTables tables = tables(document);
        return switch (name) {
            case "table", "sourceTable", "referentTable", "partition", "partitionOf" ->
                tables.names().stream()
                        .map(table -> new Proposal(table, Kind.TABLE, table, text.inside(), "table", null))
                        .toList();
            case "references" -> references(tables, text);
            case "column", "columns", "localColumns", "remoteColumns", "before", "after", "include" ->
                columns(tables.columns(table(place, call, name)), text.inside());
            default -> List.of();
        };
    }

    private static List<Proposal> columns(Map<String, String> columns, Span replaced) {
        return columns.entrySet().stream()
                .map(column ->
                        new Proposal(column.getKey(), Kind.COLUMN, column.getKey(), replaced, column.getValue(), null))
                .toList();
    }

    private static List<Proposal> references(KnownTables tables, Token text) {
        List<Proposal> proposals = new ArrayList<>();
        for (String table : tables.names()) {
            tables.columns(table).forEach((column, type) -> {
                String both = table + "." + column;
                proposals.add(new Proposal(both, Kind.COLUMN, both, text.inside(), type, null));
            });
        }
        return proposals;
    }

    /** What is being written: the name of an option, or of a parameter of the word. */
    private @Nullable String parameter(ScriptPlace place, ScriptCall call) {
        if (call.option() != null) {
            return call.option();
        }
        List<List<String>> forms = workbench
                .word(place, call.word())
                .map(Vocabulary.Word::parameters)
                .orElse(List.of());
        return forms.stream()
                .filter(form -> !form.isEmpty())
                .filter(form -> call.argument() < form.size() || isLastOfMany(form))
                .map(form -> form.get(Math.min(call.argument(), form.size() - 1)))
                .findFirst()
                .orElse(null);
    }

    private static boolean isLastOfMany(List<String> form) {
        return form.get(form.size() - 1).equals("columns");
    }

    /** The table whose columns are meant; null where it is not known. */
    private @Nullable String table(ScriptPlace place, ScriptCall call, String name) {
        List<String> names = workbench
                .word(place, call.word())
                .flatMap(word -> word.parameters().stream().findFirst())
                .orElse(List.of());
        int referent = names.indexOf("referentTable");
        int table = names.contains("sourceTable") ? names.indexOf("sourceTable") : names.indexOf("table");
        if (name.equals("remoteColumns") && referent >= 0) {
            return call.text(referent);
        } else if (table >= 0) {
            return call.text(table);
        }
        return place.around().stream()
                .map(around -> around.text(0))
                .filter(text -> text != null)
                .findFirst()
                .orElse(null);
    }

    private KnownTables tables(Document document) {
        List<Token> tokens = document.tokens();
        HeaderText header = HeaderText.of(tokens);
        List<String> before = new ArrayList<>(header.downRevisions());
        header.values(DEPENDS_ON).forEach(value -> before.add(value.value()));
        List<TableOutline> tables = workbench
                .project(document)
                .map(project -> project.tables(before))
                .orElse(List.of());
        return new KnownTables(tables, tokens);
    }

    /** @param quote around what is written */
    private List<Proposal> revisions(Document document, ScriptCall call, Span replaced, String quote) {
        Optional<OpenProject> project = workbench.project(document);
        if (project.isEmpty()) {
            return List.of();
        }
        ChainView chain = project.get().chain();
        String own = HeaderText.of(document.tokens())
                .first("revision")
                .map(Token::value)
                .orElse("");
        List<Proposal> proposals = new ArrayList<>();
        for (RevisionView revision : chain.revisions()) {
            if (!revision.id().equals(own)) {
                proposals.add(new Proposal(
                        revision.id(),
                        Kind.REVISION,
                        quote + revision.id() + quote,
                        replaced,
                        revision.message() + (revision.head() ? " (head)" : ""),
                        Explanation.ofRevision(revision)));
            }
        }
        if (call.word().equals(DEPENDS_ON)) {
            chain.labels()
                    .forEach(label -> proposals.add(
                            new Proposal(label, Kind.LABEL, quote + label + quote, replaced, "branch label", null)));
        }
        return proposals;
    }
}
