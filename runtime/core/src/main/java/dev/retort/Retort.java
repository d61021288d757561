package dev.retort;

import dev.retort.internal.chain.Chain;
import dev.retort.internal.connect.Connections;
import dev.retort.internal.connect.ScratchConnections;
import dev.retort.internal.dialect.Dialect;
import dev.retort.internal.dialect.ReadScope;
import dev.retort.internal.dialect.Reading;
import dev.retort.internal.difference.DifferenceRules;
import dev.retort.internal.drift.Comparison;
import dev.retort.internal.drift.PendingRevisions;
import dev.retort.internal.drift.Validation;
import dev.retort.internal.fold.FoldingRules;
import dev.retort.internal.graph.RevisionGraph;
import dev.retort.internal.header.ScriptSource;
import dev.retort.internal.lint.KnownSizes;
import dev.retort.internal.lint.RulePages;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.project.ChainReader;
import dev.retort.internal.project.Drafts;
import dev.retort.internal.project.RebaseTask;
import dev.retort.internal.project.RevisionTask;
import dev.retort.internal.project.RevisionViews;
import dev.retort.internal.project.ShowTask;
import dev.retort.internal.record.InterruptedRevisions;
import dev.retort.internal.record.State;
import dev.retort.internal.run.fold.ChainFold;
import dev.retort.internal.sandbox.Sandbox;
import dev.retort.internal.sandbox.ScriptCompiler;
import dev.retort.internal.schema.Schema;
import dev.retort.internal.settings.Settings;
import dev.retort.internal.target.DeclaredSchema;
import dev.retort.internal.target.ModelContext;
import dev.retort.internal.target.SchemaFiles;
import dev.retort.internal.target.SchemaModel;
import dev.retort.internal.target.SchemaModels;
import dev.retort.internal.target.Unspoken;
import dev.retort.internal.task.ChainTask;
import dev.retort.internal.task.FixedScripts;
import dev.retort.internal.task.LintFixTask;
import dev.retort.internal.task.LintTask;
import dev.retort.internal.task.LogTask;
import dev.retort.internal.task.LookupRows;
import dev.retort.internal.task.OfflineTask;
import dev.retort.internal.task.OnlineTask;
import dev.retort.internal.task.Plans;
import dev.retort.internal.task.RepairTask;
import dev.retort.internal.task.RestoreTask;
import dev.retort.internal.task.ScratchTask;
import dev.retort.internal.task.TemplateName;
import dev.retort.internal.verify.ChainProof;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Migrates one database with one project's revision scripts. Created by {@link #configure()}; safe for any number of
 * threads; every call reads the scripts again and opens its own connections.
 *
 * <p>Targets are those of the command line: {@code head}, {@code heads}, {@code base}, an id or the beginning of one,
 * {@code +1}, {@code -1}, {@code label@head}, … Whatever a user can act on comes as a {@link RetortException}.
 */
public final class Retort {

    private final Settings settings;
    private final ScriptCompiler compiler;
    private final ChainReader chains;

    Retort(Settings settings) {
        this(settings, settings.scripts().compiler());
    }

    private Retort(Settings settings, ScriptCompiler compiler) {
        this.settings = settings;
        this.compiler = compiler;
        this.chains = new ChainReader(settings);
    }

    public static RetortBuilder configure() {
        return new RetortBuilder();
    }

    // ---- changing the database ----

    /**
     * Applies what the target needs and the database does not have. Any number of callers may do so at once: one
     * migrates, the others wait and find nothing left to do.
     */
    public RunResult upgrade(String target) {
        Chain chain = chains.scripts();
        Plans plans = plans(chain);
        return online(chain, command -> command.run(state -> plans.upgrade(state, target)));
    }

    /** Reverts to the target. What has no script any more is reverted by the text that the history keeps. */
    public RunResult downgrade(String target) {
        Chain chain = chains.completed();
        Plans plans = plans(chain);
        return online(chain, command -> command.run(state -> plans.downgrade(state, target)));
    }

    /**
     * Sets the version rows without running any script.
     *
     * @param purge forgets the rows there are, which may name revisions that nobody knows any more
     */
    public RunResult stamp(List<String> targets, boolean purge) {
        Chain chain = chains.scripts();
        return online(chain, command -> command.stamp(state -> stampPlan(chain, state, targets, purge), purge));
    }

    /**
     * Says what became of a revision that was interrupted, and that nobody is going to finish by running it.
     *
     * @param revision its id, or the beginning of it
     * @param applied whether all it does is there, or nothing
     * @throws RetortException where no such revision was interrupted
     */
    public RunResult resolve(String revision, boolean applied) {
        return online(chains.files(), command -> command.resolve(revision, applied, null));
    }

    /**
     * Says what became of the one statement that a revision was at when it was interrupted; the next run goes on after
     * it, or at it.
     *
     * @param statement its number, as the run that stopped there reported it
     * @param applied whether it has done its work, or has done nothing
     * @throws RetortException where that statement is not in doubt
     */
    public RunResult resolveStatement(String revision, int statement, boolean applied) {
        return online(chains.files(), command -> command.resolve(revision, applied, statement));
    }

    /**
     * Accepts of revisions that their scripts are not what was applied: what a script says now stands for it from then
     * on, or that it is gone. That is written into the history; nothing is run.
     *
     * @param revisions each by its id or the beginning of it
     * @throws RetortException where there is nothing to accept of one of them, or no way to; then nothing is accepted
     */
    public List<Repaired> repair(List<String> revisions) {
        try (Sandbox sandbox = sandbox()) {
            return new RepairTask(settings, sandbox).repair(revisions);
        }
    }

    /** Makes the version table and the history table where they are missing; whether either was. */
    public boolean ensureVersion() {
        return online(Chain.empty(), command -> command.ensureTables());
    }

    /**
     * Puts what a file of {@link RetortBuilder#backup} holds in the place of all that the database holds, wholly or not at
     * all. Does not wait for another run.
     *
     * @return the version rows before and after, and the file
     * @throws RetortException of the kind LOCK_TIMEOUT where another run is at work
     */
    public RunResult restore(Path backup) {
        return new RestoreTask(settings).restore(backup);
    }

    /** Creates the database itself, which its URL names; false where it exists. */
    public boolean createDatabase() {
        return settings.database().create();
    }

    /** Drops the database itself, which its URL names, with all that is in it; false where it does not exist. */
    public boolean dropDatabase() {
        return settings.database().drop();
    }

    /**
     * Creates an empty database beside the one that its URL names, for the same scripts: on the same server, by the same
     * role; for SQLite a temporary file. The database itself is not looked at, and need not exist.
     *
     * @throws RetortException where no URL names a database, or it cannot be created
     */
    public ScratchDatabase scratch() {
        return on(settings.database().scratch());
    }

    /**
     * A database beside the one that its URL names that is upgraded to the target, to be copied in no time. It is built once
     * for the scripts and their files as they are; on a server, whoever asks for the same finds it there.
     *
     * @throws RetortException where no URL names a database, or it cannot be created or upgraded
     */
    public DatabaseTemplate template(String target) {
        String name = TemplateName.of(settings, target);
        return new DatabaseTemplate(
                settings.database()
                        .template(name, scratch -> on(scratch).retort().upgrade(target)),
                this);
    }

    /** What the scripts of this one were compiled to is known to it. */
    ScratchDatabase on(ScratchConnections scratch) {
        return on(scratch, ScratchConnections::close);
    }

    ScratchDatabase on(ScratchConnections scratch, Consumer<ScratchConnections> dropping) {
        return new ScratchDatabase(scratch, new Retort(settings.on(scratch.connections()), compiler), dropping);
    }

    // ---- rehearsing ----

    /**
     * Does what {@link #upgrade} would do, and keeps nothing of it: in one transaction that is rolled back, or on a copy
     * of the database. What fails on the way is in the result; what keeps the rehearsal from beginning is thrown.
     */
    public Rehearsal rehearseUpgrade(String target) {
        Chain chain = chains.scripts();
        Plans plans = plans(chain);
        return online(chain, command -> command.rehearse(state -> plans.upgrade(state, target)));
    }

    /** As {@link #rehearseUpgrade}, downwards. */
    public Rehearsal rehearseDowngrade(String target) {
        Chain chain = chains.completed();
        Plans plans = plans(chain);
        return online(chain, command -> command.rehearse(state -> plans.downgrade(state, target)));
    }

    // ---- proving ----

    /**
     * What proves on scratch databases beside the one that is named that the chain goes up, down and up again. The database
     * itself is not touched; it need not exist.
     *
     * @throws RetortException where the scripts make no graph, or the range is none
     */
    public Verification verification(VerificationRequest request) {
        return verification(request, null);
    }

    /**
     * The same, and that the chain leads to a model.
     *
     * @param model what leads from the schema at the head to that of the model; null where there is none
     */
    public Verification verification(
            VerificationRequest request, @Nullable Function<SchemaSnapshot, SchemaDifference> model) {
        Chain chain = chains.scripts();
        Plan plan = reading(
                chain,
                new TreeSet<>(request.from()),
                (all, state) -> all.graph().upgrade(state.rows(), request.to()));
        Function<ScratchConnections, String> difference = model == null
                ? null
                : scratch -> Verification.words(model.apply(on(scratch).retort().schema()));
        Sandbox sandbox = sandbox();
        return new Verification(ChainProof.of(chain, sandbox, settings, request, plan, difference), sandbox);
    }

    // ---- writing SQL instead ----

    /**
     * Writes the SQL of an upgrade.
     *
     * @param range a target, from where the database is; or {@code from:to}, without any database
     */
    public void upgradeSql(String range, Appendable out) {
        Chain chain = chains.scripts();
        offline(chain, command -> command.upgrade(range, out));
    }

    /** Writes the SQL of a downgrade; the range as in {@link #upgradeSql}. */
    public void downgradeSql(String range, Appendable out) {
        Chain chain = range.contains(":") ? chains.scripts() : chains.completed();
        offline(chain, command -> command.downgrade(range, out));
    }

    /** Writes the SQL of a stamp; the first target may be {@code from:to}. */
    public void stampSql(List<String> targets, boolean purge, Appendable out) {
        Chain chain = chains.scripts();
        offline(chain, command -> command.stamp(targets, purge, out));
    }

    /** Writes the SQL that makes the version table and the history table. */
    public void ensureVersionSql(Appendable out) {
        offline(Chain.empty(), command -> command.ensureTables(out));
    }

    // ---- looking ----

    /** Which database this works on, for people: {@code host:port/database} or a file, never a password. */
    public String database() {
        return settings.database().place();
    }

    /**
     * What {@code upgrade} would do now.
     *
     * @param from where to start instead of the database's rows: ids, parts of them, or other targets; null asks the
     *     database
     */
    public Plan planUpgrade(String target, @Nullable SortedSet<String> from) {
        return reading(chains.scripts(), from, (chain, state) -> plans(chain).upgrade(state, target));
    }

    /** As {@link #planUpgrade}, downwards. */
    public Plan planDowngrade(String target, @Nullable SortedSet<String> from) {
        return from == null
                ? chains.completed((chain, state) -> plans(chain).downgrade(state, target))
                : reading(chains.scripts(), from, (chain, state) -> plans(chain).downgrade(state, target));
    }

    /** As {@link #planUpgrade}, for a stamp; its plan has no steps. */
    public Plan planStamp(List<String> targets, @Nullable SortedSet<String> from) {
        return reading(chains.scripts(), from, (chain, state) -> chain.graph().stamp(state.rows(), targets));
    }

    /** The version rows as they are in the database; none where there is no version table. */
    public SortedSet<String> rows() {
        Connections connections = settings.database();
        return connections.reading((connection, lock) ->
                settings.store(connections.dialect(), connection).rows());
    }

    /** The ids of all applied revisions: the rows of the database, and everything they follow. */
    public SortedSet<String> applied() {
        return applied(rows());
    }

    /** Those that are applied at a position, which is not asked for again. */
    public SortedSet<String> applied(DatabasePosition position) {
        return applied(position.rows());
    }

    private SortedSet<String> applied(SortedSet<String> found) {
        SortedSet<String> rows = chains.seen(found);
        return chains.explaining(rows).graph().applied(rows);
    }

    /** Where the database is, by one question to it. */
    public DatabasePosition position() {
        State state = state();
        return new DatabasePosition(state.rows(), current(state.rows()), InterruptedRevisions.in(state));
    }

    private State state() {
        Connections connections = settings.database();
        return connections.reading((connection, lock) ->
                settings.store(connections.dialect(), connection).position());
    }

    /** The revisions where the database is: its rows, and the heads that only dependencies hide. */
    public List<RevisionView> current() {
        return current(rows());
    }

    private List<RevisionView> current(SortedSet<String> found) {
        SortedSet<String> rows = chains.seen(found);
        if (rows.isEmpty()) {
            return List.of();
        }
        Chain chain = chains.explaining(rows);
        List<Revision> current = chain.graph().appliedHeads(rows).stream()
                .map(chain.graph()::revision)
                .toList();
        return views(chain, rows).of(current);
    }

    /** The revisions that are neither applied nor reverted, because a run was interrupted; the scripts are not read. */
    public List<Interrupted> interrupted() {
        return InterruptedRevisions.in(state());
    }

    /** How the database and the scripts compare: what is pending, and what is not as it should be. */
    public Status status() {
        return chains.completed((chain, state) -> new Comparison(chain).with(state));
    }

    /** What of the applied revisions is not as their scripts say; empty where all is. */
    public List<Finding> validate() {
        return chains.completed((chain, state) -> new Validation(chain, state).findings());
    }

    /**
     * What a database would refuse of the scripts, though none is asked: each is upgraded and downgraded in its place in
     * the chain, against a schema that the scripts before it make. Empty where nothing is wrong that can be known so.
     *
     * @throws RetortException where a script cannot be compiled
     */
    public List<Problem> validateChain() {
        Chain chain = chains.scripts();
        try (Sandbox sandbox = sandbox()) {
            return new ChainTask(settings, chain, sandbox).problems();
        }
    }

    /**
     * What a database would refuse of the upgrades, as far as that is known at once: no more than 50 scripts are followed
     * that were not followed before. None in doubt; a script that cannot be compiled is one problem or more.
     *
     * @throws RetortException where the scripts make no graph
     */
    public List<Problem> evidentProblems() {
        Chain chain = chains.files();
        try (Sandbox sandbox = sandbox()) {
            return new ChainTask(settings, chain, sandbox).evidentProblems();
        } catch (RetortException e) {
            return e.kind() == RetortException.Kind.SCRIPT ? e.problems() : List.of();
        }
    }

    /**
     * What revisions will do to a database that is in use, and to those who are to keep them. Nothing is changed; a database
     * is only asked what is applied.
     *
     * @throws RetortException where a script cannot be compiled, where a target or a rule does not exist, and where the
     *     database does not answer that the request wants an answer of
     */
    public LintResult lint(LintRequest request) {
        Optional<SortedSet<String>> applied = appliedFor(request);
        Chain chain = chains.scripts();
        try (Sandbox sandbox = sandbox()) {
            return new LintTask(settings, chain, sandbox).lint(request, applied, sizes(request));
        }
    }

    /**
     * What can be written instead of what {@link #lint} finds by a change of the text, and writes nothing. Applied revisions stay
     * as they are: without a database that says which ones are, only the scope {@link LintRequest.Scope#ALL} is answered.
     *
     * @throws RetortException where no database can be asked what is applied, unless all are wanted
     */
    public LintFixes lintFixes(LintRequest request) {
        Optional<SortedSet<String>> applied = appliedFor(request.within(LintRequest.Scope.USUAL));
        if (applied.isEmpty() && request.scope() != LintRequest.Scope.ALL) {
            throw new RetortException(
                    RetortException.Kind.UNREACHABLE,
                    Problem.of("The database cannot be reached, and no script is changed that may be applied.")
                            .withHint("Where none of them is applied anywhere: retort lint --fix --all"));
        }
        Chain chain = chains.scripts();
        try (Sandbox sandbox = sandbox()) {
            return new LintFixTask(settings, chain, sandbox).fixes(request, applied, sizes(request), finding -> true);
        }
    }

    /**
     * As {@link #lintFixes}, without a database, for whoever writes the scripts and knows which ones are applied nowhere. Of all
     * that the request names, whatever its scope.
     *
     * @param wanted what is to be written better; the rest is neither changed nor among what is left
     */
    public LintFixes lintFixesOffline(LintRequest request, Predicate<LintFinding> wanted) {
        Chain chain = chains.scripts();
        try (Sandbox sandbox = sandbox()) {
            return new LintFixTask(settings, chain, sandbox)
                    .fixes(request.within(LintRequest.Scope.ALL), Optional.empty(), KnownSizes.UNKNOWN, wanted);
        }
    }

    /**
     * Writes what {@link #lintFixes} has found: all of it, or nothing.
     *
     * @throws RetortException where a file is not what it was then
     */
    public void write(LintFixes fixes) {
        FixedScripts.write(fixes.changes());
    }

    private KnownSizes sizes(LintRequest request) {
        Long small = request.smallTable();
        if (small == null) {
            return KnownSizes.UNKNOWN;
        }
        Connections connections = settings.database();
        Reading reading = connections.dialect().reading();
        return new KnownSizes(connections.reading((connection, lock) -> reading.use(connection)), small);
    }

    private Optional<SortedSet<String>> appliedFor(LintRequest request) {
        if (request.scope() == LintRequest.Scope.ALL) {
            return Optional.empty();
        }
        try {
            return Optional.of(applied());
        } catch (RetortException e) {
            if (request.scope() == LintRequest.Scope.PENDING || e.kind() != RetortException.Kind.UNREACHABLE) {
                throw e;
            }
            return Optional.empty();
        }
    }

    /**
     * The page about a rule of {@link #lint}, as Markdown: what to write instead, with an example.
     *
     * @param rule its id
     */
    public static Optional<String> explainLintRule(String rule) {
        return RulePages.of(rule);
    }

    /** All that {@link #lint} looks for. */
    public static List<LintResult.Rule> lintRules() {
        return LintTask.rules();
    }

    /**
     * The schema of an empty database that is upgraded to a revision, without asking any.
     *
     * @param target as {@link #upgrade} takes it; {@code heads} are there before the first script is written, too
     * @throws RetortException where the scripts cannot be compiled
     */
    public SchemaSnapshot schemaAt(String target) {
        Chain chain = target.equals("heads") ? chains.files() : chains.scripts();
        try (Sandbox sandbox = sandbox()) {
            ChainFold.Folded folded = new ChainTask(settings, chain, sandbox).folded(List.of(target));
            return snapshot(folded.schema(), Optional.empty()).with(folded.problems());
        }
    }

    /**
     * What the applied revisions make of an empty database: the schema that the database has unless it was changed by
     * other means. Where their SQL does not reveal it, it is uncertain, or they are run in a {@linkplain
     * RetortBuilder#scratch scratch database}.
     *
     * @throws RetortException where the scripts of the applied revisions are not there, or cannot be compiled; where they do
     *     not run in the scratch database
     */
    public SchemaSnapshot appliedSchema() {
        SortedSet<String> rows = chains.seen(rows());
        Chain chain = chains.explaining(rows);
        try (Sandbox sandbox = sandbox()) {
            ChainFold.Folded folded = new ChainTask(settings, chain, sandbox).folded(rows);
            if (folded.isCertain() || !settings.scratch()) {
                return snapshot(folded.schema(), Optional.empty()).with(folded.problems());
            }
            Schema built = new ScratchTask(settings, chain, sandbox).schema(rows, Retort::read);
            return snapshot(built, Optional.empty());
        }
    }

    /**
     * The schema that schema files declare, for the database that was named; it is not asked.
     *
     * @param filesOrFolders a folder stands for all files in it, and in the folders within it, that end with {@code .groovy}
     * @throws RetortException of the kind USAGE where there is no such file, of the kind SCRIPT with all that is wrong with
     *     them
     */
    public SchemaSnapshot declaredSchema(Path... filesOrFolders) {
        List<ScriptSource> sources = new SchemaFiles(settings.home()).read(List.of(filesOrFolders));
        try (Sandbox sandbox = sandbox()) {
            Dialect dialect = settings.database().dialect();
            FoldingRules rules = settings.schemas().folding(dialect.folding());
            Schema declared = new DeclaredSchema(dialect, rules, sandbox).of(sources);
            return snapshot(declared, Optional.empty()).leavingOut(Unspoken.OF_FILES);
        }
    }

    /**
     * What leads the database back to what its applied revisions made of it; empty where it was changed by no other means.
     * What no script ever created is left alone.
     */
    public SchemaDifference drift() {
        return schema().differenceTo(appliedSchema(), DifferenceOptions.NONE.withoutUnmanaged());
    }

    /** The schema that the database has, without Retort's own tables. */
    public SchemaSnapshot schema() {
        ReadScope scope = settings.readScope();
        Connections connections = settings.database();
        Reading reading = connections.dialect().reading();
        Schema read = read(settings);
        return snapshot(read, Optional.of(new SchemaSnapshot.Server() {
            @Override
            public Schema form(Schema schema) {
                return connections.writing((connection, lock) -> reading.serverForm(connection, schema));
            }

            @Override
            public Schema with(Set<String> others) {
                return connections.reading((connection, lock) -> reading.read(connection, scope.with(others)));
            }
        }));
    }

    private static Schema read(Settings settings) {
        Connections connections = settings.database();
        Reading reading = connections.dialect().reading();
        return connections.reading((connection, lock) -> reading.read(connection, settings.readScope()));
    }

    /**
     * What a revision starts from that is to lead to another schema: the schema of the database, at the heads of the
     * scripts.
     *
     * @throws RetortException of the kind DIFFERENCES where the database is not there, naming what is pending
     */
    public SchemaSnapshot schemaAtHeads() {
        PendingRevisions.refuse(status());
        return schema();
    }

    /**
     * What leads from an empty database to this one: what the first revision of a project is to hold that takes over a
     * database. What it cannot have, and what a database would refuse of it, is {@linkplain SchemaDifference#unreachable
     * reported with it}.
     *
     * @param rowsOf tables whose rows belong to it, in the order in which they are inserted
     * @throws RetortException of the kind USAGE where there is no such table
     */
    public SchemaDifference baseline(List<String> rowsOf) {
        SchemaSnapshot present = schema();
        Connections connections = settings.database();
        Dialect dialect = connections.dialect();
        LookupRows rows = new LookupRows(present.schema(), dialect);
        SchemaDifference whole = present.fromNothing();
        return connections.reading((connection, lock) -> {
            List<String> remarks = new ArrayList<>(dialect.reading().notRecreated(connection, settings.readScope()));
            if (!present.leftOut().isEmpty()) {
                remarks.add("The script lacks what has no place in a schema: " + String.join(", ", present.leftOut())
                        + ".");
            }
            SchemaDifference remarked = whole.remarking(remarks);
            List<Operation> after = new ArrayList<>(dialect.reading().names(connection, settings.readScope()));
            after.addAll(rows.of(rowsOf, connection));
            return after.isEmpty() ? remarked : remarked.with(after);
        });
    }

    /**
     * The schema that a model describes: that of the entities of JPA, for example. No database is asked; its URL says which
     * kind of one is meant.
     *
     * @param model its name: {@code jpa}, which {@code retort-jpa} brings
     * @throws RetortException of the kind USAGE where no library reads such a model, or one of its settings is missing
     */
    public SchemaSnapshot modelSchema(String model) {
        ModelContext context = new ModelContext(
                settings.database().dialect(),
                settings.home(),
                settings.models().getOrDefault(model, Map.of()));
        SchemaModel found = SchemaModels.named(model);
        return snapshot(found.read(context), Optional.empty()).leavingOut(Unspoken.beside(found.kinds()));
    }

    private SchemaSnapshot snapshot(Schema schema, Optional<SchemaSnapshot.Server> server) {
        Dialect dialect = settings.database().dialect();
        DifferenceRules rules = settings.schemas().difference(dialect.difference());
        return new SchemaSnapshot(schema, dialect, rules, settings.scripts().naming(), server);
    }

    /** Whether everything there is has been applied. */
    public boolean isUpToDate() {
        SortedSet<String> rows = chains.seen(rows());
        return chains.explaining(rows).graph().isComplete(rows);
    }

    /**
     * Revisions, newest first.
     *
     * @param range {@code start:end}, both included, either left out; null means all. {@code current} and a range that
     *     is relative to it ask the database
     * @param indicateCurrent asks the database where it is
     */
    public List<RevisionView> history(@Nullable String range, boolean indicateCurrent) {
        boolean asks = indicateCurrent || range != null && range.contains("current");
        SortedSet<String> rows = asks ? chains.seen(rows()) : new TreeSet<>();
        Chain chain = chains.explaining(rows);
        return views(chain, indicateCurrent ? rows : new TreeSet<>())
                .of(chain.graph().history(range, rows));
    }

    /**
     * The heads.
     *
     * @param resolveDependencies leaves out those that another revision depends on
     */
    public List<RevisionView> heads(boolean resolveDependencies) {
        Chain chain = chains.files();
        RevisionGraph graph = chain.graph();
        return views(chain, new TreeSet<>()).of(resolveDependencies ? graph.realHeads() : graph.heads());
    }

    public List<RevisionView> bases() {
        Chain chain = chains.files();
        return views(chain, new TreeSet<>()).of(chain.graph().bases());
    }

    /** The branch points; what they branch into is among their children. */
    public List<RevisionView> branches() {
        Chain chain = chains.files();
        return views(chain, new TreeSet<>()).of(chain.graph().branchPoints());
    }

    /**
     * The revisions a target means; {@code current} asks the database, as does what no script has: the history may keep
     * it.
     */
    public List<RevisionView> show(String target) {
        return new ShowTask(settings).show(target);
    }

    /** What was done to the database. */
    public Log log(LogRequest request) {
        return new LogTask(settings).log(request);
    }

    /**
     * The script of an entry of the {@link #log}, as it was then.
     *
     * @throws RetortException where it holds none, or another one than its checksum says
     */
    public String script(LogEntry entry) {
        return new LogTask(settings).script(entry);
    }

    /** The files of the revisions a target means. */
    public List<Path> files(String target) {
        Chain chain = chains.scripts();
        SortedSet<String> rows = target.equals("current") ? rows() : new TreeSet<>();
        return chain.graph().resolve(target, rows).stream()
                .map(revision -> chain.file(revision.id()).path())
                .toList();
    }

    /** What to say, and to do, where no folder has a revision; empty where one has. */
    public Optional<Problem> withoutRevisions() {
        return chains.withoutRevisions();
    }

    // ---- writing scripts ----

    /** Writes a new revision's script, and returns where it is. */
    public Path revision(RevisionRequest revision) {
        return new RevisionTask(settings).revision(revision);
    }

    /**
     * Writes the scripts of revisions that make the changes of a difference: one, or two where it is {@linkplain
     * SchemaDifference#safely safe}.
     *
     * @return where they are, in their order
     */
    public List<Path> revisions(RevisionRequest revision, SchemaDifference difference) {
        return new Drafts(settings, revision, difference.bodies()).write();
    }

    /** The text that {@link #revisions} would write. */
    public String revisionText(RevisionRequest revision, SchemaDifference difference) {
        return new Drafts(settings, revision, difference.bodies()).text();
    }

    /**
     * Writes the SQL of what {@link #revisions} would write scripts of: the changes alone, for no revision is recorded that
     * has no script. It starts where the database is, or where the scripts end, as the difference does.
     */
    public void revisionSql(RevisionRequest revision, SchemaDifference difference, Appendable out) {
        Drafts drafts = new Drafts(settings, revision, difference.bodies());
        RevisionGraph graph = chains.files().graph();
        Optional<SortedSet<String>> rows = difference.isLive()
                ? Optional.empty()
                : Optional.of(
                        graph.rows(graph.heads().stream().map(Revision::id).toList()));
        offline(drafts.chain(), command -> command.changes(drafts.last(), rows, out));
    }

    /** Writes the script of a revision that joins branches, and returns where it is. */
    public Path merge(RevisionRequest revision) {
        return new RevisionTask(settings).merge(revision);
    }

    /**
     * Makes a revision follow another one, by changing the header of its script.
     *
     * @param onto what it is to follow; {@code base} for nothing
     * @param dryRun only reports what would be changed
     * @throws RetortException where that makes no graph, or where the revision is applied in the database, if there is
     *     one and it can be reached
     */
    public Rebased rebase(String revision, String onto, boolean dryRun) {
        return new RebaseTask(settings).rebase(revision, onto, dryRun);
    }

    private <R> R online(Chain chain, Function<OnlineTask, R> work) {
        try (Sandbox sandbox = sandbox()) {
            return work.apply(new OnlineTask(settings, chain, sandbox));
        }
    }

    private void offline(Chain chain, Consumer<OfflineTask> work) {
        try (Sandbox sandbox = sandbox()) {
            work.accept(new OfflineTask(settings, chain, sandbox));
        }
    }

    private Sandbox sandbox() {
        return settings.scripts().sandbox(compiler);
    }

    private <R> R reading(Chain chain, @Nullable SortedSet<String> from, BiFunction<Chain, State, R> work) {
        if (from != null) {
            SortedSet<String> rows = from.stream()
                    .flatMap(target -> chain.graph().resolve(target, new TreeSet<>()).stream())
                    .map(Revision::id)
                    .collect(Collectors.toCollection(TreeSet::new));
            return work.apply(chain, State.of(rows));
        }
        Connections connections = settings.database();
        return connections.reading((connection, lock) -> work.apply(
                chain, settings.store(connections.dialect(), connection).state()));
    }

    private Plans plans(Chain chain) {
        return new Plans(settings, chain);
    }

    private static Plan stampPlan(Chain chain, State state, List<String> targets, boolean purge) {
        if (purge) {
            return chain.graph().stampPurging(state.rows(), targets);
        }
        InterruptedRevisions.refuse(state);
        return chain.graph().stamp(state.rows(), targets);
    }

    private static RevisionViews views(Chain chain, SortedSet<String> rows) {
        return new RevisionViews(chain, rows);
    }
}
