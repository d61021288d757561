package dev.retort.internal.sandbox.process;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * One end of the pipe: writes messages of one family and reads those of another. Each message bears the number of the
 * turn that it belongs to.
 */
final class Pipe<S, R> {

    private final OutputStream out;
    private final Shape sent;
    private final Input in;
    private final Class<R> received;
    private final Shape receivedShape;
    private final FrameLimits sizes;

    /** A message, and its turn. */
    record Turn<T>(long number, T message) {}

    Pipe(InputStream in, Class<R> received, OutputStream out, Class<S> sent, FrameLimits sizes) {
        Shapes shapes = new Shapes();
        this.out = new BufferedOutputStream(out);
        this.sent = shapes.of(sent);
        this.in = new Input(new BufferedInputStream(in), sizes);
        this.received = received;
        this.receivedShape = shapes.of(received);
        this.sizes = sizes;
    }

    /** @throws Output.TooLarge where nothing was sent */
    void send(long turn, S message) throws IOException {
        // Counted first: what is too large must not be sent in part, and would not fit into memory as a whole.
        write(turn, message, OutputStream.nullOutputStream());
        write(turn, message, out);
        out.flush();
    }

    private void write(long turn, S message, OutputStream to) throws IOException {
        Output output = new Output(to, sizes);
        output.wide(turn);
        sent.write(output, message);
    }

    /**
     * Waits for the next message.
     *
     * @throws EOFException where there is none any more
     * @throws Garbled where it is none
     */
    Turn<R> receive() throws IOException {
        in.begin();
        long turn = in.wide();
        Object message = receivedShape.read(in);
        return new Turn<>(turn, cast(message));
    }

    private R cast(@Nullable Object message) throws Garbled {
        if (!received.isInstance(message)) {
            throw new Garbled("no message");
        }
        return received.cast(message);
    }
}
