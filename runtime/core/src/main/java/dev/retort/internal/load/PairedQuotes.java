package dev.retort.internal.load;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Counts quotes on their way to a parser that takes the end of the file for the end of any quote. */
final class PairedQuotes extends FilterReader {

    private final char quote;
    private boolean open;

    PairedQuotes(Reader in, char quote) {
        super(in);
        this.quote = quote;
    }

    /** Whether all quotes so far are in pairs. */
    boolean paired() {
        return !open;
    }

    @Override
    public int read() throws IOException {
        int c = super.read();
        open ^= c == quote;
        return c;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        for (int i = offset; i < offset + read; i++) {
            open ^= buffer[i] == quote;
        }
        return read;
    }
}
