package dev.retort.internal.authoring;

import dev.retort.RetortException;
import dev.retort.internal.header.ScriptSource;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What somebody has open. Safe for any number of threads; a document is a value, so that whoever works with one is not disturbed. */
public final class OpenDocuments {

    private final Map<String, Document> byUri = new ConcurrentHashMap<>();

    public void put(Document document) {
        byUri.put(document.uri(), document);
    }

    public void remove(String uri) {
        byUri.remove(uri);
    }

    public Optional<Document> find(String uri) {
        return Optional.ofNullable(byUri.get(uri));
    }

    public Collection<Document> all() {
        return List.copyOf(byUri.values());
    }

    public Optional<Document> at(Path path) {
        return byUri.values().stream()
                .filter(document -> path.equals(document.path()))
                .findFirst();
    }

    /** The texts of those that are scripts of a project, by their files. */
    Map<Path, String> scripts(ProjectFolder folder) {
        Map<Path, String> texts = new LinkedHashMap<>();
        for (Document document : byUri.values()) {
            Path path = document.path();
            if (path != null && folder.isRevision(path)) {
                texts.put(path, document.text().text());
            }
        }
        return texts;
    }

    /** The text of a file: as it is open, or else as it is saved; empty where it cannot be read. */
    Optional<DocumentText> text(Path path) {
        Optional<Document> open = at(path);
        if (open.isPresent()) {
            return open.map(Document::text);
        }
        try {
            return Optional.of(
                    new DocumentText(ScriptSource.read(path, path.toString()).text()));
        } catch (RetortException unreadable) {
            return Optional.empty();
        }
    }
}
