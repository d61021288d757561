package dev.retort.internal.cli;

/** Where a bug of Retort's is to be reported. */
final class IssueAddress {

    private IssueAddress() {}

    /** The sentence for whoever has met a bug; the text to report follows it. */
    static String request() {
        return request(BuildText.of("issues.txt"));
    }

    static String request(String address) {
        String bug = "This is a bug in Retort. Please report it ";
        return address.isBlank()
                ? bug + "with the text below to whoever gave you the program."
                : bug + "at " + address + " with the text below.";
    }
}
