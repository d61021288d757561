package dev.retort.internal.sandbox.process;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes the parts of a message, and counts them as their reader will. */
final class Output {

    private final DataOutputStream out;
    private final FrameLimits sizes;
    private long bytes;
    private long values;
    private int depth;

    Output(OutputStream out, FrameLimits sizes) {
        this.out = new DataOutputStream(out);
        this.sizes = sizes;
    }

    /** Before each value. */
    void enter() throws TooLarge {
        values++;
        depth++;
        if (values > sizes.values() || depth > sizes.depth()) {
            throw new TooLarge();
        }
    }

    void leave() {
        depth--;
    }

    private void take(long count) throws TooLarge {
        bytes += count;
        if (bytes > sizes.bytes()) {
            throw new TooLarge();
        }
    }

    void mark(int mark) throws IOException {
        take(1);
        out.writeByte(mark);
    }

    void flag(boolean flag) throws IOException {
        mark(flag ? 1 : 0);
    }

    void number(int number) throws IOException {
        take(Integer.BYTES);
        out.writeInt(number);
    }

    void wide(long number) throws IOException {
        take(Long.BYTES);
        out.writeLong(number);
    }

    void bytes(byte[] bytes) throws IOException {
        number(bytes.length);
        take(bytes.length);
        out.write(bytes);
    }

    void text(String text) throws IOException {
        boolean wide = isWide(text);
        flag(wide);
        bytes(wide ? pairs(text) : text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static boolean isWide(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0xff) {
                return true;
            }
        }
        return false;
    }

    private static byte[] pairs(String text) {
        byte[] bytes = new byte[2 * text.length()];
        for (int i = 0; i < text.length(); i++) {
            bytes[2 * i] = (byte) (text.charAt(i) >> 8);
            bytes[2 * i + 1] = (byte) text.charAt(i);
        }
        return bytes;
    }

    /** The message would be larger than its reader takes. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1;

        TooLarge() {
            super("a message that is too large");
        }
    }
}
