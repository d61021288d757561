package dev.retort.internal.project;

import dev.retort.internal.chain.DataFiles;
import dev.retort.internal.chain.DataFiles.Content;
import dev.retort.internal.chain.RevisionFile;
import dev.retort.internal.record.KeptFile;
import dev.retort.internal.record.ScriptRecord;
import dev.retort.internal.sql.Secrets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The files that a script reads: how they are kept, and which of them were edited since. */
public final class ReadFiles {

    private ReadFiles() {}

    /** The script as it is now, with its files, for the history. */
    public static ScriptRecord record(RevisionFile file) {
        List<KeptFile> files = DataFiles.contents(file).stream()
                .map(content -> new KeptFile(content.name(), content.meaning(), shown(content)))
                .toList();
        return ScriptRecord.of(file.source().text(), DataFiles.meaning(file)).with(files);
    }

    /** Those that say something else than the ones that are kept; which is not known where none are. */
    public static List<EditedFile> edited(RevisionFile file, List<KeptFile> kept) {
        List<Content> now = DataFiles.contents(file);
        if (kept.isEmpty()) {
            return unknown(file, now);
        }
        List<EditedFile> edited = new ArrayList<>();
        for (Content content : now) {
            Optional<KeptFile> then = kept.stream()
                    .filter(some -> some.name().equals(content.name()))
                    .findFirst();
            if (then.isPresent() && !then.get().meaning().equals(content.meaning())) {
                edited.add(new EditedFile(content.display(), what(content.display()), diff(then.get(), content)));
            }
        }
        return edited;
    }

    private static List<EditedFile> unknown(RevisionFile file, List<Content> now) {
        if (now.size() == 1) {
            String only = now.get(0).display();
            return List.of(new EditedFile(only, what(only), Optional.empty()));
        }
        String all = String.join(", ", now.stream().map(Content::display).toList());
        String script = file.file();
        return List.of(new EditedFile(
                script,
                "one of the files that its script reads says something else now: " + all + ".",
                Optional.empty()));
    }

    private static String what(String file) {
        return "its file " + file + " says something else now.";
    }

    private static Optional<String> diff(KeptFile then, Content now) {
        String text = shown(now);
        return then.text() == null || text == null
                ? Optional.empty()
                : Optional.of(TextDiff.unified("applied/" + then.name(), then.text(), now.display(), text))
                        .filter(diff -> !diff.isEmpty());
    }

    private static @Nullable String shown(Content content) {
        return content.text() == null ? null : Secrets.NONE.hidden(Objects.requireNonNull(content.text()));
    }
}
