package dev.retort.internal.lsp;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.eclipse.lsp4j.jsonrpc.CompletableFutures;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;

/** Replies requests one after the other, each that was not cancelled before. What fails is an error of that request alone. */
final class Replies implements AutoCloseable {

    private final ExecutorService thread = Executors.newSingleThreadExecutor(new Daemons("retort-answers"));

    <T> CompletableFuture<T> of(Supplier<T> work) {
        return CompletableFutures.computeAsync(thread, cancellation -> {
            cancellation.checkCanceled();
            return work.get();
        });
    }

    /** Does what a notification asks for, which has no answer. */
    static void note(String what, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | StackOverflowError failure) {
            ProtocolLog.failure(what + " failed", failure);
        }
    }

    /** What an editor is answered where a request fails: a sentence, and no stack. */
    static ResponseError error(Throwable failure) {
        Throwable reason =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (reason instanceof ResponseErrorException known) {
            return known.getResponseError();
        } else if (reason instanceof CancellationException) {
            return new ResponseError(ResponseErrorCode.RequestCancelled, "The request was cancelled.", null);
        }
        ProtocolLog.failure("A request failed", reason);
        return new ResponseError(
                ResponseErrorCode.InternalError, "The request failed: " + ProtocolLog.line(reason), null);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
