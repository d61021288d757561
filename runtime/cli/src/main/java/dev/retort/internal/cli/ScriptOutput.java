package dev.retort.internal.cli;

import java.io.IOException;

/** Hands a script on as it is given out, which may be more of it than there is memory, and knows whether there was any. */
final class ScriptOutput implements Appendable {

    private final Appendable out;
    private boolean empty = true;

    ScriptOutput(Appendable out) {
        this.out = out;
    }

    boolean isEmpty() {
        return empty;
    }

    @Override
    public Appendable append(CharSequence text) throws IOException {
        empty &= text.isEmpty();
        out.append(text);
        return this;
    }

    @Override
    public Appendable append(CharSequence text, int start, int end) throws IOException {
        return append(text.subSequence(start, end));
    }

    @Override
    public Appendable append(char character) throws IOException {
        return append(String.valueOf(character));
    }
}
