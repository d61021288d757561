package dev.retort.internal.spring;

import dev.retort.spring.RetortInstances;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/** The endpoint, where the application has Spring Boot's actuator. */
@AutoConfiguration(after = RetortAutoConfiguration.class)
@ConditionalOnClass(ConditionalOnAvailableEndpoint.class)
class EndpointConfiguration {

    @Bean
    @ConditionalOnBean(RetortInstances.class)
    @ConditionalOnAvailableEndpoint(endpoint = RetortEndpoint.class)
    RetortEndpoint retortEndpoint(RetortInstances instances) {
        return new RetortEndpoint(instances);
    }
}
