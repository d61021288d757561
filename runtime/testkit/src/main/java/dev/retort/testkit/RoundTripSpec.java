package dev.retort.testkit;

import dev.retort.internal.testkit.spock.CheckIterations;
import org.spockframework.runtime.model.BlockKind;
import org.spockframework.runtime.model.BlockMetadata;
import org.spockframework.runtime.model.DataProcessorMetadata;
import org.spockframework.runtime.model.DataProviderMetadata;
import org.spockframework.runtime.model.FeatureMetadata;
import org.spockframework.runtime.model.SpecMetadata;
import spock.lang.Specification;
import spock.lang.Unroll;

/**
 * Proves on scratch databases that the revisions of the project go up, down and up again, as {@code retort verify} does: each
 * check is an iteration of its own.
 *
 * <pre>{@code
 * class MigrationsSpec extends RoundTripSpec {
 * }
 * }</pre>
 *
 * <p>What {@link MigrationTest} says on the subclass counts before {@code retort.toml}. A subclass may have features of its
 * own.
 */
// What Spock's compiler adds to a specification in Groovy is written out here: compiled Groovy would be that of one
// version.
@SpecMetadata(filename = "RoundTripSpec.java", line = 28)
public abstract class RoundTripSpec extends Specification {

    /** The feature itself, which Spock calls. */
    @Unroll("#check")
    @FeatureMetadata(
            name = "the revisions go up, down and up again",
            ordinal = 0,
            line = 33,
            parameterNames = "check",
            blocks = {
                @BlockMetadata(
                        kind = BlockKind.EXPECT,
                        texts = {}),
                @BlockMetadata(
                        kind = BlockKind.WHERE,
                        texts = {})
            })
    public void $spock_feature_0_0(Object check) {
        ((CheckIterations.Iteration) check).run();
    }

    /** Its data, which Spock closes. */
    @DataProviderMetadata(line = 47, dataVariables = "check")
    public Object $spock_feature_0_0prov0() {
        return CheckIterations.of(getClass());
    }

    /** Its data as its arguments. */
    @DataProcessorMetadata(dataVariables = "check")
    public Object $spock_feature_0_0proc(Object check) {
        return new Object[] {check};
    }
}
