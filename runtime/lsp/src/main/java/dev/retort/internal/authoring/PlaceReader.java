package dev.retort.internal.authoring;

import dev.retort.internal.authoring.Token.Kind;
import dev.retort.internal.sandbox.Vocabulary;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Follows a script from its beginning to a place, to know what is around it. */
final class PlaceReader {

    private final List<Token> tokens;
    private final Deque<Frame> frames = new ArrayDeque<>();
    private @Nullable Token last;
    private @Nullable ScriptCall closed;

    /** An open bracket, or the script itself. */
    private static final class Frame {
        private final char bracket;
        private final Vocabulary.Place words;
        private final @Nullable ScriptCall opened;
        private @Nullable ScriptCall call;

        /**
         * @param opened the call whose closure it is
         * @param call whose arguments are in it
         */
        Frame(char bracket, Vocabulary.Place words, @Nullable ScriptCall opened, @Nullable ScriptCall call) {
            this.bracket = bracket;
            this.words = words;
            this.opened = opened;
            this.call = call;
        }

        boolean hasStatements() {
            return bracket == '{';
        }
    }

    private PlaceReader(List<Token> tokens, Vocabulary.Place top) {
        this.tokens = tokens;
        frames.push(new Frame('{', top, null, null));
    }

    /** @param top what can be written at the top of the script */
    static ScriptPlace at(int offset, List<Token> tokens, Vocabulary.Place top) {
        return new PlaceReader(tokens, top).place(offset);
    }

    private ScriptPlace place(int offset) {
        Token touched = null;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.span().start() >= offset && !startsHere(token, offset)) {
                break;
            }
            if (isTouched(token, offset)) {
                touched = token;
                break;
            }
            follow(token, i);
        }
        Frame frame = frames.getFirst();
        List<ScriptCall> around = new ArrayList<>();
        for (Frame each : frames) {
            if (each.opened != null) {
                around.add(each.opened);
            }
        }
        return new ScriptPlace(frame.words, frame.call, around, touched, lastIs("."));
    }

    private static boolean startsHere(Token token, int offset) {
        return token.span().start() == offset && token.kind() == Kind.NAME;
    }

    private static boolean isTouched(Token token, int offset) {
        int start = token.span().start();
        int end = token.span().end();
        return switch (token.kind()) {
            case NAME, NUMBER -> start <= offset && offset <= end;
            case TEXT, COMMENT -> start < offset && (offset < end || offset == end && !token.closed());
            case SIGN, LINE_END -> false;
        };
    }

    private void follow(Token token, int index) {
        switch (token.kind()) {
            case COMMENT -> {
                return;
            }
            case LINE_END -> endLine();
            case NAME -> name(token, index);
            case TEXT -> {
                ScriptCall call = frames.getFirst().call;
                if (call != null) {
                    call.text(token.value());
                }
            }
            case SIGN -> sign(token);
            case NUMBER -> {}
        }
        if (token.kind() != Kind.LINE_END) {
            last = token;
        }
    }

    private boolean lastIs(String sign) {
        Token token = last;
        return token != null && token.is(sign);
    }

    private void endLine() {
        Frame frame = frames.getFirst();
        boolean goesOn = lastIs(",") || lastIs(":") || lastIs(".");
        if (frame.hasStatements() && !goesOn) {
            frame.call = null;
        }
    }

    private void name(Token token, int index) {
        Frame frame = frames.getFirst();
        ScriptCall call = frame.call;
        boolean option = index + 1 < tokens.size() && tokens.get(index + 1).is(":");
        if (call == null && frame.hasStatements() && !lastIs(".")) {
            frame.call = new ScriptCall(token);
        } else if (call != null && frame.bracket != '[' && option) {
            call.begin(token.value());
        }
    }

    private void sign(Token token) {
        Frame frame = frames.getFirst();
        switch (token.value()) {
            case ";" -> {
                if (frame.hasStatements()) {
                    frame.call = null;
                }
            }
            case "," -> {
                ScriptCall call = frame.call;
                if (call != null && frame.bracket != '[') {
                    call.comma();
                }
            }
            case "(" -> frames.push(new Frame('(', frame.words, null, called(frame)));
            case "[" -> frames.push(new Frame('[', frame.words, null, frame.call));
            case "{" -> openClosure(frame);
            case ")", "]", "}" -> close(token.value());
            case ">" -> {
                if (lastIs("-") && frame.hasStatements()) {
                    frame.call = null;
                }
            }
            default -> {}
        }
    }

    private @Nullable ScriptCall called(Frame frame) {
        Token word = last;
        ScriptCall call = frame.call;
        if (word == null || word.kind() != Kind.NAME) {
            return call;
        }
        return call != null && call.token().equals(word) ? call : new ScriptCall(word);
    }

    private void openClosure(Frame frame) {
        ScriptCall opener = lastIs(")") && closed != null ? closed : frame.call;
        Vocabulary.Place inside =
                opener == null ? frame.words : frame.words.inside(opener.word()).orElse(frame.words);
        frames.push(new Frame('{', inside, opener, null));
    }

    private void close(String bracket) {
        char open = bracket.equals(")") ? '(' : bracket.equals("]") ? '[' : '{';
        boolean known = frames.stream().limit(frames.size() - 1L).anyMatch(frame -> frame.bracket == open);
        while (known && frames.size() > 1) {
            Frame frame = frames.pop();
            if (frame.bracket == open) {
                closed = frame.call;
                return;
            }
        }
    }
}
