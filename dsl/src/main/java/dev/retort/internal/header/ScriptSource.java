package dev.retort.internal.header;

import dev.retort.Location;
import dev.retort.Problem;
import dev.retort.RetortException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * The text of one script and the name its messages give it.
 *
 * @param file the path as the user would write it
 * @param text the characters of the file, without a byte order mark; offsets elsewhere count from its start
 */
public record ScriptSource(String file, String text) {

    /** A longer one is refused before it is parsed. */
    public static final int MOST_CHARACTERS = 256 * 1024;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    public ScriptSource {
        if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
            text = text.substring(1);
        }
    }

    /**
     * Reads a file as UTF-8.
     *
     * @param display the path as messages should show it
     * @throws RetortException if the file cannot be read, or holds bytes that are not UTF-8
     */
    public static ScriptSource read(Path path, String display) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(path);
        } catch (IOException e) {
            throw new RetortException(RetortException.Kind.SCRIPT, List.of(unreadable(path, display, e)), e);
        }
        return decode(bytes, display);
    }

    static ScriptSource decode(byte[] bytes, String display) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(in, out, true);
        ScriptSource source = new ScriptSource(display, out.flip().toString());
        if (!result.isError()) {
            return source;
        }
        Location where = source.locate(source.text.length());
        String wrong = String.format("The byte 0x%02X does not belong to UTF-8 text.", bytes[in.position()]);
        throw new RetortException(
                RetortException.Kind.SCRIPT, Problem.at(where, wrong).withHint("Save the script as UTF-8."));
    }

    /** The place an offset into the text stands for. */
    public Location locate(int offset) {
        return new Lines(this).locate(offset);
    }

    /**
     * The script without comments and without any choice of spacing: equal for two scripts that say the same in the same
     * words. What is too broken to be told apart stands for itself.
     */
    public String meaning() {
        try {
            return new Skimmer(text).meaning();
        } catch (BrokenScript e) {
            return text;
        }
    }

    private static Problem unreadable(Path path, String display, IOException e) {
        String why = "it is not a readable file";
        if (e instanceof NoSuchFileException) {
            why = "there is no such file";
        } else if (e instanceof AccessDeniedException) {
            why = "permission is denied";
        } else if (Files.isDirectory(path)) {
            why = "it is a folder";
        }
        return Problem.at(Location.of(display), "The script cannot be read: " + why + ".");
    }
}
