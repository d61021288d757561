package dev.retort.internal.project;

import dev.retort.Location;
import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.RetortException.Kind;
import dev.retort.internal.chain.WholeFile;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The text of a script on disk.
 *
 * @param file as messages name it
 */
public record ScriptOnDisk(Path path, String file) {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /**
     * Writes another text, with the byte order mark that the file has.
     *
     * @param before what is known to be there
     * @throws RetortException where something else is there by now
     */
    public void replace(String before, String after) {
        new WholeFile(path, file).replace(check(before) + after);
    }

    /**
     * Takes away what was created.
     *
     * @throws RetortException where something else is there by now
     */
    public void remove(String created) {
        check(created);
        try {
            Files.delete(path);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /**
     * The byte order mark of the file; empty where there is none.
     *
     * @throws RetortException where another text is there
     */
    public String check(String text) {
        try {
            String there = Files.readString(path);
            String mark = there.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : "";
            if (!there.equals(mark + text)) {
                throw new RetortException(
                        Kind.FAILED,
                        Problem.at(Location.of(file), "The file was changed in the meantime.")
                                .withHint("Try again."));
            }
            return mark;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private RetortException unreadable(IOException e) {
        return new RetortException(
                Kind.FAILED,
                List.of(Problem.at(Location.of(file), "The file cannot be read: " + WholeFile.reason(e) + ".")),
                e);
    }

    /**
     * Writes a script that was not there.
     *
     * @throws RetortException where it is
     */
    public void create(String text) {
        try {
            new WholeFile(path, file).create(text);
        } catch (FileAlreadyExistsException e) {
            throw new RetortException(
                    Kind.USAGE,
                    List.of(Problem.of("There is a file " + file + " already.")
                            .withHint("Give another message or another --rev-id.")),
                    e);
        }
    }
}
