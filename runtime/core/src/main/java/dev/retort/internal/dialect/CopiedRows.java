package dev.retort.internal.dialect;

import java.io.IOException;
import java.io.InputStream;

/** Rows that follow a statement in a file, in the form in which the database takes them; there may be very many. */
public interface CopiedRows {

    /** Their bytes, from the first. */
    InputStream open() throws IOException;
}
