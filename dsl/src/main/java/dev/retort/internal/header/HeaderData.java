package dev.retort.internal.header;

import dev.retort.Location;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Headers as bytes: what was read before need not be read again. */
public final class HeaderData {

    private HeaderData() {}

    /** @throws IOException also where a text is too long for the form */
    public static void write(Header header, DataOutputStream out) throws IOException {
        out.writeInt(header.entries().size());
        for (Header.Entry entry : header.entries()) {
            out.writeUTF(entry.word());
            out.writeInt(entry.values().size());
            for (String value : entry.values()) {
                out.writeUTF(value);
            }
            write(entry.location(), out);
            out.writeInt(entry.start());
            out.writeInt(entry.end());
        }
        out.writeInt(header.blocks().size());
        for (Header.Block block : header.blocks()) {
            out.writeUTF(block.word());
            out.writeBoolean(block.text() != null);
            if (block.text() != null) {
                out.writeUTF(block.text());
            }
            write(block.location(), out);
            out.writeInt(block.start());
        }
    }

    private static void write(Location location, DataOutputStream out) throws IOException {
        out.writeInt(location.line());
        out.writeInt(location.column());
    }

    /**
     * What {@link #write} wrote.
     *
     * @param file as messages name it now
     */
    public static Header read(DataInputStream in, String file) throws IOException {
        List<Header.Entry> entries = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            String word = in.readUTF();
            List<String> values = new ArrayList<>();
            for (int more = in.readInt(); more > 0; more--) {
                values.add(in.readUTF());
            }
            entries.add(new Header.Entry(word, values, location(in, file), in.readInt(), in.readInt()));
        }
        List<Header.Block> blocks = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            String word = in.readUTF();
            @Nullable String text = in.readBoolean() ? in.readUTF() : null;
            blocks.add(new Header.Block(word, text, location(in, file), in.readInt()));
        }
        return new Entries(entries).header(blocks);
    }

    private static Location location(DataInputStream in, String file) throws IOException {
        return new Location(file, in.readInt(), in.readInt());
    }
}
