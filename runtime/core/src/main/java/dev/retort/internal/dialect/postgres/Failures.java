package dev.retort.internal.dialect.postgres;

import dev.retort.internal.dialect.SqlError;
import dev.retort.internal.dialect.SqlStatement;
import dev.retort.internal.error.Causes;
import dev.retort.internal.sql.SqlLexer;
import dev.retort.internal.sql.SqlToken;
import java.io.EOFException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLWarning;
import org.postgresql.util.ServerErrorMessage;

/** What the server or the driver meant by an exception. */
final class Failures {

    private static final String SERVING_AGAIN = "Run the same command again when the server is there.";

    /** Shutting down, crashed, starting up, database dropped, idle for too long, too many clients. */
    private static final Set<String> NOT_SERVING =
            Set.of("57P01", "57P02", "57P03", "57P04", "57P05", "25P03", "25P04", "53300");

    /** Disk full, input or output, damaged data, damaged index. */
    private static final Set<String> STORAGE = Set.of("53100", "58030", "XX001", "XX002");

    /** What to do next, where neither the message nor the server's own hint tells. */
    private static final Map<String, String> ADVICE = Map.ofEntries(
            Map.entry("53100", "Make room on the server's disk, and run the same command again."),
            Map.entry("53200", "The server ran out of memory. Run the same command again when it has more."),
            Map.entry("53300", "Run the same command again when others are done."),
            Map.entry("53400", "Raise that limit for the role or in the revision, and run the same command again."),
            Map.entry("57P01", SERVING_AGAIN),
            Map.entry("57P02", SERVING_AGAIN),
            Map.entry("57P03", SERVING_AGAIN),
            Map.entry(
                    "25P03", "Raise idle_in_transaction_session_timeout for the role, and run the same command again."),
            Map.entry(
                    "25006",
                    "Is it a standby, or is default_transaction_read_only on for the role or the database? Name the server"
                            + " and the role that may write."),
            Map.entry("58030", "The server cannot use its disk; its log has more."),
            Map.entry("XX001", "The server's data are damaged. Restore them from a backup; its log has more."),
            Map.entry("XX002", "An index is damaged. REINDEX it; the server's log has more."));

    /** The driver's own word for a server that wants a password where none was given. */
    private static final String REJECTED = "08004";

    /** Lock not available, serialization failure, deadlock. */
    private static final Set<String> BUSY = Set.of("55P03", "40001", "40P01");

    /** Invalid SQL statement name, duplicate prepared statement. */
    private static final Set<String> PREPARED = Set.of("26000", "42P05");

    private static final Pattern DRIVERS_STATEMENT = Pattern.compile("\"S_\\d+\"");

    /** Of a connection that was there: does not exist any more, failure. */
    private static final Set<String> LOST = Set.of("08003", "08006", "08007");

    /** The driver ends a connection that a script, as of an older dump, turns to another encoding. */
    private static final String ENCODING = "client_encoding";

    private static final String SYNTAX_ERROR = "42601";

    /** In a query string, and before the @ of a URL. */
    private static final Pattern PASSWORD = Pattern.compile("(?i)(password=)[^&\\s]+|(://[^/@\\s:]*:)[^/\\s]+(?=@)");

    private static final Pattern MISSING_TYPE = Pattern.compile("type \"(.+)\" does not exist");

    private Failures() {}

    /** The driver's own prepared statements, "S_1" and on, are unknown or taken where another backend answers. */
    static boolean isOfPooler(SQLException failure) {
        return PREPARED.contains(String.valueOf(failure.getSQLState()))
                && DRIVERS_STATEMENT
                        .matcher(String.valueOf(failure.getMessage()))
                        .find();
    }

    /** By the state, of the class of warnings: the word for the severity depends on the server's language. */
    static boolean isWarning(SQLWarning said) {
        return String.valueOf(said.getSQLState()).startsWith("01")
                || said instanceof PSQLWarning server
                        && "WARNING".equals(server.getServerErrorMessage().getSeverity());
    }

    static SqlError explain(SQLException failure) {
        SQLException told = mostTelling(failure);
        ServerErrorMessage server = told instanceof PSQLException postgres ? postgres.getServerErrorMessage() : null;
        String message = server == null || server.getMessage() == null ? driverMessage(told) : server.getMessage();
        List<String> notes = new ArrayList<>(notes(told, server));
        Optional.ofNullable(ADVICE.get(String.valueOf(told.getSQLState()))).ifPresent(notes::add);
        wayToType(told.getSQLState(), message).ifPresent(notes::add);
        if (message.startsWith("cannot alter type of a column used by a view")) {
            notes.add("To drop the views that need it and create them again: views: 'recreate'.");
        }
        if (message.startsWith("default for column")) {
            notes.add("Name the default that the new type has: default: …, or default: null for none.");
        }
        return new SqlError(
                kind(told, message),
                masked(message),
                told.getSQLState(),
                server == null ? 0 : Math.max(0, server.getPosition()),
                notes);
    }

    /** A type that is missing is most often an enum that nobody created. */
    private static Optional<String> wayToType(@Nullable String state, String message) {
        Matcher type = MISSING_TYPE.matcher(message);
        return "42704".equals(state) && type.matches()
                ? Optional.of("If it is an enum, create it first: createEnum '" + type.group(1)
                        + "', […]; or with the column: enumeration('" + type.group(1) + "', […], create: true).")
                : Optional.empty();
    }

    /** The server counts in a text where the driver has written $1, $2, … for ? and ? for ??. */
    static SqlError explain(SQLException failure, SqlStatement statement) {
        SqlError error = placed(explain(failure), statement);
        List<String> notes = new ArrayList<>(error.notes());
        Advice.of(String.valueOf(error.state()), error.message(), statement.sql())
                .ifPresent(notes::add);
        if (SYNTAX_ERROR.equals(error.state())) {
            NewerSyntax.note(statement.sql(), error.position()).ifPresent(notes::add);
        }
        return new SqlError(error.kind(), error.message(), error.state(), error.position(), notes);
    }

    private static SqlError placed(SqlError error, SqlStatement statement) {
        int position = error.position();
        if (position == 0 || statement.parameterRows().isEmpty()) {
            return error;
        }
        List<SqlToken> tokens = SqlLexer.tokens(statement.sql(), PostgresSyntax.SYNTAX);
        int parameters = 0;
        int shift = 0;
        for (int i = 0; i < tokens.size() && tokens.get(i).start() + shift < position - 1; i++) {
            if (tokens.get(i).isSymbol("?")) {
                boolean doubled = i + 1 < tokens.size() && tokens.get(i + 1).isSymbol("?");
                shift += doubled ? -1 : Integer.toString(++parameters).length();
                i += doubled ? 1 : 0;
            }
        }
        return new SqlError(error.kind(), error.message(), error.state(), position - shift, error.notes());
    }

    /** A batch's own exception quotes the statement, a pool's says little; what the server said comes after them. */
    private static SQLException mostTelling(SQLException failure) {
        SQLException told = failure;
        for (Throwable cause : Causes.of(failure)) {
            if (!(cause instanceof SQLException each)) {
                break;
            }
            told = each;
            SQLException next = each;
            for (int i = 0; next != null && i < Causes.MOST; i++) {
                if (next instanceof PSQLException postgres && postgres.getServerErrorMessage() != null) {
                    return next;
                }
                next = next.getNextException();
            }
            if (each instanceof PSQLException) {
                break;
            }
        }
        return told;
    }

    private static SqlError.Kind kind(SQLException failure, String message) {
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        if (message.contains(ENCODING)) {
            return SqlError.Kind.STATEMENT;
        } else if (state.startsWith("28") || state.equals("3D000") || state.equals(REJECTED)) {
            return SqlError.Kind.LOGIN;
        } else if (state.startsWith("08") || NOT_SERVING.contains(state)) {
            return SqlError.Kind.UNREACHABLE;
        } else if (STORAGE.contains(state)) {
            return SqlError.Kind.STORAGE;
        } else if (state.equals("25006")) {
            return SqlError.Kind.READ_ONLY;
        } else if (BUSY.contains(state) || (state.equals("57014") && message.contains("lock timeout"))) {
            return SqlError.Kind.BUSY;
        } else if (state.equals(EnumValues.REFUSED)) {
            return SqlError.Kind.REFUSED;
        }
        return SqlError.Kind.STATEMENT;
    }

    private static List<String> notes(SQLException failure, @Nullable ServerErrorMessage server) {
        if (server == null && String.valueOf(failure.getMessage()).contains(ENCODING)) {
            return List.of(
                    "Retort's connections are always in UTF-8. Take out what sets client_encoding, and save the file as"
                            + " UTF-8.");
        }
        if (server == null) {
            return LOST.contains(String.valueOf(failure.getSQLState())) ? List.of(SERVING_AGAIN) : List.of();
        }
        List<String> notes = new ArrayList<>();
        if (isOfPooler(failure)) {
            notes.add(
                    "A pooler before the server seems to give each transaction another session; use the address of the"
                            + " server itself, or of a pool in session mode.");
        }
        for (String note : new @Nullable String[] {server.getDetail(), server.getHint()}) {
            if (note != null) {
                notes.add(masked(note));
            }
        }
        return notes;
    }

    /** The driver says "The connection attempt failed."; the cause knows why. */
    private static String driverMessage(SQLException failure) {
        for (Throwable cause : Causes.of(failure)) {
            if (cause instanceof UnixSocket.Refused) {
                return String.valueOf(cause.getMessage());
            } else if (cause instanceof UnknownHostException) {
                return "The host \"" + hostOf(cause) + "\" is not known.";
            } else if (cause instanceof SocketTimeoutException) {
                return "The server did not answer in time (" + lowerFirst(cause.getMessage()) + ").";
            } else if (cause instanceof SocketException || cause instanceof EOFException) {
                if (LOST.contains(String.valueOf(failure.getSQLState()))) {
                    return "The connection to the server was lost.";
                }
            }
            if (cause instanceof ConnectException && failure.getMessage() == null) {
                return "The connection was refused.";
            }
        }
        if ("08003".equals(failure.getSQLState())) {
            return "The connection to the server was lost.";
        }
        String message = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        // What the driver advises after that is the caller's to say.
        int refused = message.indexOf(" refused. ");
        return refused < 0 ? message : message.substring(0, refused + " refused.".length());
    }

    /** {@code host} or {@code host: Name or service not known}, after the resolver. */
    private static String hostOf(Throwable unknownHost) {
        String message = unknownHost.getMessage() == null ? "" : unknownHost.getMessage();
        int colon = message.indexOf(": ");
        return colon < 0 ? message : message.substring(0, colon);
    }

    private static String lowerFirst(@Nullable String message) {
        return message == null || message.isEmpty()
                ? "timeout"
                : message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
    }

    private static String masked(String message) {
        return PASSWORD.matcher(message).replaceAll("$1$2***");
    }
}
