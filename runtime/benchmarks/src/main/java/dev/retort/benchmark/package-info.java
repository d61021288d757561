/**
 * How long it takes to read, link and plan chains far larger than anybody's; start with
 * {@link dev.retort.benchmark.GraphBenchmark}.
 *
 * <p>To run them all, or those whose names match the last argument:
 *
 * <pre>{@code
 * mvn -q -Dquick -Dmaven.test.skip -pl runtime/benchmarks -am package dependency:build-classpath \
 *     -Dmdep.outputFile=target/classpath
 * java -cp runtime/benchmarks/target/classes:$(cat runtime/benchmarks/target/classpath) org.openjdk.jmh.Main Graph
 * }</pre>
 *
 * <p>{@code dev.retort.internal.sandbox.CompileBenchmark} also has a {@code main}, which reports what the walls of the sandbox cost
 * as a ratio:
 *
 * <pre>{@code
 * java -cp runtime/benchmarks/target/classes:$(cat runtime/benchmarks/target/classpath) \
 *     dev.retort.internal.sandbox.CompileBenchmark
 * }</pre>
 *
 * <p>{@link dev.retort.benchmark.Throughput} brings and changes a million rows, beside {@code psql} and {@code sqlite3},
 * which must be installed. It drops and makes tables in the database that is named. The columns are the seconds of
 * either, their ratio, the same ratio without what a revision of nothing takes, and the seconds of the processor that
 * either took itself:
 *
 * <pre>{@code
 * java -cp runtime/benchmarks/target/classes dev.retort.benchmark.Throughput \
 *     ./retort postgresql://postgres@localhost/scratch 5
 * }</pre>
 *
 * <p>{@link dev.retort.benchmark.peers.SchemaReading} reads schemas of 1,000 and 10,000 tables beside {@code pg_dump -s}, which
 * must be installed; the user must be allowed to create databases:
 *
 * <pre>{@code
 * java -cp runtime/benchmarks/target/classes:$(cat runtime/benchmarks/target/classpath) \
 *     dev.retort.benchmark.peers.SchemaReading postgresql://postgres@localhost:5432
 * }</pre>
 *
 * <p>How long whole commands take beside Alembic, Flyway and Liquibase, {@link dev.retort.benchmark.peers} measures.
 */
@NullMarked
package dev.retort.benchmark;

import org.jspecify.annotations.NullMarked;
