package dev.retort;

import dev.retort.internal.dialect.Dialect;
import dev.retort.internal.difference.AppliedRenames;
import dev.retort.internal.difference.AuthorsWords;
import dev.retort.internal.difference.Difference;
import dev.retort.internal.difference.DifferenceRules;
import dev.retort.internal.difference.NamedConstraints;
import dev.retort.internal.difference.NamedIndexes;
import dev.retort.internal.difference.NamedRenames;
import dev.retort.internal.difference.RevisionDifference;
import dev.retort.internal.difference.SchemaFilter;
import dev.retort.internal.drawing.Outlines;
import dev.retort.internal.error.VisibleText;
import dev.retort.internal.schema.LeftOut;
import dev.retort.internal.schema.ObjectName;
import dev.retort.internal.schema.Schema;
import dev.retort.internal.script.ConventionNames;
import dev.retort.internal.script.NamingConvention;
import dev.retort.internal.source.OperationWriter;
import dev.retort.internal.target.DeclarableSchema;
import dev.retort.internal.target.Unspoken;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a database holds besides its rows, or what the scripts up to a revision make of an empty one. A value: it does not
 * change with the database.
 */
public final class SchemaSnapshot {

    private final Schema schema;
    private final Dialect dialect;
    private final DifferenceRules rules;
    private final OperationWriter writer;
    private final ConventionNames names;
    private final Optional<Server> server;
    private final Unspoken unspoken;
    private final List<Problem> problems;

    /**
     * @param rules of the dialect, for the schema of SQL whose names are unqualified
     * @param naming of the scripts that lead to it, or away from it
     * @param server where it was read, which knows how it prints expressions; empty for what was folded
     */
    SchemaSnapshot(
            Schema schema, Dialect dialect, DifferenceRules rules, NamingConvention naming, Optional<Server> server) {
        this(
                schema,
                dialect,
                rules,
                new ConventionNames(naming),
                new OperationWriter(naming),
                server,
                Unspoken.NOTHING,
                List.of());
    }

    private SchemaSnapshot(
            Schema schema,
            Dialect dialect,
            DifferenceRules rules,
            ConventionNames names,
            OperationWriter writer,
            Optional<Server> server,
            Unspoken unspoken,
            List<Problem> problems) {
        this.schema = schema;
        this.dialect = dialect;
        this.rules = rules;
        this.names = names;
        this.writer = writer;
        this.server = server;
        this.unspoken = unspoken;
        this.problems = problems;
    }

    /** The same, described by a model: what it has no words for is as the other side of a comparison has it. */
    SchemaSnapshot leavingOut(Unspoken what) {
        return new SchemaSnapshot(schema, dialect, rules, names, writer, server, what, problems);
    }

    /** The same, made by scripts of which a database would refuse something. */
    SchemaSnapshot with(Collection<Problem> refused) {
        return new SchemaSnapshot(schema, dialect, rules, names, writer, server, unspoken, List.copyOf(refused));
    }

    /** The server that a schema was read from. */
    interface Server {
        /** What a schema says as this one prints it. */
        Schema form(Schema schema);

        /** Its schema again, together with what is in other ones of SQL. */
        Schema with(Set<String> others);
    }

    /** One that has nothing. */
    private record Emptied(Server asked) implements Server {
        @Override
        public Schema form(Schema schema) {
            return asked.form(schema);
        }

        @Override
        public Schema with(Set<String> others) {
            return Schema.EMPTY;
        }
    }

    /** As in a JDBC URL: {@code postgresql}, {@code sqlite}. */
    public String database() {
        return dialect.name();
    }

    /**
     * The statements of the migration language that make an empty database hold the same; empty where there is nothing.
     *
     * @throws RetortException where the language has no words for something
     */
    public String script() {
        Schema named = indexed(Schema.EMPTY, schema);
        return writer.write(Difference.between(Schema.EMPTY, named, rules).operations(), 0);
    }

    /**
     * The statements of a schema file that declares the same; empty where there is nothing. What schema files have no words
     * for is listed in a comment at its end.
     *
     * @throws RetortException where the language has no words for a part of something
     */
    public String declarations() {
        DeclarableSchema declarations = DeclarableSchema.of(indexed(Schema.EMPTY, schema), rules);
        String statements = writer.declarations(declarations.operations());
        String unspoken = declarations.unspoken().stream()
                .map(name ->
                        "//   " + VisibleText.line(name.toString()) + (declarations.isWhole(name) ? "" : ", in part"))
                .collect(Collectors.joining("\n"));
        if (unspoken.isEmpty()) {
            return statements;
        }
        return (statements.isEmpty() ? "" : statements + "\n\n")
                + "// A schema file has no words for these; where it is compared, they stay as they are:\n" + unspoken;
    }

    /** Its tables in short, in the order of their names. */
    public List<TableOutline> tables() {
        return Outlines.of(schema);
    }

    /** What leads to this schema from an empty one. */
    SchemaDifference fromNothing() {
        Optional<Server> empty = server.map(Emptied::new);
        return new SchemaSnapshot(Schema.EMPTY, dialect, rules, names, writer, empty, Unspoken.NOTHING, List.of())
                .differenceTo(this);
    }

    Schema schema() {
        return schema;
    }

    /** What a script changed in a way that its SQL does not reveal: these objects may look otherwise, or not be there. */
    public List<String> uncertain() {
        return schema.uncertain().stream().map(ObjectName::toString).toList();
    }

    /** False where a script ran SQL that may have created anything. */
    public boolean isComplete() {
        return schema.complete();
    }

    /**
     * What a database would refuse of the scripts, each with its place; it is as if they had not asked for that. None of a
     * schema that was read.
     */
    public List<Problem> problems() {
        return problems;
    }

    /** What was met in the database and has no place in a schema, as {@code kind name}. */
    public List<String> leftOut() {
        return schema.leftOut().stream().map(LeftOut::toString).toList();
    }

    /**
     * What leads from this schema to another one.
     *
     * @throws RetortException of the kind USAGE where the other one is of another kind of database
     */
    public SchemaDifference differenceTo(SchemaSnapshot other) {
        return differenceTo(other, DifferenceOptions.NONE);
    }

    /**
     * What leads from this schema to another one, as far as the options ask for it.
     *
     * @throws RetortException of the kind USAGE where the other one is of another kind of database, or where the options
     *     name what there is not
     */
    public SchemaDifference differenceTo(SchemaSnapshot other, DifferenceOptions options) {
        if (!database().equals(other.database())) {
            throw new RetortException(
                    RetortException.Kind.USAGE,
                    Problem.of("A schema of " + dialect.productName() + " cannot be compared with one of "
                                    + other.dialect.productName() + ".")
                            .withHint("Compare two of one kind of database."));
        }
        SchemaFilter filter = new SchemaFilter(options.include(), options.exclude());
        Schema own = reading(other);
        Schema others = other.reading(this);
        Schema here = indexed(others, completed(own, other, others));
        Schema there = indexed(here, other.completed(others, this, own));
        Schema all = filter.of(
                server.isPresent()
                        ? here
                        : other.server.map(asked -> asked.form(here)).orElse(here));
        Schema from = options.unmanaged() ? all : all.without(only(all, there));
        Map<ObjectName, String> renamed = new NamedRenames(from).of(options.renames());
        Schema start = new AppliedRenames(renamed).in(from, rules);
        Schema to = filter.of(there);
        Difference difference = Difference.between(start, to, rules);
        if (!difference.isEmpty() || !renamed.isEmpty()) {
            boolean asks = other.server.isEmpty() && !difference.isEmpty();
            Schema wanted = asks ? wanted(start, there) : there;
            to = filter.of(new NamedConstraints(start, names, rules).of(wanted));
            difference = Difference.between(from, to, rules, renamed);
        }
        return new SchemaDifference(
                difference, new RevisionDifference(from, to, difference, rules, renamed), writer, isLive());
    }

    private boolean isLive() {
        return server.filter(asked -> !(asked instanceof Emptied)).isPresent();
    }

    /** Whole, where a model does not say all that the other side does. */
    private Schema completed(Schema own, SchemaSnapshot other, Schema others) {
        return unspoken.equals(other.unspoken) ? own : unspoken.completed(own, others);
    }

    /** With what it has in the schemas of SQL that the other one has tables in. */
    private Schema reading(SchemaSnapshot other) {
        Set<String> others = new TreeSet<>(schemas(other.schema));
        others.removeAll(schemas(schema));
        return server.isEmpty() || others.isEmpty() ? schema : server.get().with(others);
    }

    private static Set<String> schemas(Schema schema) {
        return schema.tables()
                .flatMap(table -> Stream.ofNullable(table.name().schema()))
                .collect(Collectors.toSet());
    }

    private Schema indexed(Schema from, Schema to) {
        return new NamedIndexes(from, names, rules).of(to);
    }

    /** What a schema has and another one knows nothing of. */
    private static List<ObjectName> only(Schema schema, Schema other) {
        return schema.objects().keySet().stream()
                .filter(name -> other.object(name).isEmpty())
                .toList();
    }

    /**
     * Compared as the server prints it, and said as it was written. A server has to create all of it for that, and is not
     * asked where nothing differs as it is.
     */
    private Schema wanted(Schema from, Schema written) {
        return server.map(asked -> new AuthorsWords(from, asked.form(written), rules).of(written))
                .orElse(written);
    }
}
