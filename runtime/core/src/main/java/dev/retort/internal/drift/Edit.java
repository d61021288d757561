package dev.retort.internal.drift;

import dev.retort.RetortException;
import dev.retort.Revision;
import dev.retort.internal.chain.DataFiles;
import dev.retort.internal.chain.RevisionFile;
import dev.retort.internal.header.Header;
import dev.retort.internal.header.HeaderScanner;
import dev.retort.internal.header.ScriptSource;
import dev.retort.internal.project.EditedFile;
import dev.retort.internal.project.ReadFiles;
import dev.retort.internal.project.TextDiff;
import dev.retort.internal.record.ScriptRecord;
import dev.retort.internal.record.StoredScript;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A script that was applied and says something else now.
 *
 * @param behaviour whether it does something else; if not, only its place among the revisions is another one
 * @param stored what was run, or accepted since; empty where the history does not keep it, or keeps something else
 * @param script whether that is the script's own doing, and not that of a file that it reads alone
 * @param read the files that it reads and that were edited
 */
public record Edit(
        Revision revision,
        RevisionFile file,
        boolean behaviour,
        Optional<ScriptSource> stored,
        boolean script,
        List<EditedFile> read) {

    /**
     * What the file says otherwise than the text that stands for it; empty where that is nothing that counts.
     *
     * @param meaning the checksum of what that text meant, with the files of rows and SQL that it names
     */
    static Optional<Edit> of(
            Revision revision, RevisionFile file, Optional<StoredScript> kept, @Nullable String meaning) {
        Optional<ScriptSource> stored = readable(kept);
        Optional<Header> header = stored.flatMap(Edit::header);
        boolean body = header.isEmpty()
                || !body(stored.orElseThrow(), header.get()).equals(body(file.source(), file.header()));
        boolean files = header.isPresent()
                && !meaning(stored.orElseThrow(), header.get(), file).equals(meaning);
        boolean script = body || !placedAlike(header.get(), file.header());
        if (!script && !files) {
            return Optional.empty();
        }
        List<EditedFile> read =
                files ? ReadFiles.edited(file, kept.map(StoredScript::files).orElse(List.of())) : List.of();
        return Optional.of(new Edit(revision, file, body || files, stored, script, read));
    }

    /** Each file by itself: the script where it says something else, then those that it reads. */
    public List<EditedFile> files() {
        List<EditedFile> files = new ArrayList<>();
        if (script || read.isEmpty()) {
            String what = behaviour ? "its script does something else now." : "its script has another place now.";
            files.add(new EditedFile(file.file(), what, diff()));
        }
        files.addAll(read);
        return files;
    }

    /** From what was applied to what the file says; empty where only a file has changed that the script names. */
    private Optional<String> diff() {
        return stored.map(then -> TextDiff.unified(
                        then.file(), then.text(), file.file(), file.source().text()))
                .filter(diff -> !diff.isEmpty());
    }

    private static Optional<ScriptSource> readable(Optional<StoredScript> kept) {
        try {
            return kept.map(StoredScript::source);
        } catch (RetortException e) {
            return Optional.empty();
        }
    }

    private static Optional<Header> header(ScriptSource stored) {
        try {
            return Optional.of(HeaderScanner.scan(stored));
        } catch (RetortException e) {
            return Optional.empty();
        }
    }

    /** What the stored text means beside the files that are there now: if it is another thing, one of those has changed. */
    private static String meaning(ScriptSource stored, Header header, RevisionFile file) {
        RevisionFile then = RevisionFile.stored(file.path(), stored, header);
        return ScriptRecord.of(stored.text(), DataFiles.meaning(then)).meaningChecksum();
    }

    private static boolean placedAlike(Header then, Header now) {
        return new HashSet<>(then.downRevisions()).equals(new HashSet<>(now.downRevisions()))
                && new HashSet<>(then.dependsOn()).equals(new HashSet<>(now.dependsOn()))
                && new HashSet<>(then.branchLabels()).equals(new HashSet<>(now.branchLabels()));
    }

    /** The meaning of all but the header, whose message, description and date are for people, as comments are. */
    private static String body(ScriptSource source, Header header) {
        StringBuilder text = new StringBuilder(source.text());
        List<Header.Entry> lastFirst = header.entries().stream()
                .sorted(Comparator.comparingInt(Header.Entry::start).reversed())
                .toList();
        lastFirst.forEach(entry -> text.delete(entry.start(), entry.end()));
        return new ScriptSource(source.file(), text.toString()).meaning();
    }
}
