package dev.retort.internal.chain;

import dev.retort.internal.header.ScriptSource;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The headers of what somebody has open in an editor, before those of the files. None of them is kept. */
final class UnsavedHeaders implements KnownHeaders {

    private final KnownHeaders saved;
    private final Map<Path, String> texts;
    private final UnaryOperator<String> names;

    /** @param names the names of files as messages give them */
    UnsavedHeaders(KnownHeaders saved, Map<Path, String> texts, UnaryOperator<String> names) {
        this.saved = saved;
        this.texts = texts;
        this.names = names;
    }

    @Override
    public Optional<RevisionFile> find(Path script) {
        String text = texts.get(script.toAbsolutePath().normalize());
        if (text == null) {
            return saved.find(script);
        }
        String name = names.apply(script.getFileName().toString());
        return Optional.of(RevisionFile.of(script, new ScriptSource(name, text)));
    }

    @Override
    public RevisionFile add(Path script, Supplier<RevisionFile> reading) {
        return saved.add(script, reading);
    }

    @Override
    public void keep() {
        saved.keep();
    }
}
