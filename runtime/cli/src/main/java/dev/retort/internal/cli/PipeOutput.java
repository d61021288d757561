package dev.retort.internal.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/** Output to a pipe whose reader may have seen enough, as in {@code retort history | head -1}: that is no failure. */
final class PipeOutput extends OutputStream {

    private final OutputStream target;
    private boolean readerGone;

    PipeOutput(OutputStream target) {
        this.target = target;
    }

    @Override
    public void write(int single) throws IOException {
        write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (readerGone) {
            return;
        }
        try {
            target.write(bytes, offset, length);
        } catch (IOException e) {
            if (!isOfPipe(e)) {
                throw e;
            }
            readerGone = true;
        }
    }

    /** There is only the system's sentence to go by; in most languages it has the word in brackets. */
    private static boolean isOfPipe(IOException failure) {
        return String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT).contains("pipe");
    }

    @Override
    public void flush() throws IOException {
        target.flush();
    }
}
