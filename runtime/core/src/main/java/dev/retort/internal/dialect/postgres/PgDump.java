package dev.retort.internal.dialect.postgres;

import dev.retort.RetortException;
import dev.retort.internal.dialect.Backup;
import dev.retort.internal.dialect.DatabaseUrl;
import dev.retort.internal.dialect.ShellWord;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** PostgreSQL's own program for the purpose, in its custom format, which {@code pg_restore} reads. */
final class PgDump implements Backup {

    private static final Pattern VERSION = Pattern.compile("\\(PostgreSQL\\) (\\d+)");

    /** What {@code pg_restore --create} does: it drops the database, and needs the right to create it again. */
    private static final String MAY_CREATE = """
            SELECT r.rolsuper OR (r.rolcreatedb AND pg_has_role(session_user, d.datdba, 'USAGE')) AS may
            FROM pg_roles r, pg_database d WHERE r.rolname = session_user AND d.datname = current_database()
            """;

    private final ClientProgram program;
    private final boolean mayCreate;

    private PgDump(ClientProgram program, boolean mayCreate) {
        this.program = program;
        this.mayCreate = mayCreate;
    }

    /**
     * @param program a path, or a name to be looked for on the path
     * @throws RetortException of the kind FAILED where it is not there, or older than the server
     */
    static PgDump of(String program, Connection connection, DatabaseUrl url) throws SQLException {
        ClientProgram dump = new ClientProgram(program, ClientEnvironment.of(url));
        int server = connection.getMetaData().getDatabaseMajorVersion();
        String said = dump.version();
        Matcher version = VERSION.matcher(said);
        if (!version.find()) {
            throw ClientProgram.unusable("\"" + program + " --version\" does not say that it is PostgreSQL's pg_dump: "
                    + said.lines().findFirst().orElse("").strip() + ".");
        }
        if (Integer.parseInt(version.group(1)) < server) {
            throw ClientProgram.unusable(program + " is of PostgreSQL " + version.group(1)
                    + " and cannot back up a server of version " + server + ".");
        }
        boolean mayCreate =
                Rows.of(connection, MAY_CREATE).stream().anyMatch(row -> Boolean.TRUE.equals(row.get("may")));
        return new PgDump(dump, mayCreate);
    }

    @Override
    public void write(Connection connection, Path file, Runnable check) {
        program.run(
                List.of("--format=custom", "--no-password", "--file=" + file),
                "Nothing was run. Correct that, or name another file with --backup.",
                check);
    }

    @Override
    public void restore(Connection connection, Path file, Runnable check) throws SQLException {
        new PgRestore(program).restore(connection, file, check);
    }

    @Override
    public String restoring(Path file) {
        if (!mayCreate) {
            return "retort restore " + ShellWord.of(file.toString());
        }
        ClientEnvironment environment = program.environment();
        List<String> words = new ArrayList<>();
        environment.others().forEach((name, value) -> words.add(name + "=" + ShellWord.of(value)));
        words.add(ShellWord.of(program.sibling("pg_restore").path()));
        words.addAll(List.of("--clean", "--if-exists", "--create", "--exit-on-error"));
        Map<String, String> variables = environment.variables();
        for (Map.Entry<String, String> option :
                Map.of("host", "PGHOST", "port", "PGPORT", "username", "PGUSER").entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .toList()) {
            String value = variables.get(option.getValue());
            if (value != null) {
                words.add("--" + option.getKey() + "=" + ShellWord.of(value));
            }
        }
        // From another database: no session may be in the one that is dropped.
        words.add("--dbname=" + (environment.database().equals("postgres") ? "template1" : "postgres"));
        words.add(ShellWord.of(file.toString()));
        return String.join(" ", words);
    }
}
