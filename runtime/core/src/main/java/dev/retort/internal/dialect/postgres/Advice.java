package dev.retort.internal.dialect.postgres;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What to write instead, for what people meet again and again when a statement of theirs is refused. */
final class Advice {

    /**
     * One kind of refusal.
     *
     * @param state SQLSTATE
     * @param message what the server's sentence must hold
     * @param sql what the statement must hold
     * @param advice with the groups of the message as $1, $2
     */
    private record Rule(String state, Pattern message, Pattern sql, String advice) {

        static Rule of(String state, String message, String advice) {
            return new Rule(state, Pattern.compile(message), Pattern.compile(""), advice);
        }

        Optional<String> apply(String refusedState, String refusal, String statement) {
            Matcher found = message.matcher(refusal);
            if (!state.equals(refusedState)
                    || !found.find()
                    || !sql.matcher(statement).find()) {
                return Optional.empty();
            }
            StringBuilder text = new StringBuilder();
            found.appendReplacement(text, advice);
            return Optional.of(text.substring(found.start()));
        }
    }

    private static final List<Rule> RULES = List.of(
            Rule.of(
                    "55006",
                    "pending trigger events",
                    "Rows were changed before in this transaction, and their deferred checks are still to come. Write execute"
                            + " 'SET CONSTRAINTS ALL IMMEDIATE' before this, or move this into a revision of its own."),
            Rule.of(
                    "0A000",
                    "used in a (?:generated column|policy definition|trigger definition)",
                    "Drop what uses the column before this, and create it again after it."),
            new Rule(
                    "42601",
                    Pattern.compile("syntax error at or near \"(?:\\|\\||::|[-+*/%]|->>?|#>>?|AT|COLLATE|\\()\""),
                    Pattern.compile("(?is)^\\s*CREATE\\s+(?:UNIQUE\\s+)?INDEX\\b"),
                    "An expression of an index needs brackets of its own: (a || b), not a || b."),
            Rule.of(
                    "25001",
                    "cannot (?:run|be executed) inside a transaction block|cannot be executed from a function",
                    "Write it in autocommit { … }, which is outside of the revision's transaction."),
            Rule.of(
                    "42P07",
                    "^relation .* already exists",
                    "If all that this revision does is there already, mark it as applied instead: retort stamp REVISION."),
            Rule.of(
                    "23502",
                    "^column \"(.+)\" of relation \"(.+)\" contains null values",
                    "Rows without a value are there. Give the column a default:, or add it without nullable: false, fill it with"
                            + " update or backfill, and then write alterColumn '$2', '$1', nullable: false."),
            new Rule(
                    "22P02",
                    Pattern.compile("^invalid input syntax for type json"),
                    Pattern.compile("\\?"),
                    "A list is bound as an array of SQL; for a column of json write Json.text(list)."),
            Rule.of(
                    "3F000",
                    "^schema \"(.+)\" does not exist",
                    "Create it first: createSchema '$1'; or by hand, where version_table_schema names it."),
            Rule.of(
                    "08P01",
                    "statement pooling",
                    "A pooler before the server gives each statement another session; use the address of the server itself, or of a"
                            + " pool in session mode."));

    private Advice() {}

    static Optional<String> of(String state, String message, String sql) {
        return RULES.stream()
                .flatMap(rule -> rule.apply(state, message, sql).stream())
                .findFirst();
    }
}
