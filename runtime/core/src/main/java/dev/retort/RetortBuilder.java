package dev.retort;

import dev.retort.internal.chain.FileNamePattern;
import dev.retort.internal.chain.HeaderCache;
import dev.retort.internal.connect.BackupFile;
import dev.retort.internal.connect.Connections;
import dev.retort.internal.connect.ServerWait;
import dev.retort.internal.dialect.ClientVariables;
import dev.retort.internal.dialect.Dialects;
import dev.retort.internal.header.StatementLimits;
import dev.retort.internal.record.HistoryTable;
import dev.retort.internal.record.Tables;
import dev.retort.internal.record.VersionTable;
import dev.retort.internal.run.backfill.BackfillLog;
import dev.retort.internal.run.fold.FoldedSchemas;
import dev.retort.internal.run.statement.LockPolicy;
import dev.retort.internal.run.statement.StopSignal;
import dev.retort.internal.sandbox.CompiledFolder;
import dev.retort.internal.sandbox.CompiledScripts;
import dev.retort.internal.sandbox.runtime.Budget;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.script.NamingConvention;
import dev.retort.internal.settings.BackupSettings;
import dev.retort.internal.settings.NewRevisions;
import dev.retort.internal.settings.SchemaNames;
import dev.retort.internal.settings.ScriptSettings;
import dev.retort.internal.settings.Settings;
import dev.retort.internal.settings.UpgradeCheck;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Collects what a {@link Retort} needs to know. Of several databases named, the last one counts. */
public final class RetortBuilder {

    private static final int SLUG_LENGTH = 40;

    private @Nullable Function<StopSignal, Connections> connections;
    private ClientVariables variables = ClientVariables.NONE;
    private @Nullable String user;
    private @Nullable String password;
    private @Nullable Supplier<String> passwords;
    private @Nullable RunPool pool;
    private Duration serverWait = Duration.ZERO;
    private List<Path> folders = List.of(Path.of("migrations"));
    private Path home = Path.of("");
    private String versionTable = VersionTable.DEFAULT_NAME;
    private @Nullable String versionTableSchema;
    private @Nullable String historyTable;
    private List<String> schemas = List.of();
    private Duration lockTimeout = Duration.ofMinutes(5);
    private Duration answerTimeout = Duration.ofMinutes(1);
    private LockPolicy lockPolicy = LockPolicy.DEFAULT;
    private boolean roleWarning = true;
    private Duration scriptTimeout = Budget.DEFAULT.time();
    private int scriptDepth = Budget.DEFAULT.depth();
    private int scriptElements = Budget.DEFAULT.elements();
    private int scriptCharacters = Budget.DEFAULT.characters();
    private boolean isolated;
    private Supplier<CompiledScripts> compiled = () -> CompiledScripts.NONE;
    private HeaderCache headers = HeaderCache.NONE;
    private Map<Path, String> unsaved = Map.of();
    private FoldedSchemas folded = FoldedSchemas.NONE;
    private NamingConvention naming = NamingConvention.DEFAULT;
    private boolean outOfOrder;
    private @Nullable UpgradeCheck upgradeCheck;
    private boolean strict;
    private boolean scratch;
    private @Nullable Path backup;
    private @Nullable String backupProgram;
    private final Map<String, String> arguments = new LinkedHashMap<>();
    private final Map<String, Map<String, List<String>>> models = new LinkedHashMap<>();
    private Cancellation cancellation = new Cancellation();
    private BackfillListener backfills = new BackfillLog();
    private String fileTemplate = FileNamePattern.DEFAULT;
    private int slugLength = SLUG_LENGTH;
    private @Nullable Path template;
    /** Asked where a moment is named; the JVM reads all zones of the world for it. */
    private Supplier<ZoneId> timezone = ZoneId::systemDefault;

    private Clock clock = Clock.systemUTC();

    RetortBuilder() {}

    /**
     * The database: {@code postgresql://user:password@host:port/database}, {@code sqlite:///file.db}, or either's JDBC
     * URL.
     *
     * @throws RetortException of the kind USAGE, from {@link #build()}, where no driver knows it
     */
    public RetortBuilder url(String url) {
        connections = stop -> {
            Dialects.Address address = Dialects.ofUrl(url, variables);
            return Connections.ofUrl(
                    new Dialects.Address(address.dialect(), address.url().withCredentials(user, password)),
                    new Connections.Opening(
                            answerTimeout, new ServerWait(address.dialect(), serverWait, stop), passwords, pool));
        };
        return this;
    }

    /**
     * The variables of a process, of which {@code PGHOST}, {@code PGSERVICE}, {@code PGPASSWORD} and the others of psql's
     * count where a URL such as {@code postgresql:///database} does not say it. The default is none.
     */
    public RetortBuilder environment(Map<String, String> newVariables) {
        variables = ClientVariables.of(newVariables);
        return this;
    }

    /** Instead of the user that the URL names. */
    public RetortBuilder user(@Nullable String newUser) {
        user = newUser;
        return this;
    }

    /** Instead of the password that the URL names. */
    public RetortBuilder password(@Nullable String newPassword) {
        password = newPassword;
        return this;
    }

    /** The same for a short-lived password: asked each time when connections are opened, on the thread that opens them. */
    public RetortBuilder passwords(@Nullable Supplier<String> newPasswords) {
        passwords = newPasswords;
        return this;
    }

    /**
     * How long to wait for a server that is starting: that does not answer, whose name is not known, or that says so. A
     * refused login fails at once. The default is not to wait.
     */
    public RetortBuilder serverWait(Duration patience) {
        serverWait = patience;
        return this;
    }

    /** What the connection of a run is taken from; without it the driver opens it. */
    public RetortBuilder pool(@Nullable RunPool newPool) {
        pool = newPool;
        return this;
    }

    /** Connections are taken from it, two at a time where the database's lock needs one of its own, and given back. */
    public RetortBuilder dataSource(DataSource dataSource) {
        connections = stop -> Connections.of(dataSource);
        return this;
    }

    /**
     * A connection of the caller's, which stays open, and must not be in the middle of a transaction. Calls take turns.
     */
    public RetortBuilder connection(Connection connection) {
        connections = stop -> Connections.of(connection);
        return this;
    }

    /** Where the scripts are; new ones go to the first. The default is {@code migrations}. */
    public RetortBuilder migrations(Path... newFolders) {
        folders = List.of(newFolders);
        return this;
    }

    /** What relative folders and the file names of messages are relative to. The default is the working directory. */
    public RetortBuilder home(Path newHome) {
        home = newHome;
        return this;
    }

    /** The default is {@code retort_version}; naming Alembic's takes its database over. */
    public RetortBuilder versionTable(String name) {
        versionTable = name;
        return this;
    }

    /** The schema of the version and history tables; null means the first of the search path. */
    public RetortBuilder versionTableSchema(@Nullable String name) {
        versionTableSchema = name;
        return this;
    }

    /**
     * The default, and null, is {@code retort_history}, or with another version table that one's name and
     * {@code _history}. Two version tables in one database must not share one.
     */
    public RetortBuilder historyTable(@Nullable String name) {
        historyTable = name;
        return this;
    }

    /**
     * The schemas of a PostgreSQL database that {@link Retort#schema()} reads and {@link Retort#schemaAt(String)} shows. Names of
     * what is in the first one are unqualified. The default, and none, is the first schema of the search path alone.
     */
    public RetortBuilder schemas(String... names) {
        schemas = List.of(names);
        return this;
    }

    /** How long to wait for another run to finish. The default is five minutes. */
    public RetortBuilder lockTimeout(Duration timeout) {
        lockTimeout = timeout;
        return this;
    }

    /**
     * How long the server may take for what it always answers at once, asked now and then while it works at something
     * long; after that the run takes the connection for dead. The default is a minute; zero leaves it to the network.
     */
    public RetortBuilder answerTimeout(Duration timeout) {
        answerTimeout = timeout;
        return this;
    }

    /**
     * How long a statement of a revision's transaction may wait for a lock of the database's, which others hold on the
     * table. The default is two seconds; zero means as long as the database lets it.
     */
    public RetortBuilder ddlLockTimeout(Duration timeout) {
        lockPolicy = lockPolicy.with(new StatementLimits(timeout, null));
        return this;
    }

    /** How often a revision is tried that does not get its locks, from 1. The default is ten times, in about two minutes. */
    public RetortBuilder ddlLockTries(int tries) {
        lockPolicy = new LockPolicy(lockPolicy.limits(), tries);
        return this;
    }

    /** How long a statement of a revision's transaction may take. The default, and zero, is what the database says. */
    public RetortBuilder statementTimeout(Duration timeout) {
        lockPolicy = lockPolicy.with(new StatementLimits(null, timeout));
        return this;
    }

    /**
     * The processor's time that a script may use up by itself, when it is checked and when it runs, without what the
     * database takes. The default is 10 seconds.
     */
    public RetortBuilder scriptTimeout(Duration timeout) {
        scriptTimeout = timeout;
        return this;
    }

    /** How deep the calls of a script may be nested, from 100 to 10,000. The default is 1,000. */
    public RetortBuilder scriptDepth(int calls) {
        scriptDepth = calls;
        return this;
    }

    /** How many elements of a list, range or array a script may make at once. The default is a million. */
    public RetortBuilder scriptElements(int elements) {
        scriptElements = elements;
        return this;
    }

    /** How long a text a script may make. The default is ten million characters. */
    public RetortBuilder scriptCharacters(int characters) {
        scriptCharacters = characters;
        return this;
    }

    /**
     * Whether the scripts of a call run in a process of their own, with its own memory, which is started for them and
     * ends with the call; see {@link dev.retort.internal.sandbox.process.ScriptProcess}. The default is a thread of this process.
     */
    public RetortBuilder isolated(boolean whether) {
        isolated = whether;
        return this;
    }

    /**
     * Keeps what the compiler makes of scripts in a folder, and their headers, so that the next process does not compile
     * and read them again. What was compiled is checked as if it had just been; a header counts while its file has the same
     * size and time. The folder may vanish at any time. The default keeps nothing.
     */
    public RetortBuilder scriptCache(Path folder) {
        Path place = folder.toAbsolutePath();
        compiled = () -> CompiledFolder.in(place);
        headers = HeaderCache.in(place.resolve("headers"));
        folded = FoldedSchemas.in(place.resolve("schemas"));
        return this;
    }

    /**
     * Scripts that somebody has open in an editor and has not saved, whose texts count before what their files hold. The
     * default is none.
     *
     * @param texts by paths, relative ones to {@link #home}; a script that is no file yet belongs to the folder that it names
     */
    public RetortBuilder unsaved(Map<Path, String> texts) {
        unsaved = Map.copyOf(texts);
        return this;
    }

    /** Where what was compiled is kept, instead of a folder; for specs, of which each begins with a new {@link Retort}. */
    RetortBuilder compiledScripts(CompiledScripts scripts) {
        compiled = () -> scripts;
        return this;
    }

    /**
     * How constraints and indexes of one kind are called; see {@link NamingConvention}.
     *
     * @param key {@code ix uq ck fk pk ex}
     * @param pattern with Alembic's tokens: {@code uq_%(table_name)s_%(column_0_N_name)s}
     * @throws RetortException of the kind USAGE where there is no such key or token
     */
    public RetortBuilder naming(String key, String pattern) {
        naming = naming.with(key, pattern);
        return this;
    }

    /**
     * A setting of a model that {@link Retort#modelSchema} reads, as the table of its name has it in {@code retort.toml}:
     * {@code modelSetting("jpa", "classes", List.of("target/classes"))}. Relative paths start from {@link #home}.
     */
    public RetortBuilder modelSetting(String model, String key, List<String> values) {
        models.computeIfAbsent(model, name -> new LinkedHashMap<>()).put(key, List.copyOf(values));
        return this;
    }

    /**
     * Whether a run warns where the database's role may run programs and use files on the server. The default is to
     * warn, once a run that has something to do.
     */
    public RetortBuilder roleWarning(boolean warn) {
        roleWarning = warn;
        return this;
    }

    /**
     * Whether an upgrade first runs the revisions that were put below what is applied, in order. The default is not to:
     * it names them and stops, for what is above was written without them.
     */
    public RetortBuilder outOfOrder(boolean run) {
        outOfOrder = run;
        return this;
    }

    /**
     * Has an upgrade that has something to do look at its revisions first, as {@link Retort#lint} does, for what is an error.
     * The default is not to.
     *
     * @param request of which the severities and the server's version count
     * @param refuse whether the upgrade is refused then; otherwise a line is logged for each revision
     */
    public RetortBuilder lintUpgrades(LintRequest request, boolean refuse) {
        upgradeCheck = new UpgradeCheck(request, refuse);
        return this;
    }

    /**
     * Whether an upgrade refuses a database that is ahead of the scripts: the history says that what has no script here
     * was applied on top of them. The default is to warn and to do nothing, so that an instance of an older release can
     * start again while a newer one is deployed.
     */
    public RetortBuilder strict(boolean refuse) {
        strict = refuse;
        return this;
    }

    /**
     * Whether a database may be created beside the one that is named, and dropped again: for what the applied revisions make
     * of an empty one, where their SQL does not reveal it. They are run there, also what of them reaches beyond a database.
     * The default is not to.
     */
    public RetortBuilder scratch(boolean create) {
        scratch = create;
        return this;
    }

    /**
     * Copies the database into a file before the first revision of a run is applied or reverted: by SQLite's online
     * backup, or by {@code pg_dump} in its custom format. The file must not be there yet; where the copy cannot be written,
     * nothing is changed. Null means not to.
     */
    public RetortBuilder backup(@Nullable Path file) {
        backup = file;
        return this;
    }

    /** The {@code pg_dump} to back PostgreSQL up with; null means the one on the path. */
    public RetortBuilder backupProgram(@Nullable String program) {
        backupProgram = program;
        return this;
    }

    /** What a script reads with {@code argument('name')}. */
    public RetortBuilder argument(String name, String value) {
        arguments.put(name, value);
        return this;
    }

    public RetortBuilder arguments(Map<String, String> more) {
        arguments.putAll(more);
        return this;
    }

    /** A way to stop what the {@link Retort} does, from another thread. */
    public RetortBuilder cancellation(Cancellation newCancellation) {
        cancellation = newCancellation;
        return this;
    }

    /** Who receives how backfills get on. The default is the log, every few seconds. */
    public RetortBuilder backfills(BackfillListener listener) {
        backfills = listener;
        return this;
    }

    /** How the files of new revisions are named, see {@link FileNamePattern}. */
    public RetortBuilder fileTemplate(String pattern) {
        fileTemplate = pattern;
        return this;
    }

    /** How many characters of a message may go into a file's name. The default is 40. */
    public RetortBuilder truncateSlugLength(int length) {
        slugLength = length;
        return this;
    }

    /** The text of new revisions; null means the built-in one. */
    public RetortBuilder revisionTemplate(@Nullable Path newTemplate) {
        template = newTemplate;
        return this;
    }

    /** Of the creation time in file names and headers. The default is the system's. */
    public RetortBuilder timezone(ZoneId zone) {
        timezone = () -> zone;
        return this;
    }

    /** Where the time comes from; for tests. */
    public RetortBuilder clock(Clock newClock) {
        clock = newClock;
        return this;
    }

    private HistoryTable history() {
        String name = historyTable == null ? HistoryTable.nameBeside(versionTable) : historyTable;
        if (name.equals(versionTable)) {
            throw new RetortException(
                    RetortException.Kind.USAGE,
                    Problem.of("The version table and the history table cannot both be \"" + name + "\".")
                            .withHint("Give the history table another name, or none."));
        }
        return new HistoryTable(new QualifiedName(versionTableSchema, name));
    }

    private static Map<Path, String> absolute(Map<Path, String> texts, Path home) {
        Map<Path, String> absolute = new LinkedHashMap<>();
        texts.forEach((path, text) -> absolute.put(home.resolve(path).normalize(), text));
        return absolute;
    }

    private void checkTimes() {
        if (answerTimeout.isNegative()) {
            throw new RetortException(
                    RetortException.Kind.USAGE, "No timeout is negative: answerTimeout is " + answerTimeout + ".");
        }
        if (!lockPolicy.isPossible()) {
            throw new RetortException(
                    RetortException.Kind.USAGE,
                    Problem.of("A revision is tried at least once, and no timeout is negative: ddlLockTries is "
                                    + lockPolicy.tries() + ", ddlLockTimeout " + lockPolicy.lockWait()
                                    + ", statementTimeout " + lockPolicy.statementTime() + ".")
                            .withHint("Zero as a timeout leaves it to the database."));
        }
    }

    /**
     * Opens nothing yet, except to ask a connection or a data source what database it leads to.
     *
     * @throws RetortException of the kind USAGE where something was given that cannot be
     */
    public Retort build() {
        checkTimes();
        Path from = home.toAbsolutePath().normalize();
        StopSignal stop = new StopSignal(cancellation);
        return new Retort(new Settings(
                Optional.ofNullable(connections).map(open -> open.apply(stop)),
                folders.stream().map(folder -> from.resolve(folder).normalize()).toList(),
                from,
                new Tables(new VersionTable(new QualifiedName(versionTableSchema, versionTable)), history()),
                new SchemaNames(schemas),
                lockTimeout,
                answerTimeout,
                lockPolicy,
                roleWarning,
                new ScriptSettings(
                        new Budget(scriptTimeout, scriptDepth, scriptElements, scriptCharacters),
                        isolated,
                        naming,
                        unsaved.isEmpty() ? compiled : () -> compiled.get().without(unsaved.values())),
                unsaved.isEmpty() ? headers : headers.with(absolute(unsaved, from)),
                folded,
                outOfOrder,
                strict,
                scratch,
                Optional.ofNullable(upgradeCheck),
                new BackupSettings(
                        Optional.ofNullable(backup)
                                .map(file -> new BackupFile(from.resolve(file).normalize())),
                        Optional.ofNullable(backupProgram)),
                Map.copyOf(arguments),
                stop,
                backfills,
                new NewRevisions(
                        new FileNamePattern(fileTemplate, slugLength), Optional.ofNullable(template), timezone, clock),
                Map.copyOf(models),
                clock));
    }
}
