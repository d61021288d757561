package dev.retort.internal.run;

import dev.retort.internal.dialect.CopiedRows;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The text of a script in the making. Rows of files are read when it is written out, never held. */
public final class ScriptText {

    private final List<Piece> pieces = new ArrayList<>();
    private StringBuilder last = new StringBuilder();

    private interface Piece {
        void writeTo(Appendable out) throws IOException;
    }

    public ScriptText() {
        pieces.add(last());
    }

    public void append(String text) {
        last.append(text);
    }

    public void append(CopiedRows rows) {
        pieces.add(out -> copy(rows, out));
        last = new StringBuilder();
        pieces.add(last());
    }

    private Piece last() {
        StringBuilder text = last;
        return out -> out.append(text);
    }

    public void writeTo(Appendable out) {
        try {
            for (Piece piece : pieces) {
                piece.writeTo(out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(CopiedRows rows, Appendable out) throws IOException {
        try (Reader reader = new InputStreamReader(rows.open(), StandardCharsets.UTF_8)) {
            CharBuffer buffer = CharBuffer.allocate(1 << 14);
            while (reader.read(buffer) >= 0) {
                out.append(buffer.flip());
                buffer.clear();
            }
        }
    }
}
