package dev.retort.internal.chain;

import dev.retort.internal.header.Header;
import dev.retort.internal.header.HeaderScanner;
import dev.retort.internal.header.NamedFiles;
import dev.retort.internal.header.ScriptSource;
import dev.retort.internal.record.ScriptRecord;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A revision script, its header read. Its text is read when it is asked for, where the header was known already. */
public final class RevisionFile {

    private final Path path;
    private final String file;
    private final Header header;
    private final boolean stored;
    private @Nullable ScriptSource source;
    private @Nullable Glance glance;

    /**
     * What can be said of a text without having it.
     *
     * @param checksum as {@link ScriptRecord#checksum}
     * @param mayNameFiles whether it has one of the words by which scripts name files
     */
    record Glance(String checksum, boolean mayNameFiles) {

        static Glance at(ScriptSource source) {
            return new Glance(ScriptRecord.checksum(source.text()), NamedFiles.mayBeIn(source));
        }
    }

    private RevisionFile(
            Path path,
            String file,
            Header header,
            boolean stored,
            @Nullable ScriptSource source,
            @Nullable Glance glance) {
        this.path = path;
        this.file = file;
        this.header = header;
        this.stored = stored;
        this.source = source;
        this.glance = glance;
    }

    /** Reads the header of a script that is on disk, or is to be. */
    public static RevisionFile of(Path path, ScriptSource source) {
        return new RevisionFile(path, source.file(), HeaderScanner.scan(source), false, source, null);
    }

    /** A script on disk whose header was read before. */
    static RevisionFile known(Path path, String file, Header header, Glance glance) {
        return new RevisionFile(path, file, header, false, null, glance);
    }

    /** A script that is gone from the disk; its text is the one a database's history keeps. */
    public static RevisionFile stored(Path path, ScriptSource source, Header header) {
        return new RevisionFile(path, source.file(), header, true, source, null);
    }

    /** Where it is on disk; of a stored one, where nothing is. */
    public Path path() {
        return path;
    }

    /** As messages name it. */
    public String file() {
        return file;
    }

    public Header header() {
        return header;
    }

    /** Whether it is gone from the disk. */
    public boolean stored() {
        return stored;
    }

    /**
     * Its text.
     *
     * @throws dev.retort.RetortException where the file cannot be read any more
     */
    public synchronized ScriptSource source() {
        if (source == null) {
            source = ScriptSource.read(path, file);
        }
        return source;
    }

    /** Of its text, as {@link ScriptRecord#checksum}. */
    public String checksum() {
        return glance().checksum();
    }

    /** Whether it may name files; false is certain. */
    public boolean mayNameFiles() {
        return glance().mayNameFiles();
    }

    synchronized Glance glance() {
        if (glance == null) {
            glance = Glance.at(source());
        }
        return glance;
    }
}
