package dev.retort.internal.spring;

import dev.retort.Retort;
import dev.retort.spring.RetortCustomizer;
import dev.retort.spring.RetortInstance;
import dev.retort.spring.RetortInstances;
import dev.retort.spring.RetortMigrationStrategy;
import java.time.Duration;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The beans of the starter. The data sources are those of Spring Boot 3, and of 4, which has moved the class that creates
 * them.
 */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration"
        })
@ConditionalOnProperty(name = "retort.enabled", havingValue = "true", matchIfMissing = true)
@EnableConfigurationProperties(RetortProperties.class)
class RetortAutoConfiguration {

    private static final Duration WAIT = Duration.ofMinutes(5);

    @Bean
    ScriptFolders retortScriptFolders(ResourceLoader loader) {
        return new ScriptFolders(new PathMatchingResourcePatternResolver(loader));
    }

    @Bean
    @ConditionalOnMissingBean
    RetortInstances retortInstances(
            RetortProperties properties,
            ScriptFolders folders,
            ListableBeanFactory beans,
            ObjectProvider<RetortCustomizer> customizers) {
        return new InstanceFactory(
                        properties,
                        folders,
                        new Databases(beans),
                        customizers.orderedStream().toList())
                .all();
    }

    /** The first; those who have several ask for {@link RetortInstances}. */
    @Bean
    @ConditionalOnMissingBean
    Retort retort(RetortInstances instances) {
        return instances.all().get(0).retort();
    }

    /** At once also where beans are created when they are asked for: nobody asks for this one. */
    @Bean
    @Lazy(false)
    DatabaseMigration retortDatabaseMigration(
            RetortInstances instances,
            RetortProperties properties,
            ObjectProvider<RetortMigrationStrategy> strategies) {
        RetortMigrationStrategy strategy =
                strategies.getIfAvailable(() -> instance -> instance.retort().upgrade(instance.target()));
        return new DatabaseMigration(instances, strategy, name -> patience(properties, name));
    }

    private static Duration patience(RetortProperties common, String name) {
        InstanceProperties own = name.equals(RetortInstance.DEFAULT)
                ? common
                : common.getInstances().get(name);
        Duration first = own == null ? null : own.getWaitTimeout();
        Duration second = first == null ? common.getWaitTimeout() : first;
        return second == null ? WAIT : second;
    }
}
