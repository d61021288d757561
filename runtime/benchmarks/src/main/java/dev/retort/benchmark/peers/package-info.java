/**
 * Retort beside Alembic, Flyway and Liquibase, as whole processes on the same chain of revisions; start with
 * {@link dev.retort.benchmark.peers.SideBySide}. From the folder of the checkout:
 *
 * <pre>{@code
 * mvn -q -Dquick -Dmaven.test.skip -pl runtime/benchmarks -am package dependency:build-classpath \
 *     -Dmdep.outputFile=target/classpath &&
 * java -cp runtime/benchmarks/target/classes:$(cat runtime/benchmarks/target/classpath) \
 *     dev.retort.benchmark.peers.SideBySide ./retort > side-by-side.md
 * }</pre>
 *
 * <p>The tables are on standard output, in Markdown; what is being measured is on standard error. Retort, Flyway and
 * Liquibase run on the Java that {@code JAVA_HOME} names. Alembic is the one on the {@code PATH}; on PostgreSQL it needs
 * psycopg2. Maven resolves Flyway and Liquibase by the projects in {@code runtime/benchmarks/peers}, which are no modules of
 * the build; their versions are properties of the root project. What is missing is named in the output.
 *
 * <p>Options follow the launcher, each as {@code name=value}:
 *
 * <ul>
 *   <li>{@code runs=5}: how often each command is measured, after one run that is not counted
 *   <li>{@code noop=20,1000,10000}: applied revisions of an upgrade that has nothing to do
 *   <li>{@code current=20,1000,10000}: applied revisions of {@code current}
 *   <li>{@code fresh=100,1000}: revisions applied to an empty database
 *   <li>{@code downgrade=100}: revisions removed
 *   <li>{@code sql=100,1000}: revisions printed as SQL
 *   <li>{@code programs=}: the programs beside Retort, as {@code alembic,flyway}; all unless some are named
 *   <li>{@code postgres=}: the URL of a PostgreSQL server; what {@code RETORT_TEST_POSTGRES_URL} has unless it is given.
 *       Nothing is measured on PostgreSQL when it is empty. Its user must be allowed to create databases and to run
 *       {@code CHECKPOINT}. Databases whose names begin with {@code retort_benchmark_} are dropped.
 * </ul>
 *
 * <p>A list may be empty; that work is then left out.
 */
@NullMarked
package dev.retort.benchmark.peers;

import org.jspecify.annotations.NullMarked;
