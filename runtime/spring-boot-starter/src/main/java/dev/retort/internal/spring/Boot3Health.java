package dev.retort.internal.spring;

import dev.retort.spring.RetortInstances;
import org.springframework.boot.actuate.autoconfigure.health.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** The health of the databases, where Spring Boot 3 has its classes. */
@AutoConfiguration(after = RetortAutoConfiguration.class)
@ConditionalOnClass(
        name = {
            "org.springframework.boot.actuate.health.AbstractHealthIndicator",
            "org.springframework.boot.actuate.autoconfigure.health.ConditionalOnEnabledHealthIndicator"
        })
@ConditionalOnEnabledHealthIndicator("retort")
class Boot3Health {

    @Bean
    @ConditionalOnBean(RetortInstances.class)
    @ConditionalOnMissingBean(name = "retortHealthIndicator")
    HealthIndicator retortHealthIndicator(RetortInstances instances) {
        return new Indicator(instances);
    }

    /** Down where a database does not answer, out of service where something is left to do. */
    private static final class Indicator extends AbstractHealthIndicator {

        private final RetortInstances instances;

        Indicator(RetortInstances instances) {
            super("The database cannot be asked for its revisions");
            this.instances = instances;
        }

        @Override
        protected void doHealthCheck(Health.Builder builder) {
            DatabaseHealth health = DatabaseHealth.of(instances);
            (health.serving() ? builder.up() : builder.outOfService()).withDetails(health.details());
        }
    }
}
