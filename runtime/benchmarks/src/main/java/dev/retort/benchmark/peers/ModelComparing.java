package dev.retort.benchmark.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/**
 * How long whole processes of Retort and of Alembic, which must be installed, take to find out that a model of many tables and a
 * database of PostgreSQL are equal. Alembic, which does not look at what an index leaves out, writes an empty revision; Retort
 * writes none.
 */
public final class ModelComparing {

    private static final String DATABASE = "retort_benchmark_models";

    private static final String RETORT = """
            table('table_%1$d') {
                column 'id', bigint
                column 'name', varchar(40), nullable: false
                column 'created', timestamp(timezone: true), nullable: false, default: sql('now()')
                column 'price', numeric(12, 2)
                column 'note', text
                column 'parent', integer
                primaryKey 'id', name: 'table_%1$d_pkey'
                index 'name', name: 'ix_%1$d_name'
                index 'parent', 'created', name: 'ix_%1$d_parent', unique: true, where: 'parent > 0'
            }
            """;

    private static final String ALEMBIC = """
            sa.Table('table_%1$d', metadata,
                sa.Column('id', sa.BigInteger, primary_key=True),
                sa.Column('name', sa.String(40), nullable=False),
                sa.Column('created', sa.DateTime(timezone=True), nullable=False, server_default=sa.text('now()')),
                sa.Column('price', sa.Numeric(12, 2)),
                sa.Column('note', sa.Text),
                sa.Column('parent', sa.Integer),
                sa.Index('ix_%1$d_name', 'name'),
                sa.Index('ix_%1$d_parent', 'parent', 'created', unique=True, postgresql_where=sa.text('parent > 0')))
            """;

    private static final String ENVIRONMENT = """
            from alembic import context
            from sqlalchemy import create_engine, pool
            from models import metadata

            url = context.get_x_argument(as_dictionary=True)["url"]
            with create_engine(url, poolclass=pool.NullPool).connect() as connection:
                context.configure(connection=connection, target_metadata=metadata, compare_type=True)
                with context.begin_transaction():
                    context.run_migrations()
            """;

    private static final String TEMPLATE = """
            revision = ${repr(up_revision)}
            down_revision = ${repr(down_revision)}

            def upgrade():
                ${upgrades if upgrades else "pass"}

            def downgrade():
                ${downgrades if downgrades else "pass"}
            """;

    private final PostgresServer server;
    private final Path launcher;
    private final int tables;
    private final int times;

    private ModelComparing(PostgresServer server, Path launcher, int tables, int times) {
        this.server = server;
        this.launcher = launcher;
        this.tables = tables;
        this.times = times;
    }

    /** The URL of a PostgreSQL server, the launcher, and how many tables and runs. */
    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
        if (arguments.length < 2) {
            throw new IllegalArgumentException("the URL of a PostgreSQL server and the launcher are needed");
        }
        int tables = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 500;
        int times = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 5;
        PostgresServer server = PostgresServer.of(arguments[0]);
        new ModelComparing(server, Path.of(arguments[1]).toAbsolutePath(), tables, times).run();
    }

    private void run() throws IOException, InterruptedException, SQLException {
        Path folder = Files.createTempDirectory("retort-models");
        server.execute("DROP DATABASE IF EXISTS " + DATABASE, "CREATE DATABASE " + DATABASE);
        try {
            createTables();
            write(folder);
            Side retort = side("Retort", folder, retort());
            Side alembic = side("Alembic", folder, alembic());
            Turns turns = new Turns(times);
            turns.run(List.of(retort, alembic));
            if (!turns.failed().isEmpty()) {
                throw new IOException(String.join("\n", turns.failed().values()));
            }
            List<Samples> samples = List.copyOf(turns.measured().values());
            print(samples.get(0), samples.get(1));
        } finally {
            Folders.remove(folder);
            server.execute("DROP DATABASE " + DATABASE);
        }
    }

    private void createTables() throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl(DATABASE))) {
            connection.createStatement().execute(SchemaReading.CREATE.formatted(tables));
            connection.createStatement().execute("VACUUM ANALYZE");
        }
    }

    private void write(Path folder) throws IOException {
        StringBuilder schema = new StringBuilder();
        StringBuilder models = new StringBuilder("import sqlalchemy as sa\nmetadata = sa.MetaData()\n");
        for (int i = 1; i <= tables; i++) {
            schema.append(RETORT.formatted(i));
            models.append(ALEMBIC.formatted(i));
        }
        Files.createDirectory(folder.resolve("migrations"));
        Files.writeString(folder.resolve("schema.groovy"), schema);
        Files.writeString(folder.resolve("models.py"), models);
        Files.createDirectories(folder.resolve("alembic/versions"));
        Files.writeString(folder.resolve("alembic/env.py"), ENVIRONMENT);
        Files.writeString(folder.resolve("alembic/script.py.mako"), TEMPLATE);
        Files.writeString(
                folder.resolve("alembic.ini"), "[alembic]\nscript_location = %(here)s/alembic\nprepend_sys_path = .\n");
    }

    private List<String> retort() {
        return List.of(launcher.toString(), "check", "--url", server.url(DATABASE));
    }

    private List<String> alembic() {
        return List.of(
                "bash",
                "-c",
                "alembic -x url=\"$0\" revision --autogenerate -m turn && rm -r alembic/versions/*.py",
                server.url(DATABASE));
    }

    private static Side side(String name, Path folder, List<String> command) {
        return new Side(name, folder, Side.Action.NONE, command, Side.Action.NONE);
    }

    private void print(Samples retort, Samples alembic) {
        double wall = retort.wall().median();
        double other = alembic.wall().median();
        double processor = retort.processor().median();
        double otherProcessor = alembic.processor().median();
        System.out.println("tables  Retort  Alembic  ratio  Retort CPU  Alembic CPU  ratio");
        System.out.println(String.format(
                Locale.ROOT,
                "%6d  %4.2f s  %5.2f s  %5.2f  %8.2f s  %9.2f s  %5.2f",
                tables,
                wall,
                other,
                wall / other,
                processor,
                otherProcessor,
                processor / otherProcessor));
    }
}
