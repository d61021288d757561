package dev.retort.internal.sandbox.runtime;

/** A text that a regular expression reads under the eyes of the guard, since nothing else stops one that backtracks. */
final class GuardedText implements CharSequence {

    private final String text;
    private final Guard guard;

    private GuardedText(String text, Guard guard) {
        this.text = text;
        this.guard = guard;
    }

    static CharSequence of(CharSequence text, Guard guard) {
        return new GuardedText(text.toString(), guard);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        guard.check();
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
