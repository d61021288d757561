package dev.retort.internal.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Where a bug of Retort's is to be reported. */
final class IssueAddress {

    /** The build writes the address into it; without one it is blank. */
    private static final String FILE = "issues.txt";

    private IssueAddress() {}

    /** The sentence for whoever has met a bug; the text to report follows it. */
    static String request() {
        return request(built());
    }

    static String request(String address) {
        String bug = "This is a bug in Retort. Please report it ";
        return address.isBlank()
                ? bug + "with the text below to whoever gave you the program."
                : bug + "at " + address + " with the text below.";
    }

    private static String built() {
        try (InputStream file = IssueAddress.class.getResourceAsStream(FILE)) {
            String address = file == null ? "" : new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
            // As it is in the sources, where no build has filled it in.
            return address.startsWith("${") ? "" : address;
        } catch (IOException e) {
            return "";
        }
    }
}
