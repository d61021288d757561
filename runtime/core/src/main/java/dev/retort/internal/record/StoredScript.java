package dev.retort.internal.record;

import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.RetortException.Kind;
import dev.retort.internal.header.ScriptSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.zip.InflaterInputStream;

/** The text of a script as a row of the history keeps it. It is given out only if it is what the row's checksum says. */
public final class StoredScript {

    /** No script is longer; a row that says so was not written by Retort, and must not fill the memory. */
    private static final int LONGEST = 16 * 1024 * 1024;

    private final long id;
    private final String revision;
    private final String table;
    private final String algorithm;
    private final String checksum;
    private final byte[] deflated;

    /**
     * @param id of the row
     * @param table the row is in, for messages
     */
    StoredScript(long id, String revision, String table, Checksum checksum, byte[] deflated) {
        this.id = id;
        this.revision = revision;
        this.table = table;
        this.algorithm = checksum.algorithm();
        this.checksum = checksum.hex();
        this.deflated = deflated.clone();
    }

    /** What the row says of the text. */
    public record Checksum(String algorithm, String hex) {}

    /** Of the row. */
    public long id() {
        return id;
    }

    /** {@code row 12 of retort_history}. */
    public String place() {
        return "row " + id + " of " + table;
    }

    /**
     * The text, named after the table and the revision as if it were a file.
     *
     * @throws RetortException naming the row, where its text is not the one that was written
     */
    public ScriptSource source() {
        if (!algorithm.equals(ScriptRecord.ALGORITHM)) {
            throw refusal(
                    "says that its checksum was computed by \"" + algorithm + "\", which this version does not know");
        }
        String text = inflated()
                .filter(found -> ScriptRecord.checksum(found).equals(checksum))
                .orElseThrow(() -> refusal("does not hold the script that its checksum was computed from"));
        return new ScriptSource(table + "/" + revision + ".groovy", text);
    }

    /** The files that it read; none where the row keeps none. */
    public List<KeptFile> files() {
        return KeptFiles.read(deflated);
    }

    private Optional<String> inflated() {
        try (InputStream inflater = new InflaterInputStream(new ByteArrayInputStream(deflated))) {
            return Optional.of(new String(inflater.readNBytes(LONGEST), StandardCharsets.UTF_8));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private RetortException refusal(String what) {
        String sentence = "Row " + id + " of " + table + ", for revision " + revision + ", " + what + ".";
        return new RetortException(
                Kind.SCRIPT,
                Problem.of(sentence)
                        .withHint(
                                "Its text is not used. Bring the script's file back, or restore the row from a backup."));
    }
}
