package dev.retort.internal.sandbox.process;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads the parts of messages, none of them larger than the limits allow; nothing is allocated that did not come. */
final class Input {

    private static final String TOO_LARGE = "a message that is too large";

    private final DataInputStream in;
    private final FrameLimits sizes;
    private long bytes;
    private long values;
    private int depth;

    Input(InputStream in, FrameLimits sizes) {
        this.in = new DataInputStream(in);
        this.sizes = sizes;
    }

    /** Before each message. */
    void begin() {
        bytes = sizes.bytes();
        values = sizes.values();
        depth = 0;
    }

    /** Before each value. */
    void enter() throws Garbled {
        values--;
        depth++;
        if (values < 0 || depth > sizes.depth()) {
            throw new Garbled(values < 0 ? TOO_LARGE : "a message that is nested too deeply");
        }
    }

    void leave() {
        depth--;
    }

    private void take(long count) throws Garbled {
        bytes -= count;
        if (bytes < 0) {
            throw new Garbled(TOO_LARGE);
        }
    }

    int mark() throws IOException {
        take(1);
        return in.readUnsignedByte();
    }

    boolean flag() throws IOException {
        int mark = mark();
        if (mark > 1) {
            throw new Garbled("neither true nor false");
        }
        return mark == 1;
    }

    int number() throws IOException {
        take(Integer.BYTES);
        return in.readInt();
    }

    long wide() throws IOException {
        take(Long.BYTES);
        return in.readLong();
    }

    /** How many elements follow. */
    int count() throws IOException {
        int count = number();
        if (count < 0 || count > values) {
            throw new Garbled(TOO_LARGE);
        }
        return count;
    }

    byte[] bytes() throws IOException {
        int length = number();
        if (length < 0) {
            throw new Garbled(TOO_LARGE);
        }
        take(length);
        byte[] read = in.readNBytes(length);
        if (read.length < length) {
            throw new EOFException();
        }
        return read;
    }

    /** Exact for every text, also for halves of characters, which UTF-8 has no form for. */
    String text() throws IOException {
        boolean wide = flag();
        byte[] read = bytes();
        if (!wide) {
            return new String(read, StandardCharsets.ISO_8859_1);
        }
        if (read.length % 2 != 0) {
            throw new Garbled("half a character");
        }
        char[] chars = new char[read.length / 2];
        for (int i = 0; i < chars.length; i++) {
            chars[i] = (char) ((read[2 * i] & 0xff) << 8 | read[2 * i + 1] & 0xff);
        }
        return new String(chars);
    }
}
