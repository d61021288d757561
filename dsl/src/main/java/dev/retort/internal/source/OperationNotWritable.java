package dev.retort.internal.source;

import dev.retort.Problem;
import dev.retort.RetortException;

/** An operation that no words of the language mean, so that no script can hold it. */
public final class OperationNotWritable extends RetortException {

    private static final long serialVersionUID = 1;

    OperationNotWritable(String sentence) {
        super(Kind.SCRIPT, sentence);
    }

    OperationNotWritable(Problem problem) {
        super(Kind.SCRIPT, problem);
    }
}
