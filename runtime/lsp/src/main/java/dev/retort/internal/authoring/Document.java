package dev.retort.internal.authoring;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text that somebody has open.
 *
 * @param uri as the editor names it
 * @param path where it is saved; null where it is nowhere yet
 * @param version as the editor counts them
 */
public record Document(String uri, @Nullable Path path, int version, DocumentText text) {

    /** With what was typed since. */
    public Document changed(int newVersion, DocumentText newText) {
        return new Document(uri, path, newVersion, newText);
    }

    List<Token> tokens() {
        return TokenReader.read(text);
    }

    /** As messages name it. */
    String name() {
        return path == null ? uri.substring(uri.lastIndexOf('/') + 1) : path.toString();
    }
}
