package dev.retort.dialect.postgres;

/** Texts in dollar quotes, and the blocks of PL/pgSQL that stand in for clauses the server's SQL lacks. */
final class Blocks {

    private Blocks() {}

    /** The text in quotes that it cannot end. */
    static String dollarQuoted(String text, String word) {
        String tag = "$$";
        // A text that ends in a part of the tag would end the quotes early, too.
        for (int i = 0; (text + tag).indexOf(tag) < text.length(); i++) {
            tag = "$" + word + (i == 0 ? "" : i) + "$";
        }
        return tag + text + tag;
    }

    static String of(String block) {
        return "DO " + dollarQuoted(block, "retort");
    }

    /** The statement, which does nothing where the condition is raised. */
    static String unless(String condition, String sql) {
        return of(" BEGIN " + sql + "; EXCEPTION WHEN " + condition + " THEN NULL; END ");
    }
}
